"""Undo and redo: inside a text field that of the text, elsewhere that of the file."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from typing_extensions import override

from mentordesk.ui.shell.desk_shell import DeskShell
from mentordesk.ui.words import tr

Editor = QLineEdit | QTextEdit | QPlainTextEdit


class UndoSteps(QObject):
    """Takes back and makes again; a field that has nothing to take back leaves it to the file."""

    def __init__(self, shell: DeskShell) -> None:
        super().__init__(shell)
        self._shell = shell
        self._context = shell.context
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def undo(self) -> None:
        """Take back the newest change."""
        editor = self._editor()
        if editor is not None and can_undo_text(editor):
            editor.undo()
            return
        self._context.save_open_editors()
        if (step := self._context.desk.undo()) is not None:
            self._context.notify(tr("Taken back: {what}", what=tr(step.label)), undo=False)

    def redo(self) -> None:
        """Make the change again that was taken back last."""
        editor = self._editor()
        if editor is not None and can_redo_text(editor):
            editor.redo()
            return
        if (step := self._context.desk.redo()) is not None:
            self._context.notify(tr("Made again: {what}", what=tr(step.label)), undo=False)

    def can_undo(self) -> bool:
        """Return whether there is anything to take back."""
        editor = self._editor()
        in_text = editor is not None and can_undo_text(editor)
        return in_text or self._context.desk.undo_step() is not None

    def can_redo(self) -> bool:
        """Return whether there is anything to make again."""
        editor = self._editor()
        in_text = editor is not None and can_redo_text(editor)
        return in_text or self._context.desk.redo_step() is not None

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A field claims these keys even if it has nothing to take back: then nothing would happen.
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and isinstance(watched, QLineEdit | QTextEdit | QPlainTextEdit)
            and _leaves_to_file(watched, event)
        ):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _editor(self) -> Editor | None:
        focused = self._shell.focusWidget()
        return focused if isinstance(focused, QLineEdit | QTextEdit | QPlainTextEdit) else None

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        if isinstance(old, QLineEdit | QTextEdit | QPlainTextEdit):
            old.removeEventFilter(self)
        if isinstance(new, QLineEdit | QTextEdit | QPlainTextEdit):
            new.installEventFilter(self)


def can_undo_text(editor: Editor) -> bool:
    """Return whether a field has typing to take back."""
    if isinstance(editor, QLineEdit):
        return editor.isUndoAvailable()
    return editor.document().isUndoAvailable()


def can_redo_text(editor: Editor) -> bool:
    """Return whether a field has typing to make again."""
    if isinstance(editor, QLineEdit):
        return editor.isRedoAvailable()
    return editor.document().isRedoAvailable()


def _leaves_to_file(editor: Editor, event: QKeyEvent) -> bool:
    if event.matches(QKeySequence.StandardKey.Undo):
        return not can_undo_text(editor)
    return event.matches(QKeySequence.StandardKey.Redo) and not can_redo_text(editor)
