"""Backups by the names of their files: when each was made, why, and which may go."""

import re
from collections.abc import Callable, Collection, Hashable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path

DAYS, WEEKS, MONTHS = 7, 4, 12
"""Of how many days, weeks and months that have a backup the newest one stays."""

MOST_AT_ONCE = 4
"""Backups that go at one time: a wrong clock, seen once, can't take many with it."""

_STAMP = "%Y%m%dT%H%M%SZ"


class BackupReason(StrEnum):
    """Why a backup was made."""

    AUTOMATIC = "automatic"
    ASKED = "asked"
    MIGRATION = "migration"
    IMPORT = "import"
    RESTORE = "restore"
    REKEY = "rekey"


class Protection(StrEnum):
    """What it takes to read a backup."""

    NONE = "none"
    PRESENT = "present"
    EARLIER = "earlier"


@dataclass(frozen=True)
class BackupRow:
    """One backup of the open file.

    Attributes:
        id: the name of its file.
        at: when it was made, in UTC.
        size: bytes.
        protection: none, the passphrase of the open file, or another one.
    """

    id: str
    path: Path
    at: datetime
    why: BackupReason
    size: int
    protection: Protection


def backup_name(stem: str, at: datetime, why: BackupReason, suffix: str) -> str:
    """Return the name of a backup's file, such as ``my-desk-20261124T103005Z-asked.mentordesk``."""
    return f"{stem}-{at.astimezone(UTC).strftime(_STAMP)}-{why.value}{suffix}"


def read_backup_name(name: str, stem: str, suffix: str) -> tuple[datetime, BackupReason] | None:
    """Return when and why a backup was made, or None for a file that is no backup of this one."""
    reasons = "|".join(sorted(BackupReason))
    pattern = rf"{re.escape(stem)}-(\d{{8}}T\d{{6}}Z)-({reasons}){re.escape(suffix)}"
    found = re.fullmatch(pattern, name, re.ASCII)
    if found is None:
        return None
    try:
        at = datetime.strptime(found[1], _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None
    return at, BackupReason(found[2])


def surplus(moments: Collection[datetime], now: datetime) -> list[datetime]:
    """Return the backups that may go, oldest first, at most ``MOST_AT_ONCE``.

    All of today and yesterday stay, and the newest of each of the last 7 days, 4 weeks and 12
    months that have any. Both the clock and the newest backup say what "today" is, and days
    without a backup count for nothing: a clock that is years off takes no more than a right one.

    Args:
        moments: when the backups were made, by their names.
        now: the present moment; its zone says where a day ends.
    """
    if not moments:
        return []
    local = {moment: moment.astimezone(now.tzinfo) for moment in moments}
    newest = max(moments)
    kept = {newest}
    for today in (now.date(), local[newest].date()):
        recent = {today, today - timedelta(days=1)}
        kept |= {moment for moment, there in local.items() if there.date() in recent}
    descending = sorted(moments, reverse=True)
    kept |= _newest_of_each(descending, lambda moment: local[moment].date(), DAYS)
    kept |= _newest_of_each(descending, lambda moment: local[moment].isocalendar()[:2], WEEKS)
    kept |= _newest_of_each(
        descending, lambda moment: (local[moment].year, local[moment].month), MONTHS
    )
    return sorted(moment for moment in moments if moment not in kept)[:MOST_AT_ONCE]


def _newest_of_each(
    descending: Iterable[datetime], period: Callable[[datetime], Hashable], count: int
) -> set[datetime]:
    """Return the newest moment of each of the newest so many periods."""
    found: dict[Hashable, datetime] = {}
    for moment in descending:
        if len(found) == count and period(moment) not in found:
            break
        found.setdefault(period(moment), moment)
    return set(found.values())
