"""Whether a file lies where another program or computer writes too."""

import sys
from pathlib import Path

from mentordesk.domain.places import MARKS, is_network, mount_of, synced_by

_MOUNTS = Path("/proc/self/mounts")


def kept_in_step_by(path: Path) -> str | None:
    """Return the program that keeps the file's folder in step with other computers, if one does."""
    folders = path.resolve().parents
    if found := synced_by(folder.name for folder in folders):
        return found
    for folder in folders:
        for mark, program in MARKS.items():
            if (folder / mark).exists():
                return program
    return None


def lies_in_network(path: Path) -> bool:
    """Return whether the file lies on another computer, as far as the system tells."""
    real = path.resolve()
    if sys.platform == "win32":
        return str(real).startswith("\\\\")
    try:
        lines = _MOUNTS.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:  # a system without it
        return False
    fields = (line.split() for line in lines)
    mounts = [(_plain(parts[1]), parts[2]) for parts in fields if len(parts) > 2]
    return is_network(mount_of(str(real), mounts))


def _plain(point: str) -> str:
    """Return a mount point without the signs that stand for its spaces."""
    return point.replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\")
