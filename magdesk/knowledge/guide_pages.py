"""The guide's pages (``resources/guide``)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class GuidePage:
    """One page of the guide: Markdown with citations written ``[@key]``."""

    slug: str
    title: str
    text: str

    @property
    def citations(self) -> tuple[str, ...]:
        """Reference keys in the order they first appear."""
        return tuple(dict.fromkeys(re.findall(r"\[@([a-z0-9_]+)\]", self.text)))


def read_guide_page(page: Path) -> GuidePage:
    """A guide page; its slug is the file name without number and ending."""
    text = page.read_text("utf-8")
    heading, _, body = text.partition("\n")
    slug = re.sub(r"^\d+-|\.md$", "", page.name)
    return GuidePage(slug=slug, title=heading.removeprefix("# ").strip(), text=body.strip())
