"""The forms that fit, and no supplement, each with reasons, opinion and evidence."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from magdesk.advice.advice import Option
from magdesk.knowledge.evidence_records import Finding
from magdesk.knowledge.loader import Library
from magdesk.ui.look.theme import unit
from magdesk.ui.pages.wizard.answer_text import counted
from magdesk.ui.pages.wizard.layouts.stacked_column import Column
from magdesk.ui.pages.wizard.layouts.switch_box import SwitchBox
from magdesk.ui.pages.wizard.result.line_origin import Origin
from magdesk.ui.pages.wizard.result.result_lines import BulletLine, WhyLine
from magdesk.ui.pages.wizard.result.text_card import TextCard
from magdesk.ui.widgets.buttons import Button
from magdesk.ui.widgets.chips import Tag
from magdesk.ui.widgets.marks import EvidenceMark, mark_shape
from magdesk.ui.widgets.meter import RatingMeter
from magdesk.ui.widgets.prose import Prose
from magdesk.ui.widgets.text import Heading, escape

_SIDE_BY_SIDE = 360.0
_GUIDE = "guide"
"""The guide's key in the bibliography."""
_OUTCOME = {
    "cramp": "cramps",
    "night_cramp": "cramps",
    "twitch": "twitches",
    "eyelid": "twitches",
}
"""Which outcome of the evidence map a complaint is about."""


class OptionCard(TextCard):
    """One form; ``read_asked`` tells the form to read about."""

    read_asked = Signal(str)

    def __init__(
        self,
        option: Option,
        symptom: str,
        library: Library,
        *,
        first: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, emphasis=first)
        self.form = library.catalogue.forms[option.form]
        self.setAccessibleName(self.form.full_name)
        self._add_title(first=first)
        for reason in option.in_favour:
            self.body.add(BulletLine(escape(reason), "plus", "accent"))
        for reason in option.against:
            self.body.add(BulletLine(escape(reason), "minus", "text2"))
        one = unit(self)
        self.body.add_space(2 * one)
        self.body.add(_Views(option, self.form.id, symptom, library, one))

    def _add_title(self, *, first: bool) -> None:
        one = unit(self)
        row = QHBoxLayout()
        row.setSpacing(round(10 * one))
        row.addWidget(Heading(self.form.name, "card"))
        if first:
            row.addWidget(Tag(self.tr("Closest fit")))
        row.addStretch(1)
        read = Button(self.tr("Read about it"), "link")
        read.setAccessibleName(self.tr("Read about {}").format(self.form.full_name))
        read.identifier(f"wizard.read.{self.form.id}")
        read.clicked.connect(self._read)
        row.addWidget(read)
        self.body.add(row)

    def _read(self) -> None:
        self.read_asked.emit(self.form.id)


class _Views(SwitchBox):
    """The guide's opinion and what trials found, beside each other."""

    def __init__(
        self, option: Option, form: str, symptom: str, library: Library, one: float
    ) -> None:
        gap = 14 * one
        super().__init__(_SIDE_BY_SIDE * one, gap=gap, gap_below=8 * one)
        self._one = one
        mark = self._mark(option, form, symptom, library)
        self.ask_room(2 * mark.sizeHint().width() + gap)
        self.add(self._opinion(option, form, library))
        self.add(self._evidence(mark, form, symptom, library))

    def _opinion(self, option: Option, form: str, library: Library) -> Column:
        record = library.catalogue.forms[form]
        column = self._column(self.tr("The guide’s opinion"))
        column.add(RatingMeter(record.guide.rating if record.guide else None))
        points = counted(
            option.points or 0,
            self.tr("Your answers give it {count} point."),
            self.tr("Your answers give it {count} points."),
        )
        origin = Origin(
            rules=(f"options.{form}",), detail=f"{record.why} {points}", sources=(_GUIDE,)
        )
        words = record.guide.words if record.guide else record.why
        column.add(WhyLine(escape(words), origin, library.bibliography, size="small"))
        return column

    def _mark(self, option: Option, form: str, symptom: str, library: Library) -> EvidenceMark:
        grade = option.evidence or "G0"
        names = {meaning.grade: meaning.name for meaning in library.catalogue.grades}
        finding = _finding(form, symptom, library)
        counts = finding is None or finding.grade == grade
        name = names[grade] if counts else self.tr("No trial in people like you")
        return EvidenceMark(mark_shape(grade, False), name)

    def _evidence(self, mark: EvidenceMark, form: str, symptom: str, library: Library) -> Column:
        column = self._column(self.tr("What trials found"))
        column.add(mark)
        finding = _finding(form, symptom, library)
        words = finding.plain if finding else self.tr("No trial answers this for what bothers you.")
        origin = Origin(
            detail=finding.detail if finding else "",
            sources=finding.sources if finding else (),
        )
        if origin == Origin():
            column.add(Prose(words, "small", "text2"))
        else:
            line = WhyLine(escape(words), origin, library.bibliography, size="small")
            column.add(line)
        return column

    def _column(self, title: str) -> Column:
        column = Column(3 * self._one)
        column.add(Prose(title, "small", weight=650))
        return column


def _finding(form: str, symptom: str, library: Library) -> Finding | None:
    """What trials of the form found for what bothers the person; None where there was none."""
    return library.catalogue.findings.get((form, _OUTCOME.get(symptom, "")))


class NothingCard(TextCard):
    """No supplement: as good an answer as the others, and sometimes the first."""

    def __init__(self, option: Option, *, first: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent, emphasis=first)
        one = unit(self)
        row = QHBoxLayout()
        row.setSpacing(round(10 * one))
        row.addWidget(Heading(self.tr("No supplement"), "card"))
        words = self.tr("Comes first") if first else self.tr("Just as good an answer")
        row.addWidget(Tag(words, "accent" if first else "neutral"))
        row.addStretch(1)
        self.body.add(row)
        for reason in option.in_favour:
            self.body.add(BulletLine(escape(reason), "plus", "accent"))
        for reason in option.against:
            self.body.add(BulletLine(escape(reason), "minus", "text2"))
