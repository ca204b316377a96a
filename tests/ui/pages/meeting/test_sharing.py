"""Who sees notes and agenda items: chosen where they stand, and undone."""

from PySide6.QtCore import Qt

from mentordesk.domain.enums import ItemKind
from mentordesk.ui.context import Place


def show(page, book) -> None:
    page.show_place(Place("meeting", book.meeting))
    page.show()


def test_a_note_begins_as_mine_alone(page, book) -> None:
    show(page, book)
    assert page.notes.seen.text() == "Only I see this"


def test_a_press_shares_the_notes_and_says_with_whom(page, book, desk, qtbot) -> None:
    desk.notes.save_note(book.meeting, "Words")
    show(page, book)
    qtbot.mouseClick(page.notes.seen, Qt.MouseButton.LeftButton)
    assert page.notes.seen.text() == "Shared with Dr Amara Okafor"
    assert desk.meetings.meeting(book.meeting).note_shared
    desk.undo()
    assert page.notes.seen.text() == "Only I see this"


def test_a_second_press_keeps_them(page, book, desk) -> None:
    desk.notes.save_note(book.meeting, "Words")
    desk.showing.set_note_shown(book.meeting, shown=True)
    show(page, book)
    page.notes.seen.click()
    assert not desk.meetings.meeting(book.meeting).note_shared


def test_a_chosen_item_is_shared_by_its_command(page, book, desk, actions) -> None:
    show(page, book)
    page.agenda.list.setCurrentIndex(page.agenda.model.index(0, 0))
    was_shared = page.agenda.is_shared()
    actions.action("agenda.share").trigger()
    assert page.agenda.is_shared() is not was_shared


def test_an_item_that_is_shared_says_so_to_the_ear(page, book, desk) -> None:
    (item, *_) = desk.meetings.meeting(book.meeting).agenda
    desk.showing.set_shown(ItemKind.AGENDA_ITEM, item.id, shown=True)
    show(page, book)
    told = page.agenda.model.index(0, 0).data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert "shared" in told
