"""The program's icon in every size and container, rendered from its two drawings."""

from __future__ import annotations

import struct
from pathlib import Path

from build_spec.packaging.product import ROOT

DRAWING = ROOT / "resources" / "icons" / "app.svg"
SMALL_DRAWING = ROOT / "resources" / "icons" / "app-small.svg"
SMALL_UP_TO = 20
"""Sizes in pixels, up to which the simpler drawing is used."""

SIZES = (16, 20, 24, 32, 48, 64, 128, 256, 512)
ICO_SIZES = (16, 20, 24, 32, 48, 64, 256)
ICNS_KINDS = {
    16: (b"icp4",),
    32: (b"icp5", b"ic11"),
    64: (b"icp6", b"ic12"),
    128: (b"ic07",),
    256: (b"ic08", b"ic13"),
    512: (b"ic09", b"ic14"),
}
"""Apple's names by size in pixels; ic11 to ic14 are for screens of double density."""


def png(size: int) -> bytes:
    """The icon as PNG, ``size`` pixels a side; no application of Qt is needed for it."""
    from PySide6.QtCore import QBuffer, QByteArray, Qt
    from PySide6.QtGui import QImage, QImageWriter, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(SMALL_DRAWING if size <= SMALL_UP_TO else DRAWING)).render(painter)
    painter.end()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(content.data())


def ico(images: dict[int, bytes]) -> bytes:
    """A Windows icon that holds PNG images, by size in pixels."""
    head = struct.pack("<HHH", 0, 1, len(images))
    offset = len(head) + 16 * len(images)
    entries, data = b"", b""
    for size, image in sorted(images.items()):
        side = size % 256  # 0 stands for 256
        where = (len(image), offset + len(data))
        entries += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, *where)
        data += image
    return head + entries + data


def icns(images: dict[int, bytes]) -> bytes:
    """An icon for macOS that holds PNG images, by size in pixels."""
    body = b""
    for size, kinds in ICNS_KINDS.items():
        for kind in kinds:
            body += kind + struct.pack(">I", len(images[size]) + 8) + images[size]
    return b"icns" + struct.pack(">I", len(body) + 8) + body


def icon_files(folder: Path) -> dict[str, Path]:
    """Where ``write_icons`` puts each icon, by ``16`` to ``512``, ``ico`` and ``icns``."""
    files = {str(size): folder / f"magdesk-{size}.png" for size in SIZES}
    return {**files, "ico": folder / "magdesk.ico", "icns": folder / "magdesk.icns"}


def write_icons(folder: Path) -> dict[str, Path]:
    """Write every icon to the folder; the files as ``icon_files`` names them."""
    folder.mkdir(parents=True, exist_ok=True)
    images = {size: png(size) for size in SIZES}
    contents = {str(size): image for size, image in images.items()}
    contents["ico"] = ico({size: images[size] for size in ICO_SIZES})
    contents["icns"] = icns(images)
    files = icon_files(folder)
    for kind, content in contents.items():
        files[kind].write_bytes(content)
    return files
