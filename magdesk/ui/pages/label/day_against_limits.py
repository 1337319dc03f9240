"""All that is taken in a day, against the limits of every region at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from magdesk.intake.one_sum import OneSum
from magdesk.knowledge.limits import Limits
from magdesk.knowledge.records import Region
from magdesk.knowledge.records.label_records import SumWords
from magdesk.report.sum_words import region_line, sum_notes
from magdesk.ui.look.theme import Theme, scaled_font, tabular, unit
from magdesk.ui.widgets.access.accessible_roles import as_group
from magdesk.ui.widgets.amounts.figures_in_sentences import in_local_figures
from magdesk.ui.widgets.amounts.limit_track import paint_limit, paint_track, place_on
from magdesk.ui.widgets.amounts.shown_number import shown_mg, shown_number
from magdesk.ui.widgets.cards import Card
from magdesk.ui.widgets.drawn import Drawn
from magdesk.ui.widgets.text import Heading, Paragraph

_LANE, _TRACK = 28.0, 16.0
_NAME, _OVER = 66.0, 112.0
_GAP = 12.0
_USUAL_TRACK, _LEAST_TRACK = 120.0, 40.0
_TICK_OVER = 4.0
_AIR = 1.14
"""The track goes on this far past the largest amount on it."""


class Lane(NamedTuple):
    """A limit and what it is called, such as ``Lane("EU 250", 250)``."""

    name: str
    limit_mg: float


class LimitLanes(Drawn, QLabel):
    """Painted lanes whose one accessible name says the same in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._amount = 0.0
        self._up_to = 0.0
        self._lanes: tuple[Lane, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_values(self, amount_mg: float, lanes: Sequence[Lane], *, up_to_mg: float = 0.0) -> None:
        """Show an amount a day against these limits; a limit has to be above 0 mg.

        The tracks go on to ``up_to_mg`` at least, so that several of these can be compared.
        """
        if any(lane.limit_mg <= 0 for lane in lanes):
            raise ValueError("a limit must be above 0 mg")
        self._amount = max(0.0, amount_mg)
        self._up_to = up_to_mg
        self._lanes = tuple(lanes)
        told = [f"{lane.name}: {self.verdict(lane)}" for lane in lanes]
        amount = self.tr("{} mg a day").format(shown_number(round(self._amount, 1)))
        self.setAccessibleName("; ".join([amount, *told]))
        self.updateGeometry()
        self.update()

    def verdict(self, lane: Lane) -> str:
        """Return how the amount stands to the limit, in a few words."""
        over = round(self._amount - lane.limit_mg, 1)
        number = shown_number(abs(over))
        if over > 0:
            return self.tr("{} mg over").format(number)
        return self.tr("{} mg below").format(number) if over else self.tr("at the limit")

    def measure(self, one: float) -> tuple[float, float]:
        width = self._name_width() + self._verdict_width() + (_USUAL_TRACK + 2 * _GAP) * one
        return width, self._lane_height() * len(self._lanes)

    def least(self, one: float) -> tuple[float, float]:
        width, height = self.measure(one)
        return width - (_USUAL_TRACK - _LEAST_TRACK) * one, height

    def draw(self, painter: QPainter, theme: Theme, one: float) -> None:
        tall = self._lane_height()
        for number, lane in enumerate(self._lanes):
            row = QRectF(0, number * tall, self.width(), tall)
            self._draw_lane(painter, row, lane, theme, one)

    def _draw_lane(
        self, painter: QPainter, row: QRectF, lane: Lane, theme: Theme, one: float
    ) -> None:
        left, right = self._name_width() + _GAP * one, self._verdict_width() + _GAP * one
        track = QRectF(left, 0, row.width() - left - right, _TRACK * one)
        track.moveTop(row.center().y() - track.height() / 2)
        limits = (each.limit_mg for each in self._lanes)
        end = _AIR * max(self._amount, self._up_to, *limits, 1.0)
        limit_at = place_on(track, lane.limit_mg, end)
        paint_track(painter, track, place_on(track, self._amount, end), limit_at, theme, one)
        paint_limit(painter, track, limit_at, _TICK_OVER, theme, one)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setFont(self._name_font())
        painter.setPen(theme.color("text"))
        painter.drawText(row, flags, lane.name)
        painter.setFont(self._verdict_font())
        painter.setPen(theme.color("caution_text" if self._amount > lane.limit_mg else "text2"))
        beside = row.adjusted(row.width() - self._verdict_width(), 0, 0, 0)
        painter.drawText(beside, flags, self.verdict(lane))

    def _name_font(self) -> QFont:
        return tabular(scaled_font(self, 0.95, 550))

    def _verdict_font(self) -> QFont:
        return tabular(scaled_font(self, 0.95, 650))

    def _name_width(self) -> float:
        return self._widest(self._name_font(), [lane.name for lane in self._lanes], _NAME)

    def _verdict_width(self) -> float:
        return self._widest(self._verdict_font(), [*map(self.verdict, self._lanes)], _OVER)

    def _widest(self, font: QFont, words: Sequence[str], least: float) -> float:
        metrics = QFontMetricsF(font)
        return max([least * unit(self), *(metrics.horizontalAdvance(word) + 1 for word in words)])

    def _lane_height(self) -> float:
        return max(_LANE * unit(self), QFontMetricsF(self._verdict_font()).height() * 1.2)


class DayAgainstLimits(Card):
    """A lane for each region, and what holds for all of them."""

    def __init__(self, limits: Limits, words: SumWords) -> None:
        super().__init__()
        self._limits = limits
        self._words = words
        self.identifier("label.day")
        as_group(self, self.tr("Your day against the limits"))
        head = QHBoxLayout()
        title = Heading(self.tr("Your day against the limits"), "card")
        title.setWordWrap(True)
        head.addWidget(title, 1)
        self.amount = QLabel()
        self.amount.setFont(tabular(scaled_font(self, 1.2, 680)))
        head.addWidget(self.amount, 0, Qt.AlignmentFlag.AlignRight)
        self.body.addLayout(head)
        self.lanes: dict[Region, LimitLanes] = {}
        for region in sorted(limits.regions, key=lambda key: limits.regions[key].upper_mg):
            lane = LimitLanes(self)
            lane.identifier(f"sum.{region}")
            self.lanes[region] = lane
            self.body.addWidget(lane)
        self.body.addSpacing(round(2 * unit(self)))
        self._notes = Paragraph("", "small", "text2")
        self.body.addWidget(self._notes)

    def show_sum(self, total: OneSum, region: Region, not_counted: int) -> None:
        """Show a sum; ``region`` is the one in force, whose limit stands beside the amount.

        Of ``not_counted`` products no amount can be told yet.
        """
        amount = total.total.likely_mg
        limit = total.regions[region].limit_mg
        words = self.tr("{amount} of {limit} mg").format(
            amount=shown_mg(amount), limit=shown_number(limit)
        )
        self.amount.setText(words)
        self.amount.setToolTip(self._limits.regions[region].name)
        longest = max(held.limit_mg for held in total.regions.values())
        for key, lane in self.lanes.items():
            held = total.regions[key]
            name = f"{key.upper()} {shown_number(held.limit_mg)}"
            lane.set_values(amount, [Lane(name, held.limit_mg)], up_to_mg=longest)
            told = region_line(held, self._words)
            lane.setAccessibleName(
                self.tr("{region}: {amount} of {limit} mg a day. {verdict}").format(
                    region=self._limits.regions[key].name,
                    amount=shown_mg(amount),
                    limit=shown_number(held.limit_mg),
                    verdict=in_local_figures(told.text),
                )
            )
            lane.setToolTip(in_local_figures(told.text))
        notes = (
            self._open_words(not_counted),
            *self._range(total),
            *sum_notes(total, self._words),
        )
        self._notes.setText(" ".join(filter(None, notes)))

    def _open_words(self, not_counted: int) -> str:
        if not not_counted:
            return ""
        words = self.tr("%n product(s) have no amount yet and are not counted.", "", not_counted)
        return f"<b>{words}</b>"

    def _range(self, total: OneSum) -> tuple[str, ...]:
        low, high = shown_mg(total.total.low_mg), shown_mg(total.total.high_mg)
        if low == high:
            return ()
        return (
            self.tr("It is {low} to {high} mg, by how the labels are read.").format(
                low=low, high=high
            ),
        )
