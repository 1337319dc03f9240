"""The side of the window: which page is shown, as a list or, where room is short, as a rail."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from magdesk.ui.look.icons import paint_icon
from magdesk.ui.look.theme import Theme, current_theme, mix, scaled_font, unit
from magdesk.ui.shell.detail_level_switch import NavSwitch
from magdesk.ui.widgets.cards import Panel
from magdesk.ui.widgets.focus import paint_ring
from magdesk.ui.widgets.painted import PaintedButton
from magdesk.ui.widgets.scroll import ScrollArea

RAIL_WIDTH = 80.0
"""Width of the rail in u."""

_LIST_WIDTH = 146.0
_MARGIN = 8.0
_ITEM, _RAIL_ITEM = 34.0, 52.0
_ICON = 18.0
_RADIUS = 7.0


class Place(msgspec.Struct, frozen=True):
    """One page that the navigation leads to."""

    page: str
    icon: str
    title: str


class NavItem(PaintedButton):
    """Leads to one page; checked while that page is shown."""

    def __init__(self, place: Place, parent: QWidget) -> None:
        super().__init__(place.title, parent)
        self.place = place
        self.rail = False
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.identifier(f"nav.{place.page}")

    def set_rail(self, rail: bool) -> None:
        """Show the text under the icon instead of beside it."""
        self.rail = rail
        self.updateGeometry()
        self.update()

    def _words_font(self) -> QFont:
        weight = 650 if self.isChecked() else 500
        return scaled_font(self, 0.9 if self.rail else 1.0, weight)

    def words_width(self) -> float:
        """Return the width in pixels of the text when it is bold."""
        font = scaled_font(self, 0.9 if self.rail else 1.0, 650)
        return QFontMetricsF(font).horizontalAdvance(self.text())

    def sizeHint(self) -> QSize:
        """Return the size that shows everything."""
        one = unit(self)
        line = QFontMetricsF(self._words_font()).height()
        if self.rail:
            height = max(_RAIL_ITEM * one, line + (_ICON + 16) * one)
            return QSize(round(self.words_width() + 16 * one), round(height))
        width = self.words_width() + 50 * one
        return QSize(round(width), round(max(_ITEM * one, line + 12 * one)))

    def minimumSizeHint(self) -> QSize:
        """Return the smallest size at which it can still be read, for a window of little height."""
        one = unit(self)
        line = QFontMetricsF(self._words_font()).height()
        least = line + (_ICON + 8) * one if self.rail else line + 10 * one
        return QSize(self.sizeHint().width(), round(least))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it in the colours of the moment."""
        theme, one = current_theme(), unit(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        self._paint_back(painter, box, theme, one)
        if self.ring_shown():
            paint_ring(painter, box, _RADIUS * one, one, theme)
        ink = theme.color("accent" if self.isChecked() else "text2")
        side = _ICON * one
        if self.rail:
            line = QFontMetricsF(self._words_font()).height()
            top = (self.height() - side - line - 4 * one) / 2
            icon = QRectF((self.width() - side) / 2, top, side, side)
            words = QRectF(0, icon.bottom() + 4 * one, self.width(), line)
            flags = Qt.AlignmentFlag.AlignCenter
        else:
            icon = QRectF(13 * one, (self.height() - side) / 2, side, side)
            words = box.adjusted(40 * one, 0, 0, 0)
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        paint_icon(painter, icon, self.place.icon, ink)
        painter.setPen(theme.color("text" if self.isChecked() else "text2"))
        painter.setFont(self._words_font())
        painter.drawText(words, flags, self.text())
        painter.end()

    def _paint_back(self, painter: QPainter, box: QRectF, theme: Theme, one: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        if not self.isChecked():
            if self.underMouse() or self.isDown():
                share = 0.12 if self.isDown() else 0.06
                painter.setBrush(mix(theme.color("sunken"), theme.color("text"), share))
                painter.drawRoundedRect(box, _RADIUS * one, _RADIUS * one)
            return
        painter.setBrush(theme.color("raised"))
        if theme.contrast:
            painter.setPen(QPen(theme.color("accent"), 1.5 * one))
            box = box.adjusted(one, one, -one, -one)
        painter.drawRoundedRect(box, _RADIUS * one, _RADIUS * one)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent"))
        bar = QRectF(3 * one, (self.height() - 16 * one) / 2, 3 * one, 16 * one)
        painter.drawRoundedRect(bar, 1.5 * one, 1.5 * one)


class _Brand(QWidget):
    """The program's sign and name; decoration, so it takes no focus and has no role."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rail = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the size that shows everything."""
        one = unit(self)
        return QSize(round(64 * one), round(38 * one))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it in the colours of the moment."""
        theme, one = current_theme(), unit(self)
        painter = QPainter(self)
        side = 18 * one
        left = (self.width() - side) / 2 if self.rail else 6 * one
        middle = self.height() / 2 - 3 * one
        paint_icon(painter, QRectF(left, middle - side / 2, side, side), "drop",
                   theme.color("accent"))  # fmt: skip
        if not self.rail:
            painter.setFont(scaled_font(self, 1.08, 650))
            painter.setPen(theme.color("text"))
            words = QRectF(32 * one, 0, self.width(), 2 * middle)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, "magdesk")
        painter.end()


class Navigation(Panel):
    """Two groups of places, at the head and at the foot; ``chosen`` tells which was asked for.

    The switch between plain words and full detail stands above the foot. Where the window has
    little height the items move closer, and then it scrolls.
    """

    chosen = Signal(str)
    _ready = False

    def __init__(
        self,
        head: tuple[Place, ...],
        foot: tuple[Place, ...],
        detail_level: NavSwitch,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("sunken", ("right",), parent)
        self.rail = False
        self.setAccessibleName(self.tr("Pages"))
        self.items: dict[str, NavItem] = {}
        one = unit(self)
        self._area = ScrollArea(self)
        self._area.content = QWidget()
        self._brand = _Brand(self._area.content)
        self._column = QVBoxLayout(self._area.content)
        margin = round(_MARGIN * one)
        self._column.setContentsMargins(margin, round(8 * one), margin, margin)
        self._column.setSpacing(round(2 * one))
        self._column.addWidget(self._brand)
        self._add(head)
        self._column.addStretch(1)
        self.detail_level = detail_level
        self._column.addWidget(detail_level)
        self._add(foot)
        self._area.set_canvas(self._area.content)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._area)
        self.set_rail(False)
        self._ready = True

    def _add(self, places: tuple[Place, ...]) -> None:
        for place in places:
            item = NavItem(place, self._area.content)
            item.clicked.connect(self._choose)
            self.items[place.page] = item
            self._column.addWidget(item)

    def _choose(self) -> None:
        item = self.sender()
        if isinstance(item, NavItem):
            self.chosen.emit(item.place.page)

    def set_rail(self, rail: bool) -> None:
        """Become a rail with text under the icons, or the full list again."""
        self.rail = rail
        self._brand.rail = rail
        self._brand.update()
        one = unit(self)
        for item in self.items.values():
            item.set_rail(rail)
        self.detail_level.set_rail(rail)
        parts = (self.detail_level, *self.items.values())
        widest = max(part.sizeHint().width() for part in parts)
        least = (RAIL_WIDTH if rail else _LIST_WIDTH) * one
        self.setFixedWidth(round(max(least, widest + 2 * _MARGIN * one)))

    def changeEvent(self, event: QEvent) -> None:
        """Be as wide as the texts are in another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._ready:
            self.set_rail(self.rail)

    def mark(self, page: str) -> None:
        """Show by its item which page is in front."""
        self.items[page].setChecked(True)
