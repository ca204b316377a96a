"""Whose goals a chart or a timeline can be narrowed to."""

from PySide6.QtCore import QSignalBlocker, Signal
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
        self._wanted = first
        self.combo = QComboBox()
        self.combo.setAccessibleName(tr("Whose goals"))
        self.combo.currentIndexChanged.connect(self._remember)
        self.combo.activated.connect(self.chosen)
        self._label = QuietLabel(tr("&Whose goals"))
        self._label.setBuddy(self.combo)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._label)
        layout.addWidget(self.combo)

    @property
    def scope(self) -> PlanScope | None:
        """Whose goals are chosen; None for everybody's."""
        return self._scopes[max(self.combo.currentIndex(), 0)]

    def reload(self, *, own: bool = True) -> None:
        """Offer the people there are now; who was chosen stays chosen.

        While one person is shown alone there is nobody else, nor my own, to choose.

        Args:
            own: whether my own alone can be chosen; else everybody's stand for them.
        """
        self._label.setText(tr("&Whose goals") if own else tr("&With whom"))
        self.combo.setAccessibleName(tr("Whose goals") if own else tr("With whom"))
        alone = self._context.curtain.only is not None
        everybody: list[tuple[str, PlanScope | None]] = [
            (tr("All goals") if own else tr("Everybody"), None),
            *([(tr("My own"), OWN_PLAN)] if own else []),
        ]
        people = [(entry.name, PlanScope(entry.id)) for entry in self._context.relationships()]
        offered = people if alone and people else [*everybody, *people]
        self._scopes = [scope for _, scope in offered]
        with QSignalBlocker(self.combo):
            self.combo.clear()
            self.combo.addItems([name for name, _ in offered])
            chosen = self._scopes.index(self._wanted) if self._wanted in self._scopes else 0
            self.combo.setCurrentIndex(chosen)

    def _remember(self, place: int) -> None:
        if 0 <= place < len(self._scopes):
            self._wanted = self._scopes[place]
