"""A layout of two parts: beside each other where there is room, else one below the other."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize

from magdesk.ui.widgets.layouts.layout_parts import Part, PartsLayout

_Boxes = list[tuple[Part, QRect]]


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
        self._heights: dict[int, int] = {}
        self._best: QSize | None = None
        self.setContentsMargins(0, 0, 0, 0)

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

    # --- what Qt asks -----------------------------------------------------------------------

    def heightForWidth(self, width: int) -> int:
        known = self._heights.get(width)
        if known is None:
            around = self.contentsMargins()
            boxes = self._boxes(QRect(0, 0, width - around.left() - around.right(), 0))
            tall = max((box.bottom() + 1 for _, box in boxes), default=0)
            known = self._heights[width] = tall + around.top() + around.bottom()
        return known

    def sizeHint(self) -> QSize:
        if self._best is None:
            hints = [part.item.sizeHint() for part in self._parts]
            width = sum(hint.width() for hint in hints) + self._gap
            self._best = QSize(width, max((hint.height() for hint in hints), default=0))
        return self._best

    def invalidate(self) -> None:
        self._heights.clear()
        self._best = None
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        for part, box in self._boxes(rect.marginsRemoved(self.contentsMargins())):
            part.place(box)

    # --- where the parts go -----------------------------------------------------------------

    def _boxes(self, rect: QRect) -> _Boxes:
        return self._beside(rect) if self.is_beside(rect.width()) else self._below(rect)

    def _beside(self, rect: QRect) -> _Boxes:
        shares = self._shares[: len(self._parts)]
        pairs = list(zip(self._parts, shares, strict=True))
        asked = [0 if share else part.natural_width() for part, share in pairs]
        room = rect.width() - sum(asked) - self._gap * (len(pairs) - 1)
        boxes: _Boxes = []
        left = rect.left()
        for (part, share), width in zip(pairs, asked, strict=True):
            wide = round(room * share / sum(shares)) if share else width
            boxes.append((part, QRect(left, rect.top(), wide, part.height(wide))))
            left += wide + self._gap
        if self._level:
            tallest = max((box.height() for _, box in boxes), default=0)
            for _, box in boxes:
                box.setHeight(tallest)
        return boxes

    def _below(self, rect: QRect) -> _Boxes:
        boxes: _Boxes = []
        top = rect.top()
        for part, share in zip(self._parts, self._shares, strict=False):
            wide = rect.width() if share else min(part.natural_width(), rect.width())
            tall = part.height(wide)
            boxes.append((part, QRect(rect.left(), top, wide, tall)))
            top += tall + self._gap_below
        return boxes
