"""Fill the index of the search in a file that comes without one, or with an older form of it."""

from sqlalchemy import select

from mentordesk.models import Meta
from mentordesk.store.search_index import FORM, SEARCH, rebuild
from mentordesk.store.store import Store


def keep_search(store: Store) -> None:
    """Write the index anew unless it is of this program's form; outside undo, in one transaction.

    About 5 s for the heavy sample, once.
    """
    if store.read_only:
        return
    with store.reading() as session:
        known = session.scalar(select(Meta.value).where(Meta.key == SEARCH))
    if known != FORM:
        with store.building() as connection:
            rebuild(connection)
