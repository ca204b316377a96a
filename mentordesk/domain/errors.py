"""Errors of the user's world: each becomes one calm sentence and what to do."""

from collections.abc import Mapping


class KnownError(Exception):
    """Something in the user's world stands in the way.

    ``str(error)`` is the whole sentence for the person, without any text that they wrote.
    """


class DraftError(KnownError):
    """A form or a command holds something that can't be kept.

    Attributes:
        problems: a sentence for each field that needs another value.
    """

    def __init__(self, problems: Mapping[str, str]) -> None:
        self.problems = dict(problems)
        super().__init__(" ".join(self.problems.values()))


class NotFoundError(KnownError):
    """The item is not there any more, or never was."""


class FileError(KnownError):
    """The file can't be opened or written."""


class LockedError(FileError):
    """Another window or command has the file open."""


class WrongKeyError(FileError):
    """The file is encrypted and the key does not fit, or it is no MentorDesk file at all."""


class NewerFileError(FileError):
    """The file comes from a newer MentorDesk."""


class ReadOnlyError(FileError):
    """The file or its folder can't be written."""
