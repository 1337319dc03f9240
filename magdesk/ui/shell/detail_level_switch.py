"""The switch at the foot of the navigation: plain words, or full detail for professionals."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from magdesk.ui.look.theme import current_theme, mix, scaled_font, unit
from magdesk.ui.settings.settings import Settings
from magdesk.ui.widgets.focus import paint_ring
from magdesk.ui.widgets.indicator import paint_check
from magdesk.ui.widgets.painted import PaintedButton

_BOX = 16.0
_ITEM, _RAIL_ITEM = 34.0, 52.0
_RADIUS = 7.0


class NavSwitch(PaintedButton):
    """Checked while full detail is wanted; it changes the setting that every page follows."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setText(self.tr("Full detail"))
        self.rail = False
        self._settings = settings
        self.setCheckable(True)
        self.setChecked(settings.values.detail_level == "detail")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.identifier("detail_level")
        self.setAccessibleName(self.tr("Full detail, for professionals"))
        self.setAccessibleDescription(
            self.tr("Adds doses, numbers of people, study designs and intervals on every page")
        )
        self.toggled.connect(self._change)
        settings.changed.connect(self._follow)

    def set_rail(self, rail: bool) -> None:
        """Show the text under the box instead of beside it."""
        self.rail = rail
        self.updateGeometry()
        self.update()

    def _words_font(self) -> QFont:
        return scaled_font(self, 0.9 if self.rail else 1.0, 500)

    def sizeHint(self) -> QSize:
        """Return the size that shows everything."""
        one = unit(self)
        metrics = QFontMetricsF(self._words_font())
        words, line = metrics.horizontalAdvance(self.text()), metrics.height()
        if self.rail:
            height = max(_RAIL_ITEM * one, line + (_BOX + 16) * one)
            return QSize(round(words + 6 * one), round(height))
        return QSize(round(words + 50 * one), round(max(_ITEM * one, line + 12 * one)))

    def minimumSizeHint(self) -> QSize:
        """Return the smallest size at which it can still be read, for a window of little height."""
        one = unit(self)
        line = QFontMetricsF(self._words_font()).height()
        least = line + (_BOX + 8) * one if self.rail else line + 10 * one
        return QSize(self.sizeHint().width(), round(least))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it in the colours of the moment."""
        theme, one = current_theme(), unit(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            share = 0.12 if self.isDown() else 0.06
            painter.setBrush(mix(theme.color("sunken"), theme.color("text"), share))
            painter.drawRoundedRect(box, _RADIUS * one, _RADIUS * one)
        if self.ring_shown():
            paint_ring(painter, box, _RADIUS * one, one, theme)
        side = _BOX * one
        if self.rail:
            line = QFontMetricsF(self._words_font()).height()
            top = (self.height() - side - line - 4 * one) / 2
            square = QRectF((self.width() - side) / 2, top, side, side)
            words = QRectF(0, square.bottom() + 4 * one, self.width(), line)
            flags = Qt.AlignmentFlag.AlignCenter
        else:
            square = QRectF(14 * one, (self.height() - side) / 2, side, side)
            words = box.adjusted(40 * one, 0, 0, 0)
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        paint_check(painter, square, self.isChecked(), one)
        painter.setPen(theme.color("text" if self.isChecked() else "text2"))
        painter.setFont(self._words_font())
        painter.drawText(words, flags, self.text())
        painter.end()

    def _change(self, detailed: bool) -> None:
        self._settings.change(detail_level="detail" if detailed else "plain")

    def _follow(self, name: str) -> None:
        if name == "detail_level":
            self.setChecked(self._settings.values.detail_level == "detail")
