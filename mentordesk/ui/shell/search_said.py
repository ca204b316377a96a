"""What the search box says of a find."""

from datetime import date

from mentordesk.domain.dates_said import say_date
from mentordesk.domain.enums import ItemKind
from mentordesk.domain.search import SearchHit
from mentordesk.ui.words import tr


def describe_hit(hit: SearchHit, today: date) -> str:
    """Return one line for a find: its title, and whose or when."""
    if hit.kind is ItemKind.MEETING and hit.day is not None:
        day = say_date(hit.day, today, tr)
        words = tr("{name}, {day}", name=hit.whose, day=day)
        return f"{words} · {hit.title}" if hit.title else words
    day = "" if hit.day is None else say_date(hit.day, today, tr)
    return " · ".join(part for part in (hit.title or hit.snippet, hit.whose, day) if part)
