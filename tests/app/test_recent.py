"""Recent files: their places alone, newest first, cleared by the person."""

from mentordesk.app.recent import recent_menu
from mentordesk.app.settings import MOST_RECENT, Settings
from mentordesk.domain.people import PersonDraft
from mentordesk.services.desk import Desk
from mentordesk.store.key import Key
from mentordesk.ui.preferences import RECENT_PROTECTED


def make(path, clock, key=None):
    desk = Desk.create(path, clock, key=key)
    desk.people.begin(PersonDraft(name="Ada"))
    desk.close()
    return path


def test_opened_file_is_remembered_over_a_restart(program, tmp_path, clock):
    path = make(tmp_path / "one.mentordesk", clock)
    program.open_path(path)
    assert Settings(tmp_path / "window.ini").recent == [path]


def test_newest_comes_first_and_only_once(settings, tmp_path):
    for name in ("a", "b", "a"):
        settings.remember(tmp_path / name)
    assert [path.name for path in settings.recent] == ["a", "b"]


def test_list_has_an_end(settings, tmp_path):
    for number in range(MOST_RECENT + 5):
        settings.remember(tmp_path / str(number))
    assert len(settings.recent) == MOST_RECENT


def test_example_is_not_remembered(program, settings):
    program.show_sample()
    assert settings.recent == []


def test_file_with_a_passphrase_is_left_out_where_wanted(program, settings, tmp_path, clock):
    key = Key(b"1" * 32)
    path = make(tmp_path / "secret.mentordesk", clock, key)
    settings.preferences.choose(RECENT_PROTECTED, "no")
    program.open_path(path, key=key)
    assert settings.recent == []


def test_person_can_clear_the_list(settings, tmp_path, qtbot, program):
    settings.remember(tmp_path / "a")
    menu = recent_menu(settings, print, program.window)
    menu.actions()[-1].trigger()
    assert settings.recent == []


def test_menu_opens_what_is_chosen(settings, tmp_path, program):
    settings.remember(tmp_path / "a&b")
    opened = []
    recent_menu(settings, opened.append, program.window).actions()[0].trigger()
    assert opened == [tmp_path / "a&b"]
