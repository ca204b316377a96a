"""Printing and saving pages: what goes, what stays, and that it is noted."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog

from mentordesk.domain.exits import ExitKind
from mentordesk.domain.reports import ReportKind, ReportWish
from mentordesk.ui.pages.going_out.report import ReportDialog


@pytest.fixture
def open_dialog(context, qtbot):
    def make(kind: ReportKind, item=None, about=None) -> ReportDialog:
        dialog = ReportDialog(context, ReportWish(kind=kind, item=item), about=about)
        dialog.show()
        qtbot.waitUntil(lambda: not context.tasks.busy, timeout=20_000)
        return dialog

    return make


@pytest.fixture
def dialog(open_dialog, book, secrets, shared_goal) -> ReportDialog:
    return open_dialog(ReportKind.PLAN)


def choose(dialog: ReportDialog, relationship) -> None:
    """Choose somebody to send it to."""
    (audience,) = [a for a, _ in dialog._audiences if a.relationship == relationship]
    dialog.form.load({"audience": audience})
    dialog.refresh()


@pytest.mark.parametrize("kind", sorted(ReportKind))
def test_each_kind_shows_its_pages(open_dialog, book, secrets, shared_goal, kind) -> None:
    item = {ReportKind.PLAN: None, ReportKind.MEETING: book.meeting}.get(kind, book.amara)
    dialog = open_dialog(kind, item, None if item is None else book.amara)
    assert len(dialog.preview.pages) >= 1
    assert dialog.save_button.isEnabled()
    dialog.close()


def test_my_own_copy_says_what_only_i_see(dialog) -> None:
    assert dialog.summary.private.text()


def test_for_a_person_what_is_private_stays(dialog, book) -> None:
    choose(dialog, book.amara)
    assert "1 goal" in dialog.summary.goes.text()
    assert "1 goal" in dialog.summary.stays.text()


@pytest.mark.parametrize("suffix", [".html", ".md", ".pdf"])
def test_nothing_private_is_saved_for_a_person(
    dialog, book, chooser, save, context, qtbot, suffix
) -> None:
    choose(dialog, book.amara)
    if suffix == ".pdf":
        assert "Sentinel" not in dialog.report.pages().plain_text()
        save(dialog)
        assert chooser.path.read_bytes().startswith(b"%PDF-")
        return
    (dialog.save_html if suffix == ".html" else dialog.save_markdown)()
    qtbot.waitUntil(lambda: not context.tasks.busy, timeout=20_000)
    written = chooser.path.read_text(encoding="utf-8")
    assert "First paper" in written
    assert "Sentinel" not in written


def test_the_file_is_called_without_a_name(dialog, chooser, save) -> None:
    save(dialog)
    assert chooser.offered == ["Plan 2026-11-24.pdf"]


def test_saving_is_noted(dialog, chooser, save, desk) -> None:
    save(dialog)
    assert {row.what for row in desk.exits.log()} == {ExitKind.REPORT}


def test_copied_text_has_passed_the_gate_and_is_noted(dialog, book, desk) -> None:
    choose(dialog, book.amara)
    dialog.copy_text()
    assert "First paper" in QGuiApplication.clipboard().text()
    assert "Sentinel" not in QGuiApplication.clipboard().text()
    assert {row.what for row in desk.exits.log()} == {ExitKind.CLIPBOARD}


def test_printing_is_noted(dialog, desk, monkeypatch, tmp_path) -> None:
    def agree(asked: QPrintDialog) -> int:
        asked.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        asked.printer().setOutputFileName(str(tmp_path / "printed.pdf"))
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", agree)
    dialog.print_pages()
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF-")
    assert {row.what for row in desk.exits.log()} == {ExitKind.PRINT}


def test_not_printing_is_not_noted(dialog, desk, monkeypatch) -> None:
    monkeypatch.setattr(QPrintDialog, "exec", lambda _: QDialog.DialogCode.Rejected)
    dialog.print_pages()
    assert not desk.exits.log()


def test_an_empty_plan_can_not_leave(open_dialog, book) -> None:
    dialog = open_dialog(ReportKind.PLAN)
    assert not dialog.save_button.isEnabled()
    assert not any(button.isEnabled() for button in dialog.others)


def test_showing_only_one_person_closes_it(dialog, context, book) -> None:
    context.curtain.show_only(book.amara)
    assert not dialog.isVisible()
