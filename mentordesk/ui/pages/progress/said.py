"""What each kind of chart says: its sentence and, when it is looked at, its table."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from types import MappingProxyType
from typing import Any

from mentordesk.domain.contact_record import contact_records
from mentordesk.domain.contact_said import contacts_sentence, contacts_table
from mentordesk.domain.progress import ChartKind, burn_up, per_goal
from mentordesk.domain.progress_said import (
    ChartTable,
    burn_up_sentence,
    burn_up_table,
    goals_sentence,
    goals_table,
)
from mentordesk.domain.promises import promises
from mentordesk.domain.promises_said import promises_sentence, promises_table
from mentordesk.ui.words import tr

Said = tuple[str, Callable[[], ChartTable]]
"""A sentence, and what makes the table: that of a long life has thousands of rows."""

NAMES: Mapping[ChartKind, str] = MappingProxyType(
    {
        ChartKind.BURN_UP: "Over time",
        ChartKind.GOALS: "By goal",
        ChartKind.MEETINGS: "Meetings",
        ChartKind.ACTIONS: "Promises",
    }
)
"""The charts of progress as the switch names them, in its order."""

WITH_PEOPLE = frozenset({ChartKind.MEETINGS, ChartKind.ACTIONS})
"""Charts of what two people do together: my own plan alone has none of it."""


def chart_said(kind: ChartKind, facts: Sequence[Any], today: date) -> Said:
    """Return what a chart of these facts says."""
    return _SAID[kind](facts, today)


def _burn_up(facts: Sequence[Any], today: date) -> Said:
    burn = burn_up(facts, today)
    return burn_up_sentence(burn, tr), partial(burn_up_table, burn, tr)


def _goals(facts: Sequence[Any], today: date) -> Said:
    goals = per_goal(facts, today)
    return goals_sentence(goals, today, tr), partial(goals_table, goals, tr)


def _meetings(facts: Sequence[Any], today: date) -> Said:
    records = contact_records(facts, today)
    return contacts_sentence(records, today, tr), partial(contacts_table, records, today, tr)


def _actions(facts: Sequence[Any], today: date) -> Said:
    found = promises(facts, today)
    return promises_sentence(found, tr), partial(promises_table, found, tr)


_SAID: Mapping[ChartKind, Callable[[Sequence[Any], date], Said]] = MappingProxyType(
    {
        ChartKind.BURN_UP: _burn_up,
        ChartKind.GOALS: _goals,
        ChartKind.MEETINGS: _meetings,
        ChartKind.ACTIONS: _actions,
    }
)
