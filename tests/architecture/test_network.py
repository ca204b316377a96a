"""No network, ever: no module of the program imports one that speaks to a network."""

import ast
from collections.abc import Iterator

import pytest

SPEAKS_TO_A_NETWORK = frozenset(
    {
        "_socket",
        "_ssl",
        "aiohttp",
        "asyncio",
        "ftplib",
        "http",
        "httpx",
        "imaplib",
        "nntplib",
        "poplib",
        "requests",
        "smtplib",
        "socket",
        "socketserver",
        "ssl",
        "telnetlib",
        "urllib.request",
        "urllib3",
        "webbrowser",
        "websockets",
        "wsgiref",
        "xmlrpc",
        "PySide6.QtNetwork",
        "PySide6.QtWebEngineCore",
        "PySide6.QtWebSockets",
    }
)
ALLOWED: frozenset[tuple[str, str]] = frozenset()


def imported(tree: ast.Module) -> Iterator[str]:
    """Yield the dotted name of everything imported, also deep inside functions."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Call) and called_name(node) in {"import_module", "__import__"}:
            yield from (str(part.value) for part in node.args if isinstance(part, ast.Constant))


def called_name(call: ast.Call) -> str:
    function = call.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def network_modules(tree: ast.Module) -> set[str]:
    return {
        module
        for name in imported(tree)
        for module in SPEAKS_TO_A_NETWORK
        if f"{name}.".startswith(f"{module}.")
    }


def test_no_module_speaks_to_a_network(sources) -> None:
    found = {(source.path, name) for source in sources for name in network_modules(source.tree)}
    assert found - ALLOWED == set()


def test_every_exception_is_still_needed(sources) -> None:
    found = {(source.path, name) for source in sources for name in network_modules(source.tree)}
    assert ALLOWED - found == set()


@pytest.mark.parametrize(
    "code",
    [
        "import socket",
        "import http.client",
        "from urllib import request",
        "from urllib.request import urlopen",
        "def quietly():\n    import ssl",
        "from PySide6 import QtNetwork",
        "from PySide6.QtNetwork import QTcpSocket",
        "import asyncio.streams",
        "importlib.import_module('smtplib')",
    ],
)
def test_the_search_finds(code: str) -> None:
    assert network_modules(ast.parse(code))


@pytest.mark.parametrize("code", ["from urllib.parse import quote", "import httpie", "import os"])
def test_the_search_leaves_alone(code: str) -> None:
    assert not network_modules(ast.parse(code))
