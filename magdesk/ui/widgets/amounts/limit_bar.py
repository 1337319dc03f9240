"""The limit bar: how an amount of magnesium stands to the limits for supplements."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QLabel, QSizePolicy

from magdesk.ui.look.theme import Theme, scaled_font
from magdesk.ui.widgets.amounts.limit_track import paint_limit, paint_track, place_on
from magdesk.ui.widgets.amounts.shown_number import shown_number
from magdesk.ui.widgets.drawn import Drawn

_TRACK = 14.0
_TICK_OVER = 5.0
_GAP = 5.0


class LimitBar(Drawn, QLabel):
    """A filled track with ticks; what goes past the first tick is hatched.

    It is a label whose text says the same in words, so that screen readers read the amounts.
    """

    def __init__(self) -> None:
        super().__init__()
        self._fill = 0.0
        self._ticks: tuple[tuple[str, float], ...] = ()
        self._maximum = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_values(
        self, fill_mg: float, ticks: Sequence[tuple[str, float]], maximum: float
    ) -> None:
        """Show an amount, the limits as ``(label, mg)`` and the track's end, all mg."""
        if maximum <= 0:
            raise ValueError(f"the end of the track must be above 0 mg, not {maximum}")
        self._fill = max(0.0, float(fill_mg))
        self._ticks = tuple(sorted(ticks, key=lambda tick: tick[1]))
        self._maximum = maximum
        limits = "; ".join(self.tr("limit {}").format(label) for label, _ in self._ticks)
        self.setAccessibleName(
            self.tr("{amount}; {limits}").format(amount=self.amount_text(), limits=limits)
        )
        self.update()

    def amount_text(self) -> str:
        return self.tr("{} mg").format(shown_number(round(self._fill, 1)))

    def _small(self) -> QFont:
        return scaled_font(self, 0.92, 500)

    def _amount(self) -> QFont:
        return scaled_font(self, 0.92, 650)

    def measure(self, one: float) -> tuple[float, float]:
        return 220 * one, self._tall(one)

    def least(self, one: float) -> tuple[float, float]:
        return 140 * one, self._tall(one)

    def draw(self, painter: QPainter, theme: Theme, one: float) -> None:
        metrics = QFontMetricsF(self._amount())
        line = metrics.height()
        track = QRectF(0.5, line + _GAP * one, self.width() - 1.0, _TRACK * one)
        painter.setFont(self._amount())
        painter.setPen(theme.color("text"))
        painter.drawText(QPointF(0, line - metrics.descent()), self.amount_text())
        self._paint_track(painter, track, theme, one)
        self._paint_ticks(painter, track, theme, one)

    def _tall(self, one: float) -> float:
        return 2 * QFontMetricsF(self._small()).height() + (_TRACK + 2 * _TICK_OVER + _GAP) * one

    def _paint_track(self, painter: QPainter, track: QRectF, theme: Theme, one: float) -> None:
        first = self._ticks[0][1] if self._ticks else self._maximum
        filled_to = place_on(track, self._fill, self._maximum)
        paint_track(painter, track, filled_to, place_on(track, first, self._maximum), theme, one)

    def _paint_ticks(self, painter: QPainter, track: QRectF, theme: Theme, one: float) -> None:
        metrics = QFontMetricsF(self._small())
        painter.setFont(self._small())
        base = track.bottom() + _TICK_OVER * one + metrics.ascent() + 1
        free_from = 0.0
        for label, amount in self._ticks:
            x = place_on(track, amount, self._maximum)
            paint_limit(painter, track, x, _TICK_OVER, theme, one)
            width = metrics.horizontalAdvance(label)
            left = min(max(x - width / 2, free_from), self.width() - width)
            painter.setPen(theme.color("text2"))
            painter.drawText(QPointF(left, base), label)
            free_from = left + width + 6 * one
