"""The bar below the table: what is ticked, and what can be done with it."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from magdesk.ui.export.export_buttons import TakeAwayButtons
from magdesk.ui.look.theme import Theme, scaled_font, unit
from magdesk.ui.pages.compare.table.two_lines import paint_two_lines
from magdesk.ui.widgets.access.announce import announce
from magdesk.ui.widgets.access.focus import RESERVE
from magdesk.ui.widgets.amounts.shown_number import whole_number
from magdesk.ui.widgets.buttons import Button
from magdesk.ui.widgets.cards import Panel
from magdesk.ui.widgets.drawn import Drawn
from magdesk.ui.widgets.layouts.boxes import spaced
from magdesk.ui.widgets.layouts.button_row import ButtonRow

LEAST, MOST = 2, 4
"""So many forms fit side by side."""
_TOLD_FOR_MS = 5000
_WORDS_LEAST = 120.0


class TwoLines(Drawn, QLabel):
    """Text in one line or two; what has no room is in the tooltip and read aloud whole."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(round(_WORDS_LEAST * unit(self)))

    def show_text(self, text: str) -> None:
        self.setText(text)
        self.setToolTip(text)

    def measure(self, one: float) -> tuple[float, float]:
        return QLabel.sizeHint(self).width(), 2 * self.fontMetrics().height()

    def least(self, one: float) -> tuple[float, float]:
        return round(_WORDS_LEAST * one), 2 * self.fontMetrics().height()

    def draw(self, painter: QPainter, theme: Theme, one: float) -> None:
        painter.setPen(theme.color("text2"))
        paint_two_lines(painter, QRectF(self.rect()), self.text(), self.font())


class ChosenBar(Panel):
    """Tells how many forms are ticked; ``compare_asked`` and ``cleared`` are its buttons."""

    compare_asked = Signal()
    cleared = Signal()

    def __init__(self, take_away: TakeAwayButtons, parent: QWidget | None = None) -> None:
        super().__init__("window", ("top",), parent)
        self.take_away = take_away
        self._names: tuple[str, ...] = ()
        self.count = QLabel()
        self.count.setFont(scaled_font(self, 1.0, 650))
        self.words = TwoLines()
        self.clear = Button(self.tr("Clear"), "ghost").identifier("compare.clear_ticks")
        self.clear.setAccessibleName(self.tr("Clear what is chosen"))
        self.side_by_side = Button(self.tr("Compare side by side"), "secondary", "columns")
        self.side_by_side.identifier("compare.side_by_side")
        self.side_by_side.setAccessibleName(self.side_by_side.text())
        self._telling = QTimer(self)
        self._telling.setSingleShot(True)
        self._telling.setInterval(_TOLD_FOR_MS)
        self._telling.timeout.connect(self._show_words)
        self._arrange()
        self.clear.clicked.connect(self.cleared)
        self.side_by_side.clicked.connect(self.compare_asked)
        take_away.told.connect(self.tell)
        self.show_chosen(())

    def show_chosen(self, names: tuple[str, ...]) -> None:
        """Show the names of the forms that are ticked, and whether they fit side by side."""
        self._names = names
        chosen = self.tr("{count} chosen").format(count=whole_number(len(names)))
        self.count.setText(chosen)
        self.count.setVisible(bool(names))
        self.clear.setVisible(bool(names))
        reason = self._reason()
        self.side_by_side.setEnabled(not reason)
        self.side_by_side.setToolTip(reason)
        self.side_by_side.setAccessibleDescription(reason)
        self._show_words()

    @property
    def spoken(self) -> str:
        """What a screen reader hears after a tick: ``2 chosen. Citrate, Glycinate``."""
        return ". ".join(filter(None, (self.count.text(), self.words.text())))

    def tell(self, words: str) -> None:
        """Show for a moment what was done."""
        self.words.show_text(words)
        self._telling.start()
        announce(self.words, words)

    def _show_words(self) -> None:
        self._telling.stop()
        names, reason = ", ".join(self._names), self._reason()
        if len(self._names) > MOST:
            self.words.show_text(reason)
        elif names and reason:
            self.words.show_text(self.tr("{names}. {reason}").format(names=names, reason=reason))
        else:
            self.words.show_text(names or reason)

    def _reason(self) -> str:
        """Why the chosen forms cannot be laid side by side; empty where they can."""
        count = len(self._names)
        if count == 0:
            return self.tr("Tick two to four forms to compare them.")
        if count < LEAST:
            return self.tr("Tick one more to compare.")
        return self.tr("At most four fit side by side.") if count > MOST else ""

    def _arrange(self) -> None:
        one = unit(self)
        above = round((8 - RESERVE) * one)
        row = spaced(ButtonRow(self), 7 * one, 18 * one, above, (15 - RESERVE) * one, above)
        row.addWidget(self.count)
        row.addWidget(self.words, 1)
        row.addWidget(self.clear)
        row.addWidget(self.take_away)
        row.addWidget(self.side_by_side)
        buttons = self.take_away
        order = (self.clear, buttons.copy, buttons.export, buttons.print, self.side_by_side)
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)
