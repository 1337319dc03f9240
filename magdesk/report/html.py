"""An advice as one HTML page, the same text as on the screen."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from itertools import groupby

from magdesk.advice.advice import Advice
from magdesk.knowledge.loader import Library
from magdesk.report.document import Block, advice_document

STYLE = (
    "body{font-family:sans-serif;max-width:42em;margin:2em auto;line-height:1.4}"
    "small{color:#454d56}h1{font-size:1.5em}h2{font-size:1.15em}"
)
TAGS = {"title": "h1", "heading": "h2", "text": "p", "item": "li", "small": "p"}


def advice_html(advice: Advice, library: Library) -> str:
    """A complete page without anything from elsewhere; prints as it is."""
    return as_html(advice_document(advice, library))


def as_html(blocks: Iterable[Block]) -> str:
    """Blocks as a page; all text is escaped."""
    blocks = tuple(blocks)
    title = next((block.text for block in blocks if block.kind == "title"), "magdesk")
    body = "\n".join(
        _list(group) if is_item else "\n".join(map(_element, group))
        for is_item, group in groupby(blocks, key=lambda block: block.kind == "item")
    )
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        f"<title>{escape(title)}</title><style>{STYLE}</style></head>\n"
        f"<body>\n{body}\n</body></html>\n"
    )


def _list(items: Iterable[Block]) -> str:
    return "<ul>\n" + "\n".join(map(_element, items)) + "\n</ul>"


def _element(block: Block) -> str:
    tag = TAGS[block.kind]
    lead = f"<b>{escape(block.lead)}</b> " if block.lead else ""
    text = escape(block.text)
    if block.kind == "small":
        text = f"<small>{text}</small>"
    return f"<{tag}>{lead}{text}</{tag}>"
