import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from mentordesk.domain.exits import ExitKind
from mentordesk.domain.progress import ChartKind
from mentordesk.domain.release import MYSELF, AudienceKind
from mentordesk.ui.pages.going_out.chart import chart_job, export_chart
from mentordesk.ui.pages.going_out.dialog import GoingOutDialog

TODAY = date(2026, 11, 24)

pytestmark = pytest.mark.usefixtures("secrets", "shared_goal")


@pytest.fixture
def dialog(context, desk, qtbot) -> GoingOutDialog:
    made = export_chart(context, None, desk.progress.facts(None), ChartKind.BURN_UP)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    return made


def test_my_own_copy_says_how_much_of_it_is_private(dialog) -> None:
    assert dialog.summary.goes.text() == "2 milestones"
    assert dialog.summary.private.text() == "1 of this only you see. Your own copy holds it."
    assert dialog.summary.stays.text() == "Nothing of this"


def test_for_a_person_what_is_private_stays(dialog) -> None:
    dialog.form.row("audience").field.combo.setCurrentIndex(1)
    dialog.refresh()
    assert dialog.summary.goes.text() == "1 milestone"
    assert dialog.summary.stays.text() == "1 milestone"
    assert not dialog.summary.private.isVisible()


@pytest.mark.parametrize(
    ("name", "begins"),
    [("p.png", b"\x89PNG"), ("p.svg", b"<?xml"), ("p.pdf", b"%PDF"), ("P.PNG", b"\x89PNG")],
)
def test_the_name_decides_the_format(dialog, chooser, save, name: str, begins: bytes) -> None:
    chooser.name = name
    save(dialog)
    assert chooser.path.read_bytes().startswith(begins)


def test_a_name_without_a_suffix_gets_the_chosen_one(dialog, chooser, save) -> None:
    chooser.name, chooser.filter = "progress", "Drawing (SVG) (*.svg)"
    save(dialog)
    assert (chooser.folder / "progress.svg").read_bytes().startswith(b"<?xml")


def test_a_picture_can_be_opened(dialog, chooser, save) -> None:
    save(dialog)
    assert chooser.offered == ["Progress.png"]
    assert QImage(str(chooser.path)).width() == 1800


def test_the_way_out_is_noted_and_said(dialog, chooser, save, desk, notices) -> None:
    dialog.form.row("audience").field.combo.setCurrentIndex(1)
    save(dialog)
    (row,) = desk.exits.log()
    assert (row.what, row.audience, row.count) == (ExitKind.CHART, AudienceKind.RELATIONSHIP, 1)
    assert (row.stayed, row.private) == (1, 0)
    assert notices == ["Saved Progress.png"]


def test_a_private_milestone_is_not_drawn_for_a_person(dialog) -> None:
    dialog.form.row("audience").field.combo.setCurrentIndex(1)
    assert [fact.title for fact in dialog.job().released.items] == ["Pilot data"]


def test_where_dates_once_stood_is_for_me_alone(dialog, desk) -> None:
    moved = [replace(fact, first_due=date(2026, 1, 1)) for fact in desk.progress.facts(None)]
    dialog.form.row("audience").field.combo.setCurrentIndex(1)
    other = dialog.job().released.audience
    theirs = chart_job(moved, ChartKind.BURN_UP, TODAY, other).released.items
    assert theirs
    assert [fact.first_due for fact in theirs] == [fact.due for fact in theirs]
    assert list(chart_job(moved, ChartKind.BURN_UP, TODAY, MYSELF).released.items) == moved


def test_stopping_leaves_no_file_and_no_line(context, desk, chooser, qtbot, clock) -> None:
    under_way, go_on = threading.Event(), threading.Event()

    def slow(_suffix: str) -> Iterator[bytes]:
        under_way.set()
        go_on.wait(10)
        yield b"half"
        yield b"whole"

    facts = desk.progress.facts(None)
    job = chart_job(facts, ChartKind.BURN_UP, clock.now.date(), MYSELF)
    job = replace(job, pieces=slow, steps=2)
    dialog = GoingOutDialog(context, "Chart", "", [(MYSELF, "Me")], lambda _audience: job)
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.save_button.click()
    assert dialog.cancel_button.text() == "Stop"
    assert not dialog.form.isEnabled()
    assert under_way.wait(10)
    dialog.cancel_button.click()
    go_on.set()
    qtbot.waitUntil(lambda: not context.tasks.busy)
    assert dialog.isVisible()
    assert dialog.form.isEnabled()
    assert list(chooser.folder.iterdir()) == []
    assert desk.exits.log() == []


def test_the_log_is_kept_though_the_dialog_is_gone(context, desk, chooser, qtbot) -> None:
    dialog = export_chart(context, None, desk.progress.facts(None), ChartKind.GOALS)
    dialog.save_button.click()
    dialog.deleteLater()
    qtbot.waitUntil(lambda: not context.tasks.busy, timeout=20_000)
    assert len(desk.exits.log()) == 1
    assert chooser.offered == ["Goals.png"]
