"""The gate's preview: what goes and what stays, before anything leaves."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, QStandardPaths, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from mentordesk.domain.release import Audience
from mentordesk.ui.context import Context
from mentordesk.ui.pages.going_out.job import Job, Sending
from mentordesk.ui.pages.going_out.summary import GateSummary, ProblemLine
from mentordesk.ui.theme import scaled
from mentordesk.ui.widgets.buttons import PlainButton, PrimaryButton
from mentordesk.ui.widgets.dialogs import MessageDialog
from mentordesk.ui.widgets.forms import Form
from mentordesk.ui.widgets.labels import QuietLabel, SectionLabel
from mentordesk.ui.widgets.marks import SlimProgress
from mentordesk.ui.words import tr

Audiences = Sequence[tuple[Audience, str]]
"""For whom something may go, and what to call them."""

_MARGIN = 24
_ROOM = QSize(32, 64)


class SavingDialog(QDialog):
    """A dialog that saves what came through the gate to a file, shows how far it is, and stops."""

    width_wanted = 560

    def __init__(
        self,
        context: Context,
        title: str,
        explanation: str,
        form: Form,
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent)
        self.context = context
        self.form = form
        self.sending: Sending | None = None
        self.summary = GateSummary()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.problem = ProblemLine()
        self.bar = SlimProgress()
        self.bar.hide()
        self.cancel_button = PlainButton(tr("Cancel"))
        self.cancel_button.clicked.connect(self.reject)
        self.save_button = PrimaryButton(tr("Save…"))
        self.save_button.clicked.connect(self.save)
        self.middle = QVBoxLayout()
        self.middle.setSpacing(16)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        layout.setSpacing(16)
        layout.addWidget(SectionLabel(title, wrap=True))
        layout.addWidget(QuietLabel(explanation, wrap=True))
        layout.addLayout(self.middle, 1)
        layout.addWidget(self.problem)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.bar, 1)
        foot.addStretch(0)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.save_button)
        layout.addLayout(foot)

    def job(self) -> Job | None:
        """Return what shall leave as the dialog stands, or None if that is not clear."""
        raise NotImplementedError

    def save(self) -> None:
        """Ask where to, and write the file there."""
        job = self.job()
        if job is None or not job.released.items or self.sending is not None:
            return
        path = _ask_path(self, job)
        if path is None:
            return
        self.sending = Sending(self.context, job, path)
        self.sending.advanced.connect(self._advance)
        self.sending.finished.connect(self._finish)
        self.sending.stopped.connect(self._explain)
        self.problem.show_sentence("")
        self._set_busy(busy=True)
        self.sending.start()

    @override
    def reject(self) -> None:
        """Stop the writing, or close."""
        if self.sending is None:
            super().reject()
            return
        self.sending.cancel()
        self._rest()

    @override
    def sizeHint(self) -> QSize:
        wanted = super().sizeHint()
        width = max(scaled(self.width_wanted), wanted.width())
        available = self.screen().availableGeometry().size() - _ROOM
        return QSize(width, max(wanted.height(), self.heightForWidth(width))).boundedTo(available)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self.resize(self.sizeHint())  # before it is placed, so that it comes up in its size
        super().showEvent(event)
        self.form.focus_first()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            QTimer.singleShot(0, self, self._grow)
        return super().event(event)

    def _grow(self) -> None:
        """Make room for an opened fold or a problem, as far as the screen allows."""
        wanted = self.sizeHint().height()
        if wanted > self.height():
            self.resize(self.width(), wanted)

    def _advance(self, part: float) -> None:
        self.bar.set_fraction(part, tr("Writing…"))

    def _finish(self) -> None:
        self.sending = None
        self.accept()

    def _explain(self, sentence: str) -> None:
        self._rest()
        self.problem.show_sentence(sentence)

    def _rest(self) -> None:
        self.sending = None
        self._set_busy(busy=False)

    def _set_busy(self, *, busy: bool) -> None:
        self.bar.set_fraction(0, tr("Writing…"))
        self.bar.setVisible(busy)
        self.form.setDisabled(busy)
        self.save_button.setDisabled(busy)
        self.cancel_button.setText(tr("Stop") if busy else tr("Cancel"))
        if busy:
            self.cancel_button.setFocus()


class GoingOutDialog(SavingDialog):
    """Shows what goes and what stays for whoever it is for, and saves it."""

    def __init__(
        self,
        context: Context,
        title: str,
        explanation: str,
        audiences: Audiences,
        make: Callable[[Audience], Job],
        parent: QWidget | None = None,
    ) -> None:
        """Make the dialog.

        Args:
            context: the open desk.
            title: what is about to leave.
            explanation: what it will be.
            audiences: for whom it may be; the first is chosen to begin with.
            make: brings it through the gate for an audience.
            parent: the window.
        """
        form = Form()
        form.add_choice("audience", tr("For whom"), list(audiences))
        super().__init__(context, title, explanation, form, parent)
        self._make = make
        self._names = dict(audiences)
        self.form.edited.connect(self.refresh)
        self.middle.addWidget(self.form)
        self.middle.addWidget(self.summary, 1)
        self.refresh()

    def refresh(self) -> None:
        """Say anew what goes and what stays."""
        job = self.job()
        self.summary.show_released(job.released, self._names[job.released.audience])
        self.save_button.setEnabled(bool(job.released.items))

    @override
    def job(self) -> Job:
        audience = self.form.values()["audience"]
        if not isinstance(audience, Audience):
            raise TypeError("the choice of for whom holds audiences")
        return self._make(audience)


def _ask_path(parent: QWidget, job: Job) -> Path | None:
    """Ask where to save; the file gets one of the job's suffixes, and replaces none unasked."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    start = Path(folder) if Path(folder).is_dir() else Path.home()
    filters = {f"{name} (*{suffix})": suffix for suffix, name in job.formats.items()}
    chosen, chosen_filter = QFileDialog.getSaveFileName(
        parent, tr("Save"), str(start / job.name), ";;".join(filters)
    )
    if not chosen:
        return None
    path = Path(chosen)
    if path.suffix.casefold() in job.formats:
        return path
    path = path.with_name(path.name + filters.get(chosen_filter, next(iter(job.formats))))
    return path if not path.exists() or _may_replace(parent, path) else None


def _may_replace(parent: QWidget, path: Path) -> bool:
    dialog = MessageDialog(
        tr("There is already a file “{name}”.", name=path.name),
        tr("Saving replaces it."),
        button=tr("Replace"),
        cancel=tr("Cancel"),
        parent=parent,
    )
    agreed = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return agreed
