"""A table as TSV, CSV and HTML: the same words, nothing computed, nothing lost."""

from __future__ import annotations

import csv
import io
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from magdesk.report.table import (
    FORMULA_SIGNS,
    Table,
    as_csv,
    as_html_page,
    as_html_table,
    as_tsv,
    csv_file,
    without_formula,
)

TABLE = Table(
    title="Größe & Maß",
    headings=("Form", "Mg %"),
    rows=(("Glycinat, „Bis“", "14.1"), ("=1+1", '5" <b>')),
    notes=("Filter: <x>",),
    numbers=frozenset({1}),
)
CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=12)


class _Cells(HTMLParser):
    """Collects the cells row by row, with their tag and attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.heads: list[dict[str, str | None]] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append([])
        if tag in ("th", "td"):
            self._inside = True
            self.rows[-1].append("")
        if tag == "th":
            self.heads.append(dict(attrs))

    def handle_endtag(self, tag: str) -> None:
        if tag in ("th", "td"):
            self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.rows[-1][-1] += data


def cells_of(html: str) -> _Cells:
    parser = _Cells()
    parser.feed(html)
    return parser


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"])
def test_a_cell_that_begins_like_a_formula_stays_text(sign: str) -> None:
    assert without_formula(f"{sign}1+1") == f"'{sign}1+1"
    assert without_formula(f"1{sign}") == f"1{sign}"


@given(st.lists(st.tuples(CELLS, CELLS), max_size=4))
def test_no_cell_of_a_csv_can_be_taken_for_a_formula(rows: list[tuple[str, str]]) -> None:
    table = Table("", ("a", "b"), tuple(rows))
    read = list(csv.reader(io.StringIO(as_csv(table), newline=""), strict=True))
    assert len(read) == len(rows) + 1
    for cells, given_cells in zip(read[1:], rows, strict=True):
        assert [cell.removeprefix("'") for cell in cells] == [
            cell.removeprefix("'") for cell in given_cells
        ]
        assert not any(cell.startswith(FORMULA_SIGNS) for cell in cells)


def test_a_csv_is_written_as_rfc_4180_says() -> None:
    lines = as_csv(TABLE).split("\r\n")
    assert lines == ["Form,Mg %", '"Glycinat, „Bis“",14.1', '\'=1+1,"5"" <b>"', ""]


def test_a_csv_file_begins_with_the_mark_of_utf_8() -> None:
    content = csv_file(TABLE)
    assert content.startswith(b"\xef\xbb\xbfForm,")
    assert "„Bis“" in content.decode("utf-8-sig")


def test_pasted_text_has_tabs_between_cells_and_no_formula() -> None:
    assert as_tsv(TABLE).splitlines()[0] == "Form\tMg %"
    assert "\n'=1+1\t" in as_tsv(TABLE)


def test_headings_of_a_web_page_have_their_scope_and_numbers_their_class() -> None:
    read = cells_of(as_html_page(TABLE))
    assert [head["scope"] for head in read.heads] == ["col", "col", "row", "row"]
    assert read.heads[1]["class"] == "number"
    assert '<td class="number">14.1</td>' in as_html_table(TABLE)


@given(st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=4))
def test_every_word_of_a_web_page_is_escaped(rows: list[tuple[str, str]]) -> None:
    read = cells_of(as_html_table(Table("", ("a", "b"), tuple(rows))))
    plain = [[cell.replace("\n", "") for cell in row] for row in rows]
    assert [[cell.replace("\r", "") for cell in row] for row in read.rows[1:]] == [
        [cell.replace("\r", "") for cell in row] for row in plain
    ]


def test_a_page_says_what_it_shows() -> None:
    page = as_html_page(TABLE)
    assert "<title>Größe &amp; Maß</title>" in page
    assert "<p>Filter: &lt;x&gt;</p>" in page
    assert "<script" not in page
    assert 'src="' not in page
