"""The amount: room under the official limit of a region, never a dose."""

from __future__ import annotations

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from magdesk.advice.advice import Amount
from magdesk.knowledge.decision import Decision
from magdesk.knowledge.loader import Library
from magdesk.ui.look.theme import unit
from magdesk.ui.pages.wizard.questions.number_text import number_text
from magdesk.ui.pages.wizard.result.line_origin import Origin
from magdesk.ui.pages.wizard.result.result_lines import WhyLine
from magdesk.ui.pages.wizard.result.text_card import TextCard
from magdesk.ui.widgets.limit_bar import LimitBar
from magdesk.ui.widgets.prose import Prose
from magdesk.ui.widgets.region_choice import RegionChoice
from magdesk.ui.widgets.text import Heading, escape

_TRACK_BEYOND_LIMIT = 1.25


class AmountCard(TextCard):
    """Where to start, where to stay below, and how that stands to the limit."""

    def __init__(
        self, amount: Amount, *, older: bool, library: Library, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        decision = library.decision
        self._amount = amount
        self._limit = _limit_kept(amount, decision, older=older)
        self.body.add(Heading(self.tr("Amount"), "card"))
        self.body.add(Prose(self._start_words()))
        self.body.add(Prose(self._most_words(decision)))
        self.body.add_space(4 * unit(self))
        self.body.add(self._bar())
        region = decision.limits.regions[amount.region]
        line = WhyLine(
            escape(self._room_words(region.name)),
            _limit_origin(decision, amount, older=older),
            library.bibliography,
            size="small",
        )
        self.body.add(line)
        self.region = RegionChoice(decision.limits.regions, amount.region)
        self.body.add(self.region)

    def _bar(self) -> LimitBar:
        bar = LimitBar()
        label = self.tr("{region} limit {mg}").format(
            region=self._amount.region.upper(), mg=_mg(self._limit)
        )
        total = self._amount.already_mg + self._amount.start_mg
        bar.set_values(total, [(label, self._limit)], self._limit * _TRACK_BEYOND_LIMIT)
        return bar

    def _start_words(self) -> str:
        words = self.tr("<b>Start with {} mg</b> of magnesium a day, with food.")
        return words.format(_mg(self._amount.start_mg))

    def _most_words(self, decision: Decision) -> str:
        words = self.tr("Stay at or below {} mg a day.").format(_mg(self._amount.max_mg))
        if self._amount.portions > 1:
            portion = _mg(decision.amount.portion_mg)
            words += " " + self.tr("Above {} mg, take two portions.").format(portion)
        return words

    def _room_words(self, region: str) -> str:
        already = self.tr("You already take {} mg from products.").format(
            _mg(self._amount.already_mg)
        )
        room = self.tr("That leaves {room} mg under the limit of {limit} mg ({region}).").format(
            room=_mg(self._limit - self._amount.already_mg), limit=_mg(self._limit), region=region
        )
        return f"{already} {room} " + self.tr(
            "Food does not count. This is room under a limit, not a dose."
        )


def _limit_kept(amount: Amount, decision: Decision, *, older: bool) -> float:
    lowest = decision.amount.older_upper_mg
    return min(amount.limit_mg, lowest) if older else amount.limit_mg


def _limit_origin(decision: Decision, amount: Amount, *, older: bool) -> Origin:
    limits = decision.limits
    authority = limits.authorities[limits.regions[amount.region].upper_authority]
    return Origin(
        rules=(decision.amount.older_rule,) if older else (),
        detail=f"{authority.name}: {authority.kind}. {authority.note}".strip(),
        sources=authority.sources,
    )


def _mg(amount: float) -> str:
    return number_text(amount, QLocale())
