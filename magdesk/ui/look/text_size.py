"""The size of text: steps in percent of the system's font, put in force for the whole program.

Everything is measured in the font's units, so a new size of text is a new size of everything.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from magdesk.ui.look.lengths import Lengths
from magdesk.ui.look.theme import scaled_font

STEPS = (80, 90, 100, 110, 125, 150, 175, 200)
"""Sizes on offer, in percent."""

USUAL = 100
_SYSTEM_FONT = "magdesk.system_font"


def larger(percent: int) -> int:
    """Return the next larger step; the largest stays."""
    return next((step for step in STEPS if step > percent), STEPS[-1])


def smaller(percent: int) -> int:
    """Return the next smaller step; the smallest stays."""
    return next((step for step in reversed(STEPS) if step < percent), STEPS[0])


def stepped(way: str, percent: int) -> int:
    """Return the size one step ``larger`` or ``smaller``, or the ``usual`` one."""
    return {"larger": larger(percent), "smaller": smaller(percent), "usual": USUAL}[way]


def system_font(app: QApplication) -> QFont:
    """Return the font that 100 percent stands for."""
    kept = app.property(_SYSTEM_FONT)
    return kept if isinstance(kept, QFont) else app.font()


def apply_zoom(app: QApplication, percent: int) -> None:
    """Set the program's font to this many percent of the system's."""
    if percent == USUAL and app.property(_SYSTEM_FONT) is None:
        return  # nothing was changed yet, and nothing is to be
    font = system_font(app)
    app.setProperty(_SYSTEM_FONT, font)
    before = _size(app.font())
    windows = [window for window in app.topLevelWidgets() if window.parent() is None]
    lengths = Lengths(windows) if windows else None
    app.setFont(scaled_font(font, percent / 100))
    if lengths is not None:
        QCoreApplication.sendPostedEvents()  # windows take the font only now
        lengths.scale(_size(app.font()) / before)


def _size(font: QFont) -> float:
    """Points or, where a system sets its font so, pixels."""
    return font.pointSizeF() if font.pointSizeF() > 0 else float(font.pixelSize())
