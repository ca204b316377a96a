"""Today: each signal appears where it should, and stays away where it should not."""

from datetime import date, datetime, time, timedelta

import pytest
from sqlalchemy import event

from mentordesk.domain.agenda import AgendaDraft
from mentordesk.domain.contacts import ContactDraft
from mentordesk.domain.enums import (
    GoalStatus,
    MeetingForm,
    MeetingStatus,
    Phase,
    Role,
    Stage,
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
def needs(rows):
    """Return the signals of one kind."""
    return lambda need: [signal for signal in rows().needs if signal.need is need]


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


# A meeting to record


@pytest.mark.parametrize(
    ("at", "minutes", "over"),
    [
        (time(10), 60, True),
        (time(10), 61, False),
        (time(9, 30), 120, False),
        (time(9), 120, True),
        (time(10, 59), 5, False),
    ],
)
def test_a_meeting_is_next_until_it_is_over_and_then_to_be_recorded(
    desk, wei, rows, needs, at, minutes, over
):
    meeting = meet(desk, wei, at=at, minutes=minutes, title="Monthly")
    assert [one.id for one in rows().next] == ([] if over else [meeting])
    found = needs(Need.RECORD)
    assert [one.item for one in found] == ([meeting] if over else [])
    if over:
        assert (found[0].relationship, found[0].name, found[0].title, found[0].day) == (
            wei,
            "Wei Lin",
            "Monthly",
            TODAY,
        )


def test_a_meeting_of_a_whole_day_is_still_on(desk, wei, rows):
    meeting = meet(desk, wei, ago(1), at=time(11, 30), minutes=1440)
    assert [one.id for one in rows().next] == [meeting]


@pytest.mark.parametrize("end", ["hold", "miss", "cancel"])
def test_what_was_recorded_is_not_asked_again(desk, wei, needs, end):
    getattr(desk.meetings, end)(meet(desk, wei, ago(3)))
    assert needs(Need.RECORD) == []


def test_the_archive_asks_for_no_record(desk, wei, needs):
    meet(desk, wei, ago(3))
    desk.relationships.archive(wei, TODAY, ())
    assert needs(Need.RECORD) == []


def test_the_newest_is_kept_when_many_are_to_be_recorded(desk, wei, needs, many_rows):
    many_rows(100)
    newest = meet(desk, wei, ago(1))
    found = needs(Need.RECORD)
    assert len(found) == 40
    assert newest in {one.item for one in found}


# My promises


@pytest.mark.parametrize(("days", "shown"), [(-9, True), (0, True), (3, True), (4, False)])
def test_practice_27_a_promise_of_mine_appears_when_it_is_due_soon(desk, wei, needs, days, shown):
    due = TODAY + timedelta(days=days)
    action = promise(desk, due=due, relationship=wei, made=ago(20))
    found = needs(Need.ACTION)
    assert [one.item for one in found] == ([action] if shown else [])
    if shown:
        assert (found[0].title, found[0].name, found[0].day, found[0].first_day) == (
            "send draft",
            "Wei Lin",
            due,
            ago(20),
        )


def test_a_promise_to_myself_belongs_to_nobody_else(desk, needs):
    promise(desk, due=TODAY)
    (found,) = needs(Need.ACTION)
    assert (found.relationship, found.name, found.initials) == (None, "", "")


def test_a_promise_without_a_day_is_never_due(desk, needs):
    promise(desk)
    assert needs(Need.ACTION) == []


def test_what_is_done_or_dropped_is_not_due(desk, needs):
    desk.goals.set_action_done(promise(desk, due=TODAY), TODAY)
    desk.goals.drop_action(promise(desk, due=TODAY), "no longer needed", TODAY)
    assert needs(Need.ACTION) == []


def test_what_is_reopened_is_due_again(desk, needs):
    action = promise(desk, due=TODAY)
    desk.goals.set_action_done(action, TODAY)
    desk.goals.reopen_action(action)
    assert [one.item for one in needs(Need.ACTION)] == [action]


def test_somebody_elses_promise_is_not_mine(desk, wei, needs):
    promise(desk, due=TODAY, owner=person_of(desk, wei), relationship=wei)
    assert needs(Need.ACTION) == []


@pytest.mark.parametrize("kept", [True, False])
def test_archiving_leaves_only_the_promises_that_were_kept(desk, wei, needs, rows, kept):
    mine = promise(desk, due=ago(1), relationship=wei)
    theirs = promise(desk, due=ago(1), relationship=wei, owner=person_of(desk, wei))
    desk.relationships.archive(wei, TODAY, {mine, theirs} if kept else ())
    assert [one.item for one in needs(Need.ACTION)] == ([mine] if kept else [])
    assert [one.item for one in rows().waiting] == ([theirs] if kept else [])


# Milestones


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


@pytest.mark.parametrize(("days", "shown"), [(1, True), (0, False), (-1, False)])
def test_practice_11_a_milestone_appears_when_its_day_is_past(step, needs, days, shown):
    milestone = step(ago(days))
    found = needs(Need.MILESTONE)
    assert [one.item for one in found] == ([milestone] if shown else [])
    if shown:
        assert (found[0].title, found[0].goal, found[0].day) == (
            "Pilot data",
            "First paper",
            ago(1),
        )
        assert (found[0].relationship, found[0].count, found[0].first_day) == (None, 0, None)


def test_practice_13_a_milestone_that_was_moved_twice_asks_for_a_new_look(step, needs):
    step(ago(60), ago(30))
    first, last = ago(60), TODAY + timedelta(days=44)
    milestone = step(first, ago(30), last)
    (found,) = needs(Need.MOVED)
    assert (found.item, found.count) == (milestone, 2)
    assert (found.first_day, found.day) == (first, last)
    assert len(needs(Need.MILESTONE)) == 1


def test_a_move_that_was_taken_back_is_no_move(desk, step, needs):
    step(ago(9), ago(3), TODAY + timedelta(days=1))
    desk.undo()
    assert needs(Need.MOVED) == []
    desk.redo()
    assert len(needs(Need.MOVED)) == 1


def test_what_was_moved_far_ahead_can_wait(step, needs):
    step(ago(60), ago(30), TODAY + timedelta(days=45))
    assert needs(Need.MOVED) == []


@pytest.mark.parametrize("need", [Need.MILESTONE, Need.MOVED])
def test_what_is_reached_needs_nothing(desk, step, needs, need):
    moves = (ago(7), ago(5)) if need is Need.MOVED else ()
    milestone = step(ago(9), *moves)
    assert len(needs(need)) == 1
    desk.goals.set_milestone_done(milestone, TODAY)
    assert needs(need) == []


@pytest.mark.parametrize("status", [one for one in GoalStatus if one is not GoalStatus.ACTIVE])
def test_practice_14_goals_that_rest_or_ended_need_nothing(step, needs, status):
    step(ago(9), status=status)
    assert needs(Need.MILESTONE) == []


def test_a_milestone_of_theirs_appears_with_them(desk, wei, step, needs):
    step(ago(9), owner=person_of(desk, wei))
    (found,) = needs(Need.MILESTONE)
    assert (found.relationship, found.name, found.initials) == (wei, "Wei Lin", "WL")


def test_a_milestone_of_a_relationship_appears_there(wei, step, needs):
    step(ago(9), relationship=wei)
    assert [one.relationship for one in needs(Need.MILESTONE)] == [wei]


@pytest.mark.parametrize("kind", ["owner", "relationship"])
def test_the_archive_silences_milestones(desk, wei, step, needs, kind):
    step(ago(9), **{kind: person_of(desk, wei) if kind == "owner" else wei})
    desk.relationships.archive(wei, TODAY, ())
    assert needs(Need.MILESTONE) == []


def test_my_own_milestone_outlives_the_relationship_it_was_shared_with(desk, wei, step, needs):
    step(ago(9), shared_with=frozenset({wei}))
    desk.relationships.archive(wei, TODAY, ())
    assert len(needs(Need.MILESTONE)) == 1


def test_old_rows_of_the_archive_hide_nothing(desk, store, wei, step, needs, many_rows):
    many_rows(300)
    for entry in desk.relationships.rail():
        if entry.id != wei:
            desk.relationships.archive(entry.id, TODAY, ())
    milestone = step(ago(1), owner=person_of(desk, wei))
    assert [one.item for one in needs(Need.MILESTONE)] == [milestone]


# Silence


@pytest.fixture
def quiet(desk):
    """A relationship with a monthly rhythm, last talked 50 days ago."""
    relationship = know(desk, rhythm_days=30)
    talk(desk, relationship, ago(50))
    return relationship


def test_practice_25_a_silence_past_the_rhythm_appears(quiet, needs):
    (found,) = needs(Need.SILENCE)
    assert (found.item, found.relationship, found.name) == (quiet, quiet, "Wei Lin")
    assert (found.day, found.rhythm_days) == (ago(50), 30)


def test_practice_25_a_mentor_is_told_as_well(desk, needs):
    talk(desk, know(desk, "Tomás", role=Role.MENTOR, rhythm_days=30), ago(50))
    assert [one.name for one in needs(Need.SILENCE)] == ["Tomás"]


def test_practice_21_any_real_contact_ends_a_silence(desk, quiet, needs):
    talk(desk, quiet, ago(42))
    assert needs(Need.SILENCE) == []


def test_a_held_meeting_ends_a_silence_and_one_that_did_not_happen_does_not(desk, quiet, needs):
    desk.meetings.miss(meet(desk, quiet, ago(3)))
    desk.meetings.cancel(meet(desk, quiet, ago(2)))
    assert [one.day for one in needs(Need.SILENCE)] == [ago(50)]
    desk.meetings.hold(meet(desk, quiet, ago(20)))
    assert needs(Need.SILENCE) == []


def test_the_last_of_all_held_meetings_counts(desk, quiet, needs):
    for days in (300, 46, 200):
        desk.meetings.hold(meet(desk, quiet, ago(days)))
    assert [one.day for one in needs(Need.SILENCE)] == [ago(46)]


@pytest.mark.parametrize("at", [time(10, 30), time(12)], ids=["under way", "ahead"])
@pytest.mark.parametrize("status", ["propose", "confirm"])
def test_a_booked_meeting_is_as_good_as_a_word(desk, quiet, needs, at, status):
    getattr(desk.meetings, status)(meet(desk, quiet, at=at))
    assert needs(Need.SILENCE) == []


def test_practice_24_silence_in_a_late_season_is_no_signal(desk, needs):
    for name, phase, days in (
        ("Late", Phase.SEPARATION, 60),
        ("Long", Phase.SEPARATION, 61),
        ("Friend", Phase.REDEFINITION, 2000),
    ):
        talk(desk, know(desk, name, rhythm_days=30, phase=phase), ago(days))
    assert [one.name for one in needs(Need.SILENCE)] == ["Long"]


def test_what_was_given_time_is_quiet_until_then(desk, quiet, needs, clock):
    desk.relationships.set_quiet_until(quiet, TODAY + timedelta(days=1), TODAY)
    assert needs(Need.SILENCE) == []
    tomorrow = desk.today.rows(clock.now + timedelta(days=1), TODAY + timedelta(days=1))
    assert [one.need for one in tomorrow.needs] == [Need.SILENCE]


def test_without_a_rhythm_nobody_is_silent(desk, wei, needs):
    talk(desk, wei, ago(2000))
    assert needs(Need.SILENCE) == []


@pytest.mark.parametrize("stage", [one for one in Stage if one is not Stage.CLOSED])
def test_only_what_is_alive_can_be_silent(desk, needs, stage):
    talk(desk, know(desk, rhythm_days=30, stage=stage), ago(50))
    assert bool(needs(Need.SILENCE)) is (stage in (Stage.EXPLORING, Stage.ACTIVE))


def test_the_archive_is_never_silent(desk, quiet, needs):
    desk.relationships.archive(quiet, TODAY, ())
    assert needs(Need.SILENCE) == []


@pytest.mark.parametrize(("days", "shown"), [(43, True), (42, False)])
def test_without_a_contact_the_beginning_counts(desk, needs, days, shown):
    know(desk, rhythm_days=30, started_on=ago(days))
    assert [one.day for one in needs(Need.SILENCE)] == ([None] if shown else [])


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
    days = (3, 20, 9)
    for late in days:
        promise(desk, made=ago(40), due=ago(late), owner=person, relationship=wei)
    assert [one.due for one in rows().waiting] == [ago(20), ago(9), ago(3)]


# Everything together


def test_one_persons_things_stand_together(desk, quiet, rows, step):
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
        (date(2026, 10, 31), time(23, 30), "Pacific/Niue", False),
    ],
)
def test_a_meeting_counts_in_the_month_its_wall_showed(desk, wei, rows, day, at, zone, counts):
    draft = MeetingDraft(relationship=wei, day=day, time=at, zone=zone)
    desk.meetings.hold(desk.meetings.plan(draft))
    assert rows().month.meetings_held == int(counts)


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
    assert len(sent) == 12
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
