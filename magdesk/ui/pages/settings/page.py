"""The page *Settings*: colours, size of text, the region whose limits count, detail level."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from magdesk.knowledge.loader import Library
from magdesk.ui.look.theme import CHOICES, unit
from magdesk.ui.pages.settings.text_size_group import TextSizeGroup
from magdesk.ui.settings.settings import Settings
from magdesk.ui.settings.values import MOST_LETTERS
from magdesk.ui.widgets.access.accessible_roles import as_group, as_page
from magdesk.ui.widgets.access.focus import enter_on_chosen, hand_on_focus
from magdesk.ui.widgets.amounts.shown_number import shown_number
from magdesk.ui.widgets.choices.choice_row import ChoiceRow
from magdesk.ui.widgets.field import Field, field_label
from magdesk.ui.widgets.layouts.boxes import spaced
from magdesk.ui.widgets.scroll import ScrollPage
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


_WIDTH = 560.0


class ChoiceGroup(QWidget):
    """A heading and a row for each value of a setting, ``otherwise`` where none was chosen."""

    def __init__(
        self,
        settings: Settings,
        setting: str,
        name: str,
        words: tuple[str, str],
        rows: Mapping[str, tuple[str, str]],
        otherwise: str = "",
    ) -> None:
        super().__init__()
        self._settings, self._setting, self._otherwise = settings, setting, otherwise
        title, explanation = words
        as_group(self, title)
        self.setObjectName(name)
        self.setAccessibleIdentifier(name)
        column = spaced(QVBoxLayout(self), 6 * unit(self))
        column.addWidget(Heading(title, "section"))
        column.addWidget(Paragraph(explanation, tone="text2"))
        self.rows: dict[str, ChoiceRow] = {}
        for key, (text, detail) in rows.items():
            row = ChoiceRow(text, detail, "radio", self)
            row.identifier(f"{name}.{key}")
            row.setChecked(key == self.chosen)
            row.toggled.connect(self._choose)
            column.addWidget(row)
            self.rows[key] = row
        enter_on_chosen(self.rows.values())
        settings.changed.connect(self._follow)

    @property
    def chosen(self) -> str:
        """The value that counts now."""
        return getattr(self._settings.values, self._setting) or self._otherwise

    def _follow(self, name: str) -> None:
        """Show what was chosen, wherever that was."""
        if name == self._setting:
            self.rows[self.chosen].setChecked(True)

    def _choose(self, on: bool) -> None:
        if not on:
            return
        row = self.sender()
        key = next(key for key, each in self.rows.items() if each is row)
        self._settings.change(**{self._setting: key})


class SettingsPage(ScrollPage):
    """Each choice takes effect at once and is kept."""

    def __init__(self, library: Library, settings: Settings) -> None:
        super().__init__(_WIDTH)
        self._settings = settings
        as_page(self, self.tr("Settings"))
        self.body.addWidget(Heading(self.tr("Settings"), "page"))
        self.colours = self._colours()
        self.text_size = TextSizeGroup(settings)
        self.detail_levels = self._detail_levels()
        self.regions = self._regions(library)
        self.counter = CounterGroup(settings)
        groups = (self.colours, self.text_size, self.detail_levels, self.regions, self.counter)
        for group in groups:
            self.body.addSpacing(round(12 * unit(self)))
            self.body.addWidget(group)
        self.body.addSpacing(round(12 * unit(self)))
        self.body.addWidget(
            Paragraph(
                self.tr("Settings are kept in {}. Your answers are not kept.").format(
                    settings.path
                ),
                "small",
                "text3",
            )
        )
        self.body.addStretch(1)

    def _colours(self) -> ChoiceGroup:
        words = {
            "system": (
                self.tr("As the system"),
                self.tr("Follows the light, dark and contrast settings of your computer"),
            ),
            "light": (self.tr("Light"), ""),
            "dark": (self.tr("Dark"), ""),
            "contrast": (self.tr("Contrast"), self.tr("Black, white and yellow, strong edges")),
        }
        rows: dict[str, tuple[str, str]] = {choice: words[choice] for choice in CHOICES}
        return ChoiceGroup(
            self._settings,
            "theme",
            "settings.theme",
            (self.tr("Colours"), self.tr("How the window looks.")),
            rows,
        )

    def _detail_levels(self) -> ChoiceGroup:
        rows = {
            "plain": (self.tr("Plain words"), self.tr("Short sentences for everyone")),
            "detail": (
                self.tr("Full detail"),
                self.tr("Adds doses, numbers of people, study designs and intervals"),
            ),
        }
        return ChoiceGroup(
            self._settings,
            "detail_level",
            "settings.detail_level",
            (
                self.tr("Words"),
                self.tr("How much every page tells. The navigation has the same switch."),
            ),
            rows,
        )

    def _regions(self, library: Library) -> ChoiceGroup:
        limits = library.limits
        rows: dict[str, tuple[str, str]] = {
            region.id: (
                region.name,
                self.tr("At most {} mg a day from supplements").format(
                    shown_number(region.upper_mg)
                ),
            )
            for region in limits.regions.values()
        }
        return ChoiceGroup(
            self._settings,
            "region",
            "region",
            (self.tr("Region"), self.tr("Whose limits and phone numbers the program uses.")),
            rows,
            limits.default_region,
        )

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        chosen = self.colours.rows[self.colours.chosen]
        hand_on_focus(self, chosen, event.reason())
