"""Dialogs: each is a question with one answer."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from mentordesk.ui.theme import scaled
from mentordesk.ui.widgets.buttons import PlainButton, PrimaryButton
from mentordesk.ui.widgets.forms import Form
from mentordesk.ui.widgets.labels import BodyLabel, QuietLabel, SectionLabel
from mentordesk.ui.widgets.scroll import CalmScroll
from mentordesk.ui.words import tr

Submit = Callable[[dict[str, object]], Mapping[str, str]]
_LARGEST = QSize(960, 640)
_WIDTH = 520
_MARGIN = 24


class FormDialog(QDialog):
    """A form with one answer. Enter submits, Escape cancels; problems keep it open."""

    def __init__(
        self,
        title: str,
        form: Form,
        submit_label: str,
        submit: Submit,
        *,
        explanation: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.form = form
        self._submit = submit
        form.installEventFilter(self)
        self.setWindowTitle(title)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, _MARGIN, 0, _MARGIN)
        layout.setSpacing(16)
        layout.addWidget(_inset(SectionLabel(title, wrap=True)))
        if explanation:
            layout.addWidget(_inset(QuietLabel(explanation, wrap=True)))
        self._area = CalmScroll(_inset(form))
        layout.addWidget(self._area, 1)
        self.cancel_button = PlainButton(tr("Cancel"))
        self.cancel_button.clicked.connect(self.reject)
        self.submit_button = PrimaryButton(submit_label)
        self.submit_button.clicked.connect(self.submit)
        layout.addWidget(_inset(_buttons(self.cancel_button, self.submit_button)))

    def submit(self) -> None:
        """Hand the values over; close where nothing is wrong."""
        problems = self.form.unreadable()
        if not problems:
            problems = dict(self._submit(self.form.values()))
        self.form.show_problems(problems)
        if not problems:
            self.accept()

    @override
    def sizeHint(self) -> QSize:
        inside = self.form.sizeHint()
        height = super().sizeHint().height() - self._area.sizeHint().height()
        wanted = height + inside.height() + 4
        width = max(scaled(_WIDTH), super().sizeHint().width())
        return QSize(width, wanted).boundedTo(self._largest())

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self.resize(self.sizeHint())  # before it is placed, so that all of it is on the screen
        super().showEvent(event)
        self.form.focus_first()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.form and event.type() == QEvent.Type.LayoutRequest:
            QTimer.singleShot(0, self, self._grow)
        return super().eventFilter(watched, event)

    def _grow(self) -> None:
        """Make room for a problem or an opened fold, as far as the screen allows."""
        wanted = self.sizeHint().height()
        if wanted > self.height():
            self.resize(self.width(), wanted)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.submit()
            return
        super().keyPressEvent(event)

    def _largest(self) -> QSize:
        available = self.screen().availableGeometry().size()
        return _LARGEST.boundedTo(QSize(available.width() - 32, available.height() - 64))


class MessageDialog(QDialog):
    """One sentence, what can be done, and one or two buttons."""

    def __init__(
        self,
        sentence: str,
        advice: str = "",
        *,
        button: str = "",
        cancel: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("MentorDesk"))
        self.setMinimumWidth(min(scaled(420), _LARGEST.width()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        layout.setSpacing(12)
        self.sentence = BodyLabel(sentence, strong=True, wrap=True)
        layout.addWidget(self.sentence)
        if advice:
            layout.addWidget(BodyLabel(advice, wrap=True))
        layout.addSpacing(8)
        self.button = PrimaryButton(button or tr("Close"))
        self.button.clicked.connect(self.accept)
        self.button.setAutoDefault(True)
        buttons: list[QWidget] = [self.button]
        if cancel:
            self.cancel_button = PlainButton(cancel)
            self.cancel_button.clicked.connect(self.reject)
            buttons.insert(0, self.cancel_button)
        layout.addWidget(_buttons(*buttons))
        self.button.setFocus()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self.resize(self.width(), self.heightForWidth(self.width()))
        super().showEvent(event)


def message_dialog(parent: QWidget | None, sentence: str, advice: str = "") -> None:
    """Say what happened in the person's world and wait until it was read."""
    dialog = MessageDialog(sentence, advice, parent=parent)
    dialog.exec()
    dialog.deleteLater()


def ask(
    parent: QWidget | None,
    question: str,
    advice: str,
    button: str,
    on_yes: Callable[[], object],
) -> MessageDialog:
    """Ask before something that cannot be taken back; calls ``on_yes`` if it was wanted."""
    dialog = MessageDialog(question, advice, button=button, cancel=tr("Cancel"), parent=parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(on_yes)
    dialog.open()
    return dialog


def _inset(widget: QWidget) -> QWidget:
    holder = QWidget()
    layout = QHBoxLayout(holder)
    layout.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
    layout.addWidget(widget)
    return holder


def _buttons(*buttons: QWidget) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(12)
    layout.addStretch()
    for button in buttons:
        layout.addWidget(button)
    return row
