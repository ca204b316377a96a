"""The choices of what goes into a calendar, for whom, and how much it says."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from mentordesk.domain.calendar import CalendarScope, CalendarWish
from mentordesk.domain.enums import Detail
from mentordesk.domain.release import MYSELF, Audience
from mentordesk.ui.context import Context
from mentordesk.ui.labels import label
from mentordesk.ui.pages.going_out.audiences import audiences
from mentordesk.ui.pages.going_out.said import Program, importing_again, program_name
from mentordesk.ui.preferences import DETAIL
from mentordesk.ui.widgets.forms import Form
from mentordesk.ui.widgets.labels import QuietLabel
from mentordesk.ui.words import plural, tr

REMINDERS = {"alarm_day": 1440, "alarm_hour": 60, "alarm_quarter": 15}
"""Minutes before a meeting, by the key of the form's box."""

_MORE = ("milestones", *REMINDERS)


class Which(StrEnum):
    """What a person can choose from, beside each of their relationships."""

    THESE = "these"
    PERIOD = "period"
    EVERYTHING = "everything"


@dataclass(frozen=True)
class Chosen:
    """What a form of choices asks for."""

    scope: CalendarScope
    wish: CalendarWish
    audience: Audience
    name: str
    """What the audience is called in the form."""

    which: object


class CalendarForm(Form):
    """Which meetings, for whom, how much of them."""

    def __init__(self, context: Context, scope: CalendarScope, *, cancelled: bool = False) -> None:
        super().__init__(context.today())
        self._scope, self._cancelled = scope, cancelled
        about = _about(context, scope)
        self._audiences = audiences(context, about, mine=tr("My own calendar"))
        self._add_which(context, scope, about)
        self.add_choice("audience", tr("For whom"), self._audiences)
        details = [(detail, label(detail)) for detail in Detail]
        self.add_choice("detail", tr("How much it says"), details)
        programs = [(program, program_name(program)) for program in Program]
        self.add_choice("program", tr("Calendar program"), programs)
        self.again = QuietLabel(small=True, wrap=True)
        again = self.row("program").layout()
        if again is not None:
            again.addWidget(self.again)
        self._add_more()
        detail = context.preferences.value(DETAIL)
        self.load({"which": _preset(scope), "detail": detail, "program": Program.OTHER})
        self.load({"first": scope.first or context.today(), "last": scope.last})
        self.edited.connect(self.follow)
        self.follow()

    def chosen(self) -> Chosen:
        """Return what is asked for; only where ``problems`` has nothing to say."""
        values = self.values()
        audience, detail = values["audience"], values["detail"]
        whom = audience if isinstance(audience, Audience) else MYSELF
        alarms = tuple(minutes for key, minutes in REMINDERS.items() if values[key])
        wish = CalendarWish(
            detail=detail if isinstance(detail, Detail) else Detail.TITLE,
            alarms=() if self._cancelled else alarms,
            milestones=bool(values["milestones"]) and not self._cancelled,
            confidential=bool(values["confidential"]),
        )
        return Chosen(
            self._chosen_scope(values), wish, whom, dict(self._audiences)[whom], values["which"]
        )

    def problems(self) -> dict[str, str]:
        """Return a sentence for each date that does not say from when to when."""
        values = self.values()
        if values["which"] is not Which.PERIOD:
            return {}
        if unreadable := self.unreadable():
            return unreadable
        first, last = values["first"], values["last"]
        if first is None and last is None:
            return {"first": tr("Say from when, until when, or both.")}
        if isinstance(first, date) and isinstance(last, date) and last < first:
            return {"last": tr("The last day lies before the first. Choose a later day.")}
        return {}

    def follow(self) -> None:
        """Show what belongs to the choices made."""
        values = self.values()
        for key in ("first", "last"):
            self.set_row_visible(key, visible=values["which"] is Which.PERIOD)
            self.row(key).show_problem(self.problems().get(key, ""))
        many = values["which"] is not Which.THESE
        self.set_row_visible("milestones", visible=many and not self._cancelled)
        program = values["program"]
        if isinstance(program, Program):
            self.again.setText(importing_again(program))

    def _add_which(self, context: Context, scope: CalendarScope, about: UUID | None) -> None:
        options: list[tuple[object, str]] = []
        if scope.meetings:
            count = len(scope.meetings)
            options.append((Which.THESE, plural(count, "This meeting", "These {count} meetings")))
        options += [
            (entry.id, tr("Meetings with {name}", name=entry.name))
            for entry in context.relationships()
            if about is None or entry.id == about
        ]
        if context.curtain.only is None:
            options += [(Which.PERIOD, tr("A period")), (Which.EVERYTHING, tr("Everything"))]
        self.add_choice("which", tr("Which meetings"), options)
        self.set_row_visible("which", visible=not self._cancelled)
        self.add_date("first", tr("From"))
        self.add_date("last", tr("Until"), tr("Empty: all that is planned."))

    def _add_more(self) -> None:
        self.more(tr("Milestones, reminders, hiding") if not self._cancelled else tr("More"))
        self.add_check("milestones", tr("Also open milestones, as whole days"))
        self.add_check("alarm_day", tr("Remind me a day before"))
        self.add_check("alarm_hour", tr("Remind me an hour before"))
        self.add_check("alarm_quarter", tr("Remind me 15 minutes before"))
        self.add_check(
            "confidential",
            tr("Hide from others in a shared calendar"),
            tr("This asks the calendar to hide the entries. It does not encrypt them."),
        )
        for key in _MORE:
            self.set_row_visible(key, visible=not self._cancelled)

    def _chosen_scope(self, values: dict[str, object]) -> CalendarScope:
        which, first, last = values["which"], values["first"], values["last"]
        if which is Which.THESE or self._cancelled:
            return CalendarScope(meetings=self._scope.meetings)
        if isinstance(which, UUID):
            return CalendarScope(relationship=which)
        if which is not Which.PERIOD:
            return CalendarScope()
        return CalendarScope(
            first=first if isinstance(first, date) else None,
            last=last if isinstance(last, date) else None,
        )


def _about(context: Context, scope: CalendarScope) -> UUID | None:
    """Return the relationship that the first choice is about, if it is about one."""
    if scope.relationship is not None or not scope.meetings:
        return scope.relationship
    return context.desk.relationships.of_meeting(scope.meetings[0])


def _preset(scope: CalendarScope) -> object:
    if scope.meetings:
        return Which.THESE
    if scope.relationship is not None:
        return scope.relationship
    return Which.PERIOD if scope.first or scope.last else Which.EVERYTHING
