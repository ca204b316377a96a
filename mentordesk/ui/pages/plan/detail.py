"""One goal in full: what it says, what was changed and why, what is promised."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from mentordesk.domain.changes import WrittenChange
from mentordesk.domain.goals import ActionRow, CheckpointRow, GoalDetail, MilestoneRow
from mentordesk.domain.wall_time import from_utc
from mentordesk.ui.context import Context
from mentordesk.ui.pages.plan.detail_head import GoalHead
from mentordesk.ui.pages.plan.detail_parts import Choice, DayLine, FactLine, Section, Verbs
from mentordesk.ui.pages.plan.detail_said import (
    action_note,
    action_said,
    change_said,
    checkpoint_said,
    facts,
    milestone_said,
)
from mentordesk.ui.pages.plan.inline_add import InlineAdd
from mentordesk.ui.pages.plan.steps import PlanSteps
from mentordesk.ui.pages.plan.tree_items import Kind
from mentordesk.ui.widgets.buttons import LinkButton, PlainButton
from mentordesk.ui.widgets.cards import Card, IconLabel, Row
from mentordesk.ui.widgets.flow import Flow
from mentordesk.ui.widgets.labels import BodyLabel
from mentordesk.ui.widgets.scroll import CalmScroll
from mentordesk.ui.words import plural, tr

_FEW = 8
"""Written changes shown before "more"."""


class GoalPane(CalmScroll):
    """Shows one goal; the lines to add something keep what is typed in them."""

    def __init__(
        self, context: Context, steps: PlanSteps, open_menu: Callable[[QWidget], object]
    ) -> None:
        super().__init__()
        self._context, self._steps, self._open_menu = context, steps, open_menu
        self._goal: GoalDetail | None = None
        self._chosen: MilestoneRow | ActionRow | None = None
        self._all_changes = False
        self._make_parts()
        self._assemble()

    def _make_parts(self) -> None:
        today, steps = self._context.today(), self._steps
        self._head = GoalHead()
        self._head.menu.clicked.connect(self._show_menu)
        self._part = Card()
        self._facts = Section("")
        self.add_milestone = InlineAdd(
            tr("Milestone"),
            tr("New milestone"),
            tr("What will be reached?"),
            steps.add_milestone,
            today=today,
        )
        self.add_action = InlineAdd(
            tr("Action"),
            tr("New action"),
            tr("What is to be done?"),
            steps.add_action,
            today=today,
            with_owner=True,
        )
        self.add_checkpoint = InlineAdd(
            tr("Checkpoint"), tr("New checkpoint"), tr("How does it go?"), steps.add_checkpoint
        )
        self._lines = (self.add_milestone, self.add_action, self.add_checkpoint)
        for line in self._lines:
            line.opened.connect(self._close_others)
        if not steps.can_change():
            for button in (self._head.menu, *(line.button for line in self._lines)):
                button.hide()
        self._actions = Section(tr("Actions"))
        self._changes = Section(tr("Written changes"))
        self._checkpoints = Section(tr("Checkpoints"))

    def _assemble(self) -> None:
        card = Card(padding=23)
        card.body.setSpacing(24)
        for part in (
            self._head,
            self._part,
            self._facts,
            Flow([line.button for line in self._lines], gap=8),
            *self._lines,
            self._changes,
            self._checkpoints,
            self._actions,
        ):
            card.body.addWidget(part)
        ground = QWidget()
        ground.setProperty("look", "page")
        layout = QVBoxLayout(ground)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card)
        layout.addStretch(1)
        self.setWidget(ground)

    def show_goal(self, goal: GoalDetail, chosen: MilestoneRow | ActionRow | None) -> None:
        """Show a goal, and the chosen line of it."""
        if self._goal is not None and self._goal.node.id != goal.node.id:
            self._all_changes = False
            self.verticalScrollBar().setValue(0)
        self._goal, self._chosen = goal, chosen
        focused = self._focused()
        today = self._context.today()
        self._head.show_goal(goal.node)
        self._show_part()
        self._facts.set_lines([FactLine(name, words) for name, words in facts(goal, today)])
        self.add_action.set_owners(self._steps.people.action_owners())
        self._actions.set_lines([self._action_line(action) for action in goal.node.actions])
        self._show_changes()
        self._checkpoints.set_lines([self._checkpoint_line(one) for one in goal.checkpoints])
        self._focus_again(focused)

    def _focused(self) -> str:
        """Return the name of what has the keyboard here, before the lines are made anew."""
        focused = QApplication.focusWidget()
        return focused.objectName() if focused and self.isAncestorOf(focused) else ""

    def _focus_again(self, name: str) -> None:
        found = self.findChild(QWidget, name) if name else None
        if found is not None and not found.hasFocus():
            found.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_part(self) -> None:
        """The chosen milestone or action, with the steps that a mouse finds no key for."""
        self._part.clear()
        self._part.setVisible(self._chosen is not None)
        if isinstance(self._chosen, MilestoneRow):
            self._part.add_row(self._milestone_row(self._chosen))
        elif self._chosen is not None:
            self._part.add_row(self._action_row(self._chosen))
        for row in self._part.rows():
            row.show()

    def _milestone_row(self, milestone: MilestoneRow) -> Row:
        done = milestone.done is not None
        moved = self._goal.moved.get(milestone.id) if self._goal else None
        move = LinkButton(tr("Move…"), name=tr("Move {title}", title=milestone.title))
        move.clicked.connect(self._steps.move_date)
        return Row(
            milestone.title,
            milestone_said(milestone, moved, self._context.today()),
            leading=IconLabel(
                "milestone-done" if done else "milestone", role="good" if done else "quiet"
            ),
            trailing=self._offered(move, self._done_button(tr("Reached"), done=done)),
        )

    def _action_row(self, action: ActionRow) -> Row:
        drop = LinkButton(tr("Let go…"), name=tr("Let {title} go", title=action.title))
        drop.clicked.connect(self._steps.drop)
        done = self._done_button(tr("Done"), done=not action.is_open)
        return Row(
            action.title,
            action_said(action, self._context.today()),
            leading=IconLabel("action"),
            trailing=self._offered(*([drop, done] if action.is_open else [done])),
        )

    def _offered(self, *buttons: QPushButton) -> Sequence[QPushButton]:
        """Return what changes something, where something can be changed."""
        return buttons if self._steps.can_change() else ()

    def _verbs(self, verbs: Verbs) -> Verbs:
        return verbs if self._steps.can_change() else ()

    def _done_button(self, words: str, *, done: bool) -> PlainButton:
        words = tr("Open again") if done else words
        title = self._chosen.title if self._chosen else ""
        button = PlainButton(words, name=f"{words}: {title}")
        button.setObjectName("turn done")
        button.clicked.connect(self._steps.turn_done)
        return button

    def _action_line(self, action: ActionRow) -> DayLine:
        words = Choice(
            action.title,
            ticked=not action.is_open,
            tick=partial(self._steps.set_done, (Kind.ACTION, action.id)),
            key=f"tick {action.id}",
            can_tick=self._steps.can_change(),
        )
        verbs: list[tuple[str, Callable[[], object]]] = [
            (tr("Edit…"), partial(self._steps.edit_action, action))
        ]
        if action.is_open:
            verbs.append((tr("Let go…"), partial(self._steps.drop_action, action)))
        verbs.append((tr("Delete"), partial(self._steps.delete_action, action)))
        today = self._context.today()
        return DayLine(
            action.done or action.dropped or action.due,
            words,
            today,
            verbs=self._verbs(verbs),
            about=action.title,
            second=action_note(action, today),
        )

    def _checkpoint_line(self, checkpoint: CheckpointRow) -> DayLine:
        verbs: Verbs = [
            (tr("Edit…"), partial(self._steps.edit_checkpoint, checkpoint)),
            (tr("Delete"), partial(self._steps.delete_checkpoint, checkpoint)),
        ]
        words = BodyLabel(checkpoint_said(checkpoint), wrap=True)
        today = self._context.today()
        return DayLine(
            checkpoint.day, words, today, verbs=self._verbs(verbs), about=checkpoint.line
        )

    def _show_changes(self) -> None:
        changes: Sequence[WrittenChange] = self._goal.changes if self._goal else ()
        shown = changes if self._all_changes else changes[:_FEW]
        lines: list[QWidget] = [self._change_line(change) for change in shown]
        if more := len(changes) - len(shown):
            button = LinkButton(plural(more, "{count} more", "{count} more"), flush=True)
            button.clicked.connect(self._unfold_changes)
            lines.append(button)
        self._changes.set_lines(lines)

    def _change_line(self, change: WrittenChange) -> DayLine:
        today = self._context.today()
        day = from_utc(change.at, self._context.zone_name).local.date()
        said = change_said(change, self._goal, today) if self._goal else ""
        return DayLine(day, BodyLabel(said, wrap=True), today, second=change.reason)

    def _unfold_changes(self) -> None:
        self._all_changes = True
        self._show_changes()

    def _close_others(self, opened: InlineAdd) -> None:
        for line in self._lines:
            if line is not opened:
                line.close_line()

    def _show_menu(self) -> None:
        self._open_menu(self._head.menu)
