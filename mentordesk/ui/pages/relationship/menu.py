"""The menu of a relationship's page."""

from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from mentordesk.domain.enums import Stage
from mentordesk.domain.people import RelationshipHeader
from mentordesk.ui.actions import ActionTable
from mentordesk.ui.pages.relationship.steps import RelationshipSteps
from mentordesk.ui.words import tr

_SEARCH = ("relationship.found", "relationship.edit", "")
_PERSON = ("person.edit", "relationship.edit", "relationship.give_time", "")
_ERASE = ("", "relationship.erase")
_SHARED = (
    "relationship.promise",
    "relationship.calendar",
    "relationship.print",
    "",
    "relationship.only",
    "",
)


def relationship_menu(
    parent: QWidget, actions: ActionTable, head: RelationshipHeader, steps: RelationshipSteps
) -> QMenu:
    """Return the menu for a relationship; a group has an entry for each of its people."""
    menu = actions.menu(parent, *_ids(head))
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if len(head.people) > 1:
        inside = QMenu(tr("&Edit person"), menu)
        for person in head.people:
            entry = inside.addAction(person.name.replace("&", "&&"))
            entry.triggered.connect(partial(steps.edit_person, person.id))
        menu.insertMenu(menu.actions()[0], inside)
        menu.removeAction(actions.action("person.edit"))
    return menu


def open_below(menu: QMenu, button: QWidget) -> None:
    """Open a menu under a button that stands at the trailing edge."""
    corner = button.rect().bottomLeft()
    if button.layoutDirection() == Qt.LayoutDirection.LeftToRight:
        corner = button.rect().bottomRight() - QPoint(menu.sizeHint().width(), 0)
    menu.popup(button.mapToGlobal(corner + QPoint(0, 4)))


def _ids(head: RelationshipHeader) -> tuple[str, ...]:
    if head.draft.stage is Stage.CLOSED:
        person = ("person.edit",) if head.people else ()
        return (
            *person,
            "relationship.edit",
            "relationship.print",
            "",
            "relationship.reopen",
            *_ERASE,
        )
    if not head.people:
        return (*_SEARCH, "relationship.archive", *_ERASE)
    return (*_PERSON, *_SHARED, "relationship.archive", *_ERASE)
