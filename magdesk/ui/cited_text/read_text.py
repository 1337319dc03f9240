"""Text that a screen reader reads part by part: Down reads on, Tab goes from link to link."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QTextBrowser, QWidget
from shiboken6 import delete

from magdesk.ui.cited_text.text_parts import Span, spans_of
from magdesk.ui.widgets.access.accessible_roles import as_part, as_text

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class TextPart(QObject):
    """A paragraph or a link of a text, as a screen reader finds it."""

    def __init__(self, view: ReadText, span: Span) -> None:
        super().__init__(view)
        self.view = view
        self.span = span
        self.is_link = bool(span.address)
        self.words = _link_name(span) if self.is_link else span.words
        self.about = "" if span.address.startswith("#") else span.address
        as_part(self)

    def rect(self) -> QRect:
        """Return where it stands on the screen."""
        viewport = self.view.viewport()
        area = self.view.area_of(self.span)
        return QRect(viewport.mapToGlobal(area.topLeft()), area.size())

    def has_focus(self) -> bool:
        """Return whether it is the one that is read."""
        return self.view.hasFocus() and self.view.current is self


def _link_name(span: Span) -> str:
    """Return what a link is called: what it opens."""
    if span.address.startswith("#"):
        words = QCoreApplication.translate("Links", "Go to the source {number}")
        return words.format(number=span.words.strip("[]"))
    words = QCoreApplication.translate("Links", "Open in the browser: {page}")
    tells = span.about and span.about != span.address
    return words.format(page=span.about if tells else span.words)


class ReadText(QTextBrowser):
    """``part_reached`` tells where the part stands that is read now.

    Without a screen reader the arrow keys scroll, as in every text.
    """

    part_reached = Signal(QRect)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: list[TextPart] | None = None
        self._place: int | None = None
        as_text(self)

    # --- what a screen reader finds ---------------------------------------------------------

    def parts(self) -> list[TextPart]:
        """Return the parts of the text that is shown."""
        if self._parts is None:
            self._parts = [TextPart(self, span) for span in spans_of(self.document())]
        return self._parts

    @property
    def current(self) -> TextPart | None:
        """The part that is read; None before the focus came."""
        return None if self._place is None else self.parts()[self._place]

    def forget_parts(self) -> None:
        """Call it when another text is shown, or the same in another look."""
        gone, self._parts = self._parts or [], None
        for part in gone:
            delete(part)
        if self.hasFocus():
            self._begin()
        else:
            self._place = None

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
        self._begin()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go to the next link, or out of the text after the last."""
        moved = super().focusNextPrevChild(forward)
        cursor = self.textCursor()
        if moved and self.hasFocus() and cursor.hasSelection() and cursor.charFormat().isAnchor():
            self.part_reached.emit(self.cursorRect())
            if QAccessible.isActive():
                self._to_link(cursor.selectionStart())
        return moved

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Read on where a key means that; on a link the key for copying takes its address."""
        if event.matches(QKeySequence.StandardKey.Copy) and self._address_marked():
            QGuiApplication.clipboard().setText(self._address_marked())
        elif not self.reads_on(event):
            super().keyPressEvent(event)

    def reads_on(self, event: QKeyEvent) -> bool:
        """Read the next part, or the one before; False without a screen reader or such a key."""
        step = _STEPS.get(Qt.Key(event.key()))
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if step is None or held != Qt.KeyboardModifier.NoModifier or not QAccessible.isActive():
            return False
        return self._read(step)

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
        for place, part in enumerate(self.parts()):
            if part.span.start == start and not part.is_link:
                self._go_to(place)

    def _begin(self) -> None:
        last = len(self.parts()) - 1 if QAccessible.isActive() else -1
        self._place = min(self._place or 0, last) if last >= 0 else None
        if self._place is not None:
            QTimer.singleShot(0, self, self._tell)

    def _read(self, step: int) -> bool:
        """Read so many paragraphs on; return whether there is one."""
        parts = self.parts()
        place = (-1 if self._place is None else self._place) + step
        while 0 <= place < len(parts) and parts[place].is_link:
            place += step
        if not 0 <= place < len(parts):
            return False
        self._go_to(place)
        return True

    def _go_to(self, place: int) -> None:
        self._place = place
        span = self.parts()[place].span
        cursor = QTextCursor(self.document())
        cursor.setPosition(span.start)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self.part_reached.emit(self.area_of(span))
        self._tell()

    def _to_link(self, start: int) -> None:
        for place, part in enumerate(self.parts()):
            if part.is_link and part.span.start == start:
                self._place = place
        self._tell()

    def _tell(self) -> None:
        if self.current is not None and self.hasFocus():
            QAccessible.updateAccessibility(QAccessibleEvent(self.current, QAccessible.Event.Focus))
            self.viewport().update()  # the ring is where one reads


def _names(block: QTextBlock) -> list[str]:
    """Return the names by which addresses within the text lead to a paragraph."""
    iterator, names = block.begin(), list[str]()
    while not iterator.atEnd():
        names += iterator.fragment().charFormat().anchorNames()
        iterator += 1
    return names
