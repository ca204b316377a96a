"""Say what the charts of contacts show: table, one sentence, a line for each mark. No blame."""

from collections.abc import Sequence
from datetime import date
from itertools import chain

from mentordesk.domain.contact_record import ContactDay, ContactRecord, Wish
from mentordesk.domain.dates_said import Translate, ago, days_said, full_date
from mentordesk.domain.progress_said import ChartTable, in_sentence
from mentordesk.domain.text import one_line


def contacts_sentence(
    records: Sequence[ContactRecord], today: date, tr: Translate = str.format
) -> str:
    """Return the contacts in words: "In the last 12 months: 11 meetings and 4 other contacts."."""
    if not records:
        return tr("No contact yet.")
    lately = list(chain.from_iterable(record.lately() for record in records))
    counts = tr("In the last 12 months: {counts}.", counts=_counts(lately, tr))
    if len(records) == 1:
        record = records[0]
        parts = [counts, _usual(record, tr), _wished(record.wish, tr), _last(record, today, tr)]
        return " ".join(part for part in parts if part)
    people = tr("{count} relationships.", count=len(records))
    return " ".join(part for part in (people, counts, _fitting(records, tr)) if part)


def contacts_table(
    records: Sequence[ContactRecord], today: date, tr: Translate = str.format
) -> ChartTable:
    """Return a row for each day of contact; of several relationships a row for each of them."""
    return _days_table(records[0], tr) if len(records) == 1 else _overview(records, today, tr)


def contact_label(day: ContactDay, tr: Translate = str.format) -> str:
    """Return one day of contact in words: "12 Oct 2026: meeting, 21 days after the one before"."""
    said = tr("{date}: {what}", date=full_date(day.day, tr), what=_what(day, tr))
    if day.gap is None:
        return said
    return tr("{said}, {days} after the one before", said=said, days=days_said(day.gap, tr))


def silence_label(record: ContactRecord, tr: Translate = str.format) -> str:
    """Return how long it is since the last contact: "today: 9 days since the last contact"."""
    days = days_said(record.silent_days or 0, tr)
    return tr("{date}: {days} so far", date=tr("today"), days=days)


def row_label(record: ContactRecord, tr: Translate = str.format) -> str:
    """Return one relationship in words: "Wei Lin: 11 meetings; about every 30 days wished for"."""
    parts = [_counts(record.lately(), tr), wish_phrase(record.wish, tr), last_phrase(record, tr)]
    said = "; ".join(part for part in parts if part)
    return tr("{name}: {said}", name=in_sentence(record_name(record, tr)), said=said)


def record_name(record: ContactRecord, tr: Translate = str.format) -> str:
    """Return what a relationship is called; where the gate kept the name, what is counted."""
    return one_line(record.name) or tr("Meetings")


def wish_phrase(wish: Wish, tr: Translate = str.format) -> str:
    """Return how often people wish to talk: "wished: every 30 days", or that any time fits."""
    if wish.rhythm_days is None:
        return ""
    if wish.longest is None:
        return tr("any time fits")
    if wish.rhythm_days == 1:
        return tr("wished: every day")
    return tr("wished: every {count} days", count=wish.rhythm_days)


def last_phrase(record: ContactRecord, tr: Translate = str.format) -> str:
    """Return when people last talked: "talked 9 days ago"."""
    if record.last is None:
        return tr("not talked yet")
    return tr("talked {when}", when=ago(record.last, record.today, tr))


def _counts(days: Sequence[ContactDay], tr: Translate) -> str:
    meetings, others = sum(day.meetings for day in days), sum(day.others for day in days)
    said = [tr("{count} meeting" if meetings == 1 else "{count} meetings", count=meetings)]
    if others:
        template = "{count} other contact" if others == 1 else "{count} other contacts"
        said.append(tr(template, count=others))
    return said[0] if len(said) == 1 else tr("{first} and {second}", first=said[0], second=said[1])


def _what(day: ContactDay, tr: Translate) -> str:
    if day.meetings + day.others > 1:
        return _counts([day], tr)
    return tr("meeting") if day.meetings else tr("other contact")


def _usual(record: ContactRecord, tr: Translate) -> str:
    """Return the middle of the silences lately; a mean would follow one long summer."""
    gaps = sorted(day.gap for day in record.lately() if day.gap is not None)
    if len(gaps) < 2:
        return ""
    middle = gaps[len(gaps) // 2]
    return tr("Usually {days} apart.", days=days_said(middle, tr))


def _wished(wish: Wish, tr: Translate) -> str:
    said = wish_phrase(wish, tr)
    return tr("{sentence}.", sentence=said[0].upper() + said[1:]) if said else ""


def _last(record: ContactRecord, today: date, tr: Translate) -> str:
    if record.last is None:
        return tr("Not talked yet.")
    return tr("Last talked {when}.", when=ago(record.last, today, tr))


def _fitting(records: Sequence[ContactRecord], tr: Translate) -> str:
    known = [record.fits for record in records if record.fits is not None]
    if not known:
        return ""
    template = "{fitting} of {count} with a rhythm talked within it."
    return tr(template, fitting=sum(known), count=len(known))


def _days_table(record: ContactRecord, tr: Translate) -> ChartTable:
    headers = ("Day", "Contact", "Days since the one before", "Wished", "Longest that fits")
    rows = tuple(
        (
            full_date(day.day, tr),
            _what(day, tr),
            "" if day.gap is None else str(day.gap),
            "" if day.wish.rhythm_days is None else str(day.wish.rhythm_days),
            "" if day.wish.longest is None else str(day.wish.longest),
        )
        for day in record.days
    )
    return ChartTable(tuple(tr(header) for header in headers), rows)


def _overview(records: Sequence[ContactRecord], today: date, tr: Translate) -> ChartTable:
    headers = (
        "Relationship",
        "Meetings, 12 months",
        "Other contacts, 12 months",
        "Last talked",
        "Days since",
        "Wished",
        "Longest that fits",
    )
    rows = tuple(
        (
            record_name(record, tr),
            str(sum(day.meetings for day in record.lately())),
            str(sum(day.others for day in record.lately())),
            full_date(record.last, tr) if record.last else "",
            "" if record.last is None else str((today - record.last).days),
            "" if record.wish.rhythm_days is None else str(record.wish.rhythm_days),
            "" if record.wish.longest is None else str(record.wish.longest),
        )
        for record in records
    )
    return ChartTable(tuple(tr(header) for header in headers), rows)
