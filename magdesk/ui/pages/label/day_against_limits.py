"""All that is taken in a day, against the limits of every region at once."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel

from magdesk.intake.one_sum import OneSum
from magdesk.knowledge.limits import Limits
from magdesk.knowledge.records import Region
from magdesk.knowledge.records.label_records import SumWords
from magdesk.report.sum_words import region_line, sum_notes
from magdesk.ui.look.theme import scaled_font, tabular, unit
from magdesk.ui.pages.label.local_figures import shown_mg
from magdesk.ui.widgets.access.accessible_roles import as_group
from magdesk.ui.widgets.amounts.figures_in_sentences import in_local_figures
from magdesk.ui.widgets.amounts.limit_lanes import Lane, LimitLanes
from magdesk.ui.widgets.amounts.shown_number import shown_number
from magdesk.ui.widgets.cards import Card
from magdesk.ui.widgets.text import Heading, Paragraph


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
