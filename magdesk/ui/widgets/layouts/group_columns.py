"""A layout of groups in two columns, read down the first and then down the second."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize

from magdesk.ui.widgets.layouts.layout_parts import Part, PartsLayout

_Boxes = list[tuple[Part, QRect]]


class GroupColumns(PartsLayout):
    """Keeps the order of the groups, and parts them where both columns are about equally high.

    Below ``two_from`` pixels there is one column. Gaps are pixels.
    """

    def __init__(self, two_from: float, gap: float, gap_below: float) -> None:
        super().__init__()
        self._two_from = round(two_from)
        self._gap = round(gap)
        self._gap_below = round(gap_below)
        self._cut: int | None = None
        """Where the second column begins; set with the first look, so that nothing jumps later."""
        self.setContentsMargins(0, 0, 0, 0)

    def scale_lengths(self, share: float) -> None:
        """Follow another size of text."""
        self._two_from = round(self._two_from * share)
        self._gap, self._gap_below = round(self._gap * share), round(self._gap_below * share)
        self._cut = None

    def heightForWidth(self, width: int) -> int:
        boxes = self._boxes(QRect(0, 0, width, 0))
        return max((box.bottom() + 1 for _, box in boxes), default=0)

    def sizeHint(self) -> QSize:
        return QSize(self._two_from, 0)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        for part, box in self._boxes(rect):
            part.place(box)

    def _boxes(self, rect: QRect) -> _Boxes:
        if rect.width() < self._two_from or len(self._parts) < 2:
            return self._stacked(self._parts, rect.left(), rect.top(), rect.width())
        wide = (rect.width() - self._gap) // 2
        cut = self._first_of_second(wide)
        right = rect.left() + wide + self._gap
        return self._stacked(self._parts[:cut], rect.left(), rect.top(), wide) + self._stacked(
            self._parts[cut:], right, rect.top(), wide
        )

    def _first_of_second(self, width: int) -> int:
        if self._cut is None:
            heights = [part.height(width) + self._gap_below for part in self._parts]
            cuts = range(1, len(heights))
            self._cut = min(cuts, key=lambda cut: max(sum(heights[:cut]), sum(heights[cut:])))
        return self._cut

    def _stacked(self, parts: list[Part], left: int, top: int, width: int) -> _Boxes:
        boxes: _Boxes = []
        for part in parts:
            if part.is_empty:
                continue
            tall = part.height(width)
            boxes.append((part, QRect(left, top, width, tall)))
            top += tall + self._gap_below
        return boxes
