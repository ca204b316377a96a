"""Folders that another program or computer writes too are told by their names."""

import pytest

from mentordesk.domain.places import is_network, mount_of, synced_by


@pytest.mark.parametrize(
    ("folders", "program"),
    [
        (("home", "maya", "Dropbox", "work"), "Dropbox"),
        (("Users", "maya", "OneDrive - University of Bonn"), "OneDrive"),
        (("home", "maya", "Nextcloud"), "Nextcloud"),
        (("Library", "Mobile Documents", "com~apple~CloudDocs"), "iCloud Drive"),
        (("Dropbox (Personal)",), "Dropbox"),
        (("home", "maya", "Documents"), None),
        (("my dropboxes",), None),
        (("megabytes",), None),
    ],
)
def test_a_synced_folder_is_known_by_its_name(folders, program):
    assert synced_by(folders) == program


@pytest.mark.parametrize(
    ("kind", "network"),
    [("nfs4", True), ("cifs", True), ("fuse.sshfs", True), ("ext4", False), ("fuse.ntfs", False)],
)
def test_a_network_folder_is_known_by_its_file_system(kind, network):
    assert is_network(kind) is network


def test_the_nearest_mount_counts():
    mounts = [("/", "ext4"), ("/home", "ext4"), ("/people/maya/share", "cifs")]
    assert mount_of("/people/maya/share/desk", mounts) == "cifs"
    assert mount_of("/people/maya/shared/desk", mounts) == "ext4"
