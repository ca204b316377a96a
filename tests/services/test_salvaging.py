"""A copy of what can be read opens, is sound and can be worked on."""

import shutil
from datetime import date

import pytest

from mentordesk.domain.goals import GoalDraft
from mentordesk.services.desk import Desk
from mentordesk.services.salvaging import free_place, salvage_file
from mentordesk.services.sample import build_sample

PAGE = 4096


@pytest.mark.parametrize("first", [8, 45])
def test_the_copy_of_a_damaged_file_is_sound_and_goes_on(tmp_path, clock, desk_key, first):
    path = tmp_path / "desk.mentordesk"
    build_sample(path, today=date(2026, 11, 24), key=desk_key)
    whole = path.read_bytes()
    end = (first + 3) * PAGE
    path.write_bytes(whole[: first * PAGE] + b"\xaa" * 3 * PAGE + whole[end:])
    place = free_place(path)
    report = salvage_file(path, desk_key, place, clock)
    assert not report.complete
    desk = Desk.open(place, clock, key=desk_key)
    try:
        assert desk.check() == []
        assert desk.undo_step() is None
        desk.goals.add_goal(GoalDraft(title="Goes on"))
        desk.undo()
    finally:
        desk.close()


def test_the_copy_never_takes_the_place_of_a_file(tmp_path):
    path = tmp_path / "desk.mentordesk"
    path.write_text("x")
    shutil.copy(path, free_place(path))
    assert free_place(path).name == "desk-copy-2.mentordesk"
