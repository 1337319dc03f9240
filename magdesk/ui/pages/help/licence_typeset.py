"""A licence text as HTML for any width: its authors broke their lines for 80 columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape

from magdesk.ui.cited_text.rich_text import TextLook

_FULL_LINE = 45
"""Letters from which on a line counts as broken by its width, not by its author."""

_GAP = re.compile(r"[^\s.:;!?)]\s{2,}\S")
"""Columns of a table, or of names under one another."""

_OWN_LINE = re.compile(r"[-*•]\s|\(?\w{1,3}[.)]\s|[A-Z][\w-]*:|Copyright\b|©")
"""Begins a point of a list, a field, or a notice: never the middle of a sentence."""

_RULE = re.compile(r"\s*([-=*_#])\1{9,}\s*")
_MOST_INDENT = 8


def licence_html(text: str, look: TextLook) -> str:
    """Return every word of the text, in paragraphs that wrap where the page ends."""
    return "".join(_block_html(block, look) for block in _blocks(text))


def _blocks(text: str) -> Iterator[list[str]]:
    """Lines that stand together; a rule stands alone."""
    block: list[str] = []
    for line in text.expandtabs().splitlines():
        # In the files of Debian a full stop stands for an empty line.
        empty, rule = line.strip() in {"", "."}, _RULE.fullmatch(line)
        if empty or rule:
            if block:
                yield block
            block = []
        if rule:
            yield [line]
        elif not empty:
            block.append(line.rstrip())
    if block:
        yield block


def _block_html(block: Sequence[str], look: TextLook) -> str:
    if _RULE.fullmatch(block[0]):
        return f'<hr style="background-color:{look.color("line2")}">'
    if any(_GAP.search(line.strip()) for line in block):
        return _as_it_stands(block, look)
    indent = min(_MOST_INDENT, *(len(line) - len(line.lstrip()) for line in block))
    words = "<br>".join(escape(line) for line in sentences(block))
    left = look.pixels(4 * indent)
    return f'<p style="{_style(look, left)};line-height:{look.leading}%">{words}</p>'


def sentences(block: Sequence[str]) -> list[str]:
    """Return the lines with those joined that only the width of a page had parted."""
    joined: list[str] = []
    goes_on = False
    for line in (each.strip() for each in block):
        if goes_on and not _OWN_LINE.match(line):
            joined[-1] += f" {line}"
        else:
            joined.append(line)
        goes_on = len(line) >= _FULL_LINE
    return joined


def _as_it_stands(block: Sequence[str], look: TextLook) -> str:
    size = f"font-family:monospace;font-size:{look.base * 0.86:.2f}pt;white-space:pre-wrap"
    return f'<p style="{_style(look, 0)};{size}">{escape(chr(10).join(block))}</p>'


def _style(look: TextLook, left: int) -> str:
    return f"margin:0 0 {look.pixels(8)}px {left}px;color:{look.color('text2')}"
