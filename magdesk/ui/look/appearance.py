"""Puts in force what the settings say of colours and size of text; nothing else does."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from magdesk.ui.look.theme import apply_theme
from magdesk.ui.settings.settings import Settings

_USUAL_ZOOM = 100


class Appearance(QObject):
    """Follows the settings ``theme`` and ``zoom``; widgets answer to Qt's own events."""

    def __init__(self, app: QApplication, settings: Settings) -> None:
        super().__init__(app)
        self._app = app
        self._settings = settings
        if settings.values.zoom != _USUAL_ZOOM:
            self._take("zoom")
        self._take("theme")
        settings.changed.connect(self._take)

    @Slot(str)
    def _take(self, name: str) -> None:
        if name == "theme":
            apply_theme(self._app, self._settings.values.theme)
        elif name == "zoom":
            from magdesk.ui.look.text_size import apply_zoom

            apply_zoom(self._app, self._settings.values.zoom)
