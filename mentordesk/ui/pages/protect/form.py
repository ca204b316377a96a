"""The two fields of a new passphrase, with what is said of its strength."""

from functools import partial

from mentordesk.domain.passphrases import check_passphrase
from mentordesk.ui.pages.protect.strength import StrengthLine
from mentordesk.ui.widgets.forms import Form
from mentordesk.ui.words import tr

PRESENT, NEW, AGAIN = "present", "passphrase", "again"


def passphrase_form(*, ask_present: bool = False) -> Form:
    """Return the form; the present passphrase comes first where there is one."""
    form = Form()
    if ask_present:
        form.add_secret(PRESENT, tr("Present passphrase"))
    form.add_secret(NEW, tr("New passphrase") if ask_present else tr("Passphrase"))
    form.add_secret(AGAIN, tr("The same once more"))
    line = StrengthLine()
    form.row(NEW).add_below(line)
    form.edited.connect(partial(_judge, form, line))
    return form


def form_problems(values: dict[str, object]) -> dict[str, str]:
    """Return a sentence for each field that needs another value."""
    return check_passphrase(str(values[NEW]), str(values[AGAIN]))


def _judge(form: Form, line: StrengthLine) -> None:
    line.judge(str(form.values()[NEW]))
