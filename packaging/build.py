"""Build the installable folder of MentorDesk for this system into ``dist/mentordesk``, and try it.

Run by ``make package``. Needs what ``packaging/requirements.lock`` names, beside the project's own.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

PACKAGING = Path(__file__).resolve().parent
ROOT = PACKAGING.parent
WORK = ROOT / "build" / "package"
FOLDER = ROOT / "dist" / "mentordesk"
APPLICATION = "org.mentordesk.MentorDesk"
LINUX = PACKAGING / "linux"
ICON_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)


def main() -> int:
    """Draw the icon, freeze the program, lay out its desktop files and try the result."""
    WORK.mkdir(parents=True, exist_ok=True)
    draw_icon(WORK / "mentordesk.png", 512)
    freeze()
    if sys.platform.startswith("linux"):
        lay_out(FOLDER / "share")
        shutil.copy(LINUX / "install.sh", FOLDER / "install.sh")
        validate()
    shutil.copy(ROOT / "LICENSE", FOLDER / "LICENSE")
    size = sum(path.stat().st_size for path in FOLDER.rglob("*") if path.is_file())
    print(f"{FOLDER}: {size / 1e6:.0f} MB")
    trial = [sys.executable, PACKAGING / "try_program.py", FOLDER]
    return subprocess.run(trial, check=False).returncode


def draw_icon(target: Path, size: int) -> None:
    """Draw the program's icon as a square PNG.

    Args:
        target: the picture to write.
        size: its width and height in pixels.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    picture = QImage(size, size, QImage.Format.Format_ARGB32)
    picture.fill(0)
    painter = QPainter(picture)
    QSvgRenderer(str(ROOT / "resources" / "mentordesk.svg")).render(painter)
    painter.end()
    if not picture.save(str(target)):
        raise SystemExit(f"The icon can't be written to {target}.")


def freeze() -> None:
    """Let PyInstaller put the program, Python and the libraries into one folder."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    places = ["--distpath", ROOT / "dist", "--workpath", WORK]
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", *places]
    subprocess.run([*command, PACKAGING / "mentordesk.spec"], check=True, cwd=ROOT)


def lay_out(share: Path) -> None:
    """Put the files of the desktop where they belong below a ``share`` folder."""
    places = {
        LINUX / f"{APPLICATION}.desktop": "applications",
        LINUX / f"{APPLICATION}.metainfo.xml": "metainfo",
        LINUX / f"{APPLICATION}.mime.xml": "mime/packages",
        LINUX / "mentordesk.1": "man/man1",
    }
    for source, place in places.items():
        name = source.name.replace(".mime.xml", ".xml")
        (share / place).mkdir(parents=True, exist_ok=True)
        shutil.copy(source, share / place / name)
    icons = share / "icons" / "hicolor"
    (icons / "scalable" / "apps").mkdir(parents=True, exist_ok=True)
    drawing = ROOT / "resources" / "mentordesk.svg"
    shutil.copy(drawing, icons / "scalable" / "apps" / f"{APPLICATION}.svg")
    for size in ICON_SIZES:
        folder = icons / f"{size}x{size}" / "apps"
        folder.mkdir(parents=True, exist_ok=True)
        draw_icon(folder / f"{APPLICATION}.png", size)


def validate() -> None:
    """Let the desktop's own tools look at its files; say which of them are not here."""
    checks = [
        ["desktop-file-validate", LINUX / f"{APPLICATION}.desktop"],
        ["appstreamcli", "validate", "--no-net", LINUX / f"{APPLICATION}.metainfo.xml"],
        ["xmllint", "--noout", LINUX / f"{APPLICATION}.mime.xml"],
        ["mandoc", "-Tlint", LINUX / "mentordesk.1"],
    ]
    for command in checks:
        if shutil.which(str(command[0])) is None:
            print(f"not checked, {command[0]} is not installed: {command[-1]}")
            continue
        subprocess.run(command, check=True)
        print(f"{command[0]}: {Path(command[-1]).name} is valid")


if __name__ == "__main__":
    sys.exit(main())
