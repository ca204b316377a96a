"""The program's own sources, read and parsed once."""

import ast
from dataclasses import dataclass
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Source:
    """A module of the program: its path from the checkout and its syntax tree."""

    path: str
    tree: ast.Module


@pytest.fixture(scope="session")
def checkout() -> Path:
    return CHECKOUT


@pytest.fixture(scope="session")
def sources() -> list[Source]:
    return [
        Source(file.relative_to(CHECKOUT).as_posix(), ast.parse(file.read_text(encoding="utf-8")))
        for file in sorted((CHECKOUT / "mentordesk").rglob("*.py"))
    ]
