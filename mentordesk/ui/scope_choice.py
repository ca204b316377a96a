"""Whose goals a chart or a timeline can be narrowed to."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from mentordesk.domain.goals import OWN_PLAN, PlanScope
from mentordesk.ui.context import Context
from mentordesk.ui.widgets.labels import QuietLabel
from mentordesk.ui.words import tr


class ScopeChoice(QWidget):
    """All goals, my own, or those of one relationship."""

    chosen = Signal()

    def __init__(self, context: Context, first: PlanScope | None = None) -> None:
        super().__init__()
        self._context = context
        self._scopes = [first]
        self.combo = QComboBox()
        self.combo.setAccessibleName(tr("Whose goals"))
        self.combo.activated.connect(self.chosen)
        label = QuietLabel(tr("&Whose goals"))
        label.setBuddy(self.combo)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(label)
        layout.addWidget(self.combo)

    @property
    def scope(self) -> PlanScope | None:
        """Whose goals are chosen; None for everybody's."""
        return self._scopes[max(self.combo.currentIndex(), 0)]

    def reload(self) -> None:
        """Offer the people there are now; who was chosen stays chosen."""
        before = self.scope
        entries = self._context.desk.relationships.rail()
        names = [tr("All goals"), tr("My own"), *(entry.name for entry in entries)]
        self._scopes = [None, OWN_PLAN, *(PlanScope(entry.id) for entry in entries)]
        self.combo.clear()
        self.combo.addItems(names)
        self.combo.setCurrentIndex(self._scopes.index(before) if before in self._scopes else 0)
