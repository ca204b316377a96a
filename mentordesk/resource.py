"""Find the files that come with the program: icons, themes, templates, sample data."""

import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resource(name: str) -> Path:
    """Return the path of a shipped file or folder, for example ``"themes/light.json"``.

    Looks inside the installed package, then in the checkout (an editable install does not map
    ``resources/`` into the package), then where a frozen build unpacks its data.

    Raises:
        FileNotFoundError: the installation is incomplete.
    """
    places = [_PACKAGE / "resources", _PACKAGE.parent / "resources"]
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        places.insert(0, Path(frozen) / "mentordesk" / "resources")
    for place in places:
        if (found := place / name).exists():
            return found
    raise FileNotFoundError(f"MentorDesk's own file {name!r} is missing; please install it again.")
