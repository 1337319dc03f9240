"""What stands above the table: title, text filter, result count, sorting."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from magdesk.ui.compare.counters import ColumnCounter, result_count
from magdesk.ui.compare.sort_button import SortButton
from magdesk.ui.theme import scaled_font, unit
from magdesk.ui.widgets.buttons import Button
from magdesk.ui.widgets.cards import Panel
from magdesk.ui.widgets.field import Field
from magdesk.ui.widgets.text import Heading

_FIELD_LEAST, _FIELD_MOST = 150.0, 250.0


class Toolbar(Panel):
    """Tells what was typed; Escape clears the filter, Down and Enter lead to the table."""

    typed = Signal(str)
    left_downwards = Signal()
    show_all_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", ("bottom",), parent)
        self.find_button = Button(self.tr("Find a form that fits"), "primary").identifier(
            "compare.find"
        )
        self.find_button.setToolTip(self.tr("Answer some questions and see which forms may fit"))
        self.details = Button(self.tr("Details"), "secondary").identifier("compare.details")
        self.details.setToolTip(self.tr("Open the details of the chosen form (Enter)"))
        self.show_all = Button(self.tr("Show all"), "link").identifier("compare.show_all")
        self.show_all.clicked.connect(self.show_all_asked)
        self.sort = SortButton(self)
        self.columns = ColumnCounter(self)
        self.count = QLabel(self)
        self.count.setFont(scaled_font(self, 1.0, 550))
        self.filter = self._filter_field()
        self._arrange()
        for before, after in pairwise(
            (self.filter.edit, self.find_button, self.show_all, self.sort, self.details)
        ):
            QWidget.setTabOrder(before, after)
        find_key = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find_key.activated.connect(self.focus_filter)

    def focus_filter(self) -> None:
        """Put the cursor into the filter, its text marked to be typed over."""
        self.filter.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.edit.selectAll()

    def show_count(self, shown: int, total: int, narrowed: bool) -> None:
        """Show how many forms are left of how many."""
        self.count.setText(result_count(shown, total))
        self.show_all.setVisible(narrowed and shown > 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give Escape, Down and Enter their meaning in the filter."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape and self.filter.edit.text():
                self.filter.edit.clear()
                return True
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.left_downwards.emit()
                return True
        return super().eventFilter(watched, event)

    def _filter_field(self) -> Field:
        field = Field(
            self.tr("Search forms and uses"),
            "search",
            QKeySequence(QKeySequence.StandardKey.Find).toString(
                QKeySequence.SequenceFormat.NativeText
            ),
        )
        field.name(
            self.tr("Search forms and uses"),
            self.tr("Finds names, names on labels, and uses such as sleep. Escape clears it."),
        )
        field.identifier("compare.filter")
        one = unit(self)
        field.setMinimumWidth(round(_FIELD_LEAST * one))
        field.setMaximumWidth(round(_FIELD_MOST * one))
        field.edit.textChanged.connect(self.typed)
        field.edit.installEventFilter(self)
        return field

    def _arrange(self) -> None:
        one = unit(self)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(round(18 * one), round(10 * one), round(14 * one), round(7 * one))
        rows.setSpacing(round(5 * one))
        first = QHBoxLayout()
        first.setSpacing(round(8 * one))
        first.addWidget(Heading(self.tr("Compare forms"), "page"))
        first.addStretch(1)
        first.addWidget(self.filter, 4)
        first.addWidget(self.find_button)
        rows.addLayout(first)
        second = QHBoxLayout()
        second.setSpacing(round(10 * one))
        second.addWidget(self.count)
        second.addWidget(self.show_all)
        second.addStretch(1)
        second.addWidget(self.sort)
        second.addWidget(self.columns)
        second.addWidget(self.details)
        rows.addLayout(second)
