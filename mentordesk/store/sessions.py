"""Sessions that can't pass the journal by: one only reads, one changes rows one by one."""

from typing import Any, NoReturn

from sqlalchemy import event
from sqlalchemy.orm import ORMExecuteState, Session
from typing_extensions import override

NOT_ROW_BY_ROW = "Bulk statements bypass the journal; change rows through the session"
NOT_HERE = "Rows change only inside store.changing()"
NOT_BY_ITSELF = "Only the end of store.changing() commits; an error in it takes all back"


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
