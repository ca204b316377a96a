"""What a plan says of its lines, in words."""

from collections.abc import Callable
from datetime import date

from mentordesk.domain.dates_said import exact_date, short_date
from mentordesk.domain.goals import ActionRow, GoalNode, MilestoneRow
from mentordesk.domain.text import first_name
from mentordesk.ui.labels import label
from mentordesk.ui.pages.plan.tree_items import GroupRow, Row
from mentordesk.ui.words import plural, tr


class Said:
    """The words of a plan's lines as they are said today."""

    def __init__(self, today: Callable[[], date]) -> None:
        self._today = today

    def title(self, row: Row) -> str:
        """Return what a line is called."""
        if not isinstance(row, GroupRow):
            return row.title
        if row.horizon is None:
            return tr("Reached and set aside")
        return label(row.horizon)

    def ending(self, row: Row) -> str:
        """Return the date at the end of a line: the next one, or since when it is over."""
        if isinstance(row, GroupRow):
            return str(row.count) if row.horizon is None else ""
        if isinstance(row, GoalNode):
            return self._goal_date(row)
        if row.done is not None:
            return tr("done {day}", day=self.day(row.done))
        if isinstance(row, ActionRow) and row.dropped is not None:
            return tr("let go {day}", day=self.day(row.dropped))
        day = "" if row.due is None else self.day(row.due)
        if isinstance(row, ActionRow) and not row.is_mine:
            return " · ".join(part for part in (first_name(row.owner_name), day) if part)
        return day

    def told(self, row: Row) -> str:
        """Return what a screen reader adds to the title of a line."""
        if isinstance(row, GroupRow):
            parts = [plural(row.count, "{count} goal", "{count} goals")]
        elif isinstance(row, GoalNode):
            parts = [self.progress(row), self.ending(row)]
        elif isinstance(row, MilestoneRow):
            parts = [tr("milestone"), self.ending(row)]
        else:
            whose = tr("mine") if row.is_mine else row.owner_name
            parts = [tr("action, {who}", who=whose), self.ending(row)]
        return ", ".join(part for part in parts if part)

    def tooltip(self, row: Row) -> str:
        """Return the whole title, and the exact date that the line only hints at."""
        if isinstance(row, GroupRow):
            return ""
        if isinstance(row, GoalNode):
            day = row.next_date if row.is_open else row.closed_on
            parts = [row.title, self.progress(row)]
        else:
            day = row.done or row.due
            parts = [row.title]
        if day is not None:
            parts.append(exact_date(day, tr))
        return "\n".join(part for part in parts if part)

    def progress(self, goal: GoalNode) -> str:
        """Return how many milestones are reached; empty where there are none."""
        if not goal.total:
            return ""
        words = (
            "{reached} of {count} milestone reached",
            "{reached} of {count} milestones reached",
        )
        return tr(words[goal.total != 1], reached=goal.reached, count=goal.total)

    def day(self, day: date) -> str:
        """Return a date as a line has room for it: "12 Dec", "28 Feb 2027"."""
        return short_date(day, self._today(), tr)

    def _goal_date(self, goal: GoalNode) -> str:
        if not goal.is_open:
            words = label(goal.status).lower()
            return words if goal.closed_on is None else f"{words} {self.day(goal.closed_on)}"
        return tr("no date yet") if goal.next_date is None else self.day(goal.next_date)
