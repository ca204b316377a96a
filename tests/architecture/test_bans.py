"""What the house does without: filled item widgets, pyplot, a clock everywhere, lambdas on self."""

import ast
from collections.abc import Iterator

import pytest

FILLED_WIDGETS = frozenset({"QTableWidget", "QTreeWidget", "QListWidget"})
CLOCKS = frozenset(
    {
        "date.today",
        "datetime.today",
        "datetime.now",
        "datetime.utcnow",
        "QDate.currentDate",
        "QTime.currentTime",
        "QDateTime.currentDateTime",
        "QDateTime.currentDateTimeUtc",
    }
)
MAY_READ_THE_CLOCK = frozenset({"mentordesk/app/start.py", "mentordesk/cli/frame.py"})


def names(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.alias):
            yield node.name


def filled_widgets(tree: ast.AST) -> set[str]:
    return {name for name in names(tree) if name.removesuffix("Item") in FILLED_WIDGETS}


def uses_pyplot(tree: ast.AST) -> bool:
    return any("pyplot" in name.split(".") or name == "pylab" for name in names(tree)) or any(
        isinstance(node, ast.ImportFrom) and "pyplot" in (node.module or "")
        for node in ast.walk(tree)
    )


def clocks(tree: ast.AST) -> set[str]:
    return {
        clock
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        for clock in CLOCKS
        if f".{ast.unparse(node)}".endswith(f".{clock}")
    }


def lambdas_that_keep_self(tree: ast.AST) -> list[int]:
    """Return the lines where connect() is given a lambda that captures self."""
    return [
        call.lineno
        for call in ast.walk(tree)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr == "connect"
        for given in [*call.args, *(keyword.value for keyword in call.keywords)]
        for function in ast.walk(given)
        if isinstance(function, ast.Lambda) and "self" in names(function)
    ]


def test_lists_are_models_not_filled_widgets(sources) -> None:
    assert {s.path: found for s in sources if (found := filled_widgets(s.tree))} == {}


def test_charts_are_figures_without_pyplot(sources) -> None:
    assert [s.path for s in sources if uses_pyplot(s.tree)] == []


def test_only_app_and_cli_read_the_clock(sources) -> None:
    found = {s.path: read for s in sources if (read := clocks(s.tree))}
    assert {path: read for path, read in found.items() if path not in MAY_READ_THE_CLOCK} == {}


def test_no_connection_keeps_a_widget_alive(sources) -> None:
    assert {s.path: lines for s in sources if (lines := lambdas_that_keep_self(s.tree))} == {}


@pytest.mark.parametrize(
    "code", ["QTableWidget()", "from PySide6.QtWidgets import QListWidgetItem", "q.QTreeWidget"]
)
def test_filled_widgets_are_found(code: str) -> None:
    assert filled_widgets(ast.parse(code))


@pytest.mark.parametrize(
    "code",
    [
        "import matplotlib.pyplot as plt",
        "from matplotlib import pyplot",
        "from matplotlib.pyplot import figure",
    ],
)
def test_pyplot_is_found(code: str) -> None:
    assert uses_pyplot(ast.parse(code))


@pytest.mark.parametrize(
    "code",
    [
        "date.today()",
        "dt.datetime.now(tz=UTC)",
        "field(default_factory=date.today)",
        "QDate.currentDate()",
        "QtCore.QDateTime.currentDateTimeUtc()",
    ],
)
def test_clocks_are_found(code: str) -> None:
    assert clocks(ast.parse(code))


@pytest.mark.parametrize("code", ["today", "self.today()", "update.today", "row.now"])
def test_what_only_sounds_like_a_clock_is_left_alone(code: str) -> None:
    assert not clocks(ast.parse(code))


@pytest.mark.parametrize(
    "code",
    [
        "button.clicked.connect(lambda: self.save())",
        "button.clicked.connect(partial(run, lambda: self.rows))",
        "button.clicked.connect(lambda checked, page=self: page.save())",
    ],
)
def test_lambdas_on_self_are_found(code: str) -> None:
    assert lambdas_that_keep_self(ast.parse(code)) == [1]


@pytest.mark.parametrize(
    "code",
    ["clicked.connect(self.save)", "clicked.connect(lambda: 1)", "rows.sort(key=lambda r: self.x)"],
)
def test_other_slots_and_lambdas_are_left_alone(code: str) -> None:
    assert lambdas_that_keep_self(ast.parse(code)) == []
