"""Find by name: without case or accents, in any script, a few of each kind, nothing for nothing."""

from dataclasses import replace
from datetime import date, time

import pytest

from mentordesk.domain.enums import ItemKind, MeetingForm, Role, Stage
from mentordesk.domain.goals import GoalDraft, MilestoneDraft
from mentordesk.domain.meetings import MeetingDraft
from mentordesk.domain.people import PersonDraft, RelationshipDraft
from mentordesk.services import search

TODAY = date(2026, 11, 24)


def know(desk, name, role=Role.MENTOR):
    return desk.relationships.add_with_person(PersonDraft(name=name), RelationshipDraft(role=role))


def meet(desk, relationship, day=TODAY, title=""):
    draft = MeetingDraft(
        relationship=relationship,
        day=day,
        time=time(10),
        zone="Europe/Berlin",
        title=title,
        form=MeetingForm.COFFEE,
    )
    return desk.meetings.plan(draft)


def person_of(desk, relationship):
    return desk.relationships.header(relationship).people[0].id


def know_as(name):
    return " ".join(name.split())


def titles(hits, kind=None):
    return [hit.title for hit in hits if kind in (None, hit.kind)]


@pytest.fixture
def tomas(desk):
    return know(desk, "Tomás Rivera")


@pytest.mark.parametrize("text", ["Tomás", "tomas", "TOMÁS", "  rivera ", "tom  riv", "tomás"])
def test_people_are_found_without_case_or_accents(desk, tomas, text):
    (hit,) = desk.search.find(text)
    assert (hit.kind, hit.title, hit.relationship) == (ItemKind.PERSON, "Tomás Rivera", tomas)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Straße", "STRASSE"),
        ("Ångström", "angstrom"),
        ("ﬁnch", "finch"),
        ("Đỗ Thị Hồng", "thi hong"),
        ("İpek", "ipek"),
        ("Ελένη", "ΕΛΕΝΗ"),
        ("محمد علي", "علي"),
        ("مُحَمَّد", "محمد"),
        ("דוד לוי", "לוי"),
        ("李伟", "伟"),
    ],
)
def test_every_script_is_searched(desk, name, text):
    know(desk, name)
    assert titles(desk.search.find(text)) == [name]


@pytest.mark.parametrize("text", ["", "   ", "\n\t", "\u200b\x00"[1:], "\u0301"])
def test_nothing_is_found_for_nothing(desk, tomas, text):
    assert desk.search.find(text) == []


def test_nothing_is_asked_for_nothing(desk, store, statements):
    with statements(store) as sent:
        desk.search.find("  ")
    assert sent == []


@pytest.mark.parametrize("sign", ["%", "_", "*", '"', "'", "\\", "(", ":", "^", "-", " OR ", "{"])
def test_signs_are_only_signs(desk, tomas, sign):
    know(desk, f"x{sign}y")
    assert desk.search.find(sign.strip(" OR")) == []
    assert titles(desk.search.find(f"x{sign}y")) == [know_as(f"x{sign}y")]


def test_people_come_first_then_goals_then_meetings(desk, tomas):
    meet(desk, tomas, title="River walk")
    desk.goals.add_goal(GoalDraft(title="Cross the river"))
    assert [hit.kind for hit in desk.search.find("river")] == [
        ItemKind.PERSON,
        ItemKind.GOAL,
        ItemKind.MEETING,
    ]


def test_names_that_begin_so_come_first(desk):
    for name in ("Dana", "Zoe Ada", "Ada Zweig", "Ada Abt"):
        know(desk, name)
    assert titles(desk.search.find("ada")) == ["Ada Abt", "Ada Zweig", "Zoe Ada"]


def test_a_search_for_somebody_is_found_by_what_is_looked_for(desk):
    wanted = desk.relationships.add(
        RelationshipDraft(role=Role.MENTEE, title="Someone for grants", stage=Stage.PROSPECT)
    )
    assert [hit.relationship for hit in desk.search.find("GRANT")] == [wanted]


def test_a_meeting_is_found_by_its_title_and_by_whom_it_is_with(desk, tomas):
    other = know(desk, "Wei Lin")
    meet(desk, tomas, title="Spring review")
    meet(desk, other, date(2026, 12, 1))
    (spring,) = desk.search.find("spring")
    assert (spring.whose, spring.relationship, spring.day) == ("Tomás Rivera", tomas, TODAY)
    with_wei = [hit for hit in desk.search.find("wei") if hit.kind is ItemKind.MEETING]
    assert [(hit.whose, hit.day) for hit in with_wei] == [("Wei Lin", date(2026, 12, 1))]


def test_the_newest_meeting_comes_first(desk, tomas):
    days = [date(2026, month, 3) for month in (3, 11, 7)]
    for day in days:
        meet(desk, tomas, day, "Review")
    assert [hit.day for hit in desk.search.find("review")] == sorted(days, reverse=True)


def test_at_most_six_of_each_kind(desk):
    for number in range(7):
        relationship = know(desk, f"Alpha {number}")
        meet(desk, relationship, title="alpha")
        desk.goals.add_goal(GoalDraft(title="alpha"))
    hits = desk.search.find("alpha")
    assert {kind: len(titles(hits, kind)) for kind in {hit.kind for hit in hits}} == {
        ItemKind.PERSON: 6,
        ItemKind.GOAL: 6,
        ItemKind.MEETING: 6,
    }


def test_a_goal_of_mine_belongs_to_no_relationship(desk, tomas):
    desk.goals.add_goal(GoalDraft(title="My book", shared_with=frozenset({tomas})))
    (hit,) = desk.search.find("book")
    assert (hit.kind, hit.relationship, hit.whose) == (ItemKind.GOAL, None, "")


def test_a_goal_of_theirs_says_whose_it_is_and_where(desk, tomas):
    desk.goals.add_goal(GoalDraft(title="First paper", owner=person_of(desk, tomas)))
    (hit,) = desk.search.find("paper")
    assert (hit.relationship, hit.whose) == (tomas, "Tomás Rivera")


def test_a_goal_of_the_relationship_is_found_there(desk, tomas):
    desk.goals.add_goal(GoalDraft(title="Publish together", relationship=tomas))
    (hit,) = desk.search.find("together")
    assert (hit.relationship, hit.whose) == (tomas, "Tomás Rivera")


@pytest.mark.parametrize("archived", [0, 1])
def test_a_goal_is_shown_where_it_goes_on_not_in_the_archive(desk, tomas, archived):
    person = person_of(desk, tomas)
    desk.goals.add_goal(GoalDraft(title="First paper", owner=person))
    again = desk.relationships.add(RelationshipDraft(role=Role.PEER, people=(person,)))
    both = [tomas, again]
    desk.relationships.archive(both[archived], TODAY, ())
    (hit,) = desk.search.find("paper")
    assert hit.relationship == both[1 - archived]


def test_a_new_name_is_found_at_once(desk, tomas):
    draft = replace(desk.people.person(person_of(desk, tomas)).draft, name="Tom Rivers")
    desk.people.edit(person_of(desk, tomas), draft)
    assert titles(desk.search.find("rivers")) == ["Tom Rivers"]


@pytest.mark.parametrize("count", [10, 1000])
def test_the_number_of_statements_is_fixed(desk, store, tomas, statements, many_rows, count):
    many_rows(count)
    with statements(store) as sent:
        assert desk.search.find("rivera")
    assert len(sent) == 5  # how many, which, who is in what, meetings, names


def test_notes_are_found_with_the_words_around_the_find(desk, tomas):
    meeting = meet(desk, tomas, title="Spring review")
    desk.notes.save_note(meeting, "We spoke of the Größe of his grant.")
    (hit,) = desk.search.find("grosse")
    assert (hit.kind, hit.meeting, hit.whose) == (ItemKind.NOTE, meeting, "Tomás Rivera")
    assert (hit.title, hit.snippet) == ("", "We spoke of the Größe of his grant.")


def test_a_milestone_of_mine_is_read_in_its_goal(desk):
    goal = desk.goals.add_goal(GoalDraft(title="Book"))
    desk.goals.add_milestone(goal, MilestoneDraft(title="Outline"))
    (hit,) = desk.search.find("outl")
    assert (hit.kind, hit.goal, hit.relationship) == (ItemKind.MILESTONE, goal, None)


def test_only_some_kinds_are_asked_for(desk, tomas):
    desk.goals.add_goal(GoalDraft(title="River walk"))
    meet(desk, tomas, title="River")
    assert {hit.kind for hit in desk.search.find("river", {ItemKind.GOAL})} == {ItemKind.GOAL}
    assert {hit.kind for hit in desk.search.find("river", {ItemKind.PERSON})} == {ItemKind.PERSON}


def test_undo_takes_a_find_away_and_redo_brings_it_back(desk):
    desk.goals.add_goal(GoalDraft(title="Book"))
    desk.undo()
    assert desk.search.find("book") == []
    desk.redo()
    assert titles(desk.search.find("book")) == ["Book"]


def test_a_word_in_the_middle_of_a_name_in_a_script_without_spaces(desk):
    know(desk, "王小明")
    assert titles(desk.search.find("小明")) == ["王小明"]
    assert desk.search.find("明小") == []


def test_too_many_finds_are_not_ranked(desk, tomas, monkeypatch):
    monkeypatch.setattr(search, "RANKED_UP_TO", 1)
    for title in ("Paper paper paper", "Paper"):
        desk.goals.add_goal(GoalDraft(title=title))
    assert titles(desk.search.find("paper")) == ["Paper", "Paper paper paper"]
    monkeypatch.setattr(search, "RANKED_UP_TO", 9)
    assert len(desk.search.find("paper")) == 2
