"""What is said once when a file is opened."""

import json

import pytest

from mentordesk.domain.people import PersonDraft
from mentordesk.services.desk import Desk
from mentordesk.store.owner import computer_name


@pytest.fixture
def desk_in(clock):
    def make(folder):
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / "desk.mentordesk"
        desk = Desk.create(path, clock)
        desk.people.begin(PersonDraft(name="Maya", time_zone="Europe/Berlin"))
        desk.close()
        return path

    return make


def said(program):
    return program.shell.notices.label.text()


def leave_open(path):
    """Leave behind what a kill leaves: the note of who had the file."""
    note = {"computer": computer_name(), "process": 1, "since": "2026-11-23T09:00:00+00:00"}
    path.with_name(f".{path.name}.owner").write_text(json.dumps(note))


def test_a_start_after_a_crash_says_what_was_recovered_once(program, desk_in, tmp_path):
    path = desk_in(tmp_path / "files")
    leave_open(path)
    program.open_path(path)
    assert said(program) == "MentorDesk was not closed last time. What was saved is here."
    program.close_desk()
    program.open_path(path)
    assert said(program) == ""


def test_a_change_that_was_cut_short_is_named(program, desk_in, tmp_path):
    path = desk_in(tmp_path / "files")
    leave_open(path)
    path.with_name(f"{path.name}-journal").write_bytes(b"\0" * 512)
    program.open_path(path)
    assert "taken back" in said(program)


def test_a_synced_folder_is_warned_of_once_for_each_file(program, desk_in, tmp_path):
    path = desk_in(tmp_path / "Dropbox")
    program.open_path(path)
    assert said(program).startswith("Dropbox keeps this folder in step.")
    program.close_desk()
    program.open_path(path)
    assert said(program) == ""


def test_a_file_of_ones_own_folder_needs_no_word(program, desk_in, tmp_path):
    program.open_path(desk_in(tmp_path / "files"))
    assert said(program) == ""
