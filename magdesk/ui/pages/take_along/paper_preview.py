"""Pages as they will be printed, one below the other, as wide as there is room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPdfWriter
from PySide6.QtWidgets import QSizePolicy, QWidget

from magdesk.report.blocks import Document
from magdesk.report.plain_text import as_text
from magdesk.ui.export.document_pdf import DOTS, unwritten_paper
from magdesk.ui.export.paper_pages import MARGIN_MM, Paper, paint_page, paper_of
from magdesk.ui.look.theme import current_theme, unit
from magdesk.ui.widgets.access.accessible_roles import as_picture
from magdesk.ui.widgets.layouts.boxes import let_wrap

_PAGE_MM = (210.0, 297.0)
_GAP, _LEAST, _MOST = 12.0, 320.0, 760.0


class PaperPreview(QWidget):
    """Black on white in every theme; a screen reader reads the words of the pages."""

    def __init__(self, page_words: str) -> None:
        super().__init__()
        self._page_words = page_words
        self._device: QPdfWriter | None = None
        self._paper: Paper | None = None
        self.setObjectName("page.preview")
        self.setAccessibleIdentifier("page.preview")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        as_picture(self)
        let_wrap(self, QSizePolicy.Policy.Expanding)

    @property
    def page_count(self) -> int:
        return 0 if self._paper is None else len(self._paper.pages)

    def show_report(self, report: Document) -> None:
        if self._device is None:
            self._device = unwritten_paper()
        self._paper = paper_of(report, self._device, self._page_words)
        self.setAccessibleName(self.tr("Preview of %n page(s)", "", self.page_count))
        self.setAccessibleDescription(as_text(report))
        self.updateGeometry()
        self.update()

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
        gap = _GAP * unit(self)
        wide, tall = self._page_size(self.width())
        left = (self.width() - wide) / 2
        for number in range(self.page_count):
            box = QRectF(left, gap + number * (tall + gap), wide, tall)
            if box.toAlignedRect().intersects(event.rect()):
                self._paint(painter, box, number)
        if self.hasFocus():
            painter.setPen(current_theme().color("focus"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -2, -2))
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

    def _page_size(self, width: int) -> tuple[float, float]:
        one = unit(self)
        wide = min(max(width - 2 * _GAP * one, _LEAST * one / 2), _MOST * one)
        return wide, wide * _PAGE_MM[1] / _PAGE_MM[0]
