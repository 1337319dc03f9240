"""Looks a food up among all of them as its name is typed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from magdesk.intake.food_search import FoodSearch, FoodsFound
from magdesk.knowledge.food_table import Food
from magdesk.knowledge.foods import FoodKnowledge
from magdesk.ui.look.theme import unit
from magdesk.ui.widgets.access.accessible_roles import as_group
from magdesk.ui.widgets.amounts.figures_in_sentences import in_local_figures
from magdesk.ui.widgets.amounts.shown_number import shown_mg, shown_number
from magdesk.ui.widgets.buttons import Button
from magdesk.ui.widgets.choices.row_list import RowList
from magdesk.ui.widgets.field import Field, FieldEdit
from magdesk.ui.widgets.layouts.boxes import spaced
from magdesk.ui.widgets.layouts.flow_row import FlowRow
from magdesk.ui.widgets.text import Heading, Paragraph

_LIST_HEIGHT = 216.0
_MOST_ROWS = 12


class _SearchEdit(FieldEdit):
    """Down leads into the list."""

    left_downwards = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)


class FoodFinder(QWidget):
    """A field and what it finds; the index is made with it, once."""

    def __init__(self, knowledge: FoodKnowledge) -> None:
        super().__init__()
        self._knowledge = knowledge
        self._search = FoodSearch(knowledge)
        as_group(self, self.tr("Look up a food"))
        edit = _SearchEdit()
        self.field = Field(self.tr("For example: spinach"), "search", edit=edit)
        self.field.name(self.tr("Look up a food"), self.tr("Down leads into the list"))
        self.field.identifier("food.search")
        self.count = Paragraph("", "small", "text2")
        self.near = tuple(Button("", "link", parent=self) for _ in range(3))
        self.results = RowList(self)
        self.results.setObjectName("food.results")
        self.results.setAccessibleIdentifier("food.results")
        self.results.setAccessibleName(self.tr("Foods found"))
        column = spaced(QVBoxLayout(self), 6 * unit(self))
        column.addWidget(Heading(self.tr("Look up a food")))
        column.addWidget(self.field)
        column.addWidget(self.count)
        row = FlowRow(round(6 * unit(self)))
        row.set_widgets(self.near, ())
        column.addLayout(row)
        self.results.setFixedHeight(round(_LIST_HEIGHT * unit(self)))
        column.addWidget(self.results)
        self.field.edit.textChanged.connect(self._find)
        edit.left_downwards.connect(self._enter_list)
        for number, button in enumerate(self.near):
            button.identifier(f"food.near.{number}")
            button.clicked.connect(self._take_near)
        self._find("")

    def _find(self, text: str) -> None:
        found = self._search.find(text)
        self.results.clear()
        for food in found.foods[:_MOST_ROWS]:
            self.results.add_row(self._knowledge.name(food.id), self._amounts(food))
        self.results.setVisible(bool(found.foods))
        if found.foods:
            self.results.setCurrentRow(0)
        self.count.setText(self._count_words(text, found))
        self.field.edit.setAccessibleDescription(self.count.text())
        for number, button in enumerate(self.near):
            button.setVisible(number < len(found.near))
            if number < len(found.near):
                button.setText(found.near[number])

    def _amounts(self, food: Food) -> str:
        serving = self._knowledge.serving(food.id)
        in_100 = self.tr("{mg} mg in 100 g").format(mg=shown_mg(food.mg_per_100_g))
        if serving.grams == 100:
            return in_100
        return self.tr("{mg} mg in {serving} ({grams} g); {in_100}").format(
            mg=shown_mg(serving.mg),
            serving=in_local_figures(serving.measure),
            grams=shown_number(round(serving.grams)),
            in_100=in_100,
        )

    def _count_words(self, text: str, found: FoodsFound) -> str:
        if not text.strip():
            count = len(self._knowledge.foods)
            return self.tr("Type a name to look among %n food(s).", "", count)
        if not found.foods:
            if found.near:
                return self.tr("Nothing found. Did you mean one of these?")
            return self.tr("Nothing found.")
        shown = min(len(found.foods), _MOST_ROWS)
        return self.tr("{shown} of %n food(s) found", "", found.count).format(shown=shown)

    def _enter_list(self) -> None:
        if self.results.count():
            self.results.setFocus(Qt.FocusReason.TabFocusReason)

    def _take_near(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.field.edit.setText(button.text())
            self.field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
