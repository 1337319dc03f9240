"""The dialog *Licences*: what the program is made of, and each licence to read."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from magdesk.ui.cited_text.text_view import TEXT_INSET, TextView
from magdesk.ui.look.theme import unit
from magdesk.ui.pages.help.licence_components import Component, components
from magdesk.ui.pages.help.licence_typeset import licence_html
from magdesk.ui.widgets.access.focus import RESERVE
from magdesk.ui.widgets.buttons import Button
from magdesk.ui.widgets.cards import Panel
from magdesk.ui.widgets.choices.row_list import RowList
from magdesk.ui.widgets.layouts.boxes import spaced
from magdesk.ui.widgets.scroll import ScrollPage
from magdesk.ui.widgets.text import Heading, Paragraph

_WIDTH, _HEIGHT = 820.0, 580.0
_SHARE_OF_SCREEN = 0.94
_LIST_WIDTH, _LIST_SHARE = 230.0, 0.34


class LicencesDialog(QDialog):
    """Components at the left, the licence of the chosen one at the right; Esc closes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.components = components()
        self.setWindowTitle(self.tr("Licences"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.list = RowList()
        self.title = Heading("", "card")
        self.told = Paragraph("", tone="text2")
        self.area = ScrollPage()
        self.text = TextView("", self.area)
        self.shut = Button(self.tr("Close"), "primary").identifier("licences.close")
        self._name()
        self._arrange()
        for each in self.components:
            self.list.add_row(f"{each.name} {each.version}", each.licence)
        self.list.currentRowChanged.connect(self._show)
        self.shut.clicked.connect(self.accept)
        self._take_size()
        self.list.setCurrentRow(0)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _name(self) -> None:
        self.list.setAccessibleName(self.tr("What magdesk is made of"))
        for widget, name in ((self.list, "licences.list"), (self.text, "licences.text")):
            widget.setObjectName(name)
            widget.setAccessibleIdentifier(name)

    def _arrange(self) -> None:
        one = unit(self)
        self._side = Panel("window", ("right",))
        side = spaced(QVBoxLayout(self._side), 8 * one, 10 * one, 16 * one, 10 * one, 0)
        heading = Heading(self.tr("Licences"), "section")
        heading.setContentsMargins(round(8 * one), 0, 0, 0)
        side.addWidget(heading)
        side.addWidget(self.list, 1)
        self.area.body.setSpacing(round(4 * one))
        inset = round(TEXT_INSET * one)
        for widget in (self.title, self.told):
            widget.setContentsMargins(inset, 0, 0, 0)
            self.area.body.addWidget(widget)
        self.area.body.addSpacing(round(6 * one))
        self.area.body.addWidget(self.text)
        self.area.body.addStretch(1)
        page = Panel("surface")
        inside = spaced(QVBoxLayout(page))
        inside.addWidget(self.area)
        beside = spaced(QHBoxLayout())
        beside.addWidget(self._side)
        beside.addWidget(page, 1)
        column = spaced(QVBoxLayout(self))
        column.addLayout(beside, 1)
        column.addWidget(self._foot(one))

    def _foot(self, one: float) -> Panel:
        foot = Panel("window", ("top",))
        row = QHBoxLayout(foot)
        side, top = round((16 - RESERVE) * one), round((10 - RESERVE) * one)
        row.setContentsMargins(side, top, side, top)
        row.addStretch(1)
        row.addWidget(self.shut)
        return foot

    def _take_size(self) -> None:
        one, most = unit(self), self.screen().availableSize() * _SHARE_OF_SCREEN
        self.resize(QSize(round(_WIDTH * one), round(_HEIGHT * one)).boundedTo(most))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._side.setFixedWidth(round(min(_LIST_WIDTH * unit(self), _LIST_SHARE * self.width())))

    def _show(self, row: int) -> None:
        component = self.components[row]
        self.title.setText(component.name)
        self.told.setText(
            self.tr("Version {version}, licence {licence}").format(
                version=component.version, licence=component.licence
            )
        )
        self.text.setAccessibleName(self.tr("Licence of {}").format(component.name))
        self.text.show_text(partial(licence_html, self._words(component)))
        self.area.to_top()

    def _words(self, component: Component) -> str:
        return component.text or self.tr(
            "This package was installed without the text of its licence. "
            "You find it by its name at https://spdx.org/licenses/ and in the packaged program."
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """In the list, Enter leads to the text; anywhere else it presses the button."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.list.hasFocus():
            self.text.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)
