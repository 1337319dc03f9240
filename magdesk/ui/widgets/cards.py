"""Surfaces that hold other widgets: panels, cards, notes and the care card."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from magdesk.ui.look.icons import paint_icon
from magdesk.ui.look.theme import current_theme, scaled_font, unit
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


class IconLabel(QWidget):
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
        one = unit(self)
        self.setFixedSize(round(side * one), round(side * one))

    def set_icon(self, icon: str, color: str | None = None) -> None:
        """Show another icon, in another colour where one is given."""
        self._icon = icon
        self._color = color or self._color
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it in the colours of the moment."""
        painter = QPainter(self)
        ink = current_theme().color(self._color)
        paint_icon(painter, QRectF(self.rect()), self._icon, ink)
        painter.end()


class Panel(QFrame):
    """An area in one colour of the theme, with hairlines at the edges that are named."""

    def __init__(
        self, color: str = "window", edges: tuple[Edge, ...] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._color = color
        self._edges = edges

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it in the colours of the moment."""
        theme = current_theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color(self._color))
        line = max(1, round(unit(self)))
        box = self.rect()
        strips = {
            "top": (0, 0, box.width(), line),
            "bottom": (0, box.height() - line, box.width(), line),
            "left": (0, 0, line, box.height()),
            "right": (box.width() - line, 0, line, box.height()),
        }
        for edge in self._edges:
            painter.fillRect(QRect(*strips[edge]), theme.color("line"))
        painter.end()


class Line(QFrame):
    """A hairline across."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(max(1, round(unit(self))))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it in the colours of the moment."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), current_theme().color("line"))
        painter.end()


class Surface(QFrame):
    """A frame with round corners, without a layout of its own.

    ``emphasis`` gives the tint and the accent edge of what is closest to the person's answers.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        fill: str = "surface",
        emphasis: bool = False,
    ) -> None:
        super().__init__(parent)
        self._fill = fill
        self._emphasis = emphasis
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_emphasis(self, emphasis: bool) -> None:
        """Mark the card as the closest fit, or as one of many."""
        self._emphasis = emphasis
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it in the colours of the moment."""
        one = unit(self)
        fill, line, width = (
            ("tint", "accent", 2.0) if self._emphasis else (self._fill, "line2", 1.0)
        )
        paint_surface(self, fill, line, width * one)


class Card(Surface):
    """A surface with a column; put widgets into ``body``."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        fill: str = "surface",
        emphasis: bool = False,
    ) -> None:
        super().__init__(parent, fill=fill, emphasis=emphasis)
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


def paint_surface(
    widget: QWidget, fill: str, line: str, width: float, radius: float = _RADIUS
) -> None:
    """Paint a widget's whole area as a rounded surface with an edge; ``radius`` in u."""
    theme, one = current_theme(), unit(widget)
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(theme.color(fill))
    painter.setPen(QPen(theme.color(line), width))
    half = width / 2
    box = QRectF(widget.rect()).adjusted(half, half, -half, -half)
    painter.drawRoundedRect(box, radius * one, radius * one)
    painter.end()


class Note(QFrame):
    """A tinted note: an icon, a bold lead word and a sentence or two."""

    def __init__(
        self,
        kind: NoteKind,
        lead: str,
        text: str,
        parent: QWidget | None = None,
        icon: str | None = None,
    ) -> None:
        super().__init__(parent)
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
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_text(lead, text)

    def set_text(self, lead: str, text: str) -> None:
        """Show another lead word and text; both may hold the marks of a paragraph."""
        bold = f"<b>{lead}</b>" if lead else ""
        self.paragraph.setText(" ".join(filter(None, (bold, text))))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it in the colours of the moment."""
        paint_surface(self, f"{self.kind}_tint", f"{self.kind}_line", max(1.0, unit(self)))


class _CareStrip(QFrame):
    """The solid strip with the care card's title."""

    def __init__(self, title: str, icon: str, parent: QWidget) -> None:
        super().__init__(parent)
        one = unit(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(round(22 * one), round(15 * one), round(22 * one), round(15 * one))
        row.setSpacing(round(12 * one))
        row.addWidget(IconLabel(icon, "on_danger", 24.0), 0, Qt.AlignmentFlag.AlignVCenter)
        self.title = Paragraph(title, single=True)
        self.title.setFont(scaled_font(self.title, 1.45, 700))
        self.title.set_color("on_danger")
        row.addWidget(self.title, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it in the colours of the moment."""
        one = unit(self)
        radius = _RADIUS * one
        box = QRectF(self.rect())
        path = QPainterPath()
        path.addRoundedRect(box, radius, radius)
        path.addRect(box.adjusted(0, radius, 0, 0))
        path.setFillRule(Qt.FillRule.WindingFill)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(path, current_theme().color("danger"))
        painter.end()


class CareCard(QFrame):
    """The card for care: a solid strip with icon and title, a strong edge, larger text below."""

    def __init__(self, title: str, icon: str = "alert", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        one = unit(self)
        edge = round(2 * one)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, edge)
        outer.setSpacing(0)
        self._strip = _CareStrip(title, icon, self)
        outer.addWidget(self._strip)
        self.body = QVBoxLayout()
        side, top = round(22 * one), round(14 * one)
        self.body.setContentsMargins(side, top, side, top)
        self.body.setSpacing(round(8 * one))
        outer.addLayout(self.body)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(title)

    @property
    def title(self) -> QLabel:
        """Return the label in the strip."""
        return self._strip.title

    def set_title(self, title: str) -> None:
        """Show another title."""
        self._strip.title.setText(title)
        self.setAccessibleName(title)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it in the colours of the moment."""
        paint_surface(self, "surface", "danger", 2 * unit(self))
