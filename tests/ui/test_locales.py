"""With a German and an Egyptian desktop: Latin digits, the locale's decimal sign, no thousands."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, QMimeData, Qt
from PySide6.QtWidgets import QApplication

from magdesk.knowledge.loader import Library
from magdesk.report.table import as_csv
from magdesk.ui.export.table_clipboard import table_as_mime
from magdesk.ui.pages.compare.table.rows_in_view import copied_rows
from magdesk.ui.pages.evidence.page import EvidencePage
from magdesk.ui.pages.label.page import LabelPage
from magdesk.ui.pages.learn.page import LearnPage
from magdesk.ui.settings.settings import Settings
from magdesk.ui.shell.main_window import MainWindow
from magdesk.ui.shell.pages import pages
from magdesk.ui.widgets.amounts.shown_number import decimal_sign
from tests.ui.in_front import opened_window
from tests.ui.settling import settle
from tests.ui.test_bracketed import texts_of

SHIPPED = Library()
_SMALL_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉"
_ARABIC_SIGNS = {"\u066b", "\u066c"}
_THOUSANDS = re.compile(r"(?<![\d.,/:–-])[1-9]\d{0,2}[.’'\u202f\u00a0]\d{3}(?![\d.,/])")
"""Where a comma is the decimal sign; digits of addresses and years stand in other company."""
_ISOLATES = ("\u2066", "\u2069")


@pytest.fixture(params=["de_DE", "ar_EG"])
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
    plain = re.sub(r"\S*(?:doi|10\.)\S*|“[^”]*”", "", text)
    found = _THOUSANDS.findall(plain)
    return [each for each in found if decimal_sign() != "." or "." not in each]


def _foreign(text: str) -> list[str]:
    return [sign for sign in text if sign.isdigit() and sign not in f"0123456789{_SMALL_DIGITS}"]


@pytest.mark.parametrize("name", [page.name for page in pages()])
def test_digits_are_latin_and_thousands_have_no_sign(window: MainWindow, name: str) -> None:
    page = window.show_page(name)
    if isinstance(page, LabelPage):
        page.label.text.edit.setPlainText("magnesium citrate 2500 mg, 2 capsules a day")
    if isinstance(page, EvidencePage):
        page.show_expectation()
    if isinstance(page, LearnPage):
        page.open_page("needs-and-limits")
    settle()
    faults = [
        f"{where}: {text[:120]}"
        for where, text in texts_of(window)
        if _foreign(text) or _ARABIC_SIGNS & set(text) or _thousands(text)
    ]
    assert faults == []


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
