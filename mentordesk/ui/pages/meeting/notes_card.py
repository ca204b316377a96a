"""The notes of a meeting, kept while they are typed."""

from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentordesk.domain.errors import KnownError, NotFoundError
from mentordesk.domain.text import many_lines
from mentordesk.ui.context import Context
from mentordesk.ui.theme import FontRole, scaled
from mentordesk.ui.widgets.buttons import LinkButton
from mentordesk.ui.widgets.labels import CapsLabel, RoleLabel
from mentordesk.ui.widgets.markdown_editor import NoteEditor
from mentordesk.ui.widgets.marks import IconLabel
from mentordesk.ui.words import tr

_IDLE = 5 * 60 * 1000
"""Milliseconds after which what is typed next is a new step to undo."""

_LOWEST, _MARGIN = 320, 16


class NotesCard(QWidget):
    """An editor whose text is in the file two seconds after it was typed; above it who sees it."""

    sharing_wanted = Signal(bool)
    """The note is to be shown to the other side, or kept by me."""

    def __init__(self, context: Context, initiator: object) -> None:
        super().__init__()
        self._context = context
        self._initiator = initiator
        self._meeting: UUID | None = None
        self._kept = ""
        self._unsaved: dict[UUID, str] = {}
        self.editor = NoteEditor(
            tr("Notes"),
            placeholder=tr("What was said, decided, left open"),  # one line: Qt cuts the next
        )
        self.editor.setToolTip(tr("**Bold**, - lists and # headings"))
        self.editor.document().setDocumentMargin(_MARGIN)
        self.editor.setMinimumHeight(scaled(_LOWEST))
        self.editor.setReadOnly(context.desk.read_only)
        self.editor.text_edited.connect(self._keep)
        self._shared = False
        self._lock = IconLabel("lock", size=14)
        self.seen = LinkButton(tr("Only I see this"))
        self.seen.setProperty("slim", "true")
        self.seen.clicked.connect(self._want_other)
        self._trouble = RoleLabel(role=FontRole.SECONDARY, tone="attention", wrap=True)
        self._trouble.hide()
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(_IDLE)
        self._idle.timeout.connect(self._finish)
        self._assemble()
        context.saving.connect(self.flush)

    def show_note(self, meeting: UUID, text: str) -> None:
        """Show the note of a meeting; words that are not kept yet are left alone."""
        if meeting == self._meeting and text in (self._kept, many_lines(self.editor.markdown())):
            return
        self._meeting, self._kept = meeting, text
        unsaved = self._unsaved.get(meeting)
        self._trouble.setVisible(unsaved is not None)
        self.editor.load(text if unsaved is None else unsaved)

    def show_seen(self, *, shared: bool, name: str, changeable: bool) -> None:
        """Say who sees the note; ``changeable`` where that can be chosen."""
        said = tr("Shared with {name}", name=name) if shared else tr("Only I see this")
        self._shared = shared
        self.seen.setText(said)
        self.seen.setAccessibleName(tr("Who sees the notes: {who}", who=said))
        self.seen.setEnabled(changeable)
        self.seen.setToolTip(tr("Keep to myself") if shared else tr("Share with {name}", name=name))
        self._lock.set_icon("people" if shared else "lock")

    def _want_other(self) -> None:
        self.sharing_wanted.emit(not self._shared)

    def flush(self) -> None:
        """Keep what was typed until now, also what could not be kept before."""
        self.editor.flush()
        if self._meeting in self._unsaved:
            self._keep(self.editor.markdown())

    def leave(self) -> None:
        """Keep what was typed and end this step: the page is left."""
        self.flush()
        self._finish()

    def forget(self) -> None:
        """Let go of the meeting: it is not there any more."""
        self._meeting = None
        self.editor.load("")

    def _keep(self, text: str) -> None:
        meeting = self._meeting
        if meeting is None or (many_lines(text) == self._kept and meeting not in self._unsaved):
            return
        key = ("notes", meeting)
        try:
            self._context.desk.notes.save_note(meeting, text, key, initiator=self._initiator)
        except NotFoundError:
            self.forget()
        except KnownError as error:
            self._unsaved[meeting] = text
            self._trouble.setText(tr("Not saved yet. {why}", why=str(error)))
            self._trouble.show()
        else:
            self._unsaved.pop(meeting, None)
            self._kept = many_lines(text)
            self._trouble.hide()
            self._idle.start()

    def _finish(self) -> None:
        self._idle.stop()
        self._context.desk.notes.finish()

    def _assemble(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(0)
        caption = CapsLabel(tr("Notes"))
        head.addWidget(caption, 1)
        for part in (self._lock, self.seen):
            # No higher than the caption, so that the captions of all columns stand in one line.
            part.setMaximumHeight(caption.sizeHint().height())
            head.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.editor, 1)
        layout.addWidget(self._trouble)
