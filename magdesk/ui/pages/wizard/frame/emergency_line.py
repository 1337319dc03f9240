"""The slim line over every page: the emergency number, and on the first page the region."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from magdesk.knowledge.limits import RegionLimits
from magdesk.knowledge.records import Region
from magdesk.ui.look.theme import Theme, scaled_font, unit
from magdesk.ui.widgets.buttons import Button
from magdesk.ui.widgets.cards import Panel
from magdesk.ui.widgets.choices.drop_down import DropDown
from magdesk.ui.widgets.layouts.boxes import spaced
from magdesk.ui.widgets.text import Paragraph

_HEIGHT, _LEFT, _RIGHT = 42.0, 28.0, 24.0
_HELP_STRETCH = 100
_TIGHT = 12.0
"""The margins where the line is hardly long enough."""


class EmergencyLink(Button):
    """A link in the colour of danger, with a telephone before it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", "link", "phone", parent)
        self.setFont(scaled_font(self, 1.0, 700))
        self.identifier("wizard.emergency")

    def ink(self, theme: Theme) -> QColor:
        """Return the red that can be read as text."""
        return theme.color("danger_text")


class RegionBox(DropDown):
    """The regions, to choose from; ``region_chosen`` tells the one that was picked."""

    region_chosen = Signal(str)

    def __init__(
        self,
        regions: Mapping[Region, RegionLimits],
        parent: QWidget | None = None,
        *,
        fits_texts: bool = False,
    ) -> None:
        super().__init__(parent, fits_texts=fits_texts)
        self.identifier("wizard.region")
        self.setAccessibleName(self.tr("Region for limits and telephone numbers"))
        for region in regions.values():
            self.addItem(region.name, region.id)
        self.activated.connect(self._choose)

    def show_region(self, region: Region) -> None:
        self.setCurrentIndex(self.findData(region))

    def _choose(self, place: int) -> None:
        self.region_chosen.emit(self.itemData(place))


class EmergencyLine(Panel):
    """``link`` leads to the danger signs, ``choice`` to another region."""

    def __init__(
        self, regions: Mapping[Region, RegionLimits], parent: QWidget | None = None
    ) -> None:
        super().__init__("surface", ("bottom",), parent)
        self._regions = regions
        one = unit(self)
        row = spaced(QHBoxLayout(self), 8 * one, _LEFT * one, 2 * one, _RIGHT * one, 3 * one)
        self._row = row
        self.link = EmergencyLink(self)
        self._help = Paragraph("", "small", "text2", parent=self)
        self._before_choice = Paragraph(self.tr("You are in"), "small", "text2", parent=self)
        self.choice = RegionBox(regions, self, fits_texts=True)
        self._guessed = Paragraph("", "small", "text2", parent=self)
        row.addWidget(self.link)
        middle = Qt.AlignmentFlag.AlignVCenter
        row.addWidget(self._help, _HELP_STRETCH, middle)  # beside a mere stretch it would wrap
        row.addStretch(1)
        for widget in (self._before_choice, self.choice, self._guessed):
            row.addWidget(widget, 0, middle)
        self._asks = False

    def tell(self, region: Region, *, on_signs: bool, asks: bool, guessed: bool) -> None:
        """Show the number of the region, and the choice of it where it is asked."""
        number = self._regions[region].emergency_number
        words = self.tr("Emergency? Call {number}").format(number=number)
        if self.link.text() != words:
            self.link.setText(words)
            self.link.updateGeometry()
        if on_signs:
            helped = self.tr("If you tick one, the number comes next")
        else:
            helped = self.tr("Shows the danger signs")
        self._help.setText(helped)
        self._help.updateGeometry()
        self.link.setAccessibleDescription(helped)
        self.choice.show_region(region)
        said = self.tr("guessed from your computer") if guessed else ""
        self._guessed.setText(said)
        self.choice.setAccessibleDescription(said)
        self._asks = asks
        self._fit()

    def measure(self, one: float) -> tuple[float, float]:
        return 200 * one, round(max(_HEIGHT * one, self.link.sizeHint().height() + 5 * one))

    def least(self, one: float) -> tuple[float, float]:
        return 0, self.measure(one)[1]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave away quiet words where there is no room for them."""
        one = unit(self)
        needed = self.link.sizeHint().width() + (_LEFT + _RIGHT) * one
        if self._asks:
            needed += self.choice.sizeHint().width() + 16 * one
        room = self.width() - needed
        tight = room < 0
        margins = self._row.contentsMargins()
        margins.setLeft(round((_TIGHT if tight else _LEFT) * one))
        margins.setRight(round((_TIGHT if tight else _RIGHT) * one))
        self._row.setContentsMargins(margins)
        helped = self._help.sizeHint().width() + 16 * one
        asked = self._before_choice.sizeHint().width() + 8 * one
        guessed = self._guessed.sizeHint().width() + 8 * one
        self.choice.setVisible(self._asks)
        shows_guess = self._asks and bool(self._guessed.text()) and room > guessed
        self._guessed.setVisible(shows_guess)
        room -= guessed if shows_guess else 0
        shows_asked = self._asks and room > asked
        self._before_choice.setVisible(shows_asked)
        room -= asked if shows_asked else 0
        beside = round(room - 16 * one)
        lines = self._help.heightForWidth(beside) if beside > 0 else self.height() + 1
        self._help.setVisible(room > helped or (not self._asks and lines <= self.link.height()))
