"""Take a timeline out as a picture, through the gate."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from mentordesk.charts.formats import FORMAT_NAMES
from mentordesk.domain.exits import ExitKind
from mentordesk.domain.release import Audience, Released, release
from mentordesk.domain.text import file_name
from mentordesk.domain.timeline import TimelineItem
from mentordesk.ui.context import Context
from mentordesk.ui.pages.going_out.audiences import audiences
from mentordesk.ui.pages.going_out.dialog import GoingOutDialog
from mentordesk.ui.pages.going_out.job import Job
from mentordesk.ui.words import tr


def export_timeline(
    context: Context,
    parent: QWidget | None,
    items: Sequence[TimelineItem],
    relationship: UUID | None = None,
) -> GoingOutDialog:
    """Show what a timeline holds and, if wanted, save it as PNG, SVG or PDF.

    Args:
        context: the open desk.
        parent: the window.
        items: the goals and milestones that it shows.
        relationship: whose page it stands on, if it is about one.
    """
    dialog = GoingOutDialog(
        context,
        tr("Going out: a timeline"),
        tr("A picture to keep, print or send: dark on white, with its sentence under it."),
        audiences(context, relationship),
        partial(timeline_job, tuple(items), context.today()),
        parent,
    )
    dialog.open()
    return dialog


def timeline_job(items: Sequence[TimelineItem], today: date, audience: Audience) -> Job:
    """Return the job of a timeline for an audience."""
    released = release(items, audience)
    return Job(
        released=released,
        what=ExitKind.CHART,
        name=file_name(tr("Timeline"), ".png"),
        formats={f".{form}": tr(name) for form, name in FORMAT_NAMES.items()},
        pieces=partial(_pieces, released, today),
        steps=1,
        said=_said,
    )


def _pieces(released: Released[TimelineItem], today: date, suffix: str) -> Iterator[bytes]:
    from mentordesk.charts.timeline import timeline_bytes

    yield timeline_bytes(released, suffix, today=today, tr=tr)


def _said(name: str) -> str:
    return tr("Saved {name}", name=name)
