"""Copy what can be read out of a damaged file into a new one that works like any other."""

from pathlib import Path

from sqlalchemy import Connection, text

from mentordesk.domain.salvage import SalvageReport
from mentordesk.services.checking import misfits
from mentordesk.store.history import raise_undo_floor
from mentordesk.store.key import Key
from mentordesk.store.opening import SUFFIX
from mentordesk.store.raw import kept_classes
from mentordesk.store.salvage import salvage
from mentordesk.store.store import Clock, Store

__all__ = ["SalvageReport", "free_place", "salvage_file"]


def free_place(source: Path) -> Path:
    """Return a name beside a damaged file that nothing has yet."""
    number = 1
    place = source.with_name(f"{source.stem}-copy{SUFFIX}")
    while place.exists() or place.is_symlink():
        number += 1
        place = source.with_name(f"{source.stem}-copy-{number}{SUFFIX}")
    return place


def salvage_file(source: Path, key: Key | None, place: Path, clock: Clock) -> SalvageReport:
    """Copy what can be read of a file into a new one, and return what was kept and lost.

    What was done before can't be undone in the copy, and the journal forgets rows of which it
    would tell something else than they are.

    Raises:
        DamagedError: nothing can be read. There is no new file.
        KnownError: the new file can't be written.
    """
    report = salvage(source, key, place)
    store = Store.open(place, clock, key=key)
    try:
        with store.building() as connection:
            _keep_loose_notes(connection)
            for table in kept_classes():
                for item in misfits(connection, table):
                    connection.exec_driver_sql("DELETE FROM change WHERE item = ?", (item,))
            raise_undo_floor(connection)
    finally:
        store.close()
    return report


def _keep_loose_notes(connection: Connection) -> None:
    """Let a note whose meeting is lost be a note about myself: its words are not."""
    connection.execute(
        text(
            "UPDATE note SET person_id = (SELECT id FROM person WHERE is_me LIMIT 1) "
            "WHERE coalesce(meeting_id, agenda_item_id, person_id, goal_id) IS NULL"
        )
    )
