"""The file formats a chart can be written in; known without loading matplotlib."""

from enum import StrEnum
from pathlib import PurePath

from mentordesk.domain.errors import KnownError


class ChartFormat(StrEnum):
    """File formats of a chart; the values are their suffixes without the dot."""

    PNG = "png"
    SVG = "svg"
    PDF = "pdf"


FORMAT_NAMES = {
    ChartFormat.PNG: "Picture (PNG)",
    ChartFormat.SVG: "Drawing (SVG)",
    ChartFormat.PDF: "Page (PDF)",
}


def chart_format(name: str) -> ChartFormat:
    """Return the format for ``"png"``, ``".PNG"`` or a file name such as ``"progress.png"``.

    Raises:
        KnownError: charts are not written in that format.
    """
    suffix = (PurePath(name).suffix or name).lstrip(".").casefold()
    try:
        return ChartFormat(suffix)
    except ValueError as error:
        raise KnownError(
            "A chart can be written as PNG, SVG or PDF; please choose a file name that ends in "
            "one of them."
        ) from error
