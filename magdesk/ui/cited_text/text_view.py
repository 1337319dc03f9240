"""Rich text as tall as it is: the page around it scrolls, Tab goes from link to link."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil
from typing import Any

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, QUrl
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QTextDocument, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSlider,
    QFrame,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from magdesk.knowledge.bibliography import Reference
from magdesk.ui.cited_text.passages import Passage
from magdesk.ui.cited_text.read_text import ReadText
from magdesk.ui.cited_text.rich_text import (
    SCHEME,
    TextLook,
    passages_html,
    picture,
    sources_html,
    text_look,
)
from magdesk.ui.look.theme import current_theme, unit
from magdesk.ui.widgets.access.focus import RingMemory, paint_ring
from magdesk.ui.widgets.layouts.boxes import let_wrap, spaced
from magdesk.ui.widgets.links.link_opening import open_address
from magdesk.ui.widgets.scroll import own_viewport

_Action = QAbstractSlider.SliderAction
_SCROLLS = {
    Qt.Key.Key_Up: _Action.SliderSingleStepSub,
    Qt.Key.Key_Down: _Action.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: _Action.SliderPageStepSub,
    Qt.Key.Key_PageDown: _Action.SliderPageStepAdd,
    Qt.Key.Key_Home: _Action.SliderToMinimum,
    Qt.Key.Key_End: _Action.SliderToMaximum,
}

TEXT_INSET = 6.0
"""Room in u around the text, for the focus ring and a gap."""

_NARROWEST = 80.0
_AROUND_PART = 40.0
"""Room in u that is kept in view above and below the part that is read."""


class TextView(ReadText):
    """Text to read, select and copy in a page that scrolls; its links open in the browser.

    It is set anew in other colours and in another font.
    """

    _html_in: Callable[[TextLook], str] | None = None

    def __init__(self, name: str, page: QScrollArea) -> None:
        super().__init__()
        self._page = page
        self._make_viewport()
        self._ring = RingMemory()
        self._heights: dict[int, int] = {}
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().rangeChanged.connect(self._stay_in_place)
        let_wrap(self, QSizePolicy.Policy.Expanding)
        self.document().setDocumentMargin(TEXT_INSET * unit(self))
        self.anchorClicked.connect(self._follow)
        self.part_reached.connect(self._show_part)

    def _make_viewport(self) -> None:
        viewport = own_viewport(self, filled=False)
        viewport.setMouseTracking(True)  # links are told while the mouse is over them
        viewport.setCursor(Qt.CursorShape.IBeamCursor)
        self.document().documentLayout().setPaintDevice(viewport)

    def show_text(self, html_in: Callable[[TextLook], str]) -> None:
        """Show what this makes of the fonts and colours of the moment."""
        self._html_in = html_in
        if self.document().defaultFont() != self.font():
            self.document().setDefaultFont(self.font())
        self._heights.clear()
        self.setHtml(html_in(text_look(self)))
        self.forget_parts()
        self.updateGeometry()

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Draw the pictures of the text; nothing is ever loaded from anywhere."""
        url = QUrl(name)
        if url.scheme() == SCHEME and kind == QTextDocument.ResourceType.ImageResource.value:
            return picture(url.path(), unit(self), self.devicePixelRatioF())
        return None

    def heightForWidth(self, width: int) -> int:
        height = self._heights.get(width)
        if height is None:
            document, shown_width = self.document(), self.viewport().width()
            if document.textWidth() != width:
                document.setTextWidth(width)
            height = self._heights[width] = ceil(document.size().height())
            if width != shown_width:
                document.setTextWidth(shown_width)
        return height

    def sizeHint(self) -> QSize:
        return QSize(self.width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """Narrow, and never less tall than the text."""
        return QSize(round(_NARROWEST * unit(self)), self.heightForWidth(self.width()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        other_look = event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange)
        if other_look and self._html_in is not None:
            self.show_text(self._html_in)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring.focus_came(event.reason())
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand scrolling to the page around; the rest is reading, copying and following links."""
        self._ring.key_pressed()
        if self.reads_on(event):
            return
        action = _SCROLLS.get(Qt.Key(event.key()))
        if action is not None and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            self._page.verticalScrollBar().triggerAction(action)
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.hasFocus() or not self._ring.shown:
            return
        one = unit(self)
        if self._is_on_link():
            area, radius = self._link_area(2 * one), 3 * one
        elif self.textCursor().hasSelection():
            return
        elif self.current is not None:
            area, radius = QRectF(self.area_of(self.current.span)), 3 * one
        else:
            area, radius = QRectF(self.viewport().rect()), 5 * one
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ring(painter, area, radius, one, current_theme())
        painter.end()

    def _follow(self, address: QUrl) -> None:
        """Open a source in the browser; the program itself opens no connection."""
        open_address(self, address.toString())

    def _show_part(self, rect: QRect) -> None:
        canvas = self._page.widget()
        if canvas is not None:
            place = self.mapTo(canvas, rect.center())
            self._page.ensureVisible(place.x(), place.y(), 0, round(_AROUND_PART * unit(self)))

    def _is_on_link(self) -> bool:
        cursor = self.textCursor()
        return cursor.hasSelection() and cursor.charFormat().isAnchor()

    def _link_area(self, gap: float) -> QRectF:
        """The lines of the link the keyboard is on, with a gap around."""
        ends = (self.textCursor().selectionStart(), self.textCursor().selectionEnd())
        cursor, rects = self.textCursor(), []
        for end in ends:
            cursor.setPosition(end)
            rects.append(QRectF(self.cursorRect(cursor)))
        area = rects[0].united(rects[1])
        if rects[0].top() != rects[1].top():
            area.setLeft(gap)
            area.setRight(self.viewport().width() - gap)
        return area.adjusted(-gap, -gap / 2, gap, gap / 2)

    def _stay_in_place(self, _lowest: int, highest: int) -> None:
        """The whole text is in view, so nothing inside ever scrolls."""
        if highest:
            self.verticalScrollBar().setRange(0, 0)


class TextPart(QWidget):
    """A text and below it the numbered sources; it stands in a page that scrolls."""

    def __init__(self, name: str, page: QScrollArea) -> None:
        super().__init__()
        self.text = TextView(name, page)
        self.sources = TextView(self.tr("Sources"), page)
        column = spaced(QVBoxLayout(self), 4 * unit(self))
        column.addWidget(self.text)
        column.addWidget(self.sources)
        self.setFocusProxy(self.text)

    def show_passages(self, passages: Sequence[Passage], references: Sequence[Reference]) -> None:
        """Show this text."""
        heading = self.tr("Sources")
        self.text.show_text(lambda look: passages_html(passages, references, look))
        self.sources.setVisible(bool(references))
        self.sources.show_text(lambda look: sources_html(heading, references, look))
