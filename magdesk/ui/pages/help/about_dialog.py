"""The dialog *About*: edition, purpose and licences."""

from __future__ import annotations

import PySide6
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from magdesk import __version__
from magdesk.knowledge.records import Content
from magdesk.ui.look.theme import unit
from magdesk.ui.widgets.amounts.shown_number import shown_day
from magdesk.ui.widgets.buttons import Button
from magdesk.ui.widgets.cards import IconLabel
from magdesk.ui.widgets.layouts.boxes import spaced
from magdesk.ui.widgets.layouts.button_row import ButtonRow
from magdesk.ui.widgets.scroll import ScrollPage
from magdesk.ui.widgets.text import Heading, Paragraph

_WIDTH = 520.0
_SHARE_OF_SCREEN = 0.85


class AboutDialog(QDialog):
    """Says what the program is for, which edition it is, and whose work it stands on."""

    def __init__(self, content: Content, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About magdesk"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        one = unit(self)
        area = ScrollPage()
        margin = round(22 * one)
        spaced(area.body, 10 * one, margin, margin, margin, 0)
        head = spaced(QHBoxLayout(), 10 * one)
        head.addWidget(IconLabel("drop", "accent", 26.0))
        head.addWidget(Heading(self.tr("magdesk {}").format(__version__), "page"), 1)
        area.body.addLayout(head)
        area.body.addWidget(Paragraph(content.purpose, "lead"))
        area.body.addWidget(Paragraph(self._edition(content), tone="text2"))
        area.body.addWidget(Heading(self.tr("Licences"), "section"))
        area.body.addWidget(Paragraph(self._licences(), tone="text2"))
        area.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area, 1)
        foot = self._buttons()
        foot.setContentsMargins(margin, 0, margin, margin)
        column.addLayout(foot)
        # wrapped labels ask for the height of narrower ones, so the size is worked out here
        width = round(_WIDTH * one)
        tall = area.body.heightForWidth(width) + foot.sizeHint().height() + column.spacing()
        self.resize(QSize(width, tall).boundedTo(self.screen().availableSize() * _SHARE_OF_SCREEN))

    def _buttons(self) -> ButtonRow:
        self.licences = Button(self.tr("Read the licences…"), icon="learn")
        self.licences.identifier("about.licences").clicked.connect(self._open_licences)
        self.shut = Button(self.tr("Close"), "primary").identifier("about.close")
        self.shut.clicked.connect(self.accept)
        self.shut.setDefault(True)
        row = ButtonRow()
        row.addWidget(self.licences)
        row.addStretch(1)
        row.addWidget(self.shut)
        return row

    def _open_licences(self) -> None:
        from magdesk.ui.pages.help.licences_dialog import LicencesDialog

        LicencesDialog(self).open()

    def _edition(self, content: Content) -> str:
        return self.tr("Knowledge edition {version}, last reviewed on {date}.").format(
            version=content.version, date=shown_day(content.reviewed)
        )

    def _licences(self) -> str:
        return self.tr(
            "magdesk is free software under the MIT licence. It uses Qt and PySide6 {pyside} "
            "under the LGPL version 3, msgspec under the BSD licence, and Python under the "
            "PSF licence. You may replace the Qt libraries in the program's folder."
        ).format(pyside=PySide6.__version__)
