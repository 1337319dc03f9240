"""Colours can be told apart in every theme, and a change of theme reaches every widget."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListWidget
from pytestqt.qtbot import QtBot

from magdesk.knowledge.data_folder import DATA_FOLDER
from magdesk.ui.look.icons import icon_image, paint_icon
from magdesk.ui.look.theme import (
    CHOICES,
    apply_theme,
    current_theme,
    load_theme,
    mix,
    scaled_font,
    system_theme,
    tabular,
    unit,
)
from magdesk.ui.shell.pages import pages

THEMES = ("light", "dark", "contrast")

READABLE = (
    # pages, panels and the navigation
    ("text", "window"),
    ("text", "surface"),
    ("text", "sunken"),
    ("text", "raised"),
    ("text", "hover"),
    ("text", "tint"),
    ("text2", "surface"),
    ("text2", "window"),
    ("text2", "sunken"),
    ("text2", "raised"),
    ("text2", "hover"),
    ("text2", "tint"),
    ("text3", "surface"),
    ("text3", "window"),
    ("text3", "sunken"),
    ("text3", "raised"),
    ("text3", "hover"),
    ("text3", "tint"),
    # buttons, chips, tags, links
    ("on_accent", "accent"),
    ("accent", "surface"),
    ("accent", "tint"),
    ("link", "surface"),
    ("link", "window"),
    ("link", "tint"),
    ("on_tint", "tint"),
    # the selected row
    ("sel_text", "sel"),
    ("sel_text2", "sel"),
    # notes and the care card
    ("on_danger", "danger"),
    ("danger_text", "danger_tint"),
    ("danger_text", "surface"),
    ("caution_text", "caution_tint"),
    ("caution_text", "surface"),
    ("ok_text", "ok_tint"),
    ("ok_text", "surface"),
    ("info_text", "info_tint"),
    ("info_text", "surface"),
    ("medicine", "surface"),
    ("meal", "surface"),
)
"""Text and what it stands on: 4.5 to 1 at least."""

UNDER_THE_MOUSE = (
    ("text", "surface", 0.10),
    ("text2", "surface", 0.16),
    ("text2", "window", 0.16),
    ("text2", "sunken", 0.12),
    ("text", "sunken", 0.12),
    ("text", "raised", 0.16),
    ("on_tint", "tint", 0.16),
    ("text2", "tint", 0.10),
    ("on_accent", "accent", 0.16),
)
"""Text on what is mixed with the text's colour while it is hovered over or pressed."""

SEEN = (
    ("control", "surface"),
    ("accent", "surface"),
    ("sel_control", "sel"),
    ("sel_accent", "sel"),
    ("focus", "surface"),
    ("focus", "window"),
    ("focus", "sunken"),
    ("danger", "surface"),
    ("control", "window"),
    ("control", "sunken"),
    ("accent", "window"),
    ("accent", "sunken"),
    ("accent", "raised"),
    ("accent", "tint"),
    ("text2", "surface"),
    ("focus", "raised"),
)
"""Edges and marks that must be seen: 3 to 1 at least."""

PUBLISHED = (
    ("text", "surface", (16.9, 14.1, 21.0)),
    ("text2", "sunken", (7.2, 10.6, 21.0)),
    ("text3", "surface", (6.0, 6.7, 17.9)),
    ("on_accent", "accent", (6.3, 8.7, 16.4)),
    ("sel_text2", "sel", (7.6, 8.1, 16.4)),
    ("danger", "surface", (6.6, 3.05, 10.3)),
    ("caution_text", "caution_tint", (7.8, 9.4, 14.8)),
    ("focus", "surface", (7.5, 10.0, 15.6)),
)
"""What the design computed for light, dark and contrast."""


@pytest.fixture(autouse=True)
def _light_again(qapp: QApplication) -> Iterator[None]:
    yield
    apply_theme(qapp, "light")


def luminance(color: QColor) -> float:
    """Relative luminance as WCAG 2 defines it."""
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (color.redF(), color.greenF(), color.blueF())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: QColor, second: QColor) -> float:
    """Contrast ratio as WCAG 2 defines it, 1 to 21."""
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("ink", "ground"), READABLE)
def test_text_can_be_read(name: str, ink: str, ground: str) -> None:
    theme = load_theme(name)
    assert contrast(theme.color(ink), theme.color(ground)) >= 4.5


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("ink", "ground", "share"), UNDER_THE_MOUSE)
def test_text_can_be_read_while_it_is_pressed(
    name: str, ink: str, ground: str, share: float
) -> None:
    theme = load_theme(name)
    pressed = mix(theme.color(ground), theme.color("text"), share)
    assert contrast(theme.color(ink), pressed) >= 4.5


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("edge", "ground"), SEEN)
def test_edges_and_marks_can_be_seen(name: str, edge: str, ground: str) -> None:
    theme = load_theme(name)
    assert contrast(theme.color(edge), theme.color(ground)) >= 3.0


def test_every_colour_but_hairlines_is_held_against_another() -> None:
    held = {token for pair in (*READABLE, *SEEN) for token in pair}
    hairlines = {token for token in load_theme("light").colors if "line" in token}
    assert set(load_theme("light").colors) - hairlines == held


@pytest.mark.parametrize(("ink", "ground", "ratios"), PUBLISHED)
def test_ratios_are_those_of_the_design(
    ink: str, ground: str, ratios: tuple[float, float, float]
) -> None:
    for name, ratio in zip(THEMES, ratios, strict=True):
        theme = load_theme(name)
        found = contrast(theme.color(ink), theme.color(ground))
        assert found == pytest.approx(ratio, abs=0.06)


def test_all_themes_have_the_same_tokens() -> None:
    tokens = [set(load_theme(name).colors) for name in THEMES]
    assert tokens[0] == tokens[1] == tokens[2]
    assert all(color.isValid() for name in THEMES for color in load_theme(name).colors.values())


def test_an_unknown_token_is_an_error() -> None:
    with pytest.raises(KeyError):
        load_theme("light").color("teal")


@pytest.mark.parametrize(
    ("scheme", "wish", "expected"),
    [
        (Qt.ColorScheme.Light, Qt.ContrastPreference.NoPreference, "light"),
        (Qt.ColorScheme.Dark, Qt.ContrastPreference.NoPreference, "dark"),
        (Qt.ColorScheme.Unknown, Qt.ContrastPreference.NoPreference, "light"),
        (Qt.ColorScheme.Light, Qt.ContrastPreference.HighContrast, "contrast"),
        (Qt.ColorScheme.Dark, Qt.ContrastPreference.HighContrast, "contrast"),
    ],
)
def test_the_system_decides_unless_the_user_does(
    scheme: Qt.ColorScheme, wish: Qt.ContrastPreference, expected: str
) -> None:
    assert system_theme(scheme, wish) == expected


@pytest.mark.parametrize("choice", CHOICES)
def test_focus_colour_is_strong_and_selection_pale(
    qapp: QApplication, qtbot: QtBot, choice: str
) -> None:
    edit, view = QLineEdit(), QListWidget()
    qtbot.addWidget(edit)
    qtbot.addWidget(view)
    apply_theme(qapp, choice)  # type: ignore[arg-type]
    qapp.processEvents()
    theme = current_theme()
    role = QPalette.ColorRole.Highlight
    assert edit.palette().color(role) == theme.color("accent")
    assert view.palette().color(role) == theme.color("sel")
    assert view.palette().color(QPalette.ColorRole.HighlightedText) == theme.color("sel_text")


class _Told(QLabel):
    """Notes the theme of each change of palette that it hears of."""

    def __init__(self) -> None:
        super().__init__("x")
        self.themes: list[str] = []

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.themes.append(current_theme().name)


def test_every_widget_hears_of_another_theme_once_that_is_in_force(
    qapp: QApplication, qtbot: QtBot
) -> None:
    apply_theme(qapp, "light")
    label = _Told()
    qtbot.addWidget(label)
    qapp.processEvents()
    label.themes.clear()
    apply_theme(qapp, "dark")
    qapp.processEvents()
    assert label.themes[-1] == "dark"
    assert label.palette().color(QPalette.ColorRole.WindowText) == load_theme("dark").color("text")


def test_a_system_change_counts_only_for_those_who_follow_the_system(qapp: QApplication) -> None:
    apply_theme(qapp, "dark")
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert current_theme().name == "dark"
    apply_theme(qapp, "system")
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert current_theme().name == "light"


@pytest.mark.parametrize("points", [8.0, 10.0, 15.0, 20.0])
def test_a_unit_grows_with_the_font(qtbot: QtBot, points: float) -> None:
    label = QLabel("x")
    qtbot.addWidget(label)
    font = QFont(label.font())
    font.setPointSizeF(points)
    label.setFont(font)
    assert unit(label) == pytest.approx(points / 10 * label.logicalDpiY() / 96)


def test_a_unit_is_known_for_fonts_in_pixels(qtbot: QtBot) -> None:
    label = QLabel("x")
    qtbot.addWidget(label)
    font = QFont(label.font())
    font.setPixelSize(20)
    label.setFont(font)
    assert unit(label) == pytest.approx(1.5)
    assert scaled_font(label, 1.5).pixelSize() == 30


def test_a_scaled_font_keeps_its_source_as_it_is(qtbot: QtBot) -> None:
    label = QLabel("x")
    qtbot.addWidget(label)
    before = label.font().pointSizeF()
    bold = scaled_font(label, 2.0, 700)
    assert bold.pointSizeF() == pytest.approx(2 * before)
    assert bold.weight() == QFont.Weight.Bold
    assert label.font().pointSizeF() == before
    assert tabular(bold).isFeatureSet(QFont.Tag("tnum"))
    assert not bold.isFeatureSet(QFont.Tag("tnum"))


def test_mixing_goes_from_the_first_colour_to_the_second() -> None:
    black, white = QColor("#000000"), QColor("#FFFFFF")
    assert mix(black, white, 0.0) == black
    assert mix(black, white, 1.0) == white
    assert mix(black, white, 0.5).red() in (127, 128)


# --- icons ------------------------------------------------------------------------------------

ICONS = sorted(
    file.stem for file in (DATA_FOLDER / "icons").iterdir() if not file.name.startswith("app")
)


def test_every_page_in_the_navigation_has_its_icon() -> None:
    assert {page.icon for page in pages() if page.icon} <= set(ICONS)


@pytest.mark.parametrize("name", ICONS)
def test_icons_follow_one_drawing_style(name: str) -> None:
    text = (DATA_FOLDER / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    assert 'viewBox="0 0 24 24"' in text
    assert 'stroke="currentColor"' in text
    assert 'stroke-width="1.75"' in text
    assert not re.search(r"#[0-9a-fA-F]{3}", text)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", ICONS)
def test_icons_take_the_colour_they_are_given(name: str) -> None:
    image = icon_image(name, 48, "#B42318")
    inked = [
        image.pixelColor(x, y)
        for x in range(48)
        for y in range(48)
        if image.pixelColor(x, y).alpha() == 255
    ]
    assert inked
    assert all(abs(color.red() - 0xB4) < 6 and color.green() < 0x40 for color in inked)


@pytest.mark.usefixtures("qapp")
def test_icons_are_sharp_on_dense_screens() -> None:
    plain, dense = (
        QImage(20, 20, QImage.Format.Format_ARGB32),
        QImage(40, 40, QImage.Format.Format_ARGB32),
    )
    dense.setDevicePixelRatio(2.0)
    counts = []
    for image in (plain, dense):
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        paint_icon(painter, QRectF(0, 0, 20, 20), "table", QColor("#000000"))
        painter.end()
        dark = sum(
            image.pixelColor(x, y).red() < 60
            for x in range(image.width())
            for y in range(image.height())
        )
        counts.append(dark / image.width())
    assert counts[1] > 1.5 * counts[0]
