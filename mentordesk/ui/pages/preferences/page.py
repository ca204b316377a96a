"""The page of preferences: each change has its effect at once and stays."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from mentordesk.ui.context import Context
from mentordesk.ui.page import Page
from mentordesk.ui.pages.preferences.fields import (
    Choice,
    lock_choice,
    look_choices,
    new_choices,
    recent_choice,
    week_choice,
)
from mentordesk.ui.pages.preferences.zone_row import ZoneRow
from mentordesk.ui.preferences import ZONE, Preference
from mentordesk.ui.widgets.buttons import LinkButton, PlainButton
from mentordesk.ui.widgets.cards import Card, Group
from mentordesk.ui.widgets.form_fields import ChoiceField
from mentordesk.ui.widgets.labels import QuietLabel, TitleLabel
from mentordesk.ui.widgets.scroll import PageScroll
from mentordesk.ui.widgets.setting_row import SettingRow
from mentordesk.ui.words import tr

_WIDTH = 760


@dataclass(frozen=True)
class PlaceSteps:
    """What can be done with the place of the open file; the program knows how."""

    move: Callable[[], object]
    show_folder: Callable[[], object]
    open_at_start: Callable[[], object]
    is_at_start: Callable[[], bool]
    may_move: Callable[[], bool]


class PreferencesPage(Page):
    """Look, time, what new things begin with, and where the file is."""

    def __init__(self, context: Context, steps: PlaceSteps) -> None:
        super().__init__(context)
        self._steps = steps
        self._fields: dict[str, ChoiceField] = {}
        self._rows: dict[str, SettingRow] = {}
        self.zone = ZoneRow(context)
        self._rows[ZONE.key] = self.zone
        self.reset_button = LinkButton(tr("Reset to defaults"), flush=True)
        self.reset_button.clicked.connect(self._reset)
        self._start_row = self._made_start_row()
        scroll = PageScroll(max_width=_WIDTH)
        self._assemble(scroll)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)
        context.preferences.changed.connect(self.reload)

    @override
    def title(self) -> str:
        return tr("Preferences")

    @override
    def first_focus(self) -> QWidget | None:
        """Return what was changed last: the page may have been made anew for it."""
        changed = self._rows.get(self.context.preferences.last_changed)
        return (changed or next(iter(self._rows.values()))).focus

    @override
    def reload(self) -> None:
        preferences = self.context.preferences
        for choice in _choices():
            self._fields[choice.preference.key].load(preferences.value(choice.preference))
        self.zone.load()
        taken = preferences.was_reset
        self.reset_button.setText(tr("Take back the reset") if taken else tr("Reset to defaults"))
        self.reset_button.setEnabled(taken or not preferences.is_default())
        at_start = self._steps.is_at_start()
        self._start_row.set_hint(
            tr("This file is opened at start.") if at_start else tr("Another file is.")
        )
        self._start_row.focus.setEnabled(not at_start)

    def field(self, preference: Preference[object]) -> ChoiceField:
        """Return the list that a preference is chosen from."""
        return self._fields[preference.key]

    def _assemble(self, scroll: PageScroll) -> None:
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addWidget(TitleLabel(tr("Preferences")))
        head.addWidget(QuietLabel(tr("Changes have their effect at once."), wrap=True))
        scroll.body.addLayout(head)
        look = [self._row(choice) for choice in look_choices()]
        scroll.body.addWidget(_group(tr("Look"), look))
        scroll.body.addWidget(_group(tr("Time"), [self._row(week_choice()), self.zone]))
        scroll.body.addWidget(
            _group(tr("To begin with"), [self._row(choice) for choice in new_choices()])
        )
        scroll.body.addWidget(
            _group(tr("Privacy"), [self._row(lock_choice()), self._row(recent_choice())])
        )
        scroll.body.addWidget(_group(tr("This file"), [self._place_row(), self._start_row]))
        scroll.body.addWidget(self.reset_button, 0, Qt.AlignmentFlag.AlignLeading)
        scroll.body.addStretch()

    def _row(self, choice: Choice) -> SettingRow:
        field = ChoiceField(choice.options)
        field.combo.setAccessibleName(choice.words)
        field.watch(partial(self._take, choice.preference))
        row = SettingRow(choice.words, choice.hint, [field.combo], field.combo)
        self._fields[choice.preference.key] = field
        self._rows[choice.preference.key] = row
        return row

    def _place_row(self) -> SettingRow:
        show = PlainButton(tr("Show in folder"))
        show.clicked.connect(self._steps.show_folder)
        move = PlainButton(tr("Move…"), name=tr("Move the file to another place…"))
        move.clicked.connect(self._steps.move)
        move.setEnabled(self._steps.may_move())
        path = self.context.desk.path.absolute()
        return SettingRow(tr("Where it is"), _breakable(path), [show, move], show)

    def _made_start_row(self) -> SettingRow:
        button = PlainButton(tr("Open this file at start"))
        button.clicked.connect(self._steps.open_at_start)
        row = SettingRow(tr("Opened at start"), "", [button], button)
        button.setVisible(self._steps.may_move())  # in its row: alone it would be a window
        return row

    def _take(self, preference: Preference[object], *_: object) -> None:
        self.context.preferences.choose(preference, self._fields[preference.key].value())

    def _reset(self) -> None:
        preferences = self.context.preferences
        if preferences.was_reset:
            preferences.take_back_reset()
        else:
            preferences.reset()
        self.reload()


def _choices() -> Sequence[Choice]:
    return [*look_choices(), week_choice(), *new_choices(), lock_choice(), recent_choice()]


def _group(caption: str, rows: Sequence[QWidget]) -> Group:
    card = Card()
    for row in rows:
        card.add_row(row)
    return Group(caption, card)


def _breakable(path: Path) -> str:
    """Return a path that may go on in the next line behind each folder."""
    return str(path).replace("/", "/\u200b").replace("\\", "\\\u200b")
