import subprocess
import sys

import pytest

from mentordesk.charts.formats import FORMAT_NAMES, ChartFormat, chart_format
from mentordesk.domain.errors import KnownError


@pytest.mark.parametrize("name", ["svg", ".SVG", "progress.svg", "my.plan/progress.Svg"])
def test_a_format_is_known_by_name_or_file(name: str) -> None:
    assert chart_format(name) is ChartFormat.SVG


@pytest.mark.parametrize("name", ["gif", "", "progress", "progress.svg.exe", "."])
def test_another_format_is_refused_in_words(name: str) -> None:
    with pytest.raises(KnownError, match="PNG, SVG or PDF"):
        chart_format(name)


def test_every_format_has_a_name() -> None:
    assert set(FORMAT_NAMES) == set(ChartFormat)


def test_naming_formats_and_kinds_does_not_load_matplotlib() -> None:
    code = (
        "import sys, mentordesk.charts.formats, mentordesk.domain.progress_said;"
        "sys.exit('matplotlib' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
