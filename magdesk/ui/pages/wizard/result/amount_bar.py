"""The amount a day in all, as a bar against what is most and what the region's limit is."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from magdesk.advice.advice import Amount
from magdesk.ui.look.theme import unit
from magdesk.ui.widgets.amounts.limit_bar import LimitBar
from magdesk.ui.widgets.amounts.shown_number import shown_number
from magdesk.ui.widgets.layouts.switch_box import SwitchBox
from magdesk.ui.widgets.text import Paragraph

_TRACK_BEYOND_LIMIT = 1.2
_BESIDE_FROM = 420.0


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
        row = SwitchBox(_BESIDE_FROM * one, (0, 1), gap=16 * one)
        row.add(Paragraph(self.tr("If you try it: a day in all"), weight=650))
        row.add(bar)
        self.setLayout(row)
