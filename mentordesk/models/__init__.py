"""What is kept: mapped classes without queries or rules."""

from mentordesk.models.base import RISING, Base, Kept, Shareable
from mentordesk.models.goals import Action, Checkpoint, Goal, Milestone
from mentordesk.models.journal import Change, ChangeSet, Exit, Meta
from mentordesk.models.meetings import AgendaItem, Contact, Meeting, Note
from mentordesk.models.people import Member, Person, Relationship, Share
from mentordesk.models.search import SearchEntry

__all__ = [
    "RISING",
    "Action",
    "AgendaItem",
    "Base",
    "Change",
    "ChangeSet",
    "Checkpoint",
    "Contact",
    "Exit",
    "Goal",
    "Kept",
    "Meeting",
    "Member",
    "Meta",
    "Milestone",
    "Note",
    "Person",
    "Relationship",
    "SearchEntry",
    "Share",
    "Shareable",
]
