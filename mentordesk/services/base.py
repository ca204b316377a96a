"""What every service stands on."""

from typing import TypeVar
from uuid import UUID

from sqlalchemy.orm import Session

from mentordesk.domain.errors import NotFoundError
from mentordesk.models import Kept
from mentordesk.store.store import Store

STEP = 1024
"""Distance between neighbours' positions, so that one moved row touches one row."""

K = TypeVar("K", bound=Kept)


class Service:
    """A topic's use cases over the open file."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @property
    def me(self) -> UUID:
        """The person whose file this is.

        Raises:
            NotFoundError: the file has no owner yet.
        """
        if self._store.who is None:
            raise NotFoundError("This desk does not know you yet. Begin with the welcome page.")
        return self._store.who


def fetch(session: Session, kind: type[K], item: UUID) -> K:
    """Return a row to change.

    Raises:
        NotFoundError: it is not there any more.
    """
    found = session.get(kind, item)
    if found is None:
        raise NotFoundError("This is not there any more. It may have been taken back by an undo.")
    return found
