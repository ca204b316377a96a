"""What can be done with the passphrase of the open file."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from mentordesk.domain.errors import KnownError
from mentordesk.services.protecting import check_present
from mentordesk.ui.actions import Command, Menu
from mentordesk.ui.context import Context
from mentordesk.ui.key_steps import KeySteps
from mentordesk.ui.pages.protect.form import NEW, PRESENT, form_problems, passphrase_form
from mentordesk.ui.pages.protect.sheet import SheetDialog
from mentordesk.ui.widgets.dialogs import FormDialog
from mentordesk.ui.widgets.forms import Form
from mentordesk.ui.words import tr


class ProtectSteps:
    """Asks for passphrases, and shows the sheet."""

    def __init__(self, context: Context, window: QWidget, steps: KeySteps) -> None:
        self._context, self._window, self._steps = context, window, steps

    def lock(self) -> None:
        """Lock the window."""
        self._steps.lock()

    def can_protect(self) -> bool:
        """Return whether the file can get its first passphrase."""
        return self._steps.may_protect() and not self._context.desk.encrypted

    def can_change(self) -> bool:
        """Return whether the file has a passphrase that can be changed."""
        return self._steps.may_protect() and self._context.desk.encrypted

    def is_encrypted(self) -> bool:
        """Return whether the file has a passphrase."""
        return self._context.desk.encrypted

    def protect(self) -> None:
        """Ask for the first passphrase."""
        words = tr(
            "The file and its backups are encrypted. Nobody can open them without the passphrase, "
            "and nobody can send you a new one; you can print a recovery sheet."
        )
        self._ask(tr("Protect with a passphrase"), passphrase_form(), tr("Protect"), words)

    def change(self) -> None:
        """Ask for another passphrase."""
        words = tr("Backups that are there keep the old passphrase. Print the new recovery sheet.")
        form = passphrase_form(ask_present=True)
        self._ask(tr("Change the passphrase"), form, tr("Change"), words)

    def remove(self) -> None:
        """Ask for the passphrase, and take it away."""
        form = Form()
        form.add_secret(PRESENT, tr("Present passphrase"))
        words = tr("Everybody who gets at this computer or its disk can then read the file.")
        self._ask(tr("Remove the passphrase"), form, tr("Remove"), words)

    def show_sheet(self) -> None:
        """Show the recovery sheet."""
        desk = self._context.desk
        dialog = SheetDialog(
            desk.recovery_letters(), desk.path.name, self._context.today(), self._window
        )
        dialog.exec()
        dialog.deleteLater()

    def _ask(self, title: str, form: Form, button: str, words: str) -> None:
        dialog = FormDialog(
            title, form, button, self._problems, explanation=words, parent=self._window
        )
        if dialog.exec():
            values = form.values()
            self._steps.set_passphrase(str(values[NEW]) if NEW in values else None)
        dialog.deleteLater()

    def _problems(self, values: dict[str, object]) -> Mapping[str, str]:
        key = self._context.desk.key
        if PRESENT in values and key is not None:
            try:
                check_present(self._context.desk.path, key, str(values[PRESENT]))
            except KnownError as error:
                return {PRESENT: str(error)}
        return form_problems(values) if NEW in values else {}


def protect_commands(steps: ProtectSteps) -> list[Command]:
    """Return the commands about the passphrase."""
    return [
        Command(
            id="file.lock",
            label=tr("&Lock now"),
            run=steps.lock,
            icon="lock",
            keys=("Ctrl+Shift+L",),
            menu=Menu.FILE,
            enabled=steps.is_encrypted,
            everywhere=True,
        ),
        Command(
            id="file.protect",
            label=tr("Protect with a &passphrase…"),
            run=steps.protect,
            icon="lock",
            menu=Menu.FILE,
            enabled=steps.can_protect,
        ),
        Command(
            id="file.change_passphrase",
            label=tr("C&hange the passphrase…"),
            run=steps.change,
            menu=Menu.FILE,
            enabled=steps.can_change,
        ),
        Command(
            id="file.remove_passphrase",
            label=tr("Remo&ve the passphrase…"),
            run=steps.remove,
            menu=Menu.FILE,
            enabled=steps.can_change,
        ),
        Command(
            id="file.recovery_sheet",
            label=tr("&Recovery sheet…"),
            run=steps.show_sheet,
            menu=Menu.FILE,
            enabled=steps.is_encrypted,
        ),
    ]
