import pytest
from PySide6.QtCore import QAbstractItemModel
from PySide6.QtTest import QAbstractItemModelTester

from mentordesk.domain.calendar import CalendarScope, CalendarWish
from mentordesk.domain.exits import ExitKind
from mentordesk.domain.release import MYSELF, Audience, AudienceKind
from mentordesk.ui.context import Place
from mentordesk.ui.pages.going_out.calendar import CalendarDialog
from mentordesk.ui.pages.going_out.sent import SentPage, sent_columns
from mentordesk.ui.pages.going_out.steps import GoingOutSteps, going_out_commands
from mentordesk.ui.widgets.rows import RowModel


def cells(model: QAbstractItemModel, row: int) -> list[str]:
    return [model.index(row, column).data() for column in range(model.columnCount())]


@pytest.fixture
def page(context, qtbot):
    page = SentPage(context, lambda: None)
    qtbot.addWidget(page)
    return page


@pytest.fixture
def sent(desk, book, secrets):
    """Send everything to me, then to Amara."""
    wish = CalendarWish(milestones=True)
    for audience in (MYSELF, Audience(AudienceKind.RELATIONSHIP, book.amara)):
        released = desk.calendar.preview(CalendarScope(meetings=(book.meeting,)), wish, audience)
        desk.exits.record(released, ExitKind.CALENDAR)


def test_the_newest_line_stands_first(page, sent) -> None:
    page.show()
    assert cells(page.model, 0) == [
        "Tue 24 Nov 2026, 11:00",
        "Calendar file",
        "Dr Amara Okafor",
        "1 meeting",
        "none",
        "",
    ]
    assert cells(page.model, 1)[2] == "Me"


def test_without_lines_the_page_says_what_it_is_for(page) -> None:
    page.show()
    assert not page.table.isVisible()
    assert page.first_focus().text() == "Put meetings into a calendar…"


def test_a_new_line_is_seen_on_coming_back(page, desk, book, sent) -> None:
    page.show()
    before = page.model.rowCount()
    released = desk.calendar.preview(CalendarScope(), CalendarWish(), MYSELF)
    desk.exits.record(released, ExitKind.CALENDAR)
    page.show_place(Place("sent"))
    assert page.model.rowCount() == before + 1


def test_the_model_keeps_the_rules_of_models(desk, sent) -> None:
    model = RowModel(sent_columns("Europe/Berlin"))
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_rows(desk.exits.log())
    model.set_rows(desk.exits.log()[:1])
    assert model.rowCount() == 1


def test_the_commands_lead_out_and_to_the_log(context, qtbot, places, page) -> None:
    export, show = going_out_commands(GoingOutSteps(context, page))
    assert (export.id, export.keys) == ("calendar.export", ("Ctrl+E",))
    show.run()
    assert places == [Place("sent")]
    export.run()
    dialog = page.findChild(CalendarDialog)
    assert dialog.isVisible()
    dialog.reject()
