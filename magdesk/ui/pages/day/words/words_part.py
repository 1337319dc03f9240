"""The plan in words with its heading, a way to copy it, and what the calendar file may say."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from magdesk.report.day_words import DayWords
from magdesk.ui.look.theme import unit
from magdesk.ui.pages.day.words.words_list import Told, WordsList, told_lines
from magdesk.ui.widgets.buttons import Button
from magdesk.ui.widgets.choices.choice_row import CLOSE, ChoiceRow
from magdesk.ui.widgets.layouts.flow_row import FlowRow
from magdesk.ui.widgets.layouts.stacked_column import Column
from magdesk.ui.widgets.text import Heading, Paragraph, escape


class WordsPart(QWidget):
    """Shows the words of a plan, or what is missing for one."""

    def __init__(self) -> None:
        super().__init__()
        one = unit(self)
        column = Column(8 * one)
        head = QWidget(self)
        flow = FlowRow(round(8 * one))
        self.copy = Button(self.tr("Copy"), "ghost", "copy", head).identifier("day.copy")
        self.copy.setAccessibleName(self.tr("Copy the plan in words"))
        flow.set_widgets([Heading(self.tr("In words"), "section", head)], [self.copy])
        head.setLayout(flow)
        column.add(head)
        self.list = WordsList(self)
        column.add(self.list)
        self._names = ChoiceRow(
            self.tr("Names of my medicines in the calendar"),
            self.tr("Anyone who sees your calendar can read them."),
            parent=self,
            density=CLOSE,
        )
        self._names.identifier("day.calendar_names")
        column.add(self._names)
        self._said = Paragraph("", "small", "text2", parent=self, single=True)
        self._said.hide()
        column.add(self._said)
        self.setLayout(column)

    @property
    def names_wanted(self) -> bool:
        """Whether the calendar file may name the medicines."""
        return self._names.isChecked()

    def show_words(self, words: DayWords | None) -> None:
        """Show the plan line by line; without one, that there is none."""
        none = self.tr("Nothing is planned yet.")
        self.list.show_lines([Told(none, none)] if words is None else told_lines(words))
        self.copy.setEnabled(words is not None)
        self._names.setVisible(words is not None and words.kind == "times")
        self.say("")

    def say(self, words: str) -> None:
        """Tell below the plan what was done with it."""
        self._said.setText(escape(words))
        self._said.setVisible(bool(words))
