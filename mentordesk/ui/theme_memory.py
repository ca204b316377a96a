"""Hand tinted icons to the style sheet from memory, so that no file need be written.

A style sheet can name pictures only by path. Qt's resource system takes three tables (tree, names,
data), the same that its resource compiler writes; we make them here for a flat folder.
"""

import functools
import struct
from dataclasses import dataclass

from PySide6.QtCore import qRegisterResourceData

from mentordesk.ui.theme_icons import tinted_svg
from mentordesk.ui.theme_tokens import Tokens

_FORMAT_VERSION = 1
_FOLDER = 2


@dataclass(frozen=True)
class MemoryFolder:
    """A registered folder; Qt does not copy the tables, so they live as long as this value."""

    path: str
    tables: tuple[bytes, bytes, bytes]


def _name_hash(name: str) -> int:
    """Hash a name as Qt's resource compiler does (the ELF hash)."""
    value = 0
    for letter in name:
        value = (value << 4) + ord(letter)
        value ^= (value & 0xF0000000) >> 23
        value &= 0x0FFFFFFF
    return value


def _tables(folder: str, files: dict[str, bytes]) -> tuple[bytes, bytes, bytes]:
    names, data = bytearray(), bytearray()

    def add_name(name: str) -> int:
        place = len(names)
        names.extend(struct.pack(">HI", len(name), _name_hash(name)) + name.encode("utf-16-be"))
        return place

    tree = bytearray(struct.pack(">IHII", 0, _FOLDER, 1, 1))
    tree.extend(struct.pack(">IHII", add_name(folder), _FOLDER, len(files), 2))
    for name in sorted(files, key=_name_hash):
        tree.extend(struct.pack(">IHHHI", add_name(name), 0, 0, 1, len(data)))
        data.extend(struct.pack(">I", len(files[name])) + files[name])
    return bytes(tree), bytes(names), bytes(data)


@functools.cache
def style_icons(tokens: Tokens) -> MemoryFolder:
    """Register the few pictures that the style sheet needs in these colours."""
    files = {
        "check.svg": tinted_svg("check", tokens.on_action),
        "chevron-down.svg": tinted_svg("chevron-down", tokens.quiet),
        "chevron-right.svg": tinted_svg("chevron-right", tokens.quiet),
        "chevron-left.svg": tinted_svg("chevron-left", tokens.quiet),
        "chevron-up.svg": tinted_svg("chevron-up", tokens.quiet),
        "dot.svg": tinted_svg("dot", tokens.on_action),
    }
    folder = f"mentordesk-{abs(hash(tokens)):x}"
    tables = _tables(folder, files)
    if not qRegisterResourceData(_FORMAT_VERSION, *tables):
        raise RuntimeError("Qt refused the icons of the style sheet")
    return MemoryFolder(f":/{folder}", tables)
