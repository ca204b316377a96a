"""The exit log: what has been sent out, when, and to whom."""

from collections.abc import Mapping

from sqlalchemy import select

from mentordesk.domain.enums import ItemKind
from mentordesk.domain.exits import ExitKind, ExitRow
from mentordesk.domain.release import AudienceKind, Releasable, Released
from mentordesk.models import Exit
from mentordesk.services.base import Service
from mentordesk.services.naming import relationship_names


class Exits(Service):
    """Use cases of "What I have sent out"."""

    def record(self, released: Released[Releasable], what: ExitKind) -> None:
        """Write down that something went out: a line for each kind of item, without text.

        A file that is open for reading only keeps no log.
        """
        if self._store.read_only:
            return
        audience = released.audience
        with self._store.noting() as session:
            for kind, count in _counts(released).items():
                session.add(
                    Exit(
                        at=self._store.clock(),
                        what=what.value,
                        audience=audience.kind.value,
                        relationship_id=audience.relationship,
                        item_kind=kind,
                        count=count,
                        stayed=released.stays.get(kind, 0),
                        private=released.private_of(kind),
                    )
                )

    def log(self, limit: int = 500) -> list[ExitRow]:
        """Return what has been sent out, newest first."""
        with self._store.reading() as session:
            names = relationship_names(session)
            rows = session.scalars(select(Exit).order_by(Exit.id.desc()).limit(limit))
            return [
                ExitRow(
                    id=row.id,
                    at=row.at,
                    what=ExitKind(row.what),
                    audience=AudienceKind(row.audience),
                    relationship=row.relationship_id,
                    name=names[row.relationship_id].name if row.relationship_id in names else "",
                    item_kind=row.item_kind,
                    count=row.count,
                    stayed=row.stayed,
                    private=row.private,
                )
                for row in rows
            ]


def _counts(released: Released[Releasable]) -> Mapping[ItemKind, int]:
    kinds = sorted({*released.goes, *released.stays}, key=list(ItemKind).index)
    return {kind: released.goes.get(kind, 0) for kind in kinds}
