"""What the tests of a meeting share: its page in a window, and the steps over a bare window."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from PySide6.QtWidgets import QWidget

from mentordesk.ui.context import Place
from mentordesk.ui.pages.meeting.page import MeetingPage
from mentordesk.ui.pages.meeting.steps import MeetingSteps


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1000, 700)
    window.show()
    return window


@pytest.fixture
def steps(context, window) -> MeetingSteps:
    return MeetingSteps(context, window)


@pytest.fixture
def exported() -> list[UUID]:
    """The meetings that were to be put into a calendar."""
    return []


@pytest.fixture
def printed() -> list[UUID]:
    """The meetings that were to be printed or saved."""
    return []


@pytest.fixture
def page(qtbot, context, actions, steps, book, exported, printed) -> Iterator[MeetingPage]:
    """The page of the meeting that has everything."""
    page = MeetingPage(context, actions, steps, exported.append, printing=printed.append)
    actions.setParent(page)
    actions.declare(page.commands(), page)
    qtbot.addWidget(page)
    page.resize(1200, 760)
    page.show_place(Place("meeting", book.meeting))
    with qtbot.waitExposed(page):
        page.show()
    yield page
    page.notes.flush()  # as the window does before it closes its desk


@pytest.fixture
def detail(desk, book):
    """Read the meeting again."""
    return lambda: desk.meetings.meeting(book.meeting)
