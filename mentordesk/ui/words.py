"""The one door for everything a person reads."""

from PySide6.QtCore import QCoreApplication

_CONTEXT = "MentorDesk"


def tr(text: str, **values: object) -> str:
    """Translate ``text`` and fill its named gaps: ``tr("Due {day}", day=...)``."""
    translated = QCoreApplication.translate(_CONTEXT, text)
    return translated.format(**values) if values else translated


def plural(count: int, one: str, many: str) -> str:
    """Choose between two texts by number and fill ``{count}``: ``plural(3, "1 goal", ...)``."""
    return tr(one if count == 1 else many, count=count)
