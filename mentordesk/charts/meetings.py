"""Draw the silences between the contacts of one relationship beside the wished rhythm."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from matplotlib.axes import Axes
from matplotlib.collections import LineCollection

from mentordesk.charts.contact_marks import band, contact_marks
from mentordesk.charts.contact_rows import contact_rows_view
from mentordesk.charts.frame import Frame
from mentordesk.charts.key import Sample, write_key
from mentordesk.charts.plot import PAD, Plot
from mentordesk.charts.sheet import Sheet
from mentordesk.charts.view import ChartPoint, ChartView
from mentordesk.domain.contact_record import ContactDay, ContactRecord, Wish
from mentordesk.domain.contact_said import (
    contact_label,
    contacts_sentence,
    contacts_table,
    silence_label,
)
from mentordesk.domain.dates_said import Translate


@dataclass(frozen=True)
class _Span:
    """A time in which one wish held, as ordinals."""

    first: int
    last: int
    wish: Wish


def meetings_view(records: Sequence[ContactRecord], frame: Frame) -> ChartView:
    """Return the contacts over time: gaps for one relationship, a row for each of several."""
    if len(records) > 1:
        return contact_rows_view(records, frame)
    sheet = Sheet(frame.palette, frame.size_inches, frame.dpi)
    sentence = contacts_sentence(records, frame.today, frame.tr)
    record = records[0] if records else None
    if record is None or not record.days:
        axes, points = sheet.say_empty(frame.tr("No contact yet")), tuple[ChartPoint, ...]()
    else:
        axes = _draw(sheet, record, frame, sentence if frame.caption else "")
        points = tuple(_points(record, frame.tr))
    table = contacts_table([record] if record else [], frame.today, frame.tr)
    return ChartView(sheet.figure, axes, points, table, sentence)


def _shown(record: ContactRecord) -> tuple[ContactDay, ...]:
    return record.since(record.start)


def _points(record: ContactRecord, tr: Translate) -> Iterator[ChartPoint]:
    for day in _shown(record):
        yield ChartPoint(day.day.toordinal(), day.gap or 0, contact_label(day, tr))
    if record.silent_days:
        place = (record.today.toordinal(), record.silent_days)
        yield ChartPoint(*place, silence_label(record, tr))


def _draw(sheet: Sheet, record: ContactRecord, frame: Frame, caption: str) -> Axes:
    tr, pad = frame.tr, PAD * sheet.unit
    spans = list(_spans(record))
    fitting = [span.wish.longest or 0 for span in spans]
    gaps = [day.gap or 0 for day in _shown(record)]
    floor = pad + sheet.write_caption(caption, pad)
    room = max(2, (record.today - record.start).days // 32)
    days = (record.start - timedelta(days=room), record.today + timedelta(days=room))
    most = max(*gaps, *fitting, record.silent_days or 0, 7)
    plot = Plot(sheet, days, most, floor, 0)
    for span in spans:
        _draw_band(plot, span)
    plot.draw_counts()
    plot.draw_days(record.today, tr)
    today = plot.draw_today(record.today, tr)
    _draw_contacts(plot, record)
    # The key takes the line of "today" and leaves its place free.
    up = (today[0].bottom + today[0].top) / 2
    meeting, other = contact_marks(sheet.palette)
    entries: list[tuple[Sample, str]] = [(meeting, tr("meeting")), (other, tr("other contact"))]
    if any(fitting):
        entries.append((band(sheet.palette), tr("within the wished rhythm")))
    plot.write_unit(tr("days since the contact before"), today[0])
    write_key(sheet, entries, today[0].left - pad, up)
    return plot.axes


def _spans(record: ContactRecord) -> Iterator[_Span]:
    wishes = record.rhythm.wishes if record.rhythm else ()
    starts = [max(wish.since, record.start).toordinal() for wish in wishes]
    ends = [*starts[1:], record.today.toordinal()]
    for wish, first, last in zip(wishes, starts, ends, strict=True):
        if last > first and wish.longest is not None:
            yield _Span(first, last, wish)


def _draw_band(plot: Plot, span: _Span) -> None:
    """Fill the silences that fit, and draw the wished one as a dashed line."""
    palette = plot.sheet.palette
    fill = band(palette)
    width = span.last - span.first
    patch = fill.patch(span.first, 0, width, span.wish.longest or 0)
    patch.set_linewidth(1.0 if palette.contrast else 0.0)
    patch.set_zorder(0.5)
    plot.axes.add_patch(patch)
    wished = span.wish.rhythm_days or 0
    plot.axes.add_collection(
        LineCollection(
            [[(span.first, wished), (span.last, wished)]],
            colors=palette.quiet,
            linewidths=1.2,
            linestyles=[(0, (4, 2.5))],
            zorder=2.2,
        )
    )


def _draw_contacts(plot: Plot, record: ContactRecord) -> None:
    palette = plot.sheet.palette
    shown = _shown(record)
    stems = [[(d.day.toordinal(), 0), (d.day.toordinal(), d.gap or 0)] for d in shown]
    if record.silent_days:
        at = record.today.toordinal()
        stems.append([(at, 0), (at, record.silent_days)])
    plot.axes.add_collection(LineCollection(stems, colors=palette.edge, linewidths=0.8, zorder=2.5))
    met = [day for day in shown if day.meetings]
    talked = [day for day in shown if not day.meetings]
    for mark, days in zip(contact_marks(palette), (met, talked), strict=True):
        across, up = [d.day.toordinal() for d in days], [d.gap or 0 for d in days]
        plot.axes.add_line(mark.line(plot.sheet, across, up))
