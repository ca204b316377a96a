from datetime import UTC, date, datetime, time, timedelta

import pytest
from icalendar import Calendar
from PySide6.QtCore import Qt

from mentordesk.domain.calendar import CalendarScope
from mentordesk.domain.enums import Detail
from mentordesk.domain.exits import ExitKind
from mentordesk.domain.meetings import MeetingDraft
from mentordesk.domain.release import MYSELF, AudienceKind
from mentordesk.ui.pages.going_out.calendar import CalendarDialog, export_cancelled
from mentordesk.ui.pages.going_out.calendar_form import Which
from mentordesk.ui.pages.going_out.said import Program, importing_again

SENTINEL = "Sentinel"


@pytest.fixture
def open_dialog(context, qtbot):
    dialogs = []

    def make(scope=CalendarScope(), **others) -> CalendarDialog:  # noqa: B008 (frozen)
        dialog = CalendarDialog(context, scope, **others)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        dialogs.append(dialog)
        dialog.open()
        return dialog

    return make


def choose(dialog: CalendarDialog, **values: object) -> None:
    dialog.form.load(values)
    dialog.choices.follow()
    dialog.refresh()


def audience_of(dialog: CalendarDialog, relationship):
    rows = dialog.form.row("audience").field
    rows.combo.setCurrentIndex(1)
    assert rows.value().relationship == relationship
    return rows.value()


def plan(desk, relationship, day: date, title: str = ""):
    return desk.meetings.plan(
        MeetingDraft(
            relationship=relationship, day=day, time=time(10), zone="Europe/Berlin", title=title
        )
    )


def read(chooser) -> list:
    return list(Calendar.from_ical(chooser.path.read_bytes()).walk("VEVENT"))


def test_one_meeting_is_written_as_a_calendar_reads_it(open_dialog, book, chooser, save) -> None:
    save(open_dialog(CalendarScope(meetings=(book.meeting,))))
    (event,) = read(chooser)
    assert chooser.offered == ["Meeting.ics"]
    assert str(event["SUMMARY"]) == "Mentoring with Dr Amara Okafor: Reviewer comments"
    assert event.decoded("DTSTART").astimezone(UTC) == datetime(2026, 11, 26, 14, tzinfo=UTC)


def test_a_persons_meetings_alone_go(open_dialog, book, desk, chooser, save) -> None:
    plan(desk, book.tomas, date(2026, 12, 1))
    save(open_dialog(CalendarScope(relationship=book.tomas)))
    assert [str(event["SUMMARY"]) for event in read(chooser)] == ["Mentoring with Tomás Rivera"]
    assert chooser.offered == ["Meetings with Tomás Rivera.ics"]


def test_a_period_goes_from_day_to_day(open_dialog, book, desk, chooser, save) -> None:
    plan(desk, book.tomas, date(2026, 12, 1))
    plan(desk, book.tomas, date(2026, 12, 2))
    save(open_dialog(CalendarScope(first=date(2026, 12, 1), last=date(2026, 12, 1))))
    assert [event.decoded("DTSTART").date() for event in read(chooser)] == [date(2026, 12, 1)]
    assert chooser.offered == ["Meetings 2026-12-01 2026-12-01.ics"]


def test_everything_goes_as_a_calendar_with_a_name(open_dialog, chooser, save) -> None:
    save(open_dialog())
    assert b"X-WR-CALNAME:Mentoring\r\n" in chooser.path.read_bytes()


def test_nothing_private_leaves_for_a_relationship(
    open_dialog, book, secrets, shared_goal, chooser, save
) -> None:
    dialog = open_dialog()
    choose(dialog, detail=Detail.FULL, milestones=True, audience=audience_of(dialog, book.amara))
    save(dialog)
    written = chooser.path.read_bytes()
    assert b"Pilot data" in written
    assert SENTINEL.encode() not in written.replace(b"\r\n ", b"")


def test_my_own_calendar_may_hold_what_is_private_but_no_notes(
    open_dialog, secrets, chooser, save
) -> None:
    dialog = open_dialog()
    choose(dialog, detail=Detail.FULL, milestones=True)
    # The milestone, and the meeting for the sake of its agenda.
    assert dialog.summary.private.text().startswith("2 of these only you see.")
    save(dialog)
    written = chooser.path.read_bytes().replace(b"\r\n ", b"")
    assert b"Sentinel milestone" in written
    assert b"Sentinel note" not in written


def test_what_goes_and_what_stays_is_counted(open_dialog, book, secrets, shared_goal) -> None:
    dialog = open_dialog()
    choose(dialog, detail=Detail.FULL, milestones=True)
    assert dialog.summary.goes.text() == "2 milestones, 1 meeting"
    assert dialog.summary.stays.text() == "Nothing of this"
    choose(dialog, audience=audience_of(dialog, book.amara))
    assert dialog.summary.goes.text() == "1 milestone, 1 meeting"
    assert dialog.summary.stays.text() == "1 milestone, 4 agenda items"
    assert dialog.summary.to.text() == "To Dr Amara Okafor"


def test_the_first_entries_read_as_they_will(open_dialog) -> None:
    dialog = open_dialog()
    assert dialog.summary.entries() == [
        ("Mentoring with Dr Amara Okafor: Reviewer comments", "Thu 26 Nov 2026, 15:00–16:00")
    ]
    choose(dialog, detail=Detail.DISCREET)
    assert dialog.summary.entries() == [("Meeting", "Thu 26 Nov 2026, 15:00–16:00")]


def test_a_discreet_file_has_a_discreet_name(open_dialog, book, chooser, save) -> None:
    dialog = open_dialog(CalendarScope(relationship=book.amara))
    choose(dialog, detail=Detail.DISCREET)
    save(dialog)
    assert chooser.offered == ["Meetings.ics"]
    assert b"Amara" not in chooser.path.read_bytes()


def test_reminders_and_hiding_are_written(open_dialog, chooser, save) -> None:
    dialog = open_dialog()
    choose(dialog, alarm_day=True, alarm_quarter=True, confidential=True)
    save(dialog)
    (event,) = read(chooser)
    assert [alarm.decoded("TRIGGER") for alarm in event.walk("VALARM")] == [
        -timedelta(days=1),
        -timedelta(minutes=15),
    ]
    assert str(event["CLASS"]) == "PRIVATE"


def test_the_way_out_is_noted_and_said(open_dialog, desk, chooser, save, notices) -> None:
    save(open_dialog())
    (row,) = desk.exits.log()
    assert (row.what, row.audience, row.count) == (ExitKind.CALENDAR, AudienceKind.MYSELF, 1)
    assert notices == ["Saved 1 meeting to Mentoring meetings.ics"]


def test_a_dialog_that_is_closed_lets_nothing_out(open_dialog, desk, chooser) -> None:
    open_dialog().reject()
    assert chooser.offered == []
    assert desk.exits.log() == []


def test_without_a_file_name_nothing_leaves(open_dialog, desk, chooser, save) -> None:
    chooser.name = ""
    dialog = open_dialog()
    save(dialog)
    assert dialog.isVisible()
    assert desk.exits.log() == []


def test_where_it_can_not_be_saved_the_dialog_says_so_and_stays(
    open_dialog, desk, chooser, save
) -> None:
    chooser.folder.rmdir()
    dialog = open_dialog()
    save(dialog)
    assert dialog.problem.label.text().startswith("The folder for this file is not there.")
    assert dialog.problem.isVisible()
    assert dialog.save_button.isEnabled()
    assert desk.exits.log() == []


def test_an_impossible_period_is_said_beside_its_field(open_dialog, chooser, save) -> None:
    dialog = open_dialog(CalendarScope(first=date(2026, 12, 2), last=date(2026, 12, 1)))
    assert "before the first" in dialog.form.row("last").problem()
    assert not dialog.save_button.isEnabled()
    assert dialog.job() is None


def test_a_date_that_can_not_be_read_lets_nothing_go(open_dialog) -> None:
    dialog = open_dialog(CalendarScope(first=date(2026, 12, 2)))
    dialog.form.row("first").field.field.line.setText("soonish")
    dialog.refresh()
    assert dialog.summary.goes.text() == "Nothing yet"
    assert not dialog.save_button.isEnabled()


def test_nothing_goes_to_whom_nothing_is_shared_with(open_dialog, book, desk) -> None:
    dialog = open_dialog()
    dialog.form.row("audience").field.combo.setCurrentIndex(2)
    dialog.refresh()
    assert dialog.summary.to.text() == "Nothing of this is shared with Tomás Rivera."
    assert not dialog.save_button.isEnabled()


def test_about_one_person_it_goes_to_me_or_to_them(open_dialog, book) -> None:
    combo = open_dialog(CalendarScope(relationship=book.tomas)).form.row("audience").field.combo
    assert [combo.itemText(n) for n in range(combo.count())] == [
        "My own calendar",
        "Tomás Rivera",
    ]


@pytest.mark.parametrize("program", list(Program))
def test_each_program_is_told_how_it_takes_a_file_again(open_dialog, program: Program) -> None:
    dialog = open_dialog()
    choose(dialog, program=program)
    assert dialog.choices.again.text() == importing_again(program)


def test_cancelled_meetings_are_written_as_cancelled(
    context, book, desk, chooser, save, qtbot
) -> None:
    meetings = desk.relationships.archive(book.amara, date(2026, 11, 24), ())
    dialog = export_cancelled(context, meetings)
    save(dialog)
    (event,) = read(chooser)
    assert str(event["STATUS"]) == "CANCELLED"


def test_no_cancelled_meetings_are_no_question(context) -> None:
    assert export_cancelled(context, ()) is None


def test_cancelled_meetings_alone_go(open_dialog, book, desk, chooser, save) -> None:
    plan(desk, book.tomas, date(2026, 12, 1))
    dialog = open_dialog(CalendarScope(meetings=(book.meeting,)), cancelled=True)
    assert not dialog.form.row("which").isVisible()
    assert dialog.choices.chosen().scope == CalendarScope(meetings=(book.meeting,))
    assert dialog.choices.chosen().audience == MYSELF


def test_a_choice_made_by_hand_is_followed(open_dialog, qtbot) -> None:
    dialog = open_dialog()
    row = dialog.form.row("which").field
    row.load(Which.PERIOD)
    row.combo.activated.emit(0)
    assert dialog.form.row("first").isVisible()
    row.load(Which.EVERYTHING)
    row.combo.activated.emit(0)
    assert not dialog.form.row("first").isVisible()
