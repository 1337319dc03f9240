"""The forms that fit, and no supplement, each with what speaks for and against it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from magdesk.advice.advice import Option
from magdesk.knowledge.loader import Library
from magdesk.rules.facts import NONE
from magdesk.ui.look.theme import unit
from magdesk.ui.widgets.bullet_line import BulletLine, InlineLink
from magdesk.ui.widgets.choices.chips import Tag
from magdesk.ui.widgets.layouts.boxes import spaced
from magdesk.ui.widgets.signs.evidence_marks import EvidenceMark, mark_shape
from magdesk.ui.widgets.text import Heading, escape


class OptionLines(QWidget):
    """One form; ``read_asked`` tells the form to read about."""

    read_asked = Signal(str)

    def __init__(self, option: Option, library: Library, *, first: bool) -> None:
        super().__init__()
        one = unit(self)
        self._form = option.form
        column = spaced(QVBoxLayout(self), 3 * one, 0, 4 * one, 0, 8 * one)
        column.addLayout(self._head(option, library, first=first))
        for reason in option.in_favour:
            column.addWidget(BulletLine(escape(reason.text), "plus", "accent"))
        for reason in option.against:
            column.addWidget(BulletLine(escape(reason.text), "minus", "text2"))
        if option.evidence is not None:
            names = {meaning.grade: meaning.name for meaning in library.catalogue.grades}
            mark = EvidenceMark(mark_shape(option.evidence, False), names[option.evidence])
            column.addWidget(mark)

    def _head(self, option: Option, library: Library, *, first: bool) -> QHBoxLayout:
        row = spaced(QHBoxLayout(), 10 * unit(self))
        none = option.form == NONE
        words = library.report_words("options.none")
        form = None if none else library.catalogue.forms[option.form]
        row.addWidget(Heading(form.name if form else words, "section"))
        if first:
            row.addWidget(Tag(self.tr("Comes first") if none else self.tr("Closest fit")))
        row.addStretch(1)
        if form is not None:
            read = InlineLink(self.tr("Read about it"))
            read.setAccessibleName(self.tr("Read about {}").format(form.full_name))
            read.identifier(f"wizard.read.{form.id}")
            read.clicked.connect(self._read)
            row.addWidget(read)
        return row

    def _read(self) -> None:
        self.read_asked.emit(self._form)
