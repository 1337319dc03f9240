"""A layout of parts below each other, each as high as it has to be."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayout, QWidget

from magdesk.ui.widgets.layouts.layout_parts import Arranged, PartsLayout, Places

_ANY_WIDTH = 16_777_215
"""What Qt takes for no limit."""

_HINT = 4_000
"""As wide as it may be, and no less than any screen."""


class Column(PartsLayout):
    """What Qt's box does for text that wraps, with a tenth of its questions.

    It asks each part once for a width, and only for its height: text fits any width, so a column
    has no least one. ``spacing``, ``widest`` and ``add_space`` are pixels.
    """

    def __init__(self, spacing: float = 0, widest: int = _ANY_WIDTH) -> None:
        super().__init__()
        self._spacing = round(spacing)
        self._widest = widest
        self._spaces: dict[int, int] = {}
        """By number of the part, the room above it beside the usual one."""

    def set_spacing(self, spacing: float) -> None:
        """Leave so much room between two parts."""
        self._spacing = round(spacing)
        self.invalidate()

    def add_space(self, height: float) -> None:
        """Leave so much more room above the next part."""
        at = len(self._parts)
        self._spaces[at] = self._spaces.get(at, 0) + round(height)

    def insert(self, place: int, part: QWidget | QLayout) -> None:
        """Put a part before the one that stands in this place now; for columns without spaces."""
        self.add(part)
        self._parts.insert(place, self._parts.pop())
        self.invalidate()

    def remove(self, widget: QWidget) -> None:
        """Take a widget out; it stays a child of the column's own."""
        self._parts = [part for part in self._parts if not part.holds(widget)]
        self.invalidate()

    def scale_lengths(self, share: float) -> None:
        """Follow another size of text."""
        self._spacing = round(self._spacing * share)
        if self._widest < _ANY_WIDTH:
            self._widest = round(self._widest * share)
        self._spaces = {at: round(height * share) for at, height in self._spaces.items()}

    def sizeHint(self) -> QSize:
        return QSize(min(self._widest, _HINT), 0)

    def arranged(self, width: int) -> Arranged:
        around = self.contentsMargins()
        wide = min(width, self._widest - around.left() - around.right())
        places: Places = []
        top = 0
        for number, part in enumerate(self._parts):
            top += self._spaces.get(number, 0)
            if part.is_empty:
                continue
            top += self._spacing if places else 0
            tall = part.height(wide)
            places.append((part, QRect(0, top, wide, tall)))
            top += tall
        return places, top + self._spaces.get(len(self._parts), 0)
