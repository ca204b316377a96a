"""The question on the first run: protect the desk with a passphrase, or not now."""

from PySide6.QtCore import Signal

from mentordesk.ui.pages.protect.form import NEW, form_problems, passphrase_form
from mentordesk.ui.theme import scaled
from mentordesk.ui.widgets.buttons import PlainButton, PrimaryButton
from mentordesk.ui.widgets.calm_column import CalmColumn
from mentordesk.ui.widgets.flow import Flow
from mentordesk.ui.widgets.labels import QuietLabel
from mentordesk.ui.words import tr

_WIDTH = 520


class ProtectPage(CalmColumn):
    """Recommended, and as easy to leave for later."""

    chosen = Signal(str)
    """The passphrase."""

    declined = Signal()

    def __init__(self) -> None:
        super().__init__(
            tr("Protect your desk with a passphrase?"),
            tr(
                "Recommended: nobody who gets at this computer or its disk can then read what "
                "you write, not even in a backup."
            ),
        )
        self.form = passphrase_form()
        self.form.setMaximumWidth(scaled(_WIDTH))
        self.form.submitted.connect(self.choose)
        self.body.addWidget(self.form)
        self.body.addWidget(
            QuietLabel(
                tr(
                    "Nobody can open the file without it, and nobody can send you a new one. "
                    "A recovery sheet to print comes next; keep it where you keep your papers."
                ),
                wrap=True,
            )
        )
        self.protect_button = PrimaryButton(tr("Protect my desk"))
        self.protect_button.clicked.connect(self.choose)
        self.later_button = PlainButton(tr("Not now"))
        self.later_button.clicked.connect(self.declined)
        self.body.addWidget(Flow([self.protect_button, self.later_button]))

    def focus_first(self) -> None:
        """Put the keyboard into the first field."""
        self.form.focus_first()

    def choose(self) -> None:
        """Go on with the passphrase, if it can be one."""
        if not self.protect_button.isEnabled():
            return
        values = self.form.values()
        problems = form_problems(values)
        self.form.show_problems(problems)
        if not problems:
            self.protect_button.setEnabled(False)
            self.later_button.setEnabled(False)
            self.chosen.emit(str(values[NEW]))
