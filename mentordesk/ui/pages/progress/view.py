"""Progress: one chart of milestones, its sentence, its table."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from mentordesk.domain.goals import PlanScope
from mentordesk.domain.progress import ChartKind, MilestoneFact, burn_up, per_goal
from mentordesk.domain.progress_said import (
    ChartTable,
    burn_up_sentence,
    burn_up_table,
    goals_sentence,
    goals_table,
)
from mentordesk.ui.context import Context, Place
from mentordesk.ui.page import View
from mentordesk.ui.pages.progress.canvas import ChartCanvas
from mentordesk.ui.scope_choice import ScopeChoice
from mentordesk.ui.widgets.buttons import PlainButton, PrimaryButton
from mentordesk.ui.widgets.cards import Card, EmptyState
from mentordesk.ui.widgets.chart_table import TablePane
from mentordesk.ui.widgets.flow import Flow
from mentordesk.ui.widgets.labels import QuietLabel
from mentordesk.ui.widgets.switch import SwitchLook, ViewSwitch
from mentordesk.ui.words import tr

ExportChart = Callable[[Sequence[MilestoneFact], ChartKind, UUID | None], object]
"""Lets a person take a chart out: the facts, which chart, and whose page it stands on."""

_KINDS = (ChartKind.BURN_UP, ChartKind.GOALS)


class ProgressView(View):
    """The progress of a plan, of a relationship, or of everything."""

    touched_by: ClassVar[frozenset[str]] = frozenset(
        {"goal", "milestone", "share", "person", "member", "relationship"}
    )

    def __init__(
        self,
        context: Context,
        scope: PlanScope | None = None,
        *,
        export: ExportChart,
        first: PlanScope | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make the view.

        Args:
            context: the open desk.
            scope: whose milestones; None for all of them, with a choice of whose.
            export: takes the chart out, through the gate.
            first: what a choice of whose begins with; None for all.
            parent: the widget it stands in.
        """
        super().__init__(context, parent)
        self._scope, self._export = scope, export
        self.facts: tuple[MilestoneFact, ...] = ()
        self.switch = ViewSwitch(
            [tr("Over time"), tr("By goal")], look=SwitchLook.SEGMENTS, name=tr("Which chart")
        )
        self.whose = ScopeChoice(context, first)
        self.table_button = PlainButton(tr("Show as table"), icon="list")
        self.export_button = PlainButton(tr("Export…"), icon="export")
        self.canvas = ChartCanvas(context.tasks)
        self.table = TablePane()
        self.sentence = QuietLabel(wrap=True)
        self._empty_button = PrimaryButton(tr("Go to the goals"))
        self._empty = EmptyState(
            "milestone",
            tr("No milestones yet"),
            tr(
                "A milestone is a step on the way to a goal. Once there is one, what was planned "
                "and what is reached stands here."
            ),
            self._empty_button,
        )
        self._scroll = _Ground(self.canvas, self.table, self.sentence)
        self._stack = QStackedLayout()
        self._assemble()
        self._connect()

    @property
    def kind(self) -> ChartKind:
        """Which chart is shown."""
        return _KINDS[self.switch.currentIndex()]

    @property
    def as_table(self) -> bool:
        """Whether the table stands in the chart's place."""
        return self.table_button.isChecked()

    def show_scope(self, scope: PlanScope | None) -> None:
        """Turn to other milestones."""
        if scope != self._scope:
            self._scope = scope
            self.mark_stale()

    def can_export(self) -> bool:
        """Return whether there is a chart to take out."""
        return self.isVisible() and bool(self.facts)

    def export(self) -> None:
        """Take the chart out, through the gate."""
        chosen = self._chosen()
        self._export(self.facts, self.kind, None if chosen is None else chosen.relationship)

    def first_focus(self) -> QWidget:
        """Return what takes the keyboard."""
        return self.switch if self.facts else self._empty_button

    @override
    def reload(self) -> None:
        if self._scope is None:
            self.whose.reload()
        self.facts = tuple(self.context.desk.progress.facts(self._chosen()))
        self._show()

    def _chosen(self) -> PlanScope | None:
        return self.whose.scope if self._scope is None else self._scope

    def _show(self) -> None:
        found = bool(self.facts)
        self.whose.setVisible(self._scope is None)
        for widget in (self.switch, self.table_button, self.export_button):
            widget.setVisible(found)
        self._stack.setCurrentWidget(self._scroll if found else self._empty)
        if not found:
            return
        sentence, rows = self._said()
        self.sentence.setText(sentence)
        if self.as_table:
            # The table of a long life has thousands of rows: made when it is looked at.
            self.table.show_table(rows(), sentence)
        self.table.setVisible(self.as_table)
        self._scroll.card.setVisible(not self.as_table)
        self.canvas.show_chart(self.facts, self.kind, self.context.today(), sentence)

    def _said(self) -> tuple[str, Callable[[], ChartTable]]:
        today = self.context.today()
        if self.kind is ChartKind.BURN_UP:
            burn = burn_up(self.facts, today)
            return burn_up_sentence(burn, tr), partial(burn_up_table, burn, tr)
        goals = per_goal(self.facts, today)
        return goals_sentence(goals, today, tr), partial(goals_table, goals, tr)

    def _assemble(self) -> None:
        self.table_button.setCheckable(True)
        head = QHBoxLayout()
        head.addWidget(Flow([self.switch, self.whose]), 1)
        head.addWidget(Flow([self.table_button, self.export_button]))
        self._stack.addWidget(self._scroll)
        self._stack.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addLayout(head)
        layout.addLayout(self._stack, 1)

    def _connect(self) -> None:
        self.switch.view_chosen.connect(self._show)
        self.whose.chosen.connect(self.mark_stale)
        self.table_button.toggled.connect(self._turn_over)
        self.export_button.clicked.connect(self.export)
        self._empty_button.clicked.connect(self._go_to_goals)

    def _turn_over(self) -> None:
        words = tr("Show as chart") if self.as_table else tr("Show as table")
        self.table_button.setText(words)
        self.table_button.set_icon("chart" if self.as_table else "list")
        self._show()

    def _go_to_goals(self) -> None:
        chosen = self._chosen()
        if chosen is None or chosen.relationship is None:
            self.context.go(Place("plan", view="list"))
        else:
            self.context.go(Place("relationship", chosen.relationship, "goals"))


class _Ground(QScrollArea):
    """The chart or its table in a card, the sentence under it; scrolls where there is no room."""

    def __init__(self, chart: QWidget, rows: QWidget, sentence: QWidget) -> None:
        super().__init__()
        self.setProperty("look", "page")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        ground = QWidget()
        ground.setProperty("look", "page")
        self.card = Card()
        self.card.body.addWidget(chart)
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.card)
        column.addWidget(rows)
        column.addWidget(sentence)
        column.addStretch(1)
        self.setWidget(ground)
        self._ground = ground

    @override
    def sizeHint(self) -> QSize:
        return self._ground.sizeHint()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Whoever holds the area gives it other room when its content has grown.
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
