from datetime import date
from uuid import UUID

from mentordesk.domain import progress_said as said
from mentordesk.domain.progress import MilestoneFact, burn_up, per_goal

TODAY = date(2026, 11, 23)


def fact(
    title: str,
    due: date | None = None,
    done: date | None = None,
    first: date | None = None,
) -> MilestoneFact:
    goal = UUID(int=1)
    return MilestoneFact(
        UUID(bytes=title.encode().ljust(16)[:16]), title, goal, "First paper", (), first, due, done
    )


def sentence(*facts: MilestoneFact) -> str:
    return said.burn_up_sentence(burn_up(facts, TODAY))


OUTLINE = fact("Outline", date(2026, 9, 18), date(2026, 9, 16))
PILOT = fact("Pilot data", date(2026, 12, 12), first=date(2026, 10, 15))
SURVEY = fact("Survey", date(2026, 11, 3))


def test_the_sentence_counts_and_names_what_comes_next() -> None:
    assert sentence(OUTLINE, PILOT, SURVEY) == (
        "1 of 3 milestones reached; 2 were planned by today. "
        "1 of 3 dates has moved since it was first set. Next: Pilot data, 12 Dec."
    )


def test_one_milestone_is_said_in_the_singular() -> None:
    assert sentence(OUTLINE) == "1 of 1 milestone reached; 1 was planned by today."


def test_what_is_still_open_is_said_without_blame() -> None:
    assert sentence(SURVEY) == (
        "0 of 1 milestone reached; 1 was planned by today. Still open: Survey, planned for 3 Nov."
    )


def test_undated_milestones_are_named_three_at_most() -> None:
    facts = [fact(name) for name in ("A", "B", "C", "D", "E")]
    assert sentence(*facts) == (
        "0 of 5 milestones reached. 5 have no date yet: A, B, C and 2 more."
    )


def test_the_far_future_is_said() -> None:
    assert "1 more is planned after" in sentence(fact("Retire", date(2060, 1, 1)))


def test_no_milestones() -> None:
    assert sentence() == "No milestones yet."
    assert said.goals_sentence((), TODAY) == "No milestones yet."
    assert said.burn_up_table(burn_up([], TODAY)).rows == ()


def test_the_table_has_a_row_per_day_of_change_and_today() -> None:
    table = said.burn_up_table(burn_up([OUTLINE, PILOT], TODAY))
    assert table.headers == ("Day", "Planned", "Reached", "As first planned", "Milestones")
    assert table.rows == (
        ("16 Sep 2026", "0", "1", "0", "reached: Outline"),
        ("18 Sep 2026", "1", "1", "1", "planned: Outline"),
        ("15 Oct 2026", "1", "1", "2", ""),
        ("23 Nov 2026, today", "1", "1", "2", ""),
        ("12 Dec 2026", "2", "", "2", "planned: Pilot data"),
    )


def test_a_plan_that_never_moved_has_no_column_for_it() -> None:
    assert "As first planned" not in said.burn_up_table(burn_up([OUTLINE], TODAY)).headers


def test_a_point_says_its_counts() -> None:
    days = burn_up([OUTLINE, PILOT], TODAY).days
    assert said.day_label(days[0]) == "16 Sep 2026: 0 planned, 0 as first planned, 1 reached"
    assert said.day_label(days[-1]) == "12 Dec 2026: 2 planned, 2 as first planned"


def test_goals_are_said_one_by_one_and_together() -> None:
    goals = per_goal([OUTLINE, PILOT], TODAY)
    assert said.goal_label(goals[0], TODAY) == "First paper: 1 of 2 reached, next 12 Dec"
    assert said.goals_sentence(goals, TODAY) == (
        "1 goal, 1 of 2 milestones reached. Next: Pilot data, 12 Dec."
    )
    table = said.goals_table(goals)
    assert table.rows == (("First paper", "1", "2", "Pilot data", "12 Dec 2026"),)


def test_a_passed_date_is_said_as_a_plan() -> None:
    assert said.next_phrase(per_goal([SURVEY], TODAY)[0], TODAY) == "planned for 3 Nov"
    assert said.next_phrase(per_goal([OUTLINE], TODAY)[0], TODAY) == ""


def test_titles_in_sentences_stay_short_and_on_one_line() -> None:
    assert said.in_sentence("a\nb") == "a b"
    assert len(said.in_sentence("x" * 10_000)) == said.TITLE_SHOWN


def test_right_to_left_titles_keep_to_themselves() -> None:
    assert said.in_sentence("שלום") == "\u2068שלום\u2069"


def test_braces_in_titles_are_only_text() -> None:
    assert "{0} {count}" in sentence(fact("{0} {count}", date(2026, 12, 1)))


def test_all_words_can_be_translated() -> None:
    def loud(template: str, **values: object) -> str:
        return template.format(**values).upper()

    burn = burn_up([OUTLINE, PILOT, SURVEY, fact("Site")], TODAY)
    words = said.burn_up_sentence(burn, loud)
    assert words.replace("Site", "").replace("Pilot data", "").isupper()
    assert all(header.isupper() for header in said.burn_up_table(burn, loud).headers)
