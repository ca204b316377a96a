"""What is told after a change, to whom, and when."""

from datetime import date

from mentordesk.domain.enums import ChangeKind
from mentordesk.models import Goal, Milestone


class OddError(Exception):
    pass


def test_a_change_is_told_with_its_tables_rows_and_initiator(store, messages):
    editor = object()
    with store.changing("Add goal", initiator=editor) as session:
        goal = Goal(title="Paper", milestones=[Milestone(title="Outline")])
        session.add(goal)
        session.flush()
        rows = {goal.id, goal.milestones[0].id}
    (message,) = messages
    assert (message.label, message.kind) == ("Add goal", ChangeKind.DO)
    assert message.tables == {"goal", "milestone"}
    assert message.items == rows
    assert message.initiator is editor
    assert message.touches("goal")
    assert not message.touches("meeting", "note")


def test_undo_and_redo_are_told_with_the_same_rows(store, goal, messages):
    with store.changing("Edit goal") as session:
        session.get(Goal, goal).due = date(2027, 1, 1)
    store.undo()
    store.redo(initiator="menu")
    assert [m.kind for m in messages] == [ChangeKind.DO, ChangeKind.UNDO, ChangeKind.REDO]
    assert {m.items for m in messages} == {frozenset({goal})}
    assert {m.label for m in messages} == {"Edit goal"}
    assert messages[-1].initiator == "menu"
    assert len({m.change_set for m in messages}) == 3


def test_a_change_of_nothing_is_no_step_and_not_told(store, goal, messages):
    step = store.undo_step()
    with store.changing("Edit goal") as session:
        row = session.get(Goal, goal)
        row.title = "Book"
        session.flush()
        row.title = "Paper"
    with store.changing("Edit goal") as session:
        session.get(Goal, goal).title = "Paper"
    assert messages == []
    assert store.undo_step() == step


def test_what_is_told_is_already_safe_in_the_file(store, key, goal, desk_file, other_connection):
    seen = []

    def look(_message):
        other = other_connection(desk_file, key)
        seen.extend(other.execute("SELECT title FROM goal"))
        other.close()

    store.subscribe(look)
    with store.changing("Edit goal") as session:
        session.get(Goal, goal).title = "Book"
    assert seen == [("Book",)]


def test_a_listener_may_read_and_change(store, goal, titles):
    def answer(message):
        if message.label == "Edit goal":
            assert titles(store) == ["Book"]
            with store.changing("Answer") as session:
                session.add(Goal(title="Answer"))

    store.subscribe(answer)
    with store.changing("Edit goal") as session:
        session.get(Goal, goal).title = "Book"
    assert titles(store) == ["Answer", "Book"]


def test_a_listener_that_fails_loses_no_change_and_others_are_told(
    store, goal, messages, monkeypatch, titles
):
    reported = []
    monkeypatch.setattr("sys.excepthook", lambda *what: reported.append(what[0]))

    def fail(_message):
        raise OddError

    store._listeners.insert(0, fail)
    with store.changing("Edit goal") as session:
        session.get(Goal, goal).title = "Book"
    assert reported == [OddError]
    assert len(messages) == 1
    assert titles(store) == ["Book"]
