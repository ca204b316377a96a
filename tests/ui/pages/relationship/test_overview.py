"""The overview: the stream, the next agenda, open promises."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from mentordesk.domain.agenda import AgendaDraft
from mentordesk.domain.enums import MeetingStatus
from mentordesk.domain.goals import GoalDraft, MilestoneDraft
from mentordesk.domain.stream import CONTACT_KINDS, EVERYTHING, PROMISE_KINDS
from mentordesk.models import AgendaItem, Contact
from mentordesk.ui.context import Place
from mentordesk.ui.pages.relationship.side_cards import FEW
from mentordesk.ui.pages.relationship.stream_model import PAGE_SIZE
from mentordesk.ui.theme import ThemeChoice
from mentordesk.ui.widgets.dialogs import FormDialog

TODAY = date(2026, 11, 24)


@pytest.fixture
def overview(page, amara):
    page.show_place(Place("relationship", amara))
    return page.overview


def lines(overview):
    model = overview.stream.model
    spoken = Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    return [". ".join(row.data(role) for role in spoken) for row in rows]


def click(qtbot, overview, row):
    place = overview.stream.list
    area = place.visualRect(overview.stream.model.index(row, 0))
    qtbot.mouseClick(place.viewport(), Qt.MouseButton.LeftButton, pos=area.center())


def contacts(desk, amara, count):
    with desk.store.changing("Many") as session:
        for n in range(count):
            session.add(Contact(relationship_id=amara, day=TODAY - timedelta(days=n), line=str(n)))


def test_an_empty_stream_says_what_it_is_for(overview):
    assert lines(overview) == []
    assert overview.stream.empty.isVisible()
    assert not overview.stream.earlier.isVisible()


def test_rows_are_spoken_with_their_day(desk, overview, amara, make):
    make.log(desk, amara, TODAY, "Thanked")
    assert lines(overview) == ["Coffee. Today. Thanked"]


def test_a_new_contact_appears_and_goes_with_undo(desk, overview, amara, make):
    make.log(desk, amara, TODAY)
    assert len(lines(overview)) == 1
    desk.undo()
    assert lines(overview) == []


def test_the_model_keeps_the_rules_of_models(desk, qtmodeltester, overview, amara):
    contacts(desk, amara, PAGE_SIZE + 3)
    qtmodeltester.check(overview.stream.model)
    overview.stream.show_earlier()
    qtmodeltester.check(overview.stream.model)


def test_earlier_rows_come_page_by_page(desk, overview, amara):
    contacts(desk, amara, 2 * PAGE_SIZE + 3)
    assert len(lines(overview)) == PAGE_SIZE
    overview.stream.earlier.click()
    overview.stream.earlier.click()
    assert len(set(lines(overview))) == 2 * PAGE_SIZE + 3
    assert not overview.stream.earlier.isVisible()


def test_earlier_rows_come_when_the_page_is_scrolled_to_its_end(desk, page, overview, amara):
    contacts(desk, amara, PAGE_SIZE + 3)
    QApplication.processEvents()
    bar = page._scroll.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert len(lines(overview)) == PAGE_SIZE + 3


def test_the_list_is_as_high_as_its_rows(desk, page, overview, amara):
    contacts(desk, amara, 12)
    QApplication.processEvents()
    last = overview.stream.list.visualRect(overview.stream.model.index(11, 0))
    assert overview.stream.list.viewport().rect().contains(last)


def test_a_change_keeps_the_rows_that_were_asked_for(desk, overview, amara, make):
    contacts(desk, amara, 2 * PAGE_SIZE)
    overview.stream.earlier.click()
    make.log(desk, amara, TODAY)
    assert len(lines(overview)) == 2 * PAGE_SIZE


def choose(overview, kinds):
    index = overview.stream._kinds.index(kinds)
    overview.stream.filter.setCurrentIndex(index)
    overview.stream.filter.activated.emit(index)


def test_the_filter_shows_one_kind(desk, overview, amara, make):
    make.log(desk, amara, TODAY)
    make.promise(desk, amara, "Send the poster")
    choose(overview, PROMISE_KINDS)
    assert lines(overview) == ["You promised: Send the poster. Today"]
    choose(overview, CONTACT_KINDS)
    assert lines(overview) == ["Coffee. Today"]


def test_the_filter_is_new_for_another_relationship(desk, page, overview, amara):
    choose(overview, PROMISE_KINDS)
    page.show_place(Place("relationship", desk.relationships.rail()[0].id))
    assert overview.stream.kinds == PROMISE_KINDS
    other = desk.relationships.add(
        desk.relationships.header(amara).draft,
    )
    page.show_place(Place("relationship", other))
    assert overview.stream.kinds == EVERYTHING


def test_a_meeting_of_the_stream_opens(desk, qtbot, overview, amara, make, went):
    meeting = make.plan(desk, amara, date(2026, 11, 3))
    desk.meetings.hold(meeting)
    QApplication.processEvents()
    click(qtbot, overview, 0)
    assert went == [Place("meeting", meeting)]


def test_a_promise_opens_the_meeting_it_was_made_in(desk, qtbot, overview, amara, make, went):
    meeting = make.plan(desk, amara, date(2026, 12, 3))
    make.promise(desk, amara, "Send", meeting=meeting)
    make.promise(desk, amara, "Alone", day=date(2026, 11, 1))
    QApplication.processEvents()
    click(qtbot, overview, 1)
    assert went == []
    click(qtbot, overview, 0)
    assert went == [Place("meeting", meeting)]


def test_a_goals_change_leads_to_the_goals(desk, qtbot, overview, amara, went):
    desk.goals.add_goal(GoalDraft(title="First paper", shared_with=frozenset({amara})))
    QApplication.processEvents()
    click(qtbot, overview, 0)
    assert went == [Place("relationship", amara, "goals")]


def focus(qtbot, page, overview):
    page.activateWindow()
    overview.stream.list.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(overview.stream.list.hasFocus)


def test_the_keyboard_goes_through_the_rows_and_opens(
    desk, qtbot, page, overview, amara, make, went
):
    meetings = [make.plan(desk, amara, date(2026, 11, day)) for day in (3, 5)]
    for meeting in meetings:
        desk.meetings.hold(meeting)
    focus(qtbot, page, overview)
    qtbot.keyClick(overview.stream.list, Qt.Key.Key_Down)
    qtbot.keyClick(overview.stream.list, Qt.Key.Key_Return)
    assert went == [Place("meeting", meetings[0])]


def test_the_page_scrolls_with_the_keyboard(desk, qtbot, page, overview, amara):
    contacts(desk, amara, PAGE_SIZE)
    QApplication.processEvents()
    focus(qtbot, page, overview)
    qtbot.keyClick(overview.stream.list, Qt.Key.Key_End)
    last = overview.stream.list.visualRect(overview.stream.list.currentIndex())
    bottom = overview.stream.list.viewport().mapTo(page._scroll, last.bottomLeft())
    assert page._scroll.rect().contains(bottom)
    qtbot.keyClick(overview.stream.list, Qt.Key.Key_Home)
    top = overview.stream.list.viewport().mapTo(page._scroll, last.topLeft()).y()
    assert top > bottom.y()


def test_the_place_of_the_keyboard_survives_a_change(desk, qtbot, page, overview, amara, make):
    contacts(desk, amara, 3)
    focus(qtbot, page, overview)
    overview.stream.list.setCurrentIndex(overview.stream.model.index(1, 0))
    before = lines(overview)[1]
    make.promise(desk, amara, "Send")
    assert lines(overview)[overview.stream.list.currentIndex().row()] == before


@pytest.mark.parametrize("choice", list(ThemeChoice))
@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_rows_are_drawn_in_every_theme_and_direction(
    qapp, qtbot, desk, page, overview, amara, make, theme, choice, direction
):
    make.promise(desk, amara, "Draft", due=date(2026, 11, 1))
    theme.apply(qapp, choice)
    overview.setLayoutDirection(direction)
    QApplication.processEvents()
    drawn = overview.stream.list.grab().toImage()
    colours = {drawn.pixelColor(x, 20).name() for x in range(drawn.width())}
    assert len(colours) > 3
    theme.apply(qapp, ThemeChoice.LIGHT)


def test_the_next_agenda_is_told_with_its_minutes(desk, overview, amara, make, went):
    meeting = make.plan(desk, amara, date(2026, 11, 26))
    for title, minutes in (("Check-in", 5), ("Comments", 20), ("Open", None)):
        desk.agenda.add(meeting, AgendaDraft(title=title, minutes=minutes))
    assert overview.agenda.heading.text() == "For Thursday"
    assert overview.agenda.summary.text() == "3 items, 25 of 60 minutes"
    overview.agenda.add_button.click()
    assert went == [Place("meeting", meeting)]


def test_a_long_agenda_is_cut_short_in_words(desk, overview, amara, make):
    meeting = make.plan(desk, amara, date(2026, 11, 26))
    with desk.store.changing("Many") as session:
        for n in range(FEW + 3):
            session.add(AgendaItem(meeting_id=meeting, title=f"Topic {n}", position=n))
    texts = [label.text() for label in overview.agenda._items.children() if hasattr(label, "text")]
    assert "Topic 7" in texts
    assert "Topic 8" not in texts
    assert "3 more" in texts


def test_without_a_meeting_one_can_be_planned(overview, amara, taken):
    assert overview.agenda.heading.text() == "No next meeting"
    overview.agenda.add_button.click()
    assert taken == [("plan_meeting", amara)]


def test_a_tick_settles_a_promise_and_undo_brings_it_back(desk, overview, amara, make, said):
    action = make.promise(desk, amara, "Send the poster")
    overview.promises.boxes[0].click()
    assert desk.relationships.open_promises(amara) == []
    ((words, change),) = said
    assert words == "Done: Send the poster"
    assert overview.promises.nothing.isVisible()
    desk.undo(only=change)
    assert [promise.id for promise in desk.relationships.open_promises(amara)] == [action]
    assert not overview.promises.boxes[0].isChecked()


def test_promises_of_both_sides_say_whose_and_until_when(desk, overview, amara, make):
    hers = desk.relationships.header(amara).people[0].id
    make.promise(desk, amara, "Introduce", owner=hers)
    make.promise(desk, amara, "Draft", due=date(2026, 11, 22))
    spoken = [box.accessibleDescription() for box in overview.promises.boxes]
    assert spoken == ["me, 2 days over", "Amara"]


def test_many_promises_are_folded_until_they_are_wanted(desk, overview, amara, make):
    for n in range(FEW + 2):
        make.promise(desk, amara, f"Promise {n}")
    assert len(overview.promises.boxes) == FEW
    overview.promises.more_button.click()
    assert len(overview.promises.boxes) == FEW + 2


def test_a_promise_is_added_on_either_side(desk, qtbot, overview, amara):
    hers = desk.relationships.header(amara).people[0].id
    overview.promises.add_button.click()
    dialog = overview.window().findChild(FormDialog)
    dialog.form.load({"title": "Introduce J. Meyer", "owner": hers, "due": date(2026, 12, 1)})
    dialog.submit()
    (promise,) = desk.relationships.open_promises(amara)
    assert (promise.title, promise.is_mine, promise.due) == (
        "Introduce J. Meyer",
        False,
        date(2026, 12, 1),
    )


def test_a_promise_of_nothing_is_asked_for_again(desk, overview, amara):
    overview.promises.add_button.click()
    dialog = overview.window().findChild(FormDialog)
    dialog.submit()
    assert dialog.form.row("title").problem()
    assert desk.relationships.open_promises(amara) == []
    dialog.reject()


@pytest.mark.parametrize(("width", "beside"), [(1200, True), (640, False)])
def test_cards_stand_beside_the_stream_where_there_is_room(qtbot, page, overview, width, beside):
    page.resize(width, 800)
    QApplication.processEvents()
    same_top = overview.agenda.mapTo(page, overview.agenda.rect().topLeft()).y() == (
        overview.stream.mapTo(page, overview.stream.rect().topLeft()).y()
    )
    assert same_top is beside


def test_a_hidden_page_reads_nothing_until_it_is_seen(
    desk, page, overview, statements, amara, make
):
    page.hide()
    with statements(desk.store) as sent:
        make.log(desk, amara, TODAY)
    assert not any("agenda_item" in statement for statement in sent)
    assert lines(overview) == []
    page.show()
    assert len(lines(overview)) == 1


@pytest.mark.parametrize("count", [10, 1000])
def test_the_page_is_read_in_the_same_statements_however_much_there_is(
    desk, page, statements, amara, make, count
):
    contacts(desk, amara, count)
    held = make.plan(desk, amara, date(2026, 11, 3))
    desk.meetings.hold(held)
    make.plan(desk, amara, date(2026, 11, 26))
    goal = desk.goals.add_goal(GoalDraft(title="Paper", shared_with=frozenset({amara})))
    desk.goals.set_milestone_done(desk.goals.add_milestone(goal, MilestoneDraft(title="x")), TODAY)
    with statements(desk.store) as sent:
        page.show_place(Place("relationship", amara))
    assert len(sent) == 26
    assert desk.meetings.meeting(held).line.status is MeetingStatus.HELD


def test_a_meeting_whose_time_is_over_is_asked_about(desk, overview, amara, make, taken):
    over = make.plan(desk, amara, TODAY - timedelta(days=2))
    assert overview.past.isVisible()
    assert "Sun 22 Nov, 15:00" in [said.text() for said in overview.past.findChildren(QLabel)]
    for words, step in (("It took place", "took_place"), ("Did not take place", "did_not")):
        button = next(b for b in overview.past.findChildren(QPushButton) if b.text() == words)
        assert button.accessibleName() == f"{words}: Sun 22 Nov, 15:00"
        button.click()
        assert taken[-1] == (step, over)


def test_nothing_is_asked_about_meetings_that_are_ahead_or_settled(desk, overview, amara, make):
    make.plan(desk, amara, TODAY + timedelta(days=2))
    over = make.plan(desk, amara, TODAY - timedelta(days=2))
    desk.meetings.miss(over)
    assert not overview.past.isVisible()


def test_the_way_to_earlier_rows_stays_under_the_keyboard(desk, page, overview, amara):
    contacts(desk, amara, PAGE_SIZE + 3)
    page.activateWindow()
    QApplication.processEvents()
    overview.stream.earlier.setFocus(Qt.FocusReason.TabFocusReason)
    bar = page._scroll.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.maximum() > 0
    assert overview.stream.earlier.hasFocus()
    assert len(lines(overview)) == PAGE_SIZE
