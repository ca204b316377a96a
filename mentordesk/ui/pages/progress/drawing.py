"""Draw a chart to a picture, beside the window: facts in, an image and its points out."""

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from mentordesk.charts.palette import Palette
from mentordesk.domain.progress import ChartKind
from mentordesk.services.chart_facts import ChartFact
from mentordesk.ui.tasks import Progress
from mentordesk.ui.words import tr

if TYPE_CHECKING:
    from matplotlib.figure import Figure

MOST_PIXELS = 12_000_000
"""Beyond this a picture is drawn less sharp: a tall one for a dense screen would take 200 MB."""

_STEPS = 2

ACROSS, DOWN = "ACROSS", "DOWN"
"""The way along which a chart is read; the drawing library is not imported to name it."""


@dataclass(frozen=True, kw_only=True)
class Order:
    """Everything that a picture of a chart depends on.

    Attributes:
        edition: which facts they are: comparing thousands of them one by one takes too long.
        size: width and height in logical pixels; a chart of goals takes the height it needs.
        dots: logical pixels to an inch.
        ratio: the screen's pixels to a logical one.
    """

    facts: tuple[ChartFact, ...] = field(compare=False)
    edition: int
    kind: ChartKind
    today: date
    size: tuple[int, int]
    dots: float
    ratio: float
    palette: Palette


@dataclass(frozen=True)
class Point:
    """A place on the picture, in logical pixels from its upper left corner, and what it says."""

    x: float
    y: float
    label: str


@dataclass(frozen=True, eq=False)
class Drawn:
    """A finished picture."""

    order: Order
    image: QImage
    points: tuple[Point, ...]
    height: int = 0
    own_height: bool = False
    aim: str = ACROSS


def draw(order: Order, progress: Progress) -> Drawn:
    """Draw a chart; may run on any thread, and takes a second or two when it is the first.

    Raises:
        Cancelled: nobody wants the picture any more.
    """
    # The first import of the drawing library takes a second.
    from mentordesk.charts.draw import chart_view

    progress.step(0, _STEPS)
    view = chart_view(
        order.facts,
        order.kind,
        today=order.today,
        palette=order.palette,
        size_inches=(order.size[0] / order.dots, order.size[1] / order.dots),
        dpi=order.dots * order.ratio,
        tr=tr,
    )
    tall = view.figure.get_size_inches()[1] * order.dots
    ratio = min(order.ratio, max(1.0, math.sqrt(MOST_PIXELS / (order.size[0] * tall))))
    view.figure.set_dpi(order.dots * ratio)
    progress.step(1, _STEPS)
    image = _image(view.figure, ratio)
    high = image.height() / ratio
    places = [view.axes.transData.transform((p.x, p.y)) / ratio for p in view.points]
    points = tuple(
        Point(float(x), float(high - y), point.label)
        for (x, y), point in zip(places, view.points, strict=True)
    )
    progress.step(_STEPS, _STEPS)
    return Drawn(order, image, points, round(high), view.own_height, view.aim.name)


def _image(figure: "Figure", ratio: float) -> QImage:
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    pixels_of: Callable[[], memoryview] = FigureCanvasAgg(figure).buffer_rgba
    figure.canvas.draw()
    pixels = pixels_of()
    wide, high = figure.canvas.get_width_height(physical=True)
    image = QImage(bytes(pixels), wide, high, 4 * wide, QImage.Format.Format_RGBA8888)
    # The converted copy owns its pixels, and is what a painter draws quickest.
    made = image.convertToFormat(QImage.Format.Format_RGB32)
    made.setDevicePixelRatio(ratio)
    return made
