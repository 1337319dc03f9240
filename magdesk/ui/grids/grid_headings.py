"""The headings of a grid, above and at the left; both stay while it scrolls."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHeaderView, QTableView

from magdesk.ui.grids.grid_contents import GridContents
from magdesk.ui.look.theme import current_theme

_ACROSS = Qt.Orientation.Horizontal


class FrozenHeading(QHeaderView):
    """Lets the contents paint each heading, and rules off the row of headings above."""

    def __init__(
        self, orientation: Qt.Orientation, view: QTableView, contents: GridContents
    ) -> None:
        super().__init__(orientation, view)
        self._contents = contents
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        end = self.length() - self.offset()
        across = self.orientation() == _ACROSS
        rest = self.viewport().rect().adjusted(end if across else 0, 0 if across else end, 0, 0)
        painter = QPainter(self.viewport())
        _paint_ground(painter, rest, self._contents, ruled=across)
        painter.end()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        across = self.orientation() == _ACROSS
        painter.save()
        painter.setClipRect(rect)
        _paint_ground(painter, rect, self._contents, ruled=across)
        paint = self._contents.paint_column if across else self._contents.paint_row
        paint(painter, QRectF(rect), section)
        painter.restore()


class CornerPainter(QObject):
    """Paints the corner where both headings meet; the button there does nothing else."""

    def __init__(self, view: QTableView, contents: GridContents) -> None:
        super().__init__(view)
        self._contents = contents
        corner = view.findChild(QAbstractButton)
        if corner is not None:
            corner.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.Paint or not isinstance(watched, QAbstractButton):
            return False
        painter = QPainter(watched)
        _paint_ground(painter, watched.rect(), self._contents, ruled=True)
        self._contents.paint_corner(painter, QRectF(watched.rect()))
        painter.end()
        return True


def _paint_ground(painter: QPainter, rect: QRect, contents: GridContents, *, ruled: bool) -> None:
    theme = current_theme()
    painter.fillRect(rect, theme.color("surface"))
    if ruled:
        thickness = max(1, round(contents.type.unit))
        line = rect.adjusted(0, rect.height() - thickness, 0, 0)
        painter.fillRect(line, theme.color("line2"))
