from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from mentordesk.domain.enums import Role
from mentordesk.domain.people import RailEntry, Section
from mentordesk.ui.context import Place
from mentordesk.ui.shell.rail import NARROW, WIDE, Rail
from mentordesk.ui.shell.rail_lines import RailModel, rail_lines
from mentordesk.ui.theme import scaled


def entry(name: str, section: Section) -> RailEntry:
    return RailEntry(id=uuid4(), name=name, initials="AB", section=section, role=Role.MENTEE)


AMARA, TOMAS = entry("Amara Okafor", Section.MENTORS), entry("Tomás Rivera", Section.MENTEES)
OLD = entry("Old Mentor", Section.ARCHIVE)


def words(*entries: RailEntry, with_plan: bool = True) -> list[str]:
    return [line.words for line in rail_lines(entries, {}, with_plan=with_plan, today=0)]


def test_a_newcomer_sees_three_entries():
    assert words() == ["Today", "My plan", "Meetings"]


def test_a_section_appears_with_its_first_entry():
    assert words(AMARA) == ["Today", "My plan", "Meetings", "My mentors", "Amara Okafor"]


def test_the_archive_is_one_line_without_names():
    assert words(AMARA, OLD)[-1] == "Archive"
    assert "Old Mentor" not in words(AMARA, OLD)


def test_a_pure_mentor_has_no_plan():
    assert "My plan" not in words(TOMAS, with_plan=False)


def test_a_dot_stands_beside_whoever_needs_me():
    lines = rail_lines([AMARA, TOMAS], {TOMAS.id: 2}, with_plan=True, today=2)
    assert {line.words for line in lines if line.dot} == {"Tomás Rivera"}
    assert lines[0].count == 2


@pytest.fixture
def model(qapp):
    model = RailModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.set_lines(rail_lines([AMARA, TOMAS], {AMARA.id: 1}, with_plan=True, today=1))
    return model


def test_captions_cannot_be_chosen(model):
    caption = next(i for i, line in enumerate(model.lines) if line.is_caption)
    assert model.flags(model.index(caption)) == Qt.ItemFlag.NoItemFlags


def test_a_screen_reader_hears_that_somebody_needs_me(model):
    line = model.index_of(Place("relationship", AMARA.id))
    assert line.data() == "Amara Okafor"
    assert line.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "Something needs you"


def test_a_view_of_a_place_is_under_the_same_line(model):
    assert model.index_of(Place("plan", view="progress")).data() == "My plan"


def test_enter_goes_where_the_keyboard_stands(qtbot, theme):
    rail = Rail()
    qtbot.addWidget(rail)
    rail.set_lines(rail_lines([AMARA], {}, with_plan=True, today=0), Place("today"))
    with qtbot.waitSignal(rail.place_chosen) as chosen:
        qtbot.keyClick(rail.view, Qt.Key.Key_Down)
        qtbot.keyClick(rail.view, Qt.Key.Key_Return)
    assert chosen.args == [Place("plan")]


def test_a_narrow_rail_shows_icons_alone(qtbot, theme):
    rail = Rail()
    qtbot.addWidget(rail)
    assert rail.width() == scaled(WIDE)
    rail.set_narrow(narrow=True)
    assert rail.width() == scaled(NARROW)
