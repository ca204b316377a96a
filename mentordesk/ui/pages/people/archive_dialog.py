"""Ask what shall become of open promises, then put a relationship into the archive."""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from mentordesk.domain.dates_said import short_date
from mentordesk.domain.people import ArchivePreview, OpenPromise, RelationshipHeader
from mentordesk.domain.text import first_name
from mentordesk.ui.context import Context
from mentordesk.ui.pages.people.fields import Values
from mentordesk.ui.pages.people.opening import opened
from mentordesk.ui.widgets.dialogs import FormDialog
from mentordesk.ui.widgets.forms import Form
from mentordesk.ui.words import plural, tr

SaveCancelled = Callable[[Sequence[UUID]], object]
"""Offers to save a calendar file that cancels these meetings."""

_CALENDAR = "calendar"
_LONGEST = 60


def archive(
    context: Context, relationship: UUID, save_cancelled: SaveCancelled, parent: QWidget
) -> FormDialog:
    """Say what will happen, and ask which promises to keep."""
    head = context.desk.relationships.header(relationship)
    preview = context.desk.relationships.archive_preview(relationship)
    form = Form(context.today())
    for promise in preview.promises:
        form.add_check(promise.id.hex, _keep_words(promise, context))
    if preview.meetings:
        form.add_check(
            _CALENDAR,
            tr("Save a calendar file that cancels the meetings"),
            tr("To open in your own calendar, or to send on."),
        )
        form.load({_CALENDAR: True})
    return opened(
        FormDialog(
            tr("Put {name} into the archive", name=head.name),
            form,
            tr("Put into the archive"),
            partial(_archive, context, head, preview, save_cancelled),
            explanation=explanation(preview),
            parent=parent,
        )
    )


def explanation(preview: ArchivePreview) -> str:
    """Return what archiving does, in a few sentences."""
    parts = [tr("Nothing is deleted, and you can take it out again.")]
    if count := len(preview.meetings):
        parts.append(
            plural(
                count,
                "One meeting that lies ahead will be cancelled.",
                "{count} meetings that lie ahead will be cancelled.",
            )
        )
    if preview.promises:
        parts.append(tr("Open promises are let go; tick those that shall stay open."))
    return " ".join(parts)


def _keep_words(promise: OpenPromise, context: Context) -> str:
    who = tr("me") if promise.is_mine else first_name(promise.owner_name)
    title = promise.title
    if len(title) > _LONGEST:
        title = f"{title[:_LONGEST].rstrip()}…"
    parts = [who]
    if promise.due is not None:
        parts.append(tr("due {when}", when=short_date(promise.due, context.today(), tr)))
    words = tr("{title} ({facts})", title=title, facts=", ".join(parts))
    return words.replace("&", "&&")


def _archive(
    context: Context,
    head: RelationshipHeader,
    preview: ArchivePreview,
    save_cancelled: SaveCancelled,
    values: Values,
) -> dict[str, str]:
    keep = {promise.id for promise in preview.promises if values[promise.id.hex]}
    cancelled: list[UUID] = []

    def put_away() -> None:
        cancelled.extend(context.desk.relationships.archive(head.id, context.today(), keep))

    problems = context.problems(put_away, tr("{name} is in the archive.", name=head.name))
    if cancelled and values.get(_CALENDAR):
        save_cancelled(cancelled)
    return problems
