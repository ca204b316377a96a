from mentordesk.ui.context import Place
from mentordesk.ui.shell.navigation import History

TODAY, PLAN, MEETINGS = Place("today"), Place("plan"), Place("meetings")


def visited(*places: Place) -> History:
    history = History()
    for place in places:
        history.visit(place)
    return history


def test_a_new_history_is_nowhere():
    assert History().here is None
    assert not History().can_go_back


def test_back_and_forward_walk_the_visits():
    history = visited(TODAY, PLAN, MEETINGS)
    assert [history.back(), history.back(), history.back()] == [PLAN, TODAY, None]
    assert [history.forward(), history.forward(), history.forward()] == [PLAN, MEETINGS, None]


def test_a_visit_forgets_what_lay_forward():
    history = visited(TODAY, PLAN)
    history.back()
    history.visit(MEETINGS)
    assert not history.can_go_forward
    assert history.back() == TODAY


def test_the_same_place_twice_is_one_visit():
    assert not visited(TODAY, TODAY).can_go_back
