"""The table of tokens: every colour of the program, read from ``resources/themes``."""

import json
from dataclasses import dataclass
from enum import StrEnum

from mentordesk.resource import resource


class ThemeChoice(StrEnum):
    """What a person can choose for the look of the program."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True)
class Tokens:
    """Colours by purpose, as ``#RRGGBB``."""

    ground: str
    rail: str
    surface: str
    ink: str
    quiet: str
    hairline: str
    edge: str
    accent: str
    on_accent: str
    accent_soft: str
    attention: str
    attention_soft: str
    good: str
    dark: bool
    contrast: bool

    @property
    def action(self) -> str:
        """Colour of primary action, links, progress; high contrast keeps accent for focus."""
        return self.ink if self.contrast else self.accent

    def colour(self, role: str) -> str:
        """Return the colour of a role by its name, such as ``quiet`` or ``action``."""
        return str(getattr(self, role))

    @property
    def on_action(self) -> str:
        """Colour of text on the primary action."""
        return self.ground if self.contrast else self.on_accent


def load_tokens(choice: ThemeChoice) -> Tokens:
    """Read the tokens of a named theme; ``SYSTEM`` has none of its own and is a ValueError."""
    if choice is ThemeChoice.SYSTEM:
        raise ValueError("the system theme stands for one of the others")
    text = resource(f"themes/{choice.value}.json").read_text(encoding="utf-8")
    return Tokens(**json.loads(text))
