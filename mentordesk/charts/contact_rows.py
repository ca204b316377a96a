"""Draw the contacts of several relationships: a row for each, against its own wished rhythm."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from matplotlib.axes import Axes
from matplotlib.collections import LineCollection

from mentordesk.charts.contact_marks import band, contact_marks
from mentordesk.charts.frame import Frame
from mentordesk.charts.key import Sample, write_key
from mentordesk.charts.sheet import Box, Sheet
from mentordesk.charts.time_axis import Step, day_names, named_days
from mentordesk.charts.view import Aim, ChartPoint, ChartView
from mentordesk.domain.contact_record import LATELY, ContactRecord
from mentordesk.domain.contact_said import (
    contact_label,
    contacts_sentence,
    contacts_table,
    last_phrase,
    record_name,
    row_label,
)
from mentordesk.domain.dates_said import Translate

DRAWN = 30
"""Relationships in one figure, the first by name; the table has them all. Text is slow."""

_PAD, _GAP, _ROW, _BAR = 16, 16, 36, 12
_NAME_SHARE = 0.28


def contact_rows_view(records: Sequence[ContactRecord], frame: Frame) -> ChartView:
    """Return the chart of the last twelve months; its height becomes what the rows need."""
    sheet = Sheet(frame.palette, frame.size_inches, frame.dpi)
    sentence = contacts_sentence(records, frame.today, frame.tr)
    axes = _draw(sheet, records, frame, sentence if frame.caption else "")
    points = tuple(_points(records[:DRAWN], frame.today, frame.tr))
    table = contacts_table(records, frame.today, frame.tr)
    return ChartView(sheet.figure, axes, points, table, sentence, Aim.BOTH, own_height=True)


def _points(records: Sequence[ContactRecord], today: date, tr: Translate) -> Iterator[ChartPoint]:
    """Yield a point for each contact; the row itself speaks at today's edge."""
    for row, record in enumerate(records):
        for day in record.lately():
            said = tr("{name}, {said}", name=record_name(record, tr), said=contact_label(day, tr))
            yield ChartPoint(day.day.toordinal(), row, said)
        yield ChartPoint(today.toordinal(), row, row_label(record, tr))


def _draw(sheet: Sheet, records: Sequence[ContactRecord], frame: Frame, caption: str) -> Axes:
    tr, palette, unit = frame.tr, sheet.palette, sheet.unit
    pad, gap, high = _PAD * unit, _GAP * unit, _ROW * unit
    drawn, left_out = records[:DRAWN], len(records[DRAWN:])
    names = [sheet.elide(record_name(r, tr), _NAME_SHARE * sheet.width, small=False) for r in drawn]
    lasts = [sheet.clean(last_phrase(record, tr)) for record in drawn]
    floor = pad + sheet.write_caption(caption, pad)
    sheet.resize_height(floor + (len(drawn) + 2 + bool(left_out)) * high + pad)
    top = sheet.height - pad - high
    middles = [top - (number + 0.5) * high for number in range(len(drawn))]
    left = pad + max(sheet.text_width(name, small=False) for name in names) + gap
    right = sheet.width - pad - max(map(sheet.text_width, lasts)) - gap
    box = Box(left, top - len(drawn) * high, max(right, left + gap), top)
    for name, last, middle in zip(names, lasts, middles, strict=True):
        sheet.write(pad, middle, name, colour=palette.ink, small=False)
        sheet.write(sheet.width - pad, middle, last, colour=palette.quiet, align="right")
    axes = sheet.add_axes(box)
    start = frame.today - timedelta(days=LATELY - 1)
    axes.set_xlim(start.toordinal(), frame.today.toordinal())
    axes.set_ylim(len(drawn) - 0.5, -0.5)
    _draw_rows(sheet, axes, drawn, (start, frame.today))
    _write_days(sheet, box, (start, frame.today), tr)
    _write_head(sheet, sheet.height - pad - high / 2, tr)
    if left_out:
        words = tr(
            "The first {drawn} by name; {count} more in the table",
            drawn=len(drawn),
            count=left_out,
        )
        sheet.write(pad, floor + high / 2, sheet.clean(words), colour=palette.quiet)
    return axes


def _draw_rows(
    sheet: Sheet, axes: Axes, records: Sequence[ContactRecord], days: tuple[date, date]
) -> None:
    """Draw on each row how long every contact's rhythm reaches, and the contacts over it."""
    palette, (start, today) = sheet.palette, days
    first, last = start.toordinal(), today.toordinal()
    rows = range(len(records))
    tracks = [[(first, row), (last, row)] for row in rows]
    axes.add_collection(LineCollection(tracks, colors=palette.hairline, linewidths=0.8, zorder=1))
    covered = [
        [(max(begin, first), row), (min(end, last), row)]
        for row, record in zip(rows, records, strict=True)
        for begin, end in _covered(record)
        if end > first and begin < last
    ]
    thick = _BAR * sheet.unit * 72
    if palette.contrast:
        _add_bars(axes, covered, palette.ink, thick, 2)
        _add_bars(axes, covered, palette.surface, thick - 2, 2.1)
    else:
        _add_bars(axes, covered, band(palette).face, thick, 2)
    kept = [
        (row, day) for row, record in zip(rows, records, strict=True) for day in record.lately()
    ]
    met = [(day.day.toordinal(), row) for row, day in kept if day.meetings]
    talked = [(day.day.toordinal(), row) for row, day in kept if not day.meetings]
    for mark, places in zip(contact_marks(palette), (met, talked), strict=True):
        axes.add_line(mark.line(sheet, [x for x, _ in places], [y for _, y in places]))


def _covered(record: ContactRecord) -> list[tuple[int, int]]:
    """Return the times within the wished rhythm of a contact, joined where they meet."""
    spans: list[tuple[int, int]] = []
    for day in record.days:
        longest = day.wish.longest
        if longest is None:
            continue
        begin, end = day.day.toordinal(), day.day.toordinal() + longest
        if spans and begin <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((begin, end))
    return spans


def _add_bars(
    axes: Axes,
    lines: Sequence[Sequence[tuple[float, float]]],
    colour: str,
    points: float,
    order: float,
) -> None:
    if lines:
        drawn = LineCollection(
            lines, colors=colour, linewidths=points, capstyle="butt", zorder=order
        )
        axes.add_collection(drawn)


def _write_days(sheet: Sheet, box: Box, days: tuple[date, date], tr: Translate) -> None:
    """Name the months that have room, under the rows."""
    start, end = days
    per_day = (box.right - box.left) / (end - start).days
    up = box.bottom - sheet.line_height
    for step in (Step.MONTH, Step.TWO_MONTHS, Step.QUARTER, Step.HALF_YEAR):
        listed = named_days(start, end, step)
        names = [sheet.clean(name) for name in day_names(listed, step, end, tr)]
        widest = max(map(sheet.text_width, names), default=0)
        if widest + _GAP * sheet.unit < 28 * step.value[1] * per_day:
            break
    for day, name in zip(listed, names, strict=True):
        across = box.left + (day - start).days * per_day
        sheet.write(across, up, name, colour=sheet.palette.quiet, align="center")


def _write_head(sheet: Sheet, up: float, tr: Translate) -> None:
    palette = sheet.palette
    meeting, other = contact_marks(palette)
    entries: list[tuple[Sample, str]] = [
        (meeting, tr("meeting")),
        (other, tr("other contact")),
        (band(palette), tr("within the wished rhythm")),
    ]
    write_key(sheet, entries, sheet.width - _PAD * sheet.unit, up)
    width = sheet.text_width(sheet.clean(tr("The last 12 months")))
    if width < 0.2 * sheet.width:
        words = sheet.clean(tr("The last 12 months"))
        sheet.write(_PAD * sheet.unit, up, words, colour=palette.quiet)
