"""Copy what can be read out of a damaged file into a new one; the damaged one is never touched."""

from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects.sqlite import dialect
from sqlcipher3 import dbapi2
from sqlcipher3.dbapi2 import Connection

from mentordesk.domain.errors import DamagedError
from mentordesk.domain.salvage import SalvageReport
from mentordesk.models import Base, Meta
from mentordesk.store.engine import explained
from mentordesk.store.failures import DRIVER_ERRORS
from mentordesk.store.key import Key
from mentordesk.store.making import make_file
from mentordesk.store.opening import connect, uri
from mentordesk.store.schema import SCHEMA_VERSION
from mentordesk.store.search_index import SEARCH

NOTHING = (
    "Nothing in this file can be read any more. Keep it as it is, and restore the newest backup."
)
_MOST_FAILURES = 300
"""Failed readings after which the rest of a table is given up: about a second."""

_DERIVED = frozenset({"search_entry"})
"""Written anew from the rows when the new file is opened."""


def salvage(source: Path, key: Key | None, place: Path) -> SalvageReport:
    """Copy every row that can be read into a new file with the same key, and count the rest.

    Rows that point to a lost one lose the pointer where they can be without it; else they are
    lost with it.

    Args:
        source: the damaged file, which is only read.
        key: its key.
        place: where no file is yet.

    Raises:
        DamagedError: nothing can be read. There is no new file.
        KnownError: the new file can't be written.
    """
    reader = _Reader(source, key)
    tables = [table for table in Base.metadata.sorted_tables if table.name not in _DERIVED]
    try:
        reader.check(tables[0].name)
        make_file(place, key)
        with explained():
            return _fill(reader, tables, place, key)
    except BaseException:
        with suppress(OSError):
            place.unlink(missing_ok=True)
        raise
    finally:
        reader.close()


def _fill(reader: "_Reader", tables: list[Table], place: Path, key: Key | None) -> SalvageReport:
    target = connect(place, key, schema_version=SCHEMA_VERSION)
    try:
        target.execute("PRAGMA foreign_keys=OFF")
        target.execute("BEGIN IMMEDIATE")
        lost: Counter[str] = Counter()
        for table in tables:
            lost[table.name] += _copy_table(reader, table, target)
        target.execute("DELETE FROM meta WHERE key = ?", (SEARCH,))
        loosened = _mend(target, lost)
        kept = {
            table.name: int(
                target.execute(f'SELECT count(*) FROM "{table.name}"').fetchone()[0]  # noqa: S608
            )
            for table in tables
        }
        if not any(count for name, count in kept.items() if name != Meta.__tablename__):
            raise DamagedError(NOTHING)
        target.execute("COMMIT")
        return SalvageReport(kept, dict(lost), loosened)
    finally:
        target.close()


def _copy_table(reader: "_Reader", table: Table, target: Connection) -> int:
    """Copy what can be read of a table, and return how many rows could not be."""
    present = reader.columns(table.name)
    names = [column.name for column in table.columns if column.name in present]
    if not names:
        return 0
    held = _Values(table, names)
    marks = ", ".join("?" * len(names))
    listed = ", ".join(f'"{name}"' for name in names)
    statement = f'INSERT INTO "{table.name}" ({listed}) VALUES ({marks})'  # noqa: S608
    lost = 0
    for row in reader.rows(table.name, names):
        if not held.are_sound(row):
            lost += 1
            continue
        try:
            target.execute(statement, row)
        except dbapi2.IntegrityError:
            lost += 1
    return lost + reader.failures


class _Values:
    """Tells values that the program can read from those that damage made."""

    def __init__(self, table: Table, names: list[str]) -> None:
        kinds = (table.columns[name].type for name in names)
        self._processors = [kind.result_processor(dialect(), None) for kind in kinds]
        self._full = [not table.columns[name].nullable for name in names]

    def are_sound(self, row: tuple[Any, ...]) -> bool:
        """Return whether each value can be read as its column says."""
        for value, process, full in zip(row, self._processors, self._full, strict=True):
            if value is None:
                if full:
                    return False
                continue
            if process is not None:
                try:
                    process(value)
                except (ValueError, TypeError, LookupError):
                    return False
        return True


class _Reader:
    """Reads a damaged file; after each failure with a new connection, for SQLCipher ends there."""

    def __init__(self, path: Path, key: Key | None) -> None:
        self._path, self._key = path, key
        self._connection = self._connect()
        self.failures = 0
        self._failed = False

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def check(self, table: str) -> None:
        """Raise ``DamagedError`` if not even the names in the file can be read."""
        if not self.columns(table):
            raise DamagedError(NOTHING)

    def columns(self, table: str) -> set[str]:
        """Return the names of a table's columns; none if even these can't be read."""
        try:
            rows = self._connection.execute(
                "SELECT name FROM pragma_table_info(?)", (table,)
            ).fetchall()
        except DRIVER_ERRORS:
            self._again()
            return set()
        return {str(name) for (name,) in rows}

    def rows(self, table: str, names: list[str]) -> Iterator[tuple[Any, ...]]:
        """Yield every row that can be read; ``failures`` then says how many could not be.

        What lies between two damaged rows is looked into from the middle, the widest first.
        """
        self.failures = tries = 0
        waiting = [(1, self._last(table))]
        while waiting and tries < _MOST_FAILURES:
            waiting.sort(key=_width)
            first, last = waiting.pop()
            for order in ("ASC", "DESC"):
                read = 0
                for number, *values in self._until_damage(table, names, (first, last), order):
                    read = number
                    yield tuple(values)
                if not self._failed:
                    break
                tries += 1
                if read:
                    first, last = (read + 1, last) if order == "ASC" else (first, read - 1)
            else:
                if last - first > 1:
                    middle = (first + last) // 2
                    waiting += [(first + 1, middle), (middle + 1, last - 1)]
                self.failures += min(2, _width((first, last)))
        self.failures += sum(_width(one) for one in waiting)

    def _until_damage(
        self, table: str, names: list[str], span: tuple[int, int], order: str
    ) -> Iterator[tuple[Any, ...]]:
        listed = ", ".join(f'"{name}"' for name in names)
        statement = (
            f'SELECT rowid, {listed} FROM "{table}" '  # noqa: S608
            f"WHERE rowid BETWEEN ? AND ? ORDER BY rowid {order}"
        )
        self._failed = False
        try:
            yield from self._connection.execute(statement, span)
        except DRIVER_ERRORS:
            self._failed = True
            self._again()

    def _last(self, table: str) -> int:
        """Return the highest number of a row, by what an index says if the table can't."""
        for where in ("", " NOT INDEXED"):
            try:
                found = self._connection.execute(
                    f'SELECT max(rowid) FROM "{table}"{where}'  # noqa: S608
                ).fetchone()[0]
            except DRIVER_ERRORS:
                self._again()
            else:
                return int(found or 0)
        return self._path.stat().st_size // 64

    def _again(self) -> None:
        self._connection.close()
        self._connection = self._connect()

    def _connect(self) -> Connection:
        connection = dbapi2.connect(uri(self._path, "ro"), uri=True, isolation_level=None)
        connection.text_factory = _text
        connection.execute("PRAGMA cipher_log_level=NONE")
        if self._key is not None:
            connection.set_key(self._key.pragma())
        # Writable, the schema is taken as it is, also of a file whose end is missing.
        careful = ("trusted_schema=OFF", "cell_size_check=ON", "query_only=ON")
        for pragma in (*careful, "writable_schema=ON"):
            connection.execute(f"PRAGMA {pragma}")
        return connection


def _width(span: tuple[int, int]) -> int:
    return max(0, span[1] - span[0] + 1)


def _text(value: bytes) -> str:
    return value.decode("utf-8", "replace")


def _mend(target: Connection, lost: Counter[str]) -> int:
    """Take away pointers to lost rows, or the rows that can't be without; return how many kept."""
    loosened = 0
    while broken := target.execute("PRAGMA foreign_key_check").fetchall():
        for table, row, _parent, number in broken:
            column, full = _pointer(target, table, number)
            if full:
                target.execute(f'DELETE FROM "{table}" WHERE rowid = ?', (row,))  # noqa: S608
                lost[table] += 1
            else:
                target.execute(
                    f'UPDATE "{table}" SET "{column}" = NULL WHERE rowid = ?',  # noqa: S608
                    (row,),
                )
                loosened += 1
    return loosened


def _pointer(target: Connection, table: str, number: int) -> tuple[str, bool]:
    """Return the column of a foreign key, and whether it must hold something."""
    column = target.execute(
        'SELECT "from" FROM pragma_foreign_key_list(?) WHERE id = ?', (table, number)
    ).fetchone()[0]
    full = target.execute(
        'SELECT "notnull" FROM pragma_table_info(?) WHERE name = ?', (table, column)
    ).fetchone()[0]
    return str(column), bool(full)
