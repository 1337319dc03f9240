"""The page *Learn*: its pages in a list, and the one that is read beside it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from magdesk.knowledge.learn_pages import LearnPage as Text
from magdesk.knowledge.limits import RegionLimits
from magdesk.knowledge.loader import Library
from magdesk.knowledge.records import Region
from magdesk.ui.look.theme import unit
from magdesk.ui.pages.learn.learn_reader import Reader
from magdesk.ui.pages.learn.learn_rendering import (
    LimitsShown,
    needs_claims,
    needs_limits,
    render_page,
)
from magdesk.ui.settings.settings import Settings
from magdesk.ui.widgets.access.accessible_roles import as_page
from magdesk.ui.widgets.cards import Panel
from magdesk.ui.widgets.choices.chips import Chip
from magdesk.ui.widgets.choices.row_list import RowList
from magdesk.ui.widgets.layouts.boxes import spaced
from magdesk.ui.widgets.text import Heading, Paragraph

_LIST_WIDTH, _LIST_LEAST, _LIST_SHARE = 208.0, 140.0, 0.25
"""The list's width in u, and the share of a narrow page that it keeps to."""


class RegionChoice(QWidget):
    """A chip for each region; ``region_chosen`` tells another one."""

    region_chosen = Signal(str)

    def __init__(self, regions: Mapping[Region, RegionLimits], chosen: Region) -> None:
        super().__init__()
        one = unit(self)
        column = spaced(QVBoxLayout(self), 2 * one)
        label = Paragraph(self.tr("Limits and phone numbers of"), "small", "text2")
        column.addWidget(label)
        row = spaced(QHBoxLayout(), 3 * one)
        self.chips: dict[Region, Chip] = {}
        for region in regions.values():
            chip = Chip(region.id.upper(), self)
            chip.setAutoExclusive(True)
            chip.setChecked(region.id == chosen)
            chip.setAccessibleName(region.name)
            chip.setToolTip(region.name)
            chip.identifier(f"learn.region.{region.id}")
            chip.clicked.connect(self._choose)
            self.chips[region.id] = chip
            row.addWidget(chip)
        row.addStretch(1)
        column.addLayout(row)
        self.setAccessibleName(label.text())

    def _choose(self) -> None:
        chip = self.sender()
        region = next(key for key, other in self.chips.items() if other is chip)
        self.region_chosen.emit(region)


class LearnPage(QWidget):
    """Shows the pages to read; ``open_page`` turns to one of its pages."""

    _ready = False

    def __init__(self, library: Library, settings: Settings) -> None:
        super().__init__()
        self._library = library
        self._settings = settings
        self._pages: tuple[Text, ...] = library.learn_pages
        as_page(self, self.tr("Learn"))
        self.list = RowList()
        self.reader = Reader()
        self.regions: RegionChoice | None = None
        self._arrange()
        self._fill()
        self.list.currentRowChanged.connect(self._show)
        settings.changed.connect(self._take_setting)
        self.list.setCurrentRow(0)
        self.setFocusProxy(self.list)
        self._ready = True

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if self._ready and event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self._repaint()

    def open_page(self, slug: str) -> None:
        """Turn to a page; an unknown slug raises ``KeyError``."""
        for row, page in enumerate(self._pages):
            if page.slug == slug:
                self.list.setCurrentRow(row)
                self.reader.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        raise KeyError(slug)

    @property
    def slug(self) -> str:
        return self._pages[self.list.currentRow()].slug

    def _arrange(self) -> None:
        one = unit(self)
        side = Panel("window", ("right",))
        self._side = side
        column = spaced(QVBoxLayout(side), 8 * one, 10 * one, 16 * one, 10 * one, 0)
        title = Heading(self.tr("Learn"), "section")
        title.setContentsMargins(round(8 * one), 0, 0, 0)
        column.addWidget(title)
        column.addWidget(self.list, 1)
        row = spaced(QHBoxLayout(self))
        row.addWidget(side)
        self._beside = spaced(QVBoxLayout())
        self._beside.addWidget(self.reader, 1)
        row.addLayout(self._beside, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        one = unit(self)
        room = max(_LIST_LEAST * one, min(_LIST_WIDTH * one, _LIST_SHARE * self.width()))
        self._side.setFixedWidth(round(room))
        self._line_up_regions()

    def _fill(self) -> None:
        self.list.setAccessibleName(self.tr("Pages of Learn"))
        self.list.setObjectName("learn.pages")
        self.list.setAccessibleIdentifier("learn.pages")
        self.reader.setObjectName("learn.text")
        self.reader.setAccessibleIdentifier("learn.text")
        for page in self._pages:
            self.list.addItem(page.title)

    def _show(self, row: int) -> None:
        if row < 0:
            return
        page, library = self._pages[row], self._library
        audit = library.claims if needs_claims(page) else None
        limits = None
        if needs_limits(page):
            detailed = self._settings.values.detail_level == "detail"
            limits = LimitsShown(library.limits, self._region(), detailed)
        self._offer_regions(limits is not None)
        self.reader.setAccessibleName(page.title)
        self.reader.show_page(render_page(page, library.bibliography, audit, limits))

    def _region(self) -> Region:
        return self._settings.values.region or self._library.limits.default_region

    def _offer_regions(self, offered: bool) -> None:
        """Put the choice of region above the page that compares the regions."""
        if offered and self.regions is None:
            self.regions = RegionChoice(self._library.limits.regions, self._region())
            self.regions.region_chosen.connect(self._choose_region)
            self._beside.insertWidget(0, self.regions)
            QWidget.setTabOrder(self.list, self.regions.chips[self._region()])
        if self.regions is not None:
            self.regions.setVisible(offered)
            self._line_up_regions()

    def _line_up_regions(self) -> None:
        """Let the choice of region stand above the text."""
        if self.regions is not None:
            top = round(12 * unit(self))
            self.regions.setContentsMargins(self.reader.margin(), top, 0, 0)

    def _choose_region(self, region: str) -> None:
        self._settings.change(region=region)

    def _take_setting(self, name: str) -> None:
        if name == "region" and self.regions is not None:
            self.regions.chips[self._region()].setChecked(True)
        if name in ("region", "detail_level"):
            self._repaint()

    def _repaint(self) -> None:
        """Render again what is part of the text: colours, the region and the detail."""
        place = self.reader.verticalScrollBar().value()
        self._show(self.list.currentRow())
        self.reader.verticalScrollBar().setValue(place)
