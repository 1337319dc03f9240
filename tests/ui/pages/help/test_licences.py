"""Help, About: what the program is made of, and each licence to read in it."""

from __future__ import annotations

import importlib.metadata
import platform
import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from magdesk import __version__
from magdesk.knowledge.loader import Library
from magdesk.ui.cited_text.rich_text import TextLook
from magdesk.ui.look.theme import load_theme
from magdesk.ui.pages.help.about_dialog import AboutDialog
from magdesk.ui.pages.help.licence_components import Component, bundled, components
from magdesk.ui.pages.help.licence_typeset import licence_html, sentences
from magdesk.ui.pages.help.licences_dialog import LicencesDialog
from tests.ui.in_front import in_front

LICENCES = Path(__file__).resolve().parents[4] / "build_spec" / "licences"
RULE = re.compile(r"[-=*_#]{10,}")
LOOK = TextLook(10.0, 1.0, 130, load_theme("light"))


@pytest.fixture
def dialog(qapp: QApplication, qtbot: QtBot) -> LicencesDialog:
    opened = LicencesDialog()
    opened.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    in_front(qtbot, opened)
    return opened


def read_out(dialog: LicencesDialog) -> str:
    """The text that a screen reader gets beside the list, told in parts."""
    told = QAccessible.queryAccessibleInterface(dialog.text)
    parts = (told.child(place) for place in range(told.childCount()))
    return "\n".join(part.text(QAccessible.Text.Name) for part in parts)


# --- what the program is made of --------------------------------------------------------------


def test_what_is_installed_is_told_with_its_version() -> None:
    told = {each.name: each for each in components()}
    assert next(iter(told)) == "magdesk"
    assert told["magdesk"].version == __version__
    assert told["Python"].version == platform.python_version()
    for name in ("PySide6_Essentials", "shiboken6", "msgspec", "tomli"):
        assert told[name].version == importlib.metadata.version(name)
    assert told["msgspec"].licence == "BSD-3-Clause"
    assert "pytest" not in told


def test_the_packaged_program_brings_a_file_for_each_component(tmp_path: Path) -> None:
    rule = "-" * 80
    text = f"My Part 1.2\nLicence: LicenseRef-public-domain\n\n{rule}\n\nDo as you like.\n"
    (tmp_path / "part.txt").write_text(text, "utf-8")
    assert list(bundled(tmp_path)) == [
        Component("My Part", "1.2", "public-domain", "Do as you like.")
    ]


# --- the dialog -------------------------------------------------------------------------------


def test_about_leads_to_the_licences(qtbot: QtBot, library: Library) -> None:
    about = AboutDialog(library.content)
    in_front(qtbot, about)
    QTest.keyClick(about.licences, Qt.Key.Key_Space)
    (licences,) = about.findChildren(LicencesDialog)
    qtbot.waitUntil(licences.list.hasFocus)
    with qtbot.waitSignal(licences.rejected):
        QTest.keyClick(licences.list, Qt.Key.Key_Escape)
    assert about.isVisible()


def test_each_licence_is_read_beside_its_name(dialog: LicencesDialog) -> None:
    for row, component in enumerate(dialog.components):
        dialog.list.setCurrentRow(row)
        assert dialog.title.text() == component.name
        assert component.version in dialog.told.source()
        assert component.licence in dialog.told.source()
        assert dialog.text.accessibleName() == f"Licence of {component.name}"
        first = (component.text or "This package was installed without").split()[:3]
        assert first == read_out(dialog).split()[:3]


def test_keys_choose_a_licence_and_scroll_it(dialog: LicencesDialog, qtbot: QtBot) -> None:
    while dialog.title.text() != "Python":
        QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.text.hasFocus)
    bar = dialog.area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    QTest.keyClick(dialog.text, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    dialog.list.setCurrentRow(0)
    assert bar.value() == 0


def test_escape_in_the_text_closes_the_dialog(dialog: LicencesDialog, qtbot: QtBot) -> None:
    dialog.text.setFocus()
    with qtbot.waitSignal(dialog.rejected):
        QTest.keyClick(dialog.text, Qt.Key.Key_Escape)


def test_a_row_is_read_with_its_licence(dialog: LicencesDialog) -> None:
    rows = QAccessible.queryAccessibleInterface(dialog.list)
    names = [rows.child(row).text(QAccessible.Text.Name) for row in range(rows.childCount())]
    assert f"magdesk {__version__}, MIT" in names
    assert len(names) == len(dialog.components)


# --- how a text is set ------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["GPL-3.0.txt", "LGPL-3.0.txt", "ICU.txt", "Qt.txt"])
def test_not_a_word_is_lost(qapp: QApplication, name: str) -> None:
    text = (LICENCES / name).read_text("utf-8")
    document = QTextDocument()
    document.setHtml(licence_html(text, LOOK))
    shown, written = (RULE.sub("", each).split() for each in (document.toPlainText(), text))
    assert shown == written


def test_lines_that_the_width_of_a_page_had_parted_are_joined() -> None:
    lines = [
        "Permission is hereby granted, free of charge, to any person obtaining a copy",
        "of this software.",
        "Nothing else is granted.",
    ]
    assert sentences(lines) == [f"{lines[0]} {lines[1]}", lines[2]]


@pytest.mark.parametrize(
    "begins",
    ["(b) give notice", "2. Redistributions", "- in the lib", "License: MIT", "Copyright 2001 Me"],
)
def test_points_and_notices_begin_a_line_of_their_own(begins: str) -> None:
    before = "You may do so provided that you meet each of these conditions, or"
    assert sentences([before, begins]) == [before, begins]


def test_a_table_stands_as_it_was_typed() -> None:
    table = "    Release     Derived   Year\n    1.6         1.5.2     2000"
    assert f'pre-wrap">{table}</p>' in licence_html(table, LOOK)


def test_a_full_stop_alone_parts_paragraphs_and_a_row_of_signs_is_a_rule() -> None:
    html = licence_html(" One.\n .\n Two.\n==========\nThree <3>.", LOOK)
    assert html.count("<p ") == 3
    assert html.count("<hr") == 1
    assert "Three &lt;3&gt;." in html
