"""What the field's words are on the screen: every enum label, in one place."""

from enum import StrEnum

from mentordesk.domain.backups import BackupReason, Protection
from mentordesk.domain.enums import (
    AgendaKind,
    Detail,
    GoalStatus,
    Horizon,
    ItemKind,
    MeetingForm,
    MeetingStatus,
    Origin,
    Phase,
    RelationshipKind,
    Role,
    Scope,
    Stage,
    Visibility,
)
from mentordesk.domain.exits import ExitKind
from mentordesk.domain.people import Section
from mentordesk.domain.reports import ReportKind
from mentordesk.ui.words import plural, tr

_WORDS: tuple[tuple[StrEnum, str], ...] = (
    (BackupReason.AUTOMATIC, "By itself"),
    (BackupReason.ASKED, "You asked for it"),
    (BackupReason.MIGRATION, "Before a new version"),
    (BackupReason.IMPORT, "Before an import"),
    (BackupReason.RESTORE, "Before a restore"),
    (BackupReason.REKEY, "Before a new passphrase"),
    (Protection.NONE, "No passphrase"),
    (Protection.PRESENT, "This passphrase"),
    (Protection.EARLIER, "An earlier passphrase"),
    (Role.MENTEE, "Mentor"),
    (Role.MENTOR, "Mentee"),
    (Role.PEER, "Peer"),
    (Origin.CHOSEN, "We chose each other"),
    (Origin.ASSIGNED, "Assigned by a programme"),
    (RelationshipKind.ONE_TO_ONE, "One to one"),
    (RelationshipKind.PEER, "Peers"),
    (RelationshipKind.GROUP, "Group"),
    (Stage.PROSPECT, "Looking"),
    (Stage.APPROACHED, "Asked"),
    (Stage.EXPLORING, "Trying it out"),
    (Stage.ACTIVE, "Under way"),
    (Stage.PAUSED, "Paused"),
    (Stage.CLOSED, "In the archive"),
    (Phase.INITIATION, "Starting"),
    (Phase.CULTIVATION, "Building"),
    (Phase.SEPARATION, "Meeting less often"),
    (Phase.REDEFINITION, "Staying in touch"),
    (Scope.BROAD, "Broad"),
    (Scope.FOCUSED, "Focused"),
    (Visibility.PRIVATE, "Only I see this"),
    (Visibility.SHARED, "Shared"),
    (Visibility.PASSABLE, "May be passed on"),
    (Horizon.YEAR, "Within a year"),
    (Horizon.THREE_YEARS, "One to three years"),
    (Horizon.BEYOND, "Beyond three years"),
    (GoalStatus.DRAFT, "Draft"),
    (GoalStatus.ACTIVE, "Under way"),
    (GoalStatus.PARKED, "Parked"),
    (GoalStatus.ACHIEVED, "Achieved"),
    (GoalStatus.REPLACED, "Replaced"),
    (GoalStatus.LET_GO, "Let go"),
    (MeetingStatus.PROPOSED, "Proposed"),
    (MeetingStatus.CONFIRMED, "Confirmed"),
    (MeetingStatus.HELD, "Held"),
    (MeetingStatus.CANCELLED, "Cancelled"),
    (MeetingStatus.MISSED, "Did not take place"),
    (MeetingForm.IN_PERSON, "In person"),
    (MeetingForm.VIDEO, "Video"),
    (MeetingForm.PHONE, "Phone"),
    (MeetingForm.MESSAGES, "E-mail or chat"),
    (MeetingForm.BREAKFAST, "Breakfast"),
    (MeetingForm.COFFEE, "Coffee"),
    (MeetingForm.LUNCH, "Lunch"),
    (MeetingForm.DINNER, "Dinner"),
    (MeetingForm.WALK, "Walk"),
    (AgendaKind.TOPIC, "Topic"),
    (AgendaKind.CONCERN, "Concern"),
    (AgendaKind.QUESTION, "Question"),
    (AgendaKind.OPPORTUNITY, "Opportunity"),
    (AgendaKind.DECISION, "Decision"),
    (AgendaKind.FEEDBACK, "Feedback"),
    (AgendaKind.THANKS, "Thanks"),
    (AgendaKind.PROGRESS, "Progress"),
    (Detail.FULL, "Everything but notes"),
    (Detail.TITLE, "Names, no agenda"),
    (Detail.DISCREET, "Only “Meeting”"),
    (ExitKind.CALENDAR, "Calendar file"),
    (ExitKind.CHART, "Progress chart"),
    (ExitKind.REPORT, "Document"),
    (ExitKind.PRINT, "Printed pages"),
    (ExitKind.CLIPBOARD, "Copied text"),
    (ReportKind.PLAN, "Plan"),
    (ReportKind.RELATIONSHIP, "Mentoring"),
    (ReportKind.MEETING, "Meeting"),
    (Section.MENTORS, "My mentors"),
    (Section.MENTEES, "My mentees"),
    (Section.PEERS, "Peers, groups"),
    (Section.LOOKING, "Looking for"),
    (Section.ARCHIVE, "Archive"),
)

_LABELS = {(type(value), value): words for value, words in _WORDS}
"""By type too: two words of the field may be written alike and said differently."""


_KINDS: dict[ItemKind, tuple[str, str]] = {
    ItemKind.PERSON: ("{count} person", "{count} people"),
    ItemKind.RELATIONSHIP: ("{count} relationship", "{count} relationships"),
    ItemKind.GOAL: ("{count} goal", "{count} goals"),
    ItemKind.MILESTONE: ("{count} milestone", "{count} milestones"),
    ItemKind.ACTION: ("{count} action", "{count} actions"),
    ItemKind.CHECKPOINT: ("{count} checkpoint", "{count} checkpoints"),
    ItemKind.MEETING: ("{count} meeting", "{count} meetings"),
    ItemKind.AGENDA_ITEM: ("{count} agenda item", "{count} agenda items"),
    ItemKind.NOTE: ("{count} note", "{count} notes"),
    ItemKind.CONTACT: ("{count} contact", "{count} contacts"),
    ItemKind.CHANGE: ("{count} written change", "{count} written changes"),
}

_RHYTHMS = {
    7: "Weekly",
    14: "Every two weeks",
    30: "About monthly",
    42: "Every six weeks",
    91: "Quarterly",
    182: "Twice a year",
}


def label(value: StrEnum) -> str:
    """Return what a word of the field is called on the screen."""
    return tr(_LABELS[type(value), value])


def counted(kind: ItemKind, count: int) -> str:
    """Return a number of items in words: ``3 meetings``."""
    return plural(count, *_KINDS[kind])


def rhythm(days: int | None) -> str:
    """Return how often people wish to be in touch."""
    if days is None:
        return tr("No rhythm yet")
    known = _RHYTHMS.get(days)
    return tr(known) if known else plural(days, "Every day", "Every {count} days")
