"""The small sample's goals, with all that hangs on them and was changed in them."""

from uuid import UUID

from mentordesk.domain.enums import ItemKind, Visibility
from mentordesk.models import Checkpoint, Goal, Milestone, Note, Share
from mentordesk.services.sample_story import Cast, Told, read_story


def tell_goals(cast: Cast) -> None:
    """Add every goal of those who take part."""
    for told in read_story("goals"):
        if cast.knows(told):
            _tell_goal(cast, told)


def _tell_goal(cast: Cast, told: Told) -> None:
    shared = [key for key in told.get("shared", ()) if key in cast.relationships]
    visibility = Visibility.SHARED if shared else Visibility.PRIVATE
    if told.get("passable"):
        visibility = Visibility.PASSABLE
    step = cast.book.step("Add goal", cast.days.moment(told["added"]))
    goal = step.add(
        Goal,
        owner_id=cast.person(told.get("owner")),
        relationship_id=cast.relationships.get(told.get("relationship", "")),
        visibility=visibility,
        position=cast.position(Goal),
        **cast.values(Goal, told),
    )
    cast.goals[told["key"]] = goal
    for key in shared:
        step.add(
            Share, item_kind=ItemKind.GOAL, item_id=goal, relationship_id=cast.relationships[key]
        )
    for milestone in told.get("milestones", ()):
        _tell_milestone(cast, goal, visibility, told["added"], milestone)
    for checkpoint in told.get("checkpoints", ()):
        if checkpoint["by"] in cast.people:
            cast.book.step("Add checkpoint", cast.days.moment(checkpoint["day"])).add(
                Checkpoint,
                goal_id=goal,
                person_id=cast.people[checkpoint["by"]],
                **cast.values(Checkpoint, checkpoint),
            )
    if text := told.get("note"):
        step = cast.book.step("Edit notes", cast.days.moment(told["added"]))
        step.add(Note, goal_id=goal, text="\n".join(text))
    for edit in told.get("edits", ()):
        step = cast.book.step(edit["label"], cast.days.moment(edit["on"]), edit.get("reason", ""))
        step.change(Goal, goal, **cast.values(Goal, edit["set"]))


def _tell_milestone(cast: Cast, goal: UUID, visibility: Visibility, added: str, told: Told) -> None:
    made = {name: value for name, value in told.items() if name != "done"}
    item = cast.book.step("Add milestone", cast.days.moment(added)).add(
        Milestone,
        goal_id=goal,
        visibility=visibility,
        position=cast.position(goal),
        **cast.values(Milestone, made),
    )
    if key := told.get("key"):
        cast.milestones[key] = item
    for move in told.get("moves", ()):
        step = cast.book.step("Move milestone", cast.days.moment(move["on"]), move["reason"])
        step.change(Milestone, item, due=cast.days.day(move["to"]))
    if done := told.get("done"):
        step = cast.book.step("Reach milestone", cast.days.moment(done))
        step.change(Milestone, item, done=cast.days.day(done))
