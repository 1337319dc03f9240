"""What a widget paints, and what a screen reader gets of it."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleInterface, QImage
from PySide6.QtWidgets import QWidget


def interface(widget: QWidget) -> QAccessibleInterface:
    """What a screen reader gets of the widget."""
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found


def name(widget: QWidget) -> str:
    """The widget's name as it is read out."""
    return interface(widget).text(QAccessible.Text.Name)


def description(widget: QWidget) -> str:
    """What is read out after the name."""
    return interface(widget).text(QAccessible.Text.Description)


def picture(widget: QWidget) -> QImage:
    """The widget as it is painted."""
    return widget.grab().toImage()


def colours(widget: QWidget) -> set[str]:
    """The colours that the widget paints."""
    return set(pixels(picture(widget)))


def pixels(image: QImage) -> list[str]:
    """The colour of each pixel, row by row."""
    return [
        image.pixelColor(x, y).name().upper()
        for y in range(image.height())
        for x in range(image.width())
    ]


def use(widget: QWidget, action: str) -> None:
    """Do what an assistive tool does: an action of the accessible interface, without a key."""
    actions = interface(widget).actionInterface()
    assert action in actions.actionNames()
    actions.doAction(action)
