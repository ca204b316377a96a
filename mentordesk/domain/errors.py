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


class DamagedError(FileError):
    """The file can't be what MentorDesk wrote: a backup, or a copy of what can be read, helps.

    Attributes:
        ours: it surely was a MentorDesk file once.
    """

    def __init__(self, sentence: str, *, ours: bool = True) -> None:
        super().__init__(sentence)
        self.ours = ours


class LockedError(FileError):
    """Another window, command or computer has the file open.

    Attributes:
        other_computer: the one who has it open is on another computer.
        can_take_over: nobody holds the lock any more, as far as this computer can see: the other
            computer may have left it behind. Ask the person, then take the file over.
    """

    def __init__(
        self, sentence: str, *, other_computer: bool = False, can_take_over: bool = False
    ) -> None:
        super().__init__(sentence)
        self.other_computer = other_computer
        self.can_take_over = can_take_over


class WrongKeyError(FileError):
    """The file is encrypted and the key does not fit, or it is no MentorDesk file at all."""


class NewerFileError(FileError):
    """The file comes from a newer MentorDesk."""


class ReadOnlyError(FileError):
    """The file or its folder can't be written."""


class UnfinishedChangeError(FileError):
    """A change was cut short; opening the file for writing once takes the half change back."""


class ReplacedError(FileError):
    """Another program changed, replaced or removed the file while it was open."""
