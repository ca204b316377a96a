"""The charts of what two people do together, and whose can be chosen."""

from datetime import timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mentordesk.domain.contacts import ContactDraft
from mentordesk.domain.goals import OWN_PLAN, ActionDraft, PlanScope
from mentordesk.domain.progress import ChartKind
from mentordesk.services.progress import Slice
from mentordesk.ui.context import Place
from mentordesk.ui.pages.progress.said import NAMES
from mentordesk.ui.slice_reader import SliceReader

MEETINGS, ACTIONS = list(NAMES).index(ChartKind.MEETINGS), list(NAMES).index(ChartKind.ACTIONS)


@pytest.fixture
def talk(desk, clock):
    def make(there: UUID, ago: int) -> None:
        today = clock.now.date()
        desk.contacts.log(ContactDraft(relationship=there, day=today - timedelta(ago)), today)

    return make


def offered(view) -> list[str]:
    return [view.whose.combo.itemText(place) for place in range(view.whose.combo.count())]


def test_practice_15_meetings_are_drawn_beside_the_wish(make_view, qtbot, talk, book) -> None:
    talk(book.amara, 9)
    talk(book.amara, 39)
    view = make_view(PlanScope(book.amara), drawn=False)
    with qtbot.waitSignal(view.canvas.drawn, timeout=20_000):
        view.switch.setCurrentIndex(MEETINGS)
    assert "2 other contacts" in view.sentence.text()
    QTest.keyClick(view.canvas, Qt.Key.Key_End)
    assert view.canvas.point_label() == "today: 9 days so far"


def test_practice_27_promises_have_a_table_too(make_view, desk, me, book, clock) -> None:
    draft = ActionDraft(title="Write", owner=me, relationship=book.amara)
    desk.goals.add_action(draft, clock.now.date())
    view = make_view(PlanScope(book.amara), drawn=False)
    view.switch.setCurrentIndex(ACTIONS)
    view.table_button.click()
    assert view.table.view.model().rowCount() == 1
    assert view.sentence.text() == "I promised 3: 3 open. They promised nothing."


def test_my_own_is_no_choice_for_what_two_people_do(make_view, talk, book, plan) -> None:
    talk(book.amara, 9)
    view = make_view(None, first=OWN_PLAN)
    assert "My own" in offered(view)
    view.switch.setCurrentIndex(MEETINGS)
    assert offered(view)[0] == "Everybody"
    assert "My own" not in offered(view)
    view.switch.setCurrentIndex(0)
    assert view.whose.combo.currentText() == "My own"


def test_while_one_is_shown_alone_nobody_else_can_be_chosen(
    make_view, context, add_goal, book
) -> None:
    add_goal("Mine", 5)
    add_goal("Shared", 5, shared=book.amara)
    view = make_view(None, first=OWN_PLAN)
    context.curtain.show_only(book.amara)
    assert offered(view) == ["Dr Amara Okafor"]
    assert [fact.goal_title for fact in view.facts] == ["Shared"]
    context.curtain.lift()
    assert view.whose.scope == OWN_PLAN
    assert len(view.facts) == 2


def test_without_contacts_the_next_step_leads_to_the_meetings(make_view, book, places) -> None:
    view = make_view(PlanScope(book.tomas), drawn=False)
    view.switch.setCurrentIndex(ACTIONS)
    view.first_focus().click()
    assert places == [Place("relationship", book.tomas, "meetings")]


def test_facts_are_read_one_slice_at_a_time(qtbot) -> None:
    taken: list[tuple[object, ...]] = []
    reader = SliceReader()
    reader.read.connect(taken.append)
    reader.start(iter([Slice([1], last=False), Slice([2], last=True)]))
    assert reader.busy
    assert taken == []
    qtbot.waitUntil(lambda: not reader.busy)
    assert taken == [(1, 2)]


def test_a_new_reading_lets_the_old_one_go(qtbot) -> None:
    taken: list[tuple[object, ...]] = []
    reader = SliceReader()
    reader.read.connect(taken.append)
    reader.start(iter([Slice([1], last=False), Slice([2], last=True)]))
    reader.start(iter([Slice([3], last=True)]))
    assert (reader.busy, taken) == (False, [(3,)])
