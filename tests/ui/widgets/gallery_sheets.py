"""Every widget on a few sheets, for the tests and for the eye."""

from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from mentordesk.ui.widgets.buttons import IconButton, LinkButton, PlainButton, PrimaryButton
from mentordesk.ui.widgets.cards import (
    Avatar,
    Card,
    Chip,
    EmptyState,
    Group,
    IconLabel,
    Row,
    SlimProgress,
    TwoLines,
)
from mentordesk.ui.widgets.flow import Flow
from mentordesk.ui.widgets.forms import Form
from mentordesk.ui.widgets.labels import (
    BodyLabel,
    ElidedLabel,
    QuietLabel,
    SectionLabel,
    TitleLabel,
)
from mentordesk.ui.widgets.markdown_editor import NoteEditor, NoteView
from mentordesk.ui.widgets.notice import NoticeBar
from mentordesk.ui.widgets.rows import Column, RowModel, table
from mentordesk.ui.widgets.scroll import PageScroll
from mentordesk.ui.widgets.switch import SwitchLook, ViewSwitch

TODAY = date(2026, 11, 23)
NOTE = (
    "# Reviewer comments\n"
    "She suggests **splitting section 3**: the model first, then the *three* cases.\n"
    "- [ ] Redraw figure 2 with labels\n"
    "- [x] Resubmit\n"
    "> A sentence in the caption would do.\n"
    "![photo](file:///etc/passwd) and [a link](https://example.org)"
)


class Line(NamedTuple):
    id: int
    name: str
    due: str
    state: str


def beside(*widgets: QWidget, stretch: int = -1) -> QWidget:
    holder = QWidget()
    layout = QHBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(12)
    for place, widget in enumerate(widgets):
        layout.addWidget(widget, 1 if place == stretch else 0)
    if stretch < 0:
        layout.addStretch()
    return holder


def today_sheet() -> QWidget:
    """The Today page of the pictures."""
    page = PageScroll()
    page.body.addWidget(
        beside(TitleLabel("Good morning"), QuietLabel("Monday 23 November"), stretch=0)
    )
    card = Card()
    when = TwoLines("Thu 26 Nov", "15:00, 60 min", width=112)
    trailing = (PlainButton("Send agenda"), PrimaryButton("Prepare"))
    card.add_row(
        Row("Amara Okafor", "Video · 3 agenda items, not sent yet", leading=when, trailing=trailing)
    )
    when = TwoLines("Fri 27 Nov", "10:00, 45 min", width=112)
    card.add_row(
        Row("Tomás Rivera", "Walk · prepared", leading=when, trailing=(PlainButton("Open"),))
    )
    page.body.addWidget(Group("Next", card))
    card = Card()
    box = QCheckBox()
    box.setAccessibleName("Done: Send draft")
    trailing = (LinkButton("Change date"), PlainButton("Done"))
    card.add_row(
        Row(
            "Send draft of chapter 2 to Amara Okafor",
            "Promised on 12 Nov · due yesterday",
            leading=box,
            trailing=trailing,
        )
    )
    card.add_row(
        Row(
            "“Pilot data” moved twice",
            "First paper · now 12 Dec, first planned for 15 Oct",
            leading=IconLabel("attention", role="attention"),
            trailing=(PlainButton("Rethink"),),
        )
    )
    trailing = (LinkButton("We talked"), LinkButton("Write"), PlainButton("Propose a date"))
    card.add_row(
        Row(
            "Wei Lin: last talked 44 days ago",
            "You agreed on about monthly · no next meeting",
            leading=Avatar("WL"),
            trailing=trailing,
            opens=True,
        )
    )
    page.body.addWidget(Group("Needs you", card))
    page.body.addWidget(QuietLabel("This month: 4 of 4 meetings took place", small=True))
    page.body.addStretch()
    page.notice = NoticeBar(page)
    page.notice.show_notice("Milestone moved to 12 December", "Undo", print)
    return page


def relationship_sheet() -> QWidget:
    """Tabs, chips, a stream and an empty state."""
    page = PageScroll()
    head = beside(
        Avatar("AO", 40),
        TwoLines("Dr Amara Okafor", "Mentor, chosen · about monthly"),
        PrimaryButton("Prepare", icon="agenda"),
        PlainButton("We talked"),
        IconButton("more", "More for this person", bordered=True),
        stretch=1,
    )
    page.body.addWidget(head)
    page.body.addWidget(
        Flow(
            [
                Chip("Private, except safety and evaluation"),
                Chip("How it is going", "outline"),
                Chip("not told yet", "attention"),
                Chip("reached", "good", icon="check"),
            ]
        )
    )
    tabs = ViewSwitch(["Overview", "Goals", "Meetings", "In touch"], name="Parts")
    page.body.addWidget(tabs)
    card = Card()
    for day, title, second in (
        ("Today", "Milestone “Pilot data” moved to 12 Dec", "Was 20 Nov."),
        ("14 Nov", "Video call, 55 min", "Reviewer comments; splitting section 3; next date set"),
    ):
        label = QuietLabel(day)
        label.setMinimumWidth(112)
        card.add_row(Row(title, second, leading=label, trailing=(Chip("notes", "outline"),)))
    page.body.addWidget(card)
    page.body.addWidget(
        beside(
            ViewSwitch(["List", "Timeline", "Progress"], look=SwitchLook.SEGMENTS, name="Views"),
            PlainButton("Export", icon="export"),
            PlainButton("Off"),
            stretch=-1,
        )
    )
    page.body.addWidget(SlimProgress(0.6, "3 of 5 milestones"))
    long = ElidedLabel("A very long title that will not fit " * 8)
    page.body.addWidget(long)
    empty = Card()
    empty.body.addWidget(
        EmptyState(
            "goal",
            "No goals yet",
            "A goal needs only a title. The rest can wait until you know more.",
            PrimaryButton("Add a goal"),
        )
    )
    page.body.addWidget(empty)
    page.body.addStretch()
    return page


def form_sheet() -> QWidget:
    """All kinds of form row, with hints and problems."""
    form = Form(TODAY)
    form.add_text("title", "Title", "A few words are enough.", optional=False)
    form.add_choice("horizon", "Horizon", [(1, "Within a year"), (3, "One to three years")])
    form.add_date("due", "Due")
    form.add_time("at", "At")
    form.add_number("minutes", "Length", suffix=" min")
    form.add_check(
        "shared", "Show this to Amara Okafor", "Shared things leave only when you send them."
    )
    form.more()
    form.add_lines("reason", "Reason", placeholder="Why does it matter?")
    form.load({"title": "First paper", "due": date(2026, 12, 12), "shared": True, "minutes": 60})
    form.show_problems({"due": "31 February does not exist.", "reason": "Please shorten this."})
    page = PageScroll(max_width=560)
    card = Card(padding=23)
    card.body.addWidget(form)
    page.body.addWidget(card)
    return page


def notes_sheet() -> QWidget:
    """Editor, view and a table."""
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(32, 24, 32, 32)
    layout.addWidget(SectionLabel("Notes"))
    editor = NoteEditor("Notes")
    editor.load(NOTE)
    view = NoteView(NOTE, name="Notes as they read")
    both = beside(editor, view, stretch=0)
    both.layout().setStretch(1, 1)
    layout.addWidget(both, 1)
    columns = [
        Column[Line](
            "Milestone",
            lambda line: line.name,
            icon=lambda line: ("milestone-done", "good") if line.state else ("milestone", "quiet"),
        ),
        Column[Line]("Due", lambda line: line.due, align=Qt.AlignmentFlag.AlignTrailing),
        Column[Line]("State", lambda line: line.state or "open"),
    ]
    rows = [Line(n, f"Milestone {n}", f"{n} Dec", "reached" if n % 2 else "") for n in range(1, 30)]
    model = RowModel(columns, rows, parent=holder)
    view = table(model, name="Milestones")
    view.setParent(holder)
    view.selectRow(1)
    layout.addWidget(view, 1)
    layout.addWidget(BodyLabel("Plain body text"))
    return holder


SHEETS = {
    "today": today_sheet,
    "relationship": relationship_sheet,
    "form": form_sheet,
    "notes": notes_sheet,
}
SIZE = QSize(1000, 720)
