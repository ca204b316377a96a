"""What the program does with the key of the open file."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class KeySteps:
    """Handed in by the composition root."""

    set_passphrase: Callable[[str | None], object]
    """Close the file, write it anew with this passphrase or none, and open it again."""

    lock: Callable[[], object]
    may_protect: Callable[[], bool]
    """Whether the open file is the person's own, and can be changed."""
