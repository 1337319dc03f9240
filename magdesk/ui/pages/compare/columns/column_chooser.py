"""The list of columns that opens below its button: which are shown, in which order, how wide."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from magdesk.ui.look.theme import unit
from magdesk.ui.pages.compare.columns.column_layout import FIRST, ColumnLayout
from magdesk.ui.pages.compare.columns.column_list import ColumnList
from magdesk.ui.widgets.access.announce import announce
from magdesk.ui.widgets.buttons import Button
from magdesk.ui.widgets.cards import Line, Surface
from magdesk.ui.widgets.layouts.boxes import spaced
from magdesk.ui.widgets.text import Heading, Paragraph

_STEP_U = 10.0


class ColumnChooser(Surface):
    """Every change is seen in the table at once; Escape or a click outside closes the list."""

    reset_asked = Signal()
    undo_asked = Signal()

    def __init__(self, columns: ColumnLayout, can_undo: bool, parent: QWidget) -> None:
        super().__init__(parent, line="control", radius=0.0)
        self.setWindowFlag(Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.identifier("compare.chooser")
        self.setAccessibleName(self.tr("Choose columns"))
        self._columns = columns
        self.list = ColumnList(columns, self)
        self.up = self._button(self.tr("Move up"), "up")
        self.down = self._button(self.tr("Move down"), "down")
        self.narrower = self._button(self.tr("Narrower"), "narrower")
        self.wider = self._button(self.tr("Wider"), "wider")
        self.reset = self._button(self.tr("Reset layout"), "reset", "ghost")
        self.undo = self._button(self.tr("Undo reset"), "undo", "ghost")
        self.undo.setVisible(can_undo)
        self._arrange()
        self._connect()
        self._refresh()

    def open_below(self, button: QWidget) -> None:
        """Open with its right edge under that of the button, as far as the screen has room."""
        self.adjustSize()
        size, screen = self.sizeHint(), button.screen().availableGeometry()
        below = button.mapToGlobal(QPoint(button.width() - size.width(), button.height()))
        left = max(screen.left(), min(below.x(), screen.right() - size.width()))
        top = max(screen.top(), min(below.y(), screen.bottom() - size.height()))
        self.move(left, top)
        self.show()
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    def set_can_undo(self, can_undo: bool) -> None:
        """Offer to undo the reset, or not any more."""
        self.undo.setVisible(can_undo)

    def _button(self, text: str, name: str, kind: str = "secondary") -> Button:
        button = Button(text, "ghost" if kind == "ghost" else "secondary", parent=self)
        button.setAutoDefault(False)
        return button.identifier(f"compare.columns.{name}")

    def _arrange(self) -> None:
        one = unit(self)
        edge, side = round(12 * one), round(10 * one)
        column = spaced(QVBoxLayout(self), 6 * one, side, edge)
        column.addWidget(Heading(self.tr("Columns"), "card"))
        column.addWidget(
            Paragraph(
                self.tr("With Alt, arrow keys move a column and change its width."),
                "small",
                "text2",
            )
        )
        column.addWidget(self.list, 1)
        column.addWidget(Line())
        for buttons in (
            (self.up, self.down, self.narrower, self.wider),
            (self.reset, self.undo),
        ):
            row = spaced(QHBoxLayout())
            for button in buttons:
                row.addWidget(button)
            row.addStretch(1)
            column.addLayout(row)

    def _connect(self) -> None:
        self.list.asked.connect(self._do)
        self.list.currentRowChanged.connect(self._refresh)
        self.up.clicked.connect(self._move_up)
        self.down.clicked.connect(self._move_down)
        self.narrower.clicked.connect(self._make_narrower)
        self.wider.clicked.connect(self._make_wider)
        self.reset.clicked.connect(self.reset_asked)
        self.undo.clicked.connect(self.undo_asked)
        self._columns.fitted.connect(self._refill)

    def _move_up(self) -> None:
        self._move(-1)

    def _move_down(self) -> None:
        self._move(1)

    def _make_narrower(self) -> None:
        self._widen(-1)

    def _make_wider(self) -> None:
        self._widen(1)

    def _do(self, what: str, way: int) -> None:
        if what == "move":
            self._move(way)
        else:
            self._widen(way)

    def _move(self, way: int) -> None:
        key, order = self.list.key, self._columns.choices.order
        to = order.index(key) + way
        if key == FIRST or not 1 <= to < len(order):
            return
        self._columns.move(key, to)
        self._say(
            self.tr("{column}: place {place} of {number}").format(
                column=self._title(key), place=to + 1, number=len(order)
            )
        )

    def _widen(self, way: int) -> None:
        key = self.list.key
        if key not in self._columns.shown:
            return
        self._columns.widen(key, self._columns.width_of(key) + round(way * _STEP_U * unit(self)))
        word = self.tr("{column}: wider") if way > 0 else self.tr("{column}: narrower")
        self._say(word.format(column=self._title(key)))

    def _refill(self) -> None:
        self.list.fill()
        self._refresh()

    def _refresh(self) -> None:
        key, order = self.list.key, self._columns.choices.order
        place = order.index(key)
        self.up.setEnabled(place > 1)
        self.down.setEnabled(key != FIRST and place < len(order) - 1)
        for button in (self.narrower, self.wider):
            button.setEnabled(key in self._columns.shown)

    def _title(self, key: str) -> str:
        return self._columns.every.named(key).spoken_title

    def _say(self, words: str) -> None:
        announce(self.list, words)
