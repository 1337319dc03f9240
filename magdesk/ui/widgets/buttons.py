"""Buttons: primary, secondary, ghost and link, and a button that is only an icon."""

from __future__ import annotations

import math
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from magdesk.ui.look.icons import paint_icon
from magdesk.ui.look.theme import Theme, mix, scaled_font, unit
from magdesk.ui.widgets.access.focus import RESERVE
from magdesk.ui.widgets.drawn import Drawn, Ringed

Kind = Literal["primary", "secondary", "ghost", "link"]

_WEIGHT: dict[str, int] = {"primary": 650, "secondary": 550, "ghost": 500, "link": 500}
_PADDING: dict[str, float] = {"primary": 12.0, "secondary": 12.0, "ghost": 9.0, "link": 1.0}
_ICON = 16.0
_GAP = 7.0
_RADIUS = 6.0
_HOVER, _PRESSED, _DISABLED = 0.08, 0.16, 0.45


class Button(Ringed, Drawn, QPushButton):
    """A painted push button; ``tall`` is the height of the wizard's foot, 36u instead of 32u."""

    def __init__(
        self,
        text: str,
        kind: Kind = "secondary",
        icon: str | None = None,
        parent: QWidget | None = None,
        *,
        icon_after: bool = False,
        tall: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setText(text)  # given to Qt at once, the binding would make its class of icons
        self.kind = kind
        self.icon_name = icon
        self.icon_after = icon_after
        self.height_u = 36.0 if tall else 32.0
        self._is_short = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(True)  # Enter presses it as Space does
        self.setFont(scaled_font(self, 1.0, _WEIGHT[kind]))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon_name(self, icon: str | None) -> None:
        """Show another icon, or none."""
        self.icon_name = icon
        self.updateGeometry()
        self.update()

    def leave_words(self, leave: bool) -> None:
        """Show only the icon, its words as the tooltip, or both again; the text itself stays."""
        if leave == self._is_short:
            return
        self._is_short = leave
        if self.toolTip() in ("", self.text()):
            self.setToolTip(self.text() if leave else "")
        self.updateGeometry()
        self.update()

    def width_px(self, *, short: bool) -> int:
        """Return the width it asks for with its words, or as its icon alone."""
        return math.ceil(self._measured(unit(self), short=short)[0])

    @property
    def can_be_short(self) -> bool:
        """Whether the icon says alone what it does; an arrow after the words does not."""
        return bool(self.icon_name) and not self.icon_after

    @property
    def _shown_text(self) -> str:
        return "" if self._is_short else self.text()

    def measure(self, one: float) -> tuple[float, float]:
        return self._measured(one, short=self._is_short)

    def _measured(self, one: float, *, short: bool) -> tuple[float, float]:
        height = max(self.height_u * one, self.fontMetrics().height() + 8 * one)
        height += 2 * RESERVE * one
        if short:
            return height, height
        around = 2 * (_PADDING[self.kind] + RESERVE) * one
        return around + self._content_width(one, self.text()), height

    def draw(self, painter: QPainter, theme: Theme, one: float) -> None:
        self.draw_ring(painter, theme, one, _RADIUS + 2)
        if not self.isEnabled():
            painter.setOpacity(_DISABLED)
        self._paint_shape(painter, theme, one)
        if self.kind == "primary":
            painter.setOpacity(1.0)
        self._paint_content(painter, theme, one)

    def _content_width(self, one: float, shown: str) -> float:
        flag = Qt.TextFlag.TextShowMnemonic
        words = self.fontMetrics().size(flag, shown).width() if shown else 0
        icon = _ICON * one if self.icon_name else 0.0
        gap = _GAP * one if words and icon else 0.0
        return words + icon + gap

    def _state_share(self) -> float:
        if self.isDown():
            return _PRESSED
        return _HOVER if self.underMouse() and self.isEnabled() else 0.0

    def _paint_shape(self, painter: QPainter, theme: Theme, one: float) -> None:
        inset = RESERVE * one + 0.5
        shape = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        share = self._state_share()
        painter.setPen(Qt.PenStyle.NoPen)
        if self.kind == "primary":
            painter.setBrush(mix(theme.color("accent"), theme.color("text"), share))
        elif self.kind == "secondary":
            painter.setBrush(mix(theme.color("raised"), theme.color("text"), share))
            painter.setPen(QPen(theme.color("line2"), max(1.0, one)))
        elif share or self.isChecked():
            shade = QColor(theme.color("text"))
            shade.setAlphaF(share or _HOVER)
            painter.setBrush(shade)
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(shape, _RADIUS * one, _RADIUS * one)

    def ink(self, theme: Theme) -> QColor:
        """Return the colour of text and icon."""
        tokens = {"primary": "on_accent", "secondary": "text", "ghost": "text2", "link": "link"}
        return theme.color(tokens[self.kind])

    def _paint_content(self, painter: QPainter, theme: Theme, one: float) -> None:
        ink = self.ink(theme)
        width = self._content_width(one, self._shown_text)
        left = (self.width() - width) / 2
        middle = self.height() / 2
        words = QRectF(left, 0, width, self.height())
        if self.icon_name:
            side = _ICON * one
            after = self.icon_after and bool(self._shown_text)
            x = left + width - side if after else left
            paint_icon(painter, QRectF(x, middle - side / 2, side, side), self.icon_name, ink)
            shift = side + _GAP * one
            words.adjust(0 if after else shift, 0, -shift if after else 0, 0)
        if not self._shown_text:
            return
        painter.setPen(ink)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(
            words.adjusted(0, 0, 2, 0), int(flags) | Qt.TextFlag.TextShowMnemonic, self.text()
        )
        if self.kind == "link":
            base = middle + self.fontMetrics().height() / 2
            painter.setPen(QPen(ink, max(1.0, one)))
            y = round(base) + 0.5
            painter.drawLine(QPointF(words.left(), y), QPointF(words.left() + words.width(), y))


class IconButton(Button):
    """A button that shows only an icon; its name is for screen readers and the tooltip."""

    def __init__(self, icon: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__("", "ghost", icon, parent)
        self.setAccessibleName(name)
        self.setToolTip(name)

    def measure(self, one: float) -> tuple[float, float]:
        height = super().measure(one)[1]
        return height, height
