"""Say what the chart of promises shows, both sides alike: table, one sentence, a line for each."""

from datetime import date, timedelta

from mentordesk.domain.dates_said import Translate, month
from mentordesk.domain.progress_said import ChartTable
from mentordesk.domain.promises import Period, PromisePeriod, Promises, PromiseState, Tally

STATE_NAMES = {
    PromiseState.IN_TIME: "done in time",
    PromiseState.LATER: "done later",
    PromiseState.OPEN: "open",
    PromiseState.LET_GO: "let go",
}
"""What became of promises, in the order in which it is drawn and said."""


def promises_sentence(facts: Promises, tr: Translate = str.format) -> str:
    """Return both sides in words: "I promised 4: 3 done in time, 1 open. They promised 2: ..."."""
    if not facts.total:
        return tr("No promises yet.")
    parts = [_side(facts.mine, tr, mine=True), _side(facts.theirs, tr, mine=False)]
    if facts.elsewhere:
        template = (
            "{count} has no day that the chart could show."
            if facts.elsewhere == 1
            else "{count} have no day that the chart could show."
        )
        parts.append(tr(template, count=facts.elsewhere))
    return " ".join(parts)


def promises_table(facts: Promises, tr: Translate = str.format) -> ChartTable:
    """Return a row for each period, with the same columns for both sides."""
    sides = (tr("Mine"), tr("Theirs"))
    named = [tr("promised"), *(tr(name) for name in STATE_NAMES.values())]
    headers = [tr("{side}: {what}", side=side, what=what) for side in sides for what in named]
    rows = tuple(
        (
            period_name(period, facts.period, tr),
            *_cells(period.mine),
            *_cells(period.theirs),
        )
        for period in facts.periods
    )
    return ChartTable((tr("Promised in"), *headers), rows)


def period_name(period: PromisePeriod, length: Period, tr: Translate = str.format) -> str:
    """Return what a period is called: "Nov 2026", "Oct to Dec 2026", "2026"."""
    start, last = period.start, _last_day(period)
    if length is Period.YEAR:
        return str(start.year)
    if length is Period.MONTH:
        return tr("{month} {year}", month=month(start, tr), year=start.year)
    template = "{first} to {last} {year}"
    return tr(template, first=month(start, tr), last=month(last, tr), year=start.year)


def side_label(
    period: PromisePeriod, length: Period, tr: Translate = str.format, *, mine: bool
) -> str:
    """Return one side of a period in words: "Nov 2026: I promised 4: 3 done in time, 1 open"."""
    said = _side(period.mine if mine else period.theirs, tr, mine=mine).rstrip(".")
    return tr("{date}: {said}", date=period_name(period, length, tr), said=said)


def _side(tally: Tally, tr: Translate, *, mine: bool) -> str:
    count = tally.total()
    if not count:
        return tr("I promised nothing.") if mine else tr("They promised nothing.")
    states = ", ".join(
        tr("{count} {state}", count=tally[state], state=tr(name))
        for state, name in STATE_NAMES.items()
        if tally[state]
    )
    template = "I promised {count}: {states}." if mine else "They promised {count}: {states}."
    return tr(template, count=count, states=states)


def _cells(tally: Tally) -> tuple[str, ...]:
    return (str(tally.total()), *(str(tally[state]) for state in STATE_NAMES))


def _last_day(period: PromisePeriod) -> date:
    return period.after - timedelta(days=1)
