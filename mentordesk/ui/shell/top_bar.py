"""The bar over the page: search, what is new, and the program's menu."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from mentordesk.ui.actions import ActionTable, Menu
from mentordesk.ui.shell.search_box import SearchBox
from mentordesk.ui.theme import scaled
from mentordesk.ui.widgets.buttons import IconButton, PlainButton, PrimaryButton
from mentordesk.ui.words import tr

_HEIGHT = 55


class TopBar(QWidget):
    """Search at the leading end, + New and the menu at the trailing one."""

    def __init__(self, search: SearchBox, actions: ActionTable) -> None:
        super().__init__()
        self._actions = actions
        self.search = search
        self.setMinimumHeight(scaled(_HEIGHT))
        search.setMaximumWidth(scaled(420))
        search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.curtain_button = PlainButton(tr("Show only…"), icon="eye")
        self.curtain_button.clicked.connect(self._toggle_curtain)
        self.new_button = PrimaryButton(tr("New"), icon="plus", name=tr("New…"))
        self.new_button.clicked.connect(self.show_new_menu)
        self.menu_button = IconButton("more", tr("Menu"), bordered=True)
        self.menu_button.clicked.connect(self.show_main_menu)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 8, 24, 8)
        layout.setSpacing(8)
        layout.addWidget(search, 3)
        layout.addStretch(1)
        layout.addWidget(self.curtain_button)
        layout.addWidget(self.new_button)
        layout.addWidget(self.menu_button)

    def set_curtain(self, *, drawn: bool) -> None:
        """Say whether one person is shown alone, on the button that changes it."""
        self.curtain_button.setText(tr("Show everyone") if drawn else tr("Show only…"))
        self.curtain_button.setToolTip(
            tr("Show everyone again (F9)")
            if drawn
            else tr("Show only one person while somebody looks on (F9)")
        )

    def _toggle_curtain(self) -> None:
        self._actions.action("curtain.toggle").trigger()

    def show_new_menu(self) -> None:
        """Offer what can be made."""
        self._actions.refresh()
        menu = QMenu(self)
        for action in self._actions.in_menu(Menu.NEW):
            menu.addAction(action)
        self._open(menu, self.new_button)

    def show_main_menu(self) -> None:
        """Offer everything the program can do, by topic."""
        self._open(main_menu(self, self._actions), self.menu_button)

    def _open(self, menu: QMenu, button: QWidget) -> None:
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.aboutToHide.connect(self._actions.release, Qt.ConnectionType.QueuedConnection)
        corner = button.rect().bottomLeft()
        if self.layoutDirection() == Qt.LayoutDirection.LeftToRight:
            corner = button.rect().bottomRight()
            corner.setX(corner.x() - menu.sizeHint().width())
        corner.setY(corner.y() + 4)
        menu.popup(button.mapToGlobal(corner))


def main_menu(parent: QWidget, actions: ActionTable) -> QMenu:
    """Return the program's menu: its topics with their actions."""
    actions.refresh()
    menu = QMenu(parent)
    for topic, words in (
        (Menu.FILE, tr("&File")),
        (Menu.EDIT, tr("&Edit")),
        (Menu.NEW, tr("&New")),
        (Menu.ITEM, tr("&This page")),
        (Menu.GO, tr("&Go")),
        (Menu.VIEW, tr("&View")),
        (Menu.HELP, tr("&Help")),
    ):
        inside = [action for action in actions.in_menu(topic) if action.isEnabled()]
        if inside or topic in (Menu.FILE, Menu.EDIT):
            sub = menu.addMenu(words)
            sub.addActions(actions.in_menu(topic))
    return menu
