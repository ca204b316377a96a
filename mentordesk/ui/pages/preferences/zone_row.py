"""The time zone that times are said in."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from mentordesk.domain.wall_time import known_zone
from mentordesk.ui.context import Context
from mentordesk.ui.pages.preferences.fields import here_said, zone_hint
from mentordesk.ui.preferences import ZONE
from mentordesk.ui.widgets.setting_row import SettingRow
from mentordesk.ui.widgets.zone_field import ZoneField
from mentordesk.ui.words import tr


class ZoneRow(SettingRow):
    """A zone to choose or type; one that is not known changes nothing and says so."""

    chosen = Signal()

    def __init__(self, context: Context) -> None:
        self._context = context
        self._field = ZoneField()
        self._here = here_said(context.zone_here)
        combo: QComboBox = self._field.combo
        combo.insertItem(0, self._here)
        combo.setAccessibleName(tr("Time zone"))
        super().__init__(tr("Time zone"), "", [combo], combo)
        self.load()
        combo.activated.connect(self._take)
        if (line := combo.lineEdit()) is not None:
            line.setAccessibleName(tr("Time zone"))
            line.editingFinished.connect(self._take)

    def load(self) -> None:
        """Show what is set."""
        self._field.load(self._context.preferences.value(ZONE) or self._here)
        self.set_hint(zone_hint(self._context.zone_name, self._context.now()))

    def _take(self) -> None:
        typed = self._field.combo.currentText().strip()
        wanted = "" if typed in ("", self._here) else self._field.value()
        if wanted and not known_zone(wanted):
            self.set_hint(tr("There is no zone of this name. Type a city, such as Berlin."))
            return
        if wanted != self._context.preferences.value(ZONE):
            self._context.preferences.choose(ZONE, wanted)
        self.load()
