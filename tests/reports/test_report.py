"""Reports as HTML and Markdown: what they tell, how they escape, and that the gate comes first."""

from dataclasses import replace
from datetime import date

import pytest

from mentordesk.domain.enums import GoalStatus, Horizon
from mentordesk.domain.reports import ReportHead, ReportKind
from mentordesk.reports.report import report_html, report_markdown, report_sheet
from tests.reports.conftest import TODAY, agenda, goal, meeting, milestone, mine, note, theirs

PLAN = ReportHead(kind=ReportKind.PLAN, me="Maya")
MEETING = ReportHead(kind=ReportKind.MEETING, me="Maya", name="Amara")


@pytest.mark.parametrize("write", [report_html, report_markdown])
def test_what_has_not_passed_the_gate_is_refused(write, words) -> None:
    with pytest.raises(TypeError):
        write([goal("x")], PLAN, TODAY, words)


@pytest.mark.parametrize("kind", sorted(ReportKind))
@pytest.mark.parametrize("write", [report_html, report_markdown])
def test_a_report_of_nothing_says_so(kind, write, words) -> None:
    assert "There is nothing to tell yet." in write(
        mine(), ReportHead(kind=kind, me="Maya", name="Amara"), TODAY, words
    )


@pytest.mark.parametrize("write", [report_html, report_markdown])
def test_the_same_parts_come_to_the_same_text(write, words) -> None:
    released = mine(goal("Paper"), meeting())
    assert write(released, PLAN, TODAY, words) == write(released, PLAN, TODAY, words)


def test_my_own_copy_says_what_only_i_see(words) -> None:
    html = report_html(mine(goal("a", shared=False), goal("b")), PLAN, TODAY, words)
    assert "My own copy · 1 thing in it only I see" in html


def test_for_them_nothing_is_called_my_own(words) -> None:
    html = report_html(theirs(goal("a", shared=False), goal("b")), PLAN, TODAY, words)
    assert "only I see" not in html
    assert ">a<" not in html


def test_html_in_words_stays_text(words) -> None:
    html = report_html(mine(goal("<script>alert(1)</script>")), PLAN, TODAY, words)
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def test_goals_stand_under_their_horizon_and_closed_ones_last(words) -> None:
    closed = goal("Old", status=GoalStatus.ACHIEVED, closed_on=TODAY)
    parts = mine(closed, goal("Far", horizon=Horizon.BEYOND), goal("Near"))
    sheet = report_sheet(parts, PLAN, TODAY, words)
    assert [section.title for section in sheet.sections] == [
        "year",
        "beyond",
        "Closed or put aside",
    ]


def test_a_moved_milestone_tells_where_it_stood_first(words) -> None:
    paper = goal("Paper")
    step = milestone(paper, "Pilot", due=date(2026, 12, 12), first_due=date(2026, 10, 15), moved=1)
    markdown = report_markdown(mine(paper, step), PLAN, TODAY, words)
    assert "- ◇ Pilot (12 Dec 2026): first planned for 15 Oct 2026" in markdown


def test_a_milestone_reached_tomorrow_is_still_open(words) -> None:
    paper = goal("Paper")
    step = milestone(paper, "Pilot", done=date(2026, 11, 25))
    assert "0 of 1 milestones reached" in report_html(mine(paper, step), PLAN, TODAY, words)


def test_the_notes_of_a_meeting_are_read_as_markdown(words) -> None:
    html = report_html(mine(meeting(), note("**yes**\n\n- one")), MEETING, TODAY, words)
    assert "<strong>yes</strong>" in html
    assert "<li>one</li>" in html


def test_a_note_on_a_topic_stands_below_it(words) -> None:
    there = meeting()
    topic = agenda(there, "Figure")
    html = report_html(mine(there, topic, note("below", topic.id)), MEETING, TODAY, words)
    assert html.index("Figure") < html.index("below")


def test_the_file_calls_itself_by_its_kind_alone(words) -> None:
    html = report_html(mine(meeting("Private words")), MEETING, TODAY, words)
    assert "<title>meeting</title>" in html


def test_ten_thousand_characters_are_all_there(words) -> None:
    html = report_html(mine(meeting(), note("word " * 2000)), MEETING, TODAY, words)
    assert html.count("word") >= 2000


def test_signs_of_markdown_in_a_title_are_shown_as_written(words) -> None:
    markdown = report_markdown(mine(goal("a *b* [c](d)")), PLAN, TODAY, words)
    assert r"### a \*b\* \[c\](d)" in markdown


def test_a_name_from_right_to_left_is_kept(words) -> None:
    head = replace(PLAN, me="עדי לוי")
    assert '<h1 dir="auto">עדי לוי</h1>' in report_html(mine(), head, TODAY, words)
