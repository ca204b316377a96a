"""What is typed in one editor is one undo step, until it ends."""

# ruff: noqa: ARG005, PT012 (a change is a block; each case names what it is given)

import pytest

from mentordesk.models import Goal


class OddError(Exception):
    pass


def typed(store, goal, text, editor="notes"):
    with store.changing("Edit reason", typing=editor) as session:
        session.get(Goal, goal).reason = text


def test_typing_is_one_step_from_the_first_to_the_last(store, goal, messages):
    for text_so_far in ("a", "ab", "abc"):
        typed(store, goal, text_so_far)
    assert len({m.change_set for m in messages}) == 1
    store.undo()
    with store.reading() as session:
        assert session.get(Goal, goal).reason == ""
    store.redo()
    with store.reading() as session:
        assert session.get(Goal, goal).reason == "abc"


def test_typing_that_comes_to_nothing_is_no_step(store, goal, messages):
    step = store.undo_step()
    typed(store, goal, "a")
    typed(store, goal, "")
    assert store.undo_step() == step
    assert store.undo(only=messages[-1].change_set) is None
    assert [m.items for m in messages] == [frozenset({goal})] * 2
    assert list(store.raw.execute("SELECT count(*) FROM change WHERE operation = 'update'")) == [
        (0,)
    ]


def test_the_id_of_a_step_that_came_to_nothing_is_never_given_again(store, goal, messages, titles):
    typed(store, goal, "a")
    typed(store, goal, "")
    with store.changing("Edit goal") as session:
        session.get(Goal, goal).title = "Book"
    assert messages[-1].change_set > messages[0].change_set
    assert store.undo(only=messages[0].change_set) is None
    assert titles(store) == ["Book"]


def test_typing_goes_on_after_it_came_to_nothing(store, goal):
    typed(store, goal, "a")
    typed(store, goal, "")
    typed(store, goal, "b")
    store.undo()
    with store.reading() as session:
        assert session.get(Goal, goal).reason == ""


@pytest.mark.parametrize(
    "between",
    [
        lambda store, goal, clock: store.stop_typing(),
        lambda store, goal, clock: clock.advance(minutes=5),
        lambda store, goal, clock: typed(store, goal, "x", editor="another"),
        lambda store, goal, clock: (store.undo(), store.redo()),
    ],
    ids=["leaving", "five idle minutes", "another editor", "undo and redo"],
)
def test_typing_ends_with(store, goal, clock, messages, between):
    typed(store, goal, "a")
    first = messages[-1].change_set
    between(store, goal, clock)
    typed(store, goal, "ab")
    assert messages[-1].change_set > first


def test_typing_ends_with_another_command(store, goal, messages):
    typed(store, goal, "a")
    with store.changing("Edit goal") as session:
        session.get(Goal, goal).title = "Book"
    typed(store, goal, "ab")
    assert len({m.change_set for m in messages}) == 3
    store.undo()
    with store.reading() as session:
        assert session.get(Goal, goal).reason == "a"


def test_steady_typing_stays_one_step_for_as_long_as_it_lasts(store, goal, clock, messages):
    for minute in range(8):
        typed(store, goal, "a" * (minute + 1))
        clock.advance(minutes=4)
    assert len({m.change_set for m in messages}) == 1


def test_typing_does_not_go_on_in_a_file_opened_again(open_store, store, goal):
    typed(store, goal, "a")
    store.close()
    again = open_store()
    told = []
    again.subscribe(told.append)
    typed(again, goal, "ab")
    again.undo()
    with again.reading() as session:
        assert session.get(Goal, goal).reason == "a"


def test_an_error_while_typing_keeps_the_step_as_it_was(store, goal):
    typed(store, goal, "a")
    with pytest.raises(OddError), store.changing("Edit reason", typing="notes") as session:
        session.get(Goal, goal).reason = "half"
        session.flush()
        raise OddError
    typed(store, goal, "ab")
    store.undo()
    with store.reading() as session:
        assert session.get(Goal, goal).reason == ""
