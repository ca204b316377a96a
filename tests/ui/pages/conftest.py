"""What the tests of pages can share: a desk with two people, a clock, a context."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from uuid import UUID

import pytest

from mentordesk.domain.agenda import AgendaDraft
from mentordesk.domain.enums import MeetingForm, Role
from mentordesk.domain.goals import ActionDraft
from mentordesk.domain.meetings import MeetingDraft
from mentordesk.domain.people import PersonDraft, RelationshipDraft
from mentordesk.services.desk import Desk
from mentordesk.ui.actions import ActionTable
from mentordesk.ui.context import Context

TODAY = date(2026, 11, 24)
ZONE = "Europe/Berlin"


class PageClock:
    """A clock that stands still until it is set."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 24, 10, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@dataclass(frozen=True)
class Book:
    """Two relationships, and a meeting with the first of them that has everything."""

    amara: UUID
    amara_person: UUID
    tomas: UUID
    meeting: UUID
    draft: UUID
    figure: UUID


@pytest.fixture
def clock() -> PageClock:
    return PageClock()


@pytest.fixture(scope="session")
def book_template(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Book]:
    """The book, written once and copied for each test."""
    path = tmp_path_factory.mktemp("book") / "book.mentordesk"
    desk = Desk.create(path, PageClock())
    desk.people.begin(PersonDraft(name="Maya Lindqvist", time_zone=ZONE))
    book = _write(desk)
    desk.close()
    return path, book


def _write(desk: Desk) -> Book:
    amara, tomas = (
        desk.relationships.add_with_person(
            PersonDraft(name=name, time_zone=zone), RelationshipDraft(role=role)
        )
        for name, zone, role in (
            ("Dr Amara Okafor", "America/New_York", Role.MENTEE),
            ("Tomás Rivera", "", Role.MENTOR),
        )
    )
    meeting = desk.meetings.plan(
        MeetingDraft(
            relationship=amara,
            day=date(2026, 11, 26),
            time=time(15, 0),
            zone=ZONE,
            form=MeetingForm.VIDEO,
            link="https://meet.example.org/a",
            title="Reviewer comments",
        )
    )
    for title, minutes in (("Check-in", 5), ("Comments", 15), ("Next date", None)):
        desk.agenda.add(meeting, AgendaDraft(title=title, minutes=minutes))
    desk.notes.save_note(meeting, "Bring the *figure*.")
    goals = desk.goals
    return Book(
        amara=amara,
        amara_person=desk.relationships.header(amara).people[0].id,
        tomas=tomas,
        meeting=meeting,
        draft=goals.add_action(ActionDraft(title="Draft", relationship=amara), TODAY),
        figure=goals.add_action(
            ActionDraft(title="Figure", relationship=amara, meeting=meeting), TODAY
        ),
    )


@pytest.fixture
def book(book_template: tuple[Path, Book]) -> Book:
    return book_template[1]


@pytest.fixture
def desk(tmp_path: Path, book_template: tuple[Path, Book], clock: PageClock) -> Iterator[Desk]:
    opened = Desk.open(Path(shutil.copy(book_template[0], tmp_path / "book.mentordesk")), clock)
    yield opened
    opened.close()


@pytest.fixture
def context(theme, desk: Desk, clock: PageClock) -> Context:
    return Context(desk, theme, clock, ZONE)


@pytest.fixture
def actions(theme) -> ActionTable:
    return ActionTable(theme)


@pytest.fixture
def notices(context: Context) -> list[str]:
    """What is said to the person, one after the other."""
    said: list[str] = []
    context.notice_wanted.connect(lambda words, _change_set: said.append(words))
    return said


@pytest.fixture
def places(context: Context) -> list[object]:
    """The places that were asked for, one after the other."""
    wanted: list[object] = []
    context.place_wanted.connect(wanted.append)
    return wanted
