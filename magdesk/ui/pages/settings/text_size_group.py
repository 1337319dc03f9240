"""The size of text: a chip for each step, and a sentence that shows what it looks like."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from magdesk.ui.look.text_size import STEPS, system_font
from magdesk.ui.look.theme import scaled_font, unit
from magdesk.ui.settings.settings import Settings
from magdesk.ui.widgets.access.accessible_roles import as_group
from magdesk.ui.widgets.access.focus import RESERVE, enter_on_chosen
from magdesk.ui.widgets.access.key_names import native
from magdesk.ui.widgets.amounts.shown_number import whole_number
from magdesk.ui.widgets.cards import Card
from magdesk.ui.widgets.choices.chips import Chip
from magdesk.ui.widgets.layouts.boxes import spaced
from magdesk.ui.widgets.layouts.flow_row import FlowRow
from magdesk.ui.widgets.text import Heading, Paragraph

_IN_A_ROW = 4
_LEADING = 1.35


class _Preview(Paragraph):
    """A sentence with room for the largest size, so that nothing moves with the mouse."""

    def minimumSizeHint(self) -> QSize:
        largest = QFontMetricsF(scaled_font(_system_font(), STEPS[-1] / 100)).height()
        return super().minimumSizeHint().expandedTo(QSize(0, round(_LEADING * largest)))

    def heightForWidth(self, width: int) -> int:
        return max(super().heightForWidth(width), self.minimumSizeHint().height())


class TextSizeGroup(QWidget):
    """The mouse on a chip shows its size; choosing it changes the whole program."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        as_group(self, self.tr("Size of text"), "zoom")
        one = unit(self)
        column = spaced(QVBoxLayout(self), 6 * one)
        column.addWidget(Heading(self.tr("Size of text"), "section"))
        keys = self.tr("{larger} and {smaller} change it on every page, {usual} sets it back.")
        words = keys.format(
            larger=native("Ctrl++"), smaller=native("Ctrl+-"), usual=native("Ctrl+0")
        )
        column.addWidget(Paragraph(words, tone="text2"))
        self.chips: dict[int, Chip] = {}
        box = spaced(QVBoxLayout(), 0, -round(RESERVE * one), 0, 0, 0)
        for start in range(0, len(STEPS), _IN_A_ROW):
            row = FlowRow(0)
            row.set_widgets([self._chip(each) for each in STEPS[start : start + _IN_A_ROW]], ())
            box.addLayout(row)
        column.addLayout(box)
        enter_on_chosen(self.chips.values())
        self.preview = _Preview(self.tr("Text looks like this."))
        card = Card(fill="window")
        card.body.addWidget(self.preview, 1, Qt.AlignmentFlag.AlignVCenter)
        column.addWidget(card)
        self.show_preview(settings.values.zoom)
        settings.changed.connect(self._follow)

    def show_preview(self, percent: int) -> None:
        self.preview.setFont(scaled_font(_system_font(), percent / 100))
        words = self.tr("At {percent} % text looks like this.")
        self.preview.setText(words.format(percent=whole_number(percent)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Enter:
            percent = next((key for key, each in self.chips.items() if each is watched), None)
            self.show_preview(percent or self._settings.values.zoom)
        elif event.type() == QEvent.Type.Leave:
            self.show_preview(self._settings.values.zoom)
        return super().eventFilter(watched, event)

    def _chip(self, percent: int) -> Chip:
        words = self.tr("{percent} %").format(percent=whole_number(percent))
        chip = Chip(words, self)
        chip.setAutoExclusive(True)
        chip.setChecked(percent == self._settings.values.zoom)
        chip.identifier(f"zoom.{percent}")
        chip.clicked.connect(self._choose)
        chip.installEventFilter(self)
        self.chips[percent] = chip
        return chip

    def _choose(self) -> None:
        chip = self.sender()
        percent = next(key for key, each in self.chips.items() if each is chip)
        self._settings.change(zoom=percent)

    def _follow(self, name: str) -> None:
        """Show the size that was chosen, here or by keys."""
        percent = self._settings.values.zoom
        if name == "zoom":
            self.show_preview(percent)
            if percent in self.chips:
                self.chips[percent].setChecked(True)


def _system_font() -> QFont:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return system_font(app)
