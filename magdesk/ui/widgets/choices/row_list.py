"""A list of titles that wrap, one of them chosen; a title may have a line below it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from magdesk.ui.look.theme import Theme, current_theme, scaled_font, unit
from magdesk.ui.widgets.access.focus import paint_ring
from magdesk.ui.widgets.scroll import SlimScrollBar

_ROW = 34.0
_BELOW = Qt.ItemDataRole.UserRole
_BELOW_SCALE = 0.88
_SIDE, _END, _TOP = 10.0, 8.0, 7.0


class RowList(QListWidget):
    """Rows drawn like the steps of the wizard; titles wrap in the width there is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setResizeMode(QListView.ResizeMode.Adjust)  # titles wrap anew
        self.setVerticalScrollBar(SlimScrollBar(Qt.Orientation.Vertical))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_RowDelegate(self))
        # with the scroll bar there is less room, and titles wrap once more
        self.verticalScrollBar().rangeChanged.connect(self.scheduleDelayedItemsLayout)

    def add_row(self, title: str, below: str) -> None:
        """Add a title with a line below it; both are read out."""
        item = QListWidgetItem(title, self)
        item.setData(_BELOW, below)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{title}, {below}")


class _RowDelegate(QStyledItemDelegate):
    """Draws a row like a step of the wizard: tint, edge and ring."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        view = self._view()
        one = unit(view)
        room = view.viewport().width()
        words = round(room - (_SIDE + _END) * one)
        height = sum(height for _font, _text, height in _lines(view, index, words, chosen=True))
        return QSize(room, max(round(_ROW * one), height + round(2 * _TOP * one)))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        view, theme = self._view(), current_theme()
        one = unit(view)
        state: QStyle.StateFlag = option.state
        box = QRectF(option.rect).adjusted(0, one, 0, -one)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            _paint_back(painter, box, theme, one, chosen)
        if state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, box, 6 * one, one, theme)
        words = box.adjusted(_SIDE * one, 0, -_END * one, 0)
        lines = _lines(view, index, round(words.width()), chosen=chosen)
        words.setTop(words.top() + (words.height() - sum(line[2] for line in lines)) / 2)
        tones = ("on_tint", "on_tint") if chosen else ("text2", "text3")
        for (font, text, height), tone in zip(lines, tones, strict=False):
            painter.setFont(font)
            painter.setPen(theme.color(tone))
            painter.drawText(words, int(Qt.TextFlag.TextWordWrap), text)
            words.setTop(words.top() + height)
        painter.restore()

    def _view(self) -> QListWidget:
        view = self.parent()
        assert isinstance(view, QListWidget)
        return view


def _paint_back(painter: QPainter, box: QRectF, theme: Theme, one: float, chosen: bool) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("tint" if chosen else "hover"))
    if chosen and theme.contrast:
        painter.setPen(QPen(theme.color("accent"), 1.5 * one))
    painter.drawRoundedRect(box.adjusted(one, one, -one, -one), 6 * one, 6 * one)


def _lines(
    view: QListWidget, index: QModelIndex | QPersistentModelIndex, width: int, *, chosen: bool
) -> list[tuple[QFont, str, int]]:
    """Font, text and height in pixels of the title and, where there is one, of the line below."""
    title, below = scaled_font(view, 1.0, 650 if chosen else 500), scaled_font(view, _BELOW_SCALE)
    room, wrap = QRect(0, 0, max(1, width), 10_000), int(Qt.TextFlag.TextWordWrap)
    lines = []
    for font, text in ((title, index.data()), (below, index.data(_BELOW))):
        if text:
            words = str(text).replace("_", "_\N{ZERO WIDTH SPACE}")  # a long name may wrap there
            height = QFontMetrics(font).boundingRect(room, wrap, words).height()
            lines.append((font, words, height))
    return lines
