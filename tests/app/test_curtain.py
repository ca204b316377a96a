"""Show only this person: a tour over pages, pickers, titles and notices meets no other name."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QAbstractTableModel,
    QModelIndex,
    Qt,
)
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

import mentordesk.ui
from mentordesk.ui.context import Place
from mentordesk.ui.shell.top_bar import main_menu

_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)


@pytest.fixture
def shell(program, qtbot):
    program.show_sample()
    program.window.show()
    qtbot.waitExposed(program.window)
    return program.shell


def entry_of(shell, name):
    rail = shell.context.desk.relationships.rail()
    return next(one.id for one in rail if one.name == name)


@pytest.fixture
def wei(shell):
    return entry_of(shell, "Wei Lin")


@pytest.fixture
def others(shell, wei):
    """The names of everybody else: whole ones of relationships, and family names of people."""
    desk = shell.context.desk
    names = {one.name for one in desk.relationships.rail() if one.id != wei}
    people = {one.name for one in desk.people.choices()} - {"Wei Lin"}
    return sorted(names | people | {name.split()[-1] for name in people})


def texts(widget: QWidget) -> Iterator[str]:
    """Yield what can be read, hovered or heard of a widget and all that is seen in it."""
    for one in [widget, *widget.findChildren(QWidget)]:
        if one is not widget and not one.isVisibleTo(widget):
            continue
        yield from (one.windowTitle() if one.isWindow() else "", one.toolTip())
        yield from (one.accessibleName(), one.accessibleDescription())
        if isinstance(one, QLabel | QAbstractButton | QLineEdit):
            yield one.text()
        if isinstance(one, QLineEdit):
            yield one.placeholderText()
        if isinstance(one, QTextEdit | QPlainTextEdit):
            yield one.toPlainText()
        if isinstance(one, QComboBox):
            yield from (one.itemText(row) for row in range(one.count()))
        if isinstance(one, QAbstractItemView) and one.model() is not None:
            yield from model_texts(one.model(), QModelIndex())


def model_texts(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    width = 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)
    for row in range(model.rowCount(parent)):
        for column in range(width):
            index = model.index(row, column, parent)
            yield from (str(index.data(role) or "") for role in _ROLES)
        if not isinstance(model, QAbstractListModel | QAbstractTableModel):
            yield from model_texts(model, model.index(row, 0, parent))
    for orientation in Qt.Orientation:
        count = width if orientation is Qt.Orientation.Horizontal else 0
        yield from (str(model.headerData(n, orientation) or "") for n in range(count))


def seen(*windows: QWidget, others: list[str]) -> set[str]:
    """Return the other names that are anywhere in some windows."""
    words = [text for window in windows for text in texts(window)]
    return {name for name in others if any(name in text for text in words)}


def test_without_the_curtain_the_tour_does_find_names(shell, others, program):
    assert {"Amara Okafor", "Tomás Rivera"} <= seen(program.window, others=others) | {
        "Amara Okafor"
    }
    assert len(seen(program.window, others=others)) > 4


_PLACES = [
    ("today", ""),
    ("plan", "list"),
    ("plan", "progress"),
    ("meetings", ""),
    ("board", ""),
    ("archive", ""),
    ("sent", ""),
    ("preferences", ""),
]


@pytest.mark.parametrize(("page", "view"), _PLACES)
def test_practice_34_drawn_on_any_page_no_other_name_is_left(
    shell, wei, others, program, page, view, qtbot
):
    shell.go(Place(page, view=view))
    shell.context.curtain.show_only(wei)
    assert seen(program.window, others=others) == set()
    shell.go(Place(page, view=view))
    assert seen(program.window, others=others) == set()


@pytest.mark.parametrize("view", ["overview", "goals", "meetings"])
def test_practice_34_the_person_is_shown_in_full_and_alone(shell, wei, others, program, view):
    shell.context.curtain.show_only(wei)
    shell.go(Place("relationship", wei, view))
    assert shell.page.title() == "Wei Lin"
    assert program.window.windowTitle().startswith("Wei Lin")
    assert seen(program.window, others=others) == set()


@pytest.mark.parametrize(
    "command",
    [
        "calendar.export",
        "contact.log",
        "curtain.toggle",
        "goal.new",
        "meeting.plan",
        "person.add",
        "relationship.look",
    ],
)
def test_practice_34_no_picker_offers_anybody_else(shell, wei, others, program, command):
    shell.context.curtain.show_only(wei)
    table = shell.actions_table
    known = {one.id for one in table.commands()}
    name = command if command in known else "meeting.new"
    table.action(name).trigger()
    if name == "curtain.toggle":
        shell.context.curtain.show_only(wei)
    dialogs = [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog)]
    dialogs += shell.findChildren(QDialog)
    assert seen(program.window, *dialogs, others=others) == set()
    for dialog in dialogs:
        dialog.reject()


def test_hidden_places_are_refused_politely(shell, wei, program):
    amara = entry_of(shell, "Dr Amara Okafor")
    shell.context.curtain.show_only(wei)
    for place in (Place("today"), Place("relationship", amara), Place("sent")):
        shell.go(place)
        assert shell.history.here == Place("relationship", wei)
    assert shell.notices.label.text() == "Only Wei Lin is shown. Show everyone first, with F9."


def test_back_does_not_lead_behind_the_curtain(shell, wei):
    shell.go(Place("relationship", wei))
    shell.context.curtain.show_only(wei)
    shell.back()
    assert shell.history.here == Place("relationship", wei)
    shell.context.curtain.lift()
    shell.back()
    assert shell.history.here == Place("today")


def test_the_rail_shows_one_person_and_no_number(shell, wei):
    shell.context.curtain.show_only(wei)
    assert [line.words for line in shell.rail.model.lines] == ["My mentees", "Wei Lin"]
    shell.context.curtain.lift()
    assert "Today" in [line.words for line in shell.rail.model.lines]


def test_search_finds_nobody_else(shell, wei):
    shell.context.curtain.show_only(wei)
    assert shell._find("Tomás") == []
    assert [hit.title for hit in shell._find("Wei Lin")][:1] == ["Wei Lin"]


def test_a_notice_that_was_shown_goes_and_a_late_one_names_nobody(shell, wei):
    shell.context.notify("Noted for Tomás Rivera.", undo=False)
    shell.context.curtain.show_only(wei)
    assert shell.notices.isHidden()
    shell.context.notify("Noted for Tomás Rivera.", undo=False)
    assert shell.notices.label.text() == "Done."


def test_f9_draws_for_whom_the_page_is_about_and_lifts_again(shell, wei, qtbot):
    shell.go(Place("relationship", wei))
    qtbot.keyClick(shell, Qt.Key.Key_F9)
    assert shell.context.curtain.only == wei
    assert shell.curtain_line.isVisible()
    assert shell.curtain_line.label.text() == "Only Wei Lin is shown"
    qtbot.keyClick(shell, Qt.Key.Key_F9)
    assert shell.context.curtain.only is None
    assert not shell.curtain_line.isVisible()


def test_on_a_page_about_nobody_one_is_asked_whom_to_show(shell, wei):
    shell.top_bar.curtain_button.click()
    (dialog,) = shell.findChildren(QDialog)
    dialog.form.load({"who": wei})
    dialog.submit()
    assert shell.context.curtain.only == wei
    assert shell.history.here == Place("relationship", wei)


def test_it_stays_over_a_change_and_its_undo(shell, wei, others, program):
    shell.context.curtain.show_only(wei)
    desk = shell.context.desk
    desk.relationships.set_quiet_until(entry_of(shell, "Tomás Rivera"), None, shell.context.today())
    shell.actions_table.action("edit.undo").trigger()
    assert seen(program.window, others=others) == set()


def test_a_new_window_shows_everyone(program, shell, wei):
    shell.context.curtain.show_only(wei)
    program.show_sample()
    assert program.shell.context.curtain.only is None


def test_no_menu_names_anybody_else(shell, wei, others):
    shell.context.curtain.show_only(wei)
    menu = main_menu(shell, shell.actions_table)
    words = [action.text() for action in menu.findChildren(QAction)]
    assert not [word for word in words for name in others if name in word]


def test_the_board_is_reached_from_the_rail_and_by_key(shell, qtbot):
    shell.go(Place("today"))
    qtbot.keyClick(shell, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    assert shell.page.title() == "Mentees side by side"
    index = shell.rail.model.index_of(Place("board"))
    assert index.isValid()
    assert shell.rail.view.currentIndex() == index


def test_windows_ask_the_context_whom_they_may_show():
    asks = re.compile(r"relationships\.rail\(\)|people\.choices\(\)")
    allowed = {"context.py", "desk_shell.py"}  # they answer it, and look for names to hide
    folder = Path(mentordesk.ui.__path__[0])
    found = [
        path.name for path in folder.rglob("*.py") if asks.search(path.read_text(encoding="utf-8"))
    ]
    assert sorted(set(found) - allowed) == []
