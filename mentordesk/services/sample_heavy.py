"""The heavy sample: ten years with 200 people, to measure with. Believable in numbers only."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from mentordesk.domain.enums import GoalStatus, ItemKind, MeetingStatus, Phase, Role, Stage
from mentordesk.domain.meetings import calendar_uid
from mentordesk.domain.wall_time import WallTime
from mentordesk.models import (
    Action,
    AgendaItem,
    Checkpoint,
    Contact,
    Goal,
    Meeting,
    Member,
    Milestone,
    Note,
    Person,
    Relationship,
    Share,
)
from mentordesk.services.base import STEP
from mentordesk.services.sample_book import Book
from mentordesk.services.sample_story import read_story

RELATIONSHIPS = 200
GOALS, MILESTONES = 10, 5
"""Goals of each relationship, milestones of each goal."""

MEETINGS, ACTIONS, CONTACTS = 125, 3, 100
"""Meetings of each relationship, actions of each meeting, contacts of each relationship."""

LIVING = 25
"""Relationships that go on today; the others lie in the archive."""

_YEARS = 10
_SENTENCES = 11
"""In a note: about 150 words."""

_ROLES = {
    "mentee": (Role.MENTEE,),
    "mentor": (Role.MENTOR,),
    "both": (Role.MENTOR, Role.MENTEE, Role.MENTOR, Role.MENTOR, Role.MENTEE, Role.PEER),
}


def tell_heavy(book: Book, today: date, role: str) -> UUID:
    """Fill a book with ten years and return me."""
    years = _Years(book, today)
    for number in range(RELATIONSHIPS):
        roles = _ROLES[role]
        _Bond(years, number, roles[number % len(roles)]).tell()
    return years.me


class _Years:
    """What all relationships share."""

    def __init__(self, book: Book, today: date) -> None:
        self.book, self.today, self.random = book, today, book.random
        self.words: dict[str, Sequence[str]] = read_story("heavy")
        self.first = today - timedelta(days=365 * _YEARS)
        self.now = datetime.combine(today, time(5), UTC)
        step = book.step("Begin", self.at(self.first, 6))
        self.me = step.add(Person, is_me=True, name="Maya Lindqvist", time_zone="Europe/Berlin")

    def at(self, day: date, hour: int, minute: int = 0) -> datetime:
        """Return a moment of a day, in UTC, that is never still to come."""
        return min(datetime.combine(day, time(hour, minute), UTC), self.now)

    def choice(self, words: str) -> str:
        """Return one of the words of a kind."""
        return self.random.choice(self.words[words])


class _Bond:
    """One relationship with everything in it."""

    def __init__(self, years: _Years, number: int, role: Role) -> None:
        self.years, self.book, self.random = years, years.book, years.random
        self.number, self.role = number, role
        self.lives = number < LIVING
        length = self.random.randint(400, 1600)
        ended = 0 if self.lives else self.random.randint(30, 365 * _YEARS - length - 10)
        self.last = years.today - timedelta(days=ended)
        self.first = self.last - timedelta(days=length)
        self.length = length
        self.zone = years.choice("zones")

    def tell(self) -> None:
        """Add the relationship, its goals, its meetings and contacts, and its end."""
        step = self.book.step("Add person", self.years.at(self.first, 8))
        given, family = self.years.choice("given"), self.years.choice("family")
        self.other = step.add(
            Person,
            name=f"{given} {family}",
            email=f"{given}.{family}@example.org".lower(),
            job=self.years.choice("jobs"),
            time_zone=self.zone,
        )
        self.relationship = step.add(
            Relationship,
            role=self.role,
            stage=Stage.ACTIVE,
            phase=self.random.choice(list(Phase)),
            phase_since=self.first,
            rhythm_days=self.random.choice((14, 30, 42, 91, None)),
            started_on=self.first,
            position=STEP * (self.number + 1),
        )
        step.add(Member, relationship_id=self.relationship, person_id=self.other, position=STEP)
        for number in range(GOALS):
            self._goal(number)
        for number in range(MEETINGS):
            self._meeting(number)
        for _ in range(CONTACTS):
            self._contact()
        if not self.lives:
            step = self.book.step("Archive relationship", self.years.at(self.last, 22))
            changed: dict[str, Any] = {"stage": Stage.CLOSED, "archived_on": self.last}
            step.change(Relationship, self.relationship, **changed)

    def _day(self, part: float) -> date:
        """Return the day at a part of the relationship's life; beyond 1 it is still to come."""
        return self.first + timedelta(days=round(self.length * part))

    def _goal(self, number: int) -> None:
        begun = number / GOALS * 0.8
        day = self._day(begun)
        mine = self.role is not Role.MENTOR
        over = not self.lives or number < GOALS - 2
        step = self.book.step("Add goal", self.years.at(day, 9, number))
        goal = step.add(
            Goal,
            owner_id=self.years.me if mine else self.other,
            title=self.years.choice("goals"),
            start=day,
            due=self._day(begun + 0.3),
            position=STEP * (self.number * GOALS + number + 1),
        )
        step.add(Share, item_kind=ItemKind.GOAL, item_id=goal, relationship_id=self.relationship)
        for place in range(MILESTONES):
            self._milestone(goal, begun + (place + 1) * 0.05, day, place, over=over)
        self.book.step("Add checkpoint", self.years.at(self._day(begun + 0.05), 19)).add(
            Checkpoint,
            goal_id=goal,
            person_id=self.other,
            day=self._day(begun + 0.05),
            line=self.years.choice("lines"),
        )
        if over:
            closed = self._day(min(begun + 0.3, 0.99))
            step = self.book.step("Mark goal achieved", self.years.at(closed, 21))
            step.change(Goal, goal, status=GoalStatus.ACHIEVED, closed_on=closed)

    def _milestone(self, goal: UUID, due: float, added: date, place: int, *, over: bool) -> None:
        item = self.book.step("Add milestone", self.years.at(added, 10, place)).add(
            Milestone,
            goal_id=goal,
            title=self.years.choice("milestones"),
            due=self._day(due),
            position=STEP * (place + 1),
        )
        if self.random.random() < 0.3:
            moved = self.years.at(self._day(due - 0.02), 11)
            step = self.book.step("Move milestone", moved, self.years.choice("reasons"))
            step.change(Milestone, item, due=self._day(due + 0.03))
        if over or place < 2:
            done = min(self._day(due + self.random.random() * 0.04), self.last)
            step = self.book.step("Reach milestone", self.years.at(done, 20))
            step.change(Milestone, item, done=done)

    def _meeting(self, number: int) -> None:
        ahead = 2 if self.lives else 0
        day = self._day((number + 0.5) / (MEETINGS - ahead))
        planned = self.years.at(self._day(max(0.0, (number - 0.5) / (MEETINGS - ahead))), 12)
        local = datetime.combine(day, time(self.random.randint(9, 17), self.random.choice((0, 30))))
        meeting = self.book.new_id()
        step = self.book.step("Plan meeting", planned)
        step.add(
            Meeting,
            meeting,
            relationship_id=self.relationship,
            start_local=local,
            zone=self.zone,
            start_utc=WallTime(local, self.zone).utc,
            minutes=self.random.choice((30, 45, 60, 60, 90)),
            uid=calendar_uid(meeting),
        )
        step.add(
            Share, item_kind=ItemKind.MEETING, item_id=meeting, relationship_id=self.relationship
        )
        if day >= self.years.today or number % 10 == 0:
            self._agenda(meeting, planned)
        self._note(meeting, day)
        for place in range(ACTIONS):
            self._action(meeting, day, place)
        if day < self.years.today:
            self._end(meeting, day)

    def _agenda(self, meeting: UUID, planned: datetime) -> None:
        for place in range(3):
            self.book.step("Add to the agenda", planned).add(
                AgendaItem,
                meeting_id=meeting,
                title=self.years.choice("topics"),
                minutes=self.random.choice((5, 10, 20, None)),
                proposed_by_id=self.years.me,
                position=STEP * (place + 1),
            )

    def _note(self, meeting: UUID, day: date) -> None:
        sentences = self.random.choices(self.years.words["sentences"], k=_SENTENCES)
        text = " ".join(sentences[:6]) + "\n\n- " + "\n- ".join(sentences[6:])
        step = self.book.step("Edit notes", self.years.at(day, 17))
        step.add(Note, meeting_id=meeting, text=text)

    def _action(self, meeting: UUID, day: date, place: int) -> None:
        promised = min(day, self.years.today)
        due = promised + timedelta(days=self.random.randint(2, 30))
        item = self.book.step("Add action", self.years.at(day, 17, place)).add(
            Action,
            owner_id=self.years.me if place == 0 else self.other,
            title=self.years.choice("actions"),
            relationship_id=self.relationship,
            meeting_id=meeting,
            promised_on=promised,
            due=due,
            position=STEP * (place + 1),
        )
        if due < self.last:
            step = self.book.step("Do action", self.years.at(due, 18))
            step.change(Action, item, done=due)

    def _end(self, meeting: UUID, day: date) -> None:
        chance = self.random.random()
        held: dict[str, Any] = {"status": MeetingStatus.HELD, "actual_minutes": 50}
        label = "Mark meeting as held"
        if chance > 0.95:
            held = {"status": MeetingStatus.CANCELLED, "cancelled_by_id": self.other}
            label = "Cancel meeting"
        self.book.step(label, self.years.at(day, 18)).change(Meeting, meeting, **held)

    def _contact(self) -> None:
        day = self._day(self.random.random())
        self.book.step("Log contact", self.years.at(day, 16)).add(
            Contact, relationship_id=self.relationship, day=day, line=self.years.choice("lines")
        )
