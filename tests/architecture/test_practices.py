"""What docs/practices.md says can be looked up: its tests exist, its numbers add up."""

import re
from collections import Counter
from pathlib import Path

import pytest

NAMED = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")
PRACTICE = re.compile(r"^\*\*(\d+)\. .+?\*(Served|Partly|Not yet)\.\*", re.MULTILINE | re.DOTALL)
COUNTED = re.compile(r"\*\*(\d+) are served, (\d+) partly, (\d+) not yet\.\*\*")
NUMBER_OF_PRACTICES = 34


def missing_tests(text: str, checkout: Path) -> list[str]:
    """Return the tests that a text names and that nobody wrote."""
    return [
        f"{file}::{name}"
        for file, name in NAMED.findall(text)
        if not _is_there(file, name, checkout)
    ]


def _is_there(file: str, name: str, checkout: Path) -> bool:
    path = checkout / file
    defined = rf"^def {name}\("
    return path.is_file() and re.search(defined, path.read_text("utf-8"), re.MULTILINE) is not None


@pytest.fixture(scope="module")
def page(checkout: Path) -> str:
    """Return the page."""
    return (checkout / "docs" / "practices.md").read_text(encoding="utf-8")


def test_every_test_that_is_named_exists(page: str, checkout: Path) -> None:
    assert missing_tests(page, checkout) == []


def test_every_practice_is_judged_once_and_counted(page: str) -> None:
    judged = PRACTICE.findall(page)
    assert [int(number) for number, _ in judged] == list(range(1, NUMBER_OF_PRACTICES + 1))
    counts = Counter(state for _, state in judged)
    said = COUNTED.search(page)
    assert said is not None
    assert [int(one) for one in said.groups()] == [
        counts[state] for state in ("Served", "Partly", "Not yet")
    ]


def test_what_is_served_names_a_test(page: str) -> None:
    parts = re.split(r"^(?=\*\*\d+\. )", page, flags=re.MULTILINE)
    served = [part for part in parts if "*Served.*" in part or "*Partly.*" in part]
    assert [part[:40] for part in served if not NAMED.search(part)] == []


@pytest.mark.parametrize(
    "named",
    [
        "tests/architecture/test_practices.py::test_nobody_wrote",
        "tests/nowhere/test_nothing.py::test_every_test_that_is_named_exists",
    ],
)
def test_the_search_finds_what_nobody_wrote(named: str, checkout: Path) -> None:
    assert missing_tests(f"`{named}`", checkout) == [named]
