"""No way out of the file lets a private word through to others: every way there is, counted."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog
from sqlalchemy import cast, func, select
from sqlalchemy.types import String

from mentordesk.domain.calendar import CalendarScope, CalendarWish
from mentordesk.domain.enums import Detail
from mentordesk.domain.exits import ExitKind
from mentordesk.domain.goals import PlanScope
from mentordesk.domain.progress import ChartKind
from mentordesk.domain.release import MYSELF, Audience, AudienceKind
from mentordesk.domain.reports import ReportKind, ReportWish
from mentordesk.services.desk import Desk
from mentordesk.ui.paged import Paper
from mentordesk.ui.pages.going_out.calendar import CalendarDialog
from mentordesk.ui.pages.going_out.calendar_form import Chosen, Which
from mentordesk.ui.pages.going_out.calendar_job import calendar_job
from mentordesk.ui.pages.going_out.chart import chart_job
from mentordesk.ui.pages.going_out.job import Job
from mentordesk.ui.pages.going_out.report import ReportDialog
from mentordesk.ui.pages.going_out.report_job import FORMATS, Report, report_job
from mentordesk.ui.pages.going_out.timeline import timeline_job

TODAY = date(2026, 11, 24)
WORDS = ("Sentinel", "Chatham")
"""What private rows hold, and nothing else does."""


@dataclass(frozen=True)
class Way:
    """One way out: how it is logged, the writers it uses, and the job that takes it."""

    what: ExitKind
    writers: frozenset[str]
    job: Callable[[Desk, object, Audience], Job]
    suffix: str


def _calendar(scope: str, detail: Detail) -> Callable[[Desk, object, Audience], Job]:
    def job(desk: Desk, world, audience: Audience) -> Job:
        scopes = {
            "all": CalendarScope(),
            "theirs": CalendarScope(relationship=world.them),
            "cancelled": CalendarScope(meetings=(world.meeting,)),
        }
        if scope == "cancelled":
            desk.meetings.cancel(world.meeting)
        wish = CalendarWish(detail=detail, milestones=True, alarms=(30,))
        chosen = Chosen(scopes[scope], wish, audience, "Amara", Which.EVERYTHING)
        released = desk.calendar.preview(scopes[scope], wish, audience)
        return calendar_job(released, chosen, "Meetings")

    return job


def _chart(kind: ChartKind) -> Callable[[Desk, object, Audience], Job]:
    def job(desk: Desk, world, audience: Audience) -> Job:
        facts = desk.progress.chart_facts(kind, PlanScope(world.them), TODAY)
        return chart_job(facts, kind, TODAY, audience)

    return job


def _timeline(desk: Desk, world, audience: Audience) -> Job:
    return timeline_job(desk.timelines.items(PlanScope(world.them)), TODAY, audience)


def _report(desk: Desk, world, audience: Audience, kind: ReportKind) -> Report:
    item = world.meeting if kind is ReportKind.MEETING else world.them
    wish = ReportWish(kind=kind, item=item, changes=True)
    found = desk.reports.preview(wish, audience)
    return Report(found.head, found.released, TODAY, Paper.A4)


def _pages(kind: ReportKind, suffix: str) -> Callable[[Desk, object, Audience], Job]:
    def job(desk: Desk, world, audience: Audience) -> Job:
        return report_job(_report(desk, world, audience, kind), suffix)

    return job


ICS, DRAWN = frozenset({"to_ics", "ics_chunks"}), frozenset({"chart_bytes"})
PAGES = frozenset({"report_html", "report_markdown", "report_sheet"})
PICTURES = (".png", ".svg", ".pdf")

WAYS: dict[str, Way] = {
    **{
        f"calendar {scope} {detail}": Way(ExitKind.CALENDAR, ICS, _calendar(scope, detail), ".ics")
        for scope in ("all", "theirs", "cancelled")
        for detail in sorted(Detail)
    },
    **{
        f"chart {kind}{suffix}": Way(ExitKind.CHART, DRAWN, _chart(kind), suffix)
        for kind in sorted(ChartKind)
        for suffix in PICTURES
    },
    **{
        f"timeline{suffix}": Way(ExitKind.CHART, frozenset({"timeline_bytes"}), _timeline, suffix)
        for suffix in PICTURES
    },
    **{
        f"report {kind}{suffix}": Way(ExitKind.REPORT, PAGES, _pages(kind, suffix), suffix)
        for kind in sorted(ReportKind)
        for suffix in sorted(FORMATS)
    },
}
"""The files that can leave. Whoever adds a way out adds it here."""

BY_HAND = frozenset({ExitKind.PRINT, ExitKind.CLIPBOARD})
"""Ways without a file; each has a test of its own below."""

LEGIBLE = {n for n, way in WAYS.items() if way.suffix in (".ics", ".svg", ".html", ".md")}
"""Files whose words can be found in their bytes; an SVG names what its outlines say."""

COMPARED = WAYS.keys() - {name for name in WAYS if name.startswith("report") or ".svg" in name}
"""Files compared with those of a desk that has nothing private; a PDF of pages has a date."""

WORDLESS = frozenset(
    {
        "calendar cancelled discreet",
        "calendar cancelled title",
        "chart actions.svg",
        "chart meetings.svg",
    }
)
"""Files that hold counts, days or a name alone, and so no sentinel for anybody."""


def theirs(world) -> Audience:
    return Audience(AudienceKind.RELATIONSHIP, world.them)


def written(way: Way, desk: Desk, world, audience: Audience) -> tuple[Job, bytes]:
    job = way.job(desk, world, audience)
    return job, b"".join(job.pieces(way.suffix))


def found_in(text: str) -> list[str]:
    return [word for word in WORDS if word in text]


def test_every_kind_of_exit_is_tried() -> None:
    assert {way.what for way in WAYS.values()} | BY_HAND == set(ExitKind)


def test_every_writer_is_tried(writers) -> None:
    tried = frozenset().union(*(way.writers for way in WAYS.values()))
    assert {writer.__name__ for writer in writers} == tried


def test_every_format_of_a_chart_is_tried() -> None:
    from mentordesk.charts.formats import FORMAT_NAMES

    assert {f".{form}" for form in FORMAT_NAMES} == set(PICTURES)


def test_every_column_of_text_holds_a_sentinel(world, text_columns, code_words) -> None:
    empty = []
    with world.desk.store.reading() as session:
        for column in text_columns:
            words = [cast(column, String).contains(word) for word in WORDS]
            count = select(func.count()).where(words[0] | words[1])
            if not session.scalar(count):
                empty.append(f"{column.table.name}.{column.name}")
    assert set(empty) == code_words


@pytest.mark.parametrize("name", sorted(LEGIBLE))
def test_no_sentinel_leaves_for_the_other_side(world, name) -> None:
    way = WAYS[name]
    job, content = written(way, world.desk, world, theirs(world))
    assert found_in(content.decode(errors="replace")) == []
    assert found_in(f"{job.name} {job.formats} {job.said(job.name)}") == []
    assert not job.released.private


@pytest.mark.parametrize("name", sorted(COMPARED))
def test_the_other_side_can_not_tell_that_anything_is_private(world, name) -> None:
    way = WAYS[name]
    with_secrets = written(way, world.desk, world, theirs(world))[1]
    assert with_secrets == written(way, world.plain, world, theirs(world))[1]


@pytest.mark.parametrize("kind", sorted(ReportKind))
def test_the_pages_for_the_other_side_hold_no_sentinel(world, kind, qapp) -> None:
    pages = _report(world.desk, world, theirs(world), kind).pages().plain_text()
    assert found_in(pages) == []
    assert pages == _report(world.plain, world, theirs(world), kind).pages().plain_text()


@pytest.mark.parametrize("name", sorted(LEGIBLE))
def test_my_own_copy_is_told_as_mine(world, name) -> None:
    way = WAYS[name]
    job, content = written(way, world.desk, world, MYSELF)
    assert job.released.audience is MYSELF
    assert not job.released.stays
    assert (b"Sentinel" in content) is (name not in WORDLESS)


@pytest.mark.parametrize("audience", [MYSELF, None], ids=["me", "them"])
@pytest.mark.parametrize("name", sorted(WAYS))
def test_the_log_of_what_was_sent_holds_no_sentinel(world, name, audience) -> None:
    way = WAYS[name]
    job = way.job(world.desk, world, audience or theirs(world))
    world.desk.exits.record(job.released, job.what)
    rows = world.desk.exits.log()
    assert {row.what for row in rows} <= {way.what}
    assert found_in(repr(rows)) == []


@pytest.fixture
def report_dialog(context, world, qtbot):
    """The pages of the relationship, for the other side."""
    wish = ReportWish(kind=ReportKind.RELATIONSHIP, item=world.them)
    dialog = ReportDialog(context, wish, about=world.them)
    qtbot.waitUntil(lambda: not context.tasks.busy, timeout=20_000)
    dialog.form.load({"audience": theirs(world)})
    dialog.refresh()
    qtbot.waitUntil(lambda: not context.tasks.busy, timeout=20_000)
    yield dialog
    dialog.close()


@pytest.fixture
def notices(context) -> list[str]:
    said: list[str] = []
    context.notice_wanted.connect(lambda text, _: said.append(text))
    return said


def test_the_clipboard_for_the_other_side_holds_no_sentinel(
    report_dialog, context, world, notices
) -> None:
    report_dialog.copy_text()
    copied = QGuiApplication.clipboard().text()
    assert "First paper" in copied or "Early paper" in copied
    assert found_in(copied) == []
    assert found_in(repr((notices, report_dialog.windowTitle(), world.desk.exits.log()))) == []
    assert {row.what for row in world.desk.exits.log()} == {ExitKind.CLIPBOARD}


def test_the_printer_is_told_no_sentinel(
    report_dialog, world, notices, monkeypatch, tmp_path
) -> None:
    titles: list[str] = []

    def agree(asked: QPrintDialog) -> int:
        titles.append(asked.printer().docName())
        asked.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        asked.printer().setOutputFileName(str(tmp_path / "printed.pdf"))
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", agree)
    report_dialog.print_pages()
    printed = (tmp_path / "printed.pdf").read_bytes()
    assert found_in(printed.decode(errors="replace")) == []
    assert found_in(report_dialog.report.pages().plain_text()) == []
    assert found_in(repr((titles, notices, world.desk.exits.log()))) == []
    assert {row.what for row in world.desk.exits.log()} == {ExitKind.PRINT}


def test_windows_of_what_goes_out_are_called_without_a_sentinel(context, world, qtbot) -> None:
    dialog = CalendarDialog(context, CalendarScope(meetings=(world.meeting,)))
    qtbot.addWidget(dialog)
    assert found_in(dialog.windowTitle()) == []
