"""Surfaces that hold other widgets: panels, cards, notes and the care card."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from magdesk.ui.look.icons import paint_icon
from magdesk.ui.look.theme import Theme, scaled_font, unit
from magdesk.ui.widgets.drawn import Drawn
from magdesk.ui.widgets.layouts.boxes import let_wrap, spaced
from magdesk.ui.widgets.text import Paragraph

NoteKind = Literal["info", "caution", "ok", "danger"]
Edge = Literal["top", "bottom", "left", "right"]

_NOTE_ICONS: dict[str, str] = {
    "info": "info",
    "caution": "question",
    "ok": "check",
    "danger": "alert",
}
_RADIUS = 8.0


class IconLabel(Drawn, QWidget):
    """An icon in a colour of the theme; decoration, so it has no name of its own."""

    def __init__(
        self,
        icon: str,
        color: str = "text2",
        side: float = 18.0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._color = color
        self._side = side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, icon: str, color: str) -> None:
        """Show another icon in another colour."""
        self._icon = icon
        self._color = color
        self.update()

    def measure(self, one: float) -> tuple[float, float]:
        return round(self._side * one), round(self._side * one)

    def draw(self, painter: QPainter, theme: Theme, _one: float) -> None:
        paint_icon(painter, QRectF(self.rect()), self._icon, theme.color(self._color))


class Panel(Drawn, QFrame):
    """An area in one colour of the theme, with hairlines at the edges that are named."""

    def __init__(
        self, color: str = "window", edges: tuple[Edge, ...] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._color = color
        self._edges = edges

    def draw(self, painter: QPainter, theme: Theme, one: float) -> None:
        painter.fillRect(self.rect(), theme.color(self._color))
        line = max(1, round(one))
        box = self.rect()
        strips = {
            "top": (0, 0, box.width(), line),
            "bottom": (0, box.height() - line, box.width(), line),
            "left": (0, 0, line, box.height()),
            "right": (box.width() - line, 0, line, box.height()),
        }
        for edge in self._edges:
            painter.fillRect(QRect(*strips[edge]), theme.color("line"))


class Line(Panel):
    """A hairline across."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("line", (), parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def measure(self, one: float) -> tuple[float, float]:
        return 0, max(1, round(one))


class Surface(Drawn, QFrame):
    """A frame with round corners, without a layout of its own.

    ``fill`` and ``line`` are colours of the theme, ``width`` and ``radius`` are in u.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        fill: str = "surface",
        line: str = "line2",
        width: float = 1.0,
        radius: float = _RADIUS,
    ) -> None:
        super().__init__(parent)
        self._fill, self._line = fill, line
        self._width, self._radius = width, radius
        let_wrap(self, QSizePolicy.Policy.Preferred)

    def draw(self, painter: QPainter, theme: Theme, one: float) -> None:
        line = QPen(theme.color(self._line), max(1.0, self._width * one))
        _draw_surface(painter, self.rect(), theme.color(self._fill), line, self._radius * one)


class Card(Surface):
    """A surface with a column; put widgets into ``body``.

    ``emphasis`` gives the tint and the accent edge of what is closest to the person's answers.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        fill: str = "surface",
        emphasis: bool = False,
    ) -> None:
        line, width = ("accent", 2.0) if emphasis else ("line2", 1.0)
        fill = "tint" if emphasis else fill
        super().__init__(parent, fill=fill, line=line, width=width)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(*card_margins(self))
        self.body.setSpacing(card_spacing(self))


def card_margins(card: QWidget) -> tuple[int, int, int, int]:
    """Return the room between a card's edge and what it holds, in pixels."""
    one = unit(card)
    side, top = round(15 * one), round(13 * one)
    return side, top, side, top


def card_spacing(card: QWidget) -> int:
    """Return the room between the lines of a card, in pixels."""
    return round(6 * unit(card))


def _draw_surface(painter: QPainter, area: QRect, fill: QColor, line: QPen, radius: float) -> None:
    half = line.widthF() / 2
    painter.setBrush(fill)
    painter.setPen(line)
    painter.drawRoundedRect(QRectF(area).adjusted(half, half, -half, -half), radius, radius)


class Note(Surface):
    """A tinted note: an icon, a bold lead word and a sentence or two."""

    def __init__(
        self,
        kind: NoteKind,
        lead: str,
        text: str,
        parent: QWidget | None = None,
        icon: str | None = None,
    ) -> None:
        super().__init__(parent, fill=f"{kind}_tint", line=f"{kind}_line")
        self.kind = kind
        one = unit(self)
        row = QHBoxLayout(self)
        side, top = round(14 * one), round(11 * one)
        row.setContentsMargins(side, top - round(one), side, top - round(2 * one))  # leading adds
        row.setSpacing(round(11 * one))
        self.icon = IconLabel(icon or _NOTE_ICONS[kind], f"{kind}_text", 16.0)
        beside = QVBoxLayout()
        beside.setContentsMargins(0, round(2.5 * one), 0, 0)
        beside.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(beside)
        self.paragraph = Paragraph("")
        self.paragraph.set_color(f"{kind}_text")
        row.addWidget(self.paragraph, 1, Qt.AlignmentFlag.AlignTop)
        self.set_text(lead, text)

    def set_kind(self, kind: NoteKind, icon: str | None) -> None:
        """Become a note of another kind, with its colours and icon."""
        self.kind = kind
        self._fill, self._line = f"{kind}_tint", f"{kind}_line"
        self.icon.set_icon(icon or _NOTE_ICONS[kind], f"{kind}_text")
        self.paragraph.set_color(f"{kind}_text")
        self.update()

    def set_text(self, lead: str, text: str) -> None:
        """Show another lead word and text; both may hold the marks of a paragraph."""
        bold = f"<b>{lead}</b>" if lead else ""
        self.paragraph.setText(" ".join(filter(None, (bold, text))))


class _CareStrip(Drawn, QFrame):
    """The solid strip with the care card's title."""

    def __init__(self, title: str, icon: str, parent: QWidget) -> None:
        super().__init__(parent)
        one = unit(self)
        row = spaced(QHBoxLayout(self), 12 * one, 22 * one, 15 * one)
        row.addWidget(IconLabel(icon, "on_danger", 24.0), 0, Qt.AlignmentFlag.AlignVCenter)
        self.title = Paragraph(title, single=True)
        self.title.setFont(scaled_font(self.title, 1.45, 700))
        self.title.set_color("on_danger")
        row.addWidget(self.title, 1)

    def draw(self, painter: QPainter, theme: Theme, one: float) -> None:
        radius = _RADIUS * one
        box = QRectF(self.rect())
        path = QPainterPath()
        path.addRoundedRect(box, radius, radius)
        path.addRect(box.adjusted(0, radius, 0, 0))
        path.setFillRule(Qt.FillRule.WindingFill)
        painter.fillPath(path, theme.color("danger"))


class CareCard(Surface):
    """The card for care: a solid strip with icon and title, a strong edge, larger text below."""

    def __init__(self, title: str, icon: str = "alert") -> None:
        super().__init__(line="danger", width=2.0)
        one = unit(self)
        edge = round(2 * one)
        outer = spaced(QVBoxLayout(self), 0, 0, 0, 0, edge)
        self._strip = _CareStrip(title, icon, self)
        outer.addWidget(self._strip)
        side, top = round(22 * one), round(14 * one)
        self.body = spaced(QVBoxLayout(), 8 * one, side, top)
        outer.addLayout(self.body)
        self.setAccessibleName(title)

    @property
    def title(self) -> QLabel:
        """Return the label in the strip."""
        return self._strip.title
