"""Change a relationship, give it time, put it into the archive."""

from dataclasses import replace
from datetime import date, time

import pytest
from PySide6.QtWidgets import QCheckBox, QLabel

from mentordesk.domain.enums import Phase, RelationshipKind, Role, Stage
from mentordesk.domain.goals import ActionDraft
from mentordesk.domain.meetings import MeetingDraft
from mentordesk.domain.people import RelationshipDraft, Section

TODAY = date(2026, 11, 24)


def fill(dialog, **values):
    dialog.form.load(values)
    dialog.form.edited.emit()
    dialog.submit()


def test_phase_rhythm_and_purpose_are_changed_in_one_step(desk, steps, dialog, wei, said):
    steps.edit_relationship(wei)
    fill(dialog(), phase=Phase.SEPARATION, rhythm_days=91, purpose="Thesis")
    head = desk.relationships.header(wei)
    assert (head.draft.phase, head.draft.rhythm_days, head.draft.purpose) == (
        Phase.SEPARATION,
        91,
        "Thesis",
    )
    assert head.phase_since == TODAY
    desk.undo(only=said[0][1])
    assert desk.relationships.header(wei).draft.phase is Phase.INITIATION


def test_saving_without_a_change_changes_nothing(desk, steps, dialog, wei, said):
    before = desk.undo_step()
    steps.edit_relationship(wei)
    dialog().submit()
    assert (desk.undo_step(), said) == (before, [])


def test_a_rhythm_of_ones_own_is_kept(desk, steps, dialog, wei):
    draft = desk.relationships.header(wei).draft
    desk.relationships.edit(wei, replace(draft, rhythm_days=10), TODAY)
    steps.edit_relationship(wei)
    fill(dialog(), purpose="Thesis")
    assert desk.relationships.header(wei).draft.rhythm_days == 10


def test_two_become_a_group(desk, steps, dialog, wei):
    steps.edit_relationship(wei)
    fill(dialog(), kind=RelationshipKind.GROUP, title="Writers", members="Wei Lin, Noor, Jo Meyer")
    head = desk.relationships.header(wei)
    assert (head.name, len(head.people)) == ("Writers", 3)


def test_a_group_of_several_can_not_become_two(desk, steps, dialog, wei):
    steps.edit_relationship(wei)
    fill(dialog(), kind=RelationshipKind.GROUP, title="Writers", members="Wei Lin, Noor")
    steps.edit_relationship(wei)
    fill(dialog(), kind=RelationshipKind.ONE_TO_ONE)
    assert dialog().form.row("kind").problem()
    assert desk.relationships.header(wei).draft.kind is RelationshipKind.GROUP


def test_the_end_lies_behind_the_start(desk, steps, dialog, wei):
    steps.edit_relationship(wei)
    fill(dialog(), started_on=TODAY, planned_end=date(2026, 11, 1))
    assert dialog().form.row("planned_end").problem()
    assert dialog().form.row("planned_end").isVisible()


def test_the_archive_is_no_stage_to_choose(desk, steps, dialog, wei):
    steps.edit_relationship(wei)
    options = [dialog().form.row("stage").field.widget.itemText(n) for n in range(5)]
    assert options == ["Looking", "Asked", "Trying it out", "Under way", "Paused"]
    dialog().reject()
    desk.relationships.archive(wei, TODAY, ())
    steps.edit_relationship(wei)
    assert "stage" not in dialog().form.values()
    fill(dialog(), purpose="Then")
    assert desk.relationships.header(wei).section is Section.ARCHIVE


def test_a_search_is_edited_by_its_line(desk, steps, dialog):
    search = desk.relationships.add(
        RelationshipDraft(role=Role.MENTEE, title="Grants", stage=Stage.PROSPECT)
    )
    steps.edit_relationship(search)
    fill(dialog(), title="Grant writing", stage=Stage.APPROACHED)
    head = desk.relationships.header(search)
    assert (head.name, head.draft.stage) == ("Grant writing", Stage.APPROACHED)


def test_time_is_given_and_ended(desk, steps, dialog, wei):
    steps.give_time(wei)
    fill(dialog(), day=date(2027, 1, 12))
    assert desk.relationships.header(wei).quiet_until == date(2027, 1, 12)
    steps.give_time(wei)
    assert dialog().form.values()["day"] == date(2027, 1, 12)
    fill(dialog(), day=None)
    assert desk.relationships.header(wei).quiet_until is None


def test_no_time_is_given_until_yesterday(desk, steps, dialog, wei):
    steps.give_time(wei)
    fill(dialog(), day=date(2026, 11, 23))
    assert dialog().form.row("day").problem()


@pytest.fixture
def open_things(desk, wei):
    """A meeting ahead and two promises."""
    draft = MeetingDraft(
        relationship=wei, day=date(2026, 12, 3), time=time(10), zone="Europe/Berlin"
    )
    meeting = desk.meetings.plan(draft)
    return meeting, *(
        desk.goals.add_action(ActionDraft(title=title, relationship=wei), TODAY)
        for title in ("R&D draft", "x" * 300)
    )


def texts(dialog):
    labels = [label.text() for label in dialog.findChildren(QLabel)]
    return labels + [box.text() for box in dialog.findChildren(QCheckBox)]


def test_the_archive_says_what_will_happen(steps, dialog, wei, open_things):
    steps.archive(wei)
    assert "Put Wei Lin into the archive" in texts(dialog())
    explained = next(text for text in texts(dialog()) if text.startswith("Nothing is deleted"))
    assert "One meeting that lies ahead will be cancelled." in explained
    assert "R&&D draft (me)" in texts(dialog())


def test_ticked_promises_stay_and_the_meetings_can_be_cancelled_elsewhere(
    desk, steps, dialog, wei, open_things, saved, said
):
    meeting, kept, _ = open_things
    steps.archive(wei)
    fill(dialog(), **{kept.hex: True})
    assert [promise.id for promise in desk.relationships.open_promises(wei)] == [kept]
    assert saved == [[meeting]]
    ((words, change),) = said
    assert words == "Wei Lin is in the archive."
    desk.undo(only=change)
    assert desk.relationships.header(wei).section is Section.MENTEES
    assert len(desk.relationships.open_promises(wei)) == 2


def test_the_calendar_file_can_be_left(steps, dialog, wei, open_things, saved):
    steps.archive(wei)
    fill(dialog(), calendar=False)
    assert saved == []


def test_with_nothing_open_the_archive_asks_nothing(desk, steps, dialog, wei, saved):
    steps.archive(wei)
    assert dialog().form.values() == {}
    dialog().submit()
    assert desk.relationships.header(wei).section is Section.ARCHIVE
    assert saved == []


def test_cancelling_the_form_changes_nothing(desk, steps, dialog, wei, open_things):
    before = desk.undo_step()
    steps.archive(wei)
    dialog().reject()
    assert desk.undo_step() == before


def test_out_of_the_archive_with_a_notice(desk, steps, wei, said):
    desk.relationships.archive(wei, TODAY, ())
    steps.reopen(wei)
    assert desk.relationships.header(wei).section is Section.MENTEES
    assert said[0][0] == "Taken out of the archive."
