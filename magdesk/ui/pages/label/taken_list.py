"""Everything a person takes in a day: each product with its amount, to be opened or taken out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from magdesk.knowledge.records.label_records import UsualProduct
from magdesk.ui.look.theme import scaled_font, tabular, unit
from magdesk.ui.widgets.access.accessible_roles import as_group
from magdesk.ui.widgets.buttons import Button, IconButton
from magdesk.ui.widgets.layouts.boxes import spaced
from magdesk.ui.widgets.layouts.flow_row import FlowRow
from magdesk.ui.widgets.text import Heading, Paragraph


class TakenLine(NamedTuple):
    """A product as it is listed."""

    name: str
    detail: str
    amount: str


class _TakenRow(QWidget):
    """A product: its name opens it, the cross takes it out."""

    opened = Signal()
    removed = Signal()

    def __init__(self, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = Button("", "link", parent=self).identifier(f"label.product.{number}")
        self.detail = Paragraph("", "small", "text2")
        self.amount = QLabel()
        self.amount.setFont(tabular(scaled_font(self, 1.0, 650)))
        self.remove = IconButton("close", "", self)
        self.remove.identifier(f"label.remove.{number}")
        row = spaced(QHBoxLayout(self), 8 * unit(self))
        row.addWidget(self.name)
        row.addWidget(self.detail, 1)
        row.addWidget(self.amount)
        row.addWidget(self.remove)
        self.name.clicked.connect(self.opened)
        self.remove.clicked.connect(self.removed)

    def show_line(self, line: TakenLine, *, open_now: bool) -> None:
        """Show a product; the one that is open is bold."""
        metrics = self.fontMetrics()
        most = 24 * metrics.averageCharWidth()
        self.name.setText(metrics.elidedText(line.name, Qt.TextElideMode.ElideRight, most))
        self.name.setFont(scaled_font(self, 1.0, 700 if open_now else 500))
        self.name.setToolTip(line.name)
        here = self.tr("open above") if open_now else self.tr("opens it above")
        self.name.setAccessibleName(f"{line.name}, {line.amount}")
        self.name.setAccessibleDescription(", ".join(filter(None, (line.detail, here))))
        self.detail.setText(line.detail)
        self.amount.setText(line.amount)
        words = self.tr("Take out {name}").format(name=line.name)
        self.remove.setAccessibleName(words)
        self.remove.setToolTip(words)


class TakenList(QWidget):
    """``opened`` and ``removed`` tell a product's place; ``usual_added`` the id of an antacid."""

    opened = Signal(int)
    removed = Signal(int)
    label_added = Signal()
    usual_added = Signal(str)

    def __init__(self, usual: Sequence[UsualProduct]) -> None:
        super().__init__()
        as_group(self, self.tr("What you take in a day"), "label.products")
        self.rows: list[_TakenRow] = []
        self.add = Button(self.tr("Add another product"), icon="plus").identifier("label.add")
        self.antacid = Button(self.tr("Antacid or laxative"), icon="plus").identifier(
            "label.antacid"
        )
        self.add.clicked.connect(self.label_added)
        self.antacid.clicked.connect(self._open_menu)
        self.menu = QMenu(self)
        for product in usual:
            action = QAction(self.menu)
            action.setText(product.name)
            action.setData(product.id)
            action.triggered.connect(self._add_usual)
            self.menu.addAction(action)
        column = spaced(QVBoxLayout(self), 6 * unit(self))
        column.addWidget(Heading(self.tr("What you take in a day")))
        self._rows = spaced(QVBoxLayout())
        column.addLayout(self._rows)
        buttons = FlowRow(round(4 * unit(self)))
        buttons.set_widgets((self.add, self.antacid), ())
        column.addLayout(buttons)

    def show_lines(self, lines: Sequence[TakenLine], open_now: int | None) -> None:
        """Show the products; ``open_now`` is the place of the one that is shown above."""
        while len(self.rows) < len(lines):
            row = _TakenRow(len(self.rows), self)
            row.opened.connect(self._open)
            row.removed.connect(self._remove)
            self.rows.append(row)
            self._rows.addWidget(row)
        for number, row in enumerate(self.rows):
            row.setVisible(number < len(lines))
            if number < len(lines):
                row.show_line(lines[number], open_now=number == open_now)

    def _place(self) -> int:
        return next(number for number, row in enumerate(self.rows) if row is self.sender())

    def _open(self) -> None:
        self.opened.emit(self._place())

    def _remove(self) -> None:
        self.removed.emit(self._place())

    def _open_menu(self) -> None:
        self.menu.popup(self.antacid.mapToGlobal(self.antacid.rect().bottomLeft()))

    def _add_usual(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.usual_added.emit(str(action.data()))
