"""What stands in place of an empty table: which filter is to blame, and a way back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from magdesk.ui.grids.form_rows import FormRow
from magdesk.ui.look.theme import unit
from magdesk.ui.pages.compare.filter.filters import BY_KEY
from magdesk.ui.pages.compare.filter.row_filter import ONLY, TYPED, RowFilter
from magdesk.ui.widgets.access.focus import RESERVE
from magdesk.ui.widgets.buttons import Button
from magdesk.ui.widgets.layouts.boxes import spaced
from magdesk.ui.widgets.scroll import ScrollPage
from magdesk.ui.widgets.text import Heading, Paragraph

_MOST_SHOWN = 60
_TOP = 24.0


class NothingFound(ScrollPage):
    """Names the filters that hide every form; a button lifts one of them, another lifts all."""

    lifted = Signal(str)
    meant = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        one = unit(self)
        column = self.body
        left, top = round((18 - RESERVE) * one), round(_TOP * one)
        column.setContentsMargins(left, top, left, top)
        column.setSpacing(round(8 * one))
        self.title = Heading("", "card")
        self.title.setWordWrap(True)
        self.advice = Paragraph("", tone="text2")
        self.clear = Button(self.tr("Show all forms")).identifier("compare.clear")
        words = QVBoxLayout()
        words.setContentsMargins(round(RESERVE * one), 0, round(RESERVE * one), 0)
        for widget in (self.title, self.advice):
            words.addWidget(widget)
        self._lifts = spaced(QVBoxLayout())
        self._lifts.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(words)
        column.addLayout(self._lifts)
        column.addStretch(1)
        self._typed = ""
        self.lift_buttons: list[Button] = []
        """They offer another text or lift one filter, the best first."""

    def explain(self, row_filter: RowFilter, rows: Sequence[FormRow]) -> None:
        """Say why nothing is left: filters in force, and those that give rows back if lifted."""
        keys = row_filter.keys
        self._typed = row_filter.state.typed.strip()
        blamed = list(row_filter.to_blame(rows))
        near = row_filter.hits.near
        self._set_lifts(blamed if len(keys) > 1 else [], [one.text for one in near])
        if keys == (TYPED,):
            self.title.setText(
                self.tr("No form found for “{typed}”").format(typed=_shortened(self._typed))
            )
            self.advice.setText(
                self.tr(
                    "The search looks at names, names on labels, and uses. "
                    "Try fewer letters, or a word such as sleep, cramps, Epsom or bisglycinate."
                )
            )
        elif blamed:
            key, count = blamed[0]
            name = self._name(key)
            title = self.tr("{filter} leaves no form").format(filter=name)
            self.title.setText(title[:1].upper() + title[1:])
            self.advice.setText(
                self.tr("No form fits all filters at once. Without {filter}: {forms}.").format(
                    filter=name, forms=self._forms(count)
                )
            )
        else:
            self.title.setText(self.tr("No form fits all filters"))
            self.advice.setText(self.tr("No single filter is to blame: lift two or more."))

    def _set_lifts(self, blamed: list[tuple[str, int]], near: Sequence[str]) -> None:
        for button in self.lift_buttons:
            self._lifts.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.lift_buttons = []
        for number, meant in enumerate(near):
            button = self._add(self.tr("Did you mean “{name}”?").format(name=meant))
            button.identifier(f"compare.near.{number}")
            button.setProperty("meant", meant)
            button.clicked.connect(self._mean)
        for key, count in blamed:
            text = self.tr("Remove {filter} ({forms})").format(
                filter=self._name(key), forms=self._forms(count)
            )
            button = self._add(text).identifier(f"compare.lift.{key}")
            button.setProperty("filter", key)
            button.clicked.connect(self._lift)

    def _add(self, text: str) -> Button:
        button = Button(text)
        self.lift_buttons.append(button)
        place = self._lifts.count() - 1
        self._lifts.insertWidget(place, button, 0, Qt.AlignmentFlag.AlignLeft)
        QWidget.setTabOrder(button, self.clear)
        return button

    def _mean(self) -> None:
        button = self.sender()
        if button is not None:
            self.meant.emit(str(button.property("meant")))

    def _lift(self) -> None:
        button = self.sender()
        if button is not None:
            self.lifted.emit(str(button.property("filter")))

    def _forms(self, count: int) -> str:
        return self.tr("%n form(s)", "", count)

    def _name(self, key: str) -> str:
        if key == TYPED:
            return self.tr("the search “{typed}”").format(typed=_shortened(self._typed))
        if key == ONLY:
            return self.tr("the choice of forms")
        return self.tr("“{chip}”").format(chip=BY_KEY[key].title)


def _shortened(typed: str) -> str:
    """What was typed, cut where it is longer than a heading holds."""
    return typed if len(typed) <= _MOST_SHOWN else f"{typed[:_MOST_SHOWN]}…"
