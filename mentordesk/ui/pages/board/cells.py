"""What stands in the cells of the board: facts in few words, and in full for hovering."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Literal

from mentordesk.domain.board import BoardColumn, Promises
from mentordesk.domain.dates_said import ago, due_phrase, exact_date, say_date, short_date
from mentordesk.domain.enums import Stage
from mentordesk.ui.labels import label, rhythm
from mentordesk.ui.words import plural, tr

Tone = Literal["ink", "quiet", "attention", "action"]


class Line(IntEnum):
    """The rows of the board, from top to bottom."""

    NEXT = 0
    TALKED = 1
    I_PROMISED = 2
    THEY_PROMISED = 3
    GOALS = 4
    MILESTONES = 5
    ASKED = 6
    NEXT_TIME = 7


@dataclass(frozen=True)
class Part:
    """Some words of a cell in one tone; attention is drawn as a chip with its icon."""

    text: str
    tone: Tone = "ink"


@dataclass(frozen=True)
class Cell:
    """A cell: its parts, and what hovering and the line below the board say."""

    parts: tuple[Part, ...]
    tip: str = ""

    @property
    def text(self) -> str:
        """The words of the cell."""
        return "".join(part.text for part in self.parts)


NONE = Cell((Part("–", "quiet"),))


def heading(line: Line) -> str:
    """Return what a row is called."""
    return {
        Line.NEXT: tr("Next meeting"),
        Line.TALKED: tr("Last talked"),
        Line.I_PROMISED: tr("I promised"),
        Line.THEY_PROMISED: tr("They promised"),
        Line.GOALS: tr("Goals"),
        Line.MILESTONES: tr("Milestones"),
        Line.ASKED: tr("They asked"),
        Line.NEXT_TIME: tr("Next time"),
    }[line]


def about(column: BoardColumn) -> str:
    """Return what stands under a mentee's name: the phase, and who they are."""
    stage = column.stage
    phase = label(column.phase) if stage is Stage.ACTIVE else label(stage)
    return f"{phase} · {column.about}" if column.about else phase


def cell(column: BoardColumn, line: Line, today: date, *, can_change: bool) -> Cell:
    """Return what a mentee's column says in one row."""
    if line is Line.NEXT:
        return _next(column, today, can_change=can_change)
    return _CELLS[line](column, today)


def spoken(column: BoardColumn, line: Line, said: Cell) -> str:
    """Return a cell as it is read aloud, and as the line below the board says it."""
    return tr(
        "{name} · {row}: {words}",
        name=column.name,
        row=heading(line),
        words=said.tip or said.text,
    )


def _next(column: BoardColumn, today: date, *, can_change: bool) -> Cell:
    meeting = column.next
    if meeting is None:
        if can_change and column.stage is not Stage.PAUSED:
            return Cell((Part(tr("Propose a date"), "action"),), tr("None yet. Propose a date"))
        return Cell((Part(tr("none planned"), "quiet"),))
    start = meeting.start.local
    when = tr("{day}, {time}", day=say_date(start.date(), today, tr), time=f"{start:%H:%M}")
    exact = tr(
        "{day}, {time}, {zone}",
        day=exact_date(start.date(), tr),
        time=f"{start:%H:%M}",
        zone=meeting.start.zone,
    )
    if meeting.proposed:
        return Cell((Part(when), Part(tr(" · proposed"), "quiet")), exact)
    return Cell((Part(when),), exact)


def _talked(column: BoardColumn, today: date) -> Cell:
    wish = "" if column.rhythm_days is None else rhythm(column.rhythm_days).lower()
    last = column.last_contact
    if last is None:
        words = tr("not yet") if not wish else tr("not yet · {rhythm}", rhythm=wish)
        return Cell((Part(words, "quiet"),))
    talked = ago(last, today, tr)
    exact = exact_date(last, tr)
    if column.fits_the_season(today):
        ground = tr(" · fits this season")
    else:
        ground = f" · {wish}" if wish else ""
    tone: Tone = "attention" if column.is_silent(today) else "ink"
    return Cell((Part(talked, tone), Part(ground, "quiet")), f"{talked}{ground} · {exact}")


def _promises(promises: Promises, today: date) -> Cell:
    if not promises.open:
        return Cell((Part(tr("nothing open"), "quiet"),))
    due = promises.next_due
    tip = promises.title if due is None else f"{promises.title}, {due_phrase(due, today, tr)}"
    if promises.open == 1 and not promises.overdue:
        day = "" if due is None else f" · {say_date(due, today, tr)}"
        return Cell((Part(promises.title), Part(day, "quiet")), tip)
    count = plural(promises.open, "{count} open", "{count} open")
    tip = f"{count}. {tip}"
    if promises.overdue:
        late = plural(promises.overdue, "{count} over date", "{count} over date")
        return Cell((Part(f"{count}, "), Part(late, "attention")), tip)
    if promises.due_soon(today) and due is not None:
        soon = tr(", next {day}", day=say_date(due, today, tr))
        return Cell((Part(count), Part(soon, "quiet")), tip)
    return Cell((Part(count),), tip)


def _i_promised(column: BoardColumn, today: date) -> Cell:
    return _promises(column.i_promised, today)


def _they_promised(column: BoardColumn, today: date) -> Cell:
    return _promises(column.they_promised, today)


def _goals(column: BoardColumn, today: date) -> Cell:
    goals = column.goals
    parts = []
    if goals.on_course:
        parts.append(plural(goals.on_course, "{count} on course", "{count} on course"))
    if goals.quiet:
        quiet = plural(goals.quiet, "{count} quiet", "{count} quiet")
        if goals.quiet_since is not None:
            since = short_date(goals.quiet_since, today, tr)
            quiet = tr("{quiet} since {day}", quiet=quiet, day=since)
        parts.append(quiet)
    if goals.moved:
        parts.append(plural(goals.moved, "{count} moved twice", "{count} moved twice"))
    if goals.reached:
        parts.append(plural(goals.reached, "{count} reached", "{count} reached"))
    return Cell((Part(", ".join(parts)),)) if parts else Cell((Part(tr("none yet"), "quiet"),))


def _milestones(column: BoardColumn, today: date) -> Cell:
    spark = column.milestones
    if not spark.total:
        return Cell((Part(tr("none yet"), "quiet"),))
    reached, planned = spark.reached_by(today), spark.planned_by(today)
    words = tr("{reached} of {total}", reached=reached, total=spark.total)
    tip = tr(
        "{reached} of {total} milestones reached, {planned} planned by today",
        reached=reached,
        total=spark.total,
        planned=planned,
    )
    if following := [day for day in spark.due if day > today]:
        ahead = short_date(following[0], today, tr)
        tip = tr("{facts}; the next is planned for {day}", facts=tip, day=ahead)
    return Cell((Part(words, "quiet"),), tip)


def _asked(column: BoardColumn, _today: date) -> Cell:
    asked = "" if column.next is None else column.next.asked
    return Cell((Part(asked),)) if asked else NONE


def _next_time(column: BoardColumn, _today: date) -> Cell:
    mine = "" if column.next is None else column.next.mine
    return Cell((Part(mine, "quiet"),)) if mine else NONE


_CELLS: dict[Line, Callable[[BoardColumn, date], Cell]] = {
    Line.TALKED: _talked,
    Line.I_PROMISED: _i_promised,
    Line.THEY_PROMISED: _they_promised,
    Line.GOALS: _goals,
    Line.MILESTONES: _milestones,
    Line.ASKED: _asked,
    Line.NEXT_TIME: _next_time,
}
