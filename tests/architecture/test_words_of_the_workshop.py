"""Nothing that is committed names a machine, a folder on it or an index of packages."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest

INDEX_OPTION = re.compile(r"(?:extra-)?index-url|trusted-host|find-links", re.IGNORECASE)
INDEX_ADDRESS = re.compile(r"://\S*/simple(?:/|\b)")
NUMERIC_HOST = re.compile(r"://(?:\d+\.){3}\d+")
HOME_FOLDER = re.compile(r"(?<![\w.$}~-])/(?:root|(?:home|Users)/(?!ada\b|anna\b)\w+)/\w")
"""A folder of a real account; Ada and Anna are the made-up people of the tests."""


def findings(text: str) -> list[str]:
    """Return the words in a text that belong to one workshop only."""
    patterns = (INDEX_OPTION, INDEX_ADDRESS, NUMERIC_HOST, HOME_FOLDER)
    return [match[0] for pattern in patterns for match in pattern.finditer(text)]


@pytest.fixture(scope="module")
def texts(checkout: Path) -> dict[str, str]:
    """Return every committed text file but this one, by its path."""
    if shutil.which("git") is None or not (checkout / ".git").exists():
        pytest.skip("not a git checkout")
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=checkout, check=True, capture_output=True, text=True
    ).stdout
    contents = {}
    for name in filter(None, listed.split("\0")):
        file = checkout / name
        if file.is_file() and file != Path(__file__) and b"\0" not in (data := file.read_bytes()):
            contents[name] = data.decode("utf-8")
    return contents


def configured_hosts() -> set[str]:
    """Return the host of every index that this machine is set up to ask."""
    settings = subprocess.run(
        [sys.executable, "-m", "pip", "config", "list"], check=True, capture_output=True, text=True
    ).stdout
    words = [
        settings,
        *(value for key, value in os.environ.items() if key.startswith(("PIP_", "UV_"))),
    ]
    addresses = re.findall(r"https?://[^\s'\"\\]+", " ".join(words))
    return {host for address in addresses if (host := urlsplit(address).hostname)}


def test_lock_holds_no_address(checkout: Path) -> None:
    lock = (checkout / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in lock
    assert "--hash=sha256:" in lock


def test_no_file_names_a_machine_or_an_index(texts: dict[str, str]) -> None:
    assert {name: found for name, text in texts.items() if (found := findings(text))} == {}


def test_no_file_names_this_checkout(texts: dict[str, str], checkout: Path) -> None:
    here = re.compile(rf"(?<![\w./~-]){re.escape(str(checkout))}(?![\w.-])")
    assert [name for name, text in texts.items() if here.search(text)] == []


def test_no_file_names_an_index_this_machine_asks(texts: dict[str, str]) -> None:
    hosts = configured_hosts()
    assert [(n, host) for n, text in texts.items() for host in hosts if host in text] == []


@pytest.mark.parametrize(
    "text",
    [
        "--index-url somewhere",
        "PIP_TRUSTED-HOST",
        "https://packages.example/simple",
        "http://10.0.0.1:8080/x",
        "see /home/somebody/desk",
        "'/Users/somebody/desk'",
    ],
)
def test_the_search_finds(text: str) -> None:
    assert findings(text)


@pytest.mark.parametrize(
    "text",
    ["https://keepachangelog.com/en/1.1.0/", "~/.local/share", "a simple index", "/home/ada/desk"],
)
def test_the_search_leaves_alone(text: str) -> None:
    assert not findings(text)
