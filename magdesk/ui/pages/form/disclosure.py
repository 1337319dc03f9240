"""*Details for professionals*: a button that opens and closes a text below it."""

from __future__ import annotations

from magdesk.ui.widgets.access.expander import as_expander
from magdesk.ui.widgets.buttons import Button


class DisclosureButton(Button):
    """Checked while the text is open; the arrow says so too."""

    def __init__(self, text: str) -> None:
        super().__init__(text, "secondary", "chevron_right")
        self.setCheckable(True)
        as_expander(self)
        self.toggled.connect(self._turn_arrow)

    def _turn_arrow(self, is_open: bool) -> None:
        self.set_icon_name("chevron_down" if is_open else "chevron_right")
