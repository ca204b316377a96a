"""Timeline: goals and milestones over time, their sentence, their table."""

from collections.abc import Callable, Sequence
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from mentordesk.domain.goals import PlanScope
from mentordesk.domain.timeline import (
    Timeline,
    TimelineGoal,
    TimelineItem,
    timeline,
)
from mentordesk.domain.timeline_said import timeline_sentence, timeline_table
from mentordesk.ui.actions import ActionTable
from mentordesk.ui.context import Context
from mentordesk.ui.page import View
from mentordesk.ui.pages.timeline.canvas import TimelineCanvas
from mentordesk.ui.pages.timeline.commands import MENU, export_command, timeline_commands
from mentordesk.ui.pages.timeline.lines import Stop
from mentordesk.ui.pages.timeline.reason import ReasonBar
from mentordesk.ui.pages.timeline.steps import TimelineSteps
from mentordesk.ui.pages.timeline.undated import Undated
from mentordesk.ui.scope_choice import ScopeChoice
from mentordesk.ui.slice_reader import SliceReader
from mentordesk.ui.widgets.buttons import IconButton, PlainButton, PrimaryButton
from mentordesk.ui.widgets.cards import Card, EmptyState
from mentordesk.ui.widgets.chart_table import TablePane
from mentordesk.ui.widgets.flow import Flow
from mentordesk.ui.widgets.labels import QuietLabel
from mentordesk.ui.words import tr

_BORDERS = 4
"""Pixels that a card takes above and below what it holds."""

_MANY = 1_000
"""Goals and milestones that take more than a moment to lay out."""

ExportTimeline = Callable[[Sequence[TimelineItem], UUID | None], object]
"""Lets a person take a timeline out: what it shows, and whose page it stands on."""

OpenGoal = Callable[[TimelineGoal | None], object]
"""Shows a goal in the list; None shows the list."""


class TimelineView(View):
    """The timeline of a plan, or of a relationship's goals."""

    touched_by: ClassVar[frozenset[str]] = frozenset(
        {"goal", "milestone", "share", "person", "member", "relationship"}
    )

    def __init__(
        self,
        context: Context,
        actions: ActionTable,
        scope: PlanScope | None = None,
        *,
        export: ExportTimeline,
        open_goal: OpenGoal,
        first: PlanScope | None = None,
        prefix: str = "timeline",
    ) -> None:
        """Make the view.

        Args:
            context: the open desk.
            actions: the table of actions.
            scope: whose goals; None for everybody's, with a choice of whose.
            export: takes the timeline out, through the gate.
            open_goal: shows a goal in full.
            first: what a choice of whose begins with.
            prefix: what the names of its commands begin with.
        """
        super().__init__(context)
        self._scope, self._export, self._open = scope, export, open_goal
        self._actions, self._prefix = actions, prefix
        self.items: tuple[TimelineItem, ...] = ()
        self.shown = Timeline((), (), ())
        self.whose = ScopeChoice(context, first)
        self.canvas = TimelineCanvas()
        self.table = TablePane()
        self.sentence = QuietLabel(wrap=True)
        self.steps = TimelineSteps(context, self)
        self.reason = ReasonBar()
        self.undated = Undated(self.steps.ask_date)
        self.table_button = PlainButton(tr("Show as table"), icon="list")
        self.export_button = PlainButton(tr("Export…"), icon="export")
        self._empty_button = PrimaryButton(tr("Go to the goals"))
        self._stack = QStackedLayout()
        self._reader = SliceReader(self)
        # Thousands of rows are put in order now, and laid out when the window has had its turn.
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._looks = self._make_looks()
        self._assemble()
        self._connect()
        actions.declare(timeline_commands(self, prefix), self.canvas)
        actions.declare([export_command(self, prefix)], self)

    @property
    def as_table(self) -> bool:
        """Whether the table stands in the timeline's place."""
        return self.table_button.isChecked()

    @property
    def busy(self) -> bool:
        """Whether rows are still being read or laid out."""
        return self._reader.busy or self._later.isActive()

    def first_focus(self) -> QWidget:
        """Return what takes the keyboard."""
        if not self.items:
            return self._empty_button
        return self.table if self.as_table else self.canvas

    def has_choice(self) -> bool:
        """Return whether anything is chosen."""
        return self.canvas.selected is not None

    def can_date(self) -> bool:
        """Return whether what is chosen can be given another date."""
        return self.has_choice() and not self.context.desk.read_only

    def ask_date(self) -> None:
        """Ask for another date of what is chosen."""
        if (stop := self.canvas.selected) is None:
            return
        mark, row = self.canvas.lines.mark_of(stop), self.canvas.lines.row_of(stop)
        if mark is not None:
            self.steps.ask_date(mark)
        elif row is not None:
            self.steps.ask_date(row.goal)

    def can_export(self) -> bool:
        """Return whether there is anything to take out."""
        return self.isVisible() and bool(self.shown.rows)

    def export(self) -> None:
        """Take the timeline out, through the gate."""
        chosen = self._chosen()
        self._export(self.items, None if chosen is None else chosen.relationship)

    @override
    def reload(self) -> None:
        if self._scope is None:
            self.whose.reload()
        self._later.stop()
        self._reader.start(self.context.desk.timelines.slices(self._chosen()))

    def _take(self, items: tuple[TimelineItem, ...]) -> None:
        self.items = items
        self.shown = timeline(items)
        if len(items) > _MANY:
            self._later.start()
        else:
            self._show()

    def _chosen(self) -> PlanScope | None:
        return self.whose.scope if self._scope is None else self._scope

    def _show(self) -> None:
        found, today = bool(self.items), self.context.today()
        can_change = not self.context.desk.read_only
        self.whose.setVisible(self._scope is None)
        self._stack.setCurrentIndex(0 if found else 1)
        for widget in (self._looks, self.table_button, self.export_button):
            widget.setVisible(found)
        self._looks.setVisible(found and not self.as_table)
        if not found:
            return
        sentence = timeline_sentence(self.shown, today, tr)
        self.sentence.setText(sentence)
        if self.as_table:
            self.table.show_table(timeline_table(self.shown, today, tr), sentence)
        self.table.setVisible(self.as_table)
        self.card.setVisible(not self.as_table and bool(self.shown.rows))
        self.canvas.editable = can_change
        self.canvas.show_timeline(self.shown, today, sentence)
        self.undated.show_undated(self.shown, can_change=can_change)
        self._fit_height()

    def _fit_height(self) -> None:
        self.card.setMaximumHeight(self.canvas.content_height() + _BORDERS)

    def _make_looks(self) -> QWidget:
        out = IconButton("minus", tr("Zoom out"), bordered=True)
        closer = IconButton("plus", tr("Zoom in"), bordered=True)
        everything, today = PlainButton(tr("Fit all")), PlainButton(tr("Today"))
        for button, step in (
            (out, self.canvas.zoom_out),
            (closer, self.canvas.zoom_in),
            (everything, self.canvas.fit_all),
            (today, self.canvas.go_to_today),
        ):
            button.clicked.connect(step)
        return Flow([out, closer, everything, today])

    def _assemble(self) -> None:
        self.table_button.setCheckable(True)
        head = QHBoxLayout()
        head.addWidget(Flow([self.whose, self._looks]), 1)
        head.addWidget(Flow([self.table_button, self.export_button]))
        self.card = Card()
        self.card.body.addWidget(self.canvas)
        ground = QWidget()
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.card, 1)
        column.addWidget(self.table)
        column.addWidget(self.reason)
        column.addWidget(self.sentence)
        column.addWidget(self.undated)
        column.addStretch(0)
        self._stack.addWidget(_Ground(ground))
        self._stack.addWidget(
            EmptyState(
                "timeline",
                tr("No goals yet"),
                tr("Goals and milestones with dates stand here over time."),
                self._empty_button,
            )
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addLayout(head)
        layout.addLayout(self._stack, 1)

    def _connect(self) -> None:
        self._reader.read.connect(self._take)
        self._later.timeout.connect(self._show)
        self.whose.chosen.connect(self.mark_stale)
        self.table_button.toggled.connect(self._turn_over)
        self.export_button.clicked.connect(self.export)
        self._empty_button.clicked.connect(self._go_to_goals)
        self.canvas.moved.connect(self._move)
        self.canvas.goal_opened.connect(self._open_goal)
        self.canvas.menu_wanted.connect(self._open_menu)
        self.canvas.content_resized.connect(self._fit_height)
        self.context.saving.connect(self.canvas.settle)
        self.steps.reason_wanted.connect(self.reason.ask)
        self.steps.reason_settled.connect(self.reason.close_up)
        self.reason.given.connect(self._keep_reason)
        self.reason.closed.connect(self.canvas.setFocus)

    def _move(self, stop: Stop, days: int, keys: bool) -> None:  # noqa: FBT001 (a signal's slot)
        mark, row = self.canvas.lines.mark_of(stop), self.canvas.lines.row_of(stop)
        if mark is not None:
            done = self.steps.move_mark(mark, days, keys=keys)
        else:
            done = row is not None and self.steps.move_goal(row, stop.part, days, keys=keys)
        if not done:
            self.canvas.cancel()

    def _keep_reason(self, words: str) -> None:
        self.steps.give_reason(words)
        self.mark_stale()

    def _open_goal(self, goal: UUID) -> None:
        row = self.canvas.lines.row_of(self.canvas.selected) if self.canvas.selected else None
        if row is not None and row.goal.id == goal:
            self._open(row.goal)

    def _go_to_goals(self) -> None:
        self._open(None)

    def _open_menu(self, place: QPoint) -> None:
        ids = [f"{self._prefix}.{name}" if name else "" for name in MENU]
        menu = self._actions.menu(self, *ids)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def _turn_over(self) -> None:
        self.table_button.setText(tr("Show as timeline") if self.as_table else tr("Show as table"))
        self.table_button.set_icon("timeline" if self.as_table else "list")
        self._show()


class _Ground(QScrollArea):
    """Scrolls where the window is too low for a few rows, the sentence and what has no date."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.setProperty("look", "page")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content.setProperty("look", "page")
        self._content = content
        self.setWidget(content)

    @override
    def sizeHint(self) -> QSize:
        return self._content.sizeHint()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Whoever holds the area gives it other room when its content has grown.
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
