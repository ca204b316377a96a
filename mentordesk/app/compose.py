"""Put pages, commands and services together: the one place that knows them all."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from mentordesk.app.settings import default_desk
from mentordesk.app.today_steps import SettleToday
from mentordesk.domain.goals import OWN_PLAN, PlanScope
from mentordesk.domain.timeline import TimelineGoal
from mentordesk.ui.actions import ActionTable, Command, Menu
from mentordesk.ui.context import Context, Place
from mentordesk.ui.page import Page
from mentordesk.ui.pages.archive.page import ArchivePage
from mentordesk.ui.pages.backups.page import BackupsPage, backup_commands
from mentordesk.ui.pages.board.commands import BoardSteps, go_to_board
from mentordesk.ui.pages.board.page import BoardPage
from mentordesk.ui.pages.erase.dialog import EraseSteps
from mentordesk.ui.pages.going_out.sent import SentPage
from mentordesk.ui.pages.going_out.steps import GoingOutSteps, going_out_commands
from mentordesk.ui.pages.help.page import HelpPage
from mentordesk.ui.pages.meeting.commands import new_commands
from mentordesk.ui.pages.meeting.page import MeetingPage
from mentordesk.ui.pages.meeting.steps import MeetingSteps
from mentordesk.ui.pages.meetings.page import MeetingsPage
from mentordesk.ui.pages.meetings.view import MeetingsView
from mentordesk.ui.pages.people.commands import people_commands
from mentordesk.ui.pages.people.steps import PeopleSteps
from mentordesk.ui.pages.plan.page import PlanPage
from mentordesk.ui.pages.plan.views import OtherViews, PlanTab, ShowGoal
from mentordesk.ui.pages.preferences.page import PlaceSteps, PreferencesPage
from mentordesk.ui.pages.progress.commands import progress_commands
from mentordesk.ui.pages.progress.view import ProgressView
from mentordesk.ui.pages.protect.steps import ProtectSteps, protect_commands
from mentordesk.ui.pages.quick_log.commands import quick_log_commands
from mentordesk.ui.pages.quick_log.dialog import QuickLog
from mentordesk.ui.pages.relationship.page import RelationshipPage
from mentordesk.ui.pages.relationship.steps import RelationshipSteps
from mentordesk.ui.pages.timeline.view import TimelineView
from mentordesk.ui.pages.today.page import TodayPage
from mentordesk.ui.shell.commands import FileSteps, shell_commands
from mentordesk.ui.shell.desk_shell import DeskShell, PageMaker
from mentordesk.ui.shell.help_commands import help_commands
from mentordesk.ui.shell.rail_foot import FootKeeper
from mentordesk.ui.shell.rail_menu import rail_commands
from mentordesk.ui.words import tr


def build_shell(context: Context, files: FileSteps, label: str = "") -> DeskShell:
    """Return the window's content for an open desk.

    Args:
        context: the open desk with its clock and theme.
        files: what the program does with files.
        label: what kind of file it is, where that must be seen, such as an example.
    """
    actions = ActionTable(context.theme)
    shell = DeskShell(context, actions, label=label)
    actions.setParent(shell)
    parts = Parts(context, actions, shell, files)
    shell.offer(parts.pages())
    actions.declare(shell_commands(shell, files), shell)
    actions.declare(parts.rail_commands(), shell)
    actions.declare(help_commands(shell, default_desk().parent), shell)
    actions.declare(backup_commands(context, files.backups), shell)
    actions.declare(protect_commands(ProtectSteps(context, shell, files.keys)), shell)
    _say_file(shell, label, files)
    return shell


class Parts:
    """Makes the pages, each with the steps of the others that it needs."""

    def __init__(
        self, context: Context, actions: ActionTable, shell: DeskShell, files: FileSteps
    ) -> None:
        self._context, self._actions, self._shell = context, actions, shell
        self._files = files
        self._erasing = EraseSteps(context, shell)
        self._going_out = GoingOutSteps(context, shell)
        self._meetings = MeetingSteps(context, shell)
        self._log = QuickLog(context, shell)
        self._people = PeopleSteps(context, shell, self._going_out.export_cancelled)
        new_goal = Command(
            id="goal.new",
            label=tr("New &goal…"),
            run=self._new_goal,
            icon="goal",
            keys=("Ctrl+G",),
            menu=Menu.NEW,
            enabled=self._can_change,
            everywhere=True,
        )
        print_shown = Command(
            id="report.print",
            label=tr("Print or sa&ve…"),
            run=self._print_shown,
            icon="print",
            keys=("Ctrl+P",),
            menu=Menu.FILE,
            everywhere=True,
        )
        for commands in (
            [new_goal, print_shown],
            new_commands(context, self._new_meeting),
            quick_log_commands(context, self._new_talk),
            people_commands(self._people),
            going_out_commands(self._going_out),
            go_to_board(context),
        ):
            actions.declare(commands, shell)

    def rail_commands(self) -> Sequence[Command]:
        """Return what can be done with an entry of the rail."""
        people = self._people
        return rail_commands(
            self._shell, self._log.ask, self._meetings.plan, people.edit_relationship
        )

    def pages(self) -> dict[str, PageMaker]:
        """Return how each page is made, when it is first shown."""
        return {
            "today": self._today,
            "plan": self._plan,
            "meetings": partial(MeetingsPage, self._context, self._actions, self._meetings),
            "meeting": self._meeting,
            "relationship": self._relationship,
            "board": self._board,
            "archive": partial(ArchivePage, self._context),
            "sent": partial(SentPage, self._context, self._going_out.export_all),
            "preferences": self._preferences,
            "backups": partial(BackupsPage, self._context, self._files.backups),
            "help": partial(HelpPage, self._context, self._shell.back),
        }

    def _can_change(self) -> bool:
        return not self._context.desk.read_only

    def _new_goal(self) -> None:
        """Ask for a goal where one is: of the relationship that is shown, else of my own."""
        page = self._shell.page
        there = self._context.curtain.only
        if there is None and isinstance(page, RelationshipPage):
            there = page.relationship
        if there is not None:
            self._context.go(Place("relationship", there, "goals"))
            self._actions.action("relationship.goals.add_goal").trigger()
        else:
            self._context.go(Place("plan", view="list"))
            self._actions.action("plan.add_goal").trigger()

    def _new_meeting(self) -> None:
        """Ask for a meeting, with whom the page is about, if it is about somebody."""
        self._meetings.plan(self._shown_relationship())

    def _new_talk(self) -> None:
        """Ask for a talk, with whom the page is about, if it is about somebody."""
        self._log.ask(self._shown_relationship())

    def _print_shown(self) -> None:
        """Print or save what is shown: a relationship, a meeting, else my plan."""
        page, steps = self._shell.page, self._going_out
        if isinstance(page, RelationshipPage) and page.relationship is not None:
            steps.print_relationship(page.relationship)
        elif isinstance(page, MeetingPage) and page.meeting is not None:
            steps.print_meeting(page.meeting)
        else:
            steps.print_plan()

    def _shown_relationship(self) -> UUID | None:
        page = self._shell.page
        return page.relationship if isinstance(page, RelationshipPage | MeetingPage) else None

    def _today(self) -> Page:
        settle = SettleToday(self._context, self._meetings, self._log, self._shell)
        return TodayPage(self._context, settle.steps())

    def _plan(self) -> Page:
        printing = self._going_out.print_plan
        others = self._other_views(None)
        return PlanPage(self._context, self._actions, others, printing=printing)

    def _preferences(self) -> Page:
        files = self._files
        steps = PlaceSteps(
            move=files.move_file,
            show_folder=files.show_folder,
            open_at_start=files.open_at_start,
            is_at_start=files.is_at_start,
            may_move=files.may_move,
        )
        return PreferencesPage(self._context, steps)

    def _board(self) -> Page:
        steps = BoardSteps(talked=self._log.ask, plan_meeting=self._meetings.plan)
        return BoardPage(self._context, self._actions, steps)

    def _meeting(self) -> Page:
        export, printing = self._going_out.export_meeting, self._going_out.print_meeting
        return MeetingPage(self._context, self._actions, self._meetings, export, printing=printing)

    def _relationship(self) -> Page:
        people, meetings = self._people, self._meetings
        steps = RelationshipSteps(
            talked=self._log.ask,
            plan_meeting=meetings.plan,
            took_place=meetings.hold,
            did_not=meetings.miss,
            edit_person=people.edit_person,
            edit_relationship=people.edit_relationship,
            give_time=people.give_time,
            found=people.found,
            archive=people.archive,
            reopen=people.reopen,
            export_calendar=self._going_out.export_relationship,
            print_page=self._going_out.print_relationship,
        )
        return RelationshipPage(
            self._context,
            self._actions,
            steps,
            goals_view=self._goals_of,
            meetings_view=self._meetings_of,
        )

    def _goals_of(self, context: Context, relationship: UUID) -> QWidget:
        scope = PlanScope(relationship)
        return PlanTab(context, self._actions, scope, self._other_views(scope))

    def _meetings_of(self, context: Context, relationship: UUID) -> QWidget:
        return MeetingsView(
            context,
            self._actions,
            self._meetings,
            prefix="relationship.meetings",
            relationship=relationship,
        )

    def _other_views(self, scope: PlanScope | None) -> OtherViews:
        return OtherViews(partial(self._timeline, scope), partial(self._progress, scope))

    def _timeline(self, scope: PlanScope | None, show_goal: ShowGoal) -> QWidget:
        return TimelineView(
            self._context,
            self._actions,
            scope,
            export=self._going_out.export_timeline,
            open_goal=partial(self._open_goal, scope, show_goal),
            first=OWN_PLAN,
            prefix="timeline" if scope is None else "relationship.timeline",
        )

    def _open_goal(
        self, scope: PlanScope | None, show_goal: ShowGoal, goal: TimelineGoal | None
    ) -> None:
        """Show a goal where it stands in full: in this plan, or with whom it is."""
        if goal is not None and scope is None and goal.home is not None:
            self._context.go(Place("relationship", goal.home, "goals"))
        else:
            show_goal(None if goal is None else goal.id)

    def _progress(self, scope: PlanScope | None) -> QWidget:
        export = self._going_out.export_chart
        view = ProgressView(self._context, scope, export=export, first=OWN_PLAN)
        prefix = "progress" if scope is None else "relationship.progress"
        self._actions.declare(progress_commands(view, prefix), view)
        return view


def _say_file(shell: DeskShell, label: str, files: FileSteps) -> None:
    desk = shell.context.desk
    words = label or desk.path.stem
    if desk.read_only and not label:
        words = tr("{file} · only for reading", file=words)
    shell.rail.foot.set_file("lock" if desk.encrypted else "file", words, str(desk.path))
    if files.backups.may_make():
        FootKeeper(shell.rail.foot, shell.context)
