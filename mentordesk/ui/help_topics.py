"""The topics of the help: which there are, and which one fits where somebody is."""

import functools

from mentordesk.resource import resource
from mentordesk.ui.context import Place

TOPICS = (
    "today",
    "plan",
    "timeline",
    "progress",
    "meetings",
    "meeting",
    "relationship",
    "board",
    "archive",
    "sent",
    "calendar",
    "reports",
    "preferences",
    "privacy",
    "backups",
    "keyboard",
)
"""The keys of the topics in the order of their list; each is a file in ``resources/help``."""

FIRST = TOPICS[0]

_VIEWS = frozenset({"timeline", "progress"})
"""Views of a plan that have a topic of their own."""


@functools.cache
def help_text(topic: str) -> str:
    """Return the Markdown of a topic."""
    return resource(f"help/{topic}.md").read_text(encoding="utf-8")


def help_title(topic: str) -> str:
    """Return what a topic is called: its first line."""
    return help_text(topic).partition("\n")[0].removeprefix("# ").strip()


def topic_of(place: Place | None) -> str:
    """Return the topic that fits a place."""
    if place is None:
        return FIRST
    if place.page == "help":
        return place.view or FIRST
    if place.view in _VIEWS:
        return place.view
    return place.page if place.page in TOPICS else FIRST


def linked_topic(address: str) -> str | None:
    """Return the topic that a link leads to; None if it leads out of the help."""
    topic = address.partition("#")[0].removesuffix(".md")
    return topic if topic in TOPICS else None
