"""What a chart hands to the window: the figure and the same facts for ears, eyes and arrow keys."""

from dataclasses import dataclass
from enum import Enum, auto

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from mentordesk.domain.progress_said import ChartTable


@dataclass(frozen=True)
class ChartPoint:
    """A place on a chart in the data coordinates of its Axes, and what it says."""

    x: float
    y: float
    label: str


class Aim(Enum):
    """Along which way the nearest point is looked for."""

    ACROSS = auto()
    DOWN = auto()
    BOTH = auto()


@dataclass(frozen=True)
class ChartView:
    """A chart in all its forms.

    Attributes:
        figure: with a canvas of its own; its size may differ from the size asked for.
        axes: the Axes whose ``transData`` turns points into pixels (origin at the lower left).
        points: in reading order, for hovering and arrow keys.
        table: the same facts in rows.
        sentence: the same facts in one or two sentences.
        aim: along which way a point is the nearest one.
        own_height: whether the figure takes the height that its rows need.
    """

    figure: Figure
    axes: Axes
    points: tuple[ChartPoint, ...]
    table: ChartTable
    sentence: str
    aim: Aim = Aim.ACROSS
    own_height: bool = False
