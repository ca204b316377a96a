"""The fields of a person and of a relationship: as rows of a form, and back as drafts."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from datetime import date
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

from mentordesk.domain.enums import Origin, Phase, RelationshipKind, Role, Scope, Stage
from mentordesk.domain.people import RHYTHMS, PersonDraft, RelationshipDraft
from mentordesk.domain.wall_time import zone_names
from mentordesk.ui.labels import label, rhythm
from mentordesk.ui.widgets.forms import Form
from mentordesk.ui.words import tr

Values = Mapping[str, object]
T = TypeVar("T")

PERSON_MORE = (
    "email",
    "organisation",
    "time_zone",
    "how_we_met",
    "expertise",
    "time_limits",
    "remember",
)
"""What a person's form asks for when they are added."""

PERSON_REST = ("pronouns", "phone", "job")
"""What only the form to edit a person asks for besides."""


def add_person_fields(form: Form, *keys: str) -> None:
    """Add rows for some fields of a person."""
    for key in keys:
        _PERSON_ROWS[key](form)


def add_role(form: Form, words: str) -> None:
    """Add the choice of my own part."""
    form.add_choice(
        "role",
        words,
        [
            (Role.MENTEE, tr("mentee (I learn from them)")),
            (Role.MENTOR, tr("mentor (they learn from me)")),
            (Role.PEER, tr("peer (we learn from each other)")),
        ],
    )


def add_rhythm(form: Form, present: int | None = None) -> None:
    """Add the choice of how often to be in touch; one of its own stays offered."""
    days = sorted({*RHYTHMS, *(() if present is None else (present,))})
    options: list[tuple[object, str]] = [(None, tr("Not said yet"))]
    options += [(wish, rhythm(wish)) for wish in days]
    hint = tr("Today reminds you when a silence grows much longer than this.")
    form.add_choice("rhythm_days", tr("How often in touch"), options, hint)


def add_stage(form: Form) -> None:
    """Add the choice of how far it has come; the archive is a command of its own."""
    stages = [stage for stage in Stage if stage is not Stage.CLOSED]
    form.add_choice("stage", tr("Stage"), [(stage, label(stage)) for stage in stages])


def add_phase(form: Form) -> None:
    """Add the choice of the phase."""
    hint = tr("Phases may be taken in any direction; later ones allow longer silences.")
    form.add_choice("phase", tr("Phase"), [(phase, label(phase)) for phase in Phase], hint)


def add_kind(form: Form) -> None:
    """Add the choice between two people and a group."""
    form.add_choice("kind", tr("Kind"), [(kind, label(kind)) for kind in RelationshipKind])


def add_origin(form: Form) -> None:
    """Add the choice of how it came about."""
    options = [(origin, label(origin)) for origin in Origin]
    form.add_choice("origin", tr("How it came about"), options)


def add_scope(form: Form) -> None:
    """Add the choice of how wide the topics are."""
    form.add_choice("scope", tr("Topics"), [(scope, label(scope)) for scope in Scope])


def add_purpose(form: Form) -> None:
    """Add what it is for."""
    form.add_lines("purpose", tr("What it is for"), lines=2)


def add_evaluates(form: Form) -> None:
    """Add whether they judge me elsewhere."""
    hint = tr("A reminder to think twice about what you share.")
    form.add_check("evaluates_me", tr("Has a say in my evaluation"), hint)


def add_members(form: Form) -> None:
    """Add the title and the people of a group."""
    form.add_text("title", tr("Name of the group"), optional=False)
    hint = tr("One name a line. People you know already are found by their name.")
    form.add_lines("members", tr("People in it"), hint, lines=4)


def person_draft(values: Values, base: PersonDraft | None = None) -> PersonDraft:
    """Return what a form says about a person; fields without a row stay as in ``base``."""
    known = asdict(base or PersonDraft(name=""))
    return PersonDraft(**{key: str(values.get(key, was)) for key, was in known.items()})


def relationship_draft(values: Values, base: RelationshipDraft) -> RelationshipDraft:
    """Return what a form says about a relationship; fields without a row stay as in ``base``."""
    days = values.get("rhythm_days", base.rhythm_days)
    return replace(
        base,
        role=_as(Role, values.get("role"), base.role),
        title=str(values.get("title", base.title)),
        kind=_as(RelationshipKind, values.get("kind"), base.kind),
        origin=_as(Origin, values.get("origin"), base.origin),
        stage=_as(Stage, values.get("stage"), base.stage),
        phase=_as(Phase, values.get("phase"), base.phase),
        scope=_as(Scope, values.get("scope"), base.scope),
        rhythm_days=days if isinstance(days, int) else None,
        purpose=str(values.get("purpose", base.purpose)),
        evaluates_me=bool(values.get("evaluates_me", base.evaluates_me)),
        started_on=_day(values, "started_on", base.started_on),
        planned_end=_day(values, "planned_end", base.planned_end),
    )


def relationship_values(draft: RelationshipDraft) -> dict[str, object]:
    """Return a relationship's fields as a form loads them."""
    return dict(vars(draft))


def beside_members(problems: Mapping[str, str]) -> dict[str, str]:
    """Return problems with those of people beside the one field that names them all."""
    return {_GROUP_ROWS.get(key, key): sentence for key, sentence in problems.items()}


def _as(kind: type[T], value: object, otherwise: T) -> T:
    return value if isinstance(value, kind) else otherwise


def _day(values: Values, key: str, otherwise: date | None) -> date | None:
    if key not in values:
        return otherwise
    value = values[key]
    return value if isinstance(value, date) else None


def _time_zone(form: Form) -> None:
    form.add_text("time_zone", tr("Time zone"), placeholder="Europe/Berlin")
    line = form.row("time_zone").field.widget
    if isinstance(line, QLineEdit):
        completer = QCompleter(list(zone_names()), line)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        line.setCompleter(completer)


def _remember(form: Form) -> None:
    hint = tr("Only you see this.")
    form.add_lines("remember", tr("Worth remembering"), hint, lines=2)


_GROUP_ROWS = {"name": "members", "people": "members"}

_PERSON_ROWS: dict[str, Callable[[Form], None]] = {
    "name": lambda form: form.add_text("name", tr("Name"), optional=False),
    "pronouns": lambda form: form.add_text("pronouns", tr("Pronouns")),
    "email": lambda form: form.add_text("email", tr("E-mail"), placeholder="name@example.org"),
    "phone": lambda form: form.add_text("phone", tr("Phone")),
    "organisation": lambda form: form.add_text("organisation", tr("Organisation")),
    "job": lambda form: form.add_text("job", tr("Position")),
    "time_zone": _time_zone,
    "how_we_met": lambda form: form.add_lines("how_we_met", tr("How we met"), lines=2),
    "expertise": lambda form: form.add_lines("expertise", tr("What they know well"), lines=2),
    "time_limits": lambda form: form.add_lines("time_limits", tr("Limits on their time"), lines=2),
    "remember": _remember,
}
