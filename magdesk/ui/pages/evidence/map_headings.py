"""The names around the map: outcomes above, forms at the left; both stay while it scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHeaderView

from magdesk.ui.grids.evidence_words import tested_word
from magdesk.ui.grids.grid_metrics import MapLook, line_height, widest_word, width_of, wrapped
from magdesk.ui.look.theme import current_theme

if TYPE_CHECKING:
    from magdesk.ui.pages.evidence.map_view import EvidenceMap

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class OutcomeHeader(QHeaderView):
    """The outcomes, each with how many forms were tested."""

    def __init__(self, view: EvidenceMap) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._view = view
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def sizeHint(self) -> QSize:
        """Room for the name and the line below it."""
        return QSize(super().sizeHint().width(), self._view.header_height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the headings, and what is left beside the last one."""
        super().paintEvent(event)
        end = self.length() - self.offset()
        rest = self.viewport().rect().adjusted(end, 0, 0, 0)
        painter = QPainter(self.viewport())
        painter.fillRect(rest, current_theme().color("surface"))
        _rule_off(painter, rest, self._view.look)
        painter.end()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint one heading."""
        look, grid = self._view.look, self._view.grid
        box = _fill(painter, rect, look)
        below = wrapped(look.subheading, tested_word(grid, section), _room(rect.width(), look))
        heights = line_height(look.heading) + len(below) * line_height(look.subheading)
        left = box.x() + look.gap + look.padding
        top = box.center().y() - heights / 2
        painter.save()
        painter.setClipRect(rect)
        for text, font, token in (
            (grid.outcomes[section].short, look.heading, "text"),
            *((line, look.subheading, "text2") for line in below),
        ):
            top = _line(painter, text, font, (left, top, box.right() - left), token)
        painter.restore()
        _rule_off(painter, rect, look)


class FormHeader(QHeaderView):
    """The names of the forms; a long one takes two lines where room is short."""

    def __init__(self, view: EvidenceMap) -> None:
        super().__init__(Qt.Orientation.Vertical, view)
        self._view = view
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def sizeHint(self) -> QSize:
        """As wide as the map says."""
        return QSize(round(self._view.names_width), super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the names, and what is left below the last one."""
        super().paintEvent(event)
        rest = self.viewport().rect().adjusted(0, self.length() - self.offset(), 0, 0)
        painter = QPainter(self.viewport())
        painter.fillRect(rest, current_theme().color("surface"))
        painter.end()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint one name."""
        look = self._view.look
        box = _fill(painter, rect, look)
        room = box.width() - look.edge - look.after_name
        lines = wrapped(look.name, self._view.grid.forms[section].name, room + 1)
        top = box.center().y() - len(lines) * line_height(look.name) / 2
        painter.save()
        painter.setClipRect(rect)
        for line in lines:
            top = _line(painter, line, look.name, (box.x() + look.edge, top, room), "text")
        painter.restore()


class CornerPainter(QObject):
    """Paints the corner where both headings meet; the button there does nothing else."""

    def __init__(self, view: EvidenceMap) -> None:
        super().__init__(view)
        self._view = view
        corner = view.findChild(QAbstractButton)
        if corner is not None:
            corner.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Paint in place of the style."""
        if event.type() != QEvent.Type.Paint or not isinstance(watched, QAbstractButton):
            return False
        look = self._view.look
        painter = QPainter(watched)
        rect = watched.rect()
        box = _fill(painter, rect, look)
        _line(
            painter,
            self.tr("Form"),
            look.heading,
            (look.edge, box.center().y() - line_height(look.heading) / 2, box.width()),
            "text2",
        )
        _rule_off(painter, rect, look)
        painter.end()
        return True


def heading_least(view: EvidenceMap, section: int) -> float:
    """The width in pixels that an outcome's heading needs."""
    look, grid = view.look, view.grid
    words = max(
        width_of(look.heading, grid.outcomes[section].short),
        widest_word(look.subheading, tested_word(grid, section)),
    )
    return words + 2 * (look.gap + look.padding)


def heading_lines(view: EvidenceMap, section: int, width: float) -> int:
    """How many lines the second part of a heading takes in a column of this width."""
    text = tested_word(view.grid, section)
    return len(wrapped(view.look.subheading, text, _room(width, view.look)))


def _room(width: float, look: MapLook) -> float:
    return width - 2 * (look.gap + look.padding) + 1


def _fill(painter: QPainter, rect: QRect, look: MapLook) -> QRectF:
    painter.fillRect(rect, current_theme().color("surface"))
    return QRectF(rect).adjusted(0, 0, 0, -look.unit)


def _rule_off(painter: QPainter, rect: QRect, look: MapLook) -> None:
    thickness = max(1, round(look.unit))
    line = rect.adjusted(0, rect.height() - thickness, 0, 0)
    painter.fillRect(line, current_theme().color("line2"))


def _line(
    painter: QPainter, text: str, font: QFont, place: tuple[float, float, float], token: str
) -> float:
    """Paint one line at left, top, width; return the top of the next."""
    left, top, width = place
    height = line_height(font)
    painter.setFont(font)
    painter.setPen(current_theme().color(token))
    painter.drawText(QRectF(left, top, width + 2, height), _LEFT, text)
    return top + height
