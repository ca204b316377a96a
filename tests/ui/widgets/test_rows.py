from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelectionModel, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from mentordesk.ui.widgets.rows import Column, RowModel, table, tree

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@dataclass(frozen=True)
class Line:
    id: int
    name: str


COLUMNS = [
    Column[Line]("Name", lambda line: line.name, sort_key=lambda line: line.name),
    Column[Line]("Number", lambda line: str(line.id), align=Qt.AlignmentFlag.AlignTrailing),
]
LISTS = st.lists(st.tuples(st.integers(0, 12), st.sampled_from("abc")), unique_by=lambda p: p[0])


def lines(pairs):
    return [Line(number, name) for number, name in pairs]


@given(LISTS, LISTS, LISTS)
def test_any_rows_may_follow_any_others(first, second, third):
    model = RowModel(COLUMNS, lines(first))
    tester = QAbstractItemModelTester(model, FATAL)
    for pairs in (second, third):
        before = {
            row.id: QPersistentModelIndex(model.index(place, 0))
            for place, row in enumerate(model.rows())
        }
        model.set_rows(lines(pairs))
        assert model.rows() == lines(pairs)
        for row_id, index in before.items():
            row = model.row_at(index)
            assert row.id == row_id if row else row_id not in dict(pairs)
    assert tester.model() is model


def test_many_rows_in_a_new_order_keep_their_places(qapp):
    many = [Line(number, "x") for number in range(1000)]
    model = RowModel(COLUMNS, many)
    kept = QPersistentModelIndex(model.index(3, 1))
    model.set_rows(many[::-1])
    assert model.row_at(kept) == Line(3, "x")


def test_a_change_is_told_for_its_rows_only(qapp, qtbot):
    model = RowModel(COLUMNS, lines([(1, "a"), (2, "b"), (3, "c")]))
    with qtbot.waitSignal(model.dataChanged) as told:
        model.set_rows([Line(1, "a"), Line(2, "z"), Line(3, "c")])
    assert (told.args[0].row(), told.args[1].row(), told.args[1].column()) == (1, 1, 1)


def test_the_selection_survives_new_rows(qtbot, theme):
    model = RowModel(COLUMNS, lines([(1, "a"), (2, "b")]))
    view = table(model, name="Lines")
    qtbot.addWidget(view)
    view.selectionModel().select(
        model.index_of(2),
        QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows,
    )
    model.set_rows(lines([(7, "x"), (2, "b"), (1, "a")]))
    assert [model.row_at(index).id for index in view.selectionModel().selectedRows()] == [2]


def test_two_rows_with_one_id_are_refused(qapp):
    with pytest.raises(ValueError, match="same id"):
        RowModel(COLUMNS).set_rows(lines([(1, "a"), (1, "b")]))


def test_a_cell_says_its_column_to_a_screen_reader(qapp):
    model = RowModel(COLUMNS, lines([(1, "a")]))
    cell = model.index(0, 0)
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "a"
    assert cell.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "Name"


def test_a_cell_shows_text_tooltip_alignment_and_icon(theme):
    column = Column[Line](
        "Name",
        lambda line: line.name,
        tooltip=lambda line: f"number {line.id}",
        icon=lambda line: ("goal", "quiet") if line.id else None,
    )
    model = RowModel([column], lines([(1, "a"), (0, "b")]))
    index = model.index(0, 0)
    assert index.data() == "a"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "number 1"
    assert index.data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignVCenter
    assert not index.data(Qt.ItemDataRole.DecorationRole).isNull()
    assert model.index(1, 0).data(Qt.ItemDataRole.DecorationRole) is None


def test_sorting_stays_for_the_next_rows(qapp):
    model = RowModel(COLUMNS, lines([(1, "b"), (2, "a")]))
    model.sort(0)
    model.set_rows(lines([(1, "c"), (2, "b"), (3, "a")]))
    assert [row.name for row in model.rows()] == ["a", "b", "c"]


def paged(count, asked):
    source = [Line(number, "x") for number in range(count)]

    def page(offset, limit):
        asked.append((offset, limit))
        return source[offset : offset + limit]

    return page


def test_pages_are_fetched_when_wanted(qapp):
    asked = []
    model = RowModel(COLUMNS, page=paged(25, asked), page_size=10)
    tester = QAbstractItemModelTester(model, FATAL)
    while model.canFetchMore(model.index(-1, -1)):
        model.fetchMore(model.index(-1, -1))
    assert tester.model().rowCount() == 25
    assert asked == [(0, 10), (10, 10), (20, 10)]


def test_reload_asks_once_for_as_many_as_are_shown(qapp):
    asked = []
    model = RowModel(COLUMNS, page=paged(25, asked), page_size=10)
    model.fetchMore(model.index(-1, -1))
    model.fetchMore(model.index(-1, -1))
    asked.clear()
    model.reload()
    assert asked == [(0, 20)]
    assert model.canFetchMore(model.index(-1, -1))


def test_the_table_is_left_by_tab_and_has_a_name(qtbot, theme):
    view = table(RowModel(COLUMNS, lines([(1, "a")])), name="Lines")
    qtbot.addWidget(view)
    assert not view.tabKeyNavigation()
    assert view.accessibleName() == "Lines"
    assert not view.showGrid()


def test_tree_rows_are_high_enough_to_hit(qtbot, theme):
    model = RowModel(COLUMNS, lines([(1, "a")]))
    view = tree(model, name="Lines")
    qtbot.addWidget(view)
    view.show()
    assert view.visualRect(model.index(0, 0)).height() >= 28


def test_rows_are_compared_by_value(qapp, qtbot):
    row = Line(1, "a")
    model = RowModel(COLUMNS, [row])
    with qtbot.assertNotEmitted(model.dataChanged):
        model.set_rows([replace(row)])
