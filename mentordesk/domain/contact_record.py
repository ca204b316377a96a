"""Real contacts over time beside the rhythm that was wished for."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from mentordesk.domain.enums import ItemKind, Phase, Visibility
from mentordesk.domain.rhythm import longest_gap

LATELY = 365
"""Days that the sentence and the rows of everybody look back."""

DAYS_BEHIND = 15 * 366
"""A chart of one relationship shows no day longer ago."""


@dataclass(frozen=True, slots=True)
class Wish:
    """How often people wished to talk from a day on.

    Attributes:
        since: the first day it held; ``date.min`` where it always did.
        rhythm_days: days between contacts; None where nobody has said.
        phase: late phases allow longer silences, the last one any.
    """

    since: date
    rhythm_days: int | None
    phase: Phase = Phase.CULTIVATION

    @property
    def longest(self) -> int | None:
        """The days of silence that still fit; None where any number does."""
        return None if self.rhythm_days is None else longest_gap(self.rhythm_days, self.phase)


ANY = Wish(date.min, None)
"""No wish: any silence fits."""


@dataclass(frozen=True)
class RhythmFact:
    """What the charts know of one relationship; the gate can release it.

    Attributes:
        wishes: how the wish stood over time, the oldest first.
        started: the day it began, if it is known.
    """

    id: UUID
    name: str
    wishes: tuple[Wish, ...] = (ANY,)
    started: date | None = None
    visibility: Visibility = Visibility.PRIVATE
    shared_with: frozenset[UUID] = frozenset()
    kind: ItemKind = ItemKind.RELATIONSHIP

    def wish_on(self, day: date) -> Wish:
        """Return the wish as it stood on a day."""
        stood = [wish for wish in self.wishes if wish.since <= day]
        return stood[-1] if stood else self.wishes[0]


@dataclass(frozen=True, slots=True)
class ContactFact:
    """A meeting that was held, or another real contact; its words stay in the file."""

    id: UUID
    relationship: UUID
    day: date
    kind: ItemKind
    visibility: Visibility = Visibility.PRIVATE
    shared_with: frozenset[UUID] = frozenset()


RecordFact = RhythmFact | ContactFact


@dataclass(frozen=True)
class ContactDay:
    """A day on which two people had real contact.

    Attributes:
        meetings: held meetings on that day.
        others: other contacts on that day.
        gap: days since the contact before; None for the first, for what was before nobody wrote.
        wish: how often they wished to talk then.
    """

    day: date
    meetings: int
    others: int
    gap: int | None
    wish: Wish

    @property
    def fits(self) -> bool:
        """Whether the silence before it fitted the wish of that day."""
        longest = self.wish.longest
        return self.gap is None or longest is None or self.gap <= longest


@dataclass(frozen=True)
class ContactRecord:
    """The contacts of one relationship.

    Attributes:
        name: what it is called; empty where the gate has kept that back.
        rhythm: its wishes over time.
        days: the oldest first.
    """

    relationship: UUID
    name: str
    rhythm: RhythmFact | None
    days: tuple[ContactDay, ...]
    today: date

    @property
    def wish(self) -> Wish:
        """How often people wish to talk today."""
        return ANY if self.rhythm is None else self.rhythm.wish_on(self.today)

    @property
    def last(self) -> date | None:
        """The day of the last contact."""
        return self.days[-1].day if self.days else None

    @property
    def silent_days(self) -> int | None:
        """Days since the last contact, or since the beginning where there was none."""
        start = self.last or (self.rhythm.started if self.rhythm else None)
        return None if start is None or start > self.today else (self.today - start).days

    @property
    def fits(self) -> bool | None:
        """Whether the present silence fits the wish; None where there is none to fit."""
        longest, silent = self.wish.longest, self.silent_days
        return None if longest is None or silent is None else silent <= longest

    @property
    def start(self) -> date:
        """The first day to show: a little before the first contact, within reason."""
        first = self.days[0].day if self.days else self.today
        earliest = self.today - timedelta(days=DAYS_BEHIND)
        first = min(first, self.today - timedelta(days=28))
        return max(first, earliest)

    def since(self, day: date) -> tuple[ContactDay, ...]:
        """Return the contacts on a day or after it."""
        return tuple(one for one in self.days if one.day >= day)

    def lately(self) -> tuple[ContactDay, ...]:
        """Return the contacts of the last twelve months."""
        return self.since(self.today - timedelta(days=LATELY - 1))


def contact_records(facts: Iterable[RecordFact], today: date) -> tuple[ContactRecord, ...]:
    """Return the contacts of each relationship up to today, by name, never by how often they talk.

    Contacts whose relationship the gate has kept back still count; their record has no name.
    """
    rhythms: dict[UUID, RhythmFact] = {}
    contacts: defaultdict[UUID, list[ContactFact]] = defaultdict(list)
    for fact in facts:
        if isinstance(fact, RhythmFact):
            rhythms[fact.id] = fact
        elif fact.day <= today:
            contacts[fact.relationship].append(fact)
    records = []
    for item in {**rhythms, **contacts}:
        rhythm = rhythms.get(item)
        days = tuple(_days(contacts.get(item, ()), rhythm))
        records.append(ContactRecord(item, rhythm.name if rhythm else "", rhythm, days, today))
    return tuple(sorted(records, key=lambda one: (one.name.casefold(), one.relationship)))


def _days(facts: Sequence[ContactFact], rhythm: RhythmFact | None) -> list[ContactDay]:
    by_day: defaultdict[date, list[ContactFact]] = defaultdict(list)
    for fact in facts:
        by_day[fact.day].append(fact)
    before: date | None = None
    days = []
    for day in sorted(by_day):
        meetings = sum(fact.kind is ItemKind.MEETING for fact in by_day[day])
        gap = None if before is None else (day - before).days
        wish = rhythm.wish_on(day) if rhythm else ANY
        days.append(ContactDay(day, meetings, len(by_day[day]) - meetings, gap, wish))
        before = day
    return days
