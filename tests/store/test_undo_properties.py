"""Undoing everything gives the first rows again and redoing the last, whatever was done.

Random units of work over every kept table, found by the mapper: a new table is covered as soon as
it is there. Columns that only rise are left out of the comparison and are watched on their own.
"""

import random
import shutil
from collections import Counter
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import inspect, select

from mentordesk.domain.search_words import searchable
from mentordesk.models import RISING, Goal, Meeting, Relationship
from mentordesk.store.raw import kept_classes
from mentordesk.store.search_index import SEARCHED
from mentordesk.store.store import Store

TABLES = sorted(kept_classes())
TEXTS = ("", "Paper", "Grüße 🙂", "שלום", "=1+1", "a\nb", "x" * 5000, "null", "{}")
NUMBERS = (0, 1, -1, 7, 2**40)
WORDS = (
    "insert",
    "insert",
    "children",
    "update",
    "update",
    "update",
    "delete",
    "orphan",
    "adopt",
    "flush",
)

actions = st.tuples(st.sampled_from(WORDS), st.sampled_from(TABLES), st.integers(0, 2**32))
units = st.tuples(
    st.sampled_from(["do", "do", "do", "type", "fail"]), st.lists(actions, min_size=1, max_size=6)
)
commands = st.lists(st.one_of(units, st.sampled_from(["undo", "redo"])), min_size=1, max_size=14)


class OddError(Exception):
    pass


class Hand:
    """Changes rows at random, as a person might through many services."""

    def __init__(self) -> None:
        self._made = 0

    def act(self, session, word, table, seed) -> None:
        getattr(self, word)(session, kept_classes()[table], random.Random(seed))

    def flush(self, session, _kind, _chance) -> None:
        session.flush()

    def insert(self, session, kind, chance) -> None:
        self.make(session, kind, chance)

    def children(self, session, _kind, chance) -> None:
        """Add two rows to one parent."""
        parent, collection = self._collection(session, chance)
        child = inspect(type(parent)).relationships[collection].mapper.class_
        for _ in range(2):
            self.make(session, child, chance, into=getattr(parent, collection))

    def adopt(self, session, _kind, chance) -> None:
        """Move a row from one parent to another."""
        parent, collection = self._collection(session, chance)
        others = [p for p in self._all(session, type(parent)) if p is not parent]
        children = getattr(parent, collection)
        if others and children:
            into = getattr(chance.choice(others), collection)
            into.append(children.pop(chance.randrange(len(children))))

    def orphan(self, session, _kind, chance) -> None:
        """Take rows out of a collection."""
        parent, collection = self._collection(session, chance)
        for child in getattr(parent, collection)[: chance.randrange(1, 3)]:
            self._loosen(session, child)
            getattr(parent, collection).remove(child)

    def update(self, session, kind, chance) -> None:
        if rows := self._all(session, kind):
            row = chance.choice(rows)
            if chance.random() < 0.5:  # the old values then have to be loaded
                session.flush()
                session.expire(row)
            for column in chance.sample(free_columns(kind), 2):
                setattr(row, column.key, self._value(session, column, chance))

    def delete(self, session, kind, chance) -> None:
        if rows := self._all(session, kind):
            self._remove(session, chance.choice(rows))

    def make(self, session, kind, chance, into=None):
        """Make a row, with a parent for each pointer that must not be empty."""
        self._made += 1
        values = {c.key: self._value(session, c, chance) for c in free_columns(kind)}
        row = kind(id=UUID(int=self._made), **values)
        (session.add if into is None else into.append)(row)
        session.flush()
        return row

    def _value(self, session, column, chance):
        if column.nullable and chance.random() < 0.3:
            return None
        for key in column.foreign_keys:
            kind = kept_classes()[key.column.table.name]
            rows = self._all(session, kind)
            return chance.choice(rows).id if rows else self.make(session, kind, chance).id
        python = column.type.python_type if not hasattr(column.type, "process_bind_param") else None
        if python is None:
            return self._stored_value(column, chance)
        if issubclass(python, Enum):
            return chance.choice(list(python))
        return {
            bool: lambda: chance.random() < 0.5,
            int: lambda: chance.choice(NUMBERS),
            str: lambda: chance.choice(TEXTS),
            date: lambda: date(2026, 11, 24) + timedelta(days=chance.randrange(-900, 900)),
        }[python]()

    def _stored_value(self, column, chance):
        moment = datetime(2026, 11, 24, 10, tzinfo=UTC)
        moment += timedelta(minutes=chance.randrange(10**6))
        return {
            "ItemId": lambda: UUID(int=chance.getrandbits(128)),
            "Local": lambda: moment.replace(tzinfo=None),
            "Moment": lambda: moment,
        }[type(column.type).__name__]()

    def _collection(self, session, chance):
        kind, collection = chance.choice(COLLECTIONS)
        rows = self._all(session, kind)
        parent = chance.choice(rows) if rows else self.make(session, kind, chance)
        return parent, collection

    def _all(self, session, kind):
        return list(session.scalars(select(kind).order_by(kind.id)))

    def _remove(self, session, row) -> None:
        self._loosen(session, row)
        session.delete(row)
        session.flush()

    def _loosen(self, session, row) -> None:
        """Let go of what points to a row that will be deleted; a cascade deletes its children."""
        cascading = {
            column
            for relation in inspect(type(row)).relationships
            for column in relation.remote_side
        }
        for kind in kept_classes().values():
            for column in inspect(kind).columns:
                if any(key.references(row.__table__) for key in column.foreign_keys):
                    for other in session.scalars(select(kind).where(column == row.id)).all():
                        if column in cascading:
                            self._loosen(session, other)
                        elif column.nullable:
                            setattr(other, column.key, None)
                        elif other not in session.deleted:
                            self._remove(session, other)


def indexed(raw):
    """Return the words in the index, by kind and item."""
    found = raw.execute(
        "SELECT kind, item, title, body FROM search_entry "
        "LEFT JOIN search_text ON search_text.rowid = search_entry.id"
    ).fetchall()
    assert len(found) == raw.execute("SELECT count(*) FROM search_text").fetchone()[0]
    return {(kind, item): (title, body) for kind, item, title, body in found}


def searched(rows):
    """Return the words that the index must hold for these rows."""
    words = {}
    for kind, (title, body, _) in SEARCHED.items():
        for item, row in rows[kind].items():
            parts = (
                searchable("\n".join(row[name] for name in names if row[name]))
                for names in (title, body)
            )
            if any(found := tuple(parts)):
                words[kind, item] = found
    return words


def free_columns(kind):
    """Return the columns that a command may write."""
    return [c for c in inspect(kind).columns if c.key not in {"id", *RISING}]


COLLECTIONS = [
    (kind, relation.key)
    for _, kind in sorted(kept_classes().items())
    for relation in inspect(kind).relationships
]


@dataclass
class Watch:
    """Holds what the rows should be at each step, and checks what must always be true."""

    store: Store
    read: object
    highest: dict = field(default_factory=dict)

    def __call__(self) -> dict:
        """Return the rows without what only rises."""
        rows = self.read(self.store)
        assert indexed(self.store.raw) == searched(rows)
        assert self.store.raw.execute("PRAGMA foreign_key_check").fetchall() == []
        plain = {}
        for table, found in rows.items():
            for item, row in found.items():
                kept = {name: value for name, value in row.items() if name not in RISING}
                plain[table, item] = kept
                self._check_risen((table, item), row, kept)
        return plain

    def _check_risen(self, key, row, kept) -> None:
        rising = {name: row[name] for name in RISING & row.keys()}
        before, was = self.highest.get(key, (rising, None))
        assert all(rising[name] >= before[name] for name in rising), (key, before, rising)
        if was is not None and was != kept:
            assert rising["rev"] > before["rev"], (key, before, rising)
        calendar = kept_classes()[key[0]].sequence_columns
        if was is not None and any(was[name] != kept[name] for name in calendar):
            assert rising["sequence"] > before["sequence"], (key, before, rising)
        self.highest[key] = (rising, kept)


@pytest.fixture(scope="module")
def fresh_store(tmp_path_factory, desk_templates):
    """Return a context manager: a store on a new file, without the disk's slow safety."""
    folder = tmp_path_factory.mktemp("properties")
    number = iter(range(10**9))

    @contextmanager
    def fresh(key):
        path = folder / f"{next(number)}.mentordesk"
        shutil.copy(desk_templates[key], path)
        moment = datetime(2026, 11, 24, 10, tzinfo=UTC)
        store = Store.open(path, lambda: moment, key=key)
        store.raw.execute("PRAGMA synchronous=OFF")
        try:
            yield store
        finally:
            store.close()
            path.unlink()

    return fresh


def run(store, hand, command) -> None:
    """Carry out one unit of work; one that is to fail leaves nothing."""
    how, todo = command
    failing = pytest.raises(OddError) if how == "fail" else nullcontext()
    with failing, store.changing("Try", typing="editor" if how == "type" else None) as session:
        for word, table, seed in todo:
            hand.act(session, word, table, seed)
        if how == "fail":
            session.flush()
            raise OddError


class Model:
    """What undo and redo should do: two stacks of steps, each with the rows after it."""

    def __init__(self, store, watch) -> None:
        self.store = store
        self.watch = watch
        self.first = watch()
        self.done = []
        self.undone = []

    @property
    def rows(self):
        return self.done[-1][1] if self.done else self.first

    def after_unit(self) -> None:
        rows = self.watch()
        step = self.store.undo_step()
        newest = step.id if step else 0
        top = self.done[-1][0] if self.done else 0
        if newest > top:
            self.done.append((newest, rows))
            self.undone.clear()
        elif newest == top and self.done:  # typing went on, or nothing was changed
            self.done[-1] = (top, rows) if rows != self.rows else self.done[-1]
        elif newest < top:  # typing came to nothing
            self.done.pop()
        assert rows == self.rows
        assert bool(self.store.redo_step()) == bool(self.undone)

    def undo(self) -> bool:
        assert bool(self.store.undo()) == bool(self.done)
        if self.done:
            self.undone.append(self.done.pop())
        assert self.watch() == self.rows
        return bool(self.done)

    def redo(self) -> bool:
        assert bool(self.store.redo()) == bool(self.undone)
        if self.undone:
            _, rows = self.undone.pop()
            step = self.store.undo_step()
            self.done.append((step.id, rows))
        assert self.watch() == self.rows
        return bool(self.undone)


@settings(max_examples=40)
@given(todo=commands)
def test_undo_all_and_redo_all(fresh_store, dump, todo):
    check(fresh_store, None, dump, todo)


@settings(max_examples=10)
@given(todo=commands)
def test_undo_all_and_redo_all_of_an_encrypted_file(fresh_store, desk_templates, dump, todo):
    check(fresh_store, max(desk_templates, key=bool), dump, todo)


def check(fresh_store, key, dump, todo) -> None:
    with fresh_store(key) as store:
        model = Model(store, Watch(store, dump))
        hand = Hand()
        for command in todo:
            if isinstance(command, str):
                getattr(model, command)()
            else:
                run(store, hand, command)
                model.after_unit()
        last = model.rows
        steps = len(model.done)
        for _ in range(2):
            for _ in range(steps + 1):
                model.undo()
            assert model.watch() == model.first
            for _ in range(steps + len(model.undone)):
                model.redo()
            for _ in range(len(model.done) - steps):
                model.undo()
            assert model.watch() == last


def test_the_hand_touches_every_table_in_every_way(fresh_store, dump):
    """The control: without it, a hand that does nothing would pass."""
    hand = Hand()
    chance = random.Random(1)
    seen = Counter()
    with fresh_store(None) as store:
        store.subscribe(lambda message: seen.update(message.tables))
        for _ in range(120):
            todo = [
                (chance.choice(WORDS), chance.choice(TABLES), chance.getrandbits(32))
                for _ in range(6)
            ]
            run(store, hand, ("do", todo))
        operations = store.raw.execute("SELECT DISTINCT table_name, operation FROM change")
        found = set(operations)
    assert set(seen) == set(TABLES)
    assert found == {(table, way) for table in TABLES for way in ("insert", "update", "delete")}


@pytest.mark.parametrize("kind", [Goal, Meeting, Relationship])
def test_every_collection_is_among_those_tried(kind):
    assert kind in {parent for parent, _ in COLLECTIONS}
