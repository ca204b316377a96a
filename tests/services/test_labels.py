"""What a change set is called comes from the program's own words, never from a person's text."""

import ast
from pathlib import Path

import pytest

import mentordesk.services

FOLDER = Path(mentordesk.services.__file__).parents[1]


class Module:
    """One module's source, in which a label can be followed to the words that it is made of."""

    def __init__(self, source: str) -> None:
        self.tree = ast.parse(source)

    def labels(self):
        """Yield each label given to ``changing``, with the function around it."""
        for function in ast.walk(self.tree):
            if isinstance(function, ast.FunctionDef):
                for call in self._calls(function, "changing"):
                    yield call.args[0], function

    def strange(self) -> list[str]:
        """Return the labels that may hold something else than words of the program."""
        return [
            ast.unparse(label) for label, inside in self.labels() if not self._words(label, inside)
        ]

    def _words(self, node, inside) -> bool:
        if isinstance(node, ast.Constant):
            return isinstance(node.value, str) and node.value[:1].isupper()
        if isinstance(node, ast.IfExp):
            return self._words(node.body, inside) and self._words(node.orelse, inside)
        if isinstance(node, ast.Subscript):  # of a table of words in the module
            tables = self._assigned(self.tree.body, node.value)
            return bool(tables) and all(
                isinstance(t, ast.Dict) and all(self._words(v, inside) for v in t.values)
                for t in tables
            )
        if isinstance(node, ast.Name):
            assigned = [(value, inside) for value in self._assigned(ast.walk(inside), node)]
            given = assigned or self._arguments(node.id, inside)
            return bool(given) and all(self._words(value, where) for value, where in given)
        return False

    def _assigned(self, nodes, name) -> list[ast.expr]:
        return [
            node.value
            for node in nodes
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == ast.unparse(name)
        ]

    def _arguments(self, parameter, method):
        """Return what each caller of a private method gives for a parameter, with the caller."""
        names = [argument.arg for argument in method.args.args]
        if parameter not in names or not method.name.startswith("_"):
            return []
        place = names.index(parameter) - (names[0] == "self")
        callers = [node for node in ast.walk(self.tree) if isinstance(node, ast.FunctionDef)]
        return [
            (call.args[place], caller)
            for caller in callers
            for call in self._calls(caller, method.name)
        ]

    def _calls(self, node, name) -> list[ast.Call]:
        return [
            call
            for call in ast.walk(node)
            if isinstance(call, ast.Call)
            and isinstance(call.func, ast.Attribute)
            and call.func.attr == name
        ]


def modules():
    return [
        path for path in sorted(FOLDER.rglob("*.py")) if ".changing(" in path.read_text("utf-8")
    ]


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.stem)
def test_labels_hold_no_text_that_a_person_wrote(path):
    assert Module(path.read_text("utf-8")).strange() == []


def test_many_labels_were_looked_at():
    labels = [label for path in modules() for label in Module(path.read_text("utf-8")).labels()]
    assert len(labels) > 30


@pytest.mark.parametrize(
    ("line", "fine"),
    [
        ("store.changing('Add goal')", True),
        ("store.changing('Tick' if done else 'Untick')", True),
        ("store.changing(f'Add {draft.title}')", False),
        ("store.changing('Add ' + draft.title)", False),
        ("store.changing(draft.title)", False),
        ("store.changing(title)", False),
        ("store.changing('')", False),
        ("label = 'Add goal'; store.changing(label)", True),
        ("label = draft.title; store.changing(label)", False),
    ],
)
def test_the_control_a_label_with_other_text_is_found(line, fine):
    assert (Module(f"def add(store, draft, title, done): {line}").strange() == []) == fine


@pytest.mark.parametrize("path", sorted(FOLDER.glob("services/*.py")), ids=lambda path: path.stem)
def test_services_leave_transactions_and_connections_to_the_store(path):
    text = path.read_text("utf-8")
    found = [way for way in (".begin_nested(", ".commit(", ".rollback(", ".bulk_") if way in text]
    assert found == []
