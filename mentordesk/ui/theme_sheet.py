"""The style sheet, written from the tokens."""

from collections.abc import Callable
from string import Template

from mentordesk.ui.theme_sheet_views import VIEWS
from mentordesk.ui.theme_tokens import Tokens

TICK_SIZE = 24
"""Pixels of the square around a box without words that takes a click (WCAG 2.5.8)."""

_BASE = """
QWidget { color: $ink; }
QMainWindow, QDialog, QWidget[look="ground"] { background: $ground; }
QWidget[look="rail"] { background: $rail; }
QWidget[look="surface"] { background: $surface; }
QLabel { background: transparent; }
QLabel[tone="quiet"] { color: $quiet; }
QLabel[tone="action"] { color: $action; }
QLabel[tone="attention"] { color: $attention; }
QLabel[tone="good"] { color: $good; }
QLabel:disabled { color: $quiet; }
QFrame[look="card"] {
  background: $surface; border: 1px solid $hairline; border-radius: 6px;
}
QFrame[look="divider"] { background: $hairline; border: none; }
QFrame[look="plain"], QScrollArea[look="page"], QWidget[look="page"] {
  background: transparent; border: none;
}
QToolTip {
  background: $ink; color: $ground; border: 1px solid $ink; padding: 4px 8px;
}
"""

_BUTTONS = """
QPushButton {
  background: $surface; color: $ink; border: 1px solid $edge; border-radius: 6px;
  padding: 5px 12px; min-height: ${line}px;
}
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $accent_soft; }
QPushButton:focus { border: 2px solid $accent; padding: 4px 11px; }
QPushButton:disabled { color: $quiet; border-color: $hairline; background: $ground; }
QPushButton[look="primary"], QPushButton:default {
  background: $action; color: $on_action; border-color: $action;
}
QPushButton[look="primary"]:hover, QPushButton:default:hover {
  background: $action_hover; border-color: $action_hover;
}
QPushButton[look="primary"]:focus, QPushButton:default:focus { border-color: $accent; }
QPushButton[look="primary"]:disabled {
  background: $hairline; border-color: $hairline; color: $quiet;
}
QPushButton[look="link"] {
  background: transparent; border: 1px solid transparent; color: $action;
  text-decoration: $link_decoration;
}
QPushButton[look="link"][flush="true"] { padding: 5px 3px; }
QPushButton[look="link"][flush="true"]:focus { padding: 4px 2px; }
QPushButton[look="link"][slim="true"] { padding: 0 3px; min-height: 0; }
QPushButton[look="link"][slim="true"]:focus { padding: 0 2px; }
QPushButton[look="link"]:hover { background: $accent_soft; }
QPushButton[look="link"]:focus { border: 2px solid $accent; }
QPushButton[look="link"]:disabled { color: $quiet; }
QPushButton[look="title"] {
  background: transparent; border: 2px solid transparent; border-radius: 4px;
  padding: 0 2px; min-height: 0; color: $ink; text-align: left;
}
QPushButton[look="title"]:hover { color: $action; }
QPushButton[look="title"]:focus { border-color: $accent; padding: 0 2px; }
QToolButton {
  background: transparent; border: 1px solid transparent; border-radius: 6px;
  padding: 4px; color: $ink;
}
QToolButton:hover { background: $accent_soft; }
QToolButton:pressed, QToolButton:checked { background: $accent_soft; }
QToolButton:focus { border: 2px solid $accent; padding: 3px; }
QToolButton[look="bordered"] { background: $surface; border-color: $edge; }
QToolButton[look="bordered"]:focus { border-color: $accent; }
QToolButton:disabled { color: $quiet; }
QToolButton::menu-indicator { image: none; }
QPushButton::menu-indicator { image: none; }
"""

_FIELDS = """
QLineEdit, QComboBox, QAbstractSpinBox {
  background: $surface; color: $ink; border: 1px solid $edge; border-radius: 6px;
  padding: 5px 8px; min-height: ${line}px;
  selection-background-color: $accent; selection-color: $on_accent;
  placeholder-text-color: $quiet;
}
QAbstractSpinBox { padding: 3px 8px; min-height: ${spin_line}px; }
QAbstractSpinBox:focus { padding: 2px 7px; }
QComboBox { padding: 5px 10px; }
QComboBox:focus { padding: 4px 9px; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit {
  background: transparent; border: none; padding: 0; min-height: 0;
}
QTextEdit, QPlainTextEdit {
  background: $surface; color: $ink; border: 1px solid $edge; border-radius: 6px;
  padding: 5px 6px; selection-background-color: $accent; selection-color: $on_accent;
  placeholder-text-color: $quiet;
}
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {
  border: 2px solid $accent; padding: 4px 7px;
}
QTextEdit:focus, QPlainTextEdit:focus { border: 2px solid $accent; padding: 4px 5px; }
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled,
QTextEdit:disabled, QPlainTextEdit:disabled {
  background: $ground; color: $quiet; border-color: $hairline;
}
QTextEdit[look="plain"], QPlainTextEdit[look="plain"] {
  background: transparent; border: 2px solid transparent; padding: 0;
}
QTextEdit[look="plain"]:focus, QPlainTextEdit[look="plain"]:focus { border-color: $accent; }
*[problem="true"] { border-color: $attention; }
QComboBox::drop-down {
  subcontrol-origin: padding; subcontrol-position: center right; border: none;
  width: ${arrow_room}px;
}
QComboBox::down-arrow {
  image: url($icons/chevron-down.svg); width: ${arrow}px; height: ${arrow}px;
}
QComboBox QAbstractItemView {
  background: $surface; border: 1px solid $edge; padding: 4px; outline: none;
}
QComboBox QAbstractItemView::item { min-height: ${item}px; padding: 0 8px; border-radius: 4px; }
QAbstractSpinBox::up-button {
  subcontrol-origin: border; subcontrol-position: top right; width: 24px; border: none;
  margin: 3px 3px 0 0;
}
QAbstractSpinBox::down-button {
  subcontrol-origin: border; subcontrol-position: bottom right; width: 24px; border: none;
  margin: 0 3px 3px 0;
}
QAbstractSpinBox::up-arrow, QAbstractSpinBox::down-arrow {
  image: url($icons/chevron-up.svg); width: ${small_arrow}px; height: ${small_arrow}px;
}
QAbstractSpinBox::down-arrow { image: url($icons/chevron-down.svg); }
QDateEdit::down-arrow { width: ${arrow}px; height: ${arrow}px; }
QDateEdit::drop-down, QDateTimeEdit::drop-down {
  subcontrol-origin: padding; subcontrol-position: center right; border: none;
  width: ${arrow_room}px;
}
QCheckBox, QRadioButton {
  spacing: 8px; padding: 2px; border: 2px solid transparent; border-radius: 6px;
  background: transparent;
}
QCheckBox:focus, QRadioButton:focus { border-color: $accent; }
QCheckBox:disabled, QRadioButton:disabled { color: $quiet; }
QCheckBox::indicator, QRadioButton::indicator {
  width: ${indicator}px; height: ${indicator}px; border: 1px solid $quiet; background: $surface;
}
QCheckBox::indicator { border-radius: 4px; }
QCheckBox[look="tick"] { spacing: 0; padding: 0; border: none; }
QCheckBox[look="tick"]::indicator { margin: ${tick_margin}px; }
QCheckBox[look="tick"]::indicator:focus {
  border: 2px solid $accent; margin: ${tick_margin_focused}px;
}
QRadioButton::indicator { border-radius: ${radio_radius}px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: $action; }
QCheckBox::indicator:checked {
  background: $action; border-color: $action; image: url($icons/check.svg);
}
QRadioButton::indicator:checked {
  background: $action; border-color: $action; image: url($icons/dot.svg);
}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {
  background: $ground; border-color: $hairline;
}
"""


def style_sheet(tokens: Tokens, icons: str, scaled: Callable[[int], int]) -> str:
    """Return the whole style sheet.

    ``icons`` is where its pictures are found, ``scaled`` enlarges pixels with the person's text.
    """
    names = {name: value for name, value in vars(tokens).items() if isinstance(value, str)}
    return Template(_BASE + _BUTTONS + _FIELDS + VIEWS).substitute(
        names,
        action=tokens.action,
        on_action=tokens.on_action,
        action_hover=_action_hover(tokens),
        hover=tokens.accent_soft if tokens.contrast else tokens.rail,
        selected_border=f"1px solid {tokens.ink}" if tokens.contrast else "none",
        link_decoration="underline" if tokens.contrast else "none",
        icons=icons,
        line=scaled(20),
        spin_line=scaled(20) + 1,
        item=scaled(28),
        indicator=scaled(14),
        radio_radius=scaled(14) // 2 + 1,
        tick_margin=_tick_margin(scaled),
        tick_margin_focused=_tick_margin(scaled) - 1,
        arrow=scaled(16),
        small_arrow=scaled(12),
        arrow_room=scaled(16) + 12,
    )


def _tick_margin(scaled: Callable[[int], int]) -> int:
    """Return the room around a box without words, which takes clicks as well."""
    return (scaled(TICK_SIZE) - scaled(14) - 2) // 2


def _action_hover(tokens: Tokens) -> str:
    """Return the primary action a shade away; a tint of the accent, not a colour of its own."""
    if tokens.contrast:
        return tokens.ink
    parts = (int(tokens.accent[place : place + 2], 16) for place in (1, 3, 5))
    shade = (min(255, round(part * (1.1 if tokens.dark else 0.85))) for part in parts)
    return "#" + "".join(f"{part:02X}" for part in shade)
