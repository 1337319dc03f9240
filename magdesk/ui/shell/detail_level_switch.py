"""The switch at the foot of the navigation: plain words, or full detail for professionals."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from magdesk.ui.look.theme import Theme
from magdesk.ui.settings.settings import Settings
from magdesk.ui.shell.navigation_entry import NavigationEntry
from magdesk.ui.widgets.choices.indicator import paint_check


class NavSwitch(NavigationEntry):
    """Checked while full detail is wanted; it changes the setting that every page follows."""

    def __init__(self, settings: Settings) -> None:
        super().__init__("")
        self.setText(self.tr("Full detail"))
        self._settings = settings
        self.setChecked(settings.values.detail_level == "detail")
        self.identifier("detail_level")
        self.setAccessibleName(self.tr("Full detail, for professionals"))
        self.setAccessibleDescription(
            self.tr("Adds doses, numbers of people, study designs and intervals on every page")
        )
        self.toggled.connect(self._change)
        settings.changed.connect(self._follow)

    def draw_sign(self, painter: QPainter, place: QRectF, _theme: Theme, one: float) -> None:
        paint_check(painter, place, self.isChecked(), one)

    def _change(self, detailed: bool) -> None:
        self._settings.change(detail_level="detail" if detailed else "plain")

    def _follow(self, name: str) -> None:
        if name == "detail_level":
            self.setChecked(self._settings.values.detail_level == "detail")
