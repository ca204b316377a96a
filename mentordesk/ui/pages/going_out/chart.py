"""Take a chart out as a picture, through the gate."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from mentordesk.charts.formats import FORMAT_NAMES
from mentordesk.domain.exits import ExitKind
from mentordesk.domain.progress import ChartKind
from mentordesk.domain.release import Audience, Released, release
from mentordesk.domain.text import file_name
from mentordesk.services.chart_facts import ChartFact
from mentordesk.ui.context import Context
from mentordesk.ui.pages.going_out.audiences import audiences
from mentordesk.ui.pages.going_out.dialog import GoingOutDialog
from mentordesk.ui.pages.going_out.job import Job
from mentordesk.ui.words import tr

_NAMES = {
    ChartKind.BURN_UP: "Progress",
    ChartKind.GOALS: "Goals",
    ChartKind.MEETINGS: "Meetings",
    ChartKind.ACTIONS: "Promises",
}


def export_chart(
    context: Context,
    parent: QWidget | None,
    facts: Sequence[ChartFact],
    kind: ChartKind,
    relationship: UUID | None = None,
) -> GoingOutDialog:
    """Show what a chart holds and, if wanted, save it as PNG, SVG or PDF.

    Args:
        context: the open desk.
        parent: the window.
        facts: what the chart shows.
        kind: which chart.
        relationship: whose page the chart stands on, if it is about one.
    """
    dialog = GoingOutDialog(
        context,
        tr("Going out: a chart of progress"),
        tr("A picture to keep, print or send: dark on white, with its sentence under it."),
        audiences(context, relationship),
        partial(chart_job, tuple(facts), kind, context.today()),
        parent,
    )
    dialog.open()
    return dialog


def chart_job(facts: Sequence[ChartFact], kind: ChartKind, today: date, audience: Audience) -> Job:
    """Return the job of a chart for an audience."""
    released = release(facts, audience)
    return Job(
        released=released,
        what=ExitKind.CHART,
        name=file_name(tr(_NAMES[kind]), ".png"),
        formats={f".{form}": tr(name) for form, name in FORMAT_NAMES.items()},
        pieces=partial(_pieces, released, kind, today),
        steps=1,
        said=_said,
    )


def _pieces(
    released: Released[ChartFact], kind: ChartKind, today: date, suffix: str
) -> Iterator[bytes]:
    from mentordesk.charts.export import chart_bytes

    yield chart_bytes(released, kind, suffix, today=today, tr=tr)


def _said(name: str) -> str:
    return tr("Saved {name}", name=name)
