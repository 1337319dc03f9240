"""What the tests of the evidence page share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from magdesk.knowledge.loader import Library
from magdesk.ui.pages.evidence.evidence_panel import EvidencePanel
from magdesk.ui.pages.evidence.page import EvidencePage
from magdesk.ui.settings.settings import Settings

WINDOW = (1034, 760)
"""The page in a window of 1180 x 760 with the navigation beside it."""
SMALL = (780, 600)
"""The page in a window of 860 x 600 beside the rail."""


def shown_page(
    qtbot: QtBot, library: Library, folder: Path, size: tuple[int, int] = WINDOW
) -> EvidencePage:
    """The page, shown and with the focus in the map."""
    page = EvidencePage(library, Settings(folder))
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    page.activateWindow()
    page.map.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(page.map.hasFocus)
    return page


def panel_text(panel: EvidencePanel) -> str:
    """All that the panel says, sources included."""
    part = panel.part
    return f"{panel.title.text()}\n{part.text.toPlainText()}\n{part.sources.toPlainText()}"


def with_font(app: QApplication, points: float) -> Iterator[None]:
    """Another size of the application's font, put back afterwards."""
    before = app.font()
    font = QFont(before)
    font.setPointSizeF(points)
    app.setFont(font)
    yield
    app.setFont(before)
