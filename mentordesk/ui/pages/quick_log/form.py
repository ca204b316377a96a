"""The form of the quick log: who, when, how, one line, and perhaps one thing promised."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from typing_extensions import override

from mentordesk.domain.contacts import ContactDraft, check_contact
from mentordesk.domain.enums import MeetingForm
from mentordesk.domain.people import PersonRow
from mentordesk.domain.text import first_name
from mentordesk.ui.labels import label
from mentordesk.ui.widgets.form_fields import ChoiceField
from mentordesk.ui.widgets.forms import Form
from mentordesk.ui.words import tr

_AT_ONCE = ("day", "line", "action")
"""Fields whose problems are said while typing; that one is still empty can wait."""

OthersOf = Callable[[UUID], Sequence[PersonRow]]
"""Returns who is on the other side of a relationship."""


class OwnerField(ChoiceField):
    """Whose promise it is: mine, or that of somebody on the other side."""

    def __init__(self) -> None:
        super().__init__([])
        self.offer([])

    def offer(self, others: Sequence[PersonRow]) -> None:
        """Let one choose between me and these people."""
        self._values = [None, *(other.id for other in others)]
        self.combo.clear()
        self.combo.addItems([tr("Me"), *(first_name(other.name) for other in others)])


class QuickLogForm(Form):
    """Two clicks for a contact; a promise only where there was one."""

    def __init__(
        self,
        today: date,
        people: Sequence[tuple[UUID, str]],
        others_of: OthersOf,
        relationship: UUID | None = None,
    ) -> None:
        super().__init__(today)
        self._day = today
        self._others_of = others_of
        self._followed: UUID | None = None
        self._owner = OwnerField()
        self.add_choice("relationship", tr("Who"), people)
        self.add_date("day", tr("Day"), optional=False)
        self.add_choice("form", tr("How"), [(form, label(form)) for form in MeetingForm])
        self.put_beside("day", "form")
        self.add_text("line", tr("In one line"), placeholder=tr("What it was about"))
        self.add_text("action", tr("Something promised"), placeholder=tr("If anything"))
        self._add("action_owner", tr("By whom"), self._owner, "")
        self.add_date("action_due", tr("Due"))
        self.put_beside("action_owner", "action_due")
        known = {item for item, _ in people}
        chosen = relationship if relationship in known else None
        self._first = "line" if chosen is not None else ""
        self.load({"relationship": chosen, "day": today, "form": MeetingForm.IN_PERSON})
        self.edited.connect(self._fit)
        self._fit()

    def draft(self) -> ContactDraft:
        """Return what was entered."""
        values: dict[str, Any] = self.values()
        return ContactDraft(**values)

    @override
    def focus_first(self) -> None:
        if self._first:
            self.row(self._first).field.focus.setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().focus_first()

    def _fit(self) -> None:
        """Ask by whom and until when only what was promised; say what is wrong."""
        values = self.values()
        promised = bool(str(values["action"]).strip()) or values["action_due"] is not None
        for key in ("action_owner", "action_due"):
            self.set_row_visible(key, visible=promised)
        relationship = values["relationship"]
        if isinstance(relationship, UUID) and relationship != self._followed:
            self._followed = relationship
            self._owner.offer(self._others_of(relationship))
        self._say_at_once(values)

    def _say_at_once(self, values: Mapping[str, object]) -> None:
        problems = {} if self.unreadable() else check_contact(self.draft(), self._day)
        for key in _AT_ONCE:
            missing = values[key] is None or values[key] == ""
            self.row(key).show_problem("" if missing else problems.get(key, ""))
