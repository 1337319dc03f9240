"""Drawings are read as QtSvg reads them, which the program does without."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from magdesk.knowledge.data_folder import DATA_FOLDER
from magdesk.ui.look.drawing import read_drawing

DRAWINGS = sorted((DATA_FOLDER / "icons").glob("*.svg"))
COLOR = "#0a6b67"
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="#000">{}</svg>'
)

pytestmark = pytest.mark.usefixtures("qapp")


def drawn(svg: bytes, size: int) -> QImage:
    image = blank(size)
    painter = QPainter(image)
    read_drawing(svg).paint(painter, size, COLOR)
    painter.end()
    return image


def drawn_by_qt(svg: bytes, size: int) -> QImage:
    image = blank(size)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(svg.replace(b"currentColor", COLOR.encode()))).render(painter)
    painter.end()
    return image


def blank(size: int) -> QImage:
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    return image


def difference(one: QImage, other: QImage) -> float:
    """By how much two images differ, mean of all pixels and channels, 0 to 255."""
    pairs = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    return sum(abs(left - right) for left, right in pairs) / one.sizeInBytes()


@pytest.mark.parametrize("size", [16, 24, 64])
@pytest.mark.parametrize("path", DRAWINGS, ids=lambda path: path.stem)
def test_a_shipped_drawing_looks_as_qt_draws_it(path: object, size: int) -> None:
    svg = (DATA_FOLDER / "icons" / f"{path.stem}.svg").read_bytes()  # type: ignore[attr-defined]
    image = drawn(svg, size)
    assert difference(image, drawn_by_qt(svg, size)) < 3
    assert difference(image, blank(size)) > 3


@pytest.mark.parametrize(
    "inside",
    [
        '<path d="M4 4l4 4-4 4H20V4z"/>',
        '<path d="M4 12 8 4 12 12h4v8"/>',
        '<path d="m4 4 4 4 4-4c0 4 4 4 4 8"/>',
        '<path d="M4 12a8 8 0 0 1 16 0A8 8 0 0 1 4 12"/>',
        '<path d="M4 12a8 8 0 1 0 8-8"/>',
        '<path d="M4 12a1 1 0 0 1 16 0"/>',
        '<path d="M4 4h4zm8 8h4z"/>',
        '<g fill="#ff0000" stroke="none"><circle cx="12" cy="12" r="8"/></g>',
        '<g stroke-width="3"><rect x="4" y="4" width="12" height="8" rx="2"/></g>',
        '<rect width="12" height="8" stroke-linejoin="round" stroke-linecap="round"/>',
    ],
)
def test_each_word_is_read_as_qt_reads_it(inside: str) -> None:
    svg = SVG.format(inside).encode()
    assert difference(drawn(svg, 48), drawn_by_qt(svg, 48)) < 3
    assert difference(drawn(svg, 48), blank(48)) > 0.5


@pytest.mark.parametrize(
    "svg",
    [
        b"",
        b"<svg",
        SVG.format('<path d="M4 4a2 3 0 0 1 4 4"/>').encode(),
        SVG.format('<ellipse rx="3" ry="2"/>').encode(),
        SVG.format("<path/>").encode(),
        b'<svg xmlns="http://www.w3.org/2000/svg"/>',
    ],
)
def test_what_is_not_read_here_is_refused(svg: bytes) -> None:
    with pytest.raises(ValueError, match="not a drawing"):
        read_drawing(svg)
