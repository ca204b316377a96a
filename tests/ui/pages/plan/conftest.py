"""What the tests of the plan share: a small plan, and a window's worth of context."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import pytest

from mentordesk.domain.enums import Role
from mentordesk.domain.goals import OWN_PLAN, ActionDraft, GoalDraft, MilestoneDraft, PlanScope
from mentordesk.domain.people import PersonDraft, RelationshipDraft
from mentordesk.services.desk import Desk
from mentordesk.ui.actions import ActionTable
from mentordesk.ui.context import Context
from mentordesk.ui.pages.plan.view import PlanView

NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)
TODAY = date(2026, 11, 24)


def _clock() -> datetime:
    return NOW


@dataclass(frozen=True)
class Scene:
    """A mentee, and two goals of mine of which the first has everything."""

    mentee: UUID
    mentee_person: UUID
    paper: UUID
    course: UUID
    read: UUID
    pilot: UUID
    send: UUID
    book: UUID


@pytest.fixture(scope="session")
def templates(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, Scene]:
    """A desk whose owner has begun, and the same with a scene in it, copied for each test."""
    folder = tmp_path_factory.mktemp("plan")
    empty, full = folder / "empty.mentordesk", folder / "full.mentordesk"
    desk = Desk.create(empty, _clock)
    desk.people.begin(PersonDraft(name="Maya Lindqvist"))
    desk.close()
    shutil.copy(empty, full)
    desk = Desk.open(full, _clock)
    scene = _play(desk)
    desk.close()
    return empty, full, scene


def _play(desk: Desk) -> Scene:
    mentee = desk.relationships.add_with_person(
        PersonDraft(name="Tomás Rivera"), RelationshipDraft(role=Role.MENTOR)
    )
    goals = desk.goals
    paper = goals.add_goal(GoalDraft(title="First paper"))
    read = goals.add_milestone(paper, MilestoneDraft(title="Literature read"))
    pilot = goals.add_milestone(paper, MilestoneDraft(title="Pilot data", due=date(2026, 12, 12)))
    return Scene(
        mentee=mentee,
        mentee_person=desk.relationships.header(mentee).people[0].id,
        paper=paper,
        course=goals.add_goal(GoalDraft(title="Teach one course")),
        read=read,
        pilot=pilot,
        send=goals.add_action(ActionDraft(title="send draft", goal=paper), TODAY),
        book=goals.add_action(ActionDraft(title="book scanner", milestone=pilot), TODAY),
    )


@pytest.fixture
def desk(request, tmp_path, templates) -> Iterator[Desk]:
    """A desk of one's own, with the scene in it where a test asks for that too."""
    full = "scene" in request.fixturenames
    path = Path(shutil.copy(templates[full], tmp_path / "desk.mentordesk"))
    desk = Desk.open(path, _clock)
    yield desk
    desk.close()


@pytest.fixture
def scene(desk, templates) -> Scene:
    return templates[2]


@pytest.fixture
def context(theme, desk) -> Context:
    return Context(desk, theme, _clock, "Europe/Berlin")


@pytest.fixture
def notices(context) -> list[str]:
    """What is said to the person, one after the other."""
    said: list[str] = []
    context.notice_wanted.connect(lambda words, _change_set: said.append(words))
    return said


@pytest.fixture
def open_view(qtbot, context, theme) -> Callable[[PlanScope], PlanView]:
    """Show the plan of a scope in a window of its own."""

    def opened(scope: PlanScope) -> PlanView:
        actions = ActionTable(theme)
        view = PlanView(context, actions, scope)
        actions.setParent(view)
        qtbot.addWidget(view)
        view.resize(1000, 640)
        with qtbot.waitExposed(view):
            view.show()
        return view

    return opened


@pytest.fixture
def view(open_view, scene) -> PlanView:
    """My own plan with the scene in it."""
    return open_view(OWN_PLAN)


@pytest.fixture
def shared_view(open_view, scene) -> PlanView:
    """The goals of the mentee's relationship."""
    return open_view(PlanScope(scene.mentee))
