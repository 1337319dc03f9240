"""Counts above the table: forms found, columns shown."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from magdesk.ui.compare.columns import COLUMNS
from magdesk.ui.theme import unit
from magdesk.ui.widgets.cards import IconLabel


def result_count(shown: int, total: int) -> str:
    """``20 forms``, or ``3 of 20 forms`` where some are filtered out."""
    locale = QLocale()
    if shown == total:
        text = QCoreApplication.translate("Counters", "{total} forms")
    else:
        text = QCoreApplication.translate("Counters", "{shown} of {total} forms")
    return text.format(shown=locale.toString(shown), total=locale.toString(total))


class ColumnCounter(QWidget):
    """``Columns 6 of 8``; the tooltip names those that have no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(round(6 * unit(self)))
        row.addWidget(IconLabel("columns", "text2", 16.0))
        self.label = QLabel(self)
        row.addWidget(self.label)

    def set_shown(self, keys: tuple[str, ...], compact: bool) -> None:
        """Count the shown columns; ``compact`` leaves the word to tooltip and screen reader."""
        count = self.tr("{shown} of {total}").format(
            shown=QLocale().toString(len(keys)), total=QLocale().toString(len(COLUMNS))
        )
        whole = self.tr("Columns {count}").format(count=count)
        self.label.setText(count if compact else whole)
        self.label.setAccessibleName(whole)
        left_out = ", ".join(column.title for column in COLUMNS if column.key not in keys)
        self.setToolTip(
            self.tr("{count}. No room for: {columns}.").format(count=whole, columns=left_out)
            if left_out
            else whole
        )
