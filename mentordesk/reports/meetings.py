"""Meetings, contacts and promises on paper."""

from collections.abc import Sequence
from datetime import date, timedelta

from mentordesk.domain.dates_said import exact_date, full_date, said_minutes
from mentordesk.domain.enums import MeetingStatus
from mentordesk.domain.reports import (
    ActionPart,
    AgendaPart,
    BondPart,
    ContactPart,
    MeetingPart,
    NotePart,
    Part,
)
from mentordesk.reports.goals import action_row, joined
from mentordesk.reports.sheet import Block, Row, Section, Words


def when_said(meeting: MeetingPart, words: Words) -> str:
    """Return when and how a meeting is, on the wall where it was planned."""
    start = meeting.start.local
    end = start + timedelta(minutes=meeting.minutes)
    when = words.tr(
        "{date}, {start} to {end}",
        date=exact_date(start.date(), words.tr),
        start=f"{start:%H:%M}",
        end=f"{end:%H:%M}",
    )
    form, place = words.label(meeting.form), meeting.place
    return joined(when, meeting.start.zone, form, place, words.label(meeting.status))


def meeting_sections(parts: Sequence[Part], words: Words) -> list[Section]:
    """Return agenda, notes and actions of one meeting."""
    tr = words.tr
    notes = [part for part in parts if isinstance(part, NotePart)]
    agenda = [part for part in parts if isinstance(part, AgendaPart)]
    own = [Block(note=note.text) for note in notes if note.agenda_item is None]
    blocks: list[Block] = []
    for item in agenda:
        blocks.append(Block(rows=(_item(item, words),)))
        blocks += [Block(note=note.text) for note in notes if note.agenda_item == item.id]
    actions = [action_row(part, words) for part in parts if isinstance(part, ActionPart)]
    found = [
        (tr("Agenda"), blocks),
        (tr("Notes"), own),
        (tr("What was promised"), [Block(rows=tuple(actions))] if actions else []),
    ]
    return [Section(title=title, blocks=tuple(some)) for title, some in found if some]


def bond_section(parts: Sequence[Part], words: Words) -> list[Section]:
    """Return what binds the two sides and what was wished for."""
    tr = words.tr
    bond = next((part for part in parts if isinstance(part, BondPart)), None)
    if bond is None:
        return []
    since = full_date(bond.phase_since, tr) if bond.phase_since else ""
    phase = words.label(bond.phase)
    days = [full_date(day, tr) if day else "" for day in (bond.started_on, bond.planned_end)]
    terms = [
        (tr("Purpose"), bond.purpose),
        (tr("Phase"), tr("{phase} since {day}", phase=phase, day=since) if since else phase),
        (tr("How often"), words.rhythm(bond.rhythm_days)),
        (tr("Since"), days[0]),
        (tr("Planned until"), days[1]),
    ]
    told = tuple((name, text) for name, text in terms if text)
    return [Section(title=tr("What binds us"), blocks=(Block(terms=told),))]


def promise_sections(parts: Sequence[Part], words: Words) -> list[Section]:
    """Return the promises of both sides: those still open first, then the settled ones."""
    tr = words.tr
    actions = [part for part in parts if isinstance(part, ActionPart)]
    found = [
        (tr("Open promises"), [one for one in actions if one.is_open]),
        (tr("Settled promises"), [one for one in actions if not one.is_open]),
    ]
    return [
        Section(title=title, blocks=(Block(rows=tuple(action_row(one, words) for one in some)),))
        for title, some in found
        if some
    ]


def stream_section(parts: Sequence[Part], words: Words) -> list[Section]:
    """Return meetings with what was on their agendas, and contacts, the newest first."""
    dated: list[tuple[date, Row]] = []
    for part in parts:
        if isinstance(part, MeetingPart):
            topics = [a.title for a in parts if isinstance(a, AgendaPart) and a.meeting == part.id]
            dated.append((part.day, _meeting(part, topics, words)))
        elif isinstance(part, ContactPart):
            dated.append((part.day, _contact(part, words)))
    dated.sort(key=lambda one: one[0], reverse=True)
    rows = tuple(row for _, row in dated)
    title = words.tr("Meetings and contacts")
    return [Section(title=title, blocks=(Block(rows=rows),))] if rows else []


def _item(item: AgendaPart, words: Words) -> Row:
    length = said_minutes(item.minutes, words.tr) if item.minutes else ""
    return Row(title=item.title, mark="☑" if item.done else "☐", side=length, detail=item.outcome)


def _meeting(part: MeetingPart, topics: Sequence[str], words: Words) -> Row:
    state = "" if part.status is MeetingStatus.HELD else words.label(part.status).lower()
    length = said_minutes(part.minutes, words.tr)
    form = joined(words.label(part.form), length, state)
    return Row(
        title=part.title or form,
        side=full_date(part.day, words.tr),
        detail=joined(form if part.title else "", "; ".join(topics)),
    )


def _contact(part: ContactPart, words: Words) -> Row:
    length = said_minutes(part.minutes, words.tr) if part.minutes else ""
    form = joined(words.label(part.form), length)
    return Row(
        title=part.line or form,
        side=full_date(part.day, words.tr),
        detail=form if part.line else "",
    )
