"""Local times: a 10:00 meeting stays at 10:00, whatever the offset will be that day."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones


@cache
def zone(name: str) -> ZoneInfo:
    """Return an IANA zone by name.

    Raises:
        KeyError: there is no such zone (``ZoneInfoNotFoundError``), or the name is no name.
    """
    try:
        return ZoneInfo(name)
    except (ValueError, OSError) as error:  # OSError: a folder such as "Europe", or far too long
        raise KeyError(name) from error


def known_zone(name: str) -> bool:
    """Return whether there is a time zone of this name."""
    try:
        zone(name)
    except KeyError:
        return False
    return True


@cache
def zone_names() -> tuple[str, ...]:
    """Return the zones to choose from, in order, without aliases such as ``Etc/GMT+3``."""
    skipped = ("Etc/", "SystemV/", "posix", "right", "US/", "localtime", "Factory")
    names = (n for n in available_timezones() if "/" in n and not n.startswith(skipped))
    return (*sorted(names), "UTC")


@dataclass(frozen=True, order=True)
class WallTime:
    """A wall clock's time in a zone.

    Attributes:
        local: naive date and time as the clock on the wall shows it, to the minute.
        zone: IANA name, for example ``Europe/Berlin``.
        fold: 1 for the second of two equal times when clocks go back, else 0.
    """

    local: datetime
    zone: str
    fold: int = 0

    @property
    def aware(self) -> datetime:
        """The same moment with its zone attached."""
        return self.local.replace(tzinfo=zone(self.zone), fold=self.fold)

    @property
    def utc(self) -> datetime:
        """The moment in UTC."""
        return self.aware.astimezone(UTC)

    @property
    def in_gap(self) -> bool:
        """Whether clocks jump over this time, so that it does not exist."""
        back = self.utc.astimezone(zone(self.zone)).replace(tzinfo=None, fold=0)
        return back != self.local.replace(fold=0)

    @property
    def is_twice(self) -> bool:
        """Whether this time happens twice, because clocks go back."""
        first, second = (self.local.replace(tzinfo=zone(self.zone), fold=f) for f in (0, 1))
        return not self.in_gap and first.utcoffset() != second.utcoffset()

    def end(self, minutes: int) -> "WallTime":
        """Return the wall time that many real minutes later, in the same zone."""
        return from_utc(self.utc + timedelta(minutes=minutes), self.zone)

    def in_zone(self, name: str) -> "WallTime":
        """Return the same moment on another zone's wall clock."""
        return from_utc(self.utc, name)


def from_utc(moment: datetime, zone_name: str) -> WallTime:
    """Return a moment (aware) as the wall clock of a zone shows it."""
    there = moment.astimezone(zone(zone_name))
    return WallTime(there.replace(tzinfo=None, fold=0), zone_name, there.fold)
