"""What is said when something was shown to the other side, or kept."""

from mentordesk.ui.words import tr


def sharing_said(name: str, *, shown: bool) -> str:
    """Return the notice after sharing, or after keeping it to myself."""
    return tr("Shared with {name}.", name=name) if shown else tr("Only you see this now.")
