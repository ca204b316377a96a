"""The words of the field that the file keeps; their labels on the screen live in the window."""

from enum import StrEnum


class Role(StrEnum):
    """My own part in a relationship."""

    MENTEE = "mentee"
    MENTOR = "mentor"
    PEER = "peer"


class Origin(StrEnum):
    """Whether a programme put us together or we found each other."""

    CHOSEN = "chosen"
    ASSIGNED = "assigned"


class RelationshipKind(StrEnum):
    """Two people, two peers, or a group."""

    ONE_TO_ONE = "one_to_one"
    PEER = "peer"
    GROUP = "group"


class Stage(StrEnum):
    """How far a relationship has come."""

    PROSPECT = "prospect"
    APPROACHED = "approached"
    EXPLORING = "exploring"
    ACTIVE = "active"
    PAUSED = "paused"
    CLOSED = "closed"


LOOKING = (Stage.PROSPECT, Stage.APPROACHED, Stage.EXPLORING)
"""Stages before a relationship has begun."""

LIVE = (Stage.EXPLORING, Stage.ACTIVE)
"""Stages in which silence may be worth a signal."""


class Phase(StrEnum):
    """Phases of a mentoring relationship (Kram 1983); they may be taken in any direction."""

    INITIATION = "initiation"
    CULTIVATION = "cultivation"
    SEPARATION = "separation"
    REDEFINITION = "redefinition"


class Scope(StrEnum):
    """How wide the topics are."""

    BROAD = "broad"
    FOCUSED = "focused"


class Visibility(StrEnum):
    """Who may come to see an item: the order is from narrow to wide."""

    PRIVATE = "private"
    SHARED = "shared"
    PASSABLE = "passable"


class Horizon(StrEnum):
    """How far away a goal is."""

    YEAR = "year"
    THREE_YEARS = "three_years"
    BEYOND = "beyond"


class GoalStatus(StrEnum):
    """Where a goal stands."""

    DRAFT = "draft"
    ACTIVE = "active"
    PARKED = "parked"
    ACHIEVED = "achieved"
    REPLACED = "replaced"
    LET_GO = "let_go"


OPEN_GOALS = (GoalStatus.DRAFT, GoalStatus.ACTIVE)
"""Goals that somebody is, or soon will be, working on."""


class MeetingStatus(StrEnum):
    """What became of a planned meeting."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    HELD = "held"
    CANCELLED = "cancelled"
    MISSED = "missed"


PLANNED = (MeetingStatus.PROPOSED, MeetingStatus.CONFIRMED)
"""Meetings that still lie ahead."""


class MeetingForm(StrEnum):
    """Where and how people meet; a walk is a meeting too."""

    IN_PERSON = "in_person"
    VIDEO = "video"
    PHONE = "phone"
    MESSAGES = "messages"
    BREAKFAST = "breakfast"
    COFFEE = "coffee"
    LUNCH = "lunch"
    DINNER = "dinner"
    WALK = "walk"


class AgendaKind(StrEnum):
    """What an agenda item is for."""

    TOPIC = "topic"
    CONCERN = "concern"
    QUESTION = "question"
    OPPORTUNITY = "opportunity"
    DECISION = "decision"
    FEEDBACK = "feedback"
    THANKS = "thanks"
    PROGRESS = "progress"


class Detail(StrEnum):
    """How much a calendar entry says.

    ``DISCREET`` is a title "Meeting" and nothing else, ``TITLE`` names people, ``FULL`` adds the
    agenda.
    """

    FULL = "full"
    TITLE = "title"
    DISCREET = "discreet"


class ItemKind(StrEnum):
    """The kinds of kept items; the values are the names of their tables."""

    PERSON = "person"
    RELATIONSHIP = "relationship"
    GOAL = "goal"
    MILESTONE = "milestone"
    ACTION = "action"
    CHECKPOINT = "checkpoint"
    MEETING = "meeting"
    AGENDA_ITEM = "agenda_item"
    NOTE = "note"
    CONTACT = "contact"
    CHANGE = "change"


class ChangeKind(StrEnum):
    """Whether a change set was made, taken back, or made again."""

    DO = "do"
    UNDO = "undo"
    REDO = "redo"


class Operation(StrEnum):
    """What happened to one row."""

    INSERT = "insert"
    UPDATE = "update"
    DELETE = "delete"
