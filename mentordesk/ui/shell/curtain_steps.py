"""Show only this person: by key, by button, from a menu; and everyone again."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QObject, Qt

from mentordesk.domain.people import RailEntry, Section
from mentordesk.ui.actions import Command, Menu
from mentordesk.ui.shell.desk_shell import DeskShell
from mentordesk.ui.widgets.dialogs import FormDialog
from mentordesk.ui.widgets.forms import Form
from mentordesk.ui.words import tr


class CurtainSteps(QObject):
    """Draws the curtain for whom the page is about, else for whom is chosen, and lifts it."""

    def __init__(self, shell: DeskShell) -> None:
        super().__init__(shell)
        self._shell = shell
        self._curtain = shell.context.curtain

    def is_drawn(self) -> bool:
        """Return whether somebody is shown alone."""
        return self._curtain.only is not None

    def can_toggle(self) -> bool:
        """Return whether there is anybody to show."""
        return self.is_drawn() or bool(self._entries())

    def toggle(self) -> None:
        """Show only whom the page is about, or somebody to choose; or show everyone again."""
        if self.is_drawn():
            self._curtain.lift()
        elif (about := self._shell.about()) is not None:
            self._curtain.show_only(about)
        elif self._entries():
            self._choose()

    def _choose(self) -> None:
        form = Form(self._shell.context.today())
        form.add_choice("who", tr("Who"), [(one.id, one.name) for one in self._entries()])
        dialog = FormDialog(
            tr("Show only one person"),
            form,
            tr("Show only this person"),
            self._draw,
            explanation=tr("Everything about everyone else is hidden until you press F9 again."),
            parent=self._shell,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _draw(self, values: dict[str, object]) -> dict[str, str]:
        if isinstance(who := values["who"], UUID):
            self._curtain.show_only(who)
        return {}

    def _entries(self) -> list[RailEntry]:
        entries = self._shell.context.relationships()
        return [one for one in entries if one.section not in {Section.LOOKING, Section.ARCHIVE}]


def curtain_commands(shell: DeskShell) -> Sequence[Command]:
    """Return the command for the action table."""
    steps = CurtainSteps(shell)
    return [
        Command(
            id="curtain.toggle",
            label=tr("Show only this &person"),
            run=steps.toggle,
            icon="eye",
            keys=("F9",),
            menu=Menu.VIEW,
            enabled=steps.can_toggle,
            checked=steps.is_drawn,
            everywhere=True,
        )
    ]
