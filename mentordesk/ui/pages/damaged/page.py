"""This file is damaged: the two ways on, and afterwards what came of it."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mentordesk.domain.backups import BackupRow
from mentordesk.domain.dates_said import exact_date
from mentordesk.domain.enums import ItemKind
from mentordesk.domain.salvage import SalvageReport
from mentordesk.domain.wall_time import from_utc
from mentordesk.ui.labels import counted
from mentordesk.ui.widgets.buttons import LinkButton, PlainButton, PrimaryButton
from mentordesk.ui.widgets.calm_column import CalmColumn
from mentordesk.ui.widgets.cards import Card
from mentordesk.ui.widgets.flow import Flow
from mentordesk.ui.widgets.labels import BodyLabel, QuietLabel, SectionLabel
from mentordesk.ui.words import plural, tr

_PADDING = 24


class DamagedPage(CalmColumn):
    """Offers the newest backup, and a copy of what can be read; repairs nothing."""

    restore_wanted = Signal()
    copy_wanted = Signal()
    other_wanted = Signal()

    def __init__(self, trouble: str, newest: BackupRow | None, zone_name: str, today: date) -> None:
        super().__init__(
            tr("This file can't be opened as it is"),
            tr("{trouble} Nothing is changed in it, whatever you choose here.", trouble=trouble),
        )
        self.restore_button = PrimaryButton(tr("Restore this backup"))
        self.restore_button.clicked.connect(self.restore_wanted)
        copy_button = PlainButton if newest is not None else PrimaryButton
        self.copy_button = copy_button(tr("Copy what can be read"))
        self.copy_button.clicked.connect(self.copy_wanted)
        self.other_button = LinkButton(tr("Open another file…"))
        self.other_button.clicked.connect(self.other_wanted)
        if newest is not None:
            self.body.addWidget(self._backup_card(newest, zone_name, today))
        self.body.addWidget(
            _card(
                tr("Save what is left"),
                tr(
                    "Everything that can be read goes into a new file beside this one, and you are "
                    "told what is missing."
                ),
                self.copy_button,
            )
        )
        self.body.addWidget(Flow([self.other_button]))

    def first_focus(self) -> QWidget:
        """Return what takes the keyboard first."""
        return self.restore_button if self.restore_button.parent() else self.copy_button

    def _backup_card(self, newest: BackupRow, zone_name: str, today: date) -> Card:
        local = from_utc(newest.at, zone_name).local
        day = tr("today") if local.date() == today else exact_date(local.date(), tr)
        return _card(
            tr("Go back to the newest backup"),
            tr(
                "It was made {day} at {time}. What was written after that is not in it. The "
                "damaged file is kept beside it.",
                day=day,
                time=f"{local:%H:%M}",
            ),
            self.restore_button,
        )


class SalvagedPage(CalmColumn):
    """What came of copying: what is there, and what is missing."""

    open_wanted = Signal()

    def __init__(self, name: str, report: SalvageReport) -> None:
        super().__init__(
            tr("What could be read is in a new file"),
            tr("It is called “{name}” and lies beside the damaged one.", name=name),
        )
        card = Card(padding=_PADDING)
        card.body.setSpacing(8)
        items = {kind.value: report.kept.get(kind, 0) for kind in ItemKind}
        card.body.addWidget(SectionLabel(tr("Copied")))
        card.body.addWidget(BodyLabel(kinds_said(items), wrap=True))
        card.body.addWidget(SectionLabel(tr("Missing")))
        self.missing = BodyLabel(missing_said(report), wrap=True)
        card.body.addWidget(self.missing)
        self.body.addWidget(card)
        self.open_button = PrimaryButton(tr("Open the new file"))
        self.open_button.clicked.connect(self.open_wanted)
        self.body.addWidget(Flow([self.open_button]))


def kinds_said(rows: Mapping[str, int]) -> str:
    """Return rows by table as a person counts them; entries that nobody made stand last."""
    parts = [counted(kind, rows[kind]) for kind in ItemKind if rows.get(kind)]
    others = sum(count for table, count in rows.items() if table not in set(ItemKind))
    if others:
        parts.append(plural(others, "one entry of the journal", "{count} entries of the journal"))
    return ", ".join(parts) or tr("nothing")


def missing_said(report: SalvageReport) -> str:
    """Return what is lost; damage leaves some of it uncertain."""
    if report.complete:
        return tr("Nothing, as far as can be seen.")
    lost = {table: count for table, count in report.lost.items() if count}
    words = tr("About {lost}.", lost=kinds_said(lost)) if lost else ""
    if report.loosened:
        loose = plural(
            report.loosened,
            "One entry is kept without what it belonged to.",
            "{count} entries are kept without what they belonged to.",
        )
        words = f"{words} {loose}".strip()
    return words


def _card(title: str, text: str, button: QWidget) -> Card:
    card = Card(padding=_PADDING)
    card.body.setSpacing(8)
    card.body.addWidget(SectionLabel(title, wrap=True))
    card.body.addWidget(QuietLabel(text, wrap=True))
    card.body.addWidget(Flow([button]))
    return card
