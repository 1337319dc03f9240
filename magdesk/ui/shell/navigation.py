"""The side of the window: which page is shown, as a list or, where room is short, as a rail."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QEvent, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from magdesk.ui.look.icons import paint_icon
from magdesk.ui.look.theme import Theme, scaled_font, unit
from magdesk.ui.shell.detail_level_switch import NavSwitch
from magdesk.ui.shell.navigation_entry import NavigationEntry
from magdesk.ui.widgets.access.focus import enter_on_chosen
from magdesk.ui.widgets.cards import Panel
from magdesk.ui.widgets.drawn import Drawn
from magdesk.ui.widgets.scroll import ScrollArea

RAIL_WIDTH = 80.0
"""Width of the rail in u."""

_LIST_WIDTH = 146.0
_MARGIN = 8.0
_RADIUS = 7.0


class Place(msgspec.Struct, frozen=True):
    """One page that the navigation leads to."""

    page: str
    icon: str
    title: str


class NavItem(NavigationEntry):
    """Leads to one page; checked while that page is shown."""

    sign_side, bold, beside_words = 18.0, 650, 16.0

    def __init__(self, place: Place, parent: QWidget) -> None:
        super().__init__(place.title, parent)
        self.place = place
        self.setAutoExclusive(True)
        self.identifier(f"nav.{place.page}")

    def draw_back(self, painter: QPainter, theme: Theme, one: float) -> None:
        if not self.isChecked():
            super().draw_back(painter, theme, one)
            return
        box = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("raised"))
        if theme.contrast:
            painter.setPen(QPen(theme.color("accent"), 1.5 * one))
            box = box.adjusted(one, one, -one, -one)
        painter.drawRoundedRect(box, _RADIUS * one, _RADIUS * one)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent"))
        bar = QRectF(3 * one, (self.height() - 16 * one) / 2, 3 * one, 16 * one)
        painter.drawRoundedRect(bar, 1.5 * one, 1.5 * one)

    def draw_sign(self, painter: QPainter, place: QRectF, theme: Theme, _one: float) -> None:
        ink = theme.color("accent" if self.isChecked() else "text2")
        paint_icon(painter, place, self.place.icon, ink)


class _Brand(Drawn, QWidget):
    """The program's sign and name; decoration, so it takes no focus and has no role."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rail = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def measure(self, one: float) -> tuple[float, float]:
        return 64 * one, 38 * one

    def draw(self, painter: QPainter, theme: Theme, one: float) -> None:
        side = 18 * one
        left = (self.width() - side) / 2 if self.rail else 6 * one
        middle = self.height() / 2 - 3 * one
        square = QRectF(left, middle - side / 2, side, side)
        paint_icon(painter, square, "drop", theme.color("accent"))
        if not self.rail:
            painter.setFont(scaled_font(self, 1.08, 650))
            painter.setPen(theme.color("text"))
            words = QRectF(32 * one, 0, self.width(), 2 * middle)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, "magdesk")


class Navigation(Panel):
    """Two groups of places, at the head and at the foot; ``chosen`` tells which was asked for.

    The switch between plain words and full detail stands above the foot. Where the window has
    little height the items move closer, and then it scrolls.
    """

    chosen = Signal(str)
    _ready = False

    def __init__(
        self, head: tuple[Place, ...], foot: tuple[Place, ...], detail_level: NavSwitch
    ) -> None:
        super().__init__("sunken", ("right",))
        self.rail = False
        self.setAccessibleName(self.tr("Pages"))
        self.items: dict[str, NavItem] = {}
        one = unit(self)
        self._area = ScrollArea(self)
        self._area.content = QWidget()
        self._brand = _Brand(self._area.content)
        self._column = QVBoxLayout(self._area.content)
        self._column.setSpacing(round(2 * one))
        self._column.addWidget(self._brand)
        self._add(head)
        self._column.addStretch(1)
        self.detail_level = detail_level
        self._column.addWidget(detail_level)
        self._add(foot)
        self._area.set_canvas(self._area.content)
        self._area.verticalScrollBar().rangeChanged.connect(self._fit_width)
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
        for item in self.items.values():
            item.set_rail(rail)
        self.detail_level.set_rail(rail)
        self._fit_width()

    @Slot()
    def _fit_width(self) -> None:
        """Be as wide as the widest entry; while it scrolls, the bar stands in the right margin."""
        one = unit(self)
        parts = (self.detail_level, *self.items.values())
        widest = max(part.sizeHint().width() for part in parts)
        margin = round(_MARGIN * one)
        bar = self._area.verticalScrollBar()
        scrolls = bar.maximum() > 0
        self._column.setContentsMargins(margin, margin, 0 if scrolls else margin, margin)
        beside = margin + (bar.sizeHint().width() if scrolls else margin)
        least = (RAIL_WIDTH if self.rail else _LIST_WIDTH) * one
        self.setFixedWidth(max(round(least), widest + beside))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._ready:
            self.set_rail(self.rail)

    def mark(self, page: str) -> None:
        """Show by its item which page is in front."""
        self.items[page].setChecked(True)
        enter_on_chosen(self.items.values())
