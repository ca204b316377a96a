"""The composed window: every page by its place, undo by key and by notice."""

import pytest
from PySide6.QtCore import Qt

from mentordesk.domain.enums import Role
from mentordesk.domain.goals import GoalDraft
from mentordesk.domain.people import PersonDraft, RelationshipDraft
from mentordesk.ui.context import Place


@pytest.fixture
def shell(program, qtbot):
    program.show_sample()
    program.window.show()
    qtbot.waitExposed(program.window)
    return program.shell


@pytest.fixture
def desk(shell):
    return shell.context.desk


@pytest.mark.parametrize("page", ["today", "plan", "meetings", "archive", "sent"])
def test_every_page_of_the_rail_opens(shell, page):
    shell.go(Place(page))
    assert shell.page.title()


@pytest.mark.parametrize("view", ["overview", "goals", "meetings"])
def test_every_view_of_every_relationship_opens(shell, desk, view, qtbot):
    for entry in desk.relationships.rail():
        shell.go(Place("relationship", entry.id, view))
        assert shell.page.title() == entry.name


def test_a_meeting_stands_under_its_person_in_the_rail(shell, desk):
    (line,) = desk.meetings.upcoming(shell.context.now(), 1)
    shell.go(Place("meeting", line.id))
    assert shell.rail.view.currentIndex().data() == line.name


def test_an_archived_person_stands_under_the_archive(shell, desk):
    (archived,) = desk.relationships.archived()
    shell.go(Place("relationship", archived.id))
    assert shell.rail.view.currentIndex().data() == "Archive"


def test_a_new_person_appears_in_the_rail(shell, desk):
    desk.relationships.add_with_person(
        PersonDraft(name="Nadia Okoye"), RelationshipDraft(role=Role.MENTOR)
    )
    assert "Nadia Okoye" in [line.words for line in shell.rail.model.lines]


def test_undo_by_key_takes_back_the_newest_change(shell, desk, qtbot):
    before = desk.undo_step()
    goal = desk.goals.add_goal(GoalDraft(title="Something new"))
    shell.go(Place("plan", goal, "list"))
    qtbot.keyClick(shell, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.undo_step() == before
    qtbot.keyClick(
        shell,
        Qt.Key.Key_Z,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert desk.undo_step().label == "Add goal"


def test_a_notice_takes_back_its_own_change_only_while_it_is_the_newest(shell, desk):
    context = shell.context
    context.perform(lambda: desk.goals.add_goal(GoalDraft(title="One")), "Goal added.")
    desk.goals.add_goal(GoalDraft(title="Two"))
    newest = desk.undo_step()
    shell.notices.button.click()
    assert desk.undo_step() == newest


def test_back_and_forward(shell):
    for page in ("plan", "meetings"):
        shell.go(Place(page))
    shell.back()
    assert shell.page.title() == "My plan"
    shell.forward()
    assert shell.page.title() == "Meetings"


def test_new_goal_asks_where_goals_are(shell, desk, qtbot):
    shell.go(Place("today"))
    shell.actions_table.action("goal.new").trigger()
    assert shell.page.title() == "My plan"


def test_search_finds_a_person_and_opens_their_page(shell, qtbot):
    shell.search.setFocus()
    qtbot.keyClicks(shell.search, "okafor")
    qtbot.keyClick(shell.search, Qt.Key.Key_Return)
    assert shell.page.title() == "Dr Amara Okafor"


def test_the_rail_shows_icons_alone_in_a_narrow_window(shell, program, qtbot):
    program.window.resize(900, 700)
    qtbot.waitUntil(lambda: shell.rail.width() < 100)
