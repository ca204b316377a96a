"""What can be done about people from anywhere in the window."""

from collections.abc import Sequence

from mentordesk.ui.actions import Command, Menu
from mentordesk.ui.pages.people.steps import PeopleSteps
from mentordesk.ui.words import tr


def people_commands(steps: PeopleSteps) -> Sequence[Command]:
    """Return the commands about people for the action table."""
    return [
        Command(
            id="person.add",
            label=tr("&Person or group…"),
            run=steps.add_person,
            icon="person",
            keys=("Ctrl+Shift+P",),
            menu=Menu.NEW,
            enabled=steps.can_change,
            everywhere=True,
        ),
        Command(
            id="relationship.look",
            label=tr("I am &looking for…"),
            run=steps.look_for,
            icon="search",
            menu=Menu.NEW,
            enabled=steps.can_change,
            everywhere=True,
        ),
        Command(
            id="person.edit_me",
            label=tr("About &me…"),
            run=steps.edit_me,
            icon="person",
            menu=Menu.EDIT,
            enabled=steps.can_change,
            everywhere=True,
        ),
    ]
