"""Check a form while somebody types: by the function that the service checks with."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from mentordesk.ui.widgets.forms import Form, FormRow

Check = Callable[[dict[str, object]], Mapping[str, str]]
"""Returns a sentence for each field that needs another value."""


class FormCheck(QObject):
    """Says what is wrong beside a field once the person has been in it, never at its first letters.

    A field is spoken of when it was edited and left, or when another field was left and it holds
    something already; after the form was handed in, all are. What only the service knows stays
    beside its field until that is edited.
    """

    def __init__(self, form: Form, check: Check) -> None:
        super().__init__(form)
        self._form, self._check = form, check
        self._edited: set[str] = set()
        self._left: set[str] = set()
        self._all = False
        self._kept: dict[str, str] = {}
        form.row_edited.connect(self._hear)
        form.problems_shown.connect(self._take)
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]

    def _hear(self, key: str) -> None:
        self._edited.add(key)
        self._kept.pop(key, None)
        self._say()

    def _take(self, problems: Mapping[str, str]) -> None:
        self._all = self._all or bool(problems)
        found = self._found()
        self._kept = {key: words for key, words in problems.items() if words != found.get(key)}

    def _follow(self, before: QWidget | None, now: QWidget | None) -> None:
        # Without a new focus only the window was left.
        if before is None or now is None:
            return
        left = {key for key, row in self._rows().items() if row.field.focus is before}
        if left & self._edited:
            self._left |= left & self._edited
            self._say()

    def _say(self) -> None:
        if not self._all and not self._left:
            return
        found = self._found()
        for key, row in self._rows().items():
            if self._all or key in self._left or self._is_filled(key, row):
                row.show_problem(found.get(key) or self._kept.get(key, ""))

    def _is_filled(self, key: str, row: FormRow) -> bool:
        return key not in self._edited and row.field.value() not in (None, "")

    def _found(self) -> dict[str, str]:
        return {**self._check(self._form.values()), **self._form.unreadable()}

    def _rows(self) -> Mapping[str, FormRow]:
        return self._form.rows()
