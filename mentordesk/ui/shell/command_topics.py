"""What the commands are about, from the action table alone."""

from collections.abc import Iterable

from mentordesk.ui.actions import Command
from mentordesk.ui.words import tr

_TOPICS = (
    ("go", "Go"),
    ("search", "Go"),
    ("goal", "New"),
    ("meeting.plan", "New"),
    ("contact", "New"),
    ("person.add", "New"),
    ("relationship.look", "New"),
    ("edit", "Undo"),
    ("plan", "Plan"),
    ("relationship.goals", "Plan"),
    ("timeline", "Timeline"),
    ("relationship.timeline", "Timeline"),
    ("progress", "Progress"),
    ("relationship.progress", "Progress"),
    ("meetings", "Lists of meetings"),
    ("relationship.meetings", "Lists of meetings"),
    ("agenda", "Agenda"),
    ("meeting", "Meeting"),
    ("relationship", "Relationship"),
    ("person", "Relationship"),
    ("board", "Mentees side by side"),
    ("today", "Today"),
    ("archive", "Archive"),
    ("curtain", "View"),
    ("theme", "View"),
    ("text", "View"),
    ("help", "Help"),
)
"""The beginning of a command's id, and what it is about; the longest one that fits counts."""

_ORDER = tuple(dict.fromkeys(words for _, words in _TOPICS))
_REST = "File and program"


def plain_label(command: Command) -> str:
    """Return a command's label without the mark of its key."""
    return command.label.replace("&&", "\0").replace("&", "").replace("\0", "&")


def topic(command: Command) -> str:
    """Return what a command is about."""
    fitting = [
        (len(start), words)
        for start, words in _TOPICS
        if command.id == start or command.id.startswith(f"{start}.")
    ]
    return tr(max(fitting)[1]) if fitting else tr(_REST)


def by_topic(commands: Iterable[Command]) -> list[tuple[str, list[Command]]]:
    """Return the commands by topic; of two that are said and pressed alike the first counts."""
    order = [*(tr(words) for words in _ORDER), tr(_REST)]
    found: dict[str, dict[tuple[str, tuple[str, ...]], Command]] = {}
    for command in commands:
        group = found.setdefault(topic(command), {})
        group.setdefault((plain_label(command), command.keys), command)
    return [(words, list(found[words].values())) for words in order if words in found]
