"""Show only this person: everything about everyone else is out of sight at once."""

from uuid import UUID

from PySide6.QtCore import QObject, Signal


class Curtain(QObject):
    """Which relationship is shown alone, if one is, while somebody looks on.

    It lives as long as the window and is kept nowhere: after a restart everyone is shown.
    """

    changed = Signal()
    """Emitted after it has been drawn, drawn for somebody else, or lifted."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._only: UUID | None = None

    @property
    def only(self) -> UUID | None:
        """Return the relationship that is shown alone; None while everyone is shown."""
        return self._only

    def show_only(self, relationship: UUID) -> None:
        """Hide everything that does not belong to one relationship."""
        self._set(relationship)

    def lift(self) -> None:
        """Show everyone again."""
        self._set(None)

    def hides(self, relationship: UUID | None) -> bool:
        """Return whether what belongs to a relationship is out of sight now.

        Args:
            relationship: whose it is; None for an item of my own, which is nobody else's to see
                either: it is out of sight whenever the curtain is drawn.
        """
        return self._only is not None and relationship != self._only

    def _set(self, relationship: UUID | None) -> None:
        if relationship != self._only:
            self._only = relationship
            self.changed.emit()
