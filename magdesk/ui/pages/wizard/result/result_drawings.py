"""What a result draws: how many of 100 people got better, or the amount a day against its limit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from magdesk.advice.advice import Amount
from magdesk.knowledge.expectations import Expectation
from magdesk.ui.look.theme import unit
from magdesk.ui.widgets.amounts.hundred_people import Dot, DotSample, PeopleDrawing, Share
from magdesk.ui.widgets.amounts.limit_bar import LimitBar
from magdesk.ui.widgets.amounts.shown_number import shown_number
from magdesk.ui.widgets.layouts.flow_row import FlowRow
from magdesk.ui.widgets.layouts.switch_box import SwitchBox
from magdesk.ui.widgets.text import Paragraph, escape

_TRACK_BEYOND_LIMIT = 1.2
_BAR_FROM = 420.0
_BESIDE_FROM = 620.0


class AmountBar(QWidget):
    """Two ticks: the most with what is taken already, and the limit; food does not count."""

    def __init__(self, amount: Amount, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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

    def __init__(self, expectation: Expectation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        one = unit(self)
        placebo = Share(expectation.on_placebo)
        magnesium = Share(expectation.on_magnesium, expectation.on_magnesium_between)
        both = SwitchBox(_BESIDE_FROM * one, (1, 1), gap=14 * one, gap_below=8 * one)
        both.add(_drawn(self.tr("On a dummy pill"), placebo))
        both.add(_drawn(self.tr("On magnesium"), magnesium))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(round(6 * one))
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
    row = QHBoxLayout(meaning)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(round(5 * unit(meaning)))
    for dot in dots:
        row.addWidget(DotSample(dot), 0, Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(Paragraph(escape(words), "small", "text2", single=True))
    return meaning


def _drawn(name: str, share: Share) -> QVBoxLayout:
    column = QVBoxLayout()
    column.addWidget(Paragraph(escape(f"{name}: {share.in_short}"), "small", "text2"))
    column.addWidget(PeopleDrawing(share, name))
    return column
