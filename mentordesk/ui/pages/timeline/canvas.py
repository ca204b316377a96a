"""The timeline on the screen: painted rows, scrolled, zoomed, walked and moved."""

from datetime import date
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget
from typing_extensions import override

from mentordesk.domain.dates_said import exact_date
from mentordesk.domain.timeline import Part, Timeline
from mentordesk.domain.timeline_said import mark_label, row_label
from mentordesk.domain.timeline_scale import STEP, Scale, fitting
from mentordesk.ui.pages.timeline.lines import Lines, Stop
from mentordesk.ui.pages.timeline.painting import Painting
from mentordesk.ui.pages.timeline.pointer import Pointer
from mentordesk.ui.pages.timeline.scene import Frame, Scene, Shift
from mentordesk.ui.pages.timeline.stepping import Stepping
from mentordesk.ui.theme import FontRole, current_theme, scaled
from mentordesk.ui.widgets.chart_marking import paint_label
from mentordesk.ui.words import tr

_GUTTER_SHARE = 0.3
_TITLES_MEASURED = 100
_PADDING = 36
_HEADER, _FOOTER = 46, 26
_EDGE = 60
_LEAST_ROWS, _WANTED_ROWS = 4, 5


class TimelineCanvas(QAbstractScrollArea):
    """Shows a timeline; an unchanged picture is only copied."""

    stop_chosen = Signal()
    """Something else is chosen, or nothing."""

    moved = Signal(object, int, bool)
    """A stop, by how many days it was moved, and whether the keyboard did it."""

    goal_opened = Signal(UUID)
    menu_wanted = Signal(QPoint)
    """The context menu is wanted at a place of the screen."""

    content_resized = Signal()
    """The rows take another height."""

    _restyled: ClassVar = {
        QEvent.Type.StyleChange,
        QEvent.Type.PaletteChange,
        QEvent.Type.ApplicationFontChange,
        QEvent.Type.LayoutDirectionChange,
    }

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editable = False
        self._shown = Timeline((), (), ())
        self._today = date.min
        self._scale: Scale | None = None
        self._version = 0
        self._lines = Lines(self._shown)
        self._selected: Stop | None = None
        self._hovered: Stop | None = None
        self._shift: Shift | None = None
        self._painting = Painting()
        self._titles = 0
        self._factor = 1.0
        self._picture = QPixmap()
        self._pictured: tuple[object, ...] = ()
        self._pointer = Pointer(self)
        self._stepping = Stepping(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.verticalScrollBar().valueChanged.connect(self._redraw)
        self.viewport().installEventFilter(self._pointer)

    def show_timeline(self, shown: Timeline, today: date, summary: str) -> None:
        """Show these rows; what is chosen, the zoom and the scroll stay where they can."""
        self._shown, self._today = shown, today
        self._version += 1
        self._shift = self._hovered = None
        self.setAccessibleName(summary)
        self._lay_out()
        if self._selected is not None and not self._lines.has(self._selected):
            self.choose(None)

    @property
    def lines(self) -> Lines:
        """The rows that are shown."""
        return self._lines

    @property
    def selected(self) -> Stop | None:
        """What is chosen."""
        return self._selected

    @property
    def shift(self) -> Shift | None:
        """What is being moved."""
        return self._shift

    @property
    def scale(self) -> Scale:
        """How days lie on pixels; everything is shown until somebody zooms or pans."""
        if self._scale is None:
            self._scale = self._fitting()
        return self._scale

    def scene(self) -> Scene:
        """Return everything that the picture depends on."""
        return Scene(
            lines=self._lines,
            scale=self.scale,
            frame=self.frame_of(),
            today=self._today,
            top=self.verticalScrollBar().value(),
            selected=self._selected,
            shift=self._shift,
            focused=self.hasFocus(),
            version=self._version,
            factor=self._factor,
        )

    def frame_of(self) -> Frame:
        """Return where titles, header and days lie."""
        width, height = self.viewport().width(), self.viewport().height()
        gutter = min(self._titles, round(width * _GUTTER_SHARE))
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        header, footer = round(_HEADER * self._factor), round(_FOOTER * self._factor)
        rows = min(height - header - footer, max(self._lines.height, 1))
        return Frame(width, height, gutter, header, height - header - rows, mirrored)

    def content_height(self) -> int:
        """Return the pixels that all rows take with header and footer."""
        return self._lines.height + scaled(_HEADER) + scaled(_FOOTER)

    def show_scale(self, scale: Scale) -> None:
        """Zoom or pan to a scale."""
        if scale != self._scale:
            self._scale = scale
            self._redraw()

    def zoom(self, factor: float, around: float | None = None) -> None:
        """Zoom by a factor around a place of the days, else around what is chosen or today."""
        if around is None:
            chosen = None if self._selected is None else self._lines.day_of(self._selected)
            day = self._today.toordinal() if chosen is None else chosen
            width = self.frame_of().days_width
            around = self.scale.x(day)
            around = around if 0 <= around <= width else width / 2
        self.show_scale(self.scale.zoomed(factor, around))

    def zoom_in(self) -> None:
        """Show fewer days, larger."""
        self.zoom(STEP)

    def zoom_out(self) -> None:
        """Show more days, smaller."""
        self.zoom(1 / STEP)

    def fit_all(self) -> None:
        """Show everything from the first day to the last."""
        self.show_scale(self._fitting())

    def go_to_today(self) -> None:
        """Bring today into the middle."""
        width = self.frame_of().days_width
        at = self.scale.x(self._today.toordinal())
        self.show_scale(self.scale.panned(at - width / 2))

    def pan(self, pixels: float) -> None:
        """Show what lies some pixels later; right to left, later lies further left."""
        self.show_scale(self.scale.panned(-pixels if self.frame_of().mirrored else pixels))

    def choose(self, stop: Stop | None, *, spoken: bool = False) -> None:
        """Choose something, bring it into sight, and say it."""
        if stop == self._selected:
            return
        self.settle()
        self._selected = stop
        label = "" if stop is None else self.label_of(stop)
        self.setAccessibleDescription(label)
        if spoken and label:
            self._say(label)
        if stop is not None and spoken:
            self._bring_into_sight(stop)
        self.stop_chosen.emit()
        self._redraw()

    def label_of(self, stop: Stop) -> str:
        """Return all there is to know of something; while it is moved, where it goes."""
        mark, row = self._lines.mark_of(stop), self._lines.row_of(stop)
        if self._shift is not None and self._shift.stop == stop:
            day = self.scene().day_shown(stop)
            title = mark.title if mark else row.goal.title if row else ""
            return "" if day is None else f"{title}\n{exact_date(day, tr)}"
        if mark is not None:
            return mark_label(mark, self._today, tr)
        return "" if row is None else row_label(row, stop.part, tr)

    def can_move(self) -> bool:
        """Return whether what is chosen can be moved."""
        stop = self._selected
        if not self.editable or stop is None:
            return False
        mark = self._lines.mark_of(stop)
        return mark.due is not None if mark is not None else stop.part is not Part.MARK

    def show_shift(self, days: int) -> None:
        """Show what is chosen some days from where it stands, without moving it yet."""
        if self._selected is not None and self.can_move():
            self._shift = Shift(self._selected, days) if days else None
            self._redraw()

    def step(self, days: int) -> None:
        """Move what is chosen by some days; steps that follow soon are one move."""
        if self._selected is None or not self.can_move():
            return
        self.show_shift((self._shift.days if self._shift else 0) + days)
        self._say(self.label_of(self._selected))
        self._bring_into_sight(self._selected)
        self._stepping.begin()

    def settle(self) -> None:
        """Make a move by keyboard that still waits for its last step."""
        if self._stepping.waits:
            self._stepping.end()
            self.let_go(keys=True)

    def let_go(self, *, keys: bool) -> None:
        """Make the move that is shown; it stays shown until the rows are read again."""
        if (shift := self._shift) is not None:
            self.moved.emit(shift.stop, shift.days, keys)

    def cancel(self) -> bool:
        """Let everything stand where it was; return whether something was being moved."""
        waits = self._shift is not None
        self._stepping.end()
        self._pointer.stop()
        self._shift = None
        self._redraw()
        return waits

    def hover(self, stop: Stop | None) -> None:
        """Say what lies under the mouse."""
        if stop != self._hovered:
            self._hovered = stop
            self.viewport().update()

    def open_goal(self) -> None:
        """Show the goal of what is chosen in full."""
        if self._selected is not None:
            self.goal_opened.emit(self._selected.goal)

    def _say(self, words: str) -> None:
        self.setAccessibleDescription(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _fitting(self) -> Scale:
        return fitting(self._shown.span(self._today), self.frame_of().days_width)

    def _bring_into_sight(self, stop: Stop) -> None:
        number, day = self._lines.number_of(stop), self.scene().day_shown(stop)
        if number is None or day is None:
            return
        frame, line, bar = self.frame_of(), self._lines.all[number], self.verticalScrollBar()
        low = line.top + line.height - frame.rows_height
        bar.setValue(min(max(bar.value(), low), line.top))
        if stop.part is not Part.BAR:
            edge = min(scaled(_EDGE), frame.days_width / 4)
            self.show_scale(self.scale.showing(day.toordinal(), frame.days_width, edge))

    def _lay_out(self) -> None:
        before = self._lines.height
        self._factor = scaled(100) / 100
        self._lines = Lines(self._shown, self._factor)
        self._titles = self._widest_title()
        self._set_range()
        self._redraw()
        if self._lines.height != before:
            self.updateGeometry()
            self.content_resized.emit()

    def _widest_title(self) -> int:
        metrics = self._painting.texts.metrics(FontRole.MEDIUM)
        titles = [line.words for line in self._lines.all[:_TITLES_MEASURED]]
        return round(max(map(metrics.horizontalAdvance, titles), default=0)) + scaled(_PADDING)

    def _set_range(self) -> None:
        bar, room = self.verticalScrollBar(), self.frame_of().rows_height
        bar.setRange(0, max(self._lines.height - room, 0))
        bar.setPageStep(room)
        bar.setSingleStep(scaled(20))

    def _redraw(self) -> None:
        self.viewport().update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(scaled(600), self._height_of(_WANTED_ROWS))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(300, self._height_of(_LEAST_ROWS))

    def _height_of(self, rows: int) -> int:
        """Return the pixels of so many rows; the others scroll where there is no more room."""
        high = sum(line.height for line in self._lines.all[:rows])
        return high + scaled(_HEADER) + scaled(_FOOTER)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        before = event.oldSize().width()
        if self._scale is not None and event.size().width() != before:
            # What is seen stays what is seen, only larger or smaller.
            fits = before <= 0
            self._scale = None if fits else self._stretched(before, event.size().width())
        self._set_range()

    def _stretched(self, before: int, now: int) -> Scale | None:
        return (
            None
            if self._scale is None or not self.isVisible()
            else self._scale.zoomed(now / before, 0)
        )

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in self._restyled:
            self._painting.forget()
            self._version += 1
            self._lay_out()

    @override
    def event(self, event: QEvent) -> bool:
        # The window's Alt+Left goes back, unless something here is there to be moved.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._stepping.claims(event)
        ):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._stepping.take(event):
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._selected is None and event.reason() in {
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
        }:
            self.choose(self._lines.first(), spoken=True)
        self._redraw()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.settle()
        self._redraw()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = self.scene().place(self._selected) if self._selected else None
            inside = QPointF(20, 20) if place is None else place
            self.menu_wanted.emit(self.viewport().mapToGlobal(inside.toPoint()))
        else:
            self.choose(self.scene().stop_at(QPointF(event.pos())))
            self.menu_wanted.emit(event.globalPos())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        scene = self.scene()
        self._draw_picture(scene)
        painter = QPainter(self.viewport())
        painter.drawPixmap(QPoint(0, 0), self._picture)
        stop = self._shift.stop if self._shift is not None else self._hovered
        if stop is None and scene.focused:
            stop = self._selected
        place = None if stop is None else scene.place(stop)
        if stop is not None and place is not None:
            self._paint_slip(painter, place, self.label_of(stop))

    def _paint_slip(self, painter: QPainter, place: QPointF, words: str) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRect(self.viewport().rect())
        inside = QPointF(min(max(place.x(), 0), room.width()), place.y())
        paint_label(painter, inside, words, room)

    def _draw_picture(self, scene: Scene) -> None:
        ratio = self.devicePixelRatioF()
        wanted = (scene, ratio, current_theme().tokens)
        if self._pictured == wanted:
            return
        size = self.viewport().size() * ratio
        if self._picture.size() != size:
            self._picture = QPixmap(size)
        self._picture.setDevicePixelRatio(ratio)
        painter = QPainter(self._picture)
        self._painting.paint(painter, scene)
        painter.end()
        self._pictured = wanted
