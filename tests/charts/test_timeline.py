"""The timeline as a file."""

from datetime import date
from uuid import UUID

import pytest
from matplotlib.figure import Figure

from mentordesk.charts.export import SIZE
from mentordesk.charts.palette import PRINT
from mentordesk.charts.timeline import timeline_bytes, timeline_figure
from mentordesk.domain.enums import Visibility
from mentordesk.domain.release import MYSELF, Audience, AudienceKind, release
from mentordesk.domain.timeline import TimelineGoal, TimelineMark, timeline

TODAY = date(2026, 11, 24)
THERE = UUID(int=7)


def plan(goals: int = 2, **seen) -> list[TimelineGoal | TimelineMark]:
    items: list[TimelineGoal | TimelineMark] = []
    for number in range(goals):
        goal = UUID(int=number + 1)
        items.append(TimelineGoal(id=goal, title=f"Goal {number}", **seen))
        items += [
            TimelineMark(
                id=UUID(int=1000 + number * 10 + place),
                goal_id=goal,
                title=f"Step {number}.{place}",
                due=date(2026, 3 + 3 * place, 1),
                done=date(2026, 3, 1) if not place else None,
                first_due=date(2026, 2, 1) if place == 1 else None,
                **seen,
            )
            for place in range(3)
        ]
    return items


def words(figure: Figure) -> list[str]:
    return [text.get_text() for text in figure.texts]


def drawn(items) -> Figure:
    return timeline_figure(timeline(items), TODAY, PRINT, SIZE, 100)


def test_goals_milestones_today_and_the_sentence_are_written() -> None:
    found = words(drawn(plan()))
    assert {"Goal 0", "Goal 1", "today", "Step 0.0, 1 Mar"} <= set(found)
    assert any(line.startswith("2 goals, 6 milestones: 2 reached") for line in found)


def test_more_milestones_take_no_more_artists() -> None:
    few, many = (
        len(figure.axes[0].lines) + len(figure.axes[0].collections)
        for figure in (drawn(plan(2)), drawn(plan(40)))
    )
    assert few == many


def test_goals_beyond_the_page_are_counted() -> None:
    assert "and 10 more goals" in words(drawn(plan(160)))


def test_without_dates_it_says_so() -> None:
    assert words(drawn([TimelineGoal(id=THERE, title="Goal")])) == ["No dates yet"]


@pytest.mark.parametrize(
    ("fmt", "head"), [("pdf", b"%PDF"), ("png", b"\x89PNG"), ("svg", b"<?xml")]
)
def test_formats(fmt, head) -> None:
    going = release(plan(), MYSELF)
    made = timeline_bytes(going, fmt, today=TODAY)
    assert made.startswith(head)
    assert timeline_bytes(going, fmt, today=TODAY) == made


def test_only_what_went_through_the_gate_is_drawn() -> None:
    with pytest.raises(TypeError):
        timeline_bytes(plan(), "png", today=TODAY)


def test_what_others_did_not_see_is_not_in_their_copy(monkeypatch) -> None:
    from mentordesk.charts import timeline as module

    shown = []
    draw = module.timeline_figure
    monkeypatch.setattr(
        module,
        "timeline_figure",
        lambda what, *rest, **more: shown.append(what) or draw(what, *rest, **more),
    )
    seen = {"visibility": Visibility.SHARED, "shared_with": frozenset({THERE})}
    items = [*plan(1, **seen, past_may_go=False), TimelineGoal(id=UUID(int=99), title="Secret")]
    audience = Audience(AudienceKind.RELATIONSHIP, THERE)
    timeline_bytes(release(items, audience), "svg", today=TODAY)
    (what,) = shown
    assert [row.goal.title for row in what.rows] == ["Goal 0"]
    assert not what.undated_goals
    assert all(mark.ghost is None for mark in what.marks)
