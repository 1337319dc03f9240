"""The names around the comparison: forms above, attributes at the left; both stay in view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHeaderView

from magdesk.ui.grids.column import avoid_word
from magdesk.ui.grids.grid_metrics import line_height, width_of
from magdesk.ui.look.theme import current_theme
from magdesk.ui.pages.side_by_side.side_by_side_metrics import Look, lines_of
from magdesk.ui.widgets.chips import paint_tag

if TYPE_CHECKING:
    from magdesk.ui.pages.side_by_side.side_by_side_view import SideBySideView

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class FormsAbove(QHeaderView):
    """The names of the forms, with the tag of those to avoid below."""

    def __init__(self, view: SideBySideView) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._view = view
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def sizeHint(self) -> QSize:
        """Room for the name with the most lines, and a tag."""
        return QSize(super().sizeHint().width(), self._view.header_height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the names, and what is left beside the last one."""
        super().paintEvent(event)
        rest = self.viewport().rect().adjusted(self.length() - self.offset(), 0, 0, 0)
        painter = QPainter(self.viewport())
        _fill(painter, rect=rest)
        _rule_off(painter, rest, self._view.look, "line2")
        painter.end()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint one name."""
        look, form = self._view.look, self._view.attributes.forms[section]
        _fill(painter, rect)
        left, room = rect.x() + look.padding, rect.width() - 2 * look.padding
        lines = lines_of(form.name, look.form, room)
        height = form_height(form.name, bool(form.avoid), look, rect.width()) - 2 * look.above
        top = rect.center().y() - height / 2
        painter.save()
        painter.setClipRect(rect)
        for line in lines:
            top = paint_line(painter, line, look.form, (left, top, room), "text")
        if form.avoid:
            _paint_avoid(painter, (left, top + look.below_word), look)
        painter.restore()
        _rule_off(painter, rect, look, "line2")


class AttributesAtLeft(QHeaderView):
    """The names of the attributes, and below each what it means."""

    def __init__(self, view: SideBySideView) -> None:
        super().__init__(Qt.Orientation.Vertical, view)
        self._view = view
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setDefaultAlignment(_LEFT)

    def sizeHint(self) -> QSize:
        """As wide as the view says."""
        return QSize(self._view.names_width, super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the names, and what is left below the last one."""
        super().paintEvent(event)
        rest = self.viewport().rect().adjusted(0, self.length() - self.offset(), 0, 0)
        painter = QPainter(self.viewport())
        _fill(painter, rest)
        painter.end()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint name and meaning from the top: the row may be taller than the window."""
        look, row = self._view.look, self._view.attributes.rows[section]
        _fill(painter, rect)
        room = rect.width() - look.edge - look.padding
        top = rect.y() + look.above
        painter.save()
        painter.setClipRect(rect)
        for text, font, token in (
            (row.name, look.name, "text"),
            (row.meaning, look.meaning, "text2"),
        ):
            for line in lines_of(text, font, room):
                top = paint_line(painter, line, font, (rect.x() + look.edge, top, room), token)
        painter.restore()
        _rule_off(painter, rect, look, "line")


class PlainCorner(QObject):
    """Paints the corner where both headings meet; the button there does nothing else."""

    def __init__(self, view: SideBySideView) -> None:
        super().__init__(view)
        self._view = view
        corner = view.findChild(QAbstractButton)
        if corner is not None:
            corner.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Paint in place of the style."""
        if event.type() != QEvent.Type.Paint or not isinstance(watched, QAbstractButton):
            return False
        painter = QPainter(watched)
        _fill(painter, watched.rect())
        _rule_off(painter, watched.rect(), self._view.look, "line2")
        painter.end()
        return True


def form_height(name: str, avoid: bool, look: Look, width: float) -> float:
    """The height in pixels that shows a form's name whole, with its tag."""
    lines = len(lines_of(name, look.form, width - 2 * look.padding))
    tag = _tag_height(look) + look.below_word if avoid else 0.0
    return lines * line_height(look.form) + tag + 2 * look.above


def paint_line(
    painter: QPainter, text: str, font: QFont, place: tuple[float, float, float], token: str
) -> float:
    """Paint one line at left, top, width; return the top of the next."""
    left, top, width = place
    height = line_height(font)
    painter.setFont(font)
    painter.setPen(current_theme().color(token))
    painter.drawText(QRectF(left, top, width + 2, height), _LEFT, text)
    return top + height


def _tag_height(look: Look) -> float:
    return QFontMetricsF(look.tag).height() + 4 * look.unit


def _paint_avoid(painter: QPainter, place: tuple[float, float], look: Look) -> None:
    word = avoid_word()
    width = width_of(look.tag, word) + 12 * look.unit
    painter.setFont(look.tag)
    box = QRectF(place[0], place[1], width, _tag_height(look))
    paint_tag(painter, box, word, "caution", look.unit)


def _fill(painter: QPainter, rect: QRect) -> None:
    painter.fillRect(rect, current_theme().color("surface"))


def _rule_off(painter: QPainter, rect: QRect, look: Look, token: str) -> None:
    thickness = max(1, round(look.unit))
    line = rect.adjusted(0, rect.height() - thickness, 0, 0)
    painter.fillRect(line, current_theme().color(token))
