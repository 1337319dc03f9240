"""What a person left on a page, so that the page can be built again without losing it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol, TypeVar, runtime_checkable

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QComboBox, QLineEdit, QWidget

Kind = TypeVar("Kind", bound=QWidget)
_LAYOUT_ROUNDS = 8


@runtime_checkable
class Stateful(Protocol):
    """A page with a state of its own, for instance what is chosen on it."""

    def kept_state(self) -> object:
        """Return what ``take_state`` needs."""

    def take_state(self, state: object) -> None:
        """Go to where the page was when this was kept."""


@dataclass(frozen=True)
class PageState:
    """A page's own state, and by identifier what was typed, ticked and picked on it."""

    own: object
    typed: dict[str, str]
    ticked: dict[str, bool]
    picked: dict[str, int]
    scrolled: tuple[float, ...]
    """How far down each scroll area is, 0 to 1, in the order of the page."""


def keep(page: QWidget) -> PageState:
    """Return what was left on the page."""
    return PageState(
        own=page.kept_state() if isinstance(page, Stateful) else None,
        typed={edit.objectName(): edit.text() for edit in _named(page, QLineEdit)},
        ticked={each.objectName(): each.isChecked() for each in _ticks(page)},
        picked={box.objectName(): box.currentIndex() for box in _named(page, QComboBox)},
        scrolled=tuple(_share(area) for area in page.findChildren(QAbstractScrollArea)),
    )


def bring_back(page: QWidget, state: PageState) -> None:
    """Put a page that was just built where its forerunner was."""
    if state.own is not None and isinstance(page, Stateful):
        page.take_state(state.own)
    for tick in _ticks(page):
        tick.setChecked(state.ticked.get(tick.objectName(), tick.isChecked()))
    for edit in _named(page, QLineEdit):
        if edit.text() != state.typed.get(edit.objectName(), edit.text()):
            edit.setText(state.typed[edit.objectName()])
            edit.textEdited.emit(edit.text())
    for box in _named(page, QComboBox):
        box.setCurrentIndex(state.picked.get(box.objectName(), box.currentIndex()))


def scroll_back(page: QWidget, state: PageState) -> None:
    """Scroll a page that is shown to where its forerunner was."""
    areas = page.findChildren(QAbstractScrollArea)
    if len(areas) != len(state.scrolled):
        return
    for _ in range(_LAYOUT_ROUNDS):  # each round passes heights one level up
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    for area, share in zip(areas, state.scrolled, strict=True):
        bar = area.verticalScrollBar()
        bar.setValue(round(share * bar.maximum()))


def _named(page: QWidget, kind: type[Kind]) -> Iterator[Kind]:
    return (each for each in page.findChildren(kind) if each.objectName())


def _ticks(page: QWidget) -> Iterator[QAbstractButton]:
    """Buttons that are on or off on their own; of an exclusive group the page itself knows."""
    for button in _named(page, QAbstractButton):
        if button.isCheckable() and not button.autoExclusive():
            yield button


def _share(area: QAbstractScrollArea) -> float:
    bar = area.verticalScrollBar()
    return bar.value() / bar.maximum() if bar.maximum() > 0 else 0.0
