"""The dialogs that plan, move, record and cancel meetings."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from mentordesk.domain.enums import MeetingForm, MeetingStatus
from mentordesk.domain.wall_time import WallTime
from mentordesk.ui.context import Place
from mentordesk.ui.pages.meeting import steps as steps_module


def enter(dialog, **values):
    """Enter values as a person does: the form hears of it."""
    dialog.form.load(values)
    dialog.form.edited.emit()


def problem(dialog, key):
    return dialog.form.row(key).problem()


@pytest.fixture
def said(monkeypatch):
    """Sentences that no field could say."""
    sentences = []
    monkeypatch.setattr(
        steps_module, "message_dialog", lambda _parent, sentence, *_: sentences.append(sentence)
    )
    return sentences


def test_a_meeting_is_planned(steps, desk, book, notices):
    dialog = steps.plan(book.tomas)
    enter(dialog, day=date(2026, 12, 3), time=time(9, 30), minutes=45, form=MeetingForm.WALK)
    enter(dialog, place="Along the river", status=MeetingStatus.PROPOSED)
    dialog.submit()
    assert dialog.result() == dialog.DialogCode.Accepted
    (line,) = desk.meetings.upcoming(datetime(2026, 12, 1, tzinfo=UTC), relationship=book.tomas)
    assert (line.start.local, line.minutes) == (datetime.fromisoformat("2026-12-03T09:30"), 45)
    assert (line.form, line.place) == (MeetingForm.WALK, "Along the river")
    assert line.status is MeetingStatus.PROPOSED
    assert notices == ["Planned for Thu 3 Dec, 09:30."]


def test_what_is_missing_is_said_when_it_is_wanted(steps, desk, book):
    dialog = steps.plan()
    enter(dialog)
    assert problem(dialog, "day") == ""
    dialog.submit()
    assert problem(dialog, "day") == "A meeting needs a day."
    assert desk.meetings.count() == 1


def test_a_time_that_does_not_exist_is_said_while_typing(steps, book):
    dialog = steps.plan(book.tomas)
    enter(dialog, day=date(2027, 3, 28), time=time(2, 30))
    assert "clocks go forward to 03:00" in problem(dialog, "time")
    enter(dialog, time=time(3, 0))
    assert problem(dialog, "time") == ""


def test_a_time_that_happens_twice_can_be_chosen(steps, desk, book):
    dialog = steps.plan(book.tomas)
    form = dialog.form
    enter(dialog, day=date(2026, 12, 3), time=time(2, 30))
    assert form.row("fold").isHidden()
    enter(dialog, day=date(2027, 10, 31))
    assert not form.row("fold").isHidden()
    assert "The first one is meant." in form._note.text()
    enter(dialog, fold=1)
    dialog.submit()
    start = desk.meetings.page(datetime(2027, 1, 1, tzinfo=UTC))[0].start
    assert start.utc == datetime(2027, 10, 31, 1, 30, tzinfo=UTC)


def test_the_time_on_the_other_side_is_said(steps, book):
    dialog = steps.plan(book.amara)
    enter(dialog, day=date(2026, 12, 3), time=time(15, 0))
    assert dialog.form._note.text() == "09:00 for Amara."
    enter(dialog, relationship=book.tomas)
    assert dialog.form._note.isHidden()


def test_another_zone_is_found_by_a_part_of_its_name(steps, book):
    dialog = steps.plan(book.amara)
    combo = dialog.form.row("zone").field.combo
    combo.completer().setCompletionPrefix("new york".replace(" ", "_"))
    assert combo.completer().currentCompletion() == "America/New_York"
    enter(dialog, day=date(2026, 12, 3), time=time(10, 0), zone="america/new york")
    assert dialog.form.draft().zone == "America/New_York"
    assert dialog.form._note.text() == "16:00 here."


def test_a_zone_that_is_not_known_is_said(steps, book):
    dialog = steps.plan(book.amara)
    enter(dialog, day=date(2026, 12, 3), time=time(10, 0), zone="Mars")
    assert "not known" in problem(dialog, "zone")


def test_a_link_is_asked_for_at_a_distance_and_a_place_on_the_spot(steps, book):
    dialog = steps.plan(book.amara)
    form = dialog.form
    assert not form.row("link").isHidden()
    assert form.row("place").isHidden()
    enter(dialog, form=MeetingForm.LUNCH)
    assert form.row("link").isHidden()
    assert not form.row("place").isHidden()
    enter(dialog, link="https://example.org")
    assert not form.row("link").isHidden()


def test_a_wrong_link_is_said_while_typing(steps, book):
    dialog = steps.plan(book.amara)
    enter(dialog, day=date(2026, 12, 3), link="javascript:alert(1)")
    assert "https://" in problem(dialog, "link")


def test_without_anybody_to_meet_it_says_what_to_do(steps, desk, said, monkeypatch):
    monkeypatch.setattr(desk.relationships, "rail", list)
    assert steps.plan() is None
    assert said == ["There is nobody to meet yet."]


def test_a_meeting_is_edited_without_being_moved(steps, desk, book, detail):
    dialog = steps.edit(book.meeting)
    enter(dialog, title="All comments", minutes=90)
    dialog.submit()
    line = detail().line
    assert (line.title, line.minutes, line.moved) == ("All comments", 90, 0)


def test_a_length_that_is_not_in_the_list_stays(steps, desk, book, detail):
    desk.meetings.edit(book.meeting, replace(detail().draft, minutes=50))
    steps.edit(book.meeting).submit()
    assert detail().line.minutes == 50


def test_a_meeting_is_moved_with_who_and_why(steps, desk, book, detail, notices):
    dialog = steps.move(book.meeting)
    enter(dialog, day=date(2026, 12, 1), by=book.amara_person, reason="She travels")
    dialog.submit()
    now = detail()
    assert (now.line.moved, now.moved_by, now.line.day) == (1, book.amara_person, date(2026, 12, 1))
    assert desk.undo_step().reason == "She travels"
    assert notices == ["Moved to Tue 1 Dec, 15:00."]
    assert now.line.link == "https://meet.example.org/a"


def test_a_meeting_is_held_with_its_length(steps, clock, book, detail):
    clock.now = datetime(2026, 11, 26, 17, tzinfo=UTC)
    dialog = steps.hold(book.meeting)
    assert dialog.form.values() == {"minutes": 60}
    enter(dialog, minutes=40)
    dialog.submit()
    assert (detail().line.status, detail().line.actual_minutes) == (MeetingStatus.HELD, 40)


def test_what_no_field_can_say_is_said_in_words(steps, book, detail, said):
    dialog = steps.hold(book.meeting)
    dialog.submit()
    assert said == ["This meeting is still ahead. Move it to the day on which it took place."]
    assert detail().line.status is MeetingStatus.CONFIRMED


def test_a_meeting_is_cancelled_by_somebody(steps, book, detail, notices):
    dialog = steps.cancel(book.meeting)
    assert dialog.cancel_button.text() == "Keep it"
    enter(dialog, by=book.amara_person, reason="ill")
    dialog.submit()
    assert (detail().line.status, detail().cancelled_by) == (
        MeetingStatus.CANCELLED,
        book.amara_person,
    )
    assert notices == ["Meeting cancelled."]


def test_steps_without_a_question_are_done_at_once(steps, book, detail, notices, desk):
    steps.propose(book.meeting)
    assert detail().line.status is MeetingStatus.PROPOSED
    steps.confirm(book.meeting)
    assert detail().line.status is MeetingStatus.CONFIRMED
    desk.meetings.cancel(book.meeting)
    steps.reopen(book.meeting)
    assert detail().line.status is MeetingStatus.CONFIRMED
    steps.delete(book.meeting)
    assert desk.meetings.count() == 0
    assert len(notices) == 4


def test_a_read_only_desk_asks_nothing(steps, context, book, monkeypatch):
    heard = []
    monkeypatch.setattr(context, "explain", heard.append)
    monkeypatch.setattr(type(context.desk), "read_only", property(lambda _desk: True))
    assert steps.plan(book.tomas) is steps.move(book.meeting) is None
    assert "reading only" in str(heard[0])


def test_opening_goes_to_the_page(steps, book, places):
    steps.open(book.meeting)
    assert places == [Place("meeting", book.meeting)]


def test_a_meeting_that_is_gone_is_explained(steps, desk, book, context, monkeypatch):
    desk.meetings.delete(book.meeting)
    heard = []
    monkeypatch.setattr(context, "explain", heard.append)
    assert steps.edit(book.meeting) is None
    assert "not there any more" in str(heard[0])


def test_a_wall_time_may_hang_anywhere(steps, desk, book, detail):
    desk.meetings.move(
        book.meeting, WallTime(datetime.fromisoformat("2026-12-01T10:00"), "Asia/Tokyo")
    )
    dialog = steps.move(book.meeting)
    assert dialog.form.draft().zone == "Asia/Tokyo"
    assert dialog.form._note.text() == "02:00 here, 20:00 for Amara, a day earlier."
