"""One line of the form: what is timed, a field for each time, and a way to one more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QWidget

from magdesk.planner.day import clock
from magdesk.planner.typed_time import read_time
from magdesk.ui.look.theme import tabular, unit
from magdesk.ui.widgets.access.accessible_roles import as_group
from magdesk.ui.widgets.buttons import IconButton
from magdesk.ui.widgets.field import Field
from magdesk.ui.widgets.layouts.flow_row import FlowRow
from magdesk.ui.widgets.layouts.stacked_column import Column
from magdesk.ui.widgets.layouts.switch_box import SwitchBox
from magdesk.ui.widgets.text import Paragraph, escape

_WIDTH, _HEIGHT = 74.0, 30.0
_SAMPLE = "00:00 pm"
_MOST_SIGNS = 12
_GAP = 6.0
_NAME_LEAST = 120.0
MOST_TIMES = 8


class TimeField(Field):
    """``entered`` tells the text once it is done; a time that was read is shown as HH:MM."""

    entered = Signal()

    def __init__(self, place: int, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.place = place
        self._help = self._which = ""
        self.edit.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.edit.setFont(tabular(self.edit.font()))
        self.edit.setMaxLength(_MOST_SIGNS)
        self.edit.editingFinished.connect(self._take)
        one = unit(self)
        self.layout().setContentsMargins(round(5 * one), 0, round(5 * one), 0)  # type: ignore[union-attr]
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def name(self, name: str, description: str = "", which: str = "") -> None:
        """Set what screen readers call the field, and which of several it is."""
        self._help, self._which = description, which
        self.edit.setAccessibleName(name)
        self.say_trouble("")

    def show_text(self, text: str) -> None:
        """Show what was typed; a time that can be read is shown as the clock shows it."""
        minute = read_time(text)
        shown = text if minute is None else clock(minute)
        if self.edit.text() != shown:
            self.edit.setText(shown)

    def say_trouble(self, words: str) -> None:
        """Have a screen reader say first what is wrong; empty when all is well."""
        told = (words, self._which) if words else (self._which, self._help)
        self.edit.setAccessibleDescription(" ".join(filter(None, told)))

    def sizeHint(self) -> QSize:
        one, metrics = unit(self), self.fontMetrics()
        width = max(_WIDTH * one, metrics.horizontalAdvance(_SAMPLE) + 10 * one)
        return QSize(round(width), round(max(_HEIGHT * one, metrics.height() + 8 * one, 24)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @Slot()
    def _take(self) -> None:
        self.show_text(self.edit.text())
        self.entered.emit()


class TimeRow(QWidget):
    """``written`` tells what is timed, which of its times, and the text.

    Another time is written as an empty text after the last; ``grows`` offers it.
    """

    written = Signal(str, int, str)

    def __init__(
        self, what: str, name: str, help_words: str, *, grows: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.what = what
        self._name = name
        self._help = help_words
        self.fields: list[TimeField] = []
        one = unit(self)
        self.title = Paragraph(escape(name), single=True, parent=self)
        self.title.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._holder = QWidget(self)
        self._flow = FlowRow(round(_GAP * one))
        self._holder.setLayout(self._flow)
        self._more = IconButton("plus", self.tr("Another time: {}").format(name), self._holder)
        self._more.identifier(f"day.more.{what}")
        self._more.clicked.connect(self._add)
        self._more.setVisible(grows)
        self._both = SwitchBox(0, (1, 0), gap=12 * one, gap_below=2 * one, level=True)
        self._both.add(self.title)
        self._both.add(self._holder)
        self._trouble = Paragraph("", "small", "caution_text", parent=self, single=True)
        self._trouble.hide()
        column = Column(3 * one)
        beside = 0 if grows else (self._more.sizeHint().height() - 30 * one) / 2
        column.add_space(beside)  # as high as a line with the button
        column.add(self._both)
        column.add(self._trouble)
        column.add_space(beside)
        self.setLayout(column)
        as_group(self, name)

    def rename(self, name: str) -> None:
        """Call what is timed by another name."""
        if name != self._name:
            self._name = name
            self.title.setText(escape(name))
            self._more.setAccessibleName(self.tr("Another time: {}").format(name))
            self.setAccessibleName(name)
            self._name_fields()

    def show_times(self, texts: Sequence[str], troubles: Mapping[int, str]) -> None:
        """Show these texts, a field each, and what is wrong with them below the line."""
        for _ in range(len(self.fields), len(texts)):
            self._add_field()
        while len(self.fields) > len(texts):
            self._drop_field()
        for place, (field, text) in enumerate(zip(self.fields, texts, strict=True)):
            if not field.edit.hasFocus() or not field.edit.isModified():
                field.show_text(text)
            field.say_trouble(troubles.get(place, ""))
        words = "<br>".join(escape(words) for words in dict.fromkeys(troubles.values()))
        if words != self._trouble.source():
            self._trouble.setText(words)
        self._trouble.setVisible(bool(words))

    def controls(self) -> list[QWidget]:
        """Return what the Tab key goes through, in order."""
        fields: list[QWidget] = [field.edit for field in self.fields]
        return fields if self._more.isHidden() else [*fields, self._more]

    def _add_field(self) -> None:
        field = TimeField(len(self.fields), self._holder)
        field.identifier(f"day.{self.what}.{field.place + 1}")
        field.entered.connect(self._tell)
        self.fields.append(field)
        field.show()
        self._lay_out()

    def _drop_field(self) -> None:
        field = self.fields.pop()
        field.hide()
        field.deleteLater()
        self._lay_out()

    def _lay_out(self) -> None:
        self._flow.clear()
        self._flow.set_widgets([*self.fields, self._more], ())
        self._name_fields()
        self._more.setEnabled(len(self.fields) < MOST_TIMES)
        self._both.ask_room(self._flow.sizeHint().width() + _NAME_LEAST * unit(self))

    def _name_fields(self) -> None:
        count = len(self.fields)
        for number, field in enumerate(self.fields, 1):
            place = self.tr("{number} of {count}.").format(number=number, count=count)
            field.name(self._name, self._help, place if count > 1 else "")

    @Slot()
    def _add(self) -> None:
        self.written.emit(self.what, len(self.fields), "")
        QTimer.singleShot(0, self, self._to_last)

    @Slot()
    def _to_last(self) -> None:
        self.fields[-1].edit.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _tell(self) -> None:
        field = self.sender()
        if isinstance(field, TimeField):
            field.edit.setModified(False)
            self.written.emit(self.what, field.place, field.edit.text())
