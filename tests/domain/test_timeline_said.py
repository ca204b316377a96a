"""The timeline in words."""

from datetime import date

from mentordesk.domain.timeline import Part, timeline
from mentordesk.domain.timeline_said import (
    mark_label,
    mark_words,
    row_label,
    timeline_sentence,
    timeline_table,
)
from tests.domain.test_timeline import TODAY, goal, mark

MOVED = mark(100, due=date(2026, 12, 12), first_due=date(2026, 10, 15), times=2, why="Ethics late")


def test_the_sentence_counts_names_the_farthest_and_the_next() -> None:
    items = [
        goal(1, due=date(2027, 1, 1)),
        MOVED,
        mark(101, due=date(2026, 9, 1), done=date(2026, 9, 1)),
        mark(102, due=date(2026, 11, 1)),
        mark(103),
    ]
    assert timeline_sentence(timeline(items), TODAY) == (
        "1 goal, 4 milestones: 1 reached, 1 open since before today, 1 ahead, "
        "1 without a date. “Step 100” stands 58 days after its first date. "
        "Next: Step 100, 12 December."
    )


def test_without_goals_or_milestones_it_says_so() -> None:
    assert timeline_sentence(timeline([]), TODAY) == "No goals yet."
    assert timeline_sentence(timeline([goal()]), TODAY) == "1 goal, no milestones yet."


def test_hovering_says_the_dates_how_often_it_moved_and_why() -> None:
    assert mark_label(MOVED, TODAY).splitlines() == [
        "Step 100",
        "Planned for Sat 12 Dec 2026",
        "Moved 2 times, at first Thu 15 Oct 2026",
        "“Ethics late”",
    ]


def test_a_bar_and_its_ends_say_their_days() -> None:
    (row,) = timeline([goal(start=date(2026, 1, 5), due=date(2026, 2, 6))]).rows
    assert row_label(row, Part.BAR).splitlines()[1] == "Mon 5 Jan 2026 to Fri 6 Feb 2026"
    assert row_label(row, Part.START).splitlines()[1] == "Starts on Mon 5 Jan 2026"
    assert row_label(row, Part.END).splitlines()[1] == "Ends on Fri 6 Feb 2026"


def test_the_words_beside_a_milestone_keep_its_day() -> None:
    assert mark_words(MOVED, "Pilot…", TODAY) == "Pilot…, 12 Dec"


def test_the_table_has_every_goal_and_milestone() -> None:
    table = timeline_table(timeline([goal(1), MOVED, goal(2), mark(103, of=2)]), TODAY)
    assert [row[:2] for row in table.rows] == [
        ("Goal 1", "goal"),
        ("Step 100", "milestone, open"),
        ("Goal 2", "goal, no date yet"),
        ("Step 103", "milestone, no date yet"),
    ]
    assert table.rows[1][3:] == ("12 Dec 2026", "15 Oct 2026", "2")
