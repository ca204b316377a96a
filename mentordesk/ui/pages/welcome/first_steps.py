"""The first steps: what help would be welcome, and with whom."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QStackedWidget

from mentordesk.domain.enums import Role
from mentordesk.domain.errors import DraftError
from mentordesk.domain.people import PersonDraft, RelationshipDraft
from mentordesk.services.desk import Desk
from mentordesk.ui.context import Place
from mentordesk.ui.pages.welcome.page import Beginning
from mentordesk.ui.theme import scaled
from mentordesk.ui.widgets.buttons import LinkButton, PrimaryButton
from mentordesk.ui.widgets.calm_column import CalmColumn
from mentordesk.ui.widgets.flow import Flow
from mentordesk.ui.widgets.forms import Form
from mentordesk.ui.words import tr


class LineStep(CalmColumn):
    """One question, one line, and a way past it."""

    answered = Signal(str)
    skipped = Signal()

    def __init__(self, heading: str, explanation: str, label: str, go: str, skip: str) -> None:
        super().__init__(heading, explanation)
        self.form = Form()
        self.form.add_text("line", label, optional=False)
        self.form.setMaximumWidth(scaled(520))
        self.body.addWidget(self.form)
        self.button = PrimaryButton(go)
        self.button.clicked.connect(self.answer)
        self.skip_button = LinkButton(skip)
        self.skip_button.clicked.connect(self.skipped)
        self.body.addWidget(Flow([self.button, self.skip_button]))
        self.line = self.form.row("line").field.widget
        if isinstance(self.line, QLineEdit):
            self.line.returnPressed.connect(self.answer)

    def answer(self) -> None:
        """Go on with the line, if there is one."""
        line = str(self.form.values()["line"]).strip()
        if line:
            self.answered.emit(line)
        else:
            self.form.show_problems({"line": tr("One line is enough, or go on without.")})


class FirstSteps(QStackedWidget):
    """Two short questions; each answer is kept at once, and each can be left out."""

    finished = Signal(object)
    """The place to open then."""

    def __init__(self, desk: Desk, beginning: Beginning) -> None:
        super().__init__()
        self._desk = desk
        self._beginning = beginning
        self._place = Place("today")
        if beginning is Beginning.MENTOR:
            self._show(self._mentee_step())
        else:
            self._show(self._help_step())

    def focus_first(self) -> None:
        """Put the keyboard into the question's line."""
        step = self.currentWidget()
        if isinstance(step, LineStep):
            step.line.setFocus()

    def _help_step(self) -> LineStep:
        step = LineStep(
            tr("What would you like help with?"),
            tr("One line is enough. It is kept as a draft goal, which only you see."),
            tr("I would like help with"),
            tr("Continue"),
            tr("Not now"),
        )
        step.answered.connect(self._keep_goal)
        step.skipped.connect(self._ask_for_mentor)
        return step

    def _keep_goal(self, line: str) -> None:
        try:
            goal = self._desk.goals.draft_goal(line)
        except DraftError as error:
            self._complain(error)
            return
        self._place = Place("plan", goal, "list")
        self._ask_for_mentor()

    def _ask_for_mentor(self) -> None:
        step = LineStep(
            tr("Is there somebody you have in mind?"),
            tr("Somebody who helps you already, or whom you would like to ask."),
            tr("Their name"),
            tr("I have someone in mind"),
            tr("Not yet"),
        )
        step.answered.connect(self._keep_mentor)
        step.skipped.connect(self._after_mentor)
        self._show(step)

    def _keep_mentor(self, name: str) -> None:
        if self._keep_person(name, Role.MENTEE):
            self._after_mentor()

    def _after_mentor(self) -> None:
        if self._beginning is Beginning.BOTH:
            self._show(self._mentee_step())
        else:
            self.finished.emit(self._place)

    def _mentee_step(self) -> LineStep:
        step = LineStep(
            tr("Whom do you mentor?"),
            tr("Start with one person; others can follow at any time."),
            tr("Their name"),
            tr("Continue"),
            tr("Not now"),
        )
        step.answered.connect(self._keep_mentee)
        step.skipped.connect(self._finish)
        return step

    def _keep_mentee(self, name: str) -> None:
        if self._keep_person(name, Role.MENTOR):
            self._finish()

    def _finish(self) -> None:
        self.finished.emit(self._place)

    def _keep_person(self, name: str, my_role: Role) -> bool:
        try:
            there = self._desk.relationships.add_with_person(
                PersonDraft(name=name), RelationshipDraft(role=my_role)
            )
        except DraftError as error:
            self._complain(error)
            return False
        if self._place.page == "today":
            self._place = Place("relationship", there)
        return True

    def _complain(self, error: DraftError) -> None:
        step = self.currentWidget()
        if isinstance(step, LineStep):
            step.form.show_problems({"line": str(error)})

    def _show(self, step: LineStep) -> None:
        self.addWidget(step)
        self.setCurrentWidget(step)
        self.focus_first()
