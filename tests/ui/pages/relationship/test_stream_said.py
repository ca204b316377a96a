"""The stream in words."""

from datetime import date
from uuid import uuid4

import pytest

from mentordesk.domain.changes import ColumnChange
from mentordesk.domain.enums import ItemKind, MeetingForm, MeetingStatus
from mentordesk.domain.stream import (
    ContactHappened,
    GoalChanged,
    MeetingHappened,
    MilestoneReached,
    PromiseKept,
    PromiseMade,
)
from mentordesk.ui.pages.relationship.stream_said import Said, day_said, said

TODAY = date(2026, 11, 24)
DAY = date(2026, 11, 12)


def meeting(**fields):
    values = {
        "status": MeetingStatus.HELD,
        "form": MeetingForm.VIDEO,
        "minutes": 55,
        "title": "",
        "noted": False,
        "topics": ("Reviewer comments", "Next date"),
    }
    return MeetingHappened(item=uuid4(), day=DAY, **(values | fields))


def made(**fields):
    values = {
        "title": "Draft of chapter 2",
        "owner_name": "Dr Amara Okafor",
        "is_mine": True,
        "due": None,
        "done": None,
        "dropped": None,
        "meeting": None,
    }
    return PromiseMade(item=uuid4(), day=DAY, **(values | fields))


def changed(of, *fields, reason=""):
    columns = tuple(ColumnChange(*field) for field in fields)
    return GoalChanged(
        item=uuid4(),
        day=DAY,
        of=of,
        title="Pilot data",
        goal="First paper",
        goal_id=uuid4(),
        fields=columns,
        reason=reason,
    )


GOAL, MILESTONE = ItemKind.GOAL, ItemKind.MILESTONE
NOVEMBER, DECEMBER = date(2026, 11, 20), date(2026, 12, 12)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (meeting(), Said("Video, 55 min", "Reviewer comments; Next date")),
        (meeting(noted=True), Said("Video, 55 min", "Reviewer comments; Next date", "notes")),
        (
            meeting(title="Thesis committee"),
            Said("Thesis committee", "Video, 55 min · Reviewer comments; Next date"),
        ),
        (
            meeting(status=MeetingStatus.CANCELLED, topics=()),
            Said("Video", "", "cancelled"),
        ),
        (
            meeting(status=MeetingStatus.MISSED, topics=()),
            Said("Video", "", "did not take place"),
        ),
        (
            meeting(status=MeetingStatus.CONFIRMED, topics=()),
            Said("Video", "", "Did it take place?", "attention"),
        ),
        (
            ContactHappened(
                item=uuid4(), day=DAY, form=MeetingForm.COFFEE, minutes=40, line="Thanked"
            ),
            Said("Coffee, 40 min", "Thanked"),
        ),
        (
            ContactHappened(item=uuid4(), day=DAY, form=MeetingForm.WALK, minutes=None, line=""),
            Said("Walk"),
        ),
        (made(), Said("You promised: Draft of chapter 2")),
        (made(is_mine=False), Said("Amara promised: Draft of chapter 2")),
        (
            made(due=date(2026, 11, 22)),
            Said("You promised: Draft of chapter 2", "due 22 Nov", "2 days over", "attention"),
        ),
        (
            made(due=date(2026, 11, 24)),
            Said("You promised: Draft of chapter 2", "due 24 Nov"),
        ),
        (
            made(due=date(2026, 11, 22), done=TODAY),
            Said("You promised: Draft of chapter 2", "due 22 Nov", "done", "good"),
        ),
        (made(dropped=TODAY), Said("You promised: Draft of chapter 2", "", "let go")),
        (
            PromiseKept(
                item=uuid4(),
                day=DAY,
                title="Introduce J. Meyer",
                owner_name="Dr Amara Okafor",
                is_mine=False,
                promised_on=date(2025, 11, 1),
                meeting=None,
            ),
            Said("Amara did: Introduce J. Meyer", "promised 1 Nov 2025"),
        ),
        (
            MilestoneReached(
                item=uuid4(),
                day=DAY,
                title="Pilot data",
                goal="First paper",
                goal_id=uuid4(),
                due=None,
            ),
            Said("Milestone “Pilot data” reached", "First paper"),
        ),
        (
            changed(MILESTONE, ("due", NOVEMBER, DECEMBER), reason="Scanner booked out"),
            Said("Milestone “Pilot data” moved to 12 Dec", "Was 20 Nov. “Scanner booked out”"),
        ),
        (
            changed(MILESTONE, ("due", None, DECEMBER)),
            Said("Milestone “Pilot data” now due 12 Dec"),
        ),
        (
            changed(MILESTONE, ("due", NOVEMBER, None)),
            Said("Milestone “Pilot data” has no date now", "Was 20 Nov."),
        ),
        (
            changed(GOAL, ("title", "Paper", "Pilot data")),
            Said("Goal “Pilot data”: renamed", "Was “Paper”."),
        ),
        (
            changed(GOAL, ("measure", "Submitted", "Accepted\nfor review")),
            Said("Goal “Pilot data”: measure changed", "Submitted → Accepted for review"),
        ),
        (
            changed(GOAL, ("measure", "", "Accepted")),
            Said("Goal “Pilot data”: measure changed", "Accepted"),
        ),
        (
            changed(GOAL, ("status", "active", "parked"), ("horizon", "year", "beyond")),
            Said("Goal “Pilot data”: status, horizon changed"),
        ),
        (
            changed(GOAL, ("status", "active", "parked")),
            Said("Goal “Pilot data”: status changed", "Under way → Parked"),
        ),
        (changed(GOAL), Said("New goal: Pilot data")),
    ],
)
def test_a_row_says_the_fact_and_its_ground(row, words):
    assert said(row, TODAY) == words


@pytest.mark.parametrize(
    ("day", "words"),
    [(TODAY, "Today"), (DAY, "12 Nov"), (date(2025, 11, 12), "12 Nov 2025")],
)
def test_days_have_their_year_only_when_it_is_another_one(day, words):
    assert day_said(day, TODAY) == words


def test_braces_in_what_people_wrote_are_only_braces():
    assert said(made(title="{what} {0} %s"), TODAY).title == "You promised: {what} {0} %s"
