"""Progress: one chart at a time, its sentence, its table."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from mentordesk.domain.goals import PlanScope
from mentordesk.domain.progress import ChartKind
from mentordesk.services.chart_facts import ChartFact
from mentordesk.ui.context import Context, Place
from mentordesk.ui.page import View
from mentordesk.ui.pages.progress.canvas import ChartCanvas
from mentordesk.ui.pages.progress.empty import NothingYet
from mentordesk.ui.pages.progress.ground import Ground
from mentordesk.ui.pages.progress.said import NAMES, WITH_PEOPLE, Said, chart_said
from mentordesk.ui.scope_choice import ScopeChoice
from mentordesk.ui.slice_reader import SliceReader
from mentordesk.ui.tasks import Progress
from mentordesk.ui.widgets.buttons import PlainButton
from mentordesk.ui.widgets.chart_table import TablePane
from mentordesk.ui.widgets.flow import Flow
from mentordesk.ui.widgets.labels import QuietLabel
from mentordesk.ui.widgets.switch import SwitchLook, ViewSwitch
from mentordesk.ui.words import tr

ExportChart = Callable[[Sequence[ChartFact], ChartKind, UUID | None], object]
"""Lets a person take a chart out: the facts, which chart, and whose page it stands on."""

_KINDS = tuple(NAMES)
_SAID_AT_ONCE = 1000  # more facts than these are put into words beside the window


class ProgressView(View):
    """The progress of a plan, of a relationship, or of everything."""

    touched_by: ClassVar[frozenset[str]] = frozenset(
        {
            "goal",
            "milestone",
            "share",
            "person",
            "member",
            "relationship",
            "meeting",
            "contact",
            "action",
        }
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
            scope: whose facts; None for everybody's, with a choice of whose.
            export: takes the chart out, through the gate.
            first: what a choice of whose begins with; None for all.
            parent: the widget it stands in.
        """
        super().__init__(context, parent)
        self._scope, self._export = scope, export
        self.facts: tuple[ChartFact, ...] = ()
        self._read_of: tuple[frozenset[ChartKind], PlanScope | None] | None = None
        self._said: Said = ("", chart_said(_KINDS[0], (), context.today())[1])
        self._reader = SliceReader(self)
        self.switch = ViewSwitch(
            [tr(name) for name in NAMES.values()],
            look=SwitchLook.SEGMENTS,
            name=tr("Which chart"),
        )
        self.whose = ScopeChoice(context, first)
        self.table_button = PlainButton(tr("Show as table"), icon="list")
        self.export_button = PlainButton(tr("Export…"), icon="export")
        self.canvas = ChartCanvas(context.tasks)
        self.table = TablePane()
        self.sentence = QuietLabel(wrap=True)
        self._empty = {kind: NothingYet(kind, self._go_on) for kind in _KINDS}
        self._scroll = Ground(self.canvas, self.table, self.sentence)
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

    @property
    def busy(self) -> bool:
        """Whether facts are still being read."""
        return self._reader.busy

    def show_scope(self, scope: PlanScope | None) -> None:
        """Turn to other facts."""
        if scope != self._scope:
            self._scope = scope
            self.mark_stale()

    def can_export(self) -> bool:
        """Return whether there is a chart to take out."""
        return self.isVisible() and bool(self.facts) and not self.busy

    def export(self) -> None:
        """Take the chart out, through the gate."""
        chosen = self._chosen()
        self._export(self.facts, self.kind, None if chosen is None else chosen.relationship)

    def first_focus(self) -> QWidget:
        """Return what takes the keyboard."""
        return self.switch if self.facts or self.busy else self._empty[self.kind].button

    @override
    def reload(self) -> None:
        if self._scope is None:
            self.whose.reload(own=self.kind not in WITH_PEOPLE)
        kind, chosen = self.kind, self._chosen()
        self._read_of = (_family(kind), chosen)
        self._reader.start(self.context.desk.progress.slices(kind, chosen, self.context.today()))
        if self.busy:
            self._show_busy()

    def _chosen(self) -> PlanScope | None:
        only = self.context.curtain.only
        if only is not None:
            return PlanScope(only)
        return self.whose.scope if self._scope is None else self._scope

    def _turn_to(self) -> None:
        """Show another kind of chart; two of the same facts share one reading."""
        if self._scope is None:
            self.whose.reload(own=self.kind not in WITH_PEOPLE)
        if self._read_of == (_family(self.kind), self._chosen()) and not self.busy:
            self._show()
        else:
            self.facts = ()
            self.mark_stale()

    def _take(self, facts: tuple[ChartFact, ...]) -> None:
        if len(facts) > _SAID_AT_ONCE or facts != self.facts:
            self.facts = facts
        self._show()

    def _show_busy(self) -> None:
        """Leave the present chart of these facts in its place, or say that one is on its way."""
        self.export_button.setEnabled(False)
        self._stack.setCurrentWidget(self._scroll)

    def _show(self) -> None:
        found = bool(self.facts)
        self.whose.setVisible(self._scope is None)
        self.export_button.setEnabled(True)
        for widget in (self.table_button, self.export_button):
            widget.setVisible(found)
        self._stack.setCurrentWidget(self._scroll if found else self._empty[self.kind].state)
        if not found:
            return
        work = partial(chart_said, self.kind, self.facts, self.context.today())
        if len(self.facts) <= _SAID_AT_ONCE:
            self._say(self.facts, self.kind, work())
        else:
            done = partial(self._say, self.facts, self.kind)
            self.context.tasks.run(partial(_beside, work), done, _fail, owner=self)

    def _say(self, facts: tuple[ChartFact, ...], kind: ChartKind, said: object) -> None:
        if not isinstance(said, tuple):
            return
        if facts is not self.facts or kind is not self.kind:
            return
        self._said = said
        sentence, rows = self._said
        self.sentence.setText(sentence)
        if self.as_table:
            # The table of a long life has thousands of rows: made when it is looked at.
            self.table.show_table(rows(), sentence)
        self.table.setVisible(self.as_table)
        self._scroll.card.setVisible(not self.as_table)
        self.canvas.show_chart(facts, kind, self.context.today(), sentence)

    def _assemble(self) -> None:
        self.table_button.setCheckable(True)
        head = QHBoxLayout()
        head.addWidget(Flow([self.switch, self.whose]), 1)
        head.addWidget(Flow([self.table_button, self.export_button]))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addLayout(head)
        layout.addLayout(self._stack, 1)
        # Only now: a page added to a stack that stands nowhere would be shown as a window.
        self._stack.addWidget(self._scroll)
        for empty in self._empty.values():
            self._stack.addWidget(empty.state)

    def _connect(self) -> None:
        self._reader.read.connect(self._take)
        self.switch.view_chosen.connect(self._turn_to)
        self.whose.chosen.connect(self.mark_stale)
        self.table_button.toggled.connect(self._turn_over)
        self.export_button.clicked.connect(self.export)

    def _turn_over(self) -> None:
        words = tr("Show as chart") if self.as_table else tr("Show as table")
        self.table_button.setText(words)
        self.table_button.set_icon("chart" if self.as_table else "list")
        self._say(self.facts, self.kind, self._said)

    def _go_on(self) -> None:
        chosen = self._chosen()
        goals = self.kind not in WITH_PEOPLE
        if chosen is None or chosen.relationship is None:
            self.context.go(Place("plan", view="list") if goals else Place("meetings"))
        else:
            view = "goals" if goals else "meetings"
            self.context.go(Place("relationship", chosen.relationship, view))


def _family(kind: ChartKind) -> frozenset[ChartKind]:
    """Return the kinds that are drawn of the same facts."""
    milestones = frozenset({ChartKind.BURN_UP, ChartKind.GOALS})
    return milestones if kind in milestones else frozenset({kind})


def _beside(work: Callable[[], Said], _progress: Progress) -> Said:
    return work()


def _fail(error: Exception) -> None:
    raise error
