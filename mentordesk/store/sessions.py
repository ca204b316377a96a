"""Sessions that can't pass the journal by: one only reads, one changes rows one by one."""

from collections.abc import Callable
from typing import Any, NoReturn, TypeVar

from sqlalchemy import event
from sqlalchemy.orm import ORMExecuteState, Session
from typing_extensions import override

T = TypeVar("T")

NOT_ROW_BY_ROW = "Bulk statements bypass the journal; change rows through the session"
NOT_HERE = "Rows change only inside store.changing()"
NOT_BY_ITSELF = "Only the end of store.changing() commits; an error in it takes all back"


MEMORY = "memory"
"""Where a session carries what was read since the last change, by what was asked."""


def remembered(session: Session, asked: object, read: Callable[[], T]) -> T:
    """Return an answer, read once until something is changed; it must be one nobody alters.

    In a session that changes rows nothing is remembered.
    """
    memory = session.info.get(MEMORY)
    if memory is None:
        return read()
    if asked not in memory:
        memory[asked] = read()
    answer: T = memory[asked]
    return answer


class _DeskSession(Session):
    """A session inside a transaction that the store begins and ends."""

    @override
    def commit(self) -> NoReturn:
        """Refuse: the store commits."""
        raise TypeError(NOT_BY_ITSELF)

    @override
    def rollback(self) -> NoReturn:
        """Refuse: what the recorder has seen would stay."""
        raise TypeError(NOT_BY_ITSELF)

    @override
    def begin_nested(self) -> NoReturn:
        """Refuse: the journal would keep what a savepoint takes back."""
        raise TypeError(NOT_BY_ITSELF)

    @override
    def bulk_save_objects(self, *_arguments: Any, **_options: Any) -> NoReturn:
        """Refuse: no events, no journal."""
        raise TypeError(NOT_ROW_BY_ROW)

    @override
    def bulk_insert_mappings(self, *_arguments: Any, **_options: Any) -> NoReturn:
        """Refuse: no events, no journal."""
        raise TypeError(NOT_ROW_BY_ROW)

    @override
    def bulk_update_mappings(self, *_arguments: Any, **_options: Any) -> NoReturn:
        """Refuse: no events, no journal."""
        raise TypeError(NOT_ROW_BY_ROW)


class ReadingSession(_DeskSession):
    """A session that sees one moment of the file and writes nothing."""

    def check_unchanged(self) -> None:
        """Refuse rows that were changed without a flush: it would be lost in silence."""
        if self.new or self.dirty or self.deleted:
            raise TypeError(NOT_HERE)


class ChangingSession(_DeskSession):
    """A session whose every flush the journal hears of."""


@event.listens_for(_DeskSession, "do_orm_execute", propagate=True)
def _refuse_bulk(state: ORMExecuteState) -> None:
    if not state.is_select:
        raise TypeError(NOT_ROW_BY_ROW)


@event.listens_for(ReadingSession, "before_flush")
def _refuse_flush(_session: Session, _context: object, _instances: object) -> None:
    raise TypeError(NOT_HERE)
