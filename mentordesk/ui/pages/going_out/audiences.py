"""For whom something can go out."""

from uuid import UUID

from mentordesk.domain.release import MYSELF, Audience, AudienceKind
from mentordesk.ui.context import Context
from mentordesk.ui.words import tr


def audiences(
    context: Context, relationship: UUID | None = None, *, mine: str = ""
) -> list[tuple[Audience, str]]:
    """Return me, then the relationship it is about, or all of them where it is about none.

    Args:
        context: the open desk.
        relationship: the one that it is about.
        mine: what my own copy is called here.
    """
    entries = context.relationships()
    return [
        (MYSELF, mine or tr("My own copy")),
        *(
            (Audience(AudienceKind.RELATIONSHIP, entry.id), entry.name)
            for entry in entries
            if relationship is None or entry.id == relationship
        ),
    ]
