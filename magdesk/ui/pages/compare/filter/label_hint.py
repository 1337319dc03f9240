"""What the search field knows of a label: ``bisglycinate 1000 mg`` holds 100 to 141 mg."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from magdesk.ui.widgets.amounts.shown_number import number_locale, whole_number

if TYPE_CHECKING:
    from magdesk.intake.label.label_reader import LabelReader
    from magdesk.knowledge.loader import Library

translate = QCoreApplication.translate


class LabelHint:
    """Reads what was typed as a label; what it needs is loaded with the first figure typed."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def words(self, typed: str) -> str:
        """``100 to 141 mg magnesium, open Label``; empty where the text is no amount of a form."""
        if not any(sign.isdigit() for sign in typed):
            return ""
        serving = self._reader.read(typed, number_locale(self._library.number_table)).serving
        if serving is None:
            return ""
        low, high = (whole_number(round(end)) for end in (serving.low_mg, serving.high_mg))
        if low == high:
            return translate("LabelHint", "{mg} mg magnesium, open Label").format(mg=low)
        words = translate("LabelHint", "{low} to {high} mg magnesium, open Label")
        return words.format(low=low, high=high)

    @cached_property
    def _reader(self) -> LabelReader:
        from magdesk.intake.label.label_reader import LabelReader

        library = self._library
        return LabelReader(library.catalogue.forms, library.names, library.labels)
