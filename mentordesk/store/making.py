"""Make a new file under a name beside its place, and put it there when it is whole."""

import contextlib
import glob
import os
import secrets
from pathlib import Path

from mentordesk.domain.errors import FileError
from mentordesk.store.engine import explained, new_engine
from mentordesk.store.key import Key
from mentordesk.store.opening import TAKEN, connect_new
from mentordesk.store.schema import create_schema


def make_file(path: Path, key: Key | None, *, make_folder: bool = False) -> None:
    """Make a new file with all its tables; a crash on the way leaves nothing at its place.

    Args:
        path: where no file is yet.
        key: encrypts the file.
        make_folder: make a missing folder, for its owner alone; else it is refused.

    Raises:
        FileError: there is something at this place, or it can't be written.
    """
    if os.path.lexists(path):
        raise FileError(TAKEN)
    _sweep(path)
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    with explained():
        raw = connect_new(part, key, make_folder=make_folder)
        try:
            with new_engine(raw).begin() as connection:
                create_schema(connection)
            raw.close()  # Windows moves no open file
            put_in_place(part, path)
        finally:
            raw.close()
            part.unlink(missing_ok=True)


def put_in_place(part: Path, path: Path) -> None:
    """Move a whole file to its place on the same disk, but never over another one.

    Raises:
        FileError: there is something at this place.
        OSError: the disk refuses.
    """
    try:
        os.link(part, path)  # unlike a rename, a link never takes the place of a file
    except FileExistsError as error:
        raise FileError(TAKEN) from error
    except OSError:  # a file system without links
        if os.path.lexists(path):
            raise
        part.rename(path)


def _sweep(path: Path) -> None:
    """Remove what a crash left of an earlier try; no other program has names like these."""
    for left in path.parent.glob(f".{glob.escape(path.name)}.*.part*"):
        with contextlib.suppress(OSError):
            left.unlink()
