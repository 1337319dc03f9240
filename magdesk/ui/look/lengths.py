"""Lengths in pixels that were set for one size of text, set anew for another.

Widgets answer to Qt's change of font and measure themselves. What was given to Qt in pixels when a
page was built (margins, gaps, least sizes, fonts with a size of their own) knows no font: it is
noted before the change, and what nobody set anew by then is scaled.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol, runtime_checkable

from PySide6.QtCore import QCoreApplication, QEvent, QMargins, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QBoxLayout,
    QGridLayout,
    QLabel,
    QLayout,
    QSpacerItem,
    QWidget,
)
from shiboken6 import createdByPython, isValid

_NO_LIMIT = 16_777_215
"""What Qt takes for no limit to a size."""

_EXACT = "magdesk.exact_"
_ROUNDS = 8
"""A change of height goes up by one level of layouts a round."""


@runtime_checkable
class Scaled(Protocol):
    """A layout or widget with lengths of its own, in pixels."""

    def scale_lengths(self, share: float) -> None:
        """Make its lengths so many times as large."""


class _Noted(NamedTuple):
    """A widget with what it had before the change."""

    widget: QWidget
    least: QSize
    most: QSize
    points: float
    """Size of a font of its own; 0 where it has the font of what it is in."""
    layout: QLayout | None
    margins: QMargins
    spacing: int
    scrolled: float
    """How far down a scroll area is, 0 to 1."""


class Lengths:
    """The lengths of these windows as they are; ``scale`` makes them fit another size of text."""

    def __init__(self, windows: Sequence[QWidget]) -> None:
        self._noted = [_note(widget) for window in windows for widget in _and_all_in(window)]

    def scale(self, share: float) -> None:
        """Make every length ``share`` times as large that is still what it was."""
        self._noted = [each for each in self._noted if isValid(each.widget)]
        for noted in self._noted:
            _scale_font(noted, share)
        for noted in self._noted:
            _scale_size(noted, share)
            _scale_layout(noted, share)
        _lay_out()
        for noted in self._noted:  # those that stand otherwise in other widths decide anew
            size = noted.widget.size()
            QCoreApplication.sendEvent(noted.widget, QResizeEvent(size, size))
        _lay_out()
        for noted in self._noted:
            if isinstance(noted.widget, QAbstractScrollArea):
                bar = noted.widget.verticalScrollBar()
                bar.setValue(round(noted.scrolled * bar.maximum()))


def _and_all_in(window: QWidget) -> Iterator[QWidget]:
    yield window
    yield from window.findChildren(QWidget)


def _note(widget: QWidget) -> _Noted:
    layout = _made_here(widget.layout())
    bar = widget.verticalScrollBar() if isinstance(widget, QAbstractScrollArea) else None
    return _Noted(
        widget=widget,
        least=widget.minimumSize(),
        most=widget.maximumSize(),
        points=widget.font().pointSizeF() if widget.testAttribute(_OWN_FONT) else 0.0,
        layout=layout,
        margins=(widget if layout is None else layout).contentsMargins(),
        spacing=0 if layout is None else layout.spacing(),
        scrolled=bar.value() / bar.maximum() if bar is not None and bar.maximum() > 0 else 0.0,
    )


def _made_here(layout: QLayout | None) -> QLayout | None:
    """The layout, or None where it is one of Qt's own, as in the list of a combo box."""
    return layout if layout is not None and createdByPython(layout) else None


_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly
_OWN_FONT = Qt.WidgetAttribute.WA_SetFont


def _scale_font(noted: _Noted, share: float) -> None:
    font = noted.widget.font()
    if noted.points > 0 and font.pointSizeF() == noted.points:
        font.setPointSizeF(noted.points * share)
        noted.widget.setFont(font)


def _scale_size(noted: _Noted, share: float) -> None:
    widget, least, most = noted.widget, noted.least, noted.most
    if widget.isWindow():  # which has a least size of its own making
        return
    if widget.minimumSize() == least and not least.isNull():
        widget.setMinimumSize(*_scaled(widget, "least", (least.width(), least.height()), share))
    if widget.maximumSize() == most and most != QSize(_NO_LIMIT, _NO_LIMIT):
        widget.setMaximumSize(*_scaled(widget, "most", (most.width(), most.height()), share))


def _scale_layout(noted: _Noted, share: float) -> None:
    layout = noted.layout
    if layout is None:
        if isinstance(noted.widget, QLabel) and noted.widget.contentsMargins() == noted.margins:
            _scale_margins(noted.widget, share)
        return
    if layout.contentsMargins() == noted.margins:
        _scale_margins(layout, share)
    for each in _all_layouts(layout):
        if each is not layout:
            _scale_margins(each, share)
        _scale_gaps(each, share)
        each.invalidate()


def _all_layouts(layout: QLayout) -> Iterator[QLayout]:
    """A layout and the layouts in it; those of widgets in it belong to the widgets."""
    yield layout
    yield from layout.findChildren(QLayout)


def _scale_margins(layout: QLayout | QLabel, share: float) -> None:
    around = layout.contentsMargins()
    sides = (around.left(), around.top(), around.right(), around.bottom())
    layout.setContentsMargins(*_scaled(layout, "margins", sides, share))


def _scale_gaps(layout: QLayout, share: float) -> None:
    if isinstance(layout, Scaled):
        layout.scale_lengths(share)
    elif isinstance(layout, QGridLayout):
        gaps = (layout.horizontalSpacing(), layout.verticalSpacing())
        across, down = _scaled(layout, "gaps", gaps, share)
        layout.setHorizontalSpacing(across)
        layout.setVerticalSpacing(down)
        columns = [layout.columnMinimumWidth(each) for each in range(layout.columnCount())]
        for column, least in enumerate(_scaled(layout, "columns", columns, share)):
            layout.setColumnMinimumWidth(column, least)
    elif isinstance(layout, QBoxLayout):
        layout.setSpacing(*_scaled(layout, "gaps", (layout.spacing(),), share))
        spacers = list(_spacers(layout))
        sizes = [(each.sizeHint().width(), each.sizeHint().height()) for each in spacers]
        lengths = _scaled(layout, "spaces", [side for size in sizes for side in size], share)
        for spacer, width, height in zip(spacers, lengths[::2], lengths[1::2], strict=True):
            policy = spacer.sizePolicy()
            spacer.changeSize(width, height, policy.horizontalPolicy(), policy.verticalPolicy())


def _spacers(box: QBoxLayout) -> Iterator[QSpacerItem]:
    """What keeps room in a box.

    No item of a widget is asked for: Qt deletes it with the widget, but the binding would keep it
    in mind, and crash once another widget stands at its address.
    """
    within = box.parentWidget()
    widgets = [] if within is None else within.findChildren(QWidget, options=_DIRECT)
    taken = {box.indexOf(each) for each in widgets}
    taken |= {box.indexOf(each) for each in box.findChildren(QLayout, options=_DIRECT)}
    for index in range(box.count()):
        item = None if index in taken else box.itemAt(index)
        if isinstance(item, QSpacerItem):
            yield item


def _scaled(owner: QObject, name: str, lengths: Sequence[int], share: float) -> list[int]:
    """Lengths in whole pixels; what was rounded away is kept with their owner for the next time."""
    kept = owner.property(_EXACT + name)
    exact = list(map(float, lengths))
    if isinstance(kept, list) and [round(each) for each in kept] == list(lengths):
        exact = kept
    exact = [each if each >= _NO_LIMIT else each * share for each in exact]
    owner.setProperty(_EXACT + name, exact)
    return [round(each) for each in exact]


def _lay_out() -> None:
    for _ in range(_ROUNDS):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
