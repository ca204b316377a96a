"""The page with all meetings, and the list of one relationship."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import uuid4

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from mentordesk.domain.enums import MeetingStatus
from mentordesk.domain.meetings import MeetingDraft
from mentordesk.ui.pages.meetings.page import MeetingsPage
from mentordesk.ui.pages.meetings.view import MeetingsView


class Steps:
    """Notes which steps were asked for."""

    def __init__(self):
        self.taken = []

    def __getattr__(self, verb):
        return lambda *what: self.taken.append((verb, *what))


@pytest.fixture
def steps():
    return Steps()


@pytest.fixture
def plan(desk, book):
    """Plan a meeting some days from today."""

    def planned(days, *, who=None, **fields):
        return desk.meetings.plan(
            MeetingDraft(
                relationship=who or book.tomas,
                day=date(2026, 11, 24) + timedelta(days=days),
                time=time(10),
                zone="Europe/Berlin",
                **fields,
            )
        )

    return planned


@pytest.fixture
def page(qtbot, context, actions, steps):
    page = MeetingsPage(context, actions, steps)
    actions.setParent(page)
    qtbot.addWidget(page)
    page.resize(1000, 640)
    with qtbot.waitExposed(page):
        page.show()
    return page


@pytest.fixture
def alone(qtbot, context, actions, steps, book):
    """The list of one relationship."""
    view = MeetingsView(context, actions, steps, prefix="one", relationship=book.amara)
    actions.setParent(view)
    qtbot.addWidget(view)
    view.resize(800, 600)
    with qtbot.waitExposed(view):
        view.show()
    return view


def shown(view):
    return [line.heading or line.meeting.id for line in view.model.rows()]


def choose(view, meeting):
    view.list.setCurrentIndex(view.model.index_of(meeting))


def test_what_is_ahead_comes_before_what_lies_behind(page, book, plan):
    old, soon = plan(-40), plan(1)
    assert shown(page.view) == ["From today on", soon, book.meeting, "October 2026", old]


def test_a_change_reloads_the_list_and_leaves_the_choice(page, book, plan):
    choose(page.view, book.meeting)
    plan(1)
    assert page.view.chosen().id == book.meeting


def test_a_line_is_spoken_in_full(page, book):
    model = page.view.model
    line = model.index_of(book.meeting)
    assert line.data(Qt.ItemDataRole.AccessibleTextRole) == "Dr Amara Okafor"
    assert line.data(Qt.ItemDataRole.AccessibleDescriptionRole) == (
        "Thu 26 Nov 2026, 15:00 to 16:00, 1 h, Confirmed, "
        "Reviewer comments · Video · 3 agenda items"
    )


def test_a_meeting_that_nobody_recorded_says_so(page, plan, desk):
    past = plan(-3)
    line = next(line.meeting for line in page.view.model.rows() if line.id == past)
    assert page.view._said().status(line) == ("edit", "Not recorded yet")
    desk.meetings.hold(past)
    line = next(line.meeting for line in page.view.model.rows() if line.id == past)
    assert page.view._said().status(line) == ("check", "Held")


def test_enter_opens_the_chosen_meeting(page, qtbot, steps, book):
    choose(page.view, book.meeting)
    qtbot.keyClick(page.view.list, Qt.Key.Key_Return)
    assert steps.taken == [("open", book.meeting)]


def test_the_keyboard_steps_over_headings(page, qtbot, book, plan):
    old = plan(-40)
    choose(page.view, book.meeting)
    qtbot.keyClick(page.view.list, Qt.Key.Key_Down)
    assert page.view.chosen().id == old


def test_the_list_is_narrowed_by_words(page, qtbot, book, plan):
    other = plan(2, place="Café")
    page.view.filters.text.setText("cafe")
    qtbot.waitUntil(lambda: shown(page.view) == ["From today on", other])


def test_the_list_is_narrowed_by_person_and_status(page, desk, book, plan):
    other = plan(2)
    desk.meetings.cancel(other)
    filters = page.view.filters
    filters.person.setCurrentIndex(filters.person.findText("Tomás Rivera"))
    filters.person.activated.emit(filters.person.currentIndex())
    assert shown(page.view) == ["From today on", other]
    place = 1 + list(MeetingStatus).index(MeetingStatus.HELD)
    filters.status.setCurrentIndex(place)
    filters.status.activated.emit(place)
    assert shown(page.view) == []
    assert page.view._pages.currentIndex() == 2
    filters.clear()
    assert len(shown(page.view)) == 3


def test_a_new_meeting_is_planned_with_the_person_that_is_filtered(page, steps, book):
    page.plan_button.click()
    filters = page.view.filters
    filters.person.setCurrentIndex(filters.person.findText("Tomás Rivera"))
    page.plan_button.click()
    assert steps.taken == [("plan", None), ("plan", book.tomas)]


def test_without_meetings_the_page_offers_to_plan_one(page, desk, book):
    desk.meetings.delete(book.meeting)
    assert page.view._pages.currentIndex() == 1
    assert not page.view.filters.isVisible()


def test_the_menu_offers_what_fits(page, actions, book, plan):
    past = plan(-3)

    def enabled():
        actions.refresh()
        verbs = ("move", "confirm", "hold", "miss", "cancel", "reopen")
        return [verb for verb in verbs if actions.action(f"meetings.{verb}").isEnabled()]

    choose(page.view, book.meeting)
    assert enabled() == ["move", "cancel"]
    choose(page.view, past)
    assert enabled() == ["move", "hold", "miss", "cancel"]


def test_a_proposal_can_be_confirmed_and_what_is_over_reopened(page, actions, desk, book, steps):
    desk.meetings.propose(book.meeting)
    choose(page.view, book.meeting)
    actions.action("meetings.confirm").trigger()
    desk.meetings.cancel(book.meeting)
    actions.action("meetings.confirm").trigger()
    actions.action("meetings.reopen").trigger()
    assert steps.taken == [("confirm", book.meeting), ("reopen", book.meeting)]


def test_a_context_menu_chooses_what_it_is_about(page, qtbot, book, plan):
    plan(1)
    view = page.view
    middle = view.list.visualRect(view.model.index_of(book.meeting)).center()
    view.list.customContextMenuRequested.emit(QPoint(middle))
    assert view.chosen().id == book.meeting
    (menu,) = view.findChildren(QMenu)
    assert menu.isVisible()
    menu.close()


def test_one_relationship_shows_its_meetings_without_its_name(alone, book, plan, steps):
    plan(1)
    assert shown(alone) == ["From today on", book.meeting]
    assert not alone.filters.person.isVisible()
    line = alone.model.rows()[1].meeting
    assert alone._said().title(line) == "Reviewer comments"
    alone.plan()
    assert steps.taken == [("plan", book.amara)]


def test_a_list_that_goes_leaves_no_commands_behind(alone, actions):
    assert actions.commands() == []


def test_a_read_only_desk_offers_no_change(qtbot, context, actions, steps, book, monkeypatch):
    monkeypatch.setattr(type(context.desk), "read_only", property(lambda _desk: True))
    page = MeetingsPage(context, actions, steps)
    actions.setParent(page)
    qtbot.addWidget(page)
    page.show()
    choose(page.view, book.meeting)
    actions.refresh()
    assert actions.action("meetings.open").isEnabled()
    assert not actions.action("meetings.edit").isEnabled()


def test_lines_are_drawn_in_every_width(page, book, plan, desk):
    desk.meetings.cancel(plan(-5))
    for width in (320, 700, 1200):
        page.resize(width, 500)
        assert not page.grab().isNull()


def test_the_clock_of_another_place_is_shown_as_here(page, desk, book):
    desk.meetings.plan(
        MeetingDraft(
            relationship=book.tomas, day=date(2026, 11, 30), time=time(10), zone="Asia/Tokyo"
        )
    )
    line = page.view.model.rows()[-1].meeting
    assert page.view._said().hours(line) == "02:00 to 03:00"
    assert line.start.utc == datetime(2026, 11, 30, 1, tzinfo=UTC)


def test_an_unknown_meeting_is_not_chosen(page):
    choose(page.view, uuid4())
    assert page.view.chosen() is None
