"""Walk through the whole window, without a display, over a desk full of canary words.

HOME and TMPDIR are folders of the caller; everything that the program writes lies in them.
"""

import argparse
import os
import sys
from datetime import time, timedelta
from pathlib import Path
from uuid import UUID

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mentordesk import main

main._keep_private()

from mentordesk.app.program import Program
from mentordesk.app.settings import Settings
from mentordesk.app.start import real_clock
from mentordesk.app.wear import wear
from mentordesk.domain.enums import Role
from mentordesk.domain.goals import GoalDraft, MilestoneDraft
from mentordesk.domain.meetings import MeetingDraft
from mentordesk.domain.people import PersonDraft, RelationshipDraft
from mentordesk.services.desk import Desk, Key
from mentordesk.ui.context import Place
from mentordesk.ui.help_topics import TOPICS
from mentordesk.ui.shell.main_window import MainWindow
from mentordesk.ui.theme import Theme
from mentordesk.ui.widgets.markdown_editor import NoteEditor

CANARY = "kanarlotte"
TYPED = "zeisigfink"


def fill(path: Path, key: Key | None) -> None:
    """Make a desk with the canary in every kind of text."""
    today = real_clock().date()
    desk = Desk.create(path, real_clock, key=key, make_folder=True)
    desk.people.begin(PersonDraft(name="Maya", time_zone="Europe/Berlin"))
    them = []
    for role in (Role.MENTEE, Role.MENTOR):
        words = {name: f"{CANARY} {name}" for name in ("name", "organisation", "remember")}
        draft = RelationshipDraft(role=role, rhythm_days=14)
        them.append(desk.relationships.add_with_person(PersonDraft(**words), draft))
    for number, relationship in enumerate([None, *them]):
        goal = desk.goals.add_goal(
            GoalDraft(
                title=f"Goal {CANARY} {number}",
                reason=f"because {CANARY}",
                measure=CANARY,
                due=today + timedelta(days=90),
                relationship=relationship,
            )
        )
        due = today + timedelta(days=30)
        desk.goals.add_milestone(goal, MilestoneDraft(title=f"Step {CANARY}", due=due))
    for relationship in them:
        for days in (-7, 3):
            meeting = desk.meetings.plan(
                MeetingDraft(
                    relationship=relationship,
                    day=today + timedelta(days=days),
                    time=time(10),
                    zone="Europe/Berlin",
                    title=f"Talk {CANARY}",
                )
            )
            desk.notes.save_note(meeting, f"A note that says {CANARY} and more.")
    desk.close()


def settle(program: Program) -> None:
    if program.shell is not None:
        program.shell.context.tasks.wait()
    for _ in range(5):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()


def places(desk: Desk) -> list[Place]:
    """Return every page with every view, for every item."""
    found = [
        Place("today"),
        *(Place("plan", view=view) for view in ("list", "progress", "timeline")),
    ]
    found += [Place(page) for page in ("meetings", "board", "archive", "sent", "preferences")]
    found += [Place("help", view=topic) for topic in TOPICS]
    for entry in desk.relationships.rail():
        views = ("overview", "goals", "meetings", "progress", "timeline")
        found += [Place("relationship", entry.id, view) for view in views]
    rows = desk.store.raw.execute("SELECT id FROM meeting").fetchall()
    return [*found, *(Place("meeting", UUID(bytes=row[0])) for row in rows)]


def walk(program: Program) -> int:
    """Open every page, type notes where they can be typed, and search."""
    shell, seen = program.shell, 0
    for place in places(program._desk):
        shell.go(place)
        settle(program)
        shell.grab()
        seen += 1
        if place.page == "meeting":
            editor = shell.page.findChild(NoteEditor)
            QTest.keyClicks(editor, f" {TYPED} ")
            shell.context.save_open_editors()
    return seen


def tour(path: Path, key: Key | None) -> int:
    application = QApplication(["mentordesk"])
    application.setApplicationName("MentorDesk")
    settings, theme = Settings(), Theme()
    wear(application, theme, settings.preferences)
    window = MainWindow(list)
    program = Program(window, settings, theme, real_clock)
    window.resize(1200, 800)
    window.show()
    program.open_path(path, key=key)
    seen = walk(program)
    settings.geometry = window.saveGeometry()
    program.lock()
    settle(program)
    program.close_desk()
    return seen


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("path", type=Path)
    parser.add_argument("kind", choices=("plain", "encrypted"))
    parser.add_argument("--socket", action="store_true", help="the control: ask for the network")
    said = parser.parse_args()
    key = Key(bytes(range(32))) if said.kind == "encrypted" else None
    fill(said.path, key)
    seen = tour(said.path, key)
    if said.socket:
        import socket

        with socket.socket() as control:
            control.settimeout(0.1)
            control.connect_ex(("127.0.0.1", 9))
    sys.stdout.write(f"{seen}\n")
