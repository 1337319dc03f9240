"""What a pharmacy sets: the page it opens on, when it clears, and what stands on its pages."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from magdesk.ui.look.theme import unit
from magdesk.ui.settings.settings import Settings
from magdesk.ui.settings.values import MOST_LETTERS
from magdesk.ui.widgets.access.accessible_roles import as_group
from magdesk.ui.widgets.choices.choice_row import ChoiceRow
from magdesk.ui.widgets.field import Field, field_label
from magdesk.ui.widgets.layouts.boxes import spaced
from magdesk.ui.widgets.text import Heading, Paragraph


class CounterGroup(QWidget):
    """Each choice counts at once; a text is kept when its field is left."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        as_group(self, self.tr("Counter"))
        self._column = spaced(QVBoxLayout(self), 6 * unit(self))
        self._column.addWidget(Heading(self.tr("Counter"), "section"))
        about = self.tr("For pharmacies: the page that asks everything at once.")
        self._column.addWidget(Paragraph(about, tone="text2"))
        self.opens = self._switch("opens_counter", self.tr("Open with the counter"), "")
        self.private = self._switch(
            "private_counter",
            self.tr("Private counter"),
            self.tr("Clears everything after ten minutes without a key"),
        )
        self.pharmacy = self._text("pharmacy", self.tr("Name of the pharmacy, on printed pages"))
        self.note = self._text("pharmacy_note", self.tr("Own note, on printed pages"))
        settings.changed.connect(self._follow)

    def _switch(self, name: str, title: str, detail: str) -> ChoiceRow:
        row = ChoiceRow(title, detail, "check", self)
        row.identifier(f"settings.{name}")
        row.setChecked(getattr(self._settings.values, name))
        row.setProperty("setting", name)
        row.toggled.connect(self._choose)
        self._column.addWidget(row)
        return row

    def _text(self, name: str, title: str) -> Field:
        field = Field()
        field.identifier(f"settings.{name}")
        field.edit.setMaxLength(MOST_LETTERS)
        field.edit.setText(getattr(self._settings.values, name))
        field.edit.setProperty("setting", name)
        field.edit.editingFinished.connect(self._keep)
        self._column.addWidget(field_label(title, field))
        self._column.addWidget(field)
        return field

    def _choose(self, on: bool) -> None:
        self._settings.change(**{str(self.sender().property("setting")): on})

    def _keep(self) -> None:
        edit = self.sender()
        if isinstance(edit, QLineEdit):
            self._settings.change(**{str(edit.property("setting")): edit.text().strip()})

    def _follow(self, name: str) -> None:
        """Show what was chosen on another page."""
        if name == "private_counter":
            self.private.setChecked(self._settings.values.private_counter)
