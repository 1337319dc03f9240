"""The result: how urgent, what to do, and only then forms, amount and hours."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from magdesk.advice.advice import Advice
from magdesk.knowledge.loader import Library
from magdesk.report.level_words import filled, instructions, lead_of
from magdesk.report.reasons import reasons
from magdesk.rules.facts import NONE, Answer
from magdesk.rules.firing import RANK
from magdesk.ui.look.theme import unit
from magdesk.ui.pages.wizard.answer_text import counted
from magdesk.ui.pages.wizard.layouts.stacked_column import Column
from magdesk.ui.pages.wizard.layouts.switch_box import SwitchBox
from magdesk.ui.pages.wizard.result.amount_card import AmountCard
from magdesk.ui.pages.wizard.result.care_part import CarePart
from magdesk.ui.pages.wizard.result.option_cards import NothingCard, OptionCard
from magdesk.ui.pages.wizard.result.result_cards import (
    ask_card,
    changes_card,
    do_card,
    reasons_card,
    spacing_card,
    steps_card,
)
from magdesk.ui.pages.wizard.result.result_lines import bold
from magdesk.ui.pages.wizard.wizard_base_page import BasePage
from magdesk.ui.widgets.buttons import Button
from magdesk.ui.widgets.cards import Note
from magdesk.ui.widgets.prose import Prose
from magdesk.ui.widgets.region_choice import RegionChoice
from magdesk.ui.widgets.text import Heading

LEFT = 28.0
CARE_LEFT = 40.0
CONTENT_WIDTH = 758.0
CARE_WIDTH = 700.0
_TWO_COLUMNS = 560.0
_SHARES = (428, 312)


def is_care(advice: Advice) -> bool:
    """Return whether the result is the care card, without any product."""
    return RANK[advice.level] >= RANK["today"]


class ResultPage(BasePage):
    """What follows from the answers; tells when another region or answer is asked for."""

    region_chosen = Signal(str)
    change_asked = Signal(str)
    read_asked = Signal(str)

    def __init__(
        self,
        advice: Advice,
        answers: Mapping[str, Answer],
        ended_at: str | None,
        library: Library,
        parent: QWidget | None = None,
    ) -> None:
        left, width = (CARE_LEFT, CARE_WIDTH) if is_care(advice) else (LEFT, CONTENT_WIDTH)
        super().__init__(left, width, parent)
        self._advice = advice
        self._answers = answers
        self._library = library
        self._ended_at = ended_at
        one = unit(self)
        self.body.set_spacing(round(4 * one))
        self._left = Column(12 * one)
        self._right = Column(12 * one)
        if is_care(advice):
            self._add_care()
        else:
            self._add_header()
            self._add_columns()
        self._add_closing()

    @property
    def is_care(self) -> bool:
        """Return whether this is the care card, without any product."""
        return is_care(self._advice)

    def first(self) -> QWidget:
        """Return where the focus goes when the page opens."""
        return self.title

    def title_words(self) -> str:
        """Return the headline and the sentence below it."""
        return f"{self._headline()}. {lead_of(self._advice, self._library.decision)}"

    def forms(self) -> list[str]:
        """Return the ids of the forms listed."""
        return [option.form for option in self._advice.options if option.form != NONE]

    # --- today and emergency ----------------------------------------------------------------

    def _add_care(self) -> None:
        part = CarePart(self._advice, self._answers, self._library)
        self.title: QLabel = part.card.title
        self._name_title()
        self.body.add(part)
        self._add_early_end()
        self.body.add_space(8 * unit(self))
        self.body.add(self._region_choice())

    # --- the other levels -------------------------------------------------------------------

    def _add_header(self) -> None:
        one = unit(self)
        self.body.add(Prose(self.tr("Your result"), tone="accent", weight=650))
        self.title = Heading(self._headline(), "question")
        self._name_title()
        self.body.add(self.title)
        self.body.add_space(2 * one)
        lead = Prose(lead_of(self._advice, self._library.decision), "lead", "text2")
        self.body.add(lead)
        self._add_early_end()
        self.body.add_space(12 * one)

    def _add_columns(self) -> None:
        one = unit(self)
        columns = SwitchBox(_TWO_COLUMNS * one, _SHARES, gap=18 * one, gap_below=12 * one)
        columns.add(self._left)
        columns.add(self._right)
        self._fill_left()
        self._fill_right()
        self.body.add(columns)

    def _fill_left(self) -> None:
        advice, library = self._advice, self._library
        told = instructions(advice, library.decision)
        if advice.stop or advice.level != "self_care":
            self._left.add(do_card(self.tr("What to do now"), told))
            self._add_reasons()
        if advice.first_steps:
            title = self.tr("Do this first")
            self._left.add(steps_card(title, advice.first_steps, library))
        self._add_options()
        if not advice.stop and advice.level == "self_care":
            self._left.add(do_card(self.tr("Keep an eye on it"), told))
            self._add_reasons()

    def _fill_right(self) -> None:
        advice, library = self._advice, self._library
        if advice.ask:
            lead = self.tr("You were not sure. A pharmacist or doctor can help:")
            title = self.tr("Questions to take along")
            self._right.add(ask_card(title, lead, advice.ask))
        if advice.amount is not None:
            older = any(rule.id == library.decision.amount.older_rule for rule in advice.rules)
            card = AmountCard(advice.amount, older=older, library=library)
            card.region.region_chosen.connect(self.region_chosen)
            self._right.add(card)
        if advice.spacing:
            title = self.tr("Hours between")
            self._right.add(spacing_card(title, advice.spacing, library))
        if advice.would_change:
            title = self.tr("What would change it")
            self._right.add(changes_card(title, advice, self._answers, library))
        if advice.amount is None:
            self._right.add(self._region_choice())

    def _add_reasons(self) -> None:
        found = reasons(self._advice, self._library.decision, self._library.report_words)
        none = self.tr("None of your answers calls for a pharmacist or doctor first.")
        title = self.tr("Why this answer")
        self._left.add(reasons_card(title, found, none, self._library))

    def _add_options(self) -> None:
        if not self._advice.options:
            return
        self._left.add_space(4 * unit(self))
        self._left.add(Heading(self.tr("If you still want to try magnesium"), "card"))
        weeks = counted(
            self._library.decision.amount.review_weeks,
            self.tr("Look again after {count} week, and stop if nothing has changed."),
            self.tr("Look again after {count} weeks, and stop if nothing has changed."),
        )
        self._left.add(Prose(bold(self.tr("It may not help."), weeks), tone="text2"))
        if self._advice.level != "self_care":
            short = self._library.decision.levels[self._advice.level].short
            words = self.tr("This comes before any product. What follows can wait.")
            self._left.add(Note("caution", f"{short}.", words))
        symptom = str(self._answers.get("symptom", ""))
        for index, option in enumerate(self._advice.options):
            if option.form == NONE:
                self._left.add(NothingCard(option, first=index == 0))
                continue
            card = OptionCard(option, symptom, self._library, first=index == 0)
            card.read_asked.connect(self.read_asked)
            self._left.add(card)

    # --- both -------------------------------------------------------------------------------

    def _headline(self) -> str:
        decision = self._library.decision
        return filled(decision.levels[self._advice.level].headline, self._advice, decision)

    def _name_title(self) -> None:
        name = f"result.{self._advice.level}"
        self.title.setObjectName(name)
        self.title.setAccessibleIdentifier(name)

    def _add_early_end(self) -> None:
        if self._ended_at is None:
            return
        one = unit(self)
        row = QHBoxLayout()
        row.setContentsMargins(0, round(6 * one), 0, 0)
        row.setSpacing(round(10 * one))
        words = self.tr("We skipped the other questions because this answer comes first.")
        row.addWidget(Prose(words, "small", "text2"), 1, Qt.AlignmentFlag.AlignVCenter)
        change = Button(self.tr("Change this answer"), "link")
        change.identifier(f"wizard.change.{self._ended_at}")
        change.clicked.connect(self._change)
        row.addWidget(change)
        self.body.add(row)

    def _change(self) -> None:
        self.change_asked.emit(self._ended_at)

    def _region_choice(self) -> RegionChoice:
        choice = RegionChoice(self._library.decision.limits.regions, self._advice.region)
        choice.region_chosen.connect(self.region_chosen)
        return choice

    def _add_closing(self) -> None:
        one = unit(self)
        content = self._library.content
        self.body.add_space(14 * one)
        self.body.add(Prose(content.purpose, "small", "text3"))
        reviewed = QDate(content.reviewed.year, content.reviewed.month, content.reviewed.day)
        edition = self.tr("Content {version}, reviewed {date}.").format(
            version=content.version,
            date=QLocale().toString(reviewed, QLocale.FormatType.LongFormat),
        )
        self.body.add(Prose(edition, "small", "text3"))
