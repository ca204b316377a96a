"""The agenda on the page of a meeting."""

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit, QMenu

from mentordesk.ui.pages.meeting.agenda_model import AgendaModel

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def card(page):
    return page.agenda


@pytest.fixture
def titles(detail):
    return lambda: [row.title for row in detail().agenda]


def choose(card, place):
    card.list.setFocus()
    card.list.setCurrentIndex(card.model.index(place, 0))


def test_the_agenda_shows_its_items_and_how_they_fit(card):
    assert [row.title for row in card.model.rows()] == ["Check-in", "Comments", "Next date"]
    assert card._sum.text() == "20 min of 1 h"


def test_an_agenda_that_is_too_long_says_so(card, desk, detail):
    desk.agenda.set_minutes(detail().agenda[2].id, 50)
    assert card._sum.text() == "1 h 10 min on the agenda, 1 h planned for the meeting"


def test_a_typed_line_becomes_an_item(card, qtbot, detail, notices):
    qtbot.keyClicks(card.line, "Feedback 10 min")
    qtbot.keyClick(card.line, Qt.Key.Key_Return)
    last = detail().agenda[-1]
    assert (last.title, last.minutes) == ("Feedback", 10)
    assert card.line.text() == ""
    assert notices == ["Added to the agenda."]


def test_a_line_that_is_too_long_is_kept_and_explained(card, qtbot, titles):
    card.line.setText("x" * 301)
    qtbot.keyClick(card.line, Qt.Key.Key_Return)
    assert "301 characters" in card._problem.text()
    assert len(titles()) == 3
    assert len(card.line.text()) == 301


def test_an_empty_line_adds_nothing(card, qtbot, titles):
    qtbot.keyClick(card.line, Qt.Key.Key_Return)
    assert len(titles()) == 3
    assert card._problem.text() == ""


def test_space_ticks_and_unticks(card, qtbot, detail):
    choose(card, 1)
    qtbot.keyClick(card.list, Qt.Key.Key_Space)
    assert [row.done for row in detail().agenda] == [False, True, False]
    qtbot.keyClick(card.list, Qt.Key.Key_Space)
    assert not detail().agenda[1].done
    assert card.chosen().title == "Comments"


def test_a_click_on_the_number_ticks(card, qtbot, detail):
    area = card.list.visualRect(card.model.index(0, 0))
    place = QPoint(area.left() + 24, area.center().y())
    qtbot.mouseClick(card.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert detail().agenda[0].done
    qtbot.mouseClick(card.list.viewport(), Qt.MouseButton.LeftButton, pos=area.center())
    assert detail().agenda[0].done


def test_alt_and_arrows_move_the_chosen_item(card, qtbot, titles, actions):
    choose(card, 0)
    actions.action("agenda.down").trigger()
    assert titles() == ["Comments", "Check-in", "Next date"]
    assert card.chosen().title == "Check-in"
    actions.action("agenda.up").trigger()
    actions.action("agenda.up").trigger()
    assert titles() == ["Check-in", "Comments", "Next date"]


@pytest.mark.parametrize(
    ("item", "row", "order"),
    [
        (0, 2, "Comments Check-in Next"),
        (2, 0, "Next Check-in Comments"),
        (0, -1, "Comments Next Check-in"),
    ],
)
def test_an_item_is_dropped_between_others(card, titles, item, row, order):
    model = card.model
    data = model.mimeData([model.index(item, 0)])
    assert data.hasFormat(model.mimeTypes()[0])
    model.dropMimeData(data, Qt.DropAction.MoveAction, row, 0, QModelIndex())
    assert " ".join(title.split()[0] for title in titles()) == order


def test_something_else_cannot_be_dropped(card, titles):
    data = QMimeData()
    data.setText("hello")
    assert not card.model.dropMimeData(data, Qt.DropAction.MoveAction, 0, 0, QModelIndex())


def test_an_item_is_written_in_place(card, qtbot, detail):
    choose(card, 1)
    card.list.write_chosen()
    editor = card.list.findChild(QLineEdit)
    assert editor.text() == "Comments 15 min"
    editor.setText("Reviewers 20 min")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: detail().agenda[1].title == "Reviewers")
    assert detail().agenda[1].minutes == 20


def test_nothing_written_changes_nothing(card, desk, detail):
    index = card.model.index(1, 0)
    before = desk.undo_step()
    card.model.setData(index, "Comments 15 min")
    card.model.setData(index, "   ")
    assert desk.undo_step() == before


def test_an_item_is_taken_off_and_comes_back(card, desk, titles, notices):
    choose(card, 0)
    card.remove_chosen()
    assert titles() == ["Comments", "Next date"]
    assert notices == ["Taken off the agenda."]
    desk.undo()
    assert titles() == ["Check-in", "Comments", "Next date"]


def test_items_are_spoken_in_full(card, detail, desk):
    desk.agenda.set_done(detail().agenda[1].id, done=True)
    item = card.model.index(1, 0)
    assert item.data(Qt.ItemDataRole.AccessibleTextRole) == "Comments"
    assert item.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "15 min, done"


def test_the_list_is_as_high_as_its_items(card, detail, desk):
    assert card.list.viewport().height() >= card.list.sizeHintForRow(0) * 3
    for row in detail().agenda:
        desk.agenda.remove(row.id)
    assert not card.list.isVisible()


def test_a_menu_opens_at_an_item(card, qtbot):
    middle = card.list.visualRect(card.model.index(1, 0)).center()
    card.list.customContextMenuRequested.emit(middle)
    assert card.chosen().title == "Comments"
    menu = next(m for m in card.findChildren(QMenu) if m.isVisible())
    menu.close()


def test_the_model_keeps_the_rules_of_models(qapp, detail):
    model = AgendaModel()
    tester = QAbstractItemModelTester(model, FATAL)
    rows = detail().agenda
    model.set_rows(rows)
    model.set_rows(rows[::-1])
    model.set_rows(rows[1:])
    assert model.rowCount() == 2
    assert tester.model() is model


def test_a_read_only_agenda_takes_nothing(qapp, detail):
    model = AgendaModel()
    model.read_only = True
    model.set_rows(detail().agenda)
    index = model.index(0, 0)
    assert not model.flags(index) & Qt.ItemFlag.ItemIsEditable
    assert not model.setData(index, None, Qt.ItemDataRole.CheckStateRole)
