"""Draw a scene: only the rows and marks that are seen, with words laid out once."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QStaticText

from mentordesk.domain.enums import GoalStatus
from mentordesk.domain.progress_said import in_sentence
from mentordesk.domain.timeline import Part, TimelineMark, TimelineRow
from mentordesk.domain.timeline_said import mark_words
from mentordesk.domain.timeline_scale import Tick, heads, ticks
from mentordesk.domain.timeline_words import Beside, words_beside
from mentordesk.ui.pages.timeline.lines import Stop
from mentordesk.ui.pages.timeline.scene import DIAMOND, Scene
from mentordesk.ui.pages.timeline.shapes import Shapes
from mentordesk.ui.pages.timeline.texts import Texts
from mentordesk.ui.theme import FontRole, current_theme, font
from mentordesk.ui.widgets.chart_marking import paint_ring
from mentordesk.ui.words import tr

_PAD = 16
_SIDE = 6
_FAR_GHOST = 4
"""Pixels; a ghost that is nearer to its milestone would only blur it."""

_WIDEST = 220
"""Pixels that the words of one milestone may take at normal text size."""

_LEAST = 130
"""Pixels under which the words of a milestone say nothing."""

_COARSE = 16
"""Pixels; words are cut at the edge in steps, so that panning does not lay them out anew."""

_CROWDED = 3.0
"""Pixels; milestones closer than this to the one before are not told apart."""

_MOST_GHOSTS = 120
"""Ghosts in sight on one row; more of them show nothing until somebody zooms in."""

_MOST_SAID = 20_000

_RESTING = (GoalStatus.DRAFT, GoalStatus.PARKED)


class Painting:
    """Draws scenes one after the other; what they share is kept."""

    def __init__(self) -> None:
        self.texts = Texts()
        self._said: dict[tuple[object, ...], str] = {}
        self._beside: dict[int, list[Beside]] = {}
        self._beside_of: tuple[object, ...] = ()

    def forget(self) -> None:
        """Lay out every word anew."""
        self.texts.clear()
        self._said.clear()
        self._beside_of = ()

    def paint(self, painter: QPainter, scene: Scene) -> None:
        """Draw everything but what follows the mouse."""
        tokens = current_theme().tokens
        frame = scene.frame
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(0, 0, frame.width, frame.height), QColor(tokens.surface))
        shapes = Shapes(painter, tokens, scene.factor)
        named = ticks(scene.scale, frame.days_width, tr)
        self._draw_grid(painter, scene, named, shapes)
        rows = QRectF(0, frame.header, frame.width, frame.rows_height)
        painter.setClipRect(rows)
        for number in scene.seen_lines():
            self._draw_title(painter, scene, number)
        days = frame.box(frame.gutter, frame.header, frame.days_width, frame.rows_height)
        painter.setClipRect(days)
        for number in scene.seen_lines():
            if scene.lines.all[number].row is not None:
                self._draw_bar(scene, number, shapes)
        self._draw_today_line(scene, shapes)
        for number in scene.seen_lines():
            if (row := scene.lines.all[number].row) is not None:
                self._name_marks(painter, scene, number, row)
                self._draw_row(scene, number, shapes)
        painter.setClipping(False)
        self._draw_header(painter, scene, named)
        self._draw_today_word(painter, scene)
        if scene.focused:
            paint_ring(painter, QRect(0, 0, frame.width, frame.height))

    def _draw_grid(
        self, painter: QPainter, scene: Scene, named: list[Tick], shapes: Shapes
    ) -> None:
        frame = scene.frame
        painter.setPen(QPen(QColor(shapes.tokens.hairline), 0.5 if shapes.tokens.contrast else 1))
        for tick in named:
            x = scene.x(tick.day)
            if frame.gutter <= x <= frame.width:
                seen = round(frame.flip(x)) + 0.5
                top, bottom = frame.header - 2, frame.header + frame.rows_height
                painter.drawLine(QPointF(seen, top), QPointF(seen, bottom))

    def _draw_header(self, painter: QPainter, scene: Scene, named: list[Tick]) -> None:
        tokens = current_theme().tokens
        high = self.texts.metrics(FontRole.SECONDARY).height()
        first = scene.frame.header - high - 6
        painter.setPen(QColor(tokens.quiet))
        self._write_ticks(painter, scene, named, first, FontRole.SECONDARY)
        painter.setPen(QColor(tokens.ink))
        above = heads(scene.scale, scene.frame.days_width, tr)
        self._write_ticks(painter, scene, above, first - high - 4, FontRole.CHIP, stay=True)

    def _write_ticks(
        self,
        painter: QPainter,
        scene: Scene,
        named: list[Tick],
        top: float,
        role: FontRole,
        *,
        stay: bool = False,
    ) -> None:
        """Write what the header names; ``stay`` keeps the first one at the edge in sight."""
        frame = scene.frame
        painter.setFont(font(role))
        free = float(frame.gutter)
        for place, tick in enumerate(named):
            text, width = self.texts.text(tick.words, role)
            x = scene.x(tick.day) + _SIDE
            if stay and x < frame.gutter + _SIDE:
                following = scene.x(named[place + 1].day) if named[place + 1 :] else frame.width
                x = min(frame.gutter + _SIDE, following - width - _SIDE)
            if x < free or x + width > frame.width:
                continue
            self._write(painter, scene, text, x, top, width)
            free = x + width + _SIDE

    def _draw_title(self, painter: QPainter, scene: Scene, number: int) -> None:
        tokens, frame, line = current_theme().tokens, scene.frame, scene.lines.all[number]
        head = line.row is None
        role = FontRole.CAPS if head else FontRole.MEDIUM
        chosen = line.row is not None and scene.selected == Stop(line.row.goal.id, Part.BAR)
        text, width = self.texts.text(line.words, role, frame.gutter - _PAD - 8)
        top = scene.y(number) - text.size().height() / 2 + (4 if head else 0)
        painter.setPen(QColor(tokens.quiet if head else tokens.action if chosen else tokens.ink))
        painter.setFont(font(role))
        self._write(painter, scene, text, _PAD, top, width)

    def _draw_bar(self, scene: Scene, number: int, shapes: Shapes) -> None:
        row = scene.lines.all[number].row
        if row is None:
            return
        left, right = (scene.frame.flip(scene.x(day)) for day in scene.ends(number))
        low, high = scene.seen_days(60)
        if row.end.toordinal() < low or row.start.toordinal() > high:
            return
        # A bar may be a million pixels long: what is far outside is not drawn.
        around = scene.frame.width + 60.0
        left, right = (min(max(x, -60.0), around) for x in (left, right))
        middle = scene.y(number)
        shapes.bar(left, right, middle, open_ended=row.goal.status in _RESTING)
        chosen = scene.selected
        if chosen is None or chosen.goal != row.goal.id or chosen.part is Part.MARK:
            return
        if chosen.part is Part.BAR:
            shapes.bar_ring(left, right, middle)
        shapes.grip(left, middle, chosen=chosen.part is Part.START)
        shapes.grip(right, middle, chosen=chosen.part is Part.END)

    def _draw_today_line(self, scene: Scene, shapes: Shapes) -> None:
        frame = scene.frame
        x = scene.frame.flip(scene.x(scene.today.toordinal()))
        shapes.line_down(x, frame.header - 4, frame.header + frame.rows_height)

    def _draw_today_word(self, painter: QPainter, scene: Scene) -> None:
        frame, x = scene.frame, scene.x(scene.today.toordinal())
        if not frame.gutter <= x <= frame.width:
            return
        text, width = self.texts.text(tr("today"), FontRole.CHIP)
        left = min(max(x - width / 2, frame.gutter), frame.width - width - 4)
        painter.setPen(QColor(current_theme().tokens.action))
        painter.setFont(font(FontRole.CHIP))
        top = frame.header + frame.rows_height + 4
        self._write(painter, scene, text, left, top, width)

    def _draw_row(self, scene: Scene, number: int, shapes: Shapes) -> None:
        row = scene.lines.all[number].row
        if row is None:
            return
        middle, frame = scene.y(number), scene.frame
        if (ghost := row.goal.ghost) is not None:
            shapes.goal_ghost(frame.flip(scene.x(ghost.toordinal())), middle)
        seen = list(self._seen_marks(scene, number, row))
        self._draw_ghosts(scene, number, middle, shapes)
        for mark, x in seen:
            shapes.diamond(frame.flip(x), middle, mark.stand(scene.today))
            if scene.selected == Stop(row.goal.id, Part.MARK, mark.id):
                shapes.chosen(frame.flip(x), middle)

    def _draw_ghosts(self, scene: Scene, number: int, middle: float, shapes: Shapes) -> None:
        low, high = scene.seen_days(40)
        seen = [
            (then, now)
            for then, now in scene.lines.ghosts(number)
            if max(then, now) > low and min(then, now) < high
        ]
        if len(seen) > _MOST_GHOSTS:
            return
        for then, now in seen:
            first, last = scene.frame.flip(scene.x(then)), scene.frame.flip(scene.x(now))
            if abs(first - last) > _FAR_GHOST:
                shapes.ghost(first, middle, last)

    def _seen_marks(
        self, scene: Scene, number: int, row: TimelineRow
    ) -> Iterator[tuple[TimelineMark, float]]:
        """Yield the milestones in sight; where they crowd, only some: the others lie beneath."""
        days = scene.lines.days(number)
        low, high = scene.seen_days(2 * DIAMOND * scene.factor)
        first, last = bisect_left(days, low), bisect_right(days, high)
        shift = scene.shift
        held = shift.stop.mark if shift is not None else None
        apart = _CROWDED / scene.scale.per_day
        places = []
        while first < last:
            places.append(first)
            first = max(bisect_left(days, days[first] + apart, first, last), first + 1)
        chosen = scene.selected.mark if scene.selected is not None else None
        # What is chosen or held is never left out, and lies on top.
        kept = {chosen, held} - {None}
        if kept:
            places += [place for place, mark in enumerate(row.marks) if mark.id in kept]
        for place in places:
            mark, x = row.marks[place], scene.x(days[place])
            if held is not None and mark.id == held and shift is not None:
                x += shift.days * scene.scale.per_day
            yield mark, x

    def _name_marks(self, painter: QPainter, scene: Scene, number: int, row: TimelineRow) -> None:
        metrics = self.texts.metrics(FontRole.SECONDARY)
        radius = DIAMOND * scene.factor
        ground = QColor(current_theme().tokens.surface)
        painter.setPen(QColor(current_theme().tokens.quiet))
        painter.setFont(font(FontRole.SECONDARY))
        lanes = (-radius - metrics.height() - 4, radius + 2)
        held = scene.shift.stop.mark if scene.shift is not None else None
        days = scene.lines.days(number)
        low, high = scene.seen_days(_WIDEST * scene.factor)
        for beside in self._words(scene, number, row):
            mark, day = row.marks[beside.place], days[beside.place]
            if not low <= day <= high or mark.id == held:
                continue
            text, width = self._mark_text(mark, scene)
            room = scene.frame.width - 4 - scene.x(day) - radius * 0.7
            if width > room:
                most = room / scene.factor // _COARSE * _COARSE
                if most < _LEAST:
                    continue
                text, width = self._mark_text(mark, scene, most)
            left, top = scene.x(day) + radius * 0.7, scene.y(number) + lanes[beside.lane]
            # A line for a month or for today would run through the letters.
            painter.fillRect(scene.frame.box(left - 2, top, width + 4, metrics.height()), ground)
            self._write(painter, scene, text, left, top, width)

    def _words(self, scene: Scene, number: int, row: TimelineRow) -> list[Beside]:
        """Return which milestones are named; the same while only the days in sight change."""
        of = (scene.version, scene.scale.per_day, scene.factor)
        if of != self._beside_of:
            self._beside, self._beside_of = {}, of
        if number not in self._beside:
            places = [day * scene.scale.per_day for day in scene.lines.days(number)]
            offset = DIAMOND * scene.factor * 0.7

            def width_of(place: int) -> float:
                return self._mark_text(row.marks[place], scene)[1]

            self._beside[number] = words_beside(places, offset, width_of)
        return self._beside[number]

    def _mark_text(
        self, mark: TimelineMark, scene: Scene, most: float = _WIDEST
    ) -> tuple[QStaticText, float]:
        """Return the words of a milestone; where there is little room, its title is cut."""
        key = (mark.id, scene.version, round(most), scene.factor)
        words = self._said.get(key)
        if words is None:
            if len(self._said) > _MOST_SAID:
                self._said.clear()
            metrics = self.texts.metrics(FontRole.SECONDARY)
            room = most * scene.factor - metrics.horizontalAdvance(
                mark_words(mark, "", scene.today)
            )
            elide = Qt.TextElideMode.ElideRight
            title = metrics.elidedText(in_sentence(mark.title), elide, max(room, 0))
            words = self._said[key] = mark_words(mark, title, scene.today, tr)
        return self.texts.text(words, FontRole.SECONDARY)

    def _write(
        self,
        painter: QPainter,
        scene: Scene,
        text: QStaticText,
        left: float,
        top: float,
        width: float,
    ) -> None:
        painter.drawStaticText(scene.frame.box(left, top, width, 0).topLeft(), text)
