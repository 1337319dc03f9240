"""A monograph as rich text, in the fonts and colours of the moment."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import cast

import msgspec
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontInfo, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QWidget

from magdesk.knowledge.bibliography import Reference
from magdesk.ui.cited_text.passages import Entry, Fact, Passage
from magdesk.ui.cited_text.source_numbers import address_of, identifier_of
from magdesk.ui.look.theme import Theme, current_theme, scaled_font, unit
from magdesk.ui.widgets.amounts.figures_in_sentences import in_local_figures
from magdesk.ui.widgets.signs.evidence_marks import MARK_SIDE, Shape, paint_mark
from magdesk.ui.widgets.signs.meter import CELL_HEIGHT, METER_WIDTH, paint_meter
from magdesk.ui.widgets.text import escape

SCHEME = "picture"


def picture_size(name: str, unit: float) -> tuple[float, float]:
    """Width and height in pixels of ``meter/<rating>`` or ``mark/<shape>``."""
    if name.startswith("meter/"):
        return METER_WIDTH * unit, (CELL_HEIGHT + 2) * unit
    return (MARK_SIDE + 1) * unit, (MARK_SIDE + 1) * unit


def picture(name: str, unit: float, ratio: float) -> QImage:
    """Draw a picture in the colours of the moment, ``ratio`` pixels to a point of the screen."""
    width, height = picture_size(name, unit)
    image = QImage(
        max(1, round(width * ratio)),
        max(1, round(height * ratio)),
        QImage.Format.Format_ARGB32_Premultiplied,
    )
    image.fill(Qt.GlobalColor.transparent)
    kind, _, value = name.partition("/")
    painter = QPainter(image)
    painter.scale(image.width() / width, image.height() / height)
    rect = QRectF(0, 0, width, height)
    if kind == "meter":
        paint_meter(painter, rect, value, False, unit)
    else:
        colour = current_theme().color("text2" if value == "no_trial" else "text")
        paint_mark(painter, rect, cast("Shape", value), colour, unit)
    painter.end()
    return image


_COUNT = re.compile(r"(?<=[A-Za-z)])\d+")


_LINE_TO_SIZE = 1.58
"""Lines are this many times the size of the letters apart, whatever the font's own lines are."""


class TextLook(msgspec.Struct, frozen=True):
    """Sizes and colours of a text; ``base`` is in points, distances in pixels."""

    base: float
    unit: float
    leading: int
    """Distance of lines in percent of the font's own."""
    theme: Theme

    def color(self, token: str) -> str:
        """A colour as CSS."""
        return self.theme.color(token).name()

    def pixels(self, units: float) -> int:
        """A distance in u as whole pixels."""
        return round(units * self.unit)


def text_look(widget: QWidget) -> TextLook:
    """The look of text in the widget's font and the theme in force."""
    font, metrics = scaled_font(widget, 1.0), QFontMetricsF(widget.font())
    pixels = QFontInfo(font).pixelSize()
    leading = max(108, min(132, round(100 * _LINE_TO_SIZE * pixels / metrics.lineSpacing())))
    return TextLook(font.pointSizeF(), unit(widget), leading, current_theme())


def passages_html(
    passages: Iterable[Passage], references: Sequence[Reference], look: TextLook
) -> str:
    """Passages one below the other."""
    return "".join(_passage(passage, references, look) for passage in passages)


def side_by_side_html(
    left: Iterable[Passage],
    right: Iterable[Passage],
    references: Sequence[Reference],
    look: TextLook,
) -> str:
    """Two columns of passages, for a wide pane."""
    gap, top = look.pixels(14), f"padding-top:{look.pixels(10)}px"
    columns = "".join(
        f'<td width="50%" style="{top};padding-{side}:{gap}px">'
        f"{passages_html(passages, references, look)}</td>"
        for passages, side in ((left, "right"), (right, "left"))
    )
    return _table(columns, ' width="100%"')


def facts_html(facts: Iterable[Fact], look: TextLook) -> str:
    """The box of facts: label and value in two columns."""
    rows = "".join(_fact(fact, look) for fact in facts)
    return f'<table cellspacing="0" cellpadding="0">{rows}</table>'


def sources_html(heading: str, references: Sequence[Reference], look: TextLook) -> str:
    """The numbered list of sources; one with an identifier is a link."""
    lines = (_source(number, reference, look) for number, reference in enumerate(references, 1))
    return _heading(heading, look) + "".join(lines)


def _passage(passage: Passage, references: Sequence[Reference], look: TextLook) -> str:
    entries = "".join(_entry(entry, references, look) for entry in passage.entries)
    return _heading(passage.heading, look) + entries


def _heading(text: str, look: TextLook) -> str:
    style = (
        f"margin:{look.pixels(14)}px 0 {look.pixels(3)}px 0;"
        f"font-size:{look.base * 1.06:.2f}pt;font-weight:650;color:{look.color('text')}"
    )
    return f'<p style="{style}">{escape(text)}</p>'


def _entry(entry: Entry, references: Sequence[Reference], look: TextLook) -> str:
    body = _words(entry, references, look)
    if not entry.picture:
        return _paragraph(body, look, entry.quiet)
    width, height = (round(side) for side in picture_size(entry.picture, look.unit))
    image = f'<img src="{SCHEME}:{entry.picture}" width="{width}" height="{height}">'
    if entry.picture.startswith("meter/"):
        return _paragraph(f"{image}&nbsp; {body}", look, entry.quiet)
    cells = (
        f'<td style="padding-top:{look.pixels(2)}px;padding-right:{look.pixels(7)}px">{image}</td>'
        f'<td style="padding-bottom:{look.pixels(5)}px">{_paragraph(body, look, entry.quiet)}</td>'
    )
    return _table(cells)


def _words(entry: Entry, references: Sequence[Reference], look: TextLook) -> str:
    parts = []
    if entry.lead:
        lead = f"font-weight:600;color:{look.color('text')}"
        parts.append(f'<span style="{lead}">{escape(in_local_figures(entry.lead))}</span>')
    if entry.formula:
        formula = _COUNT.sub(lambda count: f"<sub>{count[0]}</sub>", escape(entry.formula))
        parts.append(f'<span style="color:{look.color("text")}">{formula}</span><br>')
    parts.append(escape(in_local_figures(entry.text)))
    parts += [_citation(number, references[number - 1], look) for number in entry.sources]
    return " ".join(parts)


def _citation(number: int, reference: Reference, look: TextLook) -> str:
    address = address_of(reference)
    if address is None:
        return f'<span title="{escape(reference.citation)}">[{number}]</span>'
    return _link(address, f"[{number}]", look, reference.citation)


def _source(number: int, reference: Reference, look: TextLook) -> str:
    address, identifier = address_of(reference), identifier_of(reference)
    link = "" if address is None else " " + _link(address, identifier, look, address)
    size = f"font-size:{look.base * 0.93:.2f}pt"
    return _paragraph(f"[{number}] {escape(reference.citation)}{link}", look, False, size)


def _link(address: str, text: str, look: TextLook, title: str) -> str:
    style = f"color:{look.color('link')};text-decoration:none"
    return f'<a href="{escape(address)}" title="{escape(title)}" style="{style}">{escape(text)}</a>'


def _fact(fact: Fact, look: TextLook) -> str:
    label = f"color:{look.color('text2')}"
    value = f"font-weight:600;color:{look.color('text')}"
    space = f"padding-right:{look.pixels(11)}px"
    return (
        f'<tr><td style="{space}">{_paragraph(escape(fact.label), look, False, label)}</td>'
        f"<td>{_paragraph(escape(fact.value), look, False, value)}</td></tr>"
    )


def _paragraph(body: str, look: TextLook, quiet: bool, extra: str = "") -> str:
    color = look.color("text3" if quiet else "text2")
    style = f"margin:0 0 {look.pixels(3)}px 0;line-height:{look.leading}%;color:{color};{extra}"
    return f'<p style="{style}">{body}</p>'


def _table(cells: str, attributes: str = "") -> str:
    return f'<table cellspacing="0" cellpadding="0"{attributes}><tr>{cells}</tr></table>'
