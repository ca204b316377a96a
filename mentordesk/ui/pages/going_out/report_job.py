"""Make pages of a report that came through the gate."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from mentordesk.domain.exits import ExitKind
from mentordesk.domain.release import Released
from mentordesk.domain.reports import Part, ReportHead
from mentordesk.domain.text import file_name
from mentordesk.ui.labels import label, rhythm
from mentordesk.ui.paged import Pages, Paper
from mentordesk.ui.pages.going_out.job import Job
from mentordesk.ui.words import tr

FORMATS = {".pdf": "Pages (PDF)", ".html": "Web page (HTML)", ".md": "Text (Markdown)"}
"""What a report can be saved as, by the suffix of its file."""


@dataclass(frozen=True)
class Report:
    """A report that has passed the gate, on a day and for a paper."""

    head: ReportHead
    released: Released[Part]
    today: date
    paper: Paper

    def html(self) -> str:
        """Return it as one HTML file."""
        from mentordesk.reports.report import report_html
        from mentordesk.reports.sheet import Words

        words = Words(tr, label, rhythm)
        return report_html(self.released, self.head, self.today, words)

    def markdown(self) -> str:
        """Return it as Markdown."""
        from mentordesk.reports.report import report_markdown
        from mentordesk.reports.sheet import Words

        words = Words(tr, label, rhythm)
        return report_markdown(self.released, self.head, self.today, words)

    def pages(self) -> Pages:
        """Lay it out; the pages belong to the thread that asks for them."""
        kind = label(self.head.kind)
        who = " · ".join(part for part in (kind, self.head.me, self.head.name) if part)
        return Pages(self.html(), self.paper, foot=who)

    def pieces(self, suffix: str) -> Iterator[bytes]:
        """Yield the bytes of its file; those of a PDF after an empty piece for each page."""
        if suffix == ".pdf":
            yield from self.pages().pdf(label(self.head.kind))
        elif suffix == ".html":
            yield self.html().encode()
        else:
            yield self.markdown().encode()


def report_job(report: Report, suffix: str) -> Job:
    """Return the job of saving a report under a name with this suffix, and without any names."""
    day = report.today.isoformat()
    return Job(
        released=report.released,
        what=ExitKind.REPORT,
        name=file_name(f"{label(report.head.kind)} {day}", suffix),
        formats={suffix: tr(FORMATS[suffix])},
        pieces=partial(report.pieces),
        steps=max(1, len(report.released.items) // 25),
        said=_said,
    )


def _said(name: str) -> str:
    return tr("Saved {name}", name=name)
