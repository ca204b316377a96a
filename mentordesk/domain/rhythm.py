"""How long a silence may be before it is worth a word."""

from datetime import date

from mentordesk.domain.enums import LIVE, Phase, Stage

STRETCH = 1.4
"""A monthly rhythm (30 days) may stretch to six weeks: personal contact keepers name four weeks
as ideal and six as the longest, whatever the kind of contact."""

LATE_STRETCH = 2.0
"""When people meet less often, silence is part of the season."""


def longest_gap(rhythm_days: int, phase: Phase = Phase.CULTIVATION) -> int | None:
    """Return how many days of silence fit a rhythm in a phase; None where any number does."""
    if phase is Phase.REDEFINITION:
        return None
    return round(rhythm_days * (LATE_STRETCH if phase is Phase.SEPARATION else STRETCH))


def is_silent(
    last_contact: date | None,
    rhythm_days: int | None,
    today: date,
    *,
    phase: Phase = Phase.CULTIVATION,
    stage: Stage = Stage.ACTIVE,
    quiet_until: date | None = None,
    since: date | None = None,
) -> bool:
    """Return whether a relationship has been silent for longer than its rhythm allows.

    Args:
        last_contact: the last real contact of any kind; None if there was none yet.
        rhythm_days: the wanted days between contacts; nobody is reminded without one.
        today: the day it is on the wall.
        phase: late phases allow longer silences, the last one any.
        stage: only a live relationship can be silent.
        quiet_until: no word before this day.
        since: when the relationship began, to count from where there was no contact yet.
    """
    start = last_contact or since
    if rhythm_days is None or start is None or stage not in LIVE:
        return False
    if quiet_until is not None and today < quiet_until:
        return False
    gap = longest_gap(rhythm_days, phase)
    return gap is not None and (today - start).days > gap
