"""The sum of one label as arithmetic that a person can follow."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from magdesk.ui.look.theme import unit
from magdesk.ui.widgets.access.accessible_roles import as_group
from magdesk.ui.widgets.cards import IconLabel
from magdesk.ui.widgets.layouts.boxes import spaced
from magdesk.ui.widgets.text import Heading, Paragraph

_ICON = 16.0
_SIGNS: dict[bool | None, tuple[str, str]] = {
    None: ("info", "text2"),
    True: ("check", "ok_text"),
    False: ("close", "caution_text"),
}


class SumLine(NamedTuple):
    """A calculation, what it means, and whether it fits; None for neither."""

    sum: str
    meaning: str
    fits: bool | None = None


class _LineRow(QWidget):
    """An icon beside a calculation and its meaning."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = IconLabel("info", "text2", _ICON)
        self._words = Paragraph("")
        row = spaced(QHBoxLayout(self), 10 * unit(self))
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)

    def show_line(self, line: SumLine) -> None:
        icon, color = _SIGNS[line.fits]
        self._icon.set_icon(icon, color)
        bold = f"<b>{line.sum}</b>" if line.sum else ""
        self._words.setText("   ".join(filter(None, (bold, line.meaning))))


class SumLines(QWidget):
    """A headline, why it is a range, and the lines; one name says all of it."""

    def __init__(self) -> None:
        super().__init__()
        self.headline = Paragraph("", "lead", weight=650)
        self._why = Paragraph("", tone="text2")
        self._column = spaced(QVBoxLayout(self), 6 * unit(self))
        self._column.addWidget(Heading(self.tr("The sum")))
        self._column.addWidget(self.headline)
        self._column.addWidget(self._why)
        self._rows: list[_LineRow] = []
        self.show_sum("", "", ())

    def show_sum(self, headline: str, why: str, lines: Sequence[SumLine]) -> None:
        """Show what a label comes to."""
        self.headline.setText(headline)
        self._why.setText(why)
        self._why.setVisible(bool(why))
        while len(self._rows) < len(lines):
            row = _LineRow(self)
            self._rows.append(row)
            self._column.addWidget(row)
        for number, row in enumerate(self._rows):
            row.setVisible(number < len(lines))
            if number < len(lines):
                row.show_line(lines[number])
        as_group(self, self.tr("The sum"), "label.result")
        told = [" ".join(filter(None, (line.sum, line.meaning))) + "." for line in lines]
        self.setAccessibleDescription(" ".join(filter(None, (headline, why, *told))))
