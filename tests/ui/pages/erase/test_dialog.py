"""Erase for good: asked with all that goes, and only a typed word does it."""

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from mentordesk.domain.backups import BackupReason
from mentordesk.domain.enums import ItemKind
from mentordesk.domain.goals import OWN_PLAN, GoalDraft, MilestoneDraft
from mentordesk.ui.pages.erase.dialog import EraseSteps
from mentordesk.ui.widgets.dialogs import FormDialog


@pytest.fixture
def goal(desk):
    goal = desk.goals.add_goal(GoalDraft(title="Paper"))
    desk.goals.add_milestone(goal, MilestoneDraft(title="Outline"))
    return goal


@pytest.fixture
def asked(qtbot, context):
    """Return the dialog that opens when something shall be erased."""
    window = QWidget()
    qtbot.addWidget(window)
    steps = EraseSteps(context, window)

    def ask(kind, item, name="Paper"):
        context.erase_wanted.emit(kind, item, name)
        dialogs = window.findChildren(FormDialog)
        return dialogs[-1] if dialogs else None

    ask.steps = steps
    return ask


def plan_ids(desk, context):
    return [node.id for node in desk.goals.plan(OWN_PLAN, context.today())]


def test_the_question_counts_what_goes(asked, goal):
    dialog = asked(ItemKind.GOAL, goal)
    words = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "Erase Paper for good" in words
    assert "1 goal, 1 milestone" in words.lower()


def test_nothing_is_erased_before_the_word_is_typed(asked, goal, desk, context):
    dialog = asked(ItemKind.GOAL, goal)
    dialog.submit()
    assert dialog.form.row("word").problem()
    assert plan_ids(desk, context) == [goal]
    dialog.form.load({"word": "Erase "})
    dialog.submit()
    assert plan_ids(desk, context) == []


@pytest.mark.parametrize("tick", [False, True])
def test_backups_are_offered_to_go_with_it(asked, goal, desk, tick):
    desk.backups.make(BackupReason.ASKED)
    dialog = asked(ItemKind.GOAL, goal)
    dialog.form.load({"word": "erase", "backups": tick})
    dialog.submit()
    assert len(desk.backups.rows()) == int(not tick)


def test_what_came_of_it_is_said_without_undo(asked, goal, context, desk):
    said = []
    context.notice_wanted.connect(lambda words, undo: said.append((words, undo)))
    dialog = asked(ItemKind.GOAL, goal)
    dialog.form.load({"word": "erase"})
    dialog.submit()
    [(words, undo)] = said
    assert words.startswith("Erased for good.")
    assert undo == 0
