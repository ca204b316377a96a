"""Every list with items has a menu, by mouse and by the Menu key, of commands of the one table."""

import pytest
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from mentordesk.domain.people import Section
from mentordesk.ui.context import Place
from mentordesk.ui.row_menu import RowMenu
from mentordesk.ui.widgets.cards import Row


@pytest.fixture
def shell(program, qtbot):
    program.show_sample()
    program.window.show()
    qtbot.waitExposed(program.window)
    return program.shell


@pytest.fixture
def mentor(shell):
    entries = shell.context.desk.relationships.rail()
    return next(one.id for one in entries if one.section is Section.MENTORS)


def press_menu_key(widget, place):
    reason = QContextMenuEvent.Reason.Keyboard
    event = QContextMenuEvent(reason, place, widget.mapToGlobal(place))
    QApplication.sendEvent(widget, event)


def said(widget, place):
    """Return the labels of the menu that opens there, and close it."""
    press_menu_key(widget, place)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    labels = [action.text().replace("&", "") for action in menu.actions() if action.text()]
    menu.close()
    return labels


def on_first_row(view):
    row = next(n for n in range(view.model().rowCount()) if view.model().index(n, 0).flags())
    index = view.model().index(row, 0)
    view.setCurrentIndex(index)
    return view.viewport(), view.visualRect(index).center()


def test_the_rail_has_a_menu(shell):
    assert said(*on_first_row(shell.rail.view)) == ["Open"]


def test_a_person_of_the_rail_has_a_menu(shell, mentor):
    index = shell.rail.model.index_of(Place("relationship", mentor))
    labels = said(shell.rail.view.viewport(), shell.rail.view.visualRect(index).center())
    assert labels == [
        "Open",
        "We talked…",
        "Plan a meeting…",
        "Edit relationship…",
        "Show only this person",
    ]


def test_every_row_of_today_has_a_menu(shell):
    shell.go(Place("today"))
    rows = [row for row in shell.page.findChildren(Row) if row.isVisible()]
    assert len(rows) > 3
    for row in rows:
        assert said(row, row.rect().center())


@pytest.mark.parametrize("page", ["meetings", "plan"])
def test_lists_of_meetings_and_goals_have_a_menu(shell, page):
    shell.go(Place(page))
    view = shell.focusWidget()
    place = view.visualRect(view.currentIndex()).center()
    assert said(view.viewport(), place)


def test_the_stream_has_a_menu(shell, mentor):
    shell.go(Place("relationship", mentor, "overview"))
    view = shell.page.overview.stream.list
    assert said(view.viewport(), view.visualRect(view.model().index(0, 0)).center())


def test_open_promises_have_a_menu_that_settles_them(shell, mentor):
    shell.go(Place("relationship", mentor, "overview"))
    before = len(shell.context.desk.relationships.open_promises(mentor))
    overview = shell.page.overview
    line = overview.promises.boxes[0].parentWidget()
    press_menu_key(line, line.rect().center())
    (done,) = overview.promise_menu.menu.actions()
    done.trigger()
    QApplication.activePopupWidget().close()
    assert len(shell.context.desk.relationships.open_promises(mentor)) == before - 1


def test_the_archive_has_a_menu(shell):
    shell.go(Place("archive"))
    row = shell.page.card.rows()[0]
    assert said(row, row.rect().center()) == ["Open", "Take out of the archive"]


def test_a_command_of_a_row_cant_be_done_without_its_menu(shell):
    shell.go(Place("archive"))
    count = len(shell.context.desk.relationships.archived())
    shell.actions_table.action("archive.take_out").trigger()
    assert len(shell.context.desk.relationships.archived()) == count


def test_every_verb_of_a_row_is_in_the_table(shell, mentor):
    while shell.make_a_page():
        pass
    ids = {command.id for command in shell.actions_table.commands()}
    menus = shell.findChildren(RowMenu)
    assert len(menus) >= 6
    for menu in menus:
        assert {command.id for command in menu.commands()} <= ids
