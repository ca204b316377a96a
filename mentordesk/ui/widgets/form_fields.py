"""The kinds of field a form is made of: how each is read, filled, watched and checked."""

from collections.abc import Callable, Sequence
from datetime import date, time

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QSpinBox, QWidget
from typing_extensions import override

from mentordesk.domain.dates_text import Unreadable
from mentordesk.ui.theme import current_theme
from mentordesk.ui.widgets.date_field import DateField, TimeField
from mentordesk.ui.words import tr

_TEXT_MARGIN = 7


class Field:
    """One field behind one interface, so that the form need not know its kind."""

    def __init__(self, widget: QWidget, focus: QWidget | None = None) -> None:
        self.widget = widget
        self.focus = focus or widget

    def value(self) -> object:
        """Return what was entered."""
        raise NotImplementedError

    def load(self, value: object) -> None:
        """Show a value."""
        raise NotImplementedError

    def watch(self, slot: Callable[..., object]) -> None:
        """Call ``slot`` whenever the person changes something."""
        raise NotImplementedError

    def problem(self) -> str:
        """Return what cannot be read in the field, or an empty text."""
        return ""


class TextField(Field):
    """One line of text."""

    def __init__(self, placeholder: str) -> None:
        self.line = QLineEdit()
        self.line.setPlaceholderText(placeholder)
        super().__init__(self.line)

    @override
    def value(self) -> str:
        return self.line.text()

    @override
    def load(self, value: object) -> None:
        self.line.setText("" if value is None else str(value))
        self.line.setCursorPosition(0)

    @override
    def watch(self, slot: Callable[..., object]) -> None:
        self.line.textEdited.connect(slot)


class SecretField(TextField):
    """A passphrase: dots, until the person wants to see it."""

    def __init__(self) -> None:
        super().__init__("")
        self.line.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoAutoUppercase
            | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self._look = self.line.addAction(
            current_theme().icon("eye"), QLineEdit.ActionPosition.TrailingPosition
        )
        self._look.setCheckable(True)
        self._look.toggled.connect(self._show)
        self._show(shown=False)

    def _show(self, shown: bool) -> None:  # noqa: FBT001 (the signal's argument)
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.line.setEchoMode(mode)
        self._look.setText(tr("Hide what is typed") if shown else tr("Show what is typed"))


class LinesEdit(QPlainTextEdit):
    """Several lines of plain text; Tab goes on, Ctrl+Enter is left to the dialog."""

    def __init__(self, lines: int) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 20)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        super().keyPressEvent(event)


class LinesField(Field):
    """Several lines of text."""

    def __init__(self, placeholder: str, lines: int) -> None:
        self.edit = LinesEdit(lines)
        self.edit.setPlaceholderText(placeholder)
        super().__init__(self.edit)

    @override
    def value(self) -> str:
        return self.edit.toPlainText()

    @override
    def load(self, value: object) -> None:
        self.edit.setPlainText("" if value is None else str(value))

    @override
    def watch(self, slot: Callable[..., object]) -> None:
        self.edit.textChanged.connect(slot)


class _CalmComboBox(QComboBox):
    """A choice that the mouse wheel does not change while the page is scrolled."""

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class ChoiceField(Field):
    """One of several values."""

    def __init__(self, options: Sequence[tuple[object, str]]) -> None:
        self.combo = _CalmComboBox()
        # The values stay here: as Qt variants, enums would come back as plain texts.
        self._values = [value for value, _ in options]
        self.combo.addItems([label for _, label in options])
        super().__init__(self.combo)

    @override
    def value(self) -> object:
        index = self.combo.currentIndex()
        return self._values[index] if index >= 0 else None

    @override
    def load(self, value: object) -> None:
        self.combo.setCurrentIndex(self._values.index(value) if value in self._values else 0)

    @override
    def watch(self, slot: Callable[..., object]) -> None:
        self.combo.activated.connect(slot)


class DayField(Field):
    """A typed date."""

    def __init__(self, today: date) -> None:
        self.field = DateField(today)
        super().__init__(self.field, self.field.line)

    @override
    def value(self) -> date | None:
        return self.field.value()

    @override
    def load(self, value: object) -> None:
        self.field.set_value(value if isinstance(value, date) else None)

    @override
    def watch(self, slot: Callable[..., object]) -> None:
        self.field.edited.connect(slot)

    @override
    def problem(self) -> str:
        found = self.field.parsed()
        return found.sentence if isinstance(found, Unreadable) else ""


class ClockField(Field):
    """A typed time of day."""

    def __init__(self) -> None:
        self.line = TimeField()
        super().__init__(self.line)

    @override
    def value(self) -> time | None:
        return self.line.value()

    @override
    def load(self, value: object) -> None:
        self.line.set_value(value if isinstance(value, time) else None)

    @override
    def watch(self, slot: Callable[..., object]) -> None:
        self.line.textEdited.connect(slot)

    @override
    def problem(self) -> str:
        found = self.line.parsed()
        return found.sentence if isinstance(found, Unreadable) else ""


class _CalmSpinBox(QSpinBox):
    """A number that the mouse wheel does not change while the page is scrolled."""

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class NumberField(Field):
    """A whole number; an optional one can be empty, one step below the smallest."""

    def __init__(self, minimum: int, maximum: int, suffix: str, *, optional: bool) -> None:
        self.spin = _CalmSpinBox()
        self._empty = minimum - 1 if optional else None
        self.spin.setRange(minimum if self._empty is None else self._empty, maximum)
        self.spin.setSuffix(suffix)
        # The style sheet's padding does not reach the line inside a spin box.
        self.spin.lineEdit().setTextMargins(_TEXT_MARGIN, 0, _TEXT_MARGIN, 0)
        if optional:
            self.spin.setSpecialValueText(" ")
            self.spin.setValue(self.spin.minimum())
        super().__init__(self.spin)

    @override
    def value(self) -> int | None:
        number = self.spin.value()
        return None if number == self._empty else number

    @override
    def load(self, value: object) -> None:
        self.spin.setValue(value if isinstance(value, int) else self.spin.minimum())

    @override
    def watch(self, slot: Callable[..., object]) -> None:
        self.spin.valueChanged.connect(slot)


class CheckField(Field):
    """Yes or no."""

    def __init__(self, label: str) -> None:
        self.box = QCheckBox(label)
        super().__init__(self.box)

    @override
    def value(self) -> bool:
        return self.box.isChecked()

    @override
    def load(self, value: object) -> None:
        self.box.setChecked(bool(value))

    @override
    def watch(self, slot: Callable[..., object]) -> None:
        self.box.clicked.connect(slot)
