import hashlib
import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any, cast
from uuid import UUID

import pytest
from matplotlib import image, rcParams

from mentordesk.charts.export import PNG_DPI, SIZE, chart_bytes
from mentordesk.charts.formats import ChartFormat
from mentordesk.domain.enums import Visibility
from mentordesk.domain.errors import KnownError
from mentordesk.domain.progress import ChartKind, MilestoneFact
from mentordesk.domain.release import (
    MYSELF,
    Audience,
    AudienceKind,
    Released,
    release,
)

STARTS = {ChartFormat.PNG: b"\x89PNG\r\n", ChartFormat.SVG: b"<?xml", ChartFormat.PDF: b"%PDF-"}
OF_MILESTONES = [ChartKind.BURN_UP, ChartKind.GOALS]
EVERY = [(kind, fmt) for kind in ChartKind for fmt in ChartFormat]

_ELSEWHERE = """
import sys, hashlib
from datetime import date
from uuid import UUID
from mentordesk.charts.export import chart_bytes
from mentordesk.domain.progress import ChartKind, MilestoneFact
from mentordesk.domain.release import MYSELF, release
day = date(2026, 12, 1)
fact = MilestoneFact(UUID(int=1), "Draft", UUID(int=2), "Paper", (), day, day)
for fmt in ("png", "svg", "pdf"):
    made = chart_bytes(release([fact], MYSELF), ChartKind.BURN_UP, fmt, today=date(2026, 11, 23))
    print(hashlib.sha256(made).hexdigest())
"""


@pytest.mark.parametrize(("kind", "fmt"), EVERY)
def test_a_file_is_what_its_name_says(
    facts_of: dict[ChartKind, list[Any]], today: date, kind: ChartKind, fmt: ChartFormat
) -> None:
    made = chart_bytes(release(facts_of[kind], MYSELF), kind, fmt, today=today)
    assert made.startswith(STARTS[fmt])


@pytest.mark.parametrize(("kind", "fmt"), EVERY)
def test_the_same_facts_make_the_same_bytes(
    facts_of: dict[ChartKind, list[Any]], today: date, kind: ChartKind, fmt: ChartFormat
) -> None:
    once = chart_bytes(release(facts_of[kind], MYSELF), kind, fmt, today=today)
    again = chart_bytes(release(facts_of[kind][::-1], MYSELF), kind, fmt, today=today)
    assert once == again


@pytest.mark.slow
def test_another_process_makes_the_same_bytes() -> None:
    def run(seed: str) -> str:
        environment = {**os.environ, "PYTHONHASHSEED": seed, "SOURCE_DATE_EPOCH": seed}
        command = [sys.executable, "-c", _ELSEWHERE]
        done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
        return done.stdout

    day = date(2026, 12, 1)
    fact = MilestoneFact(UUID(int=1), "Draft", UUID(int=2), "Paper", (), day, day)
    here = [
        hashlib.sha256(
            chart_bytes(release([fact], MYSELF), ChartKind.BURN_UP, fmt, today=date(2026, 11, 23))
        ).hexdigest()
        for fmt in ChartFormat
    ]
    assert run("1").split() == run("2").split() == here


@pytest.mark.parametrize(("kind", "fmt"), EVERY)
def test_nothing_is_said_beside_the_drawing(
    facts_of: dict[ChartKind, list[Any]], today: date, kind: ChartKind, fmt: ChartFormat
) -> None:
    made = chart_bytes(release(facts_of[kind], MYSELF), kind, fmt, today=today)
    for word in (b"<metadata", b"CreationDate", b"/Producer", b"/Creator", b"matplotlib", b"tEXt"):
        assert word not in made


def test_only_what_the_gate_released_is_drawn(
    titled: Callable[[str], list[MilestoneFact]], today: date
) -> None:
    open_one, kept = titled("Shown here")
    facts = [
        replace(open_one, visibility=Visibility.PASSABLE, goal_title="Shown goal"),
        replace(kept, title="SENTINEL", goal_title="SENTINEL", relationship_names=("SENTINEL",)),
    ]
    released = release(facts, Audience(AudienceKind.ANYONE))
    for kind in OF_MILESTONES:
        # The words of paths stand beside them as comments, so that the file can be searched.
        drawn = chart_bytes(released, kind, "svg", today=today).decode()
        assert "Shown" in drawn
        assert "SENTINEL" not in drawn


def test_names_of_relationships_are_never_drawn(plan: list[MilestoneFact], today: date) -> None:
    for kind in OF_MILESTONES:
        drawn = chart_bytes(release(plan, MYSELF), kind, "svg", today=today).decode()
        assert "Okafor" not in drawn


def test_the_sentence_stands_under_the_drawing(plan: list[MilestoneFact], today: date) -> None:
    drawn = chart_bytes(release(plan, MYSELF), ChartKind.BURN_UP, "svg", today=today).decode()
    assert "3 of 7 milestones reached" in " ".join(re.findall("<!-- (.*?) -->", drawn))


def test_facts_that_did_not_pass_the_gate_are_refused(
    plan: list[MilestoneFact], today: date
) -> None:
    smuggled = cast("Released[MilestoneFact]", plan)
    with pytest.raises(TypeError, match="gate"):
        chart_bytes(smuggled, ChartKind.BURN_UP, "png", today=today)


def test_an_unknown_format_is_refused_in_words(plan: list[MilestoneFact], today: date) -> None:
    with pytest.raises(KnownError, match="PNG, SVG or PDF"):
        chart_bytes(release(plan, MYSELF), ChartKind.BURN_UP, "gif", today=today)


@pytest.mark.parametrize("fmt", list(ChartFormat))
def test_an_empty_plan_can_be_written_too(today: date, fmt: ChartFormat) -> None:
    released: Released[MilestoneFact] = release([], MYSELF)
    made = chart_bytes(released, ChartKind.BURN_UP, fmt, today=today)
    assert made.startswith(STARTS[fmt])


def test_a_picture_has_the_promised_pixels(plan: list[MilestoneFact], today: date) -> None:
    made = chart_bytes(release(plan, MYSELF), ChartKind.BURN_UP, "png", today=today)
    height, width, _ = image.imread(BytesIO(made)).shape
    assert (width, height) == (SIZE[0] * PNG_DPI, SIZE[1] * PNG_DPI)


def test_settings_of_others_are_left_alone(plan: list[MilestoneFact], today: date) -> None:
    before = dict(rcParams)
    chart_bytes(release(plan, MYSELF), ChartKind.BURN_UP, "svg", today=today)
    assert dict(rcParams) == before
