"""The switch between plain words and full detail; the choice holds everywhere."""

from __future__ import annotations

from PySide6.QtCore import Signal

from magdesk.ui.settings.settings import Settings
from magdesk.ui.widgets.choices.chips import Chip


class DetailLevelChip(Chip):
    """On while the person wants full detail; follows the same setting elsewhere."""

    turned = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__("")
        self.setText(self.tr("Full detail"))
        self._settings = settings
        self.setChecked(self.detailed)
        self.toggled.connect(self._change)
        settings.changed.connect(self._follow)

    @property
    def detailed(self) -> bool:
        """Whether full detail is wanted."""
        return self._settings.values.detail_level == "detail"

    def _change(self, detailed: bool) -> None:
        self._settings.change(detail_level="detail" if detailed else "plain")

    def _follow(self, name: str) -> None:
        if name == "detail_level":
            self.setChecked(self.detailed)
            self.turned.emit()
