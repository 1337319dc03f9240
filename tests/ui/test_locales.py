"""On desktops of many countries: Latin digits, the locale's decimal sign, no thousands signs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import cast

import pytest
from PySide6.QtCore import QLocale, QMimeData, Qt
from PySide6.QtWidgets import QApplication

from magdesk.answer_sheet.answer_sheet import AnswerSheet, Product
from magdesk.knowledge.loader import Library
from magdesk.report.plain_text import as_text
from magdesk.report.table import as_csv
from magdesk.ui.export.document_pdf import unwritten_paper
from magdesk.ui.export.paper_document import paper_document
from magdesk.ui.export.taken_tables import table_as_mime
from magdesk.ui.pages.compare.page import ComparePage
from magdesk.ui.pages.compare.table.rows_in_view import copied_rows
from magdesk.ui.pages.evidence.page import EvidencePage
from magdesk.ui.pages.label.page import LabelPage
from magdesk.ui.pages.learn.page import LearnPage
from magdesk.ui.pages.take_along.page import TakeAlongPage
from magdesk.ui.pages.wizard.page import WizardPage
from magdesk.ui.pages.wizard.page_walk import Place
from magdesk.ui.settings.settings import Settings
from magdesk.ui.shell.main_window import MainWindow
from magdesk.ui.shell.pages import pages
from magdesk.ui.widgets.amounts.shown_number import decimal_sign
from tests.ui.in_front import opened_window
from tests.ui.pages.day.day_pages import take
from tests.ui.pages.wizard.wizard_walk import CALM
from tests.ui.settling import settle
from tests.ui.test_bracketed import texts_of

SHIPPED = Library()
_SMALL_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉"
_ARABIC_SIGNS = {"\u066b", "\u066c"}
_THOUSANDS = re.compile(r"(?<![\d.,/:–-])[1-9]\d{0,2}([.,’'\u202f\u00a0])\d{3}(?![\d.,/])")
"""Digits of addresses and years stand in other company; the decimal sign itself is none."""
_DECIMAL = re.compile(r"(?<![\w.,])\d+([.,])\d+(?![\d.,]|\s[ap]m)")
_KEPT = re.compile(
    r"\S*(?:doi|10\.)\S*|“[^”]*”|https?://\S+|CFR [\d.]+|\b20\d\d\.\d\d\b|\bv?\d+\.\d+\.\d+"
)
"""Addresses, quotes, editions and versions, which stay as they are."""
_ISOLATES = ("\u2066", "\u2069")


@pytest.fixture(params=["de_DE", "ar_EG", "fa_IR", "hi_IN", "fr_FR", "de_CH"])
def window(
    qapp: QApplication,
    library: Library,
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[MainWindow]:
    """The window on such a desktop."""
    before, direction = QLocale(), qapp.layoutDirection()
    QLocale.setDefault(QLocale(request.param))
    settings = Settings(tmp_path_factory.mktemp("settings"))
    settings.change(detail_level="detail")
    with opened_window(qapp, library, settings, 1280, 800) as opened:
        yield opened
    QLocale.setDefault(before)
    qapp.setLayoutDirection(direction)


def _thousands(text: str) -> list[str]:
    """Return numbers with a sign between thousands; a point there is one where it is no decimal."""
    return [
        each[0] for each in _THOUSANDS.finditer(_KEPT.sub("", text)) if each[1] != decimal_sign()
    ]


def _other_decimals(text: str) -> list[str]:
    """Return figures whose decimal sign is another one than that of the desktop."""
    found = _DECIMAL.finditer(_KEPT.sub("", text))
    return [each[0] for each in found if each[1] != decimal_sign()]


def _foreign(text: str) -> list[str]:
    return [sign for sign in text if sign.isdigit() and sign not in f"0123456789{_SMALL_DIGITS}"]


def _faults(texts: Iterable[tuple[str, str]]) -> list[str]:
    return [
        f"{where}: {text[:120]}"
        for where, text in texts
        if _foreign(text) or _ARABIC_SIGNS & set(text) or _thousands(text) or _other_decimals(text)
    ]


def _answer(window: MainWindow) -> AnswerSheet:
    """Answers with figures, a day and what was typed."""
    sheet = cast("WizardPage", window.show_page("wizard")).sheet
    for question, answer in {**CALM, "age": 58, "supplement_mg": 412.5}.items():
        sheet.set_answer(question, answer)
    take(sheet, {"quinolone": ["08:00"]})
    sheet.day.write("wake", 0, "06:30")
    return sheet


@pytest.mark.parametrize("name", [page.name for page in pages()])
def test_digits_are_latin_and_thousands_have_no_sign(window: MainWindow, name: str) -> None:
    _answer(window)
    page = window.show_page(name)
    if isinstance(page, ComparePage):
        page.show_form("citrate")
        page.choosing.ticks.put(["citrate", "oxide", "glycinate"])
    if isinstance(page, WizardPage):
        page.go_to(Place("result"))
    if isinstance(page, LabelPage):
        page.label.text.edit.setPlainText("magnesium citrate 2500 mg, 2 capsules a day")
    if isinstance(page, EvidencePage):
        page.show_expectation()
    if isinstance(page, LearnPage):
        page.open_page("needs-and-limits")
    settle()
    assert _faults(texts_of(window)) == []


def test_forms_side_by_side_follow_too(window: MainWindow) -> None:
    choosing = window.compare.choosing
    choosing.ticks.put(["citrate", "oxide"])
    choosing.open()
    settle()
    assert _faults(texts_of(window)) == []


def test_the_page_to_take_along_follows_on_screen_and_on_paper(window: MainWindow) -> None:
    sheet = _answer(window)
    sheet.set_products((Product("Centrum 12.5", 412.5, "magnesium 412.5 mg", 1),))
    page = window.show_page("take_along")
    assert isinstance(page, TakeAlongPage)
    settle()
    report = page.report()
    told = as_text(report)
    assert "Centrum 12.5" in told  # what was typed stays
    assert f"412{decimal_sign()}5" in told
    paper = paper_document(report, unwritten_paper(), 600).toPlainText()
    for text in (told, paper):
        assert _faults([("page", text.replace("Centrum 12.5", ""))]) == []


def test_the_table_shows_the_decimal_sign(window: MainWindow) -> None:
    model = window.compare.table.model()
    shown = [
        str(model.index(row, column).data() or "")
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    ]
    assert any(re.search(rf"\d{re.escape(decimal_sign())}\d", text) for text in shown)


def test_pairs_keep_their_order_in_the_copied_table_and_csv(window: MainWindow) -> None:
    window.compare.choosing.ticks.put(list(SHIPPED.catalogue.forms))
    table = copied_rows(window.compare.table.forms, None)
    mime = table_as_mime(table)
    to_the_left = QLocale().textDirection() == Qt.LayoutDirection.RightToLeft
    for text in (mime.text(), as_csv(table, decimal_sign()), _csv_of(mime)):
        assert not _foreign(text)
        assert re.search(rf"\d{re.escape(decimal_sign())}\d", text)
        pairs = re.findall(rf"{_ISOLATES[0]}?\d+–\d+{_ISOLATES[1]}?", text)
        assert pairs
        assert all(pair.startswith(_ISOLATES[0]) == to_the_left for pair in pairs)


def _csv_of(mime: QMimeData) -> str:
    return bytes(mime.data("text/csv").data()).decode()
