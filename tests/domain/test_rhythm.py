"""How long a silence may be: a rhythm stretches, seasons change it, and some are no alarm."""

from datetime import date, timedelta

import pytest

from mentordesk.domain.enums import Phase, Stage
from mentordesk.domain.rhythm import is_silent, longest_gap

TODAY = date(2026, 11, 24)


def ago(days):
    return TODAY - timedelta(days=days)


@pytest.mark.parametrize(("rhythm", "gap"), [(1, 1), (7, 10), (14, 20), (30, 42), (91, 127)])
def test_practice_15_a_rhythm_may_stretch_by_two_fifths(rhythm, gap):
    assert longest_gap(rhythm) == gap


@pytest.mark.parametrize(
    ("phase", "gap"),
    [
        (Phase.INITIATION, 42),
        (Phase.CULTIVATION, 42),
        (Phase.SEPARATION, 60),
        (Phase.REDEFINITION, None),
    ],
)
def test_practice_24_a_later_season_takes_longer_silences(phase, gap):
    assert longest_gap(30, phase) == gap


@pytest.mark.parametrize("phase", [Phase.INITIATION, Phase.CULTIVATION])
def test_silence_begins_on_the_day_after_the_longest_gap(phase):
    assert not is_silent(ago(42), 30, TODAY, phase=phase)
    assert is_silent(ago(43), 30, TODAY, phase=phase)


def test_practice_24_silence_in_a_late_season_is_no_signal():
    assert not is_silent(ago(60), 30, TODAY, phase=Phase.SEPARATION)
    assert is_silent(ago(61), 30, TODAY, phase=Phase.SEPARATION)
    assert not is_silent(ago(3000), 30, TODAY, phase=Phase.REDEFINITION)


def test_nobody_is_reminded_without_a_rhythm():
    assert not is_silent(ago(3000), None, TODAY)


@pytest.mark.parametrize("stage", Stage)
def test_only_a_live_relationship_can_be_silent(stage):
    live = stage in (Stage.EXPLORING, Stage.ACTIVE)
    assert is_silent(ago(300), 30, TODAY, stage=stage) is live


def test_no_word_before_the_day_it_was_given_time_until():
    assert not is_silent(ago(300), 30, TODAY, quiet_until=TODAY + timedelta(days=1))
    assert is_silent(ago(300), 30, TODAY, quiet_until=TODAY)


def test_without_a_contact_the_beginning_counts():
    assert is_silent(None, 30, TODAY, since=ago(43))
    assert not is_silent(None, 30, TODAY, since=ago(42))


def test_a_contact_counts_before_the_beginning():
    assert not is_silent(ago(10), 30, TODAY, since=ago(300))


def test_without_contact_or_beginning_there_is_nothing_to_count_from():
    assert not is_silent(None, 30, TODAY)


def test_a_contact_noted_for_later_is_no_silence():
    assert not is_silent(TODAY + timedelta(days=3), 30, TODAY)
