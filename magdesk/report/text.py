"""An advice as plain text."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from magdesk.report.document import Block

WIDTH = 78


def as_text(blocks: Iterable[Block]) -> str:
    """The document, wrapped to 78 characters a line."""
    lines: list[str] = []
    previous = ""
    for block in blocks:
        if previous == "item" and block.kind in ("text", "small"):
            lines.append("")
        previous = block.kind
        words = f"{block.lead} {block.text}".strip()
        match block.kind:
            case "title":
                lines += [words, "=" * len(words), ""]
            case "heading":
                lines += ["", words, "-" * len(words)]
            case "item":
                lines += textwrap.wrap(words, WIDTH, initial_indent="- ", subsequent_indent="  ")
            case _:
                lines += [*textwrap.wrap(words, WIDTH), ""]
    return "\n".join(lines).strip() + "\n"
