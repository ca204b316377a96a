"""The key of a chart: a small sample of each mark with its name, in one line."""

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.artist import Artist
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from mentordesk.charts.palette import BODY_POINTS
from mentordesk.charts.sheet import Sheet

_SAMPLE = 12
_GAP = 6
_BETWEEN = 16


@dataclass(frozen=True)
class Fill:
    """How an area is drawn; areas differ by hatch and edge, not only by colour."""

    face: str
    edge: str
    hatch: str = ""
    dash: str = "-"

    def patch(self, left: float, bottom: float, width: float, height: float) -> Rectangle:
        """Return a rectangle of it in the coordinates of some Axes."""
        return Rectangle(
            (left, bottom),
            width,
            height,
            facecolor=self.face,
            edgecolor=self.edge,
            hatch=self.hatch,
            linestyle=self.dash,
            linewidth=1.0,
            clip_on=False,
        )


@dataclass(frozen=True)
class Mark:
    """How a single point is drawn."""

    marker: str
    size: float
    face: str
    edge: str

    def line(
        self, sheet: Sheet, across: Sequence[float], up: Sequence[float], order: float = 4
    ) -> Line2D:
        """Return marks at some places in the coordinates of some Axes."""
        scale = sheet.palette.text_size / BODY_POINTS
        return Line2D(
            across,
            up,
            linestyle="none",
            marker=self.marker,
            markersize=self.size * scale,
            markerfacecolor=self.face,
            markeredgecolor=self.edge,
            markeredgewidth=1.1 * scale,
            zorder=order,
            clip_on=False,
        )


Sample = Fill | Mark


def write_key(sheet: Sheet, entries: Sequence[tuple[Sample, str]], right: float, up: float) -> None:
    """Write samples and names in one line that ends at ``right``, as many as have room (inches)."""
    for sample, words in reversed(entries):
        text = sheet.clean(words)
        left = right - sheet.text_width(text)
        across = left - (_GAP + _SAMPLE) * sheet.unit
        if across < _BETWEEN * sheet.unit:
            return
        sheet.write(left, up, text, colour=sheet.palette.quiet)
        _add_sample(sheet, sample, (across, up))
        right = across - _BETWEEN * sheet.unit


def _add_sample(sheet: Sheet, sample: Sample, at: tuple[float, float]) -> None:
    across, up = at
    size = _SAMPLE * sheet.unit
    drawn: Artist = (
        sample.patch(across, up - size / 2, size, size)
        if isinstance(sample, Fill)
        else sample.line(sheet, [across + size / 2], [up])
    )
    drawn.set_transform(sheet.figure.dpi_scale_trans)
    sheet.figure.add_artist(drawn)
