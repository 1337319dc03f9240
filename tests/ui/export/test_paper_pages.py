"""A report on paper: no line, bullet or row is split, and headings repeat."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QTextTable

from magdesk.report.blocks import (
    Document,
    Facts,
    Grid,
    Items,
    Line,
    Paragraph,
    Ruled,
    Section,
    Verdict,
)
from magdesk.ui.export.document_pdf import pdf_bytes, unwritten_paper
from magdesk.ui.export.paper_pages import Paper, paper_of

WORDS = "page {page} of {pages}"
LONG = "Have potassium, magnesium and kidneys tested before the first tablet. " * 3


def report(rows: int, items: int = 3) -> Document:
    grid = Grid(("Reason", "Level"), tuple((f"{n} {LONG}", "soon") for n in range(rows)), (70, 30))
    lines = tuple(Line(f"{n} {LONG}", "Ask:") for n in range(items))
    return Document(
        "A page to take along",
        (
            Section("result", "", (Verdict("See a doctor", LONG),)),
            Section("told", "What was told", (Facts((("Person", Line("58 years")),)),)),
            Section("ask", "Please check", (Items(lines, boxes=True),)),
            Section("reasons", "Why", (grid,)),
            Section("notes", "Notes", (Ruled(4),)),
            Section("method", "Method", (Paragraph(Line(LONG), small=True),)),
        ),
        "For a doctor.",
        ("29 November 2026",),
        "Nothing was sent.",
    )


def blocks(paper: Paper) -> Iterator[tuple[float, float, str]]:
    """Top, bottom and words of everything that was set, in pixels from the top."""
    block = paper.document.begin()
    while block.isValid():
        box = paper.document.documentLayout().blockBoundingRect(block)
        if block.text():
            yield box.top(), box.bottom(), block.text()
        block = block.next()


@pytest.mark.parametrize(("rows", "items"), [(0, 1), (3, 3), (40, 3), (2, 60), (40, 60)])
def test_no_paragraph_bullet_or_row_is_split(rows: int, items: int) -> None:
    paper = paper_of(report(rows, items), unwritten_paper(), WORDS)
    for top, bottom, words in blocks(paper):
        pages = [page for page in paper.pages if page.top < bottom - 1 and top + 1 < page.bottom]
        assert len(pages) == 1, words
    assert all(page.bottom - page.top <= paper.body.height() for page in paper.pages)


def test_nothing_is_left_out_between_two_pages() -> None:
    paper = paper_of(report(40, 60), unwritten_paper(), WORDS)
    assert len(paper.pages) > 2
    for page, following in zip(paper.pages, paper.pages[1:], strict=False):
        assert page.bottom == following.top


def test_the_heading_of_a_table_stands_above_its_rows_on_each_page() -> None:
    paper = paper_of(report(60), unwritten_paper(), WORDS)
    tables = [
        child for child in paper.document.rootFrame().childFrames() if isinstance(child, QTextTable)
    ]
    grid = max(tables, key=lambda table: table.rows())
    box = paper.document.documentLayout().frameBoundingRect(grid)
    goes_on = [page for page in paper.pages if box.top() < page.top < box.bottom() - 1]
    assert goes_on
    for page in goes_on:
        assert page.head is not None
        assert page.bottom - page.top + page.head[1] - page.head[0] <= paper.body.height()


def test_a_heading_is_never_the_last_line_of_a_page() -> None:
    for rows in range(30):
        paper = paper_of(report(rows), unwritten_paper(), WORDS)
        told = {words: top for top, _, words in blocks(paper)}
        ends = [page.bottom for page in paper.pages]
        for heading in ("Please check", "Why", "Notes", "Method"):
            end = next(end for end in ends if told[heading] < end)
            assert any(told[heading] < top < end for top, _, _ in blocks(paper)) or (
                heading == "Notes"
            )


def test_lines_to_write_on_are_the_first_to_give_way() -> None:
    counts = []
    for rows in range(14):
        paper = paper_of(report(rows), unwritten_paper(), WORDS)
        ruled = [
            child.rows()
            for child in paper.document.rootFrame().childFrames()
            if isinstance(child, QTextTable) and child.columns() == 1 and child.rows() > 1
        ]
        counts.append((len(paper.pages), max(ruled, default=0)))
    on_one_page = [count for pages, count in counts if pages == 1]
    assert on_one_page == sorted(on_one_page, reverse=True)
    assert len(set(on_one_page)) > 1


def test_a_pdf_has_its_title_and_language() -> None:
    written = pdf_bytes(report(2), WORDS)
    assert written.startswith(b"%PDF")
    assert b"A page to take along" in written
    assert b"<dc:language><rdf:Bag><rdf:li>en</rdf:li>" in written
