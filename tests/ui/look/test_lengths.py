"""Lengths follow the size of text, and nothing is touched that Qt takes down by itself.

Qt deletes the item of a layout with its widget and tells nobody. Once asked for, the binding goes
on to count it as alive, and ends the program when what stands at its address later is taken down.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLayoutItem,
    QSpacerItem,
    QWidgetItem,
)
from pytestqt.qtbot import QtBot
from shiboken6 import createdByPython, delete, dump, getAllValidWrappers

from magdesk.knowledge.loader import Library
from magdesk.ui.look.appearance import Appearance
from magdesk.ui.look.lengths import Lengths
from magdesk.ui.look.text_size import USUAL, apply_zoom
from magdesk.ui.settings.settings import Settings
from magdesk.ui.shell.main_window import MainWindow
from magdesk.ui.shell.pages import pages
from tests.ui.conftest import Show
from tests.ui.settling import settle


def known_items(kind: type[QLayoutItem]) -> list[int]:
    """Those items made by Qt that the binding counts as alive."""
    known = [each for each in getAllValidWrappers() if isinstance(each, kind)]
    return [id(each) for each in known if not createdByPython(each)]


@pytest.mark.parametrize("page", [page.name for page in pages()])
def test_another_size_of_text_asks_for_none(
    qapp: QApplication, qtbot: QtBot, library: Library, tmp_path: Path, page: str
) -> None:
    settings = Settings(tmp_path)
    appearance = Appearance(qapp, settings)
    window = MainWindow(library, settings)
    qtbot.addWidget(window)
    window.show_page(page)
    window.show()
    settle()
    before = known_items(QWidgetItem)
    settings.change(zoom=125)
    settle()
    assert set(known_items(QWidgetItem)) <= set(before)
    window.close()
    appearance.deleteLater()
    apply_zoom(qapp, USUAL)


def test_another_size_of_text_leaves_the_lists_of_combo_boxes_to_qt(qapp: QApplication) -> None:
    combo = QComboBox()
    combo.addItem("citrate")
    combo.show()
    combo.showPopup()
    combo.hidePopup()
    before = known_items(QSpacerItem)
    apply_zoom(qapp, 125)
    assert set(known_items(QSpacerItem)) <= set(before)
    apply_zoom(qapp, USUAL)
    combo.deleteLater()


def test_what_is_taken_down_meanwhile_is_left_alone(shown: Show) -> None:
    stays, goes = QLabel("stays"), QLabel("goes")
    window = shown(stays, goes)
    stays.setMinimumWidth(100)
    lengths = Lengths([window])
    delete(goes)
    lengths.scale(2)
    assert stays.minimumWidth() == 200


def test_a_problem_that_is_told_asks_for_none(
    qtbot: QtBot, library: Library, tmp_path: Path
) -> None:
    window = MainWindow(library, Settings(tmp_path))
    qtbot.addWidget(window)
    window.show()
    settle()
    window.say("The first problem.")
    window.say("The second problem.")
    settle()
    parents = [dump(each) for each in getAllValidWrappers() if isinstance(each, QWidgetItem)]
    assert not [parent for parent in parents if f"{id(window._side):#x}" in parent]
