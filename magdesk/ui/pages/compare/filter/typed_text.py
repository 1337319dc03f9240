"""What was typed, and which forms hold it; texts and answers are kept until they change."""

from __future__ import annotations

from collections.abc import Iterable

from magdesk.knowledge.form_records import Form
from magdesk.ui.pages.compare.filter.form_search import (
    Match,
    SearchText,
    folded,
    match_of,
    search_text,
)


class Finder:
    """Knows for each form whether and where it holds what was typed."""

    def __init__(self) -> None:
        self.typed = ""
        self._texts: dict[str, SearchText] = {}
        self._matches: dict[str, Match] = {}

    def set_typed(self, text: str) -> None:
        """Look for the words of this text."""
        self.typed = folded(text)
        self._matches.clear()

    def holds(self, form: Form) -> bool:
        """Whether the form holds every word that was typed."""
        return not self.typed or self._text_of(form).matches(self.typed)

    def match(self, form: Form) -> Match | None:
        """Where the form holds what was typed; None while nothing is."""
        if not self.typed:
            return None
        found = self._matches.get(form.id)
        if found is None:
            found = self._matches[form.id] = match_of(form, self.typed)
        return found

    def read(self, forms: Iterable[Form]) -> None:
        """Take in all texts now, so that the first letter typed finds them ready."""
        for form in forms:
            self._text_of(form)

    def forget(self) -> None:
        """Forget all forms: others come."""
        self._texts.clear()
        self._matches.clear()

    def _text_of(self, form: Form) -> SearchText:
        text = self._texts.get(form.id)
        if text is None:
            text = self._texts[form.id] = search_text(form)
        return text
