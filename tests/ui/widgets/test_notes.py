from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QDialog

from mentordesk.ui.widgets.dialogs import MessageDialog
from mentordesk.ui.widgets.markdown_editor import NoteEditor, NoteView


@pytest.fixture
def editor(qtbot, theme):
    editor = NoteEditor("Notes")
    qtbot.addWidget(editor)
    editor.show()
    return editor


def test_typing_is_said_once_and_at_once_when_flushed(editor, qtbot):
    said = []
    editor.text_edited.connect(said.append)
    qtbot.keyClicks(editor, "hello")
    assert said == []
    editor.flush()
    editor.flush()
    assert said == ["hello"]


def test_typing_is_said_after_a_pause(editor, qtbot):
    editor._pending.setInterval(10)
    with qtbot.waitSignal(editor.text_edited) as said:
        qtbot.keyClicks(editor, "hello")
    assert said.args == ["hello"]


def test_two_seconds_is_the_most_that_can_be_lost(editor, qtbot):
    qtbot.keyClicks(editor, "a")
    assert 0 < editor._pending.remainingTime() <= 2000


def test_typing_on_does_not_put_saving_off(editor, qtbot):
    editor._pending.setInterval(60)
    with qtbot.waitSignal(editor.text_edited, timeout=1000):
        for _ in range(10):
            qtbot.keyClicks(editor, "a")
            qtbot.wait(10)
            if not editor._pending.isActive():
                break


def test_loading_is_no_edit_and_cannot_be_undone(editor):
    editor.load("# Title\n- [ ] task")
    assert editor.markdown() == "# Title\n- [ ] task"
    assert not editor._pending.isActive()
    assert not editor.document().isUndoAvailable()


def test_undo_takes_back_typing(editor, qtbot):
    editor.load("kept")
    qtbot.keyClicks(editor, "new ")
    editor.undo()
    assert editor.markdown() == "kept"


def test_rich_text_is_pasted_as_plain(editor):
    mime = QMimeData()
    mime.setHtml("<b>bold</b>")
    mime.setText("bold")
    editor.insertFromMimeData(mime)
    assert editor.markdown() == "bold"
    mime = QMimeData()
    mime.setImageData(QImage(2, 2, QImage.Format.Format_RGB32))
    editor.insertFromMimeData(mime)
    assert editor.markdown() == "bold"


def test_tab_leaves_the_editor(editor):
    assert editor.tabChangesFocus()


def test_headings_are_marked(editor):
    editor.load("# Title\nplain **bold** text")
    formats = editor.document().firstBlock().layout().formats()
    assert formats
    assert formats[0].format.fontWeight() > 400


def view(qtbot, markdown, opened=None):
    view = NoteView(markdown, open_link=(opened if opened is not None else []).append)
    qtbot.addWidget(view)
    view.show()
    return view


def test_nothing_is_read_from_outside(qtbot, theme, tmp_path):
    picture = tmp_path / "red.png"
    image = QImage(50, 50, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    assert image.save(str(picture))
    shown = view(qtbot, f"![x]({picture.as_uri()})")
    loaded = shown.loadResource(
        QTextDocument.ResourceType.ImageResource.value, QUrl.fromLocalFile(str(picture))
    )
    assert loaded.size().width() == 1
    grabbed = shown.grab().toImage()
    assert all(grabbed.pixelColor(x, y).name() != "#ff0000" for x in range(80) for y in range(80))
    assert Path(picture).exists()


def test_html_stays_text(qtbot, theme):
    shown = view(qtbot, "Before <b>x</b> after")
    assert "<b>" in shown.toPlainText()


@pytest.mark.parametrize("address", ["https://example.org", "mailto:amara@example.org"])
def test_a_link_opens_after_asking(qtbot, theme, address):
    opened = []
    shown = view(qtbot, "text", opened)
    shown.offer_link(QUrl(address))
    assert opened == []
    dialog = shown.findChild(MessageDialog)
    dialog.done(QDialog.DialogCode.Accepted)
    assert opened == [QUrl(address)]


@pytest.mark.parametrize("address", ["file:///etc/passwd", "http://example.org", "javascript:x"])
def test_other_links_never_open(qtbot, theme, address):
    opened = []
    shown = view(qtbot, "text", opened)
    shown.offer_link(QUrl(address))
    assert shown.findChild(MessageDialog) is None
    assert opened == []


def test_headings_are_no_posters(qtbot, theme):
    shown = view(qtbot, "# Title\n\ntext")
    first = shown.document().firstBlock().begin().fragment().charFormat()
    assert first.fontPointSize() < 1.4 * shown.font().pointSizeF()
