"""Where files lie that other programs or computers write too: told by the names of folders."""

from collections.abc import Iterable

SYNCED = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "icloud": "iCloud Drive",
    "icloud drive": "iCloud Drive",
    "iclouddrive": "iCloud Drive",
    "mobile documents": "iCloud Drive",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "pcloud": "pCloud",
    "pclouddrive": "pCloud",
    "megasync": "MEGA",
    "mega": "MEGA",
    "syncthing": "Syncthing",
    "seafile": "Seafile",
    "box sync": "Box",
    "tresorit": "Tresorit",
}
"""Folders that programs make for what they keep in step, in lower case."""

MARKS = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".stfolder": "Syncthing",
    ".owncloudsync.log": "ownCloud",
    ".nextcloudsync.log": "Nextcloud",
    ".seafile-data": "Seafile",
}
"""What such programs leave in the top folder of what they keep in step."""

NETWORK = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "afpfs", "afs", "9p", "ncpfs", "davfs", "ceph"}
)
"""File systems of other computers, as the system names them; with FUSE after a dot."""

_FUSED = frozenset({"sshfs", "davfs2", "rclone", "gvfsd-fuse", "s3fs", "smbnetfs"})


def synced_by(folders: Iterable[str]) -> str | None:
    """Return the program that keeps a folder in step, by the names on the way to it.

    "OneDrive - University" and "Dropbox (Personal)" count as well.
    """
    for folder in folders:
        name = folder.casefold()
        for sign, program in SYNCED.items():
            if name == sign or name.startswith((f"{sign} -", f"{sign} (", f"{sign}-")):
                return program
    return None


def is_network(file_system: str) -> bool:
    """Return whether a file system is that of another computer."""
    kind, _, fused = file_system.casefold().partition(".")
    return kind in NETWORK or (kind == "fuse" and fused in _FUSED)


def mount_of(place: str, mounts: Iterable[tuple[str, str]]) -> str:
    """Return the file system of the mount that a place lies in, of (mount point, file system)."""
    best, found = "", ""
    for point, kind in mounts:
        inside = place == point or place.startswith(point.rstrip("/") + "/")
        if inside and len(point) >= len(best):
            best, found = point, kind
    return found
