"""How many of 100 people got better, on a dummy pill and on magnesium, for cramps."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from magdesk.knowledge.expectations import Expectation
from magdesk.ui.look.theme import unit
from magdesk.ui.widgets.amounts.hundred_people import PeopleDrawing, Share
from magdesk.ui.widgets.layouts.switch_box import SwitchBox
from magdesk.ui.widgets.text import Paragraph, escape

_BESIDE_FROM = 620.0


class PeoplePicture(QWidget):
    """Both drawings beside each other, with what they show in a few words."""

    def __init__(self, expectation: Expectation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        one = unit(self)
        placebo = Share(expectation.on_placebo)
        magnesium = Share(expectation.on_magnesium, expectation.on_magnesium_between)
        both = SwitchBox(_BESIDE_FROM * one, (1, 1), gap=14 * one, gap_below=8 * one)
        both.add(_drawn(self.tr("On a dummy pill"), placebo))
        both.add(_drawn(self.tr("On magnesium"), magnesium))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(round(6 * one))
        column.addWidget(Paragraph(escape(expectation.answer), weight=600))
        column.addLayout(both)


def _drawn(name: str, share: Share) -> QVBoxLayout:
    column = QVBoxLayout()
    column.addWidget(Paragraph(escape(f"{name}: {share.in_short}"), "small", "text2"))
    column.addWidget(PeopleDrawing(share, name))
    return column
