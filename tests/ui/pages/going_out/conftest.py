"""Where files are saved in these tests, and what must never leave."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from mentordesk.domain.agenda import AgendaDraft
from mentordesk.domain.goals import GoalDraft, MilestoneDraft
from mentordesk.services.desk import Desk
from mentordesk.ui.context import Context

SENTINEL = "Sentinel"


class Chooser:
    """Answers every question for a file's name, and remembers what it was offered."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.name: str | None = None
        self.filter = ""
        self.offered: list[str] = []

    def __call__(
        self, _parent: QWidget, _title: str, offered: str, _filters: str
    ) -> tuple[str, str]:
        self.offered.append(Path(offered).name)
        name = self.offered[-1] if self.name is None else self.name
        return (str(self.folder / name) if name else "", self.filter)

    @property
    def path(self) -> Path:
        """Where the last file was wanted."""
        return self.folder / (self.name or self.offered[-1])


@pytest.fixture
def chooser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Chooser:
    folder = tmp_path / "outbox"
    folder.mkdir()
    chooser = Chooser(folder)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", chooser)
    return chooser


@pytest.fixture
def secrets(desk: Desk, book) -> None:
    """Things of every kind that only I see, with a word that is easily found."""
    desk.agenda.add(book.meeting, AgendaDraft(title=f"{SENTINEL} agenda"))
    desk.notes.save_note(book.meeting, f"{SENTINEL} note")
    goal = desk.goals.add_goal(GoalDraft(title=f"{SENTINEL} goal"))
    due = desk.store.clock().date()
    desk.goals.add_milestone(goal, MilestoneDraft(title=f"{SENTINEL} milestone", due=due))


@pytest.fixture
def save(qtbot, context: Context) -> Callable[[object], None]:
    """Press Save in a dialog and wait until the file is written or refused."""

    def press(dialog) -> None:
        dialog.save_button.click()
        qtbot.waitUntil(lambda: not context.tasks.busy, timeout=20_000)

    return press


@pytest.fixture
def shared_goal(desk: Desk, book) -> UUID:
    """A goal that Amara sees, with one milestone."""
    goal = desk.goals.add_goal(GoalDraft(title="First paper", shared_with=frozenset({book.amara})))
    due = desk.store.clock().date()
    return desk.goals.add_milestone(goal, MilestoneDraft(title="Pilot data", due=due))
