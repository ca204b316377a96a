"""What is said of a passphrase while it is typed: honest words, no traffic light."""

from mentordesk.domain.passphrases import Judgement, Strength, said_time
from mentordesk.services.protecting import judged
from mentordesk.ui.widgets.labels import QuietLabel
from mentordesk.ui.words import tr

_WORDS = {
    Strength.WEAK: "Weak",
    Strength.FAIR: "Fair",
    Strength.GOOD: "Good",
    Strength.STRONG: "Strong",
}


class StrengthLine(QuietLabel):
    """One line below the passphrase."""

    def __init__(self) -> None:
        super().__init__("", small=True, wrap=True)
        self.judge("")

    def judge(self, passphrase: str) -> None:
        """Say how strong it is, or what makes a strong one while there is none."""
        if not passphrase:
            self.setText(tr("Four or five words that have nothing to do with each other are best."))
            return
        self.setText(strength_said(judged(passphrase)))


def strength_said(judgement: Judgement) -> str:
    """Say how long somebody with the file and a hundred fast machines would need."""
    return tr(
        "{strength}: somebody with this file and a hundred fast machines would need {time}.",
        strength=tr(_WORDS[judgement.strength]),
        time=tr(said_time(judgement.seconds)),
    )
