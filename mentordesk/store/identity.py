"""Notice when another program puts a different file in the place of ours."""

from dataclasses import dataclass
from pathlib import Path
from typing import Self

from mentordesk.domain.errors import FileError, ReplacedError
from mentordesk.store.failures import explain


@dataclass(frozen=True)
class FileIdentity:
    """What the system knows of a file: enough to see that it was replaced or written.

    Attributes:
        device: the file system.
        inode: the file in it.
        size: bytes.
        mtime_ns: the last write, in nanoseconds since 1970 in UTC.
    """

    device: int
    inode: int
    size: int
    mtime_ns: int

    @classmethod
    def of(cls, path: Path) -> Self:
        """Return the identity of the file, or of the file that a link points to.

        Raises:
            FileError: the file can't be seen.
        """
        try:
            status = path.stat()
        except OSError as error:
            raise explain(error) or error from error
        return cls(status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)

    def same_file(self, other: Self) -> bool:
        """Return whether both are one file, whatever was written in it meanwhile."""
        return (self.device, self.inode) == (other.device, other.inode)


def check_unchanged(path: Path, expected: FileIdentity) -> None:
    """Check before a write that the file is still the one we last read or wrote.

    After each write of our own, take ``FileIdentity.of`` again.

    Raises:
        ReplacedError: it was replaced, changed or removed.
    """
    try:
        present = FileIdentity.of(path)
    except FileError as error:
        raise ReplacedError(
            "The file is not at its place any more. Nothing was written. "
            "Save your desk as a copy, or put the file back."
        ) from error
    if not present.same_file(expected):
        raise ReplacedError(
            "Another program replaced this file while it was open. Nothing was written. "
            "Reload the new file, or save your desk as a copy."
        )
    if present != expected:
        raise ReplacedError(
            "Another program changed this file while it was open. Nothing was written. "
            "Reload the file, or save your desk as a copy."
        )
