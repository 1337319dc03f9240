"""The lines below a table that was taken away: which edition it shows, and when it was made."""

from __future__ import annotations

import datetime

from PySide6.QtCore import QCoreApplication

from magdesk.knowledge.records import Content
from magdesk.ui.widgets.amounts.shown_number import shown_day


def content_notes(content: Content) -> tuple[str, ...]:
    """Edition and date, and that the table informs only."""
    words = QCoreApplication.translate(
        "TakeAway", "Content {version}, reviewed {reviewed}. Made with magdesk on {today}."
    )
    edition = words.format(
        version=content.version,
        reviewed=shown_day(content.reviewed),
        today=shown_day(datetime.datetime.now().astimezone().date()),
    )
    opinion = QCoreApplication.translate(
        "TakeAway", "Ratings are the opinion of one article; no form has been tested for twitches."
    )
    return (edition, opinion, content.purpose)
