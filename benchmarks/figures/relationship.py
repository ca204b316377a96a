"""Opening a relationship: until all that its page shows first is read."""

from collections.abc import Callable
from uuid import UUID

from benchmarks.arithmetic import Row
from benchmarks.pairs import cpu_row
from benchmarks.stores import NOW, TODAY, Bench, open_desk
from mentordesk.services.desk import Desk

ROUNDS = 40
TARGET = 10

_PAGE = (
    (
        "SELECT id, start_local, status, form, minutes, title FROM meeting "
        "WHERE relationship_id = ? ORDER BY start_utc DESC LIMIT 30"
    ),
    (
        "SELECT id, day, form, minutes, line FROM contact "
        "WHERE relationship_id = ? ORDER BY day DESC LIMIT 30"
    ),
    (
        "SELECT id, title, promised_on, due, done FROM action "
        "WHERE relationship_id = ? ORDER BY promised_on DESC LIMIT 30"
    ),
)


def measure(bench: Bench) -> list[Row]:
    """Return what the page reads against one bare page of meetings, contacts and promises."""
    desk = open_desk(bench.heavy())
    try:
        who = desk.relationships.rail()[0].id
        figure = "relationship, data ready: CPU"
        return [cpu_row(figure, reading(desk, who), _bare(desk, who), rounds=ROUNDS, target=TARGET)]
    finally:
        desk.close()


def reading(desk: Desk, who: UUID) -> Callable[[], object]:
    """Return what the page and its overview ask for when a relationship is opened.

    The names of all relationships are known by then: the rail shows them.
    """

    def read() -> None:
        head = desk.relationships.header(who)
        ahead = desk.meetings.upcoming(NOW, 1, relationship=head.id)
        if ahead:
            desk.meetings.meeting(ahead[0].id)
        desk.meetings.unrecorded(NOW, 3, who)
        desk.relationships.open_promises(who)
        desk.stream.of_relationship(who, TODAY, limit=30, zone_name="Europe/Berlin")

    return read


def _bare(desk: Desk, who: UUID) -> Callable[[], object]:
    def read() -> None:
        for statement in _PAGE:
            desk.store.raw.execute(statement, (who.bytes,)).fetchall()

    return read
