"""The lines below a table that was taken away: which edition it shows, and when it was made."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from magdesk.knowledge.records import Content


def content_notes(content: Content) -> tuple[str, ...]:
    """Edition and date, and that the table informs only."""
    locale = QLocale()
    words = QCoreApplication.translate(
        "TakeAway", "Content {version}, reviewed {reviewed}. Made with magdesk on {today}."
    )
    edition = words.format(
        version=content.version,
        reviewed=_date(locale, QDate(content.reviewed)),  # type: ignore[call-overload]
        today=_date(locale, QDate.currentDate()),
    )
    opinion = QCoreApplication.translate(
        "TakeAway", "Ratings are the opinion of one article; no form has been tested for twitches."
    )
    return (edition, opinion, content.purpose)


def _date(locale: QLocale, date: QDate) -> str:
    return locale.toString(date, "d MMMM yyyy")
