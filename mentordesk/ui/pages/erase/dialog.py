"""Ask before something is erased for good: what goes with it, and a word to type."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from mentordesk.domain.enums import ItemKind
from mentordesk.domain.errors import KnownError
from mentordesk.services.erasing import Erased, ErasePreview
from mentordesk.ui.context import Context, Place
from mentordesk.ui.labels import counted
from mentordesk.ui.widgets.dialogs import FormDialog
from mentordesk.ui.widgets.forms import Form
from mentordesk.ui.words import plural, tr

_WORD, _BACKUPS = "word", "backups"


class EraseSteps:
    """Answers whoever wants something erased."""

    def __init__(self, context: Context, window: QWidget) -> None:
        self._context, self._window = context, window
        context.erase_wanted.connect(self.ask)

    def ask(self, kind: ItemKind, item: UUID, name: str) -> None:
        """Show what goes with an item, and ask."""
        if not self._context.may_change():
            return
        self._context.save_open_editors()
        try:
            preview = self._context.desk.erasing.preview(kind, item)
        except KnownError as error:
            self._context.explain(error)
            return
        dialog = FormDialog(
            tr("Erase {name} for good", name=name),
            erase_form(preview),
            tr("Erase for good"),
            partial(self._erase, kind, item),
            explanation=explanation(preview, encrypted=self._context.desk.encrypted),
            parent=self._window,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _erase(self, kind: ItemKind, item: UUID, values: dict[str, object]) -> dict[str, str]:
        if str(values[_WORD]).strip().casefold() != erase_word():
            return {_WORD: tr("Type “{word}”, and it is erased.", word=erase_word())}
        if kind in {ItemKind.PERSON, ItemKind.RELATIONSHIP}:
            self._context.go(Place("today"))  # their page would show what is gone
        erase = partial(
            self._context.desk.erasing.erase, kind, item, with_backups=bool(values.get(_BACKUPS))
        )
        try:
            erased = erase()
        except KnownError as error:
            self._context.explain(error)
            return {}
        self._context.backed_up.emit()
        self._context.notify(erased_said(erased), undo=False)
        return {}


def erase_word() -> str:
    """Return what is typed to show that it is meant."""
    return tr("erase").casefold()


def erase_form(preview: ErasePreview) -> Form:
    """Return the form: the backups, if there are any, and the word."""
    form = Form()
    if count := len(preview.backups):
        words = plural(
            count, "Also delete the one backup there is", "Also delete all {count} backups"
        )
        form.add_check(_BACKUPS, words, tr("Else it can be read there still."))
    form.add_text(_WORD, tr("Type “{word}” to go on", word=erase_word()))
    return form


def explanation(preview: ErasePreview, *, encrypted: bool) -> str:
    """Return what goes, and that nothing brings it back."""
    gone = ", ".join(counted(kind, count) for kind, count in preview.counts.items())
    parts = [
        tr("This goes: {what}, with all earlier versions.", what=gone),
        tr("Nothing brings it back, and what was done before can't be undone any more."),
    ]
    if not encrypted:
        parts.append(tr("The file is searched for the words afterwards."))
    return " ".join(parts)


def erased_said(erased: Erased) -> str:
    """Return what came of it."""
    if erased.verified is False:
        return tr("Erased. Some of the words may still stand elsewhere in the file.")
    words = tr("Erased for good.")
    if erased.verified:
        words = tr("Erased for good. None of the words is left in the file.")
    if erased.backups:
        deleted = plural(erased.backups, "One backup was deleted.", "{count} backups were deleted.")
        words = f"{words} {deleted}"
    return words
