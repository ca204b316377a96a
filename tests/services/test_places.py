"""Where a file lies is told from the folders above it and from the system's mounts."""

from mentordesk.services.places import kept_in_step_by, lies_in_network


def test_a_mark_of_a_syncing_program_above_the_file_counts(tmp_path):
    (tmp_path / ".stfolder").mkdir()
    folder = tmp_path / "papers"
    folder.mkdir()
    assert kept_in_step_by(folder / "desk.mentordesk") == "Syncthing"


def test_an_ordinary_folder_is_neither(tmp_path):
    assert kept_in_step_by(tmp_path / "desk.mentordesk") is None
    assert not lies_in_network(tmp_path / "desk.mentordesk")
