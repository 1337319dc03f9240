"""Another name of the paragraph."""

from __future__ import annotations

from magdesk.ui.widgets.text import Paragraph


class Prose(Paragraph):
    """A paragraph by its older name."""

    def set_html(self, text: str) -> None:
        """Show this text."""
        self.setText(text)
