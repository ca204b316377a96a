import pytest
from PySide6.QtWidgets import QLabel

from mentordesk.ui.actions import ActionTable
from mentordesk.ui.context import Place
from mentordesk.ui.pages.plan.page import PlanPage
from mentordesk.ui.pages.plan.tree_items import Kind
from mentordesk.ui.pages.plan.views import OtherViews


@pytest.fixture
def made():
    return []


@pytest.fixture
def actions(theme):
    return ActionTable(theme)


@pytest.fixture
def printed():
    """How often the plan was to be printed or saved."""
    return []


@pytest.fixture
def page(qtbot, context, scene, actions, made, printed):
    def progress():
        made.append(QLabel("how far"))
        return made[-1]

    others = OtherViews(timeline=lambda _show: QLabel("over time"), progress=progress)
    page = PlanPage(context, actions, others, printing=lambda: printed.append(1))
    actions.setParent(page)
    qtbot.addWidget(page)
    page.show()
    return page


def test_progress_is_made_when_it_is_first_looked_at(page, made):
    assert made == []
    page.views.switch.setCurrentIndex(2)
    page.views.switch.setCurrentIndex(0)
    page.views.switch.setCurrentIndex(2)
    assert len(made) == 1
    assert made[0].isVisible()


def test_the_plan_can_be_printed(page, printed):
    page.print_button.click()
    assert printed == [1]


def test_a_place_names_the_view_and_the_goal(page, scene, made):
    page.show_place(Place("plan", scene.course, "list"))
    assert page.views.plan.tree.current_goal() == scene.course
    page.show_place(Place("plan", view="progress"))
    assert made[0].isVisible()
    assert page.first_focus() is page.views.switch


def test_a_menu_offers_what_fits_the_line(page, actions, scene):
    page.views.plan.tree.choose((Kind.MILESTONE, scene.pilot))
    actions.refresh()
    assert actions.action("plan.move_date").isEnabled()
    assert not actions.action("plan.park").isEnabled()
    page.views.plan.tree.choose((Kind.GOAL, scene.paper))
    actions.refresh()
    assert not actions.action("plan.move_date").isEnabled()
    assert actions.action("plan.park").isEnabled()
    assert not actions.action("plan.up").isEnabled()
    assert actions.action("plan.down").isEnabled()


def test_the_page_is_called_my_plan(page):
    assert page.title() == "My plan"
