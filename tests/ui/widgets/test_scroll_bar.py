"""The slim scroll bar's thumb is painted where the mouse takes hold of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QStyle, QStyleFactory, QStyleOptionSlider
from pytestqt.qtbot import QtBot

from magdesk.ui.widgets.scroll import SlimScrollBar


class AskedBar(SlimScrollBar):
    """Tells what the style says."""

    def rect_of_style(self) -> QRect:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        control, part = QStyle.ComplexControl.CC_ScrollBar, QStyle.SubControl.SC_ScrollBarSlider
        return self.style().subControlRect(control, option, part, self)


@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
@pytest.mark.parametrize("orientation", [Qt.Orientation.Vertical, Qt.Orientation.Horizontal])
@pytest.mark.parametrize(
    ("lowest", "highest", "page"), [(0, 100, 10), (0, 7, 300), (-5, 90_000, 4)]
)
@pytest.mark.parametrize("share", [0.0, 0.31, 0.5, 1.0])
def test_the_thumb_stands_where_the_style_has_it(
    qtbot: QtBot,
    direction: Qt.LayoutDirection,
    orientation: Qt.Orientation,
    lowest: int,
    highest: int,
    page: int,
    share: float,
) -> None:
    bar = AskedBar(orientation)
    qtbot.addWidget(bar)
    bar.setStyle(QStyleFactory.create("Fusion"))
    bar.setLayoutDirection(direction)
    upright = orientation == Qt.Orientation.Vertical
    bar.resize(12, 431) if upright else bar.resize(431, 12)
    bar.setRange(lowest, highest)
    bar.setPageStep(page)
    bar.setValue(round(lowest + share * (highest - lowest)))
    expected, thumb = bar.rect_of_style(), bar.thumb()
    if upright:
        assert thumb.height() == pytest.approx(expected.height(), abs=1)
        assert thumb.top() == pytest.approx(expected.top(), abs=1)
    else:
        assert thumb.width() == pytest.approx(expected.width(), abs=1)
        assert thumb.left() == pytest.approx(expected.left(), abs=1)
