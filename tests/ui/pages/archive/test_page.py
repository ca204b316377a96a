"""The page of the archive."""

from datetime import date

import pytest
from PySide6.QtWidgets import QPushButton

from mentordesk.domain.enums import Role, Stage
from mentordesk.domain.people import ArchivedRow, PersonDraft, RelationshipDraft
from mentordesk.models import Relationship
from mentordesk.ui.context import Place
from mentordesk.ui.pages.archive.page import PAGE_SIZE, ArchivePage, archived_said

TODAY = date(2026, 11, 24)


@pytest.fixture
def page(qtbot, context):
    made = ArchivePage(context)
    made.resize(900, 700)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def ines(desk):
    item = desk.relationships.add_with_person(
        PersonDraft(name="Prof. Ines Duarte"),
        RelationshipDraft(role=Role.MENTEE, started_on=date(2022, 3, 1)),
    )
    desk.relationships.archive(item, date(2026, 6, 1), ())
    return item


def buttons(page):
    return page.card.findChildren(QPushButton)


def test_an_empty_archive_says_what_it_is_for(page):
    page.show()
    assert page.empty.isVisible()
    assert not page.card.isVisible()


def test_a_row_opens_its_relationship(page, context, ines):
    places = []
    context.place_wanted.connect(places.append)
    page.show()
    buttons(page)[0].click()
    assert places == [Place("relationship", ines)]


def test_a_row_is_taken_out_and_comes_back_with_undo(desk, page, ines):
    page.show()
    buttons(page)[1].click()
    assert desk.relationships.archived() == []
    assert page.empty.isVisible()
    desk.undo()
    assert len(page.card.rows()) == 1


def test_a_button_says_whom_it_takes_out(page, ines):
    page.show()
    assert buttons(page)[1].accessibleName() == "Take out: Prof. Ines Duarte"


def test_the_keyboard_goes_on_with_the_next_row(desk, qtbot, page, ines):
    karim = desk.relationships.add_with_person(
        PersonDraft(name="Karim Benali"), RelationshipDraft(role=Role.MENTOR)
    )
    desk.relationships.archive(karim, TODAY, ())
    page.show()
    page.activateWindow()
    buttons(page)[1].setFocus()
    qtbot.waitUntil(buttons(page)[1].hasFocus)
    buttons(page)[1].click()
    qtbot.waitUntil(buttons(page)[1].hasFocus)
    assert buttons(page)[1].accessibleName() == "Take out: Prof. Ines Duarte"


def test_long_archives_come_page_by_page(desk, page):
    with desk.store.changing("Many") as session:
        for n in range(PAGE_SIZE + 5):
            session.add(Relationship(role=Role.PEER, title=f"Group {n}", stage=Stage.CLOSED))
    page.show()
    assert len(page.card.rows()) == PAGE_SIZE
    page.more_button.click()
    assert len(page.card.rows()) == PAGE_SIZE + 5
    assert not page.more_button.isVisible()


def test_what_it_was_is_said_in_one_line(ines, desk):
    (row,) = desk.relationships.archived()
    assert archived_said(row, TODAY) == "Mentor · since March 2022 · in the archive since 1 Jun"


def test_without_days_only_the_role_is_said(ines):
    row = ArchivedRow(
        id=ines, name="Ines", initials="I", role=Role.MENTOR, started_on=None, archived_on=None
    )
    assert archived_said(row, TODAY) == "Mentee"
