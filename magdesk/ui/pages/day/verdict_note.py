"""The verdict of a day: a note that the Tab key stops at, so that it can be read again."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from magdesk.ui.look.theme import Theme
from magdesk.ui.widgets.access.accessible_roles import as_group
from magdesk.ui.widgets.access.focus import RingMemory, paint_ring
from magdesk.ui.widgets.cards import Note, NoteKind
from magdesk.ui.widgets.drawn import Ringed
from magdesk.ui.widgets.text import escape


class VerdictNote(Ringed, Note):
    """Shows what came out, in the colours of its kind."""

    def __init__(self) -> None:
        super().__init__("info", "", "")
        self.ring_memory = RingMemory()
        self.identifier("day.verdict")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        as_group(self, self.tr("Plan"))

    @property
    def words(self) -> str:
        return self.accessibleName()

    def show_verdict(self, kind: NoteKind, title: str, text: str) -> None:
        """Show this verdict in place of the one before."""
        self.set_kind(kind, "alert" if kind in ("caution", "danger") else None)
        self.set_text(escape(title), escape(text))
        self.setAccessibleName(" ".join(part for part in (title, text) if part))

    def draw(self, painter: QPainter, theme: Theme, one: float) -> None:
        super().draw(painter, theme, one)
        if self.ring_shown():
            paint_ring(painter, QRectF(self.rect()), 8 * one, one, theme)
