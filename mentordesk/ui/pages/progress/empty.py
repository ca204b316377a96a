"""What stands in the place of a chart that has nothing to show: what it is for, the next step."""

from collections.abc import Callable

from mentordesk.domain.progress import ChartKind
from mentordesk.ui.pages.progress.said import WITH_PEOPLE
from mentordesk.ui.widgets.buttons import PrimaryButton
from mentordesk.ui.widgets.cards import EmptyState
from mentordesk.ui.words import tr


class NothingYet:
    """The empty state of a kind of chart, and its one button."""

    def __init__(self, kind: ChartKind, go: Callable[[], None]) -> None:
        goals = kind not in WITH_PEOPLE
        self.button = PrimaryButton(tr("Go to the goals") if goals else tr("Go to the meetings"))
        self.button.clicked.connect(go)
        icon, title, words = _words(kind)
        self.state = EmptyState(icon, title, words, self.button)


def _words(kind: ChartKind) -> tuple[str, str, str]:
    if kind is ChartKind.MEETINGS:
        return (
            "meetings",
            tr("No contact yet"),
            tr(
                "Once you have met or talked, every contact stands here over time, beside the "
                "rhythm that you wish for."
            ),
        )
    if kind is ChartKind.ACTIONS:
        return (
            "action",
            tr("No promises yet"),
            tr(
                "What each side promises, in a meeting or in between, stands here with what "
                "became of it: yours and theirs alike."
            ),
        )
    return (
        "milestone",
        tr("No milestones yet"),
        tr(
            "A milestone is a step on the way to a goal. Once there is one, what was planned "
            "and what is reached stands here."
        ),
    )
