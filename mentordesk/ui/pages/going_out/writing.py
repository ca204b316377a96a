"""Write a file whole or not at all, beside the window, readable by its owner alone."""

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QFileDevice, QIODevice, QSaveFile

from mentordesk.domain.errors import FileError
from mentordesk.ui.words import tr

_OWNER = QFileDevice.Permission.ReadOwner | QFileDevice.Permission.WriteOwner


def write_whole(
    path: Path, pieces: Iterable[bytes], step: Callable[[int], object] = lambda _: None
) -> None:
    """Write pieces to a file; what stood there before stays until all of them are written.

    Args:
        path: where to.
        pieces: the bytes, one after another.
        step: told how many pieces are written; what it raises ends the writing.

    Raises:
        FileError: the file can't be written; the sentence says why and what to do.
    """
    if not path.parent.is_dir():
        raise FileError(tr("This folder is not there any more. Choose another one."))
    if path.exists() and not path.is_file():
        raise FileError(tr("Something else has this name here. Choose another name."))
    file = QSaveFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise FileError(tr("Nothing can be written in this folder. Choose another one."))
    try:
        file.setPermissions(_OWNER)
        _pour(file, pieces, step)
    except BaseException:
        file.cancelWriting()
        raise
    if not file.commit():
        raise _unfinished()


def _pour(file: QSaveFile, pieces: Iterable[bytes], step: Callable[[int], object]) -> None:
    for count, piece in enumerate(pieces, start=1):
        if file.write(piece) != len(piece):
            raise _unfinished()
        step(count)


def _unfinished() -> FileError:
    return FileError(
        tr("The file could not be finished: there may be no room left. Nothing was saved there.")
    )
