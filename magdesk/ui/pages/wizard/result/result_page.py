"""The result below *today*: the summary, then each part folded to a line with a quiet word."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from magdesk.advice.advice import Advice
from magdesk.answer_sheet.answer_sheet import AnswerSheet
from magdesk.knowledge.loader import Library
from magdesk.knowledge.question_ids import SYMPTOM
from magdesk.report.blocks import Items, Line, Section, lines_of
from magdesk.rules.facts import NONE
from magdesk.ui.look.theme import unit
from magdesk.ui.pages.wizard.result.advice_page import AdvicePage
from magdesk.ui.pages.wizard.result.ask_card import AskCard
from magdesk.ui.pages.wizard.result.option_lines import OptionLines
from magdesk.ui.pages.wizard.result.result_drawings import AmountBar, PeoplePicture
from magdesk.ui.pages.wizard.result.summary_card import SummaryCard
from magdesk.ui.pages.wizard.result.told_lines import block_lines, by_weight
from magdesk.ui.pages.wizard.result.why_line import WhyLine
from magdesk.ui.widgets.cards import Card
from magdesk.ui.widgets.cards import Line as Hairline
from magdesk.ui.widgets.choices.fold_line import Fold
from magdesk.ui.widgets.layouts.switch_box import SwitchBox
from magdesk.ui.widgets.text import Heading, Paragraph, escape

_CARDS_FROM = 660.0
_MOST_REASONS = 3
_HEAD = 38.0
_PICTURED = {"cramp": "cramps", "night_cramp": "cramps"}
"""Which drawing of people belongs to a complaint."""


class ResultPage(AdvicePage):
    """The summary, what is closest to it, and all else folded."""

    def __init__(self, sheet: AnswerSheet, advice: Advice, library: Library) -> None:
        super().__init__(advice, library)
        self._complaint = str(sheet.answer(SYMPTOM) or "")
        self.body.set_spacing(round(4 * unit(self)))
        self._add_head()
        if self._asks_first:
            self._add_cards()
        else:
            self._add_picture()
        self._add_folds()
        self._add_small_print()

    def title_words(self) -> str:
        return f"{self._kicker()}: {self._document.title}"

    def forms(self) -> list[str]:
        """Return the ids of the forms listed, the closest first."""
        return [option.form for option in self.advice.options if option.form != NONE]

    @property
    def _asks_first(self) -> bool:
        return self.advice.level in ("ask_first", "soon")

    # --- what is always in sight ------------------------------------------------------------

    def _kicker(self) -> str:
        if not self.advice.complete:
            return self.tr("Your result so far")
        short = self._library.decision.levels[self.advice.level].short
        return self.tr("Your result: {level}").format(level=short)

    def _add_head(self) -> None:
        one = unit(self)
        self.call(self._kicker())
        self.body.add(Paragraph(escape(self._kicker()), "small", "accent", 650))
        self.take_title(Heading(self._document.title, "question"))
        self.body.add(self.title)
        opening = self._document.section("opening")
        if opening is not None and not self.advice.complete:  # else the summary says it
            for line in lines_of(opening):
                self.body.add(Paragraph(escape(line.text), tone="text2"))
        summary = self._document.section("summary")
        if summary is not None:
            self.body.add_space(8 * one)
            self.body.add(SummaryCard(summary, _sign_of(self.advice)))

    def _add_picture(self) -> None:
        """The people for cramps, else the amount against the limit."""
        one = unit(self)
        drawing = _PICTURED.get(self._complaint)
        known = {each.id: each for each in self._library.expectations}
        self.body.add_space(8 * one)
        if drawing in known:
            self.body.add(PeoplePicture(known[str(drawing)]))
        elif self.advice.amount is not None:
            self.body.add(AmountBar(self.advice.amount))

    def _add_cards(self) -> None:
        """*Ask for* and *Why* beside each other."""
        one = unit(self)
        cards = SwitchBox(_CARDS_FROM * one, (1, 1), gap=14 * one, gap_below=10 * one, level=True)
        ask = self._document.section("ask")
        if ask is not None:
            cards.add(AskCard(ask, self._library))
        cards.add(self._why_card())
        self.body.add_space(8 * one)
        self.body.add(cards)

    def _why_card(self) -> Card:
        card = Card()
        heading = Heading(self.tr("Why"), "card")
        heading.setMinimumHeight(round(_HEAD * unit(card)))  # as beside it
        card.body.addWidget(heading)
        weighty, others = by_weight(self.advice, self._library)
        more = (*weighty[_MOST_REASONS:], *others)
        for place, line in enumerate(self.reason_lines(weighty[:_MOST_REASONS])):
            if place:
                card.body.addWidget(Hairline())
            card.body.addWidget(line)
        if more:
            fold = Fold(self.tr("{count} more").format(count=len(more)), line_below=False)
            fold.line.identifier("result.more_reasons")
            fold.fill_with(self.reason_lines, more)
            fold.filled.connect(self.filled)
            card.body.addWidget(fold)
        card.body.addStretch(1)
        return card

    # --- what is folded ---------------------------------------------------------------------

    def _add_folds(self) -> None:
        self.body.add_space(6 * unit(self))
        for name, add in (
            ("do", self.section_lines),
            ("steps", self.section_lines),
            ("options", self._options),
            ("amount", self._amount),
            ("spacing", self.section_lines),
            ("watch", self._watch),
            ("reasons", self._reasons),
            ("changes", self.section_lines),
        ):
            section = self._document.section(name)
            if section is None or name in self._told_elsewhere:
                continue
            self.add_fold(name, section.heading, self._quiet(section), add, section)

    def _quiet(self, section: Section) -> str:
        """A few words on what a folded part holds."""
        lines = _listed(section)
        match section.id:
            case "options" | "steps":
                names = [line.lead.rstrip(".") for line in lines]
                return ", ".join(names)
            case "spacing":
                return ", ".join(line.lead.rstrip(":") for line in lines)
            case "watch":
                return self.tr("%n sign(s) that would change this", "", len(lines))
            case "changes":
                return self.tr("%n answer(s) that would", "", len(lines))
            case "do":
                return self.tr("%n thing(s)", "", len(lines))
            case "amount":
                return self.tr("The limit, and how it adds up")
            case _:
                return self.tr("Your answers, and where it comes from")

    def _options(self, section: Section) -> Iterable[QWidget]:
        for block in section.blocks:
            if not isinstance(block, Items):
                yield from block_lines(block, self._library)
        for place, option in enumerate(self.advice.options):
            lines = OptionLines(option, self._library, first=place == 0)
            lines.read_asked.connect(self.read_asked)
            yield lines

    def _amount(self, section: Section) -> Iterable[QWidget]:
        if self.advice.amount is not None and self._complaint in _PICTURED:
            yield AmountBar(self.advice.amount)
        yield from self.section_lines(section)

    def _reasons(self, _section: Section) -> Iterable[WhyLine]:
        weighty, others = by_weight(self.advice, self._library)
        return self.reason_lines((*weighty, *others))

    def _watch(self, section: Section) -> Iterable[QWidget]:
        """The signs, and at self-care what to do when one appears."""
        yield from self.section_lines(section)
        do = self._document.section("do")
        if do is not None and "do" in self._told_elsewhere:
            yield from self.section_lines(do)

    @property
    def _told_elsewhere(self) -> frozenset[str]:
        """Parts that have no line of their own: they stand in a card, or below another."""
        return frozenset({"reasons"} if self._asks_first else {"do"})

    def _add_small_print(self) -> None:
        purpose = self._document.section("purpose")
        self.body.add_space(10 * unit(self))
        if purpose is not None:
            for line in lines_of(purpose):
                self.body.add(Paragraph(escape(line.text), "small", "text3"))


def _sign_of(advice: Advice) -> str:
    """The icon of *Dangerous?*: a tick only where all is answered and nobody is asked first."""
    if advice.complete and advice.level == "self_care":
        return "check"
    return "clock" if advice.level == "soon" else "info"


def _listed(section: Section) -> tuple[Line, ...]:
    """The lines of the lists of a section."""
    lists = (block for block in section.blocks if isinstance(block, Items))
    return tuple(line for each in lists for line in each.lines)
