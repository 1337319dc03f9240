"""The chapters of *Learn* (``resources/learn``)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class LearnPage:
    """One chapter: Markdown with citations written ``[@key]``."""

    slug: str
    title: str
    text: str

    @property
    def citations(self) -> tuple[str, ...]:
        """Reference keys in the order they first appear."""
        return tuple(dict.fromkeys(re.findall(r"\[@([a-z0-9_]+)\]", self.text)))


def read_learn_page(page: Path) -> LearnPage:
    """Return a chapter; its slug is the file name without number and ending."""
    text = page.read_text("utf-8")
    heading, _, body = text.partition("\n")
    slug = re.sub(r"^\d+-|\.md$", "", page.name)
    return LearnPage(slug=slug, title=heading.removeprefix("# ").strip(), text=body.strip())
