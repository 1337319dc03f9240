"""The page Learn: every text with its numbered sources, links, and the table of claims."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument, QTextTable
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from magdesk.knowledge.bibliography import Bibliography, Reference
from magdesk.knowledge.claims import Claim, ClaimsAudit
from magdesk.knowledge.learn_pages import LearnPage as Text
from magdesk.knowledge.loader import Library
from magdesk.ui.look.theme import apply_theme, load_theme
from magdesk.ui.pages.learn.learn_rendering import CLAIMS_SLUG, render_page
from magdesk.ui.pages.learn.page import LearnPage
from magdesk.ui.settings.settings import Settings
from tests.ui.conftest import Browser
from tests.ui.in_front import in_front

SLUGS = [page.slug for page in Library().learn_pages]

BOOKS = Bibliography(
    {
        "one": Reference(key="one", citation="One A. J 2001", doi="10.1000/x1", mark="V"),
        "two": Reference(key="two", citation="Two & B", title="<T>", pmid="123456", mark="K"),
        "three": Reference(key="three", citation="A leaflet", note="Read second-hand", mark="V2"),
    }
)


@pytest.fixture
def learn(qapp: QApplication, qtbot: QtBot, library: Library) -> Iterator[LearnPage]:
    """The page, shown."""
    apply_theme(qapp, "light")
    page = LearnPage(library, Settings())
    in_front(qtbot, page, 900, 600)
    yield page
    apply_theme(qapp, "light")


def tables(document: QTextDocument) -> list[QTextTable]:
    """The tables of a document."""
    frames = document.rootFrame().childFrames()
    return [frame for frame in frames if isinstance(frame, QTextTable)]


def anchors(document: QTextDocument) -> list[tuple[str, str]]:
    """Text and target of each link, in reading order."""
    found = []
    block = document.begin()
    while block.isValid():
        iterator = block.begin()
        while not iterator.atEnd():
            piece = iterator.fragment()
            if piece.charFormat().anchorHref():
                found.append((piece.text(), piece.charFormat().anchorHref()))
            iterator += 1
        block = block.next()
    return found


# --- rendering --------------------------------------------------------------------------------


def test_sources_are_numbered_as_they_are_first_cited() -> None:
    page = Text(slug="p", title="T", text="A [@two] b [@one] [@two] c [@three].")
    rendered = render_page(page, BOOKS, None)
    assert re.findall(r"\[\\\[(\d)\\\]\]\(#source-(\d)\)", rendered.markdown) == [
        ("1", "1"),
        ("2", "2"),
        ("1", "1"),
        ("3", "3"),
    ]
    assert rendered.markdown.startswith("# T\n")
    html = rendered.sources_html
    assert html.index("[1] Two &amp; B") < html.index("[2] One A.") < html.index("[3] A leaflet")
    assert "&lt;T&gt;" in html
    assert 'href="https://doi.org/10.1000/x1"' in html
    assert 'href="https://pubmed.ncbi.nlm.nih.gov/123456/"' in html
    assert html.count("href=") == 2


def test_a_page_without_citations_has_no_list_of_sources() -> None:
    rendered = render_page(Text(slug="p", title="T", text="Words."), BOOKS, None)
    assert rendered.sources_html == ""
    assert "Sources" not in rendered.markdown


def test_a_citation_of_nothing_is_an_error() -> None:
    with pytest.raises(KeyError):
        render_page(Text(slug="p", title="T", text="A [@four]."), BOOKS, None)


@pytest.mark.usefixtures("qapp")
def test_signs_of_markdown_in_a_claim_are_shown_as_they_are() -> None:
    claim = Claim(
        number=1, claim="A | *b* _c_ [d] <e>", verdict="partly", why="Why", wording="So",
        sources=("one",),
    )  # fmt: skip
    rendered = render_page(Text(slug="p", title="T", text="W."), BOOKS, ClaimsAudit({1: claim}))
    document = QTextDocument()
    document.setMarkdown(rendered.markdown)
    (table,) = tables(document)
    cell = table.cellAt(1, 0)
    cursor = cell.firstCursorPosition()
    cursor.setPosition(cell.lastCursorPosition().position(), cursor.MoveMode.KeepAnchor)
    assert cursor.selectedText() == "1. A | *b* _c_ [d] <e>"
    assert table.columns() == 4


# --- the page ---------------------------------------------------------------------------------


def test_the_list_holds_every_page_and_the_first_is_open(
    learn: LearnPage, library: Library
) -> None:
    titles = [learn.list.item(row).text() for row in range(learn.list.count())]
    assert titles == [page.title for page in library.learn_pages]
    assert learn.list.currentRow() == 0
    assert learn.reader.accessibleName() == titles[0]
    assert learn.reader.toPlainText().startswith(titles[0])


@pytest.mark.parametrize("slug", SLUGS)
def test_every_page_opens_with_every_source_it_cites(
    learn: LearnPage, library: Library, slug: str
) -> None:
    learn.open_page(slug)
    (page,) = [each for each in library.learn_pages if each.slug == slug]
    text = learn.reader.toPlainText()
    assert text.startswith(page.title)
    assert "[@" not in text
    for key in page.citations:
        assert library.bibliography[key].citation in text
    inner = [target for _, target in anchors(learn.reader.document()) if target[0] == "#"]
    numbers = [int(target.removeprefix("#source-")) for target in inner]
    assert sorted(set(numbers)) == list(range(1, len(set(numbers)) + 1))


@pytest.mark.parametrize("slug", SLUGS)
def test_links_lead_only_to_sources_and_to_identifiers(learn: LearnPage, slug: str) -> None:
    learn.open_page(slug)
    known = ("#source-", "https://doi.org/", "https://pubmed.ncbi.nlm.nih.gov/", "https://pmc.ncbi")
    for _, target in anchors(learn.reader.document()):
        assert target.startswith(known)


def test_every_claim_stands_in_the_table_with_its_verdict(
    learn: LearnPage, library: Library
) -> None:
    learn.open_page(CLAIMS_SLUG)
    table = tables(learn.reader.document())[-1]
    claims = list(library.claims.claims.values())
    assert table.rows() == len(claims) + 1
    text = learn.reader.toPlainText()
    for claim in claims:
        assert claim.claim in text
        assert claim.wording in text


def test_arrows_turn_the_pages(learn: LearnPage, library: Library) -> None:
    learn.list.setFocus()
    QTest.keyClick(learn.list, Qt.Key.Key_Down)
    assert learn.reader.accessibleName() == library.learn_pages[1].title
    QTest.keyClick(learn.list, Qt.Key.Key_End)
    assert learn.reader.accessibleName() == library.learn_pages[-1].title


def test_an_unknown_page_is_an_error(learn: LearnPage) -> None:
    with pytest.raises(KeyError):
        learn.open_page("nowhere")


def test_a_number_leads_to_its_source(learn: LearnPage, browser: Browser) -> None:
    learn.open_page("what-to-expect")
    bar = learn.reader.verticalScrollBar()
    assert bar.value() == 0
    learn.reader.anchorClicked.emit(QUrl("#source-9"))
    assert bar.value() > 0
    assert browser() == []


def test_an_identifier_opens_in_the_browser(
    learn: LearnPage, browser: Browser, qtbot: QtBot
) -> None:
    learn.reader.anchorClicked.emit(QUrl("https://doi.org/10.1000/x1"))
    learn.reader.anchorClicked.emit(QUrl("file:///etc/passwd"))
    learn.reader.anchorClicked.emit(QUrl("http://example.org/"))
    qtbot.waitUntil(lambda: browser() == ["https://doi.org/10.1000/x1"])


def test_keys_follow_a_link(learn: LearnPage, browser: Browser) -> None:
    learn.open_page("further-reading")
    learn.reader.setFocus()
    QTest.keyClick(learn.reader, Qt.Key.Key_Tab)
    before = learn.reader.verticalScrollBar().value()
    QTest.keyClick(learn.reader, Qt.Key.Key_Return)
    assert learn.reader.verticalScrollBar().value() > before
    assert browser() == []


def test_lines_stay_short_in_a_wide_window(learn: LearnPage) -> None:
    learn.resize(2400, 600)
    QApplication.processEvents()
    assert learn.reader.viewport().width() <= 760
    learn.resize(700, 600)
    QApplication.processEvents()
    assert learn.reader.horizontalScrollBar().maximum() == 0


def test_another_theme_colours_the_links_anew(
    qapp: QApplication, learn: LearnPage, link_colours: Callable[[LearnPage], set[str]]
) -> None:
    assert link_colours(learn) == {load_theme("light").color("link").name()}
    learn.reader.verticalScrollBar().setValue(40)
    apply_theme(qapp, "dark")
    QApplication.processEvents()
    assert link_colours(learn) == {load_theme("dark").color("link").name()}
    assert learn.reader.verticalScrollBar().value() == 40


@pytest.fixture
def link_colours() -> Callable[[LearnPage], set[str]]:
    """The colours of the links that a page shows."""

    def colours(learn: LearnPage) -> set[str]:
        found = set()
        block = learn.reader.document().begin()
        while block.isValid():
            iterator = block.begin()
            while not iterator.atEnd():
                look = iterator.fragment().charFormat()
                if look.anchorHref():
                    found.add(look.foreground().color().name())
                iterator += 1
            block = block.next()
        return found

    return colours
