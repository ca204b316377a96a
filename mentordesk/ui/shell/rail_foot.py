"""The foot of the rail: which file is open, and when it was backed up last."""

from datetime import date, datetime

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentordesk.domain.dates_said import ago, exact_date
from mentordesk.domain.wall_time import from_utc
from mentordesk.ui.context import Context, Place
from mentordesk.ui.theme import FontRole, font
from mentordesk.ui.widgets.buttons import LinkButton
from mentordesk.ui.widgets.labels import ElidedLabel
from mentordesk.ui.widgets.marks import IconLabel
from mentordesk.ui.words import tr


class RailFoot(QWidget):
    """The file with its icon, and under it a way to its backups."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = IconLabel("file", size=18)
        self._file = ElidedLabel("", role=FontRole.SECONDARY, tone="quiet")
        self.backup_button = LinkButton("", flush=True)
        self.backup_button.setFont(font(FontRole.SECONDARY))
        self._narrow = False
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._file)
        words.addWidget(self.backup_button, 0, Qt.AlignmentFlag.AlignLeft)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(9, 0, 4, 0)
        layout.setSpacing(8)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        self.set_backup("")

    def set_file(self, icon: str, words: str, tip: str) -> None:
        """Say which file is open."""
        self._icon.set_icon(icon)
        self._icon.setToolTip(tip)
        self._file.setText(words)
        self._file.setToolTip(tip)

    def set_backup(self, words: str, tip: str = "") -> None:
        """Say when the file was backed up last; nothing where it gets no backups."""
        self.backup_button.setText(words)
        self.backup_button.setToolTip(tip)
        self._show_backup()

    def set_narrow(self, *, narrow: bool) -> None:
        """Show the icon alone where the window is narrow."""
        self._narrow = narrow
        self._file.setVisible(not narrow)
        self._show_backup()

    def _show_backup(self) -> None:
        self.backup_button.setVisible(bool(self.backup_button.text()) and not self._narrow)


class FootKeeper(QObject):
    """Keeps what the foot says of the last backup true."""

    def __init__(self, foot: RailFoot, context: Context) -> None:
        super().__init__(foot)
        self._foot, self._context = foot, context
        foot.backup_button.clicked.connect(self._go)
        context.backed_up.connect(self.reload)
        context.changed.connect(self.reload)
        self.reload()

    def reload(self) -> None:
        """Read when the newest backup was made."""
        newest = self._context.desk.backups.newest_moment()
        if newest is None:
            self._foot.set_backup(tr("No backup yet"))
            return
        zone = self._context.zone_name
        local = from_utc(newest, zone).local
        tip = tr("{date}, {time}", date=exact_date(local.date(), tr), time=f"{local:%H:%M}")
        self._foot.set_backup(newest_said(newest, self._context.today(), zone), tip)

    def _go(self) -> None:
        self._context.go(Place("backups"))


def newest_said(at: datetime, today: date, zone_name: str) -> str:
    """Return how long ago the newest backup was made, for a narrow place."""
    local = from_utc(at, zone_name).local
    if local.date() == today:
        return tr("Backed up at {time}", time=f"{local:%H:%M}")
    return tr("Backed up {when}", when=ago(local.date(), today, tr))
