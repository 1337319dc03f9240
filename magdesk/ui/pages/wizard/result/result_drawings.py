"""What a result draws: how many of 100 people got better, or the amount a day against its limit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from magdesk.advice.advice import Amount
from magdesk.knowledge.expectations import Expectation
from magdesk.ui.look.theme import Theme, scaled_font, unit
from magdesk.ui.widgets.amounts.hundred_people import Dot, DotSample, PeopleDrawing, Share
from magdesk.ui.widgets.amounts.limit_track import paint_limit, paint_track, place_on
from magdesk.ui.widgets.amounts.shown_number import shown_number
from magdesk.ui.widgets.drawn import Drawn
from magdesk.ui.widgets.layouts.boxes import spaced
from magdesk.ui.widgets.layouts.flow_row import FlowRow
from magdesk.ui.widgets.layouts.switch_box import SwitchBox
from magdesk.ui.widgets.text import Paragraph, escape

_TRACK = 14.0
_TICK_OVER = 5.0
_GAP = 5.0
_TRACK_BEYOND_LIMIT = 1.2
_BAR_FROM = 420.0
_BESIDE_FROM = 620.0


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


class AmountBar(QWidget):
    """Two ticks: the most with what is taken already, and the limit; food does not count."""

    def __init__(self, amount: Amount) -> None:
        super().__init__()
        one = unit(self)
        most = amount.already_mg + amount.max_mg
        bar = LimitBar()
        limit = self.tr("{region} limit {mg}").format(
            region=amount.region.upper(), mg=shown_number(amount.limit_mg)
        )
        ticks = [(limit, amount.limit_mg)]
        if most < amount.limit_mg:
            ticks.insert(0, (self.tr("at most {mg}").format(mg=shown_number(most)), most))
        bar.set_values(
            amount.already_mg + amount.start_mg, ticks, amount.limit_mg * _TRACK_BEYOND_LIMIT
        )
        row = SwitchBox(_BAR_FROM * one, (0, 1), gap=16 * one)
        row.add(Paragraph(self.tr("If you try it: a day in all"), weight=650))
        row.add(bar)
        self.setLayout(row)


class PeoplePicture(QWidget):
    """Both drawings beside each other, with what they show in a few words."""

    def __init__(self, expectation: Expectation) -> None:
        super().__init__()
        one = unit(self)
        placebo = Share(expectation.on_placebo)
        magnesium = Share(expectation.on_magnesium, expectation.on_magnesium_between)
        both = SwitchBox(_BESIDE_FROM * one, (1, 1), gap=14 * one, gap_below=8 * one)
        both.add(_drawn(self.tr("On a dummy pill"), placebo))
        both.add(_drawn(self.tr("On magnesium"), magnesium))
        column = spaced(QVBoxLayout(self), 6 * one)
        column.addWidget(Paragraph(escape(expectation.answer), weight=600))
        column.addLayout(both)
        column.addWidget(self._key())

    def _key(self) -> QWidget:
        """What each kind of dot means: those with a broken edge are the range."""
        told: tuple[tuple[tuple[Dot, ...], str], ...] = (
            (("better",), self.tr("better")),
            (("same",), self.tr("not better")),
            (("maybe_better", "maybe_same"), self.tr("the true number may lie here")),
        )
        key = QWidget(self)
        flow = FlowRow(round(14 * unit(self)))
        flow.set_widgets([_meaning(dots, words) for dots, words in told], ())
        key.setLayout(flow)
        return key


def _meaning(dots: Sequence[Dot], words: str) -> QWidget:
    meaning = QWidget()
    row = spaced(QHBoxLayout(meaning), 5 * unit(meaning))
    for dot in dots:
        row.addWidget(DotSample(dot), 0, Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(Paragraph(escape(words), "small", "text2", single=True))
    return meaning


def _drawn(name: str, share: Share) -> QVBoxLayout:
    column = QVBoxLayout()
    column.addWidget(Paragraph(escape(f"{name}: {share.in_short}"), "small", "text2"))
    column.addWidget(PeopleDrawing(share, name))
    return column
