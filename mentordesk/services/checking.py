"""Look a whole file over: beyond damage, whether journal, search and instants fit the rows."""

from collections import Counter
from collections.abc import Iterator

from sqlalchemy import Connection, func, select
from sqlalchemy.orm import Session

from mentordesk.domain.enums import Operation
from mentordesk.domain.wall_time import WallTime
from mentordesk.models import RISING, Change, Meeting, Meta
from mentordesk.services.instants import TZ_DATABASE, tz_database
from mentordesk.store.journal import DERIVED
from mentordesk.store.raw import kept_classes, raw_table, to_json
from mentordesk.store.schema import SCHEMA_VERSION
from mentordesk.store.schema_check import check_all
from mentordesk.store.search_index import FORM, SEARCH, expected_entries
from mentordesk.store.store import Store


def check_desk(store: Store) -> list[str]:
    """Return every finding on an open file in words; none means that it is sound.

    Reads the whole file, for about 10 s on ten years of work. Names no text of the person.
    """
    findings = check_all(store.raw, schema_version=SCHEMA_VERSION)
    if findings:  # what follows would only say it again, in more words
        return findings
    with store.reading() as session:
        connection = session.connection()
        return [
            *_journal_findings(connection),
            *_search_findings(connection),
            *_instant_findings(session),
        ]


def _journal_findings(connection: Connection) -> list[str]:
    """Compare what the newest changes left behind with the rows as they stand."""
    unknown = select(func.count()).where(Change.table_name.not_in(kept_classes()))
    wrong = {"unknown": connection.scalar(unknown) or 0}
    wrong |= {table: len(misfits(connection, table)) for table in kept_classes()}
    return [
        f"The journal of changes does not fit {count} rows of “{table}”."
        for table, count in wrong.items()
        if count
    ]


def misfits(connection: Connection, table: str) -> set[bytes]:
    """Return the rows of a table that are not what the journal says of them."""
    rows = _rows(connection, table)
    outside = RISING | DERIVED.get(table, frozenset())
    known: dict[bytes, set[str]] = {}
    wrong = set()
    for item, operation, columns in _newest_first(connection, table):
        row = rows.get(item)
        if item not in known and (row is None) is not (operation is Operation.DELETE):
            wrong.add(item)
        compared = known.setdefault(item, set(outside))
        if row is not None and operation is Operation.UPDATE:
            fresh = columns.keys() - compared
            if any(row.get(name, ...) != columns[name][1] for name in fresh):
                wrong.add(item)
            compared |= fresh
    return wrong


def _rows(connection: Connection, table: str) -> dict[bytes, dict[str, object]]:
    found = connection.execute(select(raw_table(table))).mappings()
    return {
        bytes(row["id"]): {name: to_json(value) for name, value in row.items()} for row in found
    }


def _newest_first(
    connection: Connection, table: str
) -> Iterator[tuple[bytes, Operation, dict[str, list[object]]]]:
    wanted = select(Change.item, Change.operation, Change.columns)
    ordered = wanted.order_by(Change.set_id.desc(), Change.position.desc())
    for item, operation, columns in connection.execute(ordered.where(Change.table_name == table)):
        yield item.bytes, operation, columns


def _search_findings(connection: Connection) -> list[str]:
    form = connection.scalar(select(Meta.value).where(Meta.key == SEARCH))
    if form != FORM:  # it is written anew when a window opens the file
        return []
    missing = Counter(expected_entries(connection))
    held = connection.exec_driver_sql(
        "SELECT e.kind, e.item, t.title, t.body FROM search_entry e "
        "JOIN search_text t ON t.rowid = e.id"
    )
    missing.subtract((kind, bytes(item), title, body) for kind, item, title, body in held)
    wrong = sum(1 for count in missing.values() if count)
    return [f"The search does not find {wrong} items as they are."] if wrong else []


def _instant_findings(session: Session) -> list[str]:
    if session.scalar(select(Meta.value).where(Meta.key == TZ_DATABASE)) != tz_database():
        return []  # computed again when a window opens the file
    columns = (Meeting.start_local, Meeting.zone, Meeting.fold, Meeting.start_utc)
    wrong = 0
    for local, zone, fold, known in session.execute(select(*columns)):
        try:
            wrong += WallTime(local, zone, fold).utc != known
        except KeyError:
            continue
    return [f"The moment of {wrong} meetings does not fit their date and zone."] if wrong else []
