"""Contacts beside the wished rhythm: practices 15 and 24."""

from datetime import date, timedelta
from uuid import UUID

from mentordesk.domain.contact_record import (
    ContactFact,
    ContactRecord,
    RecordFact,
    RhythmFact,
    Wish,
    contact_records,
)
from mentordesk.domain.contact_said import (
    contact_label,
    contacts_sentence,
    contacts_table,
    row_label,
)
from mentordesk.domain.enums import ItemKind, Phase

TODAY = date(2026, 11, 24)
WEI, SARA = UUID(int=1), UUID(int=2)
MONTHLY = (Wish(date.min, 30),)


def talked(ago: int, who: UUID = WEI, kind: ItemKind = ItemKind.MEETING) -> ContactFact:
    return ContactFact(UUID(int=100 + ago), who, TODAY - timedelta(ago), kind)


def record(*facts: RecordFact, wishes: tuple[Wish, ...] = MONTHLY) -> ContactRecord:
    (one,) = contact_records([RhythmFact(WEI, "Wei Lin", wishes), *facts], TODAY)
    return one


def test_practice_15_a_rhythm_kept_or_stretched_is_visible() -> None:
    days = record(talked(9), talked(39), talked(99)).days
    assert [(day.gap, day.fits) for day in days] == [(None, True), (60, False), (30, True)]


def test_practice_24_a_late_season_allows_longer_silences() -> None:
    late = record(talked(9), talked(64), wishes=(Wish(date.min, 30, Phase.SEPARATION),))
    assert late.days[1].gap == 55
    assert late.days[1].fits


def test_practice_24_staying_in_touch_has_no_longest_silence() -> None:
    free = record(talked(700), wishes=(Wish(date.min, 30, Phase.REDEFINITION),))
    assert (free.wish.longest, free.fits) == (None, None)
    assert "Any time fits." in contacts_sentence([free], TODAY)


def test_each_contact_stands_against_the_wish_of_its_day() -> None:
    since = TODAY - timedelta(50)
    one = record(talked(9), talked(60), talked(80), wishes=(Wish(date.min, 14), Wish(since, 60)))
    assert [day.wish.rhythm_days for day in one.days] == [14, 14, 60]
    assert [day.fits for day in one.days] == [True, True, True]


def test_two_contacts_on_a_day_are_one_day() -> None:
    one = record(talked(9), ContactFact(UUID(int=7), WEI, TODAY - timedelta(9), ItemKind.CONTACT))
    assert [(day.meetings, day.others) for day in one.days] == [(1, 1)]


def test_what_lies_ahead_is_no_contact() -> None:
    assert record(talked(-3)).days == ()


def test_people_stand_by_name_and_never_by_how_often_they_talk() -> None:
    facts = [RhythmFact(WEI, "Wei Lin"), RhythmFact(SARA, "Sara Haddad"), talked(1), talked(2)]
    assert [one.name for one in contact_records(facts, TODAY)] == ["Sara Haddad", "Wei Lin"]


def test_a_name_that_was_kept_back_is_not_said() -> None:
    (one,) = contact_records([talked(9)], TODAY)
    assert row_label(one) == "Meetings: 1 meeting; talked 9 days ago"


def test_the_sentence_says_facts_without_blame() -> None:
    said = contacts_sentence([record(talked(44), talked(104), talked(134))], TODAY)
    assert said == (
        "In the last 12 months: 3 meetings. Usually 60 days apart. "
        "Wished: every 30 days. Last talked 44 days ago."
    )


def test_several_relationships_are_counted_together() -> None:
    facts = [
        RhythmFact(WEI, "Wei Lin", MONTHLY),
        RhythmFact(SARA, "Sara Haddad", MONTHLY),
        talked(9),
        talked(90, SARA, ItemKind.CONTACT),
    ]
    records = contact_records(facts, TODAY)
    assert contacts_sentence(records, TODAY) == (
        "2 relationships. In the last 12 months: 1 meeting and 1 other contact. "
        "1 of 2 with a rhythm talked within it."
    )
    assert [row[0] for row in contacts_table(records, TODAY).rows] == ["Sara Haddad", "Wei Lin"]


def test_the_table_of_one_relationship_has_a_row_for_each_day() -> None:
    table = contacts_table([record(talked(9), talked(39))], TODAY)
    assert table.rows[1] == ("15 Nov 2026", "meeting", "30", "30", "42")


def test_a_mark_says_how_long_the_silence_before_it_was() -> None:
    said = contact_label(record(talked(9), talked(39)).days[1])
    assert said == "15 Nov 2026: meeting, 30 days after the one before"
