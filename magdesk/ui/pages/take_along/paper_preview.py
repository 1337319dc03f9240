"""Pages as they will be printed, one below the other, as wide as there is room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPdfWriter
from PySide6.QtWidgets import QSizePolicy, QWidget

from magdesk.report.blocks import Document
from magdesk.ui.cited_text.part_reading import PartReading, TextPart
from magdesk.ui.cited_text.text_parts import Span, spans_of
from magdesk.ui.export.document_pdf import DOTS, unwritten_paper
from magdesk.ui.export.paper_pages import MARGIN_MM, Paper, paint_page, paper_of, place_on_paper
from magdesk.ui.look.theme import current_theme, unit
from magdesk.ui.widgets.access.accessible_roles import as_text
from magdesk.ui.widgets.layouts.boxes import let_wrap

_PAGE_MM = (210.0, 297.0)
_GAP, _LEAST, _MOST = 12.0, 320.0, 760.0


class PaperPreview(QWidget):
    """Black on white in every theme; a screen reader reads what is drawn, part by part.

    ``part_reached`` tells where the part stands that is read now.
    """

    part_reached = Signal(QRect)

    def __init__(self, page_words: str) -> None:
        super().__init__()
        self._page_words = page_words
        self._device: QPdfWriter | None = None
        self._paper: Paper | None = None
        self.setObjectName("page.preview")
        self.setAccessibleIdentifier("page.preview")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._reading = PartReading(self, self._spans, self._place_of, self._reached)
        as_text(self)
        let_wrap(self, QSizePolicy.Policy.Expanding)

    @property
    def page_count(self) -> int:
        return 0 if self._paper is None else len(self._paper.pages)

    def show_report(self, report: Document) -> None:
        if self._device is None:
            self._device = unwritten_paper()
        self._paper = paper_of(report, self._device, self._page_words)
        self.setAccessibleName(self.tr("Preview of %n page(s)", "", self.page_count))
        self._reading.forget_parts()
        self.updateGeometry()
        self.update()

    # --- what a screen reader finds ---------------------------------------------------------

    def parts(self) -> list[TextPart]:
        """Return the parts of the pages, as they are drawn."""
        return self._reading.parts()

    @property
    def current(self) -> TextPart | None:
        """The part that is read; None before the focus came."""
        return self._reading.current

    def _spans(self) -> list[Span]:
        if self._paper is None:
            return []
        document, foot = self._paper.document, self._paper.foot
        behind = document.characterCount()
        return [*spans_of(document), *([Span(behind, behind, foot)] if foot else [])]

    def _area_of(self, span: Span) -> QRect:
        """Return where a part is drawn."""
        assert self._paper is not None
        number, box = place_on_paper(self._paper, span.start, span.end)
        page = self._page_box(number)
        scale = page.width() / (_PAGE_MM[0] / 25.4 * DOTS)
        margin = page.width() * MARGIN_MM / _PAGE_MM[0]
        corner = QPointF(page.left() + margin, page.top() + margin) + box.topLeft() * scale
        return QRectF(corner, box.size() * scale).toAlignedRect()

    def _place_of(self, span: Span) -> QRect:
        area = self._area_of(span)
        return QRect(self.mapToGlobal(area.topLeft()), area.size())

    def _reached(self, span: Span) -> None:
        self.part_reached.emit(self._area_of(span))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin to read, once the event is over."""
        super().focusInEvent(event)
        self._reading.begin()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._reading.reads_on(event):
            super().keyPressEvent(event)

    # --- drawing ----------------------------------------------------------------------------

    def heightForWidth(self, width: int) -> int:
        gap = _GAP * unit(self)
        return round(self.page_count * (self._page_size(width)[1] + gap) + gap)

    def sizeHint(self) -> QSize:
        width = round(_LEAST * unit(self))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(round(_LEAST * unit(self) / 2), 0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._paper is None:
            return
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
        )
        for number in range(self.page_count):
            box = self._page_box(number)
            if box.toAlignedRect().intersects(event.rect()):
                self._paint(painter, box, number)
        if self.hasFocus():
            part = self.current
            ring = self.rect() if part is None else self._area_of(part.span)
            painter.setPen(current_theme().color("focus"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(ring).adjusted(1, 1, -2, -2))
        painter.end()

    def _paint(self, painter: QPainter, box: QRectF, number: int) -> None:
        assert self._paper is not None
        painter.setPen(current_theme().color("line2"))
        painter.setBrush(Qt.GlobalColor.white)
        painter.drawRect(box)
        painter.save()
        margin = box.width() * MARGIN_MM / _PAGE_MM[0]
        painter.translate(box.left() + margin, box.top() + margin)
        scale = box.width() / (_PAGE_MM[0] / 25.4 * DOTS)
        painter.scale(scale, scale)
        paint_page(painter, self._paper, number)
        painter.restore()

    def _page_box(self, number: int) -> QRectF:
        gap = _GAP * unit(self)
        wide, tall = self._page_size(self.width())
        return QRectF((self.width() - wide) / 2, gap + number * (tall + gap), wide, tall)

    def _page_size(self, width: int) -> tuple[float, float]:
        one = unit(self)
        wide = min(max(width - 2 * _GAP * one, _LEAST * one / 2), _MOST * one)
        return wide, wide * _PAGE_MM[1] / _PAGE_MM[0]
