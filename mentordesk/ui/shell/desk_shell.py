"""An open desk in the window: a rail, a bar, the pages, and the notice over them."""

from collections.abc import Callable, Mapping
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from mentordesk.domain.messages import Changed
from mentordesk.domain.search import SearchHit
from mentordesk.ui.actions import ActionTable
from mentordesk.ui.context import Context, Place
from mentordesk.ui.page import Page
from mentordesk.ui.shell.curtain_line import CurtainLine
from mentordesk.ui.shell.navigation import History
from mentordesk.ui.shell.palette import Palette
from mentordesk.ui.shell.rail import WIDE, Rail
from mentordesk.ui.shell.rail_lines import only_seen, rail_lines
from mentordesk.ui.shell.search_box import SearchBox
from mentordesk.ui.shell.search_said import describe_hit
from mentordesk.ui.shell.top_bar import TopBar
from mentordesk.ui.theme import scaled
from mentordesk.ui.widgets.marks import Divider
from mentordesk.ui.widgets.notice import NoticeBar
from mentordesk.ui.words import tr

PageMaker = Callable[[], Page]

NARROW_BELOW = 1000
"""Logical pixels of width under which the rail shows icons alone, at the usual size of text."""

NARROW_PART = 4.2
"""With large text: how many times its own width the window must have for a rail with words."""

_NOBODYS = frozenset({"preferences", "help"})
"""Pages that are about the program alone: they show nobody."""

_RAIL_TABLES = ("person", "member", "relationship", "goal", "meeting", "action", "milestone")


class DeskShell(QWidget):
    """One open desk."""

    titled = Signal(str)

    def __init__(
        self,
        context: Context,
        actions: ActionTable,
        *,
        label: str = "",
    ) -> None:
        super().__init__()
        self.context = context
        self.actions_table = actions
        self._makers: Mapping[str, PageMaker] = {}
        self._pages: dict[str, Page] = {}
        self._label = label
        self.history = History()
        self.rail = Rail()
        palette = Palette(actions, self._find, self._describe, self._go_to_hit, self._go_to_help)
        self.search = SearchBox(palette.entries)
        self.top_bar = TopBar(self.search, actions)
        self.curtain_line = CurtainLine()
        self.stack = QStackedWidget()
        self._ground = QWidget()
        self._shown: Page | None = None
        self._assemble()
        self.notices = NoticeBar(self._ground)
        self._connect()
        self._say_curtain()
        self.reload_rail()

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        return self._shown

    def offer(self, pages: Mapping[str, PageMaker]) -> None:
        """Say how each page is made, when it is first shown."""
        self._makers = pages

    def go(self, place: Place) -> None:
        """Show a place and remember the way back, unless it is out of sight now."""
        if self.is_hidden(place):
            self._refuse()
            return
        self.history.visit(place)
        self._show(place)

    def back(self) -> None:
        """Show the place before this one."""
        place = self.history.back()
        if place is not None and self.is_hidden(place):
            self.history.forward()
            self._refuse()
            return
        self._show_if_any(place)

    def forward(self) -> None:
        """Show the place that ``back`` came from."""
        place = self.history.forward()
        if place is not None and self.is_hidden(place):
            self.history.back()
            self._refuse()
            return
        self._show_if_any(place)

    def about(self) -> UUID | None:
        """Return the relationship that the present place is about, if it is about one."""
        here = self.history.here
        if here is None or here.item is None:
            return None
        if here.page == "meeting":
            return self.context.desk.relationships.of_meeting(here.item)
        return here.item if here.page == "relationship" else None

    def is_hidden(self, place: Place) -> bool:
        """Return whether a place is out of sight, for only one person is shown."""
        curtain = self.context.curtain
        if curtain.only is None or place.page in _NOBODYS:
            return False
        if place.page == "meeting" and place.item is not None:
            return curtain.hides(self.context.desk.relationships.of_meeting(place.item))
        return place.page != "relationship" or curtain.hides(place.item)

    def reload_rail(self) -> None:
        """Read the rail again: people, and what needs me."""
        desk, context = self.context.desk, self.context
        today = desk.today.rows(context.now(), context.today())
        entries = context.relationships()
        lines = rail_lines(
            entries,
            today.by_relationship,
            with_plan=desk.today.shows_own_plan(),
            today=len(today.needs),
        )
        if context.curtain.only is not None:
            lines = only_seen(lines, self.is_hidden)
        self.rail.set_lines(lines, self.history.here)

    def closing(self) -> None:
        """Save what is open; the desk is about to be closed."""
        self.context.save_open_editors()

    def _assemble(self) -> None:
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.rail)
        outer.addWidget(Divider(vertical=True))
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        column.addWidget(Divider())
        column.addWidget(self.curtain_line)
        column.addWidget(self._ground, 1)
        inside = QVBoxLayout(self._ground)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.stack)
        outer.addLayout(column, 1)

    def _connect(self) -> None:
        self.rail.place_chosen.connect(self.go)
        self.context.place_wanted.connect(self.go)
        self.context.notice_wanted.connect(self._notice)
        self.context.changed.connect(self._hear)
        self.context.curtain.changed.connect(self._follow_curtain)
        self.curtain_line.everyone_wanted.connect(self.context.curtain.lift)

    def _show_if_any(self, place: Place | None) -> None:
        if place is not None:
            self._show(place)

    def _show(self, place: Place) -> None:
        self.context.save_open_editors()
        page = self._page(place.page)
        page.show_place(place)
        moved, self._shown = self._shown is not page, page
        self.stack.setCurrentWidget(page)
        self.rail.mark(self._listed(place))
        self._entitle()
        if moved and not self.rail.view.hasFocus():
            wanted = page.first_focus() or page
            wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def make_a_page(self) -> bool:
        """Make a page that was not opened yet; return False when there is none."""
        name = next((name for name in self._makers if name not in self._pages), None)
        if name is not None:
            self._page(name)
        return name is not None

    def _page(self, name: str) -> Page:
        if name not in self._pages:
            page = self._makers[name]()
            self.actions_table.declare(page.commands(), page)
            page.title_changed.connect(self._entitle)
            self._pages[name] = page
            self.stack.addWidget(page)
        return self._pages[name]

    def _listed(self, place: Place) -> Place:
        """Return the place of the rail that a place lies under."""
        if place.page == "meeting" and place.item is not None:
            owner = self.context.desk.relationships.of_meeting(place.item)
            place = Place("relationship", owner) if owner is not None else Place("meetings")
        if place.page == "relationship" and not self.rail.model.index_of(place).isValid():
            return Place("archive")
        return place

    def _entitle(self) -> None:
        page = self.page
        parts = [page.title() if page else "", self._label, "MentorDesk"]
        self.titled.emit(" · ".join(part for part in parts if part))

    def _go_to_hit(self, hit: SearchHit) -> None:
        if hit.meeting is not None:
            self.go(Place("meeting", hit.meeting))
        elif hit.relationship is None:
            self.go(Place("plan", hit.goal, "list"))
        elif hit.goal is not None:
            self.go(Place("relationship", hit.relationship, "goals"))
        else:
            self.go(Place("relationship", hit.relationship))

    def _go_to_help(self, topic: str) -> None:
        self.go(Place("help", view=topic))

    def _find(self, text: str) -> list[SearchHit]:
        hides = self.context.curtain.hides
        return [hit for hit in self.context.desk.search.find(text) if not hides(hit.relationship)]

    def _describe(self, hit: SearchHit) -> str:
        return describe_hit(hit, self.context.today())

    def _follow_curtain(self) -> None:
        """Put everything about everyone else out of sight at once, or show it again."""
        self.notices.hide()
        self.search.forget()
        self._say_curtain()
        self.reload_rail()
        only, here = self.context.curtain.only, self.history.here
        if only is not None and here is not None and self.is_hidden(here):
            self.go(Place("relationship", only))
        self._entitle()

    def _say_curtain(self) -> None:
        only = self.context.curtain.only
        name = "" if only is None else self.context.desk.relationships.header(only).name
        self.curtain_line.say(name)
        self.top_bar.set_curtain(drawn=only is not None)

    def _refuse(self) -> None:
        name = self.curtain_line.label.text()
        self.notices.show_notice(tr("{name}. Show everyone first, with F9.", name=name))

    def _names_somebody_hidden(self, words: str) -> bool:
        if self.context.curtain.only is None:
            return False
        desk, hides = self.context.desk, self.context.curtain.hides
        seen = {one.id for one in self.context.people()}
        names = [one.name for one in desk.people.choices() if one.id not in seen]
        names += [one.name for one in desk.relationships.rail() if hides(one.id)]
        return any(name in words for name in names)

    def _notice(self, words: str, change_set: int) -> None:
        if self._names_somebody_hidden(words):
            words, change_set = tr("Done."), 0
        if not change_set:
            self.notices.show_notice(words)
            return
        self.notices.show_notice(words, tr("Undo"), _Undo(self.context, change_set).run)

    def _hear(self, message: Changed) -> None:
        if message.touches(*_RAIL_TABLES):
            self.reload_rail()
            self._entitle()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.rail.set_narrow(narrow=self.width() < max(NARROW_BELOW, NARROW_PART * scaled(WIDE)))


class _Undo:
    """The Undo of a notice: takes back its own change, if that is still the newest."""

    def __init__(self, context: Context, change_set: int) -> None:
        self._context, self._change_set = context, change_set

    def run(self) -> None:
        """Take the change back, or say why not."""
        step = self._context.desk.undo(only=self._change_set)
        if step is None:
            self._context.notify(
                tr("Something newer was changed. Undo goes back step by step."), undo=False
            )
