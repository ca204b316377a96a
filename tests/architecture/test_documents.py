"""What the documents point at is there."""

import re
from pathlib import Path

import pytest

LINK = re.compile(r"\]\(([^)#\s]+)")


def missing_targets(document: Path) -> list[str]:
    """Return the links of a document that lead to no file."""
    targets = LINK.findall(document.read_text(encoding="utf-8"))
    return [
        target
        for target in targets
        if "://" not in target and not (document.parent / target).exists()
    ]


def test_links_lead_somewhere(checkout: Path) -> None:
    documents = [*checkout.glob("*.md"), *checkout.glob("docs/**/*.md")]
    assert {d.name: missing for d in documents if (missing := missing_targets(d))} == {}


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("[a](nowhere.md)", ["nowhere.md"]),
        ("![a](pictures/nowhere.png)", ["pictures/nowhere.png"]),
        ("[a](here.md#part) [b](https://example.org/x)", []),
    ],
)
def test_the_search_for_links(text: str, missing: list[str], tmp_path: Path) -> None:
    document = tmp_path / "here.md"
    document.write_text(text, encoding="utf-8")
    assert missing_targets(document) == missing


def test_makefile_has_the_two_commands_of_the_readme(checkout: Path) -> None:
    readme = (checkout / "README.md").read_text(encoding="utf-8")
    makefile = (checkout / "Makefile").read_text(encoding="utf-8")
    commands = set(re.findall(r"^make (\w+)", readme, re.MULTILINE))
    assert commands == {"run", "test"}
    assert commands <= set(re.findall(r"^(\w+):", makefile, re.MULTILINE))
