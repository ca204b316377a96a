"""The one path from what the gate has released to HTML and Markdown."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from mentordesk.domain.dates_said import full_date
from mentordesk.domain.release import AudienceKind, Released
from mentordesk.domain.reports import ActionPart, MeetingPart, Part, ReportHead, ReportKind
from mentordesk.reports.goals import goal_sections, joined
from mentordesk.reports.markdown import escaped, note_html
from mentordesk.reports.meetings import (
    bond_section,
    meeting_sections,
    promise_sections,
    stream_section,
    when_said,
)
from mentordesk.reports.sheet import Section, Sheet, Words
from mentordesk.resource import resource


def report_html(released: Released[Part], head: ReportHead, today: date, words: Words) -> str:
    """Return a report as one HTML file that loads nothing and runs nothing.

    The same parts on the same day come to the same bytes.

    Raises:
        TypeError: the parts did not come through the gate.
    """
    sheet = report_sheet(released, head, today, words)
    return _environment().get_template("report.html").render(sheet=sheet)


def report_markdown(released: Released[Part], head: ReportHead, today: date, words: Words) -> str:
    """Return a report as Markdown.

    Raises:
        TypeError: the parts did not come through the gate.
    """
    sheet = report_sheet(released, head, today, words)
    return _environment().get_template("report.md").render(sheet=sheet)


def report_sheet(released: Released[Part], head: ReportHead, today: date, words: Words) -> Sheet:
    """Return what stands on a report's pages.

    Raises:
        TypeError: the parts did not come through the gate.
    """
    if not isinstance(released, Released):
        raise TypeError("a report leaves only through the gate: release its parts first")
    mine, tr = released.audience.kind is AudienceKind.MYSELF, words.tr
    parts = [_as_mine(part) if mine else part for part in released.items]
    private = ""
    if released.private:
        only = (
            "{count} thing in it only I see"
            if released.private == 1
            else ("{count} things in it only I see")
        )
        private = joined(tr("My own copy"), tr(only, count=released.private))
    facts = [tr("as of {day}", day=full_date(today, tr))]
    meeting = next((part for part in parts if isinstance(part, MeetingPart)), None)
    if head.kind is ReportKind.MEETING and meeting is not None:
        facts = [when_said(meeting, words), *facts]
    return Sheet(
        kind=words.label(head.kind),
        title=_title(head, meeting, words, mine=mine),
        facts=joined(*facts),
        private=private,
        sections=tuple(_sections(head.kind, parts, today, words)),
        empty=tr("There is nothing to tell yet."),
    )


def _as_mine(part: Part) -> Part:
    """Leave my own name off what I do: in my copy it says nothing."""
    return replace(part, owner_name="") if isinstance(part, ActionPart) and part.is_mine else part


def _sections(kind: ReportKind, parts: Sequence[Part], today: date, words: Words) -> list[Section]:
    if kind is ReportKind.PLAN:
        return goal_sections(parts, today, words)
    if kind is ReportKind.MEETING:
        return meeting_sections(parts, words)
    return [
        *bond_section(parts, words),
        *promise_sections(parts, words),
        *goal_sections(parts, today, words),
        *stream_section(parts, words),
    ]


def _title(head: ReportHead, meeting: MeetingPart | None, words: Words, *, mine: bool) -> str:
    if head.kind is ReportKind.MEETING and meeting is not None and meeting.title:
        return meeting.title
    if not head.name:
        return head.me
    # Whoever it is for has a name for me, and knows their own.
    if head.kind is ReportKind.PLAN and mine:
        return words.tr("Goals with {name}", name=head.name)
    return words.tr("{me} and {name}", me=head.me, name=head.name)


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(resource("templates")),
        autoescape=select_autoescape(("html",)),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["note"] = _note
    made.filters["plain"] = escaped
    return made


def _note(text: str) -> Markup:
    return Markup(note_html(text))  # noqa: S704 (made by a parser that lets no HTML through)
