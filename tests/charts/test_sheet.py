import pytest

from mentordesk.charts.palette import PRINT
from mentordesk.charts.sheet import SMALLEST, Box, Sheet, first_free

ROOM = Box(0, 0, 10, 10)


def test_the_first_place_that_is_free_is_taken() -> None:
    tries = [Box(1, 1, 3, 2), Box(4, 1, 6, 2), Box(7, 1, 9, 2)]
    assert first_free(tries, [Box(2, 0, 2.5, 10)], ROOM) == tries[1]


def test_places_outside_the_room_do_not_count() -> None:
    tries = [Box(9, 1, 11, 2), Box(-1, 1, 1, 2), Box(4, 1, 6, 2)]
    assert first_free(tries, [], ROOM) == tries[2]


def test_where_none_is_free_the_least_crowded_is_taken() -> None:
    tries = [Box(1, 1, 3, 2), Box(4, 1, 6, 2)]
    taken = [Box(0, 0, 2, 10), Box(2, 0, 3, 10), Box(5, 0, 6, 10)]
    assert first_free(tries, taken, ROOM) == tries[1]


def test_where_none_is_inside_the_first_is_moved_in() -> None:
    assert first_free([Box(9, -1, 11, 1)], [], ROOM) == Box(8, 0, 10, 2)


def test_boxes_that_touch_do_not_meet() -> None:
    assert not Box(0, 0, 1, 1).meets(Box(1, 0, 2, 1))
    assert Box(0, 0, 1.1, 1).meets(Box(1, 0, 2, 1))


@pytest.fixture
def sheet() -> Sheet:
    return Sheet(PRINT, (6, 3), 96)


def test_a_title_is_cut_to_its_width(sheet: Sheet) -> None:
    cut = sheet.elide("A rather long title of a goal", 1.0)
    assert cut.endswith("…")
    assert sheet.text_width(cut) <= 1.0
    assert sheet.elide("Short", 1.0) == "Short"


def test_text_is_wrapped_between_words(sheet: Sheet) -> None:
    lines = sheet.wrap("one two three four five six seven", 0.9)
    assert len(lines) > 1
    assert " ".join(lines) == "one two three four five six seven"
    assert all(sheet.text_width(line) <= 0.9 for line in lines)


def test_a_caption_takes_the_room_of_its_lines(sheet: Sheet) -> None:
    assert sheet.write_caption("", 0.1) == 0
    one = sheet.write_caption("short", 0.1)
    assert sheet.write_caption("words " * 40, 0.1) > one


def test_a_sheet_is_never_too_small_for_its_words() -> None:
    sheet = Sheet(PRINT, (0, 0), 96)
    assert (sheet.width, sheet.height) == SMALLEST
