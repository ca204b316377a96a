"""What every page is handed, so that no page needs to know the window or another page."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from mentordesk.domain.errors import DraftError, KnownError, ReadOnlyError, ReplacedError
from mentordesk.domain.messages import Changed
from mentordesk.domain.people import PersonChoice, RailEntry
from mentordesk.domain.wall_time import zone
from mentordesk.services.desk import Desk
from mentordesk.ui.curtain import Curtain
from mentordesk.ui.preferences import ZONE, Preferences
from mentordesk.ui.tasks import TaskRunner
from mentordesk.ui.theme import Theme
from mentordesk.ui.widgets.dialogs import message_dialog
from mentordesk.ui.words import tr


@dataclass(frozen=True)
class Place:
    """Somewhere in the window: a page, what it shows, and which of its views.

    Pages: ``today``, ``plan`` (views ``list``, ``timeline``, ``progress``), ``meetings``,
    ``meeting`` (item: a meeting), ``relationship`` (item; views ``overview``, ``goals``,
    ``meetings``), ``archive``, ``sent``, ``board``, ``preferences``, ``help`` (view: a topic),
    ``backups``.
    """

    page: str
    item: UUID | None = None
    view: str = ""


class Context(QObject):
    """The open desk, the clock, and how to reach the rest of the window."""

    changed = Signal(object)
    """A ``Changed`` message, after every change and every undo."""

    backed_up = Signal()
    """A backup was made: what lists them reads them again."""

    replaced = Signal(object)
    """A ``ReplacedError``: another program changed or took away the open file."""

    erase_wanted = Signal(object, object, str)
    """The kind and the id of an item that shall be erased for good, and what it is called."""

    saving = Signal()
    """Editors save what is open now: something else is about to change the file or close it."""

    place_wanted = Signal(object)
    notice_wanted = Signal(str, int)
    """Words, and the change set that the notice can take back (0: none)."""

    def __init__(
        self,
        desk: Desk,
        theme: Theme,
        clock: Callable[[], datetime],
        zone_name: str,
        parent: QObject | None = None,
        *,
        preferences: Preferences | None = None,
    ) -> None:
        super().__init__(parent)
        self.preferences = preferences or Preferences(parent=self)
        self.desk = desk
        self.theme = theme
        self._zone_here = zone_name
        self.tasks = TaskRunner(self)
        self.curtain = Curtain(self)
        self._clock = clock
        self._newest = 0
        desk.subscribe(self._hear)

    @property
    def zone_here(self) -> str:
        """The IANA zone of this computer."""
        return self._zone_here

    @property
    def zone_name(self) -> str:
        """The IANA zone that times are said in: the preferred one, else the computer's."""
        return self.preferences.value(ZONE) or self._zone_here

    def now(self) -> datetime:
        """Return the present moment in UTC."""
        return self._clock()

    def today(self) -> date:
        """Return the day it is on the wall here."""
        return self._clock().astimezone(zone(self.zone_name)).date()

    def relationships(self) -> list[RailEntry]:
        """Return the relationships that may be seen and chosen now: all, or the one shown alone."""
        entries = self.desk.relationships.rail()
        return [entry for entry in entries if not self.curtain.hides(entry.id)]

    def people(self) -> list[PersonChoice]:
        """Return the people who may be seen and chosen now, by name; never me."""
        choices = self.desk.people.choices()
        only = self.curtain.only
        if only is None:
            return choices
        there = {person.id for person in self.desk.relationships.header(only).people}
        return [person for person in choices if person.id in there]

    def go(self, place: Place) -> None:
        """Show another place in the window."""
        self.place_wanted.emit(place)

    def save_open_editors(self) -> None:
        """Let every editor save what has been typed so far."""
        self.saving.emit()

    def notify(self, words: str, *, undo: bool = True) -> None:
        """Say what was done, with Undo for the newest change unless there is nothing to undo."""
        self.notice_wanted.emit(words, self._newest if undo else 0)

    def perform(self, command: Callable[[], object], said: str = "") -> bool:
        """Run one command, say what was done, and say in words if it can't be done.

        Args:
            command: changes the desk through one service call.
            said: the notice afterwards, which offers Undo; none if empty.
        """
        self.save_open_editors()
        try:
            command()
        except KnownError as error:
            self.explain(error)
            return False
        if said:
            self.notify(said)
        return True

    def problems(self, command: Callable[[], object], said: str = "") -> dict[str, str]:
        """Run the command of a form; return what its fields must say, or nothing if it is done."""
        self.save_open_editors()
        try:
            command()
        except DraftError as error:
            return error.problems
        except KnownError as error:
            self.explain(error)
            return {"": str(error)}
        if said:
            self.notify(said)
        return {}

    def may_change(self) -> bool:
        """Return whether the file may be changed, and say so where it may not."""
        if self.desk.read_only:
            words = tr("This file is open for reading only, so nothing can be changed.")
            self.explain(ReadOnlyError(words))
        return not self.desk.read_only

    def explain(self, error: KnownError, parent: QWidget | None = None) -> None:
        """Say one calm sentence about the person's world."""
        if isinstance(error, ReplacedError):
            self.replaced.emit(error)
            return
        message_dialog(parent, str(error))

    def _hear(self, message: Changed) -> None:
        self._newest = message.change_set
        self.changed.emit(message)
