"""A time zone to choose by typing a part of its name."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter
from typing_extensions import override

from mentordesk.domain.wall_time import zone_names
from mentordesk.ui.widgets.form_fields import Field


class _ZoneCombo(QComboBox):
    """Zones that can be searched; the mouse wheel leaves the choice alone."""

    def __init__(self) -> None:
        super().__init__()
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.addItems([*zone_names()])
        completer = QCompleter(self.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setCompleter(completer)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class ZoneField(Field):
    """An IANA zone; "berlin" finds Europe/Berlin."""

    def __init__(self) -> None:
        self.combo = _ZoneCombo()
        super().__init__(self.combo)

    @override
    def value(self) -> str:
        typed = self.combo.currentText().strip().replace(" ", "_")
        found = self.combo.findText(typed, Qt.MatchFlag.MatchFixedString)
        return self.combo.itemText(found) if found >= 0 else typed

    @override
    def load(self, value: object) -> None:
        self.combo.setCurrentText(str(value or ""))

    @override
    def watch(self, slot: Callable[..., object]) -> None:
        self.combo.currentTextChanged.connect(slot)
