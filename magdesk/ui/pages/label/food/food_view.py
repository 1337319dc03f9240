"""Magnesium from food: a checklist, an estimate with its range, and foods to look up."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from magdesk.answer_sheet.answer_sheet import AnswerSheet
from magdesk.intake.food_checklist import ROUNDED_TO, FoodEstimate, estimate
from magdesk.intake.one_sum import reference_intake
from magdesk.knowledge.foods import FoodKnowledge
from magdesk.knowledge.loader import Library
from magdesk.knowledge.question_ids import AGE, SEX
from magdesk.knowledge.records import Sex
from magdesk.report.food_words import food_words
from magdesk.ui.look.theme import unit
from magdesk.ui.pages.label.folding_columns import FoldingColumns
from magdesk.ui.pages.label.food.food_finder import FoodFinder
from magdesk.ui.widgets.access.accessible_roles import as_group
from magdesk.ui.widgets.amounts.figures_in_sentences import in_local_figures
from magdesk.ui.widgets.amounts.shown_number import shown_number
from magdesk.ui.widgets.cards import Card
from magdesk.ui.widgets.choices.chips import Chip
from magdesk.ui.widgets.choices.drop_down import DropDown
from magdesk.ui.widgets.layouts.boxes import spaced
from magdesk.ui.widgets.text import Heading, Paragraph

_BOX_WIDTH = 182.0
_LEFT = 460.0
_USUAL_AGE = 40


class FoodChecklist(QWidget):
    """``answered`` tells how often each food is eaten, by its line."""

    answered = Signal(dict)

    def __init__(self, knowledge: FoodKnowledge) -> None:
        super().__init__()
        as_group(self, self.tr("How often do you eat this?"), "food.check")
        one = unit(self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(round(12 * one))
        grid.setVerticalSpacing(round(6 * one))
        grid.setColumnStretch(0, 1)
        self.boxes: dict[str, DropDown] = {}
        for number, check in enumerate(knowledge.checks.values()):
            words = Paragraph(f"<b>{check.label}</b><br>{check.serving}", "small")
            box = DropDown(self)
            box.addItem(self.tr("choose how often"), "")
            for often in knowledge.often.values():
                box.addItem(often.label, often.id)
            box.setMinimumWidth(round(_BOX_WIDTH * one))
            box.identifier(f"food.check.{check.id}")
            box.setAccessibleName(check.label)
            place = self.tr("{number} of {count}").format(
                number=number + 1, count=len(knowledge.checks)
            )
            box.setAccessibleDescription(f"{check.serving}, {place}")
            words.setBuddy(box)
            box.activated.connect(self._tell)
            grid.addWidget(words, number, 0)
            grid.addWidget(box, number, 1)
            self.boxes[check.id] = box

    def answers(self) -> dict[str, str]:
        """The lines that were answered."""
        chosen = {check: str(box.currentData()) for check, box in self.boxes.items()}
        return {check: often for check, often in chosen.items() if often}

    def show_answers(self, answers: Mapping[str, str]) -> None:
        """Show answers that were given before; nothing is told."""
        for check, box in self.boxes.items():
            box.setCurrentIndex(max(0, box.findData(answers.get(check, ""))))

    def _tell(self) -> None:
        self.answered.emit(self.answers())


class FoodView(FoldingColumns):
    """``changed`` tells that the estimate is another one."""

    changed = Signal()

    def __init__(self, library: Library, sheet: AnswerSheet) -> None:
        super().__init__(_LEFT)
        self._library = library
        self._sheet = sheet
        self._sex: Sex = "male" if sheet.answer(SEX) == "male" else "female"
        self.checklist = FoodChecklist(library.foods)
        self.finder = FoodFinder(library.foods)
        self._estimate = Heading("", "card")
        self._estimate.setWordWrap(True)
        self._said = Paragraph("")
        self._closing = Paragraph("")
        self._notes = Paragraph("", "small", "text2")
        self.chips: dict[str, Chip] = {}
        self._arrange()
        self.checklist.answered.connect(self._take)
        self.take_sheet()

    def take_sheet(self) -> None:
        """Show what the answer sheet holds."""
        sex = self._sheet.answer(SEX)
        if sex in ("male", "female"):
            self._sex = "male" if sex == "male" else "female"
        self.checklist.show_answers(self._sheet.foods)
        self._show()

    @property
    def eaten(self) -> FoodEstimate:
        """What the answered lines hold."""
        return estimate(self._sheet.foods, self._library.foods)

    @property
    def mg(self) -> int | None:
        """The estimate as the question about food takes it; None before any answer."""
        if not self._sheet.foods:
            return None
        return round(self.eaten.likely / ROUNDED_TO) * ROUNDED_TO

    @property
    def words(self) -> str:
        """The estimate and what it means, as text to copy."""
        return "\n".join(food_words(self.eaten, self._reference(), self._library.foods).words)

    def _take(self, answers: dict[str, str]) -> None:
        self._sheet.set_foods(answers)
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        for sex, chip in self.chips.items():
            chip.setChecked(sex == self._sex)
        answered, lines = len(self._sheet.foods), len(self._library.foods.checks)
        told = food_words(self.eaten, self._reference(), self._library.foods)
        self._estimate.setText(in_local_figures(told.estimate))
        counted = self.tr("{answered} of {lines} lines answered; the others count as not eaten.")
        said = (
            counted.format(answered=shown_number(answered), lines=shown_number(lines)),
            in_local_figures(told.against_intake),
        )
        self._said.setText(" ".join(filter(None, said)))
        self._closing.setText("<br>".join(in_local_figures(line) for line in told.closing))
        self._closing_title.setVisible(bool(told.closing))
        self._closing.setVisible(bool(told.closing))
        self._notes.setText(" ".join(in_local_figures(line) for line in told.notes))

    def _reference(self) -> float | None:
        age = self._sheet.answer(AGE)
        years = float(age) if isinstance(age, int | float) else _USUAL_AGE
        return reference_intake(self._library.limits, self._sheet.region, years, self._sex)

    def _choose_sex(self) -> None:
        chip = self.sender()
        for sex, other in self.chips.items():
            if other is chip:
                self._sex = "male" if sex == "male" else "female"
        self._show()

    def _arrange(self) -> None:
        self.left.addWidget(Heading(self.tr("How often do you eat this?")))
        self.left.addWidget(self.checklist)
        self.left.addStretch(1)
        card = Card()
        as_group(card, self.tr("Estimate"))
        card.body.addWidget(self._estimate)
        card.body.addLayout(self._sexes())
        card.body.addWidget(self._said)
        self._closing_title = Paragraph(self.tr("Foods that would close the gap"), weight=650)
        card.body.addWidget(self._closing_title)
        card.body.addWidget(self._closing)
        card.body.addWidget(self._notes)
        self.right.addWidget(card)
        self.right.addSpacing(round(8 * unit(self)))
        self.right.addWidget(self.finder)
        self.right.addStretch(1)

    def _sexes(self) -> QHBoxLayout:
        row = spaced(QHBoxLayout(), 3 * unit(self))
        row.addWidget(Paragraph(self.tr("Reference for"), "small", "text2"))
        group = QWidget()
        as_group(group, self.tr("Reference for"))
        inner = QHBoxLayout(group)
        inner.setContentsMargins(0, 0, 0, 0)
        for sex, words in (("female", self.tr("Women")), ("male", self.tr("Men"))):
            chip = Chip(words, group)
            chip.setAutoExclusive(True)
            chip.identifier(f"food.for.{sex}")
            chip.clicked.connect(self._choose_sex)
            self.chips[sex] = chip
            inner.addWidget(chip)
        row.addWidget(group)
        row.addStretch(1)
        return row
