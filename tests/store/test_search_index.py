"""The index says what the rows say: after a change, after undo, in an old file, after deletion."""

import shutil
from contextlib import closing

import pytest
from sqlalchemy import insert, select
from sqlcipher3 import dbapi2

from mentordesk.domain.enums import Operation
from mentordesk.models import AgendaItem, Goal, Meta, Note, Person
from mentordesk.services.search_keeping import keep_search
from mentordesk.store.engine import new_engine
from mentordesk.store.journal import Recorder, RowChange
from mentordesk.store.migrating import migrate, shipped_steps
from mentordesk.store.opening import connect_new
from mentordesk.store.search_index import ROOM, SEARCHED, first_id, rebuild


def found(store, query):
    rows = store.raw.execute(
        "SELECT kind FROM search_text JOIN search_entry ON id = search_text.rowid "
        "WHERE search_text MATCH ? ORDER BY id",
        (query,),
    )
    return [kind for (kind,) in rows]


def rename(store, title, **how):
    with store.changing("Edit goal", **how) as session:
        session.scalars(select(Goal)).one().title = title


def test_a_change_is_found_and_what_was_before_is_not(store, goal):
    rename(store, "Thesis")
    assert (found(store, "thesis"), found(store, "paper")) == (["goal"], [])


def test_undo_and_redo_are_followed(store, goal):
    rename(store, "Thesis")
    store.undo()
    assert (found(store, "thesis"), found(store, "paper")) == ([], ["goal"])
    store.redo()
    assert (found(store, "thesis"), found(store, "paper")) == (["goal"], [])


def test_a_deleted_row_is_not_found_and_its_undo_is(store, goal):
    with store.changing("Delete goal") as session:
        session.delete(session.scalars(select(Goal)).one())
    assert found(store, "paper OR outline") == []
    store.undo()
    assert found(store, "paper OR outline") == ["goal", "milestone"]


def test_typing_in_a_row_that_the_same_step_made_is_followed(store):
    with store.changing("Edit notes", typing="editor") as session:
        session.add(Note(text="first"))
    with store.changing("Edit notes", typing="editor") as session:
        session.scalars(select(Note)).one().text = "second"
    assert (found(store, "first"), found(store, "second")) == ([], ["note"])


def test_typing_that_comes_to_nothing_is_followed(store, goal):
    rename(store, "Thesis", typing="editor")
    rename(store, "Paper", typing="editor")
    assert (found(store, "thesis"), found(store, "paper")) == ([], ["goal"])


def test_a_change_beside_the_words_writes_no_index(store, goal, statements):
    with statements(store) as sent, store.changing("Edit goal") as session:
        session.scalars(select(Goal)).one().position = 7
    assert [statement for statement in sent if "search" in statement] == []


def test_words_that_were_deleted_do_not_linger(store, desk_file, key):
    secret = "xylophonist"
    with store.changing("Add note") as session:
        session.add(Note(text=secret))
    with store.changing("Edit note") as session:
        session.scalars(select(Note)).one().text = ""
    for table in ("search_text_data", "search_text_content", "search_text_idx"):
        rows = store.raw.execute(f"SELECT * FROM {table}").fetchall()
        # The index keeps a word's letters after the prefix that it shares with its neighbour.
        assert all(secret[2:].encode() not in bytes(str(row), "utf-8") for row in rows)
    assert store.raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_writing_anew_gives_what_the_changes_gave(store, goal):
    rename(store, "Thesis")
    wanted = "SELECT kind, item, title, body FROM search_entry JOIN search_text USING (rowid)"
    wanted = wanted.replace("USING (rowid)", "ON search_text.rowid = id")
    before = sorted(store.raw.execute(wanted).fetchall())
    with store.building() as connection:
        rebuild(connection)
    assert sorted(store.raw.execute(wanted).fetchall()) == before


def test_each_kind_has_ids_of_its_own():
    firsts = [first_id(kind) for kind in SEARCHED]
    assert firsts == [place * ROOM for place in range(len(firsts))]


def test_every_text_that_a_person_writes_is_searched():
    """A new column with text is searched, or is named here with a reason."""
    unsearched = {
        "person": {"pronouns", "phone", "time_zone"},
        "meeting": {"zone", "link", "uid"},
    }
    for kind in (Person, Goal, AgendaItem, Note):
        table = kind.__table__
        texts = {c.name for c in table.columns if type(c.type).__name__ == "String"}
        words = SEARCHED[table.name]
        assert texts == {*words.title, *words.body} | unsearched.get(table.name, set())


def test_the_recorder_keeps_what_is_new_apart_from_what_went_before(goal, still_clock):
    change = RowChange("goal", goal, Operation.INSERT, {})
    later = RowChange("goal", goal, Operation.UPDATE, {"title": ["a", "b"]})
    recorder = Recorder(still_clock(), [change])
    recorder.add(later)
    assert (recorder.touched, recorder.changes) == ([later], [change])


# A file of version 1


@pytest.fixture
def old_file(tmp_path, key, store, goal):
    """A file as version 1 wrote it, with a goal and its milestone."""
    path = tmp_path / "old.mentordesk"
    with closing(connect_new(path, key)) as raw:
        migrate(raw, shipped_steps(1))
        rows = {
            name: store.raw.execute(f"SELECT * FROM {name}").fetchall()
            for name in ("goal", "milestone", "change_set", "change")
        }
        for name, found_rows in rows.items():
            names = [c[1] for c in store.raw.execute(f"PRAGMA table_info({name})")]
            signs = ", ".join("?" * len(names))
            columns = ", ".join(f'"{column}"' for column in names)
            raw.executemany(f"INSERT INTO {name} ({columns}) VALUES ({signs})", found_rows)
    return path


def test_a_file_of_version_1_is_brought_up_and_searched(old_file, key, still_clock):
    from mentordesk.services.desk import Desk

    desk = Desk.open(old_file, still_clock, key=key)
    try:
        assert [hit.title for hit in desk.search.find("pap")] == ["Paper"]
        assert [hit.title for hit in desk.search.find("outl")] == ["Outline"]
        assert desk.check() == []
    finally:
        desk.close()


def test_a_step_cut_short_leaves_version_1(old_file, key, tmp_path):
    copy = tmp_path / "cut.mentordesk"
    shutil.copy(old_file, copy)

    def cut(operations):
        shipped_steps(2)[2](operations)
        raise KeyboardInterrupt

    with closing(dbapi2.connect(str(copy), isolation_level=None)) as raw:
        if key is not None:
            raw.set_key(key.pragma())
        with pytest.raises(KeyboardInterrupt):
            migrate(raw, {2: cut})
    assert copy.read_bytes() == old_file.read_bytes()


def test_an_index_of_another_form_is_written_anew(store, goal):
    keep_search(store)
    with store.building() as connection:
        connection.exec_driver_sql("DELETE FROM search_text")
        connection.exec_driver_sql("DELETE FROM meta")
        connection.execute(insert(Meta).values(key="search", value="0"))
    keep_search(store)
    assert found(store, "paper") == ["goal"]


def test_the_engine_of_a_step_closes_no_file(old_file, key):
    """``new_engine`` lends the connection; what opened it closes it."""
    with closing(dbapi2.connect(":memory:", isolation_level=None)) as raw:
        migrate(raw, shipped_steps(2))
        with new_engine(raw).connect() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM search_entry").scalar() == 0
