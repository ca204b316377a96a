"""What can be taken back and made again, in which order, and where that ends."""

import pytest
from sqlalchemy import func, select

from mentordesk.domain.enums import ChangeKind
from mentordesk.models import Action, ChangeSet, Exit, Goal, Meta, Milestone, Person
from mentordesk.store import history


def add(store, title):
    with store.changing("Add goal") as session:
        row = Goal(title=title)
        session.add(row)
        session.flush()
        return row.id


def titles(store):
    with store.reading() as session:
        return sorted(session.scalars(select(Goal.title)))


def rename(store, goal, title):
    with store.changing("Edit goal") as session:
        session.get(Goal, goal).title = title


def test_nothing_done_is_nothing_to_take_back(store, messages):
    assert (store.undo_step(), store.redo_step()) == (None, None)
    assert (store.undo(), store.redo()) == (None, None)
    assert messages == []


def test_a_step_says_what_it_is(store):
    add(store, "Paper")
    with store.changing("Add goal", reason="She asked") as session:
        session.add(Goal(title="Book"))
    step = store.undo_step()
    assert (step.label, step.reason) == ("Add goal", "She asked")
    assert store.undo() == step
    assert (store.redo_step().label, store.redo_step().reason) == ("Add goal", "She asked")


def test_steps_are_taken_back_from_the_newest_and_made_again_from_the_oldest(store):
    for title in ("a", "b", "c"):
        add(store, title)
    seen = []
    for move in (store.undo, store.undo, store.redo, store.undo, store.undo, store.redo):
        move()
        seen.append("".join(titles(store)))
    assert seen == ["ab", "a", "ab", "a", "", "a"]


def test_a_new_change_ends_what_could_be_made_again(store):
    add(store, "a")
    store.undo()
    add(store, "b")
    assert store.redo_step() is None
    assert store.redo() is None
    assert titles(store) == ["b"]


def test_what_was_undone_before_a_new_change_is_not_met_again(store):
    add(store, "a")
    add(store, "b")
    store.undo()
    add(store, "c")
    store.undo()
    store.undo()
    assert titles(store) == []
    assert store.undo() is None


def test_undo_of_one_change_set_works_while_it_is_the_newest(store, messages):
    add(store, "a")
    add(store, "b")
    first, second = (m.change_set for m in messages)
    assert store.undo(only=first) is None
    assert titles(store) == ["a", "b"]
    assert store.undo(only=second).id == second
    assert titles(store) == ["a"]
    assert store.undo(only=second) is None
    assert store.undo(only=first).id == first


def test_undo_survives_closing_and_opening_again(open_store):
    store = open_store()
    goal = add(store, "a")
    rename(store, goal, "b")
    store.undo()
    store.close()
    again = open_store()
    assert again.redo().label == "Edit goal"
    assert titles(again) == ["b"]
    again.undo()
    again.undo()
    assert titles(again) == []


def test_a_goal_comes_back_with_all_that_hung_on_it(store, dump):
    with store.changing("Add goal") as session:
        me = Person(name="Maya")
        session.add(me)
        session.flush()
        goal = Goal(
            title="Paper",
            owner_id=me.id,
            milestones=[Milestone(title="Outline"), Milestone(title="Send")],
            actions=[Action(title="Write", owner_id=me.id)],
        )
        session.add(goal)
        session.flush()
        goal.actions[0].milestone_id = goal.milestones[0].id
    before = dump(store)
    with store.changing("Delete goal") as session:
        session.delete(session.get(Goal, goal.id))
    store.undo()
    after = dump(store)
    assert [after[table].keys() for table in after] == [before[table].keys() for table in before]
    (action,) = after["action"].values()
    assert action["milestone_id"] in after["milestone"]


def test_what_comes_back_has_a_higher_rev_than_it_ever_had(store):
    goal = add(store, "a")
    for title in "bcd":
        rename(store, goal, title)
    with store.changing("Delete goal") as session:
        session.delete(session.get(Goal, goal))
    store.undo()
    with store.reading() as session:
        assert session.get(Goal, goal).rev == 5


def test_undo_moves_changed_at_on(store, clock):
    goal = add(store, "a")
    rename(store, goal, "b")
    clock.advance(hours=2)
    store.undo()
    with store.reading() as session:
        row = session.get(Goal, goal)
        assert (row.title, row.rev, row.changed_at) == ("a", 3, clock.now)


def test_undo_and_redo_are_linked_to_what_they_take_back(store):
    add(store, "a")
    store.undo()
    store.redo()
    with store.reading() as session:
        do, undo, redo = session.scalars(select(ChangeSet).order_by(ChangeSet.id))
        assert [s.kind for s in (do, undo, redo)] == list(ChangeKind)
        assert (undo.of, redo.of) == (do.id, undo.id)
        assert (do.taken_back_by, undo.taken_back_by, redo.taken_back_by) == (
            undo.id,
            redo.id,
            None,
        )


def test_the_exit_log_and_facts_of_the_file_stay_when_all_is_undone(store, clock):
    goal = add(store, "a")
    with store.noting() as session:
        session.add(Exit(at=clock(), what="calendar", audience="myself", count=1, stayed=0))
        session.add(Meta(key="tz", value="2026a"))
    rename(store, goal, "b")
    while store.undo():
        pass
    with store.reading() as session:
        assert session.scalar(select(func.count()).select_from(Exit)) == 1
        assert session.get(Meta, "tz").value == "2026a"


def test_noting_is_no_step(store, clock, messages):
    add(store, "a")
    store.undo()
    with store.noting() as session:
        session.add(Meta(key="tz", value="2026a"))
    assert store.redo_step() is not None
    assert len(messages) == 2


# The floor


@pytest.fixture
def raise_floor(store):
    def do_it():
        with store.noting() as session:
            history.raise_undo_floor(session.connection())

    return do_it


def test_nothing_under_the_floor_is_taken_back_or_made_again(store, raise_floor):
    add(store, "a")
    add(store, "b")
    store.undo()
    raise_floor()
    assert (store.undo(), store.redo()) == (None, None)
    assert titles(store) == ["a"]


def test_what_is_done_above_the_floor_can_be_taken_back(store, raise_floor):
    add(store, "a")
    raise_floor()
    add(store, "b")
    store.undo()
    store.redo()
    store.undo()
    assert titles(store) == ["a"]
    assert store.undo() is None


def test_the_floor_can_be_raised_again(store, raise_floor):
    for title in "abc":
        add(store, title)
        raise_floor()
    assert store.undo() is None


def test_typing_does_not_go_on_under_the_floor(store, raise_floor):
    goal = add(store, "a")
    with store.changing("Edit goal", typing="editor") as session:
        session.get(Goal, goal).title = "ab"
    raise_floor()
    with store.changing("Edit goal", typing="editor") as session:
        session.get(Goal, goal).title = "abc"
    store.undo()
    assert titles(store) == ["ab"]
