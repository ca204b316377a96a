from datetime import UTC, datetime

import pytest

from mentordesk.domain.errors import WrongKeyError
from mentordesk.domain.passphrases import Strength
from mentordesk.domain.recovery_sheet import RecoverySheetError
from mentordesk.services.desk import Desk
from mentordesk.services.protecting import (
    Answer,
    check_present,
    is_encrypted,
    judged,
    set_passphrase,
    unlocking_key,
)

NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)
PASSPHRASE = "four calm green herons"


@pytest.fixture
def protected(tmp_path, clock):
    """Return a closed file with a passphrase, and its key."""
    path = tmp_path / "desk.mentordesk"
    Desk.create(path, clock).close()
    key, _ = set_passphrase(path, None, PASSPHRASE, NOW)
    return path, key


@pytest.mark.slow
def test_passphrase_opens_the_file(protected, clock):
    path, _ = protected
    Desk.open(path, clock, key=unlocking_key(path, Answer(passphrase=PASSPHRASE))).close()


@pytest.mark.slow
def test_passphrase_can_be_taken_away_again(protected, clock):
    path, key = protected
    set_passphrase(path, key, None, NOW)
    assert not is_encrypted(path)
    Desk.open(path, clock).close()


@pytest.mark.slow
def test_recovery_sheet_opens_the_file(protected, clock):
    path, key = protected
    desk = Desk.open(path, clock, key=key)
    letters = desk.recovery_letters()
    desk.close()
    Desk.open(path, clock, key=unlocking_key(path, Answer(sheet=letters))).close()


@pytest.mark.slow
def test_old_sheet_opens_nothing_after_a_change(protected, clock):
    path, key = protected
    desk = Desk.open(path, clock, key=key)
    letters = desk.recovery_letters()
    desk.close()
    set_passphrase(path, key, "another row of words", NOW)
    with pytest.raises(WrongKeyError):
        Desk.open(path, clock, key=unlocking_key(path, Answer(sheet=letters)))


@pytest.mark.slow
def test_present_passphrase_is_known_by_its_key(protected):
    path, key = protected
    check_present(path, key, PASSPHRASE)
    with pytest.raises(WrongKeyError):
        check_present(path, key, "four calm green heron")


def test_slip_on_the_sheet_is_named_before_anything_is_tried(tmp_path):
    with pytest.raises(RecoverySheetError):
        unlocking_key(tmp_path / "none.mentordesk", Answer(sheet="ABCD"))


@pytest.mark.parametrize("passphrase", ["", "password", "12345678", "qwertyuiop"])
def test_what_everybody_takes_is_weak(passphrase):
    assert judged(passphrase).strength is Strength.WEAK


def test_several_words_are_strong():
    assert judged("orbit velvet canyon mustard lantern").strength is Strength.STRONG


def test_own_name_counts_for_little():
    assert judged("tomasrivera", ["tomasrivera"]).strength is Strength.WEAK


def test_the_same_over_and_over_is_weak_however_long():
    assert judged("x7!q" * 500).strength is Strength.WEAK
