"""What every test relies on: a home folder of its own, and repeatable examples."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "ci",
    deadline=None,
    derandomize=True,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("default", deadline=None, max_examples=60)
settings.load_profile("ci" if os.environ.get("CI") else "default")

_HOME = pytest.StashKey[Path]()
_HOME_VARIABLES = {
    "HOME": "",
    "USERPROFILE": "",
    "XDG_DATA_HOME": ".local/share",
    "XDG_CONFIG_HOME": ".config",
    "XDG_CACHE_HOME": ".cache",
    "XDG_STATE_HOME": ".local/state",
    "XDG_RUNTIME_DIR": "run",
}


def pytest_configure(config: pytest.Config) -> None:
    """Give the whole run an empty home folder, before any test module is imported."""
    home = Path(tempfile.mkdtemp(prefix="mentordesk-tests-"))
    config.stash[_HOME] = home
    for variable, place in _HOME_VARIABLES.items():
        folder = home / place
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.environ[variable] = str(folder)
    # Finding the fonts takes seconds; from one run to the next they stay the same.
    os.environ["MPLCONFIGDIR"] = str(config.rootpath / ".pytest_cache" / "matplotlib")


def pytest_unconfigure(config: pytest.Config) -> None:
    """Take the home folder away again."""
    shutil.rmtree(config.stash[_HOME], ignore_errors=True)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let a whole run of the services use encrypted files."""
    parser.addoption("--encrypted", action="store_true", help="run the services on encrypted files")
