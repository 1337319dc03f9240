"""The program's icon and its menu entry, as other programs read them."""

from __future__ import annotations

import configparser
import itertools
import struct
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

import magdesk
from build_spec.packaging import icons, product
from tests.packaged.tools import ROOT, need

LINUX = ROOT / "build_spec" / "linux"
DESKTOP = LINUX / "magdesk.desktop"
METAINFO = LINUX / f"{product.APP_ID}.metainfo.xml"
LEAST_CONTRAST = 3.0
"""What WCAG asks of parts of a picture that one has to see."""


@pytest.fixture(scope="session")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Every icon, by its kind."""
    return icons.write_icons(tmp_path_factory.mktemp("icons"))


def on(background: str, image: QImage) -> list[list[QColor]]:
    """The colours of the picture on a background, row by row."""
    back = QColor(background)

    def mixed(color: QColor) -> QColor:
        share = color.alphaF()
        parts = zip(rgb(color), rgb(back), strict=True)
        return QColor.fromRgbF(*(front * share + behind * (1 - share) for front, behind in parts))

    return [
        [mixed(image.pixelColor(x, y)) for x in range(image.width())] for y in range(image.height())
    ]


def rgb(color: QColor) -> tuple[float, float, float]:
    """Red, green and blue, each from 0 to 1."""
    return color.redF(), color.greenF(), color.blueF()


def luminance(color: QColor) -> float:
    """Relative luminance, as WCAG 2 defines it."""
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else float(((part + 0.055) / 1.055) ** 2.4)
        for part in rgb(color)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    """Contrast of two colours, from 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("background", ["#ffffff", "#16181b"])
def test_the_letter_can_be_read_at_16_pixels(background: str, drawn: dict[str, Path]) -> None:
    rows = on(background, QImage(str(drawn["16"])))
    field = rows[9][6]
    stems = [rows[y][x] for y, x in itertools.product(range(6, 10), (3, 4, 11, 12))]
    assert min(contrast(field, stem) for stem in stems) >= 4.5


@pytest.mark.parametrize("background", ["#ffffff", "#16181b"])
@pytest.mark.parametrize("size", [16, 32, 256])
def test_the_edge_stands_out(size: int, background: str, drawn: dict[str, Path]) -> None:
    rows = on(background, QImage(str(drawn[str(size)])))
    middle = size // 2
    edge = max(contrast(QColor(background), rows[middle][x]) for x in range(max(2, size // 12)))
    assert edge >= LEAST_CONTRAST


@pytest.mark.parametrize("size", icons.SIZES)
def test_each_size_is_drawn_to_its_corners(size: int, drawn: dict[str, Path]) -> None:
    image = QImage(str(drawn[str(size)]))
    assert (image.width(), image.height()) == (size, size)
    assert image.pixelColor(0, 0).alpha() < 255
    assert image.pixelColor(size // 2, size // 2).alpha() == 255


def test_the_windows_icon_holds_its_sizes(drawn: dict[str, Path]) -> None:
    content = drawn["ico"].read_bytes()
    reserved, kind, count = struct.unpack_from("<HHH", content)
    assert (reserved, kind, count) == (0, 1, len(icons.ICO_SIZES))
    for place, size in enumerate(icons.ICO_SIZES):
        entry = struct.unpack_from("<BBBBHHII", content, 6 + 16 * place)
        assert entry[0] == entry[1] == size % 256
        image = QImage.fromData(content[entry[7] : entry[7] + entry[6]])
        assert image.width() == size


def test_the_macos_icon_holds_its_sizes(drawn: dict[str, Path]) -> None:
    content = drawn["icns"].read_bytes()
    assert struct.unpack_from(">4sI", content) == (b"icns", len(content))
    place, widths = 8, {}
    while place < len(content):
        kind, length = struct.unpack_from(">4sI", content, place)
        widths[kind] = QImage.fromData(content[place + 8 : place + length]).width()
        place += length
    assert widths == {kind: size for size, kinds in icons.ICNS_KINDS.items() for kind in kinds}


# --- the menu entry ---------------------------------------------------------------------------


def test_the_menu_entry_is_valid() -> None:
    need("desktop-file-validate")
    result = subprocess.run(["desktop-file-validate", DESKTOP], capture_output=True, check=False)
    assert (result.returncode, result.stdout, result.stderr) == (0, b"", b"")


def test_the_metadata_are_valid() -> None:
    need("appstreamcli")
    command = ["appstreamcli", "validate", "--pedantic", "--no-net", "--no-color", str(METAINFO)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout


def test_menu_entry_metadata_and_window_name_each_other() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(DESKTOP, "utf-8")
    told = entry["Desktop Entry"]
    tree = ET.parse(METAINFO).getroot()  # noqa: S314 - our own
    assert tree.findtext("id") == product.APP_ID
    assert tree.findtext("launchable") == DESKTOP.name
    assert tree.findtext("icon") == told["Icon"] == product.NAME
    assert tree.findtext("provides/binary") == told["Exec"] == product.NAME
    assert tree.findtext("summary") == product.SUMMARY
    categories = {each.text for each in tree.iterfind("categories/category")}
    assert categories == set(told["Categories"].strip(";").split(";"))
    app = (ROOT / "magdesk" / "app.py").read_text("utf-8")
    assert f'setDesktopFileName("{DESKTOP.stem}")' in app


def test_the_metadata_tell_of_this_version() -> None:
    releases = ET.parse(METAINFO).getroot().findall("releases/release")  # noqa: S314 - our own
    assert releases[0].attrib["version"] == magdesk.__version__ == product.version()
