from functools import partial
from uuid import uuid4

from pytestqt.qtbot import QtBot

from mentordesk.ui.curtain import Curtain

ONE, OTHER = uuid4(), uuid4()


def test_nothing_is_hidden_until_the_curtain_is_drawn() -> None:
    curtain = Curtain()
    assert curtain.only is None
    assert not curtain.hides(ONE)
    assert not curtain.hides(None)


def test_a_drawn_curtain_hides_everyone_else_and_what_is_my_own() -> None:
    curtain = Curtain()
    curtain.show_only(ONE)
    assert curtain.only == ONE
    assert not curtain.hides(ONE)
    assert curtain.hides(OTHER)
    assert curtain.hides(None)


def test_lifting_it_shows_everyone_again() -> None:
    curtain = Curtain()
    curtain.show_only(ONE)
    curtain.lift()
    assert curtain.only is None
    assert not curtain.hides(OTHER)


def test_it_says_so_once_for_each_change(qtbot: QtBot) -> None:
    curtain = Curtain()
    heard: list[int] = []
    curtain.changed.connect(partial(heard.append, 1))
    curtain.show_only(ONE)
    curtain.show_only(ONE)
    curtain.show_only(OTHER)
    curtain.lift()
    curtain.lift()
    assert len(heard) == 3
