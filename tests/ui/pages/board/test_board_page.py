"""The board: what its cells say, its model, its keys, and the order that one chooses."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget

from mentordesk.domain.board import BoardColumn, BoardOrder, GoalTally, NextDate, Promises, Spark
from mentordesk.domain.enums import Phase, Role, Stage
from mentordesk.domain.people import PersonDraft, RelationshipDraft
from mentordesk.domain.wall_time import WallTime
from mentordesk.services.desk import Desk
from mentordesk.ui.actions import ActionTable
from mentordesk.ui.context import Context, Place
from mentordesk.ui.pages.board.cells import Line, about, cell
from mentordesk.ui.pages.board.choose import ChooseDialog, OrderModel
from mentordesk.ui.pages.board.commands import BoardSteps
from mentordesk.ui.pages.board.model import BoardModel
from mentordesk.ui.pages.board.page import BoardPage

TODAY = date(2026, 11, 24)


def ago(days):
    return TODAY - timedelta(days=days)


def column(name="Wei Lin", **more):
    return BoardColumn(id=uuid4(), name=name, initials="WL", **more)


def said(line, *, can_change=True, **more):
    return cell(column(**more), line, TODAY, can_change=can_change).text


def meeting(day, **more):
    start = WallTime(datetime.combine(day, datetime.min.time().replace(hour=10)), "Europe/Berlin")
    return NextDate(id=uuid4(), start=start, proposed=False, **more)


@pytest.mark.parametrize(
    ("days", "more", "words"),
    [
        (9, {"rhythm_days": 30}, "9 days ago · about monthly"),
        (61, {"rhythm_days": 91, "phase": Phase.SEPARATION}, "61 days ago · fits this season"),
        (9, {}, "9 days ago"),
    ],
)
def test_practice_24_the_last_talk_stands_against_the_rhythm(days, more, words):
    assert said(Line.TALKED, last_contact=ago(days), **more) == words


def test_a_long_silence_is_marked_but_not_blamed():
    one = cell(column(rhythm_days=30, last_contact=ago(44)), Line.TALKED, TODAY, can_change=True)
    assert [(part.text, part.tone) for part in one.parts] == [
        ("44 days ago", "attention"),
        (" · about monthly", "quiet"),
    ]


@pytest.mark.parametrize(
    ("promises", "words"),
    [
        (Promises(), "nothing open"),
        (Promises(open=1, title="Read it", next_due=ago(-3)), "Read it · Fri 27 Nov"),
        (Promises(open=2, overdue=1, next_due=ago(3)), "2 open, 1 over date"),
        (Promises(open=2, next_due=ago(-1)), "2 open, next tomorrow"),
        (Promises(open=3, next_due=ago(-30)), "3 open"),
    ],
)
def test_practice_27_promises_are_told_alike_on_both_sides(promises, words):
    assert said(Line.I_PROMISED, i_promised=promises) == words
    assert said(Line.THEY_PROMISED, they_promised=promises) == words


def test_goals_are_counted_in_words():
    goals = GoalTally(on_course=3, quiet=1, quiet_since=date(2026, 10, 3), moved=1, reached=2)
    words = "3 on course, 1 quiet since 3 Oct, 1 moved twice, 2 reached"
    assert said(Line.GOALS, goals=goals) == words
    assert said(Line.GOALS) == "none yet"


def test_a_next_meeting_or_the_step_towards_one():
    assert said(Line.NEXT, next=meeting(ago(-3))) == "Fri 27 Nov, 10:00"
    assert said(Line.NEXT) == "Propose a date"
    assert said(Line.NEXT, stage=Stage.PAUSED) == "none planned"


def test_a_file_only_read_offers_no_step():
    assert said(Line.NEXT, can_change=False) == "none planned"


def test_what_they_asked_and_what_i_want_to_bring():
    one = column(next=meeting(ago(-3), asked="How to say no"))
    assert cell(one, Line.ASKED, TODAY, can_change=True).text == "How to say no"
    assert cell(one, Line.NEXT_TIME, TODAY, can_change=True).text == "–"


def test_the_numbers_of_the_milestones_are_a_sentence():
    spark = Spark(due=(ago(9), ago(2), ago(-5)), done=(ago(9),), total=4)
    one = cell(column(milestones=spark), Line.MILESTONES, TODAY, can_change=True)
    assert one.tip == (
        "1 of 4 milestones reached, 2 planned by today; the next is planned for 29 Nov"
    )


def test_the_head_tells_phase_and_position():
    assert about(column(phase=Phase.CULTIVATION, about="Librarian")) == "Building · Librarian"


def test_the_model_is_sound_and_says_whole_sentences(qapp):
    model = BoardModel(can_change=True)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.set_columns([column("Wei"), column("Tomás")], TODAY)
    model.set_columns([column("Wei")], TODAY)
    model.set_columns(model.columns, ago(-1))
    index = model.index(Line.GOALS, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Wei · Goals: none yet"
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Wei"
    assert model.headerData(Line.GOALS, Qt.Orientation.Vertical) == "Goals"


# The page


def know(desk, name):
    draft = RelationshipDraft(role=Role.MENTOR)
    return desk.relationships.add_with_person(PersonDraft(name=name), draft)


class Steps:
    """Notes what the board sets off."""

    def __init__(self) -> None:
        self.talked: list[object] = []
        self.planned: list[object] = []


@pytest.fixture
def taken() -> Steps:
    return Steps()


@pytest.fixture
def people(empty_desk):
    return know(empty_desk, "Adam"), know(empty_desk, "Wei")


@pytest.fixture
def board(empty_desk: Desk, theme, clock, qtbot, people, taken) -> Iterator[BoardPage]:
    context = Context(empty_desk, theme, clock, "Europe/Berlin")
    window = QWidget()
    context.setParent(window)
    actions = ActionTable(theme, window)
    steps = BoardSteps(talked=taken.talked.append, plan_meeting=taken.planned.append)
    page = BoardPage(context, actions, steps)
    page.setParent(window)
    actions.declare(page.commands(), page)
    page.resize(1000, 600)
    qtbot.addWidget(window)
    window.resize(1000, 600)
    window.show()
    yield page
    window.close()


def names(page):
    return [one.name for one in page.model.columns]


def test_the_columns_stand_by_name_until_one_chooses(board):
    assert names(board) == ["Adam", "Wei"]


def test_the_chosen_order_is_remembered_and_restored(board, people):
    board._keep(BoardOrder((people[1], people[0])))
    assert names(board) == ["Wei", "Adam"]
    board.reload()
    assert names(board) == ["Wei", "Adam"]


def test_who_is_left_out_can_be_ticked_again(board, people, qtbot):
    board._keep(BoardOrder(people, frozenset(people)))
    assert board._stack.currentWidget() is board._all_hidden
    board.choose()
    dialog = board.findChild(ChooseDialog)
    dialog.model.tick_all()
    dialog.accept()
    assert names(board) == ["Adam", "Wei"]


def test_enter_takes_the_step_of_the_cell(board, people, taken, qtbot):
    board.table.setCurrentIndex(board.model.index(Line.NEXT, 1))
    qtbot.keyClick(board.table, Qt.Key.Key_Return)
    assert taken.planned == [people[1]]
    board.table.setCurrentIndex(board.model.index(Line.TALKED, 1))
    with qtbot.waitSignal(board.context.place_wanted) as wanted:
        qtbot.keyClick(board.table, Qt.Key.Key_Return)
    assert wanted.args == [Place("relationship", people[1])]


def test_arrows_walk_the_cells_and_the_line_below_says_them_in_full(board, qtbot):
    board.table.setCurrentIndex(board.model.index(Line.NEXT, 0))
    qtbot.keyClick(board.table, Qt.Key.Key_Right)
    qtbot.keyClick(board.table, Qt.Key.Key_Down)
    assert board.detail.text() == "Wei · Last talked: not yet"


def test_the_menu_works_on_whose_cell_is_chosen(board, people, taken):
    board.table.setCurrentIndex(board.model.index(Line.GOALS, 1))
    board._actions.action("board.talked").trigger()
    assert taken.talked == [people[1]]
    board._actions.action("board.only").trigger()
    assert board.context.curtain.only == people[1]
    assert names(board) == ["Wei"]


def test_a_change_keeps_the_chosen_cell(board, empty_desk):
    board.table.setCurrentIndex(board.model.index(Line.GOALS, 1))
    know(empty_desk, "Zoe")
    assert names(board) == ["Adam", "Wei", "Zoe"]


def test_the_board_is_no_higher_than_its_rows(board):
    assert board.table.height() <= board.table.maximumHeight() < 600


# Choosing


def test_names_move_by_key_and_the_model_is_sound(qtbot, theme):
    people = [(uuid4(), name) for name in ("Adam", "Wei", "Zoe")]
    kept: list[BoardOrder] = []
    window = QWidget()
    qtbot.addWidget(window)
    dialog = ChooseDialog(people, frozenset(), kept.append, window)
    QAbstractItemModelTester(
        dialog.model, QAbstractItemModelTester.FailureReportingMode.Fatal, dialog
    )
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    dialog.accept()
    (order,) = kept
    assert order.order == (people[1][0], people[0][0], people[2][0])
    assert order.hidden == {people[0][0]}


def test_a_name_is_dropped_where_it_is_dragged(qapp):
    people = [(uuid4(), name) for name in ("Adam", "Wei", "Zoe")]
    model = OrderModel(people, frozenset())
    nowhere = QModelIndex()
    assert model.moveRows(nowhere, 0, 1, nowhere, 3)
    assert model.order().order == (people[1][0], people[2][0], people[0][0])
    assert not model.moveRows(nowhere, 0, 1, nowhere, 1)
