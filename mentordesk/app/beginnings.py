"""A new desk: where it lies, whether it has a passphrase, and the first steps in it."""

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from mentordesk.app.places import ask_where
from mentordesk.app.settings import default_desk, local_zone
from mentordesk.domain.errors import FileError, KnownError
from mentordesk.domain.people import PersonDraft
from mentordesk.services.desk import SUFFIX, Desk
from mentordesk.services.protecting import Key
from mentordesk.ui.pages.welcome.first_steps import FirstSteps
from mentordesk.ui.pages.welcome.page import Beginning
from mentordesk.ui.preferences import FILE
from mentordesk.ui.words import tr

if TYPE_CHECKING:
    from mentordesk.app.program import Program


class Beginnings:
    """Makes new files and leads through the first steps."""

    def __init__(self, program: "Program") -> None:
        self._program = program

    def begin(self, beginning: Beginning) -> None:
        """Make the person's own desk, at its usual place."""
        self._create(default_desk(), beginning)

    def ask_for_new_file(self) -> None:
        """Let the person choose where a new file shall lie."""
        start = default_desk().with_name(f"new{SUFFIX}")
        if (path := ask_where(self._program, tr("New file"), start)) is not None:
            self._create(path, Beginning.BOTH)

    def _create(self, path: Path, beginning: Beginning) -> None:
        if os.path.lexists(path):
            words = tr("There is already a file with this name. Open it instead.")
            self._program.say(FileError(words))
            return
        self._program.close_desk()
        self._program.keys.offer(partial(self._make, path, beginning))

    def _make(self, path: Path, beginning: Beginning, key: Key | None) -> None:
        program = self._program
        try:
            desk = Desk.create(path, program.clock, key=key, make_folder=True)
            desk.people.begin(PersonDraft(name=tr("Me"), time_zone=local_zone()))
        except KnownError as error:
            program.say(error)
            return
        program.hold(desk)
        if path == default_desk():
            program.settings.preferences.choose(FILE, FILE.default)
        steps = partial(self._take_first_steps, desk, beginning)
        if key is None:
            steps()
        else:
            program.keys.show_sheet(desk, steps)

    def _take_first_steps(self, desk: Desk, beginning: Beginning) -> None:
        steps = FirstSteps(desk, beginning)
        steps.finished.connect(partial(self._program.take, desk))
        self._program.show(steps, tr("First steps"))
        steps.focus_first()
