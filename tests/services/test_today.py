"""Today: what comes next, what others promised, the month; read in few statements."""

from datetime import date, datetime, time, timedelta

import pytest
from sqlalchemy import event

from mentordesk.domain.agenda import AgendaDraft
from mentordesk.domain.contacts import ContactDraft
from mentordesk.domain.enums import (
    MeetingForm,
    MeetingStatus,
    Role,
)
from mentordesk.domain.goals import ActionDraft, GoalDraft, MilestoneDraft
from mentordesk.domain.meetings import MeetingDraft
from mentordesk.domain.people import PersonDraft, RelationshipDraft
from mentordesk.domain.today import Month, Need

TODAY = date(2026, 11, 24)
"""The day of the clock, which stands at 10:00 UTC: 11:00 in Berlin."""


def ago(days):
    return TODAY - timedelta(days=days)


def know(desk, name="Wei Lin", **fields):
    draft = RelationshipDraft(**{"role": Role.MENTEE, **fields})
    return desk.relationships.add_with_person(PersonDraft(name=name), draft)


def meet(desk, relationship, day=TODAY, at=time(12), **fields):
    return desk.meetings.plan(
        MeetingDraft(relationship=relationship, day=day, time=at, zone="Europe/Berlin", **fields)
    )


def talk(desk, relationship, day):
    draft = ContactDraft(relationship=relationship, day=day, line="", form=MeetingForm.PHONE)
    desk.contacts.log(draft, TODAY)


def promise(desk, title="send draft", made=TODAY, **fields):
    return desk.goals.add_action(ActionDraft(title=title, **fields), made)


def person_of(desk, relationship):
    return desk.relationships.header(relationship).people[0].id


@pytest.fixture
def wei(desk):
    return know(desk)


@pytest.fixture
def rows(desk, clock):
    """Read Today as it is now."""
    return lambda: desk.today.rows(clock.now, TODAY)


@pytest.fixture
def step(desk):
    """Make a milestone of a goal of mine, or of whoever is named."""

    def make(due, *moves, **goal):
        item = desk.goals.add_goal(GoalDraft(title="First paper", **goal))
        milestone = desk.goals.add_milestone(item, MilestoneDraft(title="Pilot data", due=due))
        for move in moves:
            desk.goals.move_milestone(milestone, move)
        return milestone

    return make


def test_a_new_desk_needs_nothing(rows):
    found = rows()
    assert (found.next, found.needs, found.waiting) == ((), (), ())
    assert found.month == Month(
        meetings_held=0, meetings_planned=0, actions_done=0, milestones_reached=0
    )


# The next meetings


def test_practice_17_the_next_meetings_tell_whether_an_agenda_is_there(desk, wei, rows):
    later = meet(desk, wei, date(2026, 12, 3))
    first = meet(desk, wei, date(2026, 11, 26), title="Monthly", place="Café")
    desk.meetings.propose(first)
    desk.agenda.add(first, AgendaDraft(title="Reviewer comments"))
    found = rows().next
    assert [one.id for one in found] == [first, later]
    assert [one.agenda for one in found] == [1, 0]
    head = found[0]
    assert (head.name, head.title, head.place) == ("Wei Lin", "Monthly", "Café")
    assert (head.relationship, head.status) == (wei, MeetingStatus.PROPOSED)
    assert (head.start.local, head.start.zone) == (
        datetime.combine(date(2026, 11, 26), time(12)),
        "Europe/Berlin",
    )


@pytest.mark.parametrize(("days", "shown"), [(13, True), (15, False)])
def test_two_weeks_lie_ahead(desk, wei, rows, days, shown):
    meet(desk, wei, TODAY + timedelta(days=days))
    assert bool(rows().next) is shown


@pytest.mark.parametrize("end", ["hold", "miss", "cancel"])
def test_a_meeting_that_will_not_be_is_not_next(desk, wei, rows, clock, end):
    meeting = meet(desk, wei, at=time(10))
    getattr(desk.meetings, end)(meeting)
    assert rows().next == ()


def test_five_meetings_are_enough(desk, wei, rows):
    for day in range(1, 8):
        meet(desk, wei, TODAY + timedelta(days=day))
    assert [one.start.local.day for one in rows().next] == [25, 26, 27, 28, 29]


def test_an_archived_relationship_has_no_next_meeting(desk, wei, rows):
    meet(desk, wei, date(2026, 11, 26))
    desk.relationships.archive(wei, TODAY, ())
    assert rows().next == ()


# Waiting for others


@pytest.mark.parametrize(
    ("made", "due", "shown"),
    [
        (ago(12), ago(2), True),
        (ago(1), TODAY, True),
        (ago(7), None, True),
        (ago(6), None, False),
        (ago(30), TODAY + timedelta(days=1), False),
    ],
)
def test_practice_27_somebody_elses_promise_is_waited_for(desk, wei, rows, made, due, shown):
    person = person_of(desk, wei)
    action = promise(desk, "introduce to J. Meyer", made, due=due, owner=person, relationship=wei)
    found = rows().waiting
    assert [one.item for one in found] == ([action] if shown else [])
    if shown:
        assert (found[0].title, found[0].name, found[0].initials) == (
            "introduce to J. Meyer",
            "Wei Lin",
            "WL",
        )
        assert (found[0].days, found[0].due, found[0].relationship) == (
            (TODAY - made).days,
            due,
            wei,
        )


def test_what_others_did_or_let_go_is_not_waited_for(desk, wei, rows):
    person = person_of(desk, wei)
    desk.goals.set_action_done(promise(desk, due=ago(2), owner=person), TODAY)
    desk.goals.drop_action(promise(desk, due=ago(2), owner=person), "", TODAY)
    assert rows().waiting == ()


def test_i_do_not_wait_for_myself(desk, rows):
    promise(desk, made=ago(30), due=ago(2))
    assert rows().waiting == ()


def test_the_longest_wait_comes_first(desk, wei, rows):
    person = person_of(desk, wei)
    for title, made, due in (
        ("short", ago(40), ago(3)),
        ("undated", ago(30), None),
        ("long", ago(60), ago(50)),
        ("middle", ago(20), ago(9)),
    ):
        promise(desk, title, made, due=due, owner=person, relationship=wei)
    assert [one.title for one in rows().waiting] == ["long", "undated", "middle", "short"]


# Everything together


def test_one_persons_things_stand_together(desk, rows, step):
    quiet = know(desk, rhythm_days=30)
    talk(desk, quiet, ago(50))
    step(ago(3))
    record = meet(desk, quiet, ago(46))
    mine = promise(desk, due=TODAY)
    hers = promise(desk, due=ago(1), relationship=quiet)
    found = rows().needs
    assert [one.item for one in found][:3] == [record, hers, quiet]
    assert [one.need for one in found[3:]] == [Need.ACTION, Need.MILESTONE]
    assert found[3].item == mine
    assert rows().by_relationship == {quiet: 3}


# This month


def test_the_month_counts_what_was_kept_done_and_reached(desk, wei, rows, step):
    for end, days in (("hold", 3), ("hold", 5), ("miss", 6), ("cancel", 7), ("hold", 40)):
        getattr(desk.meetings, end)(meet(desk, wei, ago(days)))
    meet(desk, wei, TODAY + timedelta(days=2))
    for day in (ago(1), ago(23), ago(24)):
        desk.goals.set_action_done(promise(desk), day)
        desk.goals.set_milestone_done(step(ago(30)), day)
    desk.goals.set_action_done(promise(desk, owner=person_of(desk, wei)), ago(1))
    assert rows().month == Month(
        meetings_held=2, meetings_planned=4, actions_done=2, milestones_reached=2
    )


@pytest.mark.parametrize(
    ("day", "at", "zone", "counts"),
    [
        (date(2026, 11, 1), time(0, 30), "Pacific/Kiritimati", True),
        (date(2026, 11, 30), time(23, 30), "Pacific/Niue", True),
        (date(2026, 10, 31), time(23, 30), "Pacific/Niue", False),
        (date(2026, 12, 1), time(0, 30), "Pacific/Kiritimati", False),
    ],
)
def test_a_meeting_counts_in_the_month_its_wall_showed(desk, wei, rows, day, at, zone, counts):
    draft = MeetingDraft(relationship=wei, day=day, time=at, zone=zone)
    desk.meetings.cancel(desk.meetings.plan(draft))
    assert rows().month.meetings_planned == int(counts)


@pytest.mark.parametrize("today", [date(2026, 12, 31), date(2024, 2, 29), date(2027, 1, 1)])
def test_every_month_has_its_first_and_last_day(desk, clock, today):
    clock.now = datetime.combine(today, time(12), clock.now.tzinfo)
    first = today.replace(day=1)
    last = (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    for day in (first - timedelta(days=1), first, last, last + timedelta(days=1)):
        desk.goals.set_action_done(promise(desk), day)
    assert desk.today.rows(clock.now, today).month.actions_done == 2


# My plan in the rail


@pytest.mark.parametrize(
    ("roles", "shown"),
    [
        ([], True),
        ([Role.MENTEE], True),
        ([Role.PEER], True),
        ([Role.MENTOR], False),
        ([Role.MENTOR, Role.MENTEE], True),
    ],
)
def test_a_pure_mentor_has_no_plan_of_their_own(desk, roles, shown):
    for role in roles:
        know(desk, role.value, role=role)
    assert desk.today.shows_own_plan() is shown


def test_a_mentor_with_a_goal_has_a_plan(desk):
    wei = know(desk, role=Role.MENTOR)
    desk.goals.add_goal(GoalDraft(title="Theirs", owner=person_of(desk, wei)))
    assert not desk.today.shows_own_plan()
    desk.goals.add_goal(GoalDraft(title="Mine"))
    assert desk.today.shows_own_plan()


# Few statements, and none that reads everything


@pytest.mark.parametrize("count", [10, 1000])
def test_the_number_of_statements_is_fixed(store, rows, statements, many_rows, count):
    many_rows(count)
    with statements(store) as sent:
        found = rows()
    assert len(sent) == 11
    assert {one.need for one in found.needs} == set(Need) - {Need.MOVED}
    assert found.waiting


def test_no_statement_reads_all_meetings_or_actions(store, rows, many_rows):
    many_rows(200)
    plans = []

    def explain(_connection, _cursor, statement, parameters, *_rest):
        if statement.startswith("SELECT"):
            steps = store.raw.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
            plans.extend(step[3] for step in steps)

    event.listen(store._engine, "before_cursor_execute", explain)
    rows()
    event.remove(store._engine, "before_cursor_execute", explain)
    used = " ".join(plans)
    for index in ("ix_meeting_ahead", "ix_meeting_held", "ix_action_open", "ix_action_done"):
        assert index in used
    scans = [plan for plan in plans if plan.startswith(("SCAN meeting", "SCAN action"))]
    # The promises of others are read from an index that holds nothing but what is open.
    assert scans == ["SCAN action USING INDEX ix_action_open"]
