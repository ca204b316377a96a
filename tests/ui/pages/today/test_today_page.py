"""Today shows what needs me, each with the one click that settles it."""

from datetime import date, time, timedelta

import pytest
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton

from mentordesk.domain.enums import Role
from mentordesk.domain.goals import ActionDraft, GoalDraft, MilestoneDraft
from mentordesk.domain.meetings import MeetingDraft
from mentordesk.domain.people import PersonDraft, RelationshipDraft
from mentordesk.ui.pages.today.page import TodayPage
from mentordesk.ui.pages.today.rows import TodaySteps

TODAY = date(2026, 11, 24)
STEPS = list(TodaySteps.__dataclass_fields__)


@pytest.fixture
def asked():
    """What was asked for, by step."""
    return []


@pytest.fixture
def page(context, qtbot, asked):
    def step(name):
        return lambda item: asked.append((name, item))

    page = TodayPage(context, TodaySteps(**{name: step(name) for name in STEPS}))
    qtbot.addWidget(page)
    page.resize(900, 700)
    page.show()
    return page


@pytest.fixture
def amara(desk):
    return desk.relationships.add_with_person(
        PersonDraft(name="Dr Amara Okafor"),
        RelationshipDraft(role=Role.MENTEE, rhythm_days=30, started_on=TODAY),
    )


def promise(desk, title="Send draft", *, due=TODAY, owner=None, relationship=None):
    draft = ActionDraft(title=title, owner=owner or desk.me, due=due, relationship=relationship)
    return desk.goals.add_action(draft, TODAY - timedelta(days=12))


def words(page) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)]


def button(page, text) -> QPushButton:
    return next(b for b in page.findChildren(QPushButton) if b.text() == text)


def test_nothing_to_do_is_a_good_state(page):
    assert "Nothing needs you today" in words(page)


def test_a_meeting_ahead_can_be_prepared(page, desk, amara, asked):
    meeting = desk.meetings.plan(
        MeetingDraft(
            relationship=amara, day=date(2026, 11, 26), time=time(15), zone="Europe/Berlin"
        )
    )
    assert "Thu 26 Nov" in words(page)
    button(page, "Prepare").click()
    assert asked == [("open_meeting", meeting)]


def test_a_due_promise_is_done_with_one_click(page, desk, amara, asked):
    action = promise(desk, relationship=amara)
    button(page, "Done").click()
    assert asked == [("done", action)]
    assert any("due today" in text for text in words(page))


def test_a_milestone_moved_twice_asks_for_a_new_look(page, desk):
    goal = desk.goals.add_goal(GoalDraft(title="First paper"))
    milestone = desk.goals.add_milestone(goal, MilestoneDraft(title="Pilot data", due=TODAY))
    for days in (10, 20):
        desk.goals.move_milestone(milestone, TODAY + timedelta(days=days))
    assert "“Pilot data” moved twice" in words(page)
    assert "First paper · now 14 Dec, first planned for 24 Nov" in words(page)


def test_a_silence_offers_to_talk_or_to_plan(page, desk, amara, asked, context, clock):
    clock.advance(days=50)
    page.reload()
    assert "Dr Amara Okafor: no contact yet" in words(page)
    button(page, "We talked").click()
    button(page, "Plan a meeting").click()
    assert asked == [("talked", amara), ("plan_meeting", amara)]


def test_a_meeting_whose_time_is_past_asks_whether_it_took_place(page, desk, amara, asked, clock):
    draft = MeetingDraft(relationship=amara, day=TODAY, time=time(15), zone="Europe/Berlin")
    meeting = desk.meetings.plan(draft)
    clock.advance(days=1)
    page.reload()
    button(page, "It took place").click()
    assert asked == [("took_place", meeting)]


def test_a_promise_of_others_stands_apart(page, desk, amara, asked):
    other = desk.relationships.header(amara).people[0].id
    action = promise(desk, "Introduce me", owner=other, due=None, relationship=amara)
    assert "Dr Amara Okafor · 12 days" in words(page)
    button(page, "They did it").click()
    assert asked == [("done", action)]


def test_the_sixth_row_of_one_person_is_folded_away(page, desk, amara):
    for number in range(7):
        promise(desk, f"Promise {number}", relationship=amara)
    assert sum(text.startswith("Promise ") and text[8:].isdigit() for text in words(page)) == 5
    button(page, "2 more").click()
    assert sum(text.startswith("Promise ") and text[8:].isdigit() for text in words(page)) == 7


def test_the_keyboard_stays_where_a_settled_row_stood(page, desk, amara, qtbot):
    first, _ = promise(desk, "One", relationship=amara), promise(desk, "Two", relationship=amara)
    page.activateWindow()
    done = [b for b in page.findChildren(QPushButton) if b.text() == "Done"]
    done[0].setFocus()
    desk.goals.set_action_done(first, TODAY)
    assert isinstance(page.focusWidget(), QPushButton)
    assert page.focusWidget().isVisibleTo(page)


def test_hidden_it_waits_and_shown_it_reloads(page, desk, amara):
    page.hide()
    promise(desk, "Behind the curtain", relationship=amara)
    assert "Behind the curtain" not in words(page)
    page.show()
    assert "Behind the curtain" in words(page)


def test_a_file_that_is_only_read_offers_no_change(qtbot, context, desk, amara, monkeypatch):
    promise(desk)
    desk.goals.add_milestone(
        desk.goals.add_goal(GoalDraft(title="Paper")),
        MilestoneDraft(title="Pilot data", due=TODAY - timedelta(days=3)),
    )
    monkeypatch.setattr(type(desk), "read_only", property(lambda _desk: True))
    page = TodayPage(context, TodaySteps(**{name: lambda _item: None for name in STEPS}))
    qtbot.addWidget(page)
    page.show()
    assert "Send draft" in words(page)
    assert [b.text() for b in page.findChildren(QPushButton)] == ["Open"]
    assert not page.findChildren(QCheckBox)
