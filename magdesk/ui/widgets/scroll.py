"""Scrolling: a slim bar, and a page whose focused control is always in view."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QScrollBar,
    QVBoxLayout,
    QWidget,
)

from magdesk.ui.look.theme import Theme, mix, unit
from magdesk.ui.widgets.drawn import Drawn
from magdesk.ui.widgets.layouts.boxes import spaced

_BREADTH = 12.0
_THUMB = 6.0


def own_viewport(area: QAbstractScrollArea, *, filled: bool) -> QWidget:
    """Give the area a viewport made here, opaque or clear, and return it.

    Asked for the one that Qt makes, the binding loads every class of widget to find which it is:
    3 MB.
    """
    viewport = QWidget()
    viewport.setBackgroundRole(QPalette.ColorRole.Base)
    viewport.setAutoFillBackground(filled)
    area.setViewport(viewport)
    return viewport


class SlimScrollBar(Drawn, QScrollBar):
    """A scroll bar without arrows: a rounded thumb on nothing."""

    def __init__(self, orientation: Qt.Orientation, parent: QWidget | None = None) -> None:
        super().__init__(orientation, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, False)

    def sizeHint(self) -> QSize:
        breadth = round(_BREADTH * unit(self))
        if self.orientation() == Qt.Orientation.Vertical:
            return QSize(breadth, super().sizeHint().height())
        return QSize(super().sizeHint().width(), breadth)

    def thumb(self) -> QRectF:
        """Return where the style lets the mouse take hold, between two arrows that are not painted.

        Asking the style itself would make its class with a dozen enums, before the first paint.
        """
        upright = self.orientation() == Qt.Orientation.Vertical
        arrow, least = self._style_lengths()
        length = (self.height() if upright else self.width()) - 2 * arrow
        span = self.maximum() - self.minimum()
        thumb = min(length, max(least, self.pageStep() * length // (span + self.pageStep())))
        way = self.sliderPosition() - self.minimum()
        start = arrow + round(way * (length - thumb) / span) if span else arrow
        if upright:
            return QRectF(0, start, self.width(), thumb)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            start = self.width() - start - thumb
        return QRectF(start, 0, thumb, self.height())

    def _style_lengths(self) -> tuple[int, int]:
        """Return the length of an arrow and the least length of the thumb, in pixels."""
        size = super().sizeHint()
        arrow, whole = sorted((size.width(), size.height()))
        return arrow, whole - 2 * arrow

    def draw(self, painter: QPainter, theme: Theme, one: float) -> None:
        if self.maximum() <= self.minimum():
            return
        thumb = self.thumb()
        breadth = _THUMB * one
        if self.orientation() == Qt.Orientation.Vertical:
            thumb.setLeft(self.width() / 2 - breadth / 2)
            thumb.setWidth(breadth)
        else:
            thumb.setTop(self.height() / 2 - breadth / 2)
            thumb.setHeight(breadth)
        busy = self.underMouse() or self.isSliderDown()
        color = mix(theme.color("surface"), theme.color("text3"), 0.85 if busy else 0.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("control") if theme.contrast else color)
        painter.drawRoundedRect(thumb, breadth / 2, breadth / 2)


class ScrollArea(QScrollArea):
    """Scrolls ``content``, sideways only where it cannot be narrower; the focus is in view."""

    content: QWidget

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBar(SlimScrollBar(Qt.Orientation.Horizontal))
        self.setVerticalScrollBar(SlimScrollBar(Qt.Orientation.Vertical))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        own_viewport(self, filled=False)

    def set_canvas(self, canvas: QWidget) -> None:
        """Scroll this widget, which is or holds the content."""
        self.setWidget(canvas)
        canvas.setAutoFillBackground(False)
        QApplication.instance().focusChanged.connect(self._follow_focus)  # type: ignore[union-attr]

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Bring it into view, but for what is pressed: the release would miss it."""
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            return
        if new is not None and self.content.isAncestorOf(new):
            self.ensureWidgetVisible(new, 0, round(24 * unit(self)))

    def to_top(self) -> None:
        self.verticalScrollBar().setValue(0)


class ScrollPage(ScrollArea):
    """A page that scrolls up and down; put widgets into ``body``.

    With ``content_width_u`` the content is never wider than that and stays at the left.
    """

    def __init__(self, content_width_u: float | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        canvas = QWidget()
        row = spaced(QHBoxLayout(canvas))
        self.content = QWidget(canvas)
        one = unit(self)
        side, top = round(24 * one), round(24 * one)
        self.body = spaced(QVBoxLayout(self.content), 8 * one, side, top)
        row.addWidget(self.content, 1000)
        if content_width_u is not None:
            row.addStretch(1)
            self.content.setMaximumWidth(round(content_width_u * one) + 2 * side)
        self.set_canvas(canvas)
