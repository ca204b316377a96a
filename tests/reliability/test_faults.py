"""A failing or full disk: told in words, never a false "saved", and work goes on; promise 3."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs LD_PRELOAD"),
    pytest.mark.skipif(shutil.which("cc") is None, reason="needs a C compiler"),
]


@pytest.fixture(scope="module")
def library(tmp_path_factory) -> Path:
    """Return the library that lets writes fail, compiled."""
    made = tmp_path_factory.mktemp("faults") / "faults.so"
    source = Path(__file__).with_name("harness") / "faults.c"
    subprocess.run(["cc", "-shared", "-fPIC", "-o", made, source, "-ldl"], check=True)
    return made


@pytest.fixture
def fail_writes(trials, library, tmp_path):
    def run(*arguments):
        environment = {"FAULTS_UNDER": str(tmp_path), "LD_PRELOAD": str(library)}
        return trials("fail_writes.py", *arguments, environment={**os.environ, **environment})

    return run


@pytest.mark.parametrize(("kind", "reduced"), [("plain", 17), ("encrypted", 29)])
def test_a_failing_disk_never_ends_in_a_false_saved(fail_writes, how_many, kind, reduced):
    found = fail_writes(kind, "--every", how_many(1, reduced))
    assert found["faults"] > 20
    wrong = ("false saved", "neither", "no going on", "lost", "damaged", "tracebacks")
    assert not any(found[what] for what in wrong)


def test_the_control_that_swallows_errors_says_saved_falsely(fail_writes):
    assert fail_writes("plain", "--every", 60, "--control")["false saved"]
