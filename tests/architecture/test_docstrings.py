"""Every public module, class, function and method says what it is for."""

import ast
from collections.abc import Iterator

import pytest

Documented = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def public(node: Documented, name: str) -> Iterator[tuple[str, Documented]]:
    """Yield what others may use, with its dotted name; overrides carry their base's words."""
    yield name, node
    for child in node.body:
        if (
            isinstance(child, Documented)
            and not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
            and not child.name.startswith("_")
            and not any(
                ast.unparse(mark) in {"override", "overload"} for mark in child.decorator_list
            )
            and not any(ast.unparse(mark).endswith(".setter") for mark in child.decorator_list)
        ):
            yield from public(child, f"{name}.{child.name}")


def without_words(tree: ast.Module, name: str) -> list[str]:
    return [where for where, node in public(tree, name) if not ast.get_docstring(node)]


def test_everything_public_has_a_docstring(sources) -> None:
    assert [name for source in sources for name in without_words(source.tree, source.path)] == []


@pytest.mark.parametrize(
    ("code", "silent"),
    [
        ("x = 1", ["m"]),
        ("'''M.'''\nclass A: pass", ["m.A"]),
        ("'''M.'''\nclass A:\n  '''A.'''\n  def f(self): pass", ["m.A.f"]),
        ("'''M.'''\ndef f(): pass", ["m.f"]),
        ("'''M.'''\ndef _f(): pass", []),
        ("'''M.'''\ndef f():\n  '''F.'''\n  def inner(): pass", []),
        ("'''M.'''\nclass A:\n  '''A.'''\n  @override\n  def f(self): pass", []),
    ],
)
def test_the_search_for_silence(code: str, silent: list[str]) -> None:
    assert without_words(ast.parse(code), "m") == silent
