"""Write a file that leaves the desk: whole or not at all, readable for its owner alone."""

import errno
import os
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from mentordesk.domain.errors import FileError
from mentordesk.store.failures import explain

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def write_file(
    path: Path, pieces: Iterable[bytes], step: Callable[[int], object] = lambda _: None
) -> int:
    """Write pieces to a file in place of what was there, and return how many bytes.

    Args:
        path: where to.
        pieces: the bytes, one after another.
        step: told how many pieces are written; what it raises ends the writing.

    Raises:
        FileError: it can't be written; what was there is as it was.
    """
    try:
        _check_place(path)
        return _write(Path(os.path.realpath(path)), pieces, step)
    except OSError as error:
        if error.errno in _FULL:  # no change of the desk is lost, as it is where its disk is full
            raise FileError(
                "The file could not be finished: there may be no room left. Nothing was saved "
                "there."
            ) from error
        raise explain(error) or error from error


def _check_place(path: Path) -> None:
    if path.is_dir():
        raise FileError("There is a folder with this name. Choose a file name in it.")
    if path.exists() and not path.is_file():  # a device such as /dev/null would be replaced
        raise FileError("There is something with this name that is no file. Choose another name.")
    if not path.absolute().parent.is_dir():
        raise FileError("The folder for this file is not there. Choose another one, or make it.")


def _write(path: Path, pieces: Iterable[bytes], step: Callable[[int], object]) -> int:
    number, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
    part = Path(name)
    try:
        with os.fdopen(number, "wb") as file:
            written = 0
            for count, piece in enumerate(pieces, start=1):
                written += file.write(piece)
                step(count)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return written
