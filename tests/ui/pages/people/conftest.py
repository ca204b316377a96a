"""The forms about people over a window, with what they save written down."""

from datetime import date

import pytest
from PySide6.QtWidgets import QWidget

from mentordesk.domain.enums import Role
from mentordesk.domain.people import PersonDraft, RelationshipDraft
from mentordesk.ui.pages.people.steps import PeopleSteps
from mentordesk.ui.widgets.dialogs import FormDialog

TODAY = date(2026, 11, 24)


@pytest.fixture
def desk(empty_desk):
    """A desk on which nothing is kept but its owner."""
    return empty_desk


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def saved():
    """The meetings whose cancelling was to be saved."""
    return []


@pytest.fixture
def steps(context, window, saved):
    return PeopleSteps(context, window, saved.append)


@pytest.fixture
def dialog(window):
    """Return the dialog that was opened last."""
    return lambda: window.findChildren(FormDialog)[-1]


@pytest.fixture
def went(context):
    places = []
    context.place_wanted.connect(places.append)
    return places


@pytest.fixture
def said(context):
    notices = []
    context.notice_wanted.connect(lambda words, change: notices.append((words, change)))
    return notices


@pytest.fixture
def wei(desk):
    return desk.relationships.add_with_person(
        PersonDraft(name="Wei Lin"), RelationshipDraft(role=Role.MENTOR)
    )
