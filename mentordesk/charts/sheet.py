"""A figure that is laid out by hand, in inches, so that it is the same on screen and on paper."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.text import Text

from mentordesk.charts.fonts import BOLD, REGULAR, cut, drawable, installed
from mentordesk.charts.palette import Palette

SMALLEST = (3.0, 1.6)
"""Inches; a smaller figure could not hold its own words."""

SMALL = 12 / 13
"""Secondary text against body text, as in the window."""

_LINE = 1.35
_CAPITALS = 0.72  # their height in most interface fonts, as a share of the type's size


@dataclass(frozen=True)
class Box:
    """A rectangle in inches from the lower left corner of the figure."""

    left: float
    bottom: float
    right: float
    top: float

    def meets(self, other: "Box") -> bool:
        """Return whether two boxes have any point in common."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.bottom < other.top
            and other.bottom < self.top
        )

    def inside(self, other: "Box") -> bool:
        """Return whether this box lies wholly in another one."""
        return (
            self.left >= other.left
            and self.right <= other.right
            and self.bottom >= other.bottom
            and self.top <= other.top
        )

    def moved_into(self, other: "Box") -> "Box":
        """Return this box moved as little as needed to lie in another one, if it is not too big."""
        left = max(min(self.left, other.right - (self.right - self.left)), other.left)
        bottom = max(min(self.bottom, other.top - (self.top - self.bottom)), other.bottom)
        return Box(left, bottom, left + self.right - self.left, bottom + self.top - self.bottom)


class Sheet:
    """An empty figure with a way to measure and write text.

    Attributes:
        figure: the figure, with a canvas that needs no window.
        width: inches.
        height: inches.
        unit: inches that stand for one pixel of the window at its normal text size.
    """

    def __init__(self, palette: Palette, size_inches: tuple[float, float], dpi: float) -> None:
        self.palette = palette
        self.width = max(size_inches[0], SMALLEST[0])
        self.height = max(size_inches[1], SMALLEST[1])
        self.unit = palette.text_size / 72 / 13
        self.figure = Figure(
            figsize=(self.width, self.height), dpi=dpi, facecolor=palette.surface, edgecolor="none"
        )
        self.families = installed(palette.font_family)
        FigureCanvasAgg(self.figure)
        self._ruler = Text(parse_math=False)
        self._ruler.set_figure(self.figure)
        self._widths: dict[tuple[str, bool, bool], float] = {}

    def resize_height(self, height: float) -> None:
        """Give the still empty sheet another height in inches."""
        self.height = max(height, 2 * self.line_height)
        self.figure.set_size_inches(self.width, self.height)

    @property
    def line_height(self) -> float:
        """Inches from one line of small text to the next."""
        return self.palette.text_size * SMALL * _LINE / 72

    def clean(self, text: str) -> str:
        """Return the text on one line as the installed fonts can draw it."""
        return drawable(text, self.families)

    def text_width(self, text: str, *, small: bool = True, strong: bool = False) -> float:
        """Return the width in inches of a text that has been cleaned."""
        key = (text, small, strong)
        if key not in self._widths:
            self._ruler.set_fontproperties(self._font(small=small, strong=strong))
            self._ruler.set_text(text)
            self._widths[key] = self._ruler.get_window_extent().width / self.figure.dpi
        return self._widths[key]

    def elide(self, text: str, width: float, *, small: bool = True) -> str:
        """Return the text, cut at the end where it would be wider than ``width`` inches."""
        text = self.clean(text)
        if self.text_width(text, small=small) <= width:
            return text
        fits, too_long = 0, len(text)
        while too_long - fits > 1:
            middle = (fits + too_long) // 2
            if self.text_width(cut(text, middle), small=small) <= width:
                fits = middle
            else:
                too_long = middle
        return cut(text, fits)

    def wrap(self, text: str, width: float) -> list[str]:
        """Return the text in lines of small type, none wider than ``width`` inches."""
        lines: list[str] = []
        for word in self.clean(text).split():
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self.text_width(longer) <= width:
                lines[-1] = longer
            else:
                lines.append(self.elide(word, width))
        return lines

    def write(
        self,
        x: float,
        y: float,
        text: str,
        *,
        colour: str,
        small: bool = True,
        strong: bool = False,
        align: str = "left",
    ) -> Text:
        """Write a cleaned text at a place in inches; ``y`` is the middle of its capitals."""
        points = self.palette.text_size * (SMALL if small else 1.0)
        return self.figure.text(
            x,
            y - _CAPITALS / 2 * points / 72,
            text,
            transform=self.figure.dpi_scale_trans,
            fontproperties=self._font(small=small, strong=strong),
            color=colour,
            ha=align,
            va="baseline",
            parse_math=False,
        )

    def write_caption(self, words: str, pad: float) -> float:
        """Write quiet text in lines along the bottom; return the inches that it takes."""
        lines = self.wrap(words, self.width - 2 * pad) if words else []
        for number, line in enumerate(reversed(lines)):
            middle = pad + (number + 0.5) * self.line_height
            self.write(pad, middle, line, colour=self.palette.quiet)
        return len(lines) * self.line_height + pad / 2 if lines else 0.0

    def add_axes(self, box: Box) -> Axes:
        """Return bare Axes that fill a box: no frame, no ticks, no ground of their own."""
        axes = self.figure.add_axes(
            (
                box.left / self.width,
                box.bottom / self.height,
                (box.right - box.left) / self.width,
                (box.top - box.bottom) / self.height,
            )
        )
        axes.set_axis_off()
        axes.set_autoscale_on(False)
        return axes

    def say_empty(self, words: str) -> Axes:
        """Write quietly in the middle that there is nothing to draw; return Axes without data."""
        text = self.elide(words, self.width, small=False)
        middle = (self.width / 2, self.height / 2)
        self.write(*middle, text, colour=self.palette.quiet, small=False, align="center")
        return self.add_axes(Box(0, 0, self.width, self.height))

    def _font(self, *, small: bool, strong: bool) -> FontProperties:
        weight = BOLD if strong else REGULAR
        return FontProperties(
            family=list(installed(self.palette.font_family, weight)),
            size=self.palette.text_size * (SMALL if small else 1.0),
            weight=weight,
        )


def first_free(boxes: Sequence[Box], taken: Sequence[Box], room: Box) -> Box:
    """Return the first box inside the room that meets nothing taken, else the best of them."""
    best, least = boxes[0].moved_into(room), math.inf
    for box in boxes:
        if not box.inside(room):
            continue
        met = sum(box.meets(other) for other in taken)
        if met < least:
            best, least = box, met
        if not met:
            break
    return best
