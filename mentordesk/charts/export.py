"""Write a chart as PNG, SVG or PDF: the same facts always come to the same bytes."""

from datetime import date
from io import BytesIO
from typing import Final

from matplotlib import rc_context
from matplotlib.figure import Figure

from mentordesk.charts.draw import chart_view
from mentordesk.charts.formats import ChartFormat, chart_format
from mentordesk.charts.palette import PRINT, Palette
from mentordesk.domain.dates_said import Translate
from mentordesk.domain.progress import ChartKind
from mentordesk.domain.release import Releasable, Released

SIZE: Final = (9.0, 4.0)
"""Inches of a written chart: it fills the width of a landscape page, or of a slide."""

PNG_DPI: Final = 200.0
"""Pixels to an inch of a written picture: sharp on paper and on dense screens."""

LARGEST_PIXELS: Final = 30_000
"""Pixels on one side of a picture that common programs still open."""

# No day, no name, no program: nothing but what is drawn.
_NO_METADATA: Final = {
    ChartFormat.PNG: dict.fromkeys(("Software",)),
    ChartFormat.SVG: dict.fromkeys(("Creator", "Date", "Format", "Type")),
    ChartFormat.PDF: dict.fromkeys(("Creator", "Producer", "CreationDate")),
}


def chart_bytes(
    released: Released[Releasable],
    kind: ChartKind,
    fmt: ChartFormat | str,
    *,
    today: date,
    palette: Palette = PRINT,
    size: tuple[float, float] = SIZE,
    tr: Translate = str.format,
) -> bytes:
    """Return a chart file of what the gate has released, with its sentence under it.

    Args:
        released: what may go: facts of the kind that the chart is about.
        kind: which chart.
        fmt: a format or its name, such as ``"png"``.
        today: the day the chart is drawn for.
        palette: dark on white if not given.
        size: inches; a chart of goals takes the height that it needs.
        tr: translates words.

    Raises:
        KnownError: charts are not written in that format.
        TypeError: the facts did not come through the gate.
    """
    if not isinstance(released, Released):
        raise TypeError("a chart leaves only through the gate: release the facts first")
    wanted = chart_format(fmt)
    view = chart_view(
        released.items,
        kind,
        today=today,
        palette=palette,
        size_inches=size,
        dpi=PNG_DPI,
        tr=tr,
        caption=True,
    )
    return figure_bytes(view.figure, wanted)


def figure_bytes(figure: Figure, fmt: ChartFormat) -> bytes:
    """Return a figure as a file that tells nothing but what is drawn."""
    file = BytesIO()
    # Paths instead of text: an SVG looks the same where the font is not installed. The rest is
    # said because a person's own matplotlibrc may say otherwise.
    with rc_context(
        {
            "svg.fonttype": "path",
            "svg.hashsalt": "MentorDesk",
            "pdf.fonttype": 3,
            "pdf.compression": 6,
            "savefig.bbox": None,
            "savefig.edgecolor": "none",
            "savefig.facecolor": "auto",
            "savefig.transparent": False,
        }
    ):
        dots = min(PNG_DPI, LARGEST_PIXELS / max(figure.get_size_inches()))
        figure.savefig(file, format=fmt.value, dpi=dots, metadata=_NO_METADATA[fmt])
    return file.getvalue()
