"""Colours by meaning, and sizes that grow with the font.

A theme is a file in ``resources/themes``. Paint code asks ``current_theme()`` each time it paints,
and what holds colours of its own answers to Qt's ``PaletteChange``. Sizes are written in *u*: one
pixel at 10 pt, more with a larger font.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal

import msgspec
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from magdesk.knowledge.data_folder import DATA_FOLDER

Choice = Literal["system", "light", "dark", "contrast"]
CHOICES: tuple[Choice, ...] = ("system", "light", "dark", "contrast")

_REFERENCE_POINTS = 10.0
_REFERENCE_DPI = 96.0
_REFERENCE_PIXELS = _REFERENCE_POINTS * _REFERENCE_DPI / 72.0
_DISABLED_OPACITY = 0.45


class _ThemeFile(msgspec.Struct, forbid_unknown_fields=True):
    """A theme as it is written down."""

    name: str
    dark: bool
    color: Mapping[str, str]


class Theme(msgspec.Struct, frozen=True):
    """The colours of one theme by token, for instance ``theme.color("accent")``."""

    name: str
    dark: bool
    colors: Mapping[str, QColor]

    def color(self, token: str) -> QColor:
        """Return the colour of a token; an unknown token raises ``KeyError``."""
        return self.colors[token]

    @property
    def contrast(self) -> bool:
        return self.name == "contrast"


@cache
def load_theme(name: str) -> Theme:
    """Return the theme kept in ``resources/themes/<name>.json``."""
    content = (DATA_FOLDER / "themes" / f"{name}.json").read_bytes()
    written = msgspec.json.decode(content, type=_ThemeFile)
    colors = {token: QColor(value) for token, value in written.color.items()}
    return Theme(name=written.name, dark=written.dark, colors=colors)


class _InForce(QObject):
    """The theme in force, and what was chosen: the system's colours may change at any time."""

    def __init__(self) -> None:
        super().__init__()
        self.choice: Choice = "system"
        self.theme: Theme | None = None
        self.follows_system = False

    def follow_system(self) -> None:
        """Listen to the system's colours from now on; a second call changes nothing."""
        if self.follows_system:
            return
        hints = QApplication.styleHints()
        hints.colorSchemeChanged.connect(self.refresh)
        hints.accessibility().contrastPreferenceChanged.connect(self.refresh)
        self.follows_system = True

    def refresh(self) -> None:
        """Put the theme in force that the choice asks for now."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            _put_in_force(app, load_theme(_theme_name(self.choice)))


@cache
def _in_force() -> _InForce:
    return _InForce()


def current_theme() -> Theme:
    """Return the theme in force, light before any was applied."""
    return _in_force().theme or load_theme("light")


def apply_theme(app: QApplication, choice: Choice) -> None:
    """Put a theme in force; ``system`` follows the system's light, dark and contrast settings."""
    in_force = _in_force()
    in_force.choice = choice
    hints = app.styleHints()
    if choice == "system":
        hints.unsetColorScheme()
    else:
        dark = load_theme(choice).dark
        hints.setColorScheme(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)
    in_force.follow_system()
    _put_in_force(app, load_theme(_theme_name(choice)))


def _theme_name(choice: Choice) -> str:
    if choice != "system":
        return choice
    hints = QApplication.styleHints()
    return system_theme(hints.colorScheme(), hints.accessibility().contrastPreference())


def system_theme(scheme: Qt.ColorScheme, contrast: Qt.ContrastPreference) -> str:
    """Return the theme for what the system asks for; light where it does not say."""
    if contrast == Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "dark" if scheme == Qt.ColorScheme.Dark else "light"


def _put_in_force(app: QApplication, theme: Theme) -> None:
    _in_force().theme = theme
    app.setPalette(application_palette(theme))
    # the stub asks for bytes, the binding for text
    app.setPalette(selection_palette(theme), "QAbstractItemView")  # type: ignore[arg-type]


def application_palette(theme: Theme) -> QPalette:
    """Return the palette for every widget; Highlight is the accent so that focus can be seen."""
    role = QPalette.ColorRole
    tokens = {
        role.Window: "window",
        role.WindowText: "text",
        role.Base: "surface",
        role.AlternateBase: "sunken",
        role.Text: "text",
        role.PlaceholderText: "text3",
        role.Button: "raised",
        role.ButtonText: "text",
        role.BrightText: "on_danger",
        role.ToolTipBase: "raised",
        role.ToolTipText: "text",
        role.Highlight: "accent",
        role.HighlightedText: "on_accent",
        role.Accent: "accent",
        role.Link: "link",
        role.LinkVisited: "link",
        role.Light: "surface",
        role.Midlight: "line",
        role.Mid: "line2",
        role.Dark: "control",
        role.Shadow: "text",
    }
    palette = QPalette()
    for color_role, token in tokens.items():
        palette.setColor(color_role, theme.color(token))
    faint = mix(theme.color("surface"), theme.color("text"), _DISABLED_OPACITY)
    for color_role in (role.WindowText, role.Text, role.ButtonText, role.PlaceholderText):
        palette.setColor(QPalette.ColorGroup.Disabled, color_role, faint)
    return palette


def selection_palette(theme: Theme) -> QPalette:
    """Return the palette of item views, where the selected row is pale."""
    palette = application_palette(theme)
    palette.setColor(QPalette.ColorRole.Highlight, theme.color("sel"))
    palette.setColor(QPalette.ColorRole.HighlightedText, theme.color("sel_text"))
    return palette


def mix(first: QColor, second: QColor, share: float) -> QColor:
    """Return the colour that is ``share`` (0 to 1) of the way from the first to the second."""
    rest = 1.0 - share
    return QColor.fromRgbF(
        first.redF() * rest + second.redF() * share,
        first.greenF() * rest + second.greenF() * share,
        first.blueF() * rest + second.blueF() * share,
    )


def unit(widget: QWidget) -> float:
    """Return the pixels of 1u for this widget: 1.0 at 10 pt and 96 dots an inch."""
    font = widget.font()
    points = font.pointSizeF()
    if points > 0:
        return points / _REFERENCE_POINTS * widget.logicalDpiY() / _REFERENCE_DPI
    return font.pixelSize() / _REFERENCE_PIXELS


def scaled_font(source: QWidget | QFont, factor: float, weight: int | None = None) -> QFont:
    """Return the font of the source, ``factor`` times as large, in this weight (100 to 900)."""
    font = QFont(source.font() if isinstance(source, QWidget) else source)
    if font.pointSizeF() > 0:
        font.setPointSizeF(font.pointSizeF() * factor)
    else:
        font.setPixelSize(max(1, round(font.pixelSize() * factor)))
    if weight is not None:
        font.setWeight(QFont.Weight(weight))
    return font


def tabular(font: QFont) -> QFont:
    """Return the font with figures of one width, for columns of numbers."""
    even = QFont(font)
    even.setFeature(QFont.Tag("tnum"), 1)
    return even
