"""The page *Settings*: colours, size of text, the region whose limits count, detail level."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

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
        for field in (self.pharmacy, self.note):
            if field.edit is edit:
                name = str(field.edit.property("setting"))
                self._settings.change(**{name: field.edit.text().strip()})

    def _follow(self, name: str) -> None:
        """Show what was chosen on another page."""
        if name == "private_counter":
            self.private.setChecked(self._settings.values.private_counter)


_WIDTH = 560.0


class ChoiceGroup(QWidget):
    """A heading and rows of which one is chosen; ``chosen`` tells its id."""

    chosen = Signal(str)

    def __init__(
        self, name: str, title: str, explanation: str, rows: Mapping[str, tuple[str, str]], now: str
    ) -> None:
        super().__init__()
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
            row.setChecked(key == now)
            row.toggled.connect(self._choose)
            column.addWidget(row)
            self.rows[key] = row
        enter_on_chosen(self.rows.values())

    def show_choice(self, key: str) -> None:
        """Choose a row that was chosen elsewhere."""
        self.rows[key].setChecked(True)

    def _choose(self, on: bool) -> None:
        if not on:
            return
        row = self.sender()
        for key, candidate in self.rows.items():
            if candidate is row:
                self.chosen.emit(key)


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
        self._default_region = library.limits.default_region
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
        settings.changed.connect(self._follow)

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
        group = ChoiceGroup(
            "settings.theme",
            self.tr("Colours"),
            self.tr("How the window looks."),
            rows,
            self._settings.values.theme,
        )
        group.chosen.connect(self._choose_theme)
        return group

    def _detail_levels(self) -> ChoiceGroup:
        rows = {
            "plain": (self.tr("Plain words"), self.tr("Short sentences for everyone")),
            "detail": (
                self.tr("Full detail"),
                self.tr("Adds doses, numbers of people, study designs and intervals"),
            ),
        }
        group = ChoiceGroup(
            "settings.detail_level",
            self.tr("Words"),
            self.tr("How much every page tells. The navigation has the same switch."),
            rows,
            self._settings.values.detail_level,
        )
        group.chosen.connect(self._choose_detail_level)
        return group

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
        group = ChoiceGroup(
            "region",
            self.tr("Region"),
            self.tr("Whose limits and phone numbers the program uses."),
            rows,
            self._settings.values.region or limits.default_region,
        )
        group.chosen.connect(self._choose_region)
        return group

    def _choose_theme(self, choice: str) -> None:
        self._settings.change(theme=choice)

    def _choose_detail_level(self, detail_level: str) -> None:
        self._settings.change(detail_level=detail_level)

    def _choose_region(self, region: str) -> None:
        self._settings.change(region=region)

    def _follow(self, name: str) -> None:
        """Show what was chosen, wherever that was."""
        values = self._settings.values
        if name == "theme":
            self.colours.show_choice(values.theme)
        elif name == "detail_level":
            self.detail_levels.show_choice(values.detail_level)
        elif name == "region":
            self.regions.show_choice(values.region or self._default_region)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        chosen = self.colours.rows[self._settings.values.theme]
        hand_on_focus(self, chosen, event.reason())
