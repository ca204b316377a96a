"""Contacts and promises as facts for the charts, slice by slice."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TypeAlias
from uuid import UUID

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from mentordesk.domain.changes import WrittenChange
from mentordesk.domain.contact_record import ContactFact, RecordFact, RhythmFact, Wish
from mentordesk.domain.enums import LOOKING, ItemKind, MeetingStatus, Phase, Stage
from mentordesk.domain.progress import MilestoneFact
from mentordesk.domain.promises import PromiseFact
from mentordesk.models import Action, Contact, Meeting, Relationship
from mentordesk.services.changes import written_changes
from mentordesk.services.naming import relationship_names
from mentordesk.services.sharing import meeting_shares
from mentordesk.store.store import Store

ChartFact: TypeAlias = MilestoneFact | RecordFact | PromiseFact
"""What the charts are drawn of."""

RELATIONSHIPS_AT_ONCE = 4
"""Relationships whose contacts are read in one slice; ten years of one are some 250."""

ACTIONS_AT_ONCE = 1000
"""Actions read in one slice."""


def contact_facts(
    store: Store, relationship: UUID | None, today: date
) -> Iterator[tuple[Sequence[RecordFact], bool]]:
    """Yield the contacts of one relationship, or of all that have begun and are not archived.

    Each part is a few relationships, with whether it is the last one.
    """
    wanted = select(Relationship)
    if relationship is None:
        wanted = wanted.where(Relationship.stage.not_in((*LOOKING[:2], Stage.CLOSED)))
    else:
        wanted = wanted.where(Relationship.id == relationship)
    with store.reading() as session:
        names = relationship_names(session, *([relationship] if relationship else ()))
        rows = session.scalars(wanted.order_by(Relationship.position, Relationship.id)).all()
        changes = _wish_changes(session, [row.id for row in rows])
        rhythms = [
            RhythmFact(
                id=row.id,
                name=names[row.id].name,
                wishes=_wishes(row, changes.get(row.id, [])),
                started=row.started_on,
                visibility=row.visibility,
                shared_with=frozenset({row.id}),
            )
            for row in rows
        ]
    for start in range(0, max(len(rhythms), 1), RELATIONSHIPS_AT_ONCE):
        some = rhythms[start : start + RELATIONSHIPS_AT_ONCE]
        facts: list[RecordFact] = [*some]
        if some:
            with store.reading() as session:
                facts += _contacts(session, [one.id for one in some], today)
        yield facts, start + RELATIONSHIPS_AT_ONCE >= len(rhythms)


def promise_facts(
    store: Store, me: UUID, relationship: UUID | None
) -> Iterator[tuple[Sequence[PromiseFact], bool]]:
    """Yield the promises of one relationship, or everybody's; of the archive no open ones."""
    wanted = select(
        Action.id,
        Action.owner_id,
        Action.promised_on,
        Action.due,
        Action.done,
        Action.dropped,
        Action.visibility,
        Action.relationship_id,
    ).order_by(Action.id)
    if relationship is not None:
        wanted = wanted.where(Action.relationship_id == relationship)
    else:
        closed = select(Relationship.id).where(Relationship.stage == Stage.CLOSED)
        settled = or_(Action.done.is_not(None), Action.dropped.is_not(None))
        away = and_(Action.relationship_id.is_not(None), Action.relationship_id.in_(closed))
        wanted = wanted.where(or_(settled, ~away))
    after: UUID | None = None
    while True:
        page = wanted if after is None else wanted.where(Action.id > after)
        with store.reading() as session:
            rows = session.execute(page.limit(ACTIONS_AT_ONCE)).all()
        facts = [
            PromiseFact(
                id=item,
                mine=owner == me,
                promised=promised,
                due=due,
                done=done,
                dropped=dropped,
                visibility=visibility,
                shared_with=frozenset() if there is None else frozenset({there}),
            )
            for item, owner, promised, due, done, dropped, visibility, there in rows
        ]
        last = len(facts) < ACTIONS_AT_ONCE
        yield facts, last
        if last:
            return
        after = facts[-1].id


def _contacts(session: Session, some: Sequence[UUID], today: date) -> list[ContactFact]:
    """Return held meetings and other contacts of some relationships, in three statements."""
    fitting = (Meeting.relationship_id.in_(some), Meeting.status == MeetingStatus.HELD)
    shares = meeting_shares(session, *fitting)
    met = session.execute(
        select(Meeting.id, Meeting.relationship_id, Meeting.start_local, Meeting.visibility).where(
            *fitting
        )
    )
    facts = [
        ContactFact(
            id=item,
            relationship=there,
            day=start.date(),
            kind=ItemKind.MEETING,
            visibility=visibility,
            shared_with=shares.get(item, frozenset()) | {there},
        )
        for item, there, start, visibility in met
    ]
    talked = session.execute(
        select(Contact.id, Contact.relationship_id, Contact.day, Contact.visibility).where(
            Contact.relationship_id.in_(some), Contact.day <= today
        )
    )
    facts += [
        ContactFact(item, there, day, ItemKind.CONTACT, visibility, frozenset({there}))
        for item, there, day, visibility in talked
    ]
    return facts


def _wish_changes(session: Session, some: Sequence[UUID]) -> dict[UUID, list[WrittenChange]]:
    """Return what the journal knows of rhythm and phase, the newest first; one statement."""
    found: defaultdict[UUID, list[WrittenChange]] = defaultdict(list)
    for change in written_changes(session, some):
        if {column.name for column in change.columns} & {"rhythm_days", "phase"}:
            found[change.item].append(change)
    return found


def _wishes(row: Relationship, changes: Sequence[WrittenChange]) -> tuple[Wish, ...]:
    """Walk back from how things stand; the newest phase began on the day that was given for it."""
    rhythm, phase, given = row.rhythm_days, row.phase, row.phase_since
    wishes: list[Wish] = []
    for change in changes:
        before = {column.name: column.before for column in change.columns}
        since = change.at.date()
        if "phase" in before:
            since = since if given is None else min(since, given)
            given = None
        wishes.append(Wish(since, rhythm, phase))
        if "rhythm_days" in before:
            days = before["rhythm_days"]
            rhythm = days if isinstance(days, int) else None
        if isinstance(was := before.get("phase"), Phase):
            phase = was
    wishes.append(Wish(date.min, rhythm, phase))
    return tuple(sorted(wishes, key=lambda wish: wish.since))
