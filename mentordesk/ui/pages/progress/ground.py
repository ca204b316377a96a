"""Where the chart or its table lies, with the sentence under it."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from mentordesk.ui.widgets.cards import Card


class Ground(QScrollArea):
    """The chart or its table in a card, the sentence under it; scrolls where there is no room."""

    def __init__(self, chart: QWidget, rows: QWidget, sentence: QWidget) -> None:
        super().__init__()
        self.setProperty("look", "page")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        ground = QWidget()
        ground.setProperty("look", "page")
        self.card = Card()
        self.card.body.addWidget(chart)
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.card)
        column.addWidget(rows)
        column.addWidget(sentence)
        column.addStretch(1)
        self.setWidget(ground)
        self._ground = ground

    @override
    def sizeHint(self) -> QSize:
        return self._ground.sizeHint()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Whoever holds the area gives it other room when its content has grown.
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
