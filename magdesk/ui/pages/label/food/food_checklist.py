"""The checklist: some twenty everyday foods, and how often a week each is eaten."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from magdesk.knowledge.foods import FoodKnowledge
from magdesk.ui.look.theme import unit
from magdesk.ui.widgets.access.accessible_roles import as_group
from magdesk.ui.widgets.choices.drop_down import DropDown
from magdesk.ui.widgets.text import Paragraph

_BOX_WIDTH = 182.0


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
