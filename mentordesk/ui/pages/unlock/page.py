"""The page before an encrypted file: it shows nothing of what is inside."""

from PySide6.QtCore import QTimer, Signal

from mentordesk.services.protecting import Answer
from mentordesk.ui.theme import scaled
from mentordesk.ui.widgets.buttons import LinkButton, PrimaryButton
from mentordesk.ui.widgets.calm_column import CalmColumn
from mentordesk.ui.widgets.flow import Flow
from mentordesk.ui.widgets.forms import Form
from mentordesk.ui.words import tr

PASSPHRASE, SHEET = "passphrase", "sheet"
_WIDTH = 520
_SECOND = 1000


class UnlockPage(CalmColumn):
    """One question: the passphrase, or the letters of the recovery sheet."""

    answered = Signal(object)
    """An ``Answer``."""

    other_wanted = Signal()

    def __init__(self, file_name: str = "", *, locked: bool = False) -> None:
        """Ask.

        Args:
            file_name: which file it is; not given when the window was locked, for names tell.
            locked: the file was open before.
        """
        super().__init__(
            tr("This desk is locked") if locked else tr("This file has a passphrase"),
            tr("Everything is saved.") if locked else file_name,
        )
        self._left = 0
        self._clock = QTimer(self)
        self._clock.setInterval(_SECOND)
        self._clock.timeout.connect(self._count_down)
        self.form = Form()
        self.form.add_secret(PASSPHRASE, tr("Passphrase"))
        self.form.add_lines(
            SHEET,
            tr("Letters of the recovery sheet"),
            tr("14 groups of four; spaces and small letters don't matter."),
        )
        self.form.setMaximumWidth(scaled(_WIDTH))
        self.form.submitted.connect(self.answer)
        self.body.addWidget(self.form)
        self.button = PrimaryButton(tr("Open"))
        self.button.clicked.connect(self.answer)
        self.way_button = LinkButton("")
        self.way_button.clicked.connect(self._change_way)
        self.other_button = LinkButton(tr("Open another file…"))
        self.other_button.clicked.connect(self.other_wanted)
        self.body.addWidget(Flow([self.button, self.way_button, self.other_button]))
        self._by_sheet = False
        self._show_way()

    def focus_first(self) -> None:
        """Put the keyboard into the field that is asked for."""
        self.form.row(self._key()).field.focus.setFocus()

    def answer(self) -> None:
        """Hand over what was typed, unless a wrong one still waits."""
        if not self.button.isEnabled():
            return
        typed = str(self.form.values()[self._key()])
        if not typed.strip():
            self.form.show_problems({self._key(): tr("Type it here first.")})
            return
        self.form.show_problems({})
        self.set_busy(busy=True)
        self.answered.emit(Answer(sheet=typed) if self._by_sheet else Answer(passphrase=typed))

    def set_busy(self, *, busy: bool) -> None:
        """Say that the file is being opened; nothing can be asked meanwhile."""
        self.button.setEnabled(not busy)
        self.button.setText(tr("Opening…") if busy else tr("Open"))

    def refuse(self, sentence: str, wait: int = 0) -> None:
        """Say why it did not open, and let the next try wait.

        Args:
            sentence: what is wrong.
            wait: seconds until the next try.
        """
        self.set_busy(busy=False)
        self.form.show_problems({self._key(): sentence})
        self._left = wait
        if wait:
            self.button.setEnabled(False)
            self._say_left()
            self._clock.start()

    def _count_down(self) -> None:
        self._left -= 1
        if self._left > 0:
            self._say_left()
            return
        self._clock.stop()
        self.set_busy(busy=False)

    def _say_left(self) -> None:
        self.button.setText(tr("Wait {seconds} s", seconds=self._left))

    def _key(self) -> str:
        return SHEET if self._by_sheet else PASSPHRASE

    def _change_way(self) -> None:
        self._by_sheet = not self._by_sheet
        self._show_way()
        self.focus_first()

    def _show_way(self) -> None:
        self.form.set_row_visible(PASSPHRASE, visible=not self._by_sheet)
        self.form.set_row_visible(SHEET, visible=self._by_sheet)
        self.way_button.setText(
            tr("Use the passphrase") if self._by_sheet else tr("Use the recovery sheet")
        )
