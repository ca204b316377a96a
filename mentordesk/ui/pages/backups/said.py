"""What the page of backups says of each."""

from datetime import datetime

from mentordesk.domain.backups import BackupRow
from mentordesk.domain.dates_said import exact_date
from mentordesk.domain.wall_time import from_utc
from mentordesk.ui.labels import label
from mentordesk.ui.widgets.columns import Column
from mentordesk.ui.words import tr

_KIB, _MIB = 1024, 1024 * 1024


def when_said(at: datetime, zone_name: str) -> str:
    """Return the exact moment of a backup on the wall here."""
    local = from_utc(at, zone_name).local
    return tr("{date}, {time}", date=exact_date(local.date(), tr), time=f"{local:%H:%M}")


def size_said(count: int) -> str:
    """Return a size in bytes as people say it."""
    if count < _MIB:
        return tr("{count} KB", count=max(1, round(count / _KIB)))
    return tr("{count} MB", count=f"{count / _MIB:.1f}")


def backup_columns(zone_name: str) -> list[Column[BackupRow]]:
    """Return the columns of the list of backups; times are told in a zone."""

    def when(row: BackupRow) -> str:
        return when_said(row.at, zone_name)

    return [
        Column(tr("Made"), when),
        Column(tr("Why"), _why),
        Column(tr("Size"), _size),
        Column(tr("Opens with"), _opens_with),
        Column(tr("Checked"), _checked),
    ]


def _why(row: BackupRow) -> str:
    return label(row.why)


def _size(row: BackupRow) -> str:
    return size_said(row.size)


def _opens_with(row: BackupRow) -> str:
    return label(row.protection)


def _checked(_row: BackupRow) -> str:
    return tr("when made")
