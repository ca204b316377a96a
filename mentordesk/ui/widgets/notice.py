"""The notice: what has just happened, and the way back."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QEnterEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from mentordesk.ui.theme import FontRole, font
from mentordesk.ui.widgets.labels import RoleLabel

_MARGIN = 24


class NoticeBar(QFrame):
    """A pill at the lower leading corner of its parent; stays while hovered or focused."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "notice")
        self._ground = parent
        self._on_action: Callable[[], object] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 4, 12, 4)
        layout.setSpacing(8)
        self.label = RoleLabel(role=FontRole.BODY)
        self.label.setMinimumHeight(26)
        self.button = QPushButton()
        self.button.setAutoDefault(False)
        self.button.setFont(font(FontRole.STRONG))
        self.button.clicked.connect(self._act)
        self.button.installEventFilter(self)
        layout.addWidget(self.label)
        layout.addWidget(self.button)
        parent.installEventFilter(self)
        self.hide()

    def show_notice(
        self,
        text: str,
        action_label: str | None = None,
        on_action: Callable[[], object] | None = None,
        milliseconds: int = 8000,
    ) -> None:
        """Show and announce a sentence for a while, with one action such as Undo."""
        self.label.setText(text)
        self._on_action = on_action
        self.button.setText(action_label or "")
        self.button.setVisible(action_label is not None)
        self.setAccessibleName(text)
        self._timer.setInterval(milliseconds)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def focus_action(self) -> None:
        """Move the keyboard to the notice's action, if there is one."""
        if self.isVisible() and self.button.isVisible():
            self.button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _act(self) -> None:
        action = self._on_action
        self.hide()
        if action is not None:
            action()

    def _place(self) -> None:
        self.label.setWordWrap(False)
        room = self._ground.width() - 2 * _MARGIN
        if self.sizeHint().width() > room:
            self.label.setWordWrap(True)
        self.resize(min(self.sizeHint().width(), room), self.sizeHint().height())
        if self.label.wordWrap():
            self.resize(room, self.heightForWidth(room))
        start = _MARGIN
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            start = self._ground.width() - self.width() - _MARGIN
        self.move(start, self._ground.height() - self.height() - _MARGIN)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._ground and event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        if watched is self.button and event.type() == QEvent.Type.FocusIn:
            self._timer.stop()
        if watched is self.button and event.type() == QEvent.Type.FocusOut and self.isVisible():
            self._timer.start()
        return super().eventFilter(watched, event)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        if QApplication.focusWidget() is not self.button:
            self._timer.start()
        super().leaveEvent(event)
