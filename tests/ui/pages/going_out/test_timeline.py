"""A timeline goes out through the gate."""

from datetime import date
from uuid import UUID

from mentordesk.domain.enums import ItemKind
from mentordesk.domain.exits import ExitKind
from mentordesk.domain.release import MYSELF, Audience, AudienceKind
from mentordesk.domain.timeline import TimelineGoal, TimelineMark
from mentordesk.ui.pages.going_out.timeline import export_timeline, timeline_job

TODAY = date(2026, 11, 24)
GOAL = UUID(int=1)
ITEMS = (
    TimelineGoal(id=GOAL, title="Goal"),
    TimelineMark(id=UUID(int=2), goal_id=GOAL, title="Step", due=TODAY),
)


def test_my_copy_holds_everything() -> None:
    job = timeline_job(ITEMS, TODAY, MYSELF)
    assert job.what is ExitKind.CHART
    assert job.name == "Timeline.png"
    assert b"".join(job.pieces(".svg")).startswith(b"<?xml")


def test_what_is_private_stays_behind() -> None:
    job = timeline_job(ITEMS, TODAY, Audience(AudienceKind.RELATIONSHIP, UUID(int=3)))
    assert job.released.items == ()
    assert job.released.stays == {ItemKind.GOAL: 1, ItemKind.MILESTONE: 1}


def test_the_gate_is_shown_first(context, qtbot) -> None:
    dialog = export_timeline(context, None, ITEMS)
    qtbot.addWidget(dialog)
    assert dialog.isVisible()
    assert "timeline" in dialog.windowTitle()
