"""One group of the counter: its key, its name, and the terms of its questions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from magdesk.answer_sheet.answer_sheet import AnswerSheet
from magdesk.interview.counter_groups import Group, digits
from magdesk.knowledge.number_signs import NumberLocale
from magdesk.rules.facts import NONE, NOT_SURE
from magdesk.ui.look.theme import Theme, scaled_font, unit
from magdesk.ui.pages.counter.question_terms import QuestionTerms
from magdesk.ui.pages.counter.term_chip import TermChip
from magdesk.ui.widgets.access.accessible_roles import as_group
from magdesk.ui.widgets.access.focus import RingMemory, paint_ring
from magdesk.ui.widgets.amounts.shown_number import shown_number
from magdesk.ui.widgets.buttons import Button
from magdesk.ui.widgets.drawn import Drawn
from magdesk.ui.widgets.layouts.flow_row import FlowRow
from magdesk.ui.widgets.layouts.stacked_column import Column
from magdesk.ui.widgets.signs.key_cap import KeyCap
from magdesk.ui.widgets.text import Paragraph, escape

_LEFT, _TOP, _CAP, _NAME, _GAP, _RIGHT = 12.0, 1.0, 20.0, 86.0, 5.0, 4.0
_RADIUS = 8.0


class GroupRow(Drawn, QWidget):
    """``left`` tells that the group is answered."""

    left = Signal()

    def __init__(
        self,
        group: Group,
        title: str,
        sheet: AnswerSheet,
        locale: NumberLocale,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.group, self.title, self.sheet = group, title, sheet
        self.in_hand = False
        self.is_typing = False
        """Whether a text field has the focus: keys are its own then."""
        self._tabbed: tuple[QWidget, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        as_group(self, self.tr("{name}, key {letter}").format(name=title, letter=group.letter))
        self.cap = KeyCap(group.letter, self)
        self.name = Paragraph(escape(title), "small", weight=650, parent=self, single=True)
        self.state = Paragraph("", "caption", "text2", parent=self, single=True)
        self.state.setFont(scaled_font(self, 0.84))
        self.body = QWidget(self)
        self.column = Column(0)
        self.body.setLayout(self.column)
        self.flow = FlowRow(0)
        asked = [sheet.decision.questions[name] for name in group.questions]
        self.terms = tuple(
            QuestionTerms(sheet, each, locale, self.body, labelled=self._labels(each.id))
            for each in asked
        )
        for terms in self.terms:
            terms.answered.connect(self._go_on)
            terms.doubted.connect(self.say)
        self._add_note()
        self.fill()

    # --- what it is made of -----------------------------------------------------------------

    def fill(self) -> None:
        """Put the controls into the row."""
        self.flow.set_widgets([each for terms in self.terms for each in terms.widgets()], ())
        self.column.add(self.flow)
        self.column.add(self.note)
        self.column.add(self._readings)

    def _labels(self, question: str) -> bool:
        """Whether the question's own name stands before its choices."""
        return question in ("age", "bowel", "stomach", "route", "food_mg")

    def _add_note(self) -> None:
        self.note = Paragraph("", "small", "caution_text", parent=self.body, single=True)
        self.note.hide()
        self._readings = QWidget(self.body)
        self._buttons = (Button("", parent=self._readings), Button("", parent=self._readings))
        for place, button in enumerate(self._buttons):
            button.identifier(f"counter.{self.group.letter}.reading{place}")
            button.clicked.connect(self._take_reading)
        row = FlowRow(round(4 * unit(self)))
        row.set_widgets(self._buttons, ())
        self._readings.setLayout(row)
        self._readings.hide()

    def stops(self) -> list[QWidget]:
        """Return what the arrows step through now."""
        return [each for each in self.all_stops() if each.isVisibleTo(self) and each.isEnabled()]

    def all_stops(self) -> Iterator[QWidget]:
        """Return what the arrows can step through."""
        for terms in self.terms:
            yield from terms.stops()

    def tab_order(self) -> Iterator[QWidget]:
        """Return what Tab can stop at, as it stands from left to right."""
        yield from self.all_stops()

    def _order_tabs(self) -> None:
        """Let Tab go as one reads, also where a control came later than those beside it."""
        wanted = tuple(self.tab_order())
        if wanted != self._tabbed:
            self._tabbed = wanted
            for before, after in pairwise(wanted):
                QWidget.setTabOrder(before, after)

    def chips(self) -> Iterator[TermChip]:
        """Return every term of the group."""
        for terms in self.terms:
            yield from terms.chips.values()

    # --- showing ----------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show what the sheet holds."""
        for terms in self.terms:
            applies = terms.applies
            labelled = self._labels(terms.question.id)
            for widget in terms.widgets():
                shown = applies and (widget is not terms.label or labelled)
                if widget.isHidden() is shown:
                    widget.setVisible(shown)
                    self.flow.invalidate()
            terms.refresh()
        self._show_digits()
        self._show_trouble()
        self._keep_one_tab_stop()
        self._order_tabs()

    def _show_trouble(self) -> None:
        troubled = next((each for each in self.terms if each.trouble()), None)
        self.say("" if troubled is None else troubled.trouble())
        values = () if troubled is None else troubled.readings()
        for button, value in zip(self._buttons, values, strict=False):
            button.setText(shown_number(value))
            button.setProperty("value", value)
            button.updateGeometry()
        self._readings.setVisible(bool(values))

    def say(self, words: str) -> None:
        """Tell below the terms what is in the way; empty when nothing is."""
        if self.note.text() != words:
            self.note.setText(escape(words))
        self.note.setVisible(bool(words))

    def set_state(self, words: str) -> None:
        """Show a few words below the name."""
        if self.state.text() != words:
            self.state.setText(escape(words))
            self.setAccessibleDescription(words)
            self._place()

    def set_in_hand(self, in_hand: bool, is_typing: bool) -> None:
        """Show that keys act here; with the digits of the terms, unless a field takes them."""
        if (in_hand, is_typing) != (self.in_hand, self.is_typing):
            self.in_hand, self.is_typing = in_hand, is_typing
            self.cap.set_in_hand(in_hand)
            self._show_digits()
        self.update()

    @property
    def takes_digits(self) -> bool:
        """Whether a digit chooses here now."""
        return self.in_hand and not self.is_typing

    def _show_digits(self) -> None:
        takes = self.takes_digits
        picked = {each: digit for digit, each in self._digits().items()} if takes else {}
        for chip in self.chips():
            digit = picked.get((chip.question, chip.choice), "")
            chip.set_digit("0" if takes and chip.choice == NONE else digit)

    def _digits(self) -> dict[str, tuple[str, str]]:
        asked = [each.question for each in self.terms if each.applies]
        return {digit: (each.question, each.choice) for digit, each in digits(asked).items()}

    # --- keys -------------------------------------------------------------------------------

    def start(self) -> QWidget:
        """Return what gets the focus when one comes here: what is open, else the first."""
        for terms in self.terms:
            stops = [each for each in terms.stops() if each.isVisibleTo(self)]
            if terms.applies and not terms.is_answered and stops:
                return self.first_of(stops)
        return self.first_of(self.stops())

    def arrive(self) -> QWidget:
        """Return what gets the focus when one goes on to here from the group before."""
        return self.start()

    def first_of(self, stops: Sequence[QWidget]) -> QWidget:
        """Return which of a question's controls gets the focus."""
        return stops[0]

    def press_digit(self, digit: str) -> bool:
        """Choose what the digit stands for; return whether it stands for something."""
        wanted = self._digits().get(digit)
        for chip in self.chips():
            is_none = digit == "0" and chip.choice == NONE
            if is_none or (wanted is not None and (chip.question, chip.choice) == wanted):
                chip.setFocus(Qt.FocusReason.ShortcutFocusReason)
                chip.click()
                return True
        return False

    def press_not_sure(self) -> bool:
        """Answer *not sure* to the first open question that takes it."""
        takes = [each for each in self.terms if each.applies and NOT_SURE in each.chips]
        open_first = sorted(takes, key=lambda each: each.is_answered)
        for terms in open_first[:1]:
            terms.chips[NOT_SURE].click()
        return bool(takes)

    def step(self, by: int) -> None:
        """Go to the next control of the group, or the one before; round at the ends."""
        stops = self.stops()
        here = next((place for place, each in enumerate(stops) if each.hasFocus()), -1)
        if stops:
            stops[(here + by) % len(stops)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def go_on(self) -> None:
        """Go to what is still open here, else on to the next group."""
        focused = next((each for each in self.stops() if each.hasFocus()), None)
        for terms in self.terms:
            if terms.applies and not terms.is_answered and focused not in tuple(terms.stops()):
                self.start().setFocus(Qt.FocusReason.ShortcutFocusReason)
                return
        self.left.emit()

    def _go_on(self, _question: str) -> None:
        if any(each.applies and not each.is_answered for each in self.terms):
            self.start().setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.left.emit()

    def _keep_one_tab_stop(self) -> None:
        """Let Tab stop at one term of a question, and at each field; arrows reach the others."""
        for terms in self.terms:
            chips = list(terms.chips.values())
            held = [each for each in chips if each.hasFocus()]
            chosen = held or [each for each in chips if each.isChecked()] or chips
            for chip in chips:
                stop = chip is chosen[0]
                policy = Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus
                if chip.focusPolicy() != policy:
                    chip.setFocusPolicy(policy)

    def _take_reading(self) -> None:
        button = self.sender()
        troubled = next((each for each in self.terms if each.readings()), None)
        if isinstance(button, Button) and troubled is not None:
            troubled.take_number(float(button.property("value")))
            edit = next(troubled.stops())
            if isinstance(edit, QLineEdit):
                edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Keep nothing of the last person."""
        for terms in self.terms:
            terms.forget()
        self.say("")

    # --- place and look ---------------------------------------------------------------------

    def measure(self, one: float) -> tuple[float, float]:
        return 640 * one, self.heightForWidth(round(640 * one))

    def least(self, one: float) -> tuple[float, float]:
        return self._body_left(one) + 200 * one, 0

    def hasHeightForWidth(self) -> bool:
        """Return that the terms wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines of terms in this width."""
        one = unit(self)
        room = round(width - self._body_left(one) - _RIGHT * one)
        head = self._name_height(one)
        return round(max(self.column.heightForWidth(room), head) + (2 * _TOP + 1) * one)

    def _body_left(self, one: float) -> float:
        return (_LEFT + _CAP + 2 * _GAP + _NAME) * one

    def _name_height(self, one: float) -> int:
        wide = round(_NAME * one)
        name = self.name.heightForWidth(wide)
        return round(name + self._state_height(wide) + self._above_name() * one)

    def _state_height(self, wide: int) -> int:
        return self.state.heightForWidth(wide) if self.state.text() else 0

    def _above_name(self) -> float:
        """Return the room in u above the name; less where a state stands below it."""
        return 2.0 if self.state.text() else 5.0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the parts into their places."""
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        """Make room where a line of terms came or went."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
            self.updateGeometry()
        return super().event(event)

    def measure_again(self) -> None:
        """Find the place of every term anew, in another size of text."""
        for item in (self.column.itemAt(place) for place in range(self.column.count())):
            if item is not None:
                item.invalidate()
        self.flow.invalidate()
        self.column.invalidate()
        self._place()
        self.updateGeometry()

    def _place(self) -> None:
        one = unit(self)
        top = round((_TOP + self._above_name()) * one)
        cap = self.cap.sizeHint()
        self.cap.setGeometry(round(_LEFT * one), top, cap.width(), cap.height())
        left, wide = round((_LEFT + _CAP + _GAP) * one), round(_NAME * one)
        tall = self.name.heightForWidth(wide)
        self.name.setGeometry(left, top, wide, tall)
        self.state.setGeometry(left, top + tall, wide, self._state_height(wide))
        body = round(self._body_left(one))
        width = round(self.width() - body - _RIGHT * one)
        self.body.setGeometry(body, round(_TOP * one), width, self.column.heightForWidth(width))

    def draw(self, painter: QPainter, theme: Theme, one: float) -> None:
        line = max(1, round(one))
        painter.fillRect(0, self.height() - line, self.width(), line, theme.color("line"))
        if self.in_hand and RingMemory.keys_in_use:
            inner = QRectF(self.rect()).adjusted(3 * one, 0, -3 * one, -line)
            paint_ring(painter, inner, _RADIUS * one, one, theme)
