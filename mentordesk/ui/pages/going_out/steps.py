"""What can be taken out of the file, and the commands for it."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QWidget

from mentordesk.domain.calendar import CalendarScope
from mentordesk.domain.progress import ChartKind
from mentordesk.domain.reports import ReportKind, ReportWish
from mentordesk.domain.timeline import TimelineItem
from mentordesk.services.chart_facts import ChartFact
from mentordesk.ui.actions import Command, Menu
from mentordesk.ui.context import Context, Place
from mentordesk.ui.pages.going_out.calendar import export_calendar, export_cancelled
from mentordesk.ui.pages.going_out.chart import export_chart
from mentordesk.ui.pages.going_out.report import print_report
from mentordesk.ui.pages.going_out.timeline import export_timeline
from mentordesk.ui.words import tr


class GoingOutSteps:
    """Each opens its dialog over the window."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        self._context, self._parent = context, parent

    def export_all(self) -> None:
        """Put any meetings into a calendar."""
        only = self._context.curtain.only
        export_calendar(self._context, self._parent, CalendarScope(relationship=only))

    def export_meeting(self, meeting: UUID) -> None:
        """Put one meeting into a calendar."""
        export_calendar(self._context, self._parent, CalendarScope(meetings=(meeting,)))

    def export_relationship(self, relationship: UUID) -> None:
        """Put the meetings of a relationship into a calendar."""
        export_calendar(self._context, self._parent, CalendarScope(relationship=relationship))

    def export_cancelled(self, meetings: Sequence[UUID]) -> None:
        """Take cancelled meetings out of a calendar."""
        export_cancelled(self._context, meetings, self._parent)

    def export_chart(
        self,
        facts: Sequence[ChartFact],
        kind: ChartKind,
        relationship: UUID | None = None,
    ) -> None:
        """Save a chart of progress."""
        export_chart(self._context, self._parent, facts, kind, relationship)

    def export_timeline(
        self, items: Sequence[TimelineItem], relationship: UUID | None = None
    ) -> None:
        """Save a timeline."""
        export_timeline(self._context, self._parent, items, relationship)

    def print_plan(self) -> None:
        """Print or save my own plan, or the goals of whoever is shown alone."""
        only = self._context.curtain.only
        self._print(ReportWish(kind=ReportKind.PLAN, item=only), only)

    def print_relationship(self, relationship: UUID) -> None:
        """Print or save a relationship's page, or its goals."""
        self._print(ReportWish(kind=ReportKind.RELATIONSHIP, item=relationship), relationship)

    def print_meeting(self, meeting: UUID) -> None:
        """Print or save a meeting."""
        about = self._context.desk.relationships.of_meeting(meeting)
        self._print(ReportWish(kind=ReportKind.MEETING, item=meeting), about)

    def _print(self, wish: ReportWish, about: UUID | None) -> None:
        self._context.save_open_editors()
        print_report(self._context, wish, self._parent, about=about)

    def show_sent(self) -> None:
        """Show what has been sent out."""
        self._context.go(Place("sent"))


def going_out_commands(steps: GoingOutSteps) -> Sequence[Command]:
    """Return the commands of the program's menu for the action table."""
    return [
        Command(
            id="calendar.export",
            label=tr("&Put meetings into a calendar…"),
            run=steps.export_all,
            icon="calendar-add",
            keys=("Ctrl+E",),
            menu=Menu.FILE,
            everywhere=True,
        ),
        Command(
            id="sent.show",
            label=tr("What I have &sent out"),
            run=steps.show_sent,
            icon="export",
            menu=Menu.FILE,
        ),
    ]
