"""The program's own icon, for the window and what the system shows of it."""

from __future__ import annotations

from PySide6.QtGui import QIcon, QPixmap

from magdesk.ui.look.icons import icon_image

_SIZES = (("app-small", 16), ("app", 32), ("app", 64))
"""A simpler drawing for the smallest size; what is shown larger comes with the menu entry."""


def application_icon() -> QIcon:
    """Return the icon in the sizes that windows show."""
    sign = QIcon()
    for name, size in _SIZES:
        sign.addPixmap(QPixmap.fromImage(icon_image(name, size, "#000000")))
    return sign
