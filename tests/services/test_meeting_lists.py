"""Lists of meetings: order, filters, pages, and a fixed number of statements."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from mentordesk.domain.agenda import AgendaDraft
from mentordesk.domain.enums import MeetingStatus, Role
from mentordesk.domain.goals import ActionDraft
from mentordesk.domain.meetings import MeetingDraft, MeetingFilter
from mentordesk.domain.people import PersonDraft, RelationshipDraft
from mentordesk.domain.wall_time import WallTime
from mentordesk.models import Meeting
from mentordesk.services.agenda import Agenda
from mentordesk.services.goals import Goals
from mentordesk.services.instants import refresh_instants
from mentordesk.services.meetings import Meetings

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
BERLIN = "Europe/Berlin"


@pytest.fixture
def meetings(desk):
    return Meetings(desk.store)


@pytest.fixture
def people(desk):
    """Two relationships."""

    def add(name):
        return desk.relationships.add_with_person(
            PersonDraft(name=name), RelationshipDraft(role=Role.MENTOR)
        )

    return add("Tomás Rivera"), add("Wei Lin")


@pytest.fixture
def plan(meetings, people):
    """Plan a meeting some days from today."""

    def add(days, *, who=0, at=time(15, 0), **fields):
        draft = MeetingDraft(
            relationship=people[who],
            day=NOW.date() + timedelta(days=days),
            time=at,
            zone=BERLIN,
            **fields,
        )
        return meetings.plan(draft)

    return add


def ids(lines):
    return [line.id for line in lines]


def test_upcoming_meetings_come_soonest_first(meetings, plan):
    later, sooner = plan(9), plan(2)
    assert ids(meetings.upcoming(NOW)) == [sooner, later]
    assert ids(meetings.upcoming(NOW, 1)) == [sooner]


def test_a_meeting_is_upcoming_until_it_ends(meetings, plan):
    running = plan(0, at=time(10, 30))  # 09:30 UTC, an hour long
    plan(0, at=time(9, 30))
    assert ids(meetings.upcoming(NOW)) == [running]


def test_cancelled_meetings_are_not_upcoming(meetings, plan):
    meetings.cancel(plan(2))
    assert meetings.upcoming(NOW) == []


def test_upcoming_meetings_of_one_relationship(meetings, people, plan):
    plan(1, who=1)
    mine = plan(2)
    assert ids(meetings.upcoming(NOW, relationship=people[0])) == [mine]


def test_a_list_has_what_is_ahead_first_and_then_what_lies_behind(meetings, plan):
    old, older, next_one, far = plan(-1), plan(-30), plan(1), plan(60)
    assert ids(meetings.page(NOW)) == [next_one, far, old, older]


@pytest.mark.parametrize("size", [1, 2, 3, 5])
def test_pages_join_without_gap_or_repetition(meetings, plan, size):
    for days in (-9, -3, -1, 1, 4, 8):
        plan(days)
    whole = ids(meetings.page(NOW))
    joined = []
    while page := ids(meetings.page(NOW, offset=len(joined), limit=size)):
        joined += page
    assert joined == whole


def test_a_list_is_filtered_by_relationship_status_and_text(meetings, people, plan):
    draft = plan(1, title="Éclair chapter")
    other = plan(2, who=1, place="Café Central")
    meetings.cancel(other)
    cancelled = frozenset({MeetingStatus.CANCELLED})
    assert ids(meetings.page(NOW, MeetingFilter(relationship=people[0]))) == [draft]
    assert ids(meetings.page(NOW, MeetingFilter(statuses=cancelled))) == [other]
    assert ids(meetings.page(NOW, MeetingFilter(text="eclair"))) == [draft]
    assert ids(meetings.page(NOW, MeetingFilter(text="cafe"))) == [other]
    assert ids(meetings.page(NOW, MeetingFilter(text="WEI"))) == [other]
    assert meetings.page(NOW, MeetingFilter(text="nothing such")) == []


def test_a_filtered_list_is_counted(meetings, people, plan):
    plan(1)
    plan(2, who=1)
    assert meetings.count() == 2
    assert meetings.count(MeetingFilter(relationship=people[1])) == 1


def test_a_period_goes_by_the_days_on_the_wall(meetings, people):
    def at(zone, hour):
        day = date(2026, 12, 1)
        draft = MeetingDraft(relationship=people[0], day=day, time=time(hour), zone=zone)
        return meetings.plan(draft)

    early, late = at("Pacific/Kiritimati", 0), at("Pacific/Pago_Pago", 23)
    assert ids(meetings.period(date(2026, 12, 1), date(2026, 12, 1))) == [early, late]
    assert meetings.period(date(2026, 12, 2), date(2026, 12, 9)) == []
    assert meetings.period(date(2026, 11, 1), date(2026, 11, 30)) == []


def fill(desk, people, count):
    """Plan many meetings, each with an agenda item and an action, as one change."""
    with desk.store.changing("Fill") as session:
        for number in range(count):
            start = WallTime(
                datetime.fromisoformat("2026-11-01T09:00") + timedelta(days=number * 9 % 40), BERLIN
            )
            session.add(
                Meeting(
                    relationship_id=people[number % 2],
                    start_local=start.local,
                    zone=start.zone,
                    start_utc=start.utc,
                    uid=f"{number}@example",
                )
            )


@pytest.mark.parametrize(
    ("read", "most"),
    [
        (lambda meetings: meetings.upcoming(NOW, 1000), 2),
        (lambda meetings: meetings.page(NOW, limit=2000), 4),
        (lambda meetings: meetings.page(NOW, MeetingFilter(text="wei"), limit=2000), 5),
        (lambda meetings: meetings.period(date(2026, 11, 1), date(2026, 12, 31)), 2),
        (lambda meetings: meetings.count(), 1),
    ],
    ids=["upcoming", "page", "search", "period", "count"],
)
def test_a_list_takes_as_many_statements_for_many_as_for_few(
    desk, store, meetings, people, statements, read, most
):
    taken = []
    for count in (10, 990):
        fill(desk, people, count)
        with statements(store) as seen:
            read(meetings)
        taken.append(len(seen))
    assert taken[0] == taken[1] <= most


def test_a_meeting_takes_as_many_statements_with_many_parts_as_with_few(
    desk, store, meetings, people, plan, statements
):
    meeting = plan(1)
    taken = []
    for count in (10, 200):
        for number in range(count):
            Agenda(store).add(meeting, AgendaDraft(title=f"Item {number}"))
        for number in range(count):
            draft = ActionDraft(title=f"Do {number}", relationship=people[0], meeting=meeting)
            Goals(store).add_action(draft, NOW.date())
        with statements(store) as seen:
            meetings.meeting(meeting)
        taken.append(len(seen))
    assert taken[0] == taken[1] <= 6


def test_instants_are_computed_again_where_they_differ(desk, store, meetings, plan):
    meeting, sound = plan(1), plan(2)
    with store.changing("Spoil") as session:
        row = session.get(Meeting, meeting)
        row.start_utc += timedelta(hours=1)
        before = session.get(Meeting, sound).start_utc
    with store.changing("Refresh") as session:
        assert refresh_instants(session) == 1
        row = session.get(Meeting, meeting)
        assert row.start_utc == WallTime(row.start_local, row.zone, row.fold).utc
        assert session.get(Meeting, sound).start_utc == before


def test_a_zone_that_is_not_known_keeps_its_instant(desk, store, plan):
    meeting = plan(1)
    with store.changing("Spoil") as session:
        session.get(Meeting, meeting).zone = "Europe/Atlantis"
    with store.changing("Refresh") as session:
        assert refresh_instants(session) == 0
