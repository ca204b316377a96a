"""What the program does with backups of the open file."""

from collections.abc import Callable
from dataclasses import dataclass

from mentordesk.domain.backups import BackupRow


@dataclass(frozen=True)
class BackupSteps:
    """Handed in by the composition root."""

    make: Callable[[], object]
    """Make a backup now, beside the window."""

    open_copy: Callable[[BackupRow], object]
    """Show a backup in place of the open file, as a copy that is thrown away."""

    restore: Callable[[BackupRow], object]
    """Ask, then put a backup in the place of the open file."""

    go_back: Callable[[], object]
    """Open the file again that a copy is shown in place of."""

    shows_copy: Callable[[], bool]
    may_make: Callable[[], bool]
    """Whether the open file is the person's own, and can be changed."""

    show_folder: Callable[[], object]
