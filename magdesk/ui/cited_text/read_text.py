"""Text that a screen reader reads part by part: Down reads on, Tab goes from link to link."""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import (
    QAccessible,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

from magdesk.ui.cited_text.part_reading import PartReading, TextPart
from magdesk.ui.cited_text.text_parts import Span, spans_of
from magdesk.ui.widgets.access.accessible_roles import as_text


class ReadText(QTextBrowser):
    """``part_reached`` tells where the part stands that is read now.

    Without a screen reader the arrow keys scroll, as in every text.
    """

    part_reached = Signal(QRect)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading = PartReading(self, self._spans, self._place_of, self._reached)
        as_text(self)

    # --- what a screen reader finds ---------------------------------------------------------

    def parts(self) -> list[TextPart]:
        """Return the parts of the text that is shown."""
        return self._reading.parts()

    @property
    def current(self) -> TextPart | None:
        """The part that is read; None before the focus came."""
        return self._reading.current

    def forget_parts(self) -> None:
        """Call it when another text is shown, or the same in another look."""
        self._reading.forget_parts()

    def _spans(self) -> list[Span]:
        return spans_of(self.document())

    def _place_of(self, span: Span) -> QRect:
        area = self.area_of(span)
        return QRect(self.viewport().mapToGlobal(area.topLeft()), area.size())

    def area_of(self, span: Span) -> QRect:
        """Return where a part stands in the viewport."""
        cursor, ends = self.textCursor(), []
        for place in (span.start, span.end):
            cursor.setPosition(min(place, self.document().characterCount() - 1))
            ends.append(self.cursorRect(cursor))
        area = ends[0].united(ends[1])
        if ends[0].top() != ends[1].top():
            area.setLeft(0)
            area.setRight(self.viewport().width())
        return area

    # --- reading ----------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin to read, once the event is over."""
        super().focusInEvent(event)
        self._reading.begin()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go to the next link, or out of the text after the last."""
        moved = super().focusNextPrevChild(forward)
        cursor = self.textCursor()
        if moved and self.hasFocus() and cursor.hasSelection() and cursor.charFormat().isAnchor():
            self.part_reached.emit(self.cursorRect())
            if QAccessible.isActive():
                self._reading.to_link(cursor.selectionStart())
        return moved

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Read on where a key means that; on a link the key for copying takes its address."""
        if event.matches(QKeySequence.StandardKey.Copy) and self._address_marked():
            QGuiApplication.clipboard().setText(self._address_marked())
        elif not self.reads_on(event):
            super().keyPressEvent(event)

    def reads_on(self, event: QKeyEvent) -> bool:
        """Read the next part, or the one before; False without a screen reader or such a key."""
        return self._reading.reads_on(event)

    def _address_marked(self) -> str:
        """Return the web address of the link that is marked, as Tab marks it; else nothing."""
        cursor = self.textCursor()
        marked = (cursor.selectionStart(), cursor.selectionEnd())
        links = (span for span in spans_of(self.document()) if (span.start, span.end) == marked)
        address = next((link.address for link in links), "")
        return "" if address.startswith("#") else address

    def read_at(self, name: str) -> None:
        """Read the paragraph that an address within the text leads to."""
        block = self.document().begin()
        while block.isValid() and name not in _names(block):
            block = block.next()
        start = block.position() if block.isValid() else -1
        for part in self.parts():
            if part.span.start == start and not part.is_link:
                self._reading.go_to(part)

    def _reached(self, span: Span) -> None:
        cursor = QTextCursor(self.document())
        cursor.setPosition(span.start)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self.part_reached.emit(self.area_of(span))


def _names(block: QTextBlock) -> list[str]:
    """Return the names by which addresses within the text lead to a paragraph."""
    iterator, names = block.begin(), list[str]()
    while not iterator.atEnd():
        names += iterator.fragment().charFormat().anchorNames()
        iterator += 1
    return names
