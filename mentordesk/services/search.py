"""Find what people wrote, wherever it stands."""

from collections import defaultdict
from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.domain.enums import ItemKind, Stage
from mentordesk.domain.search import SearchHit
from mentordesk.domain.search_words import around, is_ranked, query_of, words_of
from mentordesk.domain.text import fold
from mentordesk.models import Member, Relationship
from mentordesk.services.base import Service
from mentordesk.services.naming import Named, relationship_names
from mentordesk.services.search_rows import Found, read_meetings, read_rows
from mentordesk.store.search_index import ROOM, SEARCHED, first_id

EACH = 6
"""Finds of each kind: more than one can look over are no help."""

RANKED_UP_TO = 1_000
"""Finds that are ranked at most: to rank 20,000 takes 40 ms."""

_CANDIDATES = {ItemKind.PERSON: 30, ItemKind.RELATIONSHIP: 30, ItemKind.MEETING: 30}
"""Of these more are looked at than shown: they are put in another order first."""

ORDER = (
    ItemKind.GOAL,
    ItemKind.MEETING,
    ItemKind.MILESTONE,
    ItemKind.ACTION,
    ItemKind.AGENDA_ITEM,
    ItemKind.NOTE,
    ItemKind.CONTACT,
    ItemKind.CHECKPOINT,
)
"""How the finds after the people follow each other."""


class Search(Service):
    """Use cases of the search box."""

    def find(self, text: str, kinds: Collection[ItemKind] | None = None) -> list[SearchHit]:
        """Return what holds words that begin like those of the text, without case or accents.

        People first, then goals, then meetings with the newest first, then what was written in
        them; at most six of each. With a last word of four letters or more the best are taken
        where they are not too many, else the newest.

        Args:
            text: what was typed.
            kinds: only these; ``PERSON`` stands for relationships too.
        """
        words = words_of(text)
        if not words:
            return []
        wanted = SEARCHED.keys() if kinds is None else _with_relationships(kinds)
        with self._store.reading() as session:
            ranked = is_ranked(words) and not _are_many(session, words)
            found = _matches(session, words, wanted, ranked=ranked)
            return _Gathering(session, self._store.who, words, found).hits(wanted)


def _with_relationships(kinds: Collection[ItemKind]) -> Collection[ItemKind]:
    return {*kinds, ItemKind.RELATIONSHIP} if ItemKind.PERSON in kinds else kinds


def _are_many(session: Session, words: list[str]) -> bool:
    """Return whether so much is found that the best of it says no more than the newest."""
    (count,) = (
        session.connection()
        .exec_driver_sql(
            "SELECT count(*) FROM (SELECT 1 FROM search_text WHERE search_text MATCH ? LIMIT ?)",
            (query_of(words), RANKED_UP_TO + 1),
        )
        .one()
    )
    return bool(count > RANKED_UP_TO)


def _matches(
    session: Session, words: list[str], kinds: Collection[ItemKind], *, ranked: bool
) -> dict[ItemKind, list[UUID]]:
    """Return the rows found of each kind, the best or the newest first, in one statement."""
    place, order = ("rank", "rank") if ranked else ("-rowid", "rowid DESC")
    one = (
        f"SELECT * FROM (SELECT rowid AS id, {place} AS place FROM search_text "  # noqa: S608
        f"WHERE search_text MATCH ? AND rowid BETWEEN ? AND ? ORDER BY {order} LIMIT ?)"
    )
    parameters: list[object] = []
    for kind in kinds:
        first = first_id(kind)
        parameters += [query_of(words), first, first + ROOM - 1, _CANDIDATES.get(kind, EACH)]
    rows = session.connection().exec_driver_sql(
        "SELECT entry.kind, entry.item FROM ("  # noqa: S608
        + " UNION ALL ".join([one] * len(kinds))
        + ") AS found JOIN search_entry AS entry ON entry.id = found.id ORDER BY found.place",
        tuple(parameters),
    )
    found: dict[ItemKind, list[UUID]] = defaultdict(list)
    for kind, item in rows:
        found[ItemKind(kind)].append(UUID(bytes=item))
    return found


class _Gathering:
    """Reads what was found, and what its hits must say, in a few statements."""

    def __init__(
        self,
        session: Session,
        me: UUID | None,
        words: list[str],
        found: dict[ItemKind, list[UUID]],
    ) -> None:
        self._session, self._me, self._words, self._found = session, me, words, found

    def hits(self, kinds: Collection[ItemKind]) -> list[SearchHit]:
        """Return the finds in the order in which they are shown."""
        rows = read_rows(self._session, self._found)
        people = set(self._found[ItemKind.PERSON])
        owners = {row.owner for row in rows if row.owner is not None and row.relationship is None}
        memberships = self._memberships(people | owners - {self._me})
        near = {bond for person in people for bond in memberships[person]}
        near |= set(self._found[ItemKind.RELATIONSHIP])
        if ItemKind.MEETING in kinds:
            rows += read_meetings(self._session, self._found[ItemKind.MEETING], near, EACH)
        homes = {person: bonds[0] for person, bonds in memberships.items()}
        places = [self._place(row, homes) for row in rows]
        named = self._names(near | {place for place in places if place is not None})
        placed = list(zip(rows, places, strict=True))
        hits = self._people([named[bond] for bond in near if bond in named])
        for kind in ORDER:
            hits += [self._hit(row, place, named) for row, place in placed if row.kind is kind]
        return hits

    def _memberships(self, people: Collection[UUID]) -> dict[UUID, list[UUID]]:
        """Return people's relationships: those that go on before the archived."""
        found: dict[UUID, list[UUID]] = defaultdict(list)
        rows = self._session.execute(
            select(Member.person_id, Member.relationship_id)
            .join(Relationship, Relationship.id == Member.relationship_id)
            .where(Member.person_id.in_(people))
            .order_by(Relationship.stage == Stage.CLOSED, Relationship.id)
        )
        for person, relationship in rows:
            found[person].append(relationship)
        return found

    def _names(self, relationships: Collection[UUID]) -> dict[UUID, Named]:
        return relationship_names(self._session, *relationships) if relationships else {}

    def _place(self, row: Found, homes: dict[UUID, UUID]) -> UUID | None:
        """Return the relationship that a row is shown in; what is my own lies in none."""
        if row.owner is not None and row.owner == self._me and row.meeting is None:
            return None
        return row.relationship or (homes.get(row.owner) if row.owner else None)

    def _people(self, named: list[Named]) -> list[SearchHit]:
        """Return the people, first those whose name begins like the text."""
        begin = " ".join(self._words)

        def rank(one: Named) -> tuple[bool, bool, str]:
            name = fold(one.name)
            return not name.startswith(begin), self._words[0] not in name, name

        return [
            SearchHit(kind=ItemKind.PERSON, id=one.id, title=one.name, relationship=one.id)
            for one in sorted(named, key=rank)[:EACH]
        ]

    def _hit(self, row: Found, place: UUID | None, named: dict[UUID, Named]) -> SearchHit:
        told = all(word in fold(row.title) for word in self._words)
        return SearchHit(
            kind=row.kind,
            id=row.id,
            title=row.title,
            relationship=place,
            whose=named[place].name if place in named else "",
            day=row.day,
            meeting=row.meeting,
            goal=row.goal,
            snippet="" if told or not row.text else around(row.text, self._words),
        )
