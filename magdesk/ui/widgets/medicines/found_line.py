"""One name that was typed: what it is, what is asked about it, and the way to take it out."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from magdesk.answer_sheet.typed_medicines import MedicineLine
from magdesk.knowledge.records.decision_records import Medicine
from magdesk.medicines.found import NO_RULE, OTHER
from magdesk.ui.look.theme import unit
from magdesk.ui.widgets.access.accessible_roles import as_group
from magdesk.ui.widgets.buttons import Button, IconButton
from magdesk.ui.widgets.cards import IconLabel, Surface
from magdesk.ui.widgets.choices.chips import Chip
from magdesk.ui.widgets.choices.choice_row import CLOSE, ChoiceRow
from magdesk.ui.widgets.layouts.boxes import spaced
from magdesk.ui.widgets.layouts.flow_row import FlowRow
from magdesk.ui.widgets.layouts.stacked_column import Column
from magdesk.ui.widgets.layouts.switch_box import SwitchBox
from magdesk.ui.widgets.painted import PaintedButton
from magdesk.ui.widgets.text import Paragraph, escape

_TYPED, _BESIDE_FROM = 170.0, 420.0
_MOST_OFFERED = 3


class FoundLine(Surface):
    """Tells what the person does with the line; the model decides what that means.

    A ``dense`` one leads with what was typed, and has its answers beside what it asks.
    """

    removed = Signal(int)
    meant = Signal(int, str)
    chosen = Signal(int, str, bool)
    unsure = Signal(int)
    met = Signal(int, str, bool)

    def __init__(
        self,
        line: MedicineLine,
        medicines: Mapping[str, Medicine],
        parent: QWidget | None = None,
        *,
        dense: bool = False,
    ) -> None:
        super().__init__(parent)
        self.line = line
        self._medicines = medicines
        self._dense = dense
        one = unit(self)
        above = (1 if dense else 8) * one
        row = spaced(QHBoxLayout(self), 10 * one, 12 * one, above, 6 * one, above)
        icon, ink = self._icon()
        top, middle = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignVCenter
        in_one_row = dense and line.found.kind != "choose"
        row.addWidget(IconLabel(icon, ink, 16.0, self), 0, middle if in_one_row else top)
        if dense:
            row.addLayout(self._asked(), 1)
        else:
            both = SwitchBox(_BESIDE_FROM * one, (2, 5), gap=12 * one)
            both.add(Paragraph(escape(line.found.typed), weight=650))
            both.add(self._told(ink))
            row.addLayout(both, 1)
        row.addWidget(self._remove(), 0, top)
        as_group(self, line.found.typed)

    def verdict_words(self) -> str:
        """Return in a few words what the line counts as."""
        match self.line.found.kind:
            case "recognised" if self.line.ticks == (OTHER,):
                return self.tr("Recognised. It counts as “other medicine”.")
            case "recognised" if len(self.line.found.ids) > 1:
                count = len(self.line.found.ids)
                return self.tr("Recognised: %n medicine(s) in one", "", count)
            case "recognised" if self.line.open:
                return self.tr("Recognised. One question about it:")
            case "recognised":
                return self.tr("Recognised")
            case "no_rule":
                return self.tr("Known. No rule here for this one.")
            case "choose":
                return self.tr("Which one is it?")
            case _:
                return self.tr("Not known. It counts as “other medicine”, so we ask first.")

    def first_action(self) -> QWidget | None:
        """Return the first answer it waits for, else the first name that may be meant."""
        what = "use.0"
        if self.line.open:
            row = self.line.open[0]
            what = row if self.line.found.kind == "choose" else f"{row}.yes"
        found = self.findChild(QWidget, f"medicines.line.{self.line.number}.{what}")
        return found if isinstance(found, QWidget) else None

    def _icon(self) -> tuple[str, str]:
        if self.line.open or self.line.found.kind == "unknown":
            return "question", "caution_text"
        if self.line.found.kind == "no_rule" or self.line.ticks == (NO_RULE,):
            return "info", "info_text"
        return "check", "ok_text"

    def _told(self, ink: str) -> Column:
        column = Column(3 * unit(self))
        column.add(Paragraph(escape(self.verdict_words()), tone=ink, weight=650))
        for text in self._row_words():
            column.add(Paragraph(escape(text), "small", "text2"))
        self._add_asked(column)
        return column

    def _asked(self) -> Column:
        column = Column(3 * unit(self))
        if self.line.found.kind == "choose":
            column.add(self._led(self.verdict_words()))
        self._add_asked(column)
        return column

    def _add_asked(self, column: Column) -> None:
        if self.line.found.kind == "choose":
            column.add(self._choices())
        for medicine in self.line.found.conditions:
            column.add(self._condition(medicine))
        if self.line.found.did_you_mean:
            column.add(self._did_you_mean())

    def _row_words(self) -> list[str]:
        if self.line.found.kind in ("choose", "unknown"):
            return []
        rows = [row for row in self.line.ticks if row in self._medicines]
        words = [self._medicines[row].label for row in rows if row not in (NO_RULE, OTHER)]
        if NO_RULE in rows:
            words.append(self.tr("As a habit, take magnesium two hours apart from it."))
        return words

    # --- what can be pressed ----------------------------------------------------------------

    def _remove(self) -> IconButton:
        words = self.tr("Take out {}").format(self.line.found.typed)
        button = IconButton("close", words, self)
        button.identifier(f"medicines.line.{self.line.number}.remove")
        button.clicked.connect(self._take_out)
        return button

    def _choices(self) -> Column:
        """A row for each meaning, and one for who does not know."""
        column = Column(4 * unit(self))
        told = [
            (row, self._medicines[row].label, row in self.line.chosen)
            for row in self.line.found.ids
        ]
        for what, label, on in (*told, ("unsure", self.tr("I do not know"), self.line.unsure)):
            choice = ChoiceRow(label, "", "check", self, density=CLOSE)
            choice.setChecked(on)
            self._name(choice, what, self.verdict_words())
            column.add(choice)
        return column

    def _condition(self, medicine: str) -> QWidget:
        condition = self._medicines[medicine].condition
        assert condition is not None
        yes = self._chip(condition.yes, f"{medicine}.yes", condition.question,
                         medicine in self.line.chosen)  # fmt: skip
        no = self._chip(condition.no, f"{medicine}.no", condition.question,
                        medicine in self.line.denied)  # fmt: skip
        question = Paragraph(escape(condition.question), "small")
        if self._dense:  # a professional reads in the answers what is asked
            question = Paragraph(escape(self.line.found.typed), "small", weight=650)
            question.setToolTip(condition.question)
        return _Flow([question, yes, no], self)

    def _led(self, asked: str) -> Paragraph:
        """What is asked, led by what was typed."""
        name = f"<b>{escape(self.line.found.typed)}</b>"
        words = self.tr("{name}: {asked}").format(name=name, asked=escape(asked))
        return Paragraph(words, "small")

    def _chip(self, label: str, what: str, about: str, on: bool) -> Chip:
        chip = Chip(label, self)
        chip.setChecked(on)
        self._name(chip, what, about)
        return chip

    def _name(self, answer: PaintedButton, what: str, about: str) -> None:
        """Say what an answer is about, and have it pressed."""
        answer.identifier(f"medicines.line.{self.line.number}.{what}")
        answer.setAccessibleDescription(f"{self.line.found.typed}: {about}")
        answer.setProperty("what", what)
        answer.clicked.connect(self._press)

    def _did_you_mean(self) -> QWidget:
        words = Paragraph(escape(self.tr("Did you mean:")), "small")
        if self._dense:
            words = self._led(self.tr("Not known. Did you mean:"))
        parts: list[QWidget] = [words]
        for place, name in enumerate(self.line.found.did_you_mean[:_MOST_OFFERED]):
            button = Button(self.tr("Use {}").format(name), parent=self)
            button.identifier(f"medicines.line.{self.line.number}.use.{place}")
            button.setProperty("what", name)
            button.clicked.connect(self._use)
            parts.append(button)
        return _Flow(parts, self)

    def _press(self, on: bool) -> None:
        what = str(self.sender().property("what"))
        row, _, answer = what.partition(".")
        if what == "unsure":
            self.unsure.emit(self.line.number)
        elif answer:
            self.met.emit(self.line.number, row, answer == "yes")
        else:
            self.chosen.emit(self.line.number, row, on)

    def _use(self) -> None:
        self.meant.emit(self.line.number, str(self.sender().property("what")))

    def _take_out(self) -> None:
        self.removed.emit(self.line.number)


class _Flow(QWidget):
    """Widgets in a row that goes on below where there is no room."""

    def __init__(self, widgets: list[QWidget], parent: QWidget) -> None:
        super().__init__(parent)
        flow = FlowRow(round(4 * unit(self)))
        flow.set_widgets(widgets, ())
        self.setLayout(flow)
