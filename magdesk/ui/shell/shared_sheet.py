"""The one answer sheet of the window, made when a page first asks for it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from magdesk.knowledge.loader import Library
from magdesk.ui.settings.settings import Settings

if TYPE_CHECKING:
    from magdesk.answer_sheet.answer_sheet import AnswerSheet
    from magdesk.knowledge.records import Region


class SharedSheet(QObject):
    """Keeps the region of the sheet the one of the settings."""

    def __init__(self, library: Library, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._library = library
        self._settings = settings

    @cached_property
    def sheet(self) -> AnswerSheet:
        """The answers; the knowledge of the questions is read with the first look at them."""
        from magdesk.answer_sheet.answer_sheet import AnswerSheet

        self._settings.changed.connect(self._take_setting)
        return AnswerSheet(self._library.decision, self._region())

    @Slot(str)
    def _take_setting(self, name: str) -> None:
        if name == "region":
            self.sheet.set_region(self._region())

    def _region(self) -> Region:
        from magdesk.ui.settings.region import region_in_force

        return region_in_force(self._settings, self._library.decision.limits)
