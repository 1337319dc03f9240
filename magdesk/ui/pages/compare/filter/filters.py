"""The filter chips, declared: what each is called and which forms it keeps."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QCoreApplication

from magdesk.ui.grids.column import tag_of
from magdesk.ui.grids.form_rows import FormRow
from magdesk.ui.look.marked_for_translation import QT_TRANSLATE_NOOP


class Filter(msgspec.Struct, frozen=True):
    """One chip; the texts are sources for translation."""

    key: str
    label: str
    meaning: str
    """Which forms it keeps, in a sentence."""
    keeps: Callable[[FormRow], bool]

    @property
    def title(self) -> str:
        """What stands on the chip."""
        return QCoreApplication.translate("Filters", self.label)

    @property
    def explanation(self) -> str:
        """Which forms it keeps."""
        return QCoreApplication.translate("Filters", self.meaning)


FILTERS: tuple[Filter, ...] = (
    Filter(
        key="mouth",
        label=QT_TRANSLATE_NOOP("Filters", "By mouth"),
        meaning=QT_TRANSLATE_NOOP("Filters", "Forms that are swallowed"),
        keeps=lambda row: row.form.route == "mouth",
    ),
    Filter(
        key="skin",
        label=QT_TRANSLATE_NOOP("Filters", "On skin"),
        meaning=QT_TRANSLATE_NOOP("Filters", "Forms for the skin or the bath"),
        keeps=lambda row: row.form.route in ("skin", "bath"),
    ),
    Filter(
        key="gentle",
        label=QT_TRANSLATE_NOOP("Filters", "Gentle on stomach"),
        meaning=QT_TRANSLATE_NOOP(
            "Filters", "Forms that are gentle on the stomach or do not reach it"
        ),
        keeps=lambda row: row.form.stomach in ("gentle", "no_effect"),
    ),
    Filter(
        key="tested",
        label=QT_TRANSLATE_NOOP("Filters", "Tested in people"),
        meaning=QT_TRANSLATE_NOOP(
            "Filters", "Forms with a trial in people that answers a question of the evidence map"
        ),
        keeps=lambda row: any(cell.direction != "no_trial" for cell in row.evidence.values()),
    ),
    Filter(
        key="loosens",
        label=QT_TRANSLATE_NOOP("Filters", "Loosens bowel"),
        meaning=QT_TRANSLATE_NOOP("Filters", "Forms that loosen stools or are laxatives"),
        keeps=lambda row: row.form.stomach in ("loosens", "laxative"),
    ),
    Filter(
        key="hide_avoid",
        label=QT_TRANSLATE_NOOP("Filters", "Hide forms to avoid"),
        meaning=QT_TRANSLATE_NOOP(
            "Filters", "Leaves out forms that carry a tag, such as Article: avoid or Laxative"
        ),
        keeps=lambda row: not tag_of(row.form),
    ),
)

BY_KEY = {filter_.key: filter_ for filter_ in FILTERS}
