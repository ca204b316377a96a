"""What the journal relies on: the file does nothing by itself, and every row has a class."""

import pytest
from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapper

from mentordesk.models import Base, Kept

TABLES = list(Base.metadata.tables.values())
MAPPERS: list[Mapper] = sorted(Base.registry.mappers, key=lambda mapper: mapper.class_.__name__)


def test_every_table_has_a_class():
    assert {mapper.local_table.name for mapper in MAPPERS} == {table.name for table in TABLES}


@pytest.mark.parametrize("mapper", MAPPERS, ids=lambda mapper: mapper.class_.__name__)
def test_no_collection_goes_through_a_table_of_its_own(mapper):
    assert [r.key for r in mapper.relationships if r.secondary is not None] == []


@pytest.mark.parametrize("mapper", MAPPERS, ids=lambda mapper: mapper.class_.__name__)
def test_children_are_removed_by_the_session_that_the_journal_hears(mapper):
    assert [r.key for r in mapper.relationships if r.passive_deletes or r.viewonly] == []


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_the_file_removes_and_changes_nothing_by_itself(table):
    actions = {(key.ondelete, key.onupdate) for key in table.foreign_keys}
    assert actions <= {(None, None)}
    assert [c.name for c in table.columns if c.server_default is not None or c.computed] == []


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_nothing_but_the_key_must_be_unique(table):
    """A rank that is taken back may meet another for a moment."""
    assert [c for c in table.constraints if isinstance(c, UniqueConstraint)] == []
    assert [index.name for index in table.indexes if index.unique] == []


def test_every_kept_row_has_a_name_and_a_revision():
    kept = [mapper for mapper in MAPPERS if issubclass(mapper.class_, Kept)]
    assert len(kept) == 12
    for mapper in kept:
        assert [column.name for column in mapper.primary_key] == ["id"]
        assert {"rev", "changed_at"} <= set(mapper.columns.keys())
