"""The page of a relationship: head, views, menu."""

from datetime import date
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from mentordesk.domain.enums import RelationshipKind, Role, Stage
from mentordesk.domain.people import PersonDraft, RelationshipDraft
from mentordesk.services.desk import Desk
from mentordesk.ui.actions import ActionTable
from mentordesk.ui.context import Context, Place
from mentordesk.ui.pages.relationship.menu import relationship_menu
from mentordesk.ui.pages.relationship.page import RelationshipPage, Tab

TODAY = date(2026, 11, 24)


def new_page(qtbot, context, steps):
    actions = ActionTable(context.theme)
    page = RelationshipPage(
        context, actions, steps, goals_view=lambda *_: QLabel(), meetings_view=lambda *_: QLabel()
    )
    actions.setParent(page)
    actions.declare(page.commands(), page)
    qtbot.addWidget(page)
    page.show()
    return page


def menu_of(page):
    menu = relationship_menu(page, page._actions, page.head, page.steps)
    return [action.text().replace("&", "") for action in menu.actions() if action.text()]


def test_the_head_says_who_and_what(page, amara):
    page.show_place(Place("relationship", amara))
    assert (page.title(), page.header.name.text()) == ("Dr Amara Okafor",) * 2
    assert page.header.facts.text().startswith("Mentor, chosen")
    assert page.relationship == amara


def test_the_first_step_prepares_the_next_meeting(desk, page, amara, make, went):
    meeting = make.plan(desk, amara, date(2026, 11, 26))
    page.show_place(Place("relationship", amara))
    page.header.step.click()
    assert went == [Place("meeting", meeting)]


def test_without_a_meeting_the_first_step_plans_one(page, amara, taken):
    page.show_place(Place("relationship", amara))
    page.header.step.click()
    page.header.talked.click()
    assert taken == [("plan_meeting", amara), ("talked", amara)]


def test_a_search_offers_who_was_found_and_no_talk(desk, page, taken):
    search = desk.relationships.add(
        RelationshipDraft(role=Role.MENTEE, title="Grants", stage=Stage.PROSPECT)
    )
    page.show_place(Place("relationship", search))
    page.header.step.click()
    assert taken == [("found", search)]
    assert not page.header.talked.isVisible()
    assert not page.overview.promises.isVisible()
    assert menu_of(page) == [
        "I have found somebody…",
        "Edit relationship…",
        "Put into the archive…",
        "Erase for good…",
    ]


def test_the_archive_offers_the_way_out_and_little_else(desk, page, amara, taken):
    desk.relationships.archive(amara, TODAY, ())
    page.show_place(Place("relationship", amara))
    page.header.step.click()
    assert taken == [("reopen", amara)]
    assert not page.header.talked.isVisible()
    assert not page.overview.promises.add_button.isVisible()
    assert menu_of(page) == [
        "Edit person…",
        "Edit relationship…",
        "Print or save…",
        "Take out of the archive",
        "Erase for good…",
    ]


def test_the_menu_of_one_person(page, amara):
    page.show_place(Place("relationship", amara))
    assert menu_of(page) == [
        "Edit person…",
        "Edit relationship…",
        "Give this time…",
        "Add a promise…",
        "Export meetings to a calendar…",
        "Print or save…",
        "Show only this person",
        "Put into the archive…",
        "Erase for good…",
    ]


def test_a_group_lists_its_people_to_edit(desk, page, taken):
    draft = RelationshipDraft(role=Role.PEER, kind=RelationshipKind.GROUP, title="Writers")
    group = desk.relationships.add(draft, [PersonDraft(name="Wei"), PersonDraft(name="R&D")])
    page.show_place(Place("relationship", group))
    menu = relationship_menu(page, page._actions, page.head, page.steps)
    inside = menu.actions()[0].menu().actions()
    assert [action.text() for action in inside] == ["Wei", "R&&D"]
    inside[1].trigger()
    assert taken == [("edit_person", page.head.people[1].id)]


@pytest.mark.parametrize(
    ("command", "step"),
    [
        ("relationship.talked", "talked"),
        ("relationship.plan", "plan_meeting"),
        ("relationship.edit", "edit_relationship"),
        ("relationship.give_time", "give_time"),
        ("relationship.calendar", "export_calendar"),
        ("relationship.print", "print_page"),
        ("relationship.archive", "archive"),
    ],
)
def test_commands_are_about_the_relationship_that_is_shown(page, amara, taken, command, step):
    page.show_place(Place("relationship", amara))
    page._actions.action(command).trigger()
    assert taken == [(step, amara)]


def test_edit_person_is_about_the_person(page, amara, taken):
    page.show_place(Place("relationship", amara))
    page._actions.action("person.edit").trigger()
    assert taken == [("edit_person", page.head.people[0].id)]


def test_commands_rest_while_another_page_is_seen(page, amara, taken):
    page.show_place(Place("relationship", amara))
    page.hide()
    page._actions.action("relationship.archive").trigger()
    assert taken == []


def test_f2_edits_the_relationship(qtbot, page, amara, taken):
    page.show_place(Place("relationship", amara))
    page.activateWindow()
    page.switch.setFocus()
    qtbot.keyClick(page.switch, Qt.Key.Key_F2)
    assert taken == [("edit_relationship", amara)]


def test_views_are_made_when_they_are_first_wanted(page, amara):
    page.show_place(Place("relationship", amara))
    assert not page.findChildren(QLabel, options=Qt.FindChildOption.FindDirectChildrenOnly)
    page.show_place(Place("relationship", amara, "goals"))
    shown = [w.text() for w in page.findChildren(QLabel) if w.isVisible()]
    assert f"goals of {amara}" in shown
    assert not page.overview.isVisible()
    assert page.switch.currentIndex() == Tab.GOALS


def test_another_relationship_gets_views_of_its_own(desk, qtbot, page, amara):
    wei = desk.relationships.add_with_person(
        PersonDraft(name="Wei Lin"), RelationshipDraft(role=Role.MENTOR)
    )
    page.show_place(Place("relationship", amara, "meetings"))
    page.show_place(Place("relationship", wei, "meetings"))
    shown = [w.text() for w in page.findChildren(QLabel) if w.isVisible()]
    assert f"meetings of {wei}" in shown
    assert f"meetings of {amara}" not in shown


def test_a_tab_that_is_chosen_is_a_place(page, amara, went):
    page.show_place(Place("relationship", amara))
    page.switch.setCurrentIndex(Tab.MEETINGS)
    assert went == [Place("relationship", amara, "meetings")]


def test_the_head_follows_every_change(desk, page, amara):
    page.show_place(Place("relationship", amara))
    person = page.head.people[0]
    desk.people.edit(person.id, PersonDraft(name="Amara O."))
    assert page.header.name.text() == "Amara O."
    desk.undo()
    assert page.header.name.text() == "Dr Amara Okafor"


def test_what_is_not_there_any_more_is_said(desk, page, amara):
    page.show_place(Place("relationship", amara))
    desk.undo()
    assert page.title() == ""
    assert page._gone.isVisible()
    assert not any(
        action.isEnabled() and page._actions._commands[action.objectName()].enabled()
        for action in page.actions()
    )
    desk.redo()
    assert page.title() == "Dr Amara Okafor"


def test_a_place_that_never_was_is_said(page):
    page.show_place(Place("relationship", uuid4()))
    assert page._gone.isVisible()


@pytest.mark.parametrize("width", [420, 740, 1200])
def test_nothing_of_the_head_is_cut_off(page, amara, width):
    page.show_place(Place("relationship", amara))
    page.resize(width, 700)
    head = page.header
    for button in (head.step, head.talked, head.menu_button):
        area = button.rect().translated(button.mapTo(head, button.rect().topLeft()))
        assert head.rect().contains(area)


def test_a_file_that_is_only_read_offers_nothing_to_change(
    desk, qtbot, theme, clock, steps, amara, make
):
    make.plan(desk, amara, date(2026, 11, 26))
    make.promise(desk, amara, "Send the poster")
    path = desk.path
    desk.close()
    read = Desk.open_for_reading(path, clock)
    page = new_page(qtbot, Context(read, theme, clock, "Europe/Berlin"), steps)
    page.show_place(Place("relationship", amara))
    assert page.header.step.text() == "Open"
    assert not page.header.talked.isVisible()
    assert not page.overview.promises.boxes[0].isEnabled()
    assert not page.overview.promises.add_button.isVisible()
    can = [c.id for c in page.commands() if c.enabled()]
    assert can == ["relationship.calendar", "relationship.only", "relationship.print"]
    read.close()
