import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from mentordesk.ui.theme import ThemeChoice
from mentordesk.ui.widgets.buttons import (
    IconButton,
    LinkButton,
    PlainButton,
    PrimaryButton,
    TitleButton,
)
from mentordesk.ui.widgets.cards import Card, Chip, EmptyState, Row, SlimProgress, TwoLines
from mentordesk.ui.widgets.labels import BodyLabel, CapsLabel, ElidedLabel, TitleLabel
from mentordesk.ui.widgets.scroll import PageScroll
from mentordesk.ui.widgets.switch import SwitchLook, ViewSwitch
from mentordesk.ui.widgets.tick_box import TickBox


@pytest.mark.parametrize("kind", [PrimaryButton, PlainButton, LinkButton])
def test_buttons_are_32_high_and_never_a_surprise_default(qtbot, theme, kind):
    button = kind("Prepare", name="Prepare the meeting with Amara Okafor")
    qtbot.addWidget(button)
    assert button.sizeHint().height() == 32
    assert not button.autoDefault()
    assert button.accessibleName() == "Prepare the meeting with Amara Okafor"


def changed_by_focus(qtbot, widget):
    holder = QWidget()
    layout = QVBoxLayout(holder)
    other = PlainButton("Other")
    layout.addWidget(other)
    layout.addWidget(widget)
    qtbot.addWidget(holder)
    holder.show()
    holder.activateWindow()
    other.setFocus(Qt.FocusReason.TabFocusReason)
    before = widget.grab().toImage()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(widget.hasFocus)
    return widget.grab().toImage() != before


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK, ThemeChoice.CONTRAST])
@pytest.mark.parametrize(
    "make",
    [
        lambda: PrimaryButton("Go"),
        lambda: PlainButton("Go"),
        lambda: LinkButton("Go"),
        lambda: IconButton("more", "More"),
        lambda: ViewSwitch(["One", "Two"]),
        lambda: ViewSwitch(["One", "Two"], look=SwitchLook.SEGMENTS),
    ],
)
def test_focus_can_be_seen(qapp, qtbot, theme, choice, make):
    theme.apply(qapp, choice)
    assert changed_by_focus(qtbot, make())


def test_an_icon_button_says_what_it_does(qtbot, theme):
    button = IconButton("trash", "Remove milestone")
    qtbot.addWidget(button)
    assert button.accessibleName() == button.toolTip() == "Remove milestone"
    assert button.sizeHint().height() >= 28


def test_an_icon_follows_the_theme(qapp, qtbot, theme):
    button = IconButton("milestone-done", "Done")
    qtbot.addWidget(button)
    light = button.icon().pixmap(20).toImage()
    theme.apply(qapp, ThemeChoice.DARK)
    assert button.icon().pixmap(20).toImage() != light


@pytest.mark.parametrize("kind", [TitleLabel, BodyLabel, CapsLabel, ElidedLabel])
def test_labels_show_markup_as_text(qtbot, theme, kind):
    label = kind("<b>not bold</b>")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_a_label_stands_where_the_layout_begins(qtbot, theme):
    label = BodyLabel("Latin letters")
    qtbot.addWidget(label)
    assert label.alignment() & Qt.AlignmentFlag.AlignLeft
    label.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert label.alignment() & Qt.AlignmentFlag.AlignRight


def test_what_does_not_fit_is_on_the_tooltip(qtbot, theme):
    label = ElidedLabel("A title that is far too long")
    qtbot.addWidget(label)
    label.resize(60, 20)
    label.show()
    assert label.toolTip() == label.accessibleName() == "A title that is far too long"
    label.resize(600, 20)
    assert label.toolTip() == ""


def test_a_card_parts_its_rows_and_can_be_filled_again(qtbot, theme):
    card = Card()
    qtbot.addWidget(card)
    card.add_row(Row("One"))
    card.add_row(Row("Two", "with more"))
    assert card.body.count() == 3
    card.clear()
    card.add_row(Row("Three"))
    assert card.body.count() == len(card.rows()) == 1


def test_a_row_opens_by_key_and_by_mouse(qtbot, theme):
    row = Row("Wei Lin", "44 days", opens=True)
    qtbot.addWidget(row)
    row.show()
    title = row.findChild(TitleButton)
    assert title.text() == "Wei Lin"
    with qtbot.waitSignal(row.opened):
        qtbot.keyClick(title, Qt.Key.Key_Space)
    with qtbot.waitSignal(row.opened):
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton)


def test_rows_are_alike_whether_they_open_or_not(qtbot, theme):
    plain, opening = Row("A", "B"), Row("A", "B", opens=True)
    qtbot.addWidget(plain)
    qtbot.addWidget(opening)
    assert plain.sizeHint().height() == opening.sizeHint().height()


def test_attention_always_comes_with_an_icon(qtbot, theme):
    chip = Chip("not told yet", "attention")
    qtbot.addWidget(chip)
    assert chip.layout().count() == 2
    assert chip.text() == "not told yet"


def test_progress_is_said_in_words_and_bounded(qtbot, theme):
    bar = SlimProgress(1.7, "5 of 5")
    qtbot.addWidget(bar)
    assert bar.accessibleName() == "5 of 5"
    assert bar.value() == bar.maximum()


def test_an_empty_state_offers_the_next_step(qtbot, theme):
    button = PrimaryButton("Add a goal")
    state = EmptyState("goal", "No goals yet", "A goal needs only a title.", button)
    qtbot.addWidget(state)
    words = [label.text() for label in state.findChildren(QLabel)]
    assert "No goals yet" in words
    assert state.isAncestorOf(button)


def test_two_lines_hide_an_empty_second(qtbot, theme):
    lines = TwoLines("Thu 26 Nov")
    qtbot.addWidget(lines)
    assert lines.second.isHidden()


def test_the_switch_says_what_the_person_chose(qtbot, theme):
    switch = ViewSwitch(["Overview", "Goals"], name="Parts")
    qtbot.addWidget(switch)
    switch.show()
    with qtbot.waitSignal(switch.view_chosen) as chosen:
        qtbot.keyClick(switch, Qt.Key.Key_Right)
    assert chosen.args == [1]
    with qtbot.assertNotEmitted(switch.view_chosen):
        switch.choose(0)
    assert switch.currentIndex() == 0


def test_the_page_scrolls_to_what_has_the_focus(qtbot, theme):
    page = PageScroll()
    qtbot.addWidget(page)
    buttons = [PlainButton(f"Button {number}") for number in range(40)]
    for button in buttons:
        page.body.addWidget(button)
    page.resize(400, 300)
    page.show()
    page.activateWindow()
    buttons[0].setFocus()
    qtbot.waitUntil(buttons[0].hasFocus)
    buttons[-1].setFocus()
    qtbot.waitUntil(lambda: page.verticalScrollBar().value() > 0)


def test_a_page_is_never_wider_than_its_column(qtbot, theme):
    page = PageScroll(max_width=600)
    qtbot.addWidget(page)
    page.resize(1600, 300)
    page.show()
    assert page.page.width() == 600


@pytest.mark.parametrize("make", [lambda: PlainButton("Go"), lambda: IconButton("more", "More")])
def test_enter_presses_the_focused_button(qtbot, theme, make):
    button = make()
    qtbot.addWidget(button)
    button.show()
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Return)


def test_a_narrow_row_puts_its_buttons_below_the_words(qtbot, theme):
    button = PlainButton("Propose a date")
    row = Row("Wei Lin", "44 days", trailing=(button, LinkButton("Write")))
    qtbot.addWidget(row)
    assert row.heightForWidth(330) > row.heightForWidth(900)
    row.resize(330, row.heightForWidth(330))
    row.show()
    title = row.findChild(ElidedLabel)
    assert (
        button.mapTo(row, button.rect().topLeft()).y()
        > title.mapTo(row, title.rect().bottomLeft()).y()
    )


@pytest.mark.parametrize("width", [400, 900])
def test_no_part_of_a_row_is_cut(qtbot, theme, width):
    page, card, button = PageScroll(), Card(), PlainButton("Propose a date")
    qtbot.addWidget(page)
    row = Row("Wei Lin", "44 days", trailing=(button, LinkButton("Write")))
    card.add_row(row)
    page.body.addWidget(card)
    page.body.addStretch()
    page.resize(width, 400)
    page.show()
    qtbot.waitUntil(lambda: row.height() == row.heightForWidth(row.width()))
    assert button.visibleRegion().boundingRect() == button.rect()


def test_a_row_is_mirrored(qtbot, theme):
    button = PlainButton("Open")
    row = Row("Wei Lin", trailing=(button,))
    qtbot.addWidget(row)
    row.resize(600, 60)
    row.show()
    assert button.mapTo(row, button.rect().topLeft()).x() > 300
    row.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.waitUntil(lambda: button.mapTo(row, button.rect().topLeft()).x() < 100)


def test_wrapped_text_gets_its_height_in_a_narrow_column(qtbot, theme):
    page = PageScroll(max_width=300)
    qtbot.addWidget(page)
    label = BodyLabel("Many words that need several lines in a narrow column. " * 5, wrap=True)
    page.body.addWidget(label)
    page.resize(1400, 60)
    page.show()
    qtbot.waitUntil(lambda: label.height() >= label.heightForWidth(300) > 60)


def test_an_icon_button_can_be_pressed_by_a_screen_reader(qtbot):
    button = IconButton("more", "More")
    qtbot.addWidget(button)
    interface = QAccessible.queryAccessibleInterface(button).actionInterface()
    assert QAccessibleActionInterface.pressAction() in interface.actionNames()


def test_a_button_named_for_its_row_still_tells_the_words_that_are_seen(qtbot, theme):
    button = PlainButton("Done", name="Done: send the draft")
    qtbot.addWidget(button)
    spoken = QAccessible.queryAccessibleInterface(button)
    seen = spoken.child(0)
    assert spoken.text(QAccessible.Text.Name) == "Done: send the draft"
    assert (seen.role(), seen.text(QAccessible.Text.Name)) == (QAccessible.Role.StaticText, "Done")
    assert QAccessible.queryAccessibleInterface(PlainButton("Done")).childCount() == 0


def test_the_room_around_a_box_takes_a_click(qtbot, theme):
    box = TickBox("Done: send the draft")
    qtbot.addWidget(box)
    box.show()
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert box.isChecked()


def test_a_box_without_words_is_a_target_as_large_as_needed(qtbot, theme):
    box = TickBox("Done: send the draft")
    qtbot.addWidget(box)
    box.show()
    place = QAccessible.queryAccessibleInterface(box).rect()
    assert min(place.width(), place.height()) >= 24
