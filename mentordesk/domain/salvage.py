"""What came of copying all that can be read out of a damaged file."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class SalvageReport:
    """Rows by table.

    Attributes:
        kept: rows that are in the new file.
        lost: rows that could not be read, or belonged to one that could not.
        loosened: rows that lost what they pointed to, and were kept without it.
    """

    kept: Mapping[str, int] = field(default_factory=dict)
    lost: Mapping[str, int] = field(default_factory=dict)
    loosened: int = 0

    @property
    def complete(self) -> bool:
        """Whether nothing at all is missing."""
        return not any(self.lost.values()) and not self.loosened
