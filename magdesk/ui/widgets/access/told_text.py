"""What a screen reader gets of a text: its paragraphs and links, each found and read on its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol, cast

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleObject
from PySide6.QtWidgets import QAccessibleWidget, QWidget


class ToldPart(Protocol):
    """A paragraph or a link in a text: no widget, but there for a screen reader."""

    view: QWidget
    words: str
    about: str
    is_link: bool

    def rect(self) -> QRect:
        """Return where it stands on the screen."""

    def has_focus(self) -> bool:
        """Return whether it is the one that is read."""


class ToldText(Protocol):
    """A text that is told in parts; ``current`` is the one that is read."""

    current: QObject | None

    def parts(self) -> Sequence[QObject]:
        """Return its parts in reading order."""


class ToldPartInterface(QAccessibleObject):
    """What a screen reader gets of a part of a text."""

    def __init__(self, told: QObject) -> None:
        super().__init__(told)
        self._part = cast("ToldPart", told)

    def parent(self) -> QAccessibleInterface:
        return QAccessible.queryAccessibleInterface(self._part.view)

    def childCount(self) -> int:
        return 0

    def child(self, _index: int) -> Any:
        return None

    def childAt(self, _x: int, _y: int) -> Any:
        return None

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        return -1

    def text(self, kind: QAccessible.Text) -> str:
        if kind == QAccessible.Text.Name:
            return self._part.words
        return self._part.about if kind == QAccessible.Text.Description else ""

    def rect(self) -> QRect:
        return self._part.rect()

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.Link if self._part.is_link else QAccessible.Role.StaticText

    def state(self) -> QAccessible.State:
        state: Any = QAccessible.State()
        state.focusable = True
        state.focused = self._part.has_focus()
        state.linked = self._part.is_link
        state.invisible = not self._part.view.isVisible()
        return state  # type: ignore[no-any-return]


class ToldTextInterface(QAccessibleWidget):
    """What a screen reader gets of a text: its parts."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view, QAccessible.Role.StaticText)
        self._view = view
        self._text = cast("ToldText", view)

    def childCount(self) -> int:
        return len(self._text.parts())

    def child(self, index: int) -> Any:
        parts = self._text.parts()
        return QAccessible.queryAccessibleInterface(parts[index]) if index < len(parts) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        told = child.object()
        return next((at for at, part in enumerate(self._text.parts()) if part is told), -1)

    def childAt(self, x: int, y: int) -> Any:
        here = [part for part in self._told_parts() if part.rect().contains(x, y)]
        here.sort(key=lambda part: not part.is_link)  # a link stands in its paragraph
        return QAccessible.queryAccessibleInterface(cast("QObject", here[0])) if here else None

    def _told_parts(self) -> list[ToldPart]:
        return [cast("ToldPart", part) for part in self._text.parts()]

    def focusChild(self) -> Any:
        part = self._text.current
        return None if part is None else QAccessible.queryAccessibleInterface(part)

    def state(self) -> QAccessible.State:
        state: Any = super().state()
        state.focused = False  # one of its parts has the focus
        return state  # type: ignore[no-any-return]
