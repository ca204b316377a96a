"""The part of the style sheet for lists, menus, scroll bars and the calendar."""

VIEWS = """
QAbstractItemView {
  background: $surface; color: $ink; border: 1px solid $hairline; border-radius: 6px;
  padding: 1px; outline: none; gridline-color: $hairline;
  selection-background-color: $accent_soft; selection-color: $ink;
}
QAbstractItemView:focus { border: 2px solid $accent; padding: 0; }
QAbstractItemView[look="plain"] { background: transparent; border: 2px solid transparent; }
QAbstractItemView[look="plain"]:focus { border-color: $accent; }
QAbstractItemView[look="rail"], QAbstractItemView[look="rail"]:focus {
  background: transparent; border: none; padding: 0;
}
QTableView::item, QTreeView::item, QListView::item { padding: 0 8px; border: none; }
QTreeView::item, QListView::item { min-height: ${item}px; height: ${item}px; }
QTableView::item:hover, QTreeView::item:hover, QListView::item:hover { background: $hover; }
QTableView::item:selected, QTreeView::item:selected, QListView::item:selected {
  background: $accent_soft; color: $ink; border-top: $selected_border;
  border-bottom: $selected_border;
}
QTreeView::branch { background: transparent; }
QTreeView::branch:has-children:closed { image: url($icons/chevron-right.svg); }
QTreeView::branch:has-children:open { image: url($icons/chevron-down.svg); }
QHeaderView { background: transparent; border: none; }
QHeaderView::section {
  background: $surface; color: $quiet; border: none; border-bottom: 1px solid $hairline;
  padding: 8px 11px; font-weight: 500;
}
QTableCornerButton::section { background: $surface; border: none; }
QMenu {
  background: $surface; border: 1px solid $edge; padding: 4px;
}
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; border: 1px solid transparent; }
QMenu::item:selected { background: $accent_soft; color: $ink; border: 1px solid $accent; }
QMenu::item:disabled { color: $quiet; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: $hairline; margin: 4px 8px; }
QMenuBar { background: $ground; }
QMenuBar::item { padding: 4px 8px; border-radius: 4px; }
QMenuBar::item:selected { background: $accent_soft; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle {
  background: $edge; border: none; border-radius: 3px;
}
QScrollBar::handle:vertical { min-height: 32px; margin: 2px 3px; }
QScrollBar::handle:horizontal { min-width: 32px; margin: 3px 2px; }
QScrollBar::handle:hover { background: $quiet; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar {
  background: $hairline; border: none; border-radius: 3px; color: $ink; text-align: center;
}
QProgressBar::chunk { background: $action; border-radius: 3px; }
QSplitter::handle { background: transparent; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $surface; padding: 4px; }
QCalendarWidget QToolButton { color: $ink; padding: 4px 8px; min-height: ${line}px; }
QCalendarWidget QToolButton#qt_calendar_prevmonth { qproperty-icon: url($icons/chevron-left.svg); }
QCalendarWidget QToolButton#qt_calendar_nextmonth { qproperty-icon: url($icons/chevron-right.svg); }
QCalendarWidget QAbstractItemView {
  border: 2px solid transparent; padding: 0; alternate-background-color: $surface;
}
QCalendarWidget QAbstractItemView:focus { border-color: $accent; }
QCalendarWidget QTableView::item { padding: 0; }
QCalendarWidget QTableView::item:selected { background: $action; color: $on_action; }
QFrame[look="popup"] { background: $surface; border: 1px solid $edge; border-radius: 6px; }
QFrame[look="notice"] { background: $ink; border: none; border-radius: 6px; }
QFrame[look="notice"] QLabel { color: $ground; }
QFrame[look="notice"] QPushButton {
  background: transparent; border: 2px solid transparent; color: $accent_soft; padding: 2px 8px;
  border-radius: 4px;
}
QFrame[look="notice"] QPushButton:hover { color: $ground; text-decoration: underline; }
QFrame[look="notice"] QPushButton:focus { border-color: $accent_soft; }
"""
