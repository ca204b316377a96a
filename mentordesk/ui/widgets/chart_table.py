"""A chart's facts as a table."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QTableView, QVBoxLayout, QWidget

from mentordesk.domain.progress_said import ChartTable
from mentordesk.ui.widgets.rows import Column, RowModel, table

_TRAILING = Qt.AlignmentFlag.AlignTrailing
_MOST_SHOWN = 12
_MEASURED = 200
_PADDING = 32


@dataclass(frozen=True)
class ChartRow:
    """One row of a chart's table; its place in the table is its id."""

    id: int
    cells: tuple[str, ...]


def chart_rows(facts: ChartTable) -> list[ChartRow]:
    """Return the rows of a chart's table."""
    return [ChartRow(place, cells) for place, cells in enumerate(facts.rows)]


def chart_model(facts: ChartTable, parent: QObject | None = None) -> RowModel[ChartRow]:
    """Return a model with the columns and rows of a chart's table; counts stand at the end."""
    columns = [
        Column(
            title,
            partial(_cell, place),
            align=_TRAILING if _counts(facts, place) else Qt.AlignmentFlag.AlignLeading,
        )
        for place, title in enumerate(facts.headers)
    ]
    return RowModel(columns, chart_rows(facts), parent=parent)


class TablePane(QWidget):
    """Shows the table of a chart; selection and scroll stay while the columns do."""

    def __init__(self) -> None:
        super().__init__()
        self._headers: tuple[str, ...] = ()
        self._model: RowModel[ChartRow] | None = None
        self.view: QTableView | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def show_table(self, facts: ChartTable, name: str) -> None:
        """Show these rows; ``name`` says what they are."""
        if self._model is None or facts.headers != self._headers:
            self._make(facts, name)
        else:
            self._model.set_rows(chart_rows(facts))
        view = self.view
        if view is None:
            return
        view.setAccessibleName(name)
        rows = min(len(facts.rows), _MOST_SHOWN) * view.verticalHeader().defaultSectionSize()
        view.setFixedHeight(rows + view.horizontalHeader().sizeHint().height() + 4)

    def _make(self, facts: ChartTable, name: str) -> None:
        if self.view is not None:
            self._layout.removeWidget(self.view)
            self.view.hide()
            self.view.deleteLater()
        model = chart_model(facts, self)
        wide = _widest(facts)
        view = table(model, name=name, stretch=wide)
        for place, title in enumerate(facts.headers):
            cells = [title, *(row[place] for row in facts.rows[:_MEASURED])]
            metrics = view.fontMetrics()
            if place != wide:
                view.setColumnWidth(place, max(map(metrics.horizontalAdvance, cells)) + _PADDING)
        self._headers, self._model, self.view = facts.headers, model, view
        self._layout.addWidget(view)
        self.setFocusProxy(view)


def _cell(place: int, row: ChartRow) -> str:
    return row.cells[place]


def _counts(facts: ChartTable, place: int) -> bool:
    cells = [row[place] for row in facts.rows if row[place]]
    return bool(cells) and all(cell.isdecimal() for cell in cells)


def _widest(facts: ChartTable) -> int:
    """Return the column that takes the room left: the one with the longest words."""
    lengths = [
        max((len(row[place]) for row in facts.rows[:_MEASURED]), default=0)
        for place in range(len(facts.headers))
    ]
    return lengths.index(max(lengths, default=0)) if lengths else 0
