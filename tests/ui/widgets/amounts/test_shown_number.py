"""Numbers are written as the person's country writes them, and never with thousands signs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale

from magdesk.report.blocks import Document, Items, Line, Section
from magdesk.ui.widgets.amounts.figures_in_sentences import in_local_figures, with_local_figures
from magdesk.ui.widgets.amounts.shown_number import (
    decimal_number,
    range_of,
    shown_number,
    whole_number,
)


@pytest.fixture
def locale(request: pytest.FixtureRequest) -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    yield
    QLocale.setDefault(before)


@pytest.mark.usefixtures("locale")
@pytest.mark.parametrize(
    ("locale", "decimal", "short"),
    [
        ("en_GB", "16.2", "1000.5"),
        ("de_DE", "16,2", "1000,5"),
        ("fr_FR", "16,2", "1000,5"),
        ("de_CH", "16.2", "1000.5"),
        ("ar_EG", "16.2", "1000.5"),
        ("hi_IN", "16.2", "1000.5"),
    ],
    indirect=["locale"],
)
def test_the_decimal_sign_is_the_locales_and_digits_are_latin(decimal: str, short: str) -> None:
    assert decimal_number(16.16, 1) == decimal
    assert shown_number(1000.5) == short
    assert whole_number(12345) == "12345"


@pytest.mark.usefixtures("locale")
@pytest.mark.parametrize("locale", ["ar_EG", "he_IL", "fa_IR"], indirect=True)
def test_a_pair_keeps_its_order_where_text_runs_from_right_to_left() -> None:
    shown = range_of(("50", "90"))
    assert shown.strip("\u2066\u2069") == "50–90"
    assert (shown[0], shown[-1]) == ("\u2066", "\u2069")


@pytest.mark.usefixtures("locale")
@pytest.mark.parametrize("locale", ["en_GB", "de_DE"], indirect=True)
def test_elsewhere_a_pair_needs_no_signs_around_it() -> None:
    assert range_of(("50", "90")) == "50–90"
    assert range_of(("50",)) == "50"
    assert range_of(()) == ""


@pytest.mark.usefixtures("locale")
@pytest.mark.parametrize("locale", ["de_DE"], indirect=True)
@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("0.75 to 0.95 mmol/L (−0.47; p < 0.05).", "0,75 to 0,95 mmol/L (−0,47; p < 0,05)."),
        ("Says “12.5 mg”, so 12.5.", "Says “12.5 mg”, so 12,5."),
        ("Edition 2026.12, version 6.11.3", "Edition 2026.12, version 6.11.3"),
        ("doi 10.1002/14651858.CD009402.pub3", "doi 10.1002/14651858.CD009402.pub3"),
        ("https://a.org/1.5 at 7.30 pm", "https://a.org/1.5 at 7.30 pm"),
    ],
)
def test_sentences_follow_and_what_is_no_figure_stays(text: str, shown: str) -> None:
    assert in_local_figures(text) == shown


@pytest.mark.usefixtures("locale")
@pytest.mark.parametrize("locale", ["de_DE"], indirect=True)
def test_a_whole_report_follows_but_for_what_a_person_typed() -> None:
    line = Line("Centrum 1.500 holds 12.5 mg", link="https://a.org/1.5")
    report = Document("12.5", (Section("a.1.5", "0.5", (Items((line,)),)),))
    told = with_local_figures(report, ["Centrum 1.500"])
    assert told.title == "12,5"
    (section,) = told.sections
    assert (section.id, section.heading) == ("a.1.5", "0,5")
    (items,) = section.blocks
    assert isinstance(items, Items)
    assert items.lines == (Line("Centrum 1.500 holds 12,5 mg", link="https://a.org/1.5"),)
