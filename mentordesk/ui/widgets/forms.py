"""The one builder of form rows: label, field, hint and problem, accessible by construction."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mentordesk.ui.theme import FontRole, scaled
from mentordesk.ui.widgets.fold import Fold
from mentordesk.ui.widgets.form_fields import (
    CheckField,
    ChoiceField,
    ClockField,
    DayField,
    Field,
    LinesField,
    NumberField,
    SecretField,
    TextField,
)
from mentordesk.ui.widgets.labels import QuietLabel, RoleLabel
from mentordesk.ui.widgets.marks import IconLabel
from mentordesk.ui.words import tr

_SHORT_FIELD_WIDTH = 176


class FormRow(QWidget):
    """A field with its label above and, below, a hint and what is wrong."""

    def __init__(self, label: str, field: Field, hint: str, *, needed: bool) -> None:
        super().__init__()
        self.field = field
        self._hint = hint
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        name = label.replace("&&", "\0").replace("&", "").replace("\0", "&")
        if not isinstance(field, CheckField):
            self.label = RoleLabel(label, role=FontRole.MEDIUM)
            self.label.setBuddy(field.focus)
            layout.addWidget(self.label)
        layout.addWidget(field.widget, 0, _alignment(field))
        if hint:
            layout.addWidget(QuietLabel(hint, small=True, wrap=True))
        self._problem = _Problem()
        layout.addWidget(self._problem)
        self._lines = layout
        for widget in {field.widget, field.focus}:
            widget.setAccessibleName(name)
        if isinstance(field, DayField):
            field.field.button.setAccessibleName(tr("{field}: choose from a calendar", field=name))
        self._needed = tr("Needed.") if needed else ""
        self._describe("")

    def add_below(self, widget: QWidget) -> None:
        """Add something that is said about what is in the field, above its problem."""
        self._lines.insertWidget(self._lines.indexOf(self._problem), widget)

    def show_problem(self, sentence: str) -> None:
        """Show what is wrong beside the field; an empty text clears it."""
        if sentence == self.problem():
            return
        self._problem.show_sentence(sentence)
        focus = self.field.focus
        focus.setProperty("problem", "true" if sentence else "false")
        focus.style().unpolish(focus)
        focus.style().polish(focus)
        self._describe(sentence)

    def problem(self) -> str:
        """Return the sentence shown now."""
        return self._problem.sentence()

    def _describe(self, problem: str) -> None:
        parts = (problem, self._needed, self._hint)
        self.field.focus.setAccessibleDescription(" ".join(part for part in parts if part))


class _Problem(QWidget):
    """A sentence in the attention colour with its icon."""

    def __init__(self) -> None:
        super().__init__()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        self._icon = IconLabel("attention", role="attention", size=16)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._label = RoleLabel(role=FontRole.SECONDARY, tone="attention", wrap=True)
        layout.addWidget(self._label, 1)
        self.hide()

    def sentence(self) -> str:
        return self._label.text()

    def show_sentence(self, sentence: str) -> None:
        self._label.setText(sentence)
        self.setVisible(bool(sentence))


class Form(QWidget):
    """Rows of fields by key; the values of all are read and written together."""

    edited = Signal()
    submitted = Signal()
    """Enter was pressed in a passphrase."""
    row_edited = Signal(str)
    problems_shown = Signal(object)

    def __init__(self, today: date | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._rows: dict[str, FormRow] = {}
        self._taken: set[str] = set()
        self._quiet = False
        self._fold: Fold | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(16)
        self._layout.addStretch()
        self._target = self._layout

    def add_text(
        self,
        key: str,
        label: str,
        hint: str = "",
        placeholder: str = "",
        *,
        optional: bool = True,
    ) -> None:
        """Add one line of text."""
        self._add(key, label, TextField(placeholder), hint, optional=optional)

    def add_secret(self, key: str, label: str, hint: str = "") -> None:
        """Add a passphrase; Enter in it submits."""
        field = SecretField()
        field.line.returnPressed.connect(self.submitted)
        self._add(key, label, field, hint)

    def add_lines(
        self,
        key: str,
        label: str,
        hint: str = "",
        placeholder: str = "",
        *,
        lines: int = 3,
        optional: bool = True,
    ) -> None:
        """Add several lines of text."""
        self._add(key, label, LinesField(placeholder, lines), hint, optional=optional)

    def add_choice(
        self,
        key: str,
        label: str,
        options: Sequence[tuple[object, str]],
        hint: str = "",
    ) -> None:
        """Add a choice of one of ``(value, label)``."""
        self._add(key, label, ChoiceField(options), hint)

    def add_date(self, key: str, label: str, hint: str = "", *, optional: bool = True) -> None:
        """Add a typed date; the form must have been given ``today``."""
        if self._today is None:
            raise ValueError("a form with dates needs today")
        self._add(key, label, DayField(self._today), hint, optional=optional)

    def add_time(self, key: str, label: str, hint: str = "", *, optional: bool = True) -> None:
        """Add a typed time of day."""
        self._add(key, label, ClockField(), hint, optional=optional)

    def add_number(
        self,
        key: str,
        label: str,
        hint: str = "",
        *,
        minimum: int = 0,
        maximum: int = 999,
        suffix: str = "",
        optional: bool = False,
    ) -> None:
        """Add a whole number; ``suffix`` names its unit, such as " min"."""
        field = NumberField(minimum, maximum, suffix, optional=optional)
        self._add(key, label, field, hint, optional=optional)

    def add_check(self, key: str, label: str, hint: str = "") -> None:
        """Add a box to tick."""
        self._add(key, label, CheckField(self._with_mnemonic(label)), hint)

    def more(self, label: str = "") -> None:
        """Fold away all rows that are added from now on."""
        self._fold = Fold(label or tr("More"))
        self._layout.insertWidget(self._layout.count() - 1, self._fold)
        self._target = self._fold.body

    def values(self) -> dict[str, object]:
        """Return what was entered, by key; a date that cannot be read is None."""
        return {key: row.field.value() for key, row in self._rows.items()}

    def load(self, values: Mapping[str, object]) -> None:
        """Show values by key; keys without a row are passed over, and this is no edit."""
        self._quiet = True
        for key, value in values.items():
            if key in self._rows:
                self._rows[key].field.load(value)
        self._quiet = False

    def unreadable(self) -> dict[str, str]:
        """Return the sentences for typed dates and times that cannot be read."""
        found = {key: row.field.problem() for key, row in self._rows.items()}
        return {key: sentence for key, sentence in found.items() if sentence}

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Show each sentence beside its field and focus the first; ``{}`` clears all."""
        self.problems_shown.emit(problems)
        first: FormRow | None = None
        for key, row in self._rows.items():
            row.show_problem(problems.get(key, ""))
            if first is None and problems.get(key):
                first = row
        if first is None:
            return
        if self._fold is not None and self._fold.isAncestorOf(first):
            self._fold.open()
        first.field.focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def rows(self) -> Mapping[str, FormRow]:
        """Return every row by its key."""
        return self._rows

    def row(self, key: str) -> FormRow:
        """Return the row of a key, for what the builder does not offer."""
        return self._rows[key]

    def put_beside(self, *keys: str) -> None:
        """Stand rows that belong together in one line."""
        rows = [self.row(key) for key in keys]
        place = self._target.indexOf(rows[0])
        line = QWidget()
        inside = QHBoxLayout(line)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(16)
        for row in rows:
            self._target.removeWidget(row)
            inside.addWidget(row, 1, Qt.AlignmentFlag.AlignTop)
        self._target.insertWidget(place, line)

    def set_row_visible(self, key: str, *, visible: bool) -> None:
        """Show or hide a row that applies only sometimes."""
        self._rows[key].setVisible(visible)

    def focus_first(self) -> None:
        """Put the keyboard into the first field."""
        for row in self._rows.values():
            row.field.focus.setFocus(Qt.FocusReason.TabFocusReason)
            return

    def _add(self, key: str, label: str, field: Field, hint: str, *, optional: bool = True) -> None:
        shown = label if isinstance(field, CheckField) else self._with_mnemonic(label)
        row = FormRow(shown, field, hint, needed=not optional)
        field.watch(partial(self._say_edited, key))
        self._rows[key] = row
        self._target.insertWidget(self._target.count() - 1, row)

    def _say_edited(self, key: str, *_: object) -> None:
        if not self._quiet:
            self.edited.emit()
            self.row_edited.emit(key)

    def _with_mnemonic(self, label: str) -> str:
        """Mark the first letter that no other row has as the row's Alt key."""
        if "&" in label:
            return label
        for place, letter in enumerate(label):
            if letter.isalpha() and letter.isascii() and letter.lower() not in self._taken:
                self._taken.add(letter.lower())
                return f"{label[:place]}&{label[place:]}"
        return label


def _alignment(field: Field) -> Qt.AlignmentFlag:
    """Short answers get short fields, so that the eye sees what is asked."""
    if isinstance(field, DayField | ClockField | NumberField):
        field.widget.setMinimumWidth(scaled(_SHORT_FIELD_WIDTH))
        field.widget.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        return Qt.AlignmentFlag.AlignLeading
    if isinstance(field, CheckField):
        return Qt.AlignmentFlag.AlignLeading
    return Qt.AlignmentFlag(0)
