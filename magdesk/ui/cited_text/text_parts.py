"""A text in parts, as it is read aloud: paragraphs, rows of tables, and the links in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

import msgspec
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextFragment, QTextTable

_NUMBERED = re.compile(r"\[\d+\]")
"""A citation: read on its own, as a link, not in the middle of a sentence."""

_PICTURE = "\ufffc"
_MARKS = ("•", "☐")
"""What stands before the lines of a list: no word."""


class Span(msgspec.Struct, frozen=True):
    """A part: its first and last place in the document, and its words."""

    start: int
    end: int
    words: str
    address: str = ""
    """What a link opens."""
    about: str = ""
    """What a link tells of itself."""


def spans_of(document: QTextDocument) -> list[Span]:
    """Return the parts of a text in reading order; a link follows what it stands in.

    Within a paragraph another part begins at each place that has a name.
    """
    spans: list[Span] = []
    block = document.begin()
    while block.isValid():
        row = _row_of(block)
        blocks = [block] if row is None else [cell for _head, cell in row]
        last = blocks[-1]
        if row is None:
            spans += _lines(block)
        elif words := _row_words(row):
            end = last.position() + last.length() - 1
            spans.append(Span(block.position(), end, words))
        for each in blocks:
            spans += _links(each)
        block = last.next()
    return spans


def _row_of(block: QTextBlock) -> list[tuple[str, QTextBlock]] | None:
    """Return the cells of the table's row that begins here, each with its heading.

    None where a cell holds more than a paragraph: such a table only puts texts side by side.
    """
    table = QTextCursor(block).currentTable()
    if not isinstance(table, QTextTable):
        return None
    row = table.cellAt(block.position()).row()
    cells = [table.cellAt(row, column) for column in range(table.columns())]
    firsts = [cell.firstCursorPosition().block() for cell in cells]
    lasts = [cell.lastCursorPosition().block() for cell in cells]
    if firsts != lasts:
        return None
    headed = table.format().headerRowCount() > 0 and row > 0
    heads = [
        _words(table.cellAt(0, column).firstCursorPosition().block()) if headed else ""
        for column in range(table.columns())
    ]
    return list(zip(heads, firsts, strict=True))


def _row_words(row: list[tuple[str, QTextBlock]]) -> str:
    told = [(head, _words(block)) for head, block in row]
    if len(told) == 2 and told[0][1] in _MARKS:
        return told[1][1]
    if len(told) == 2 and not any(head for head, _words in told):  # a name and what it is
        return ": ".join(words for _head, words in told if words)
    return ". ".join(f"{head}: {words}" if head else words for head, words in told if words)


def _lines(block: QTextBlock) -> Iterator[Span]:
    pieces = list(_fragments(block))
    cuts = [at for at, piece in enumerate(pieces) if at and piece.charFormat().anchorNames()]
    for first, behind in pairwise((0, *cuts, len(pieces))):
        words = _words_of(pieces[first:behind])
        if words:
            last = pieces[behind - 1]
            yield Span(pieces[first].position(), last.position() + last.length(), words)


def _words(block: QTextBlock) -> str:
    return _words_of(_fragments(block))


def _words_of(fragments: Iterable[QTextFragment]) -> str:
    pieces = [
        piece.text()
        for piece in fragments
        if not (piece.charFormat().isAnchor() and _NUMBERED.fullmatch(piece.text()))
    ]
    return " ".join("".join(pieces).replace(_PICTURE, " ").split())


def _links(block: QTextBlock) -> Iterator[Span]:
    for piece in _fragments(block):
        address = piece.charFormat().anchorHref()
        if address:
            start = piece.position()
            about = piece.charFormat().toolTip()
            yield Span(start, start + piece.length(), piece.text(), address, about)


def _fragments(block: QTextBlock) -> Iterator[QTextFragment]:
    iterator = block.begin()
    while not iterator.atEnd():
        yield iterator.fragment()
        iterator += 1
