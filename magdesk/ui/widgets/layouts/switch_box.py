"""A layout of two parts: beside each other where there is room, else one below the other."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize

from magdesk.ui.widgets.layouts.layout_parts import (
    Arranged,
    PartsLayout,
    Places,
    lowest,
)


class SwitchBox(PartsLayout):
    """Knows its height for every width, so that nothing is cut and nothing jumps.

    ``shares`` split the width; a share of 0 takes the width that the part asks for. All sizes are
    pixels. ``level`` makes parts beside each other equally high.
    """

    def __init__(
        self,
        beside_from: float,
        shares: tuple[int, int] = (1, 1),
        gap: float = 0,
        gap_below: float = 0,
        *,
        level: bool = False,
    ) -> None:
        super().__init__()
        self._beside_from = round(beside_from)
        self._shares = shares
        self._gap, self._gap_below = round(gap), round(gap_below)
        self._level = level
        self._best: QSize | None = None

    def ask_room(self, width: float) -> None:
        """Let the parts stand beside each other only where there is at least this width."""
        self._beside_from = max(self._beside_from, round(width))
        self.invalidate()

    def is_beside(self, width: int) -> bool:
        """Return whether the parts stand beside each other at this width."""
        return width >= self._beside_from

    def scale_lengths(self, share: float) -> None:
        """Follow another size of text."""
        self._beside_from = round(self._beside_from * share)
        self._gap, self._gap_below = round(self._gap * share), round(self._gap_below * share)

    def sizeHint(self) -> QSize:
        if self._best is None:
            hints = [part.item.sizeHint() for part in self._parts]
            width = sum(hint.width() for hint in hints) + self._gap
            self._best = QSize(width, max((hint.height() for hint in hints), default=0))
        return self._best

    def invalidate(self) -> None:
        self._best = None
        super().invalidate()

    def arranged(self, width: int) -> Arranged:
        places = self._beside(width) if self.is_beside(width) else self._below(width)
        return places, lowest(places)

    def _beside(self, width: int) -> Places:
        shares = self._shares[: len(self._parts)]
        pairs = list(zip(self._parts, shares, strict=True))
        asked = [0 if share else part.natural_width() for part, share in pairs]
        room = width - sum(asked) - self._gap * (len(pairs) - 1)
        places: Places = []
        left = 0
        for (part, share), own in zip(pairs, asked, strict=True):
            wide = round(room * share / sum(shares)) if share else own
            places.append((part, QRect(left, 0, wide, part.height(wide))))
            left += wide + self._gap
        if self._level:
            tallest = max((box.height() for _, box in places), default=0)
            for _, box in places:
                box.setHeight(tallest)
        return places

    def _below(self, width: int) -> Places:
        places: Places = []
        top = 0
        for part, share in zip(self._parts, self._shares, strict=False):
            wide = width if share else min(part.natural_width(), width)
            tall = part.height(wide)
            places.append((part, QRect(0, top, wide, tall)))
            top += tall + self._gap_below
        return places
