"""Compare a file's schema with the shipped one, and look for damage."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sqlcipher3.dbapi2 import Connection

from mentordesk.domain.errors import DamagedError
from mentordesk.store.failures import DAMAGED, DRIVER_ERRORS, explain, known
from mentordesk.store.file_check import APPLICATION_ID
from mentordesk.store.opening import application_id, user_version

Column = tuple[str, str, bool, int]
"""Name, declared type, NOT NULL, place in the primary key from 1 (0: not in it)."""

MOST_FINDINGS = 20
"""More lines than a person reads help nobody."""

_OWN_TABLES = re.compile(r"sqlite_(sequence|stat\d)$")
_SEARCH_PARTS = ("data", "idx", "content", "docsize", "config")
"""The tables that FTS5 keeps for itself beside a search table (https://sqlite.org/fts5.html)."""


@dataclass(frozen=True)
class Schema:
    """Everything that a MentorDesk file of one version holds, and nothing else.

    Attributes:
        tables: the columns of each table; their order does not count.
        indexes: the names of all indexes, without those SQLite makes by itself.
        search: full-text tables, each with the names of its columns.
    """

    tables: Mapping[str, tuple[Column, ...]]
    indexes: frozenset[str] = frozenset()
    search: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def describe(connection: Connection) -> Schema:
    """Return the schema of an open file; of one that was just made, it is the shipped schema.

    Raises:
        FileError: the schema can't be read, or holds what no MentorDesk file has.
    """
    try:
        names = _read_names(connection)
        return Schema(
            {name: _columns(connection, name) for name in names.tables},
            names.indexes,
            {name: _search_columns(connection, name) for name in names.search},
        )
    except DRIVER_ERRORS as error:
        raise explain(error) or known(DAMAGED) from error


def check_schema(connection: Connection, shipped: Schema) -> None:
    """Check that a file holds the shipped schema and nothing else.

    Names, declared types, NOT NULL and keys count; the text of the statements does not, because
    it differs between a file that was made new and one that was migrated.

    Raises:
        FileError: says what is foreign or missing.
    """
    try:
        present = _read_names(connection)
        # All names before any column: a foreign table may have many.
        _check_names("table", present.tables, frozenset(shipped.tables))
        _check_names("search table", present.search, frozenset(shipped.search))
        _check_names("index", present.indexes, shipped.indexes)
        for table, columns in shipped.tables.items():
            _check_columns(table, _as_shown(_columns(connection, table)), _as_shown(columns))
        for table, names in shipped.search.items():
            if _search_columns(connection, table) != tuple(names):
                raise _altered(f"the search table “{table}” has other columns")
    except DRIVER_ERRORS as error:
        raise explain(error) or known(DAMAGED) from error


def quick_check(connection: Connection, table: str) -> list[str]:
    """Return what is wrong with one table; for idle time, before a backup or a migration."""
    if not table.isidentifier():
        raise ValueError("No table has this name.")
    return _complaints(connection, f"PRAGMA quick_check({table})")


def check_all(connection: Connection, *, schema_version: int) -> list[str]:
    """Return every finding on a file in words, worst first; none means that it is sound.

    Reads the whole file: about 0.3 s for a desk of 40 MB. Names no text of the person.
    """
    findings = find_damage(connection)
    try:
        findings += _wrong_numbers(connection, schema_version)
    except DRIVER_ERRORS as error:
        findings.append(str(explain(error) or known(DAMAGED)))
    kept = list(dict.fromkeys(findings))
    if len(kept) > MOST_FINDINGS:
        rest = len(kept) - MOST_FINDINGS
        kept = [*kept[:MOST_FINDINGS], f"There are {rest} more findings of this kind."]
    return kept


def find_damage(connection: Connection) -> list[str]:
    """Return in words what is damaged in a file of any version."""
    findings = _complaints(connection, "PRAGMA integrity_check(100)")
    findings += _complaints(connection, "PRAGMA cipher_integrity_check")
    try:
        return findings + _broken_links(connection)
    except DRIVER_ERRORS as error:
        return [*findings, str(explain(error) or known(DAMAGED))]


def row_counts(connection: Connection) -> dict[str, int]:
    """Return how many rows each table holds."""
    names = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' "
        "ESCAPE '\\' ORDER BY name"
    ).fetchall()
    return {
        name: int(connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0])  # noqa: S608
        for (name,) in names
    }


@dataclass(frozen=True)
class _Names:
    tables: frozenset[str]
    indexes: frozenset[str]
    search: frozenset[str]


def _read_names(connection: Connection) -> _Names:
    """Return the names in the schema; nothing in it runs before it is known to be ours."""
    rows = connection.execute(
        "SELECT type, name, coalesce(sql, '') FROM sqlite_schema ORDER BY rowid"
    ).fetchall()
    for kind, name, text in rows:
        if kind in {"view", "trigger"}:
            raise _foreign(f"a {kind}", name)
        if kind == "table" and not (text.startswith("CREATE TABLE ") or _is_search(name, text)):
            raise _foreign("a virtual table", name)
    tables = {name for kind, name, _ in rows if kind == "table" and not _OWN_TABLES.match(name)}
    search = {name for kind, name, text in rows if kind == "table" and _is_search(name, text)}
    parts = {f"{name}_{part}" for name in search for part in _SEARCH_PARTS}
    indexes = {n for kind, n, _ in rows if kind == "index" and not n.startswith("sqlite_autoindex")}
    return _Names(frozenset(tables - search - parts), frozenset(indexes), frozenset(search))


def _is_search(name: str, text: str) -> bool:
    """Return whether this makes a full-text table; SQLite stores each statement from its start."""
    start = rf"CREATE VIRTUAL TABLE [\"'`\[]?{re.escape(name)}[\"'`\]]?\s+USING\s+fts5\s*\("
    return re.match(start, text, re.IGNORECASE) is not None


def _columns(connection: Connection, table: str) -> tuple[Column, ...]:
    rows = connection.execute("SELECT * FROM pragma_table_xinfo(?)", (table,)).fetchall()
    columns = []
    for _, name, declared, not_null, _, key, hidden in rows:
        if hidden:  # computed by an expression in the file: ours has none
            raise _foreign("a computed column", name)
        columns.append((name, declared.upper(), bool(not_null), key))
    return tuple(columns)


def _search_columns(connection: Connection, table: str) -> tuple[str, ...]:
    rows = connection.execute("SELECT name FROM pragma_table_info(?)", (table,)).fetchall()
    return tuple(name for (name,) in rows)


def _as_shown(columns: Iterable[Column]) -> dict[str, Column]:
    return {name: (name, kind.upper(), bool(full), key) for name, kind, full, key in columns}


def _check_names(kind: str, found: frozenset[str], wanted: frozenset[str]) -> None:
    if extra := sorted(found - wanted):
        raise _foreign(f"{'an' if kind == 'index' else 'a'} {kind}", extra[0])
    if missing := sorted(wanted - found):
        raise _altered(f"the {kind} “{missing[0]}” is missing")


def _check_columns(table: str, found: Mapping[str, Column], wanted: Mapping[str, Column]) -> None:
    if extra := [name for name in found if name not in wanted]:
        raise _foreign(f"a column in “{table}”", extra[0])
    if missing := [name for name in wanted if name not in found]:
        raise _altered(f"the column “{missing[0]}” in “{table}” is missing")
    for name, column in wanted.items():
        if found[name] != column:
            raise _altered(f"the column “{name}” in “{table}” is declared in another way")


def _foreign(what: str, name: str) -> DamagedError:
    shown = "".join(c for c in name if c.isprintable())[:60]
    return DamagedError(
        f"This file holds {what} that is not MentorDesk's: “{shown}”. Another program added it. "
        "Nothing was changed; restore the newest backup."
    )


def _altered(what: str) -> DamagedError:
    return DamagedError(
        f"This file was altered outside MentorDesk: {what}. "
        "Nothing was changed; restore the newest backup."
    )


def _complaints(connection: Connection, pragma: str) -> list[str]:
    try:
        answers = [str(row[0]) for row in connection.execute(pragma)]
    except DRIVER_ERRORS as error:
        return [str(explain(error) or known(DAMAGED))]
    lines = [line.strip() for answer in answers for line in answer.splitlines()]
    return [f"Damage: {line}." for line in lines if line != "ok" and not line.startswith("***")]


def _broken_links(connection: Connection) -> list[str]:
    counts: dict[tuple[str, str], int] = {}
    for table, _, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        counts[table, parent] = counts.get((table, parent), 0) + 1
    return [
        f"Damage: {count} rows of “{table}” point to rows of “{parent}” that are not there."
        for (table, parent), count in counts.items()
    ]


def _wrong_numbers(connection: Connection, schema_version: int) -> list[str]:
    findings = []
    if application_id(connection) != APPLICATION_ID:
        findings.append("The file does not say that it belongs to MentorDesk.")
    version = user_version(connection)
    if version > schema_version:
        findings.append(f"The file has version {version}; this MentorDesk knows {schema_version}.")
    elif version < schema_version:
        findings.append(
            f"The file has version {version}; opening it in a window brings it to {schema_version}."
        )
    return findings
