"""Everything that a chart is drawn with besides its facts."""

from dataclasses import dataclass
from datetime import date

from mentordesk.charts.palette import Palette
from mentordesk.domain.dates_said import Translate


@dataclass(frozen=True)
class Frame:
    """How a chart is to be drawn.

    Attributes:
        today: the day it is drawn for.
        palette: colours and type.
        size_inches: width and height; a chart of rows takes the height that they need.
        dpi: pixels to an inch; the layout does not depend on it.
        tr: translates words.
        caption: whether the sentence stands under the chart, for a file that stands alone.
    """

    today: date
    palette: Palette
    size_inches: tuple[float, float]
    dpi: float
    tr: Translate = str.format
    caption: bool = False
