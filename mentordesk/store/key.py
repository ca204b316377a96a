"""The key of an encrypted file: derived once from the passphrase, then used as it is."""

import hashlib
import os
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from typing_extensions import override

from mentordesk.domain.errors import FileError
from mentordesk.store.file_check import NOT_ENCRYPTED, PLAIN_HEADER, check_file, read_beginning

KEY_BYTES = 32
SALT_BYTES = 16
ROUNDS = 256_000
"""Rounds of PBKDF2-HMAC-SHA512: what SQLCipher 4 does with a passphrase."""


@dataclass(frozen=True, repr=False)
class Key:
    """A raw key of 32 bytes that never shows itself.

    Attributes:
        raw: the key.
        salt: the salt that it was derived with; a new file is written with it, so that the
            passphrase opens the file again. A random key has none.
    """

    raw: bytes
    salt: bytes | None = field(default=None, compare=False)

    def __post_init__(self) -> None:
        if len(self.raw) != KEY_BYTES:
            raise ValueError("A key has 32 bytes.")
        if self.salt is not None and len(self.salt) != SALT_BYTES:
            raise ValueError("A salt has 16 bytes.")

    @override
    def __repr__(self) -> str:
        return "<Key>"

    @classmethod
    def derive(cls, passphrase: str, salt: bytes) -> Self:
        """Return the key of a passphrase for the file with this salt; takes 0.1 to 0.5 seconds.

        The derivation is SQLCipher 4's own, over the passphrase in NFC, so that one typed on
        another keyboard or computer is the same.
        """
        # surrogatepass: an error of the codec would carry the passphrase.
        typed = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
        return cls(hashlib.pbkdf2_hmac("sha512", typed, salt, ROUNDS, KEY_BYTES), salt)

    @classmethod
    def derive_new(cls, passphrase: str) -> Self:
        """Return the key of a passphrase for a file that is still to be made."""
        return cls.derive(passphrase, os.urandom(SALT_BYTES))

    @classmethod
    def random(cls) -> Self:
        """Return a key that no passphrase has."""
        return cls(os.urandom(KEY_BYTES))

    def pragma(self, *, new: bool = False) -> str:
        """Return the key as SQLCipher reads it, such as in ``ATTACH ... KEY``.

        Args:
            new: also name the salt, for a file that is being made.
        """
        salt = self.salt if new and self.salt is not None else b""
        return f"x'{self.raw.hex()}{salt.hex()}'"


def read_salt(path: Path) -> bytes:
    """Return the salt of an encrypted file: its first 16 bytes.

    Raises:
        FileError: the file is not there, or is not encrypted.
    """
    check_file(path)
    beginning = read_beginning(path)
    if beginning.startswith(PLAIN_HEADER):
        raise FileError(NOT_ENCRYPTED)
    return beginning[:SALT_BYTES]
