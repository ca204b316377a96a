"""A relationship with some history, and its page with steps that are written down."""

from datetime import date, time
from functools import partial

import pytest
from PySide6.QtWidgets import QLabel

from mentordesk.domain.contacts import ContactDraft
from mentordesk.domain.enums import MeetingForm, Phase, Role
from mentordesk.domain.goals import ActionDraft
from mentordesk.domain.meetings import MeetingDraft
from mentordesk.domain.people import PersonDraft, RelationshipDraft
from mentordesk.ui.actions import ActionTable
from mentordesk.ui.pages.relationship.page import RelationshipPage
from mentordesk.ui.pages.relationship.steps import RelationshipSteps

TODAY = date(2026, 11, 24)
STEPS = tuple(RelationshipSteps.__dataclass_fields__)


@pytest.fixture
def desk(empty_desk):
    """A desk on which nothing is kept but its owner."""
    return empty_desk


@pytest.fixture
def amara(desk):
    draft = RelationshipDraft(
        role=Role.MENTEE,
        phase=Phase.CULTIVATION,
        rhythm_days=30,
        started_on=date(2025, 3, 1),
    )
    return desk.relationships.add_with_person(PersonDraft(name="Dr Amara Okafor"), draft)


@pytest.fixture
def taken():
    """The steps that were taken: name and item."""
    return []


@pytest.fixture
def steps(taken):
    def take(name, item):
        taken.append((name, item))

    return RelationshipSteps(**{name: partial(take, name) for name in STEPS})


@pytest.fixture
def page(qtbot, context, steps):
    """The page in a window, its commands declared."""
    actions = ActionTable(context.theme)
    made = RelationshipPage(
        context,
        actions,
        steps,
        goals_view=lambda _context, item: QLabel(f"goals of {item}"),
        meetings_view=lambda _context, item: QLabel(f"meetings of {item}"),
    )
    actions.setParent(made)
    actions.declare(made.commands(), made)
    made.resize(1200, 800)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def went(context):
    """The places that were asked for."""
    places = []
    context.place_wanted.connect(places.append)
    return places


@pytest.fixture
def said(context):
    """The notices that were given, with what they can take back."""
    notices = []
    context.notice_wanted.connect(lambda words, change: notices.append((words, change)))
    return notices


def plan(desk, relationship, day, **fields):
    draft = MeetingDraft(
        relationship=relationship, day=day, time=time(15), zone="Europe/Berlin", **fields
    )
    return desk.meetings.plan(draft)


def log(desk, relationship, day, line=""):
    draft = ContactDraft(relationship=relationship, day=day, line=line, form=MeetingForm.COFFEE)
    return desk.contacts.log(draft, TODAY)


def promise(desk, relationship, title, day=TODAY, **fields):
    return desk.goals.add_action(ActionDraft(title=title, relationship=relationship, **fields), day)


@pytest.fixture
def make():
    """Make meetings, contacts and promises."""

    class Make:
        plan, log, promise = staticmethod(plan), staticmethod(log), staticmethod(promise)

    return Make
