import sys

from PySide6.QtCore import QObject


def test_void_calls_do_not_eat_references_to_none(qapp):
    """PySide6 6.12.0 lost one reference per void call and aborted after some thousands."""
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(2000):
        thing.setObjectName("x")
    # Python 3.12 and later keep None immortal; there the count never moves.
    assert sys.getrefcount(None) > before - 1000
