"""Whatever writes a file takes what the gate released, says so, and takes nothing else."""

import inspect
from typing import get_origin, get_type_hints

from mentordesk.domain.release import Released


def test_writers_take_what_was_released_and_nothing_else(writers) -> None:
    for writer in writers:
        first = next(iter(inspect.signature(writer).parameters))
        assert get_origin(get_type_hints(writer)[first]) is Released, writer.__name__


def test_writers_refuse_what_did_not_come_through_the_gate(writers) -> None:
    for writer in writers:
        assert "elease" in refusal(writer), writer.__name__


def test_what_writers_share_is_not_called_past_them(outsiders, inner) -> None:
    callers = {path for path, text in outsiders.items() if any(name in text for name in inner)}
    assert not callers


def refusal(writer) -> str:
    """Return why a writer does not take a plain list; every other argument is left empty."""
    further = list(inspect.signature(writer).parameters.values())[1:]
    needed = [one for one in further if one.default is inspect.Parameter.empty]
    by_name = {one.name: None for one in needed if one.kind is inspect.Parameter.KEYWORD_ONLY}
    by_place = [None] * (len(needed) - len(by_name))
    try:
        writer([], *by_place, **by_name)
    except TypeError as error:
        return str(error)
    return ""
