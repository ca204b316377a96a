from enum import StrEnum

import pytest

from mentordesk.domain import enums
from mentordesk.domain.exits import ExitKind
from mentordesk.domain.people import RHYTHMS, Section
from mentordesk.ui.labels import counted, label, rhythm

_INSIDE_ONLY = {enums.ChangeKind, enums.Operation, enums.ItemKind}
SHOWN = [
    kind
    for kind in vars(enums).values()
    if isinstance(kind, type) and issubclass(kind, StrEnum) and kind is not StrEnum
    if kind not in _INSIDE_ONLY
] + [ExitKind, Section]


@pytest.mark.parametrize("value", [value for kind in SHOWN for value in kind])
def test_every_word_of_the_field_has_a_label(value):
    assert label(value)


@pytest.mark.parametrize("kind", enums.ItemKind)
def test_every_kind_can_be_counted(kind):
    assert counted(kind, 1).startswith("1 ")
    assert counted(kind, 2).startswith("2 ")


def test_rhythms_to_choose_from_have_names():
    assert all("days" not in rhythm(days) for days in RHYTHMS)


def test_another_rhythm_is_said_in_days():
    assert rhythm(10) == "Every 10 days"
    assert rhythm(None) == "No rhythm yet"


def test_words_written_alike_keep_their_own_labels():
    assert label(enums.Role.PEER) == "Peer"
    assert label(enums.RelationshipKind.PEER) == "Peers"
