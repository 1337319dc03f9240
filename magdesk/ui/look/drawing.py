"""Reads a drawing from SVG: paths, circles and rectangles, each with fill and stroke.

QtSvg reads all of SVG, but brings a library and classes of 3 MB to the first window, for a handful
of lines. What stands in ``resources/icons`` keeps to the few words that are read here; a test
compares every drawing with what QtSvg makes of it.
"""

from __future__ import annotations

import cmath
import math
import re
from collections.abc import Iterator, Mapping

import msgspec
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

_STEP = re.compile(r"([MLHVCAZ])([^A-Z]*)", re.IGNORECASE)
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)")
_NUMBERS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "A": 7}
"""How many numbers one step of a path takes."""
_CAPS = {"butt": Qt.PenCapStyle.FlatCap, "round": Qt.PenCapStyle.RoundCap}
_JOINS = {"miter": Qt.PenJoinStyle.SvgMiterJoin, "round": Qt.PenJoinStyle.RoundJoin}


class Shape(msgspec.Struct, frozen=True):
    """One outline; colours as SVG writes them, "none" for none, "currentColor" for the given."""

    outline: QPainterPath
    fill: str
    stroke: str
    width: float
    cap: str
    join: str


class Drawing(msgspec.Struct, frozen=True):
    """Shapes on a square with sides of this length."""

    side: float
    shapes: tuple[Shape, ...]

    def paint(self, painter: QPainter, size: float, color: str) -> None:
        """Paint it with sides of ``size`` from the painter's origin; ``color`` as ``#rrggbb``."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(size / self.side, size / self.side)
        for shape in self.shapes:
            _paint(painter, shape, color)
        painter.restore()


def read_drawing(svg: bytes) -> Drawing:
    """Return the drawing; ``ValueError`` for what uses other words of SVG, or is not SVG."""
    side = 0.0
    shapes: list[Shape] = []
    inherited: list[dict[str, str]] = [{}]
    try:
        for tag in _tags(svg.decode()):
            if tag.startswith("/"):
                inherited.pop()
                continue
            name, own = _read_tag(tag.removesuffix("/"), inherited[-1])
            if name == "svg":
                side = float(own["viewBox"].split()[2])
            elif name not in ("g", "title"):
                shapes.append(_shape(name, own))
            if not tag.endswith("/"):
                inherited.append(own)
    except (KeyError, IndexError) as error:
        raise ValueError(f"not a drawing: {error}") from error
    if not side or len(inherited) != 1:
        raise ValueError("not a drawing: not one whole element svg")
    return Drawing(side, tuple(shapes))


def _tags(text: str) -> Iterator[str]:
    """What stands between each ``<`` and ``>``."""
    for part in text.split("<")[1:]:
        tag, closed, _ = part.partition(">")
        if not closed:
            raise ValueError("not a drawing: a tag without an end")
        yield tag


def _read_tag(tag: str, inherited: dict[str, str]) -> tuple[str, dict[str, str]]:
    """The name of the element, and its words with those of the elements around it."""
    name, _, words = tag.partition(" ")
    parts = words.split('"')
    if len(parts) % 2 == 0:
        raise ValueError(f"not a drawing: {tag}")
    names = (part.strip().removesuffix("=") for part in parts[:-1:2])
    return name, {**inherited, **dict(zip(names, parts[1::2], strict=True))}


def _paint(painter: QPainter, shape: Shape, color: str) -> None:
    def ink(name: str) -> QColor:
        return QColor(color if name == "currentColor" else name)

    if shape.fill != "none":
        painter.fillPath(shape.outline, ink(shape.fill))
    if shape.stroke != "none":
        pen = QPen(ink(shape.stroke), shape.width)
        pen.setCapStyle(_CAPS[shape.cap])
        pen.setJoinStyle(_JOINS[shape.join])
        painter.strokePath(shape.outline, pen)


def _shape(name: str, words: Mapping[str, str]) -> Shape:
    return Shape(
        outline=_outline(name, words),
        fill=words.get("fill", "#000000"),
        stroke=words.get("stroke", "none"),
        width=float(words.get("stroke-width", "1")),
        cap=words.get("stroke-linecap", "butt"),
        join=words.get("stroke-linejoin", "miter"),
    )


def _outline(name: str, words: Mapping[str, str]) -> QPainterPath:
    if name == "path":
        return _Path(words["d"]).outline
    outline = QPainterPath()
    if name == "circle":
        radius = float(words["r"])
        outline.addEllipse(QPointF(float(words["cx"]), float(words["cy"])), radius, radius)
    elif name == "rect":
        rounding = float(words.get("rx", "0"))
        sides = (float(words.get(side, "0")) for side in ("x", "y", "width", "height"))
        outline.addRoundedRect(QRectF(*sides), rounding, rounding)
    else:
        raise ValueError(f"not a drawing: {name} is not read here")
    return outline


class _Path:
    """Follows the steps of a path; a small letter counts from where the last step ended."""

    def __init__(self, steps: str) -> None:
        self.outline = QPainterPath()
        self._at = 0j
        for letter, numbers in _steps(steps):
            self._go(letter.upper(), numbers, self._at if letter.islower() else 0j)

    def _go(self, step: str, numbers: list[float], base: complex) -> None:
        if step == "Z":
            self.outline.closeSubpath()
            self._at = _complex(self.outline.currentPosition())
        elif step == "H":
            self._line(complex(numbers[0] + base.real, self._at.imag))
        elif step == "V":
            self._line(complex(self._at.real, numbers[0] + base.imag))
        elif step == "A":
            self._arc(numbers, base + complex(*numbers[5:]))
        else:
            pairs = zip(numbers[::2], numbers[1::2], strict=True)
            points = [base + complex(*pair) for pair in pairs]
            self._draw(step, [_point(point) for point in points])
            self._at = points[-1]

    def _draw(self, step: str, points: list[QPointF]) -> None:
        if step == "M":
            self.outline.moveTo(points[0])
        elif step == "L":
            self.outline.lineTo(points[0])
        else:
            self.outline.cubicTo(*points)

    def _line(self, to: complex) -> None:
        self.outline.lineTo(_point(to))
        self._at = to

    def _arc(self, numbers: list[float], to: complex) -> None:
        """Go round a circle; the middle is worked out as SVG 1.1 says in its appendix F.6.5."""
        radius, other, _turned, large, clockwise = numbers[:5]
        if radius != other:
            raise ValueError("not a drawing: an arc that is not part of a circle")
        half = (to - self._at) / 2
        radius = max(radius, abs(half))
        rise = math.sqrt(radius**2 - abs(half) ** 2) / abs(half)
        middle = self._at + half + half * 1j * (rise if large != clockwise else -rise)
        start, end = (math.degrees(cmath.phase(each - middle)) for each in (self._at, to))
        turn = (end - start) % 360 if clockwise else -((start - end) % 360)
        corner, side = middle - complex(radius, radius), 2 * radius
        self.outline.arcTo(QRectF(corner.real, corner.imag, side, side), -start, -turn)
        self._at = to


def _steps(text: str) -> Iterator[tuple[str, list[float]]]:
    """Each step with its numbers; a letter stands once for steps of its kind that follow."""
    for letter, rest in _STEP.findall(text):
        numbers = [float(number) for number in _NUMBER.findall(rest)]
        takes = _NUMBERS.get(letter.upper())
        if takes is None:
            yield letter, []
            continue
        for first in range(0, len(numbers), takes):
            again = {"M": "L", "m": "l"}.get(letter, letter) if first else letter
            yield again, numbers[first : first + takes]


def _point(place: complex) -> QPointF:
    return QPointF(place.real, place.imag)


def _complex(point: QPointF) -> complex:
    return complex(point.x(), point.y())
