"""The shared parts: driven by keys, named for screen readers, as large as their text."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor, QFont, QImage
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from magdesk.ui.look.theme import apply_theme, current_theme, load_theme, unit
from magdesk.ui.pages.wizard.frame.step_list import StepItem, StepList
from magdesk.ui.widgets.buttons import Button, IconButton
from magdesk.ui.widgets.cards import Card, CareCard, IconLabel, Line, Note, Panel
from magdesk.ui.widgets.chips import Chip, Tag
from magdesk.ui.widgets.choice_row import ChoiceRow
from magdesk.ui.widgets.field import Field, field_label
from magdesk.ui.widgets.limit_bar import LimitBar
from magdesk.ui.widgets.marks import SHAPES, EvidenceMark, mark_shape, mark_word
from magdesk.ui.widgets.meter import RatingMeter, rating_word
from magdesk.ui.widgets.scroll import ScrollPage
from magdesk.ui.widgets.text import Heading, Paragraph, escape, rich

RATINGS = ("low", "moderate", "moderate_high", "high", None)


@pytest.fixture(autouse=True)
def _light(qapp: QApplication) -> None:
    apply_theme(qapp, "light")


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Callable[..., QWidget]]:
    """A window that holds the given widgets, in front and with the keyboard."""
    windows: list[QWidget] = []

    def show(*widgets: QWidget) -> QWidget:
        window = QWidget()
        windows.append(window)  # or it would be gone before the test is over
        qtbot.addWidget(window)
        column = QVBoxLayout(window)
        for widget in widgets:
            column.addWidget(widget)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    yield show
    windows.clear()


def interface(widget: QWidget) -> QAccessibleInterface:
    """What a screen reader gets of the widget."""
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found


def name(widget: QWidget) -> str:
    """The widget's name as it is read out."""
    return interface(widget).text(QAccessible.Text.Name)


def colours(widget: QWidget) -> set[str]:
    """The colours that the widget paints."""
    image = widget.grab().toImage()
    return {
        image.pixelColor(x, y).name().upper()
        for x in range(image.width())
        for y in range(image.height())
    }


def picture(widget: QWidget) -> QImage:
    """The widget as it is painted."""
    return widget.grab().toImage()


def use(widget: QWidget, action: str) -> None:
    """Do what an assistive tool does: an action of the accessible interface, without a key."""
    actions = interface(widget).actionInterface()
    assert action in actions.actionNames()
    actions.doAction(action)


# --- roles and names --------------------------------------------------------------------------


def _limit_bar() -> LimitBar:
    bar = LimitBar()
    bar.set_values(100, [("EU 250", 250), ("US 350", 350)], 450)
    return bar


@pytest.mark.parametrize(
    ("make", "role", "expected"),
    [
        (lambda: Button("Continue", "primary"), QAccessible.Role.Button, "Continue"),
        (lambda: Button("&Back", icon="back"), QAccessible.Role.Button, "Back"),
        (lambda: IconButton("copy", "Copy"), QAccessible.Role.Button, "Copy"),
        (lambda: Chip("By mouth"), QAccessible.Role.CheckBox, "By mouth"),
        (lambda: Tag("Avoid", "caution"), QAccessible.Role.StaticText, "Avoid"),
        (lambda: RatingMeter("high"), QAccessible.Role.StaticText, "High"),
        (lambda: RatingMeter(None), QAccessible.Role.StaticText, "Not rated"),
        (lambda: EvidenceMark("mixed"), QAccessible.Role.StaticText, "Mixed"),
        (lambda: EvidenceMark("mixed", "2 trials"), QAccessible.Role.StaticText, "2 trials"),
        (lambda: ChoiceRow("Yes", "", "check"), QAccessible.Role.CheckBox, "Yes"),
        (lambda: ChoiceRow("Yes", "", "radio"), QAccessible.Role.RadioButton, "Yes"),
        (_limit_bar, QAccessible.Role.StaticText, "100 mg; limit EU 250; limit US 350"),
        (lambda: Paragraph("A <b>bold</b> word"), QAccessible.Role.StaticText, "A bold word"),
        (lambda: Paragraph("1 < 2 & 3"), QAccessible.Role.StaticText, "1 < 2 & 3"),
        (lambda: Heading("Sources"), QAccessible.Role.StaticText, "Sources"),
    ],
)
def test_each_part_has_a_role_and_a_name(
    qtbot: QtBot, make: Callable[[], QWidget], role: QAccessible.Role, expected: str
) -> None:
    widget = make()
    qtbot.addWidget(widget)
    assert interface(widget).role() == role
    assert name(widget) == expected


def test_a_choice_row_tells_its_state_and_its_detail(qtbot: QtBot) -> None:
    row = ChoiceRow("Thyroid tablets", "Levothyroxine")
    qtbot.addWidget(row)
    assert interface(row).text(QAccessible.Text.Description) == "Levothyroxine"
    assert not interface(row).state().checked
    row.click()
    assert interface(row).state().checked


def test_an_identifier_is_found_by_tests_and_by_assistive_tools(qtbot: QtBot) -> None:
    button = Button("Continue").identifier("wizard.continue")
    qtbot.addWidget(button)
    assert button.objectName() == button.accessibleIdentifier() == "wizard.continue"


@pytest.mark.parametrize("action", ["Press", "Toggle"])
def test_what_an_assistive_tool_does_counts_as_a_click(qtbot: QtBot, action: str) -> None:
    row = ChoiceRow("Yes", "", "check")
    qtbot.addWidget(row)
    clicks: list[bool] = []
    row.clicked.connect(lambda on: clicks.append(on))  # noqa: PLW0108 - asks for the argument
    for told in ([True], [True, False]):
        use(row, action)
        qtbot.waitUntil(lambda told=told: clicks == told)  # type: ignore[misc]


def test_an_assistive_tool_that_chooses_a_radio_row_clicks_that_row_alone(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    yes, no = (ChoiceRow(text, "", "radio", box) for text in ("Yes", "No"))
    yes.setChecked(True)
    clicks = {row: QSignalSpy(row.clicked) for row in (yes, no)}
    use(no, "Toggle")
    assert (yes.isChecked(), no.isChecked()) == (False, True)
    assert (clicks[yes].count(), clicks[no].count()) == (0, 1)


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
@pytest.mark.parametrize("kind", ["primary", "secondary", "ghost", "link"])
def test_keys_press_a_button(
    shown: Callable[..., QWidget], qtbot: QtBot, kind: str, key: Qt.Key
) -> None:
    button = Button("Go", kind)  # type: ignore[arg-type]
    shown(button)
    button.setFocus()
    with qtbot.waitSignal(button.clicked, timeout=500):
        QTest.keyClick(button, key)


def test_space_and_the_mouse_turn_a_chip_on_and_off(shown: Callable[..., QWidget]) -> None:
    chip = Chip("On skin")
    shown(chip)
    narrow = chip.sizeHint().width()
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_Space)
    assert chip.isChecked()
    assert chip.sizeHint().width() > narrow  # the tick needs room
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert not chip.isChecked()


def test_the_ring_shows_where_keys_are_and_not_after_a_click(shown: Callable[..., QWidget]) -> None:
    first, second = Button("First"), Button("Second")
    window = shown(first, second)
    ring = current_theme().color("focus").name().upper()
    first.setFocus(Qt.FocusReason.TabFocusReason)
    assert ring in colours(first)
    assert ring not in colours(second)
    QTest.keyClick(window, Qt.Key.Key_Tab)
    assert ring in colours(second)
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    assert first.hasFocus()
    assert ring not in colours(first)
    QTest.keyClick(first, Qt.Key.Key_Shift)
    assert ring in colours(first)


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("checked", [False, True])
def test_focused_and_chosen_look_different(
    qapp: QApplication, shown: Callable[..., QWidget], theme: str, checked: bool
) -> None:
    apply_theme(qapp, theme)  # type: ignore[arg-type]
    row, other = ChoiceRow("Yes"), ChoiceRow("No")
    row.setChecked(checked)
    shown(row, other)
    other.setFocus()
    apart = picture(row)
    row.setFocus()
    assert picture(row) != apart


@pytest.mark.parametrize("family", ["Inter", "Noto Sans", "DejaVu Sans"])
@pytest.mark.parametrize("points", [8.0, 10.0, 15.0, 22.0])
def test_no_part_is_smaller_than_its_text(
    qapp: QApplication, qtbot: QtBot, family: str, points: float
) -> None:
    before = qapp.font()
    qapp.setFont(QFont(family, round(points)))
    try:
        parts: list[QWidget] = [
            Button("Find a form that fits", "primary"),
            Chip("Gentle on stomach"),
            Tag("Just as good an answer", "neutral"),
            RatingMeter("moderate_high"),
            EvidenceMark("no_trial", "No trial"),
        ]
        for part in parts:
            qtbot.addWidget(part)
            words = part.fontMetrics().horizontalAdvance(str(part.property("text")))
            assert part.sizeHint().width() >= words
            assert part.sizeHint().height() >= part.fontMetrics().height()
            assert part.minimumSizeHint().width() >= words
    finally:
        qapp.setFont(before)


# --- rows that wrap ---------------------------------------------------------------------------

LONG = "Antibiotics that end in floxacin or cycline, now or at any time in the last week"


def test_a_choice_row_grows_when_its_text_wraps(qtbot: QtBot) -> None:
    row = ChoiceRow(LONG, LONG)
    qtbot.addWidget(row)
    wide, narrow = row.heightForWidth(900), row.heightForWidth(260)
    assert narrow > 1.5 * wide
    assert row.heightForWidth(900) >= round(40 * unit(row))


def test_a_row_in_a_narrow_window_is_as_high_as_it_needs(shown: Callable[..., QWidget]) -> None:
    rows = [ChoiceRow(LONG, LONG) for _ in range(3)]
    page = ScrollPage()
    for row in rows:
        page.body.addWidget(row)
    page.body.addStretch(1)
    window = shown(page)
    window.resize(320, 300)
    QApplication.processEvents()
    for row in rows:
        assert row.height() >= row.heightForWidth(row.width())
    assert page.horizontalScrollBar().maximum() == 0


def test_a_click_anywhere_in_the_row_chooses_it(shown: Callable[..., QWidget]) -> None:
    row = ChoiceRow("Yes", "Short")
    window = shown(row)
    window.resize(600, 100)
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(row.width() - 4, 4))
    assert row.isChecked()


def test_arrows_move_the_choice_among_radio_rows(shown: Callable[..., QWidget]) -> None:
    rows = [ChoiceRow(text, "", "radio") for text in ("One", "Two", "Three")]
    shown(*rows)
    rows[0].setFocus()
    rows[0].click()
    QTest.keyClick(rows[0], Qt.Key.Key_Down)
    assert rows[1].hasFocus()
    assert [row.isChecked() for row in rows] == [False, True, False]


def test_space_ticks_and_unticks_a_check_row(shown: Callable[..., QWidget]) -> None:
    row = ChoiceRow("Water tablets")
    shown(row)
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Space)
    assert row.isChecked()
    QTest.keyClick(row, Qt.Key.Key_Space)
    assert not row.isChecked()


def test_a_paragraph_wraps_and_keeps_its_tone(qtbot: QtBot) -> None:
    text = Paragraph(LONG, tone="text3")
    qtbot.addWidget(text)
    assert text.heightForWidth(150) > 2 * text.heightForWidth(900)
    text.resize(400, 60)
    assert current_theme().color("text3").name().upper() in colours(text)


def test_a_tone_follows_the_theme(qapp: QApplication, qtbot: QtBot) -> None:
    text = Paragraph(LONG, tone="text3", weight=700)
    qtbot.addWidget(text)
    text.resize(400, 60)
    apply_theme(qapp, "dark")
    qapp.processEvents()
    assert load_theme("dark").color("text3").name().upper() in colours(text)


def test_plain_text_is_shown_as_it_is_and_html_as_html() -> None:
    assert escape("a < b & c > d") == "a &lt; b &amp; c &gt; d"
    assert rich("a < b\nc") == "a &lt; b<br>c"
    assert rich("<b>a</b>") == "<b>a</b>"


def test_keys_reach_a_link_in_a_paragraph(shown: Callable[..., QWidget], qtbot: QtBot) -> None:
    text = Paragraph('Read <a href="guide:limits">about limits</a>.')
    window = shown(Button("Before"), text)
    QTest.keyClick(window, Qt.Key.Key_Tab)
    text.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(text, Qt.Key.Key_Tab)
    text.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(text.linkActivated, timeout=500) as followed:
        QTest.keyClick(text, Qt.Key.Key_Return)
    assert followed.args == ["guide:limits"]


def test_text_without_links_takes_no_focus(qtbot: QtBot) -> None:
    text = Paragraph('<a href="x">link</a>')
    qtbot.addWidget(text)
    assert text.focusPolicy() == Qt.FocusPolicy.StrongFocus
    text.setText("no link")
    assert text.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert text.source() == "no link"


@pytest.mark.parametrize("points", [9.0, 15.0])
def test_sizes_follow_the_font_of_the_application(
    qapp: QApplication, qtbot: QtBot, points: float
) -> None:
    before = qapp.font()
    larger = QFont(before)
    larger.setPointSizeF(points)
    qapp.setFont(larger)
    try:
        heading, text = Heading("Title", "page"), Paragraph("Text", "small")
        qtbot.addWidget(heading)
        qtbot.addWidget(text)
        assert heading.font().pointSizeF() == pytest.approx(points * 1.4)
        assert text.font().pointSizeF() == pytest.approx(points * 0.93)
    finally:
        qapp.setFont(before)


# --- opinion and evidence ---------------------------------------------------------------------


def test_each_rating_has_its_own_word_and_picture(qtbot: QtBot) -> None:
    words = [rating_word(rating) for rating in RATINGS]
    assert words == ["Low", "Moderate", "Moderate–high", "High", "Not rated"]
    pictures = []
    for rating in RATINGS:
        meter = RatingMeter(rating, "same")
        qtbot.addWidget(meter)
        meter.resize(200, 30)
        pictures.append(picture(meter))
    assert all(a != b for i, a in enumerate(pictures) for b in pictures[:i])


def test_what_is_not_rated_has_no_meter(qtbot: QtBot) -> None:
    meter = RatingMeter(None)
    qtbot.addWidget(meter)
    accent = current_theme().color("accent").name().upper()
    assert accent not in colours(meter)
    meter.set_rating("high")
    meter.resize(meter.sizeHint())
    assert accent in colours(meter)


@pytest.mark.parametrize(
    ("grade", "animals", "shape"),
    [
        (None, False, "no_trial"),
        (None, True, "animals"),
        ("G0", False, "no_trial"),
        ("G0", True, "animals"),
        ("G1", False, "no_benefit"),
        ("G1", True, "no_benefit"),
        ("G2", True, "mixed"),
        ("G3", False, "one_trial"),
        ("G4", True, "good"),
    ],
)
def test_marks_stand_for_grades(grade: str | None, animals: bool, shape: str) -> None:
    assert mark_shape(grade, animals) == shape  # type: ignore[arg-type]


def test_marks_differ_by_shape_alone(qtbot: QtBot) -> None:
    pictures = []
    for shape in SHAPES:
        mark = EvidenceMark(shape)
        qtbot.addWidget(mark)
        pictures.append(picture(mark))
    assert all(a != b for i, a in enumerate(pictures) for b in pictures[:i])
    assert len({mark_word(shape) for shape in SHAPES}) == len(SHAPES)


def test_a_mark_is_never_painted_in_the_colour_of_opinion(qtbot: QtBot) -> None:
    for shape in SHAPES:
        mark = EvidenceMark(shape)
        qtbot.addWidget(mark)
        assert current_theme().color("accent").name().upper() not in colours(mark)


# --- limit bar --------------------------------------------------------------------------------


def test_only_an_amount_over_the_limit_is_hatched(qtbot: QtBot) -> None:
    bar = LimitBar()
    qtbot.addWidget(bar)
    bar.resize(400, bar.sizeHint().height())
    danger = current_theme().color("danger")

    def hatched() -> bool:
        return any(abs(QColor(c).red() - danger.red()) < 30 and QColor(c).green() < 90
                   for c in colours(bar))  # fmt: skip

    bar.set_values(250, [("EU 250", 250)], 450)
    assert not hatched()
    bar.set_values(251, [("EU 250", 250)], 450)
    assert bar.amount_text() == "251 mg"
    bar.set_values(400, [("EU 250", 250)], 450)
    assert hatched()


def test_amounts_show_a_decimal_only_where_there_is_one(qtbot: QtBot) -> None:
    bar = LimitBar()
    qtbot.addWidget(bar)
    bar.set_values(70.5, [], 450)
    assert bar.amount_text() == "70.5 mg"
    bar.set_values(0, [], 450)
    assert bar.amount_text() == "0 mg"


def test_a_track_without_length_is_refused(qtbot: QtBot) -> None:
    bar = LimitBar()
    qtbot.addWidget(bar)
    with pytest.raises(ValueError, match="above 0 mg"):
        bar.set_values(100, [], 0)


# --- fields, cards, scrolling, steps ----------------------------------------------------------


def test_a_field_is_named_by_its_label(qtbot: QtBot) -> None:
    field = Field(hint="mg")
    label = field_label("Compound on the label", field)
    qtbot.addWidget(field)
    qtbot.addWidget(label)
    assert label.buddy() is field.edit
    assert name(field.edit) == "Compound on the label"


def test_typing_goes_into_the_field(shown: Callable[..., QWidget]) -> None:
    field = Field("Search forms", "search")
    field.identifier("compare.filter")
    shown(Button("Other"), field)
    field.setFocus()
    assert field.edit.hasFocus()
    assert current_theme().color("focus").name().upper() in colours(field)
    QTest.keyClicks(field.edit, "citrate")
    assert field.edit.text() == "citrate"
    assert field.edit.accessibleIdentifier() == "compare.filter"


@pytest.mark.parametrize("kind", ["info", "caution", "ok", "danger"])
def test_a_note_says_its_lead_word_and_its_text(qtbot: QtBot, kind: str) -> None:
    note = Note(kind, "Ask first.", "Check < someone")  # type: ignore[arg-type]
    qtbot.addWidget(note)
    assert name(note.paragraph) == "Ask first. Check < someone"
    note.resize(400, 60)
    painted = colours(note)
    theme = current_theme()
    assert theme.color(f"{kind}_tint").name().upper() in painted


def test_a_care_card_carries_its_title_and_no_teal(qtbot: QtBot) -> None:
    card = CareCard("Get medical help today")
    card.body.addWidget(Paragraph("Call your doctor.", "lead"))
    qtbot.addWidget(card)
    card.resize(500, 140)
    painted = colours(card)
    theme = current_theme()
    assert name(card) == "Get medical help today"
    assert theme.color("danger").name().upper() in painted
    assert theme.color("accent").name().upper() not in painted
    card.set_title("Call now")
    assert name(card.title) == "Call now"


def test_cards_and_panels_take_their_colours_when_painted(qapp: QApplication, qtbot: QtBot) -> None:
    parts: list[QWidget] = [Card(), Card(emphasis=True), Panel("sunken", ("top", "left")), Line()]
    parts.append(IconLabel("info", "link", 24))
    tokens = ["surface", "tint", "sunken", "line", "link"]
    for part in parts:
        qtbot.addWidget(part)
        part.resize(80, 40)
    for theme in ("light", "dark"):
        apply_theme(qapp, theme)
        for part, token in zip(parts, tokens, strict=True):
            assert load_theme(theme).color(token).name().upper() in colours(part)


def test_the_focused_control_is_scrolled_into_view(shown: Callable[..., QWidget]) -> None:
    page = ScrollPage(600)
    buttons = [Button(f"Button {number}") for number in range(40)]
    for button in buttons:
        page.body.addWidget(button)
    window = shown(page)
    window.resize(500, 300)
    QApplication.processEvents()
    for button in (buttons[-1], buttons[0], buttons[20]):
        button.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        top = button.mapTo(page.viewport(), QPoint(0, 0)).y()
        assert top >= 0
        assert top + button.height() <= page.viewport().height()
    page.to_top()
    assert page.verticalScrollBar().value() == 0


def test_content_stays_at_a_width_that_can_be_read(shown: Callable[..., QWidget]) -> None:
    page = ScrollPage(400)
    text = Paragraph(LONG * 3)
    page.body.addWidget(text)
    window = shown(page)
    window.resize(1400, 300)
    QApplication.processEvents()
    assert text.width() <= round(400 * unit(page)) + 1
    window.resize(300, 300)
    QApplication.processEvents()
    assert text.width() < 300


def test_only_a_finished_step_leads_back(shown: Callable[..., QWidget], qtbot: QtBot) -> None:
    steps = StepList()
    steps.set_steps(
        [
            ("danger", "Danger signs", "", "done"),
            ("medicines", "Medicines", "Question 1 of 2", "current"),
            ("result", "Result", "", "todo"),
        ]
    )
    shown(steps)
    done, current, todo = steps.items
    assert [name(item) for item in steps.items] == [
        "Danger signs, done",
        "Medicines, you are here",
        "Result, still to come",
    ]
    with qtbot.assertNotEmitted(steps.step_chosen):
        current.click()
        todo.click()
    with qtbot.waitSignal(steps.step_chosen, timeout=500) as chosen:
        done.setFocus()
        QTest.keyClick(done, Qt.Key.Key_Space)
    assert chosen.args == ["danger"]
    assert current.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_a_step_is_painted_again_only_where_it_changed(
    shown: Callable[..., QWidget], monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: list[str] = []
    monkeypatch.setattr(StepItem, "paintEvent", lambda item, _event: painted.append(item.step))
    steps = StepList()
    steps.set_steps([("a", "A", "", "current"), ("b", "B", "", "todo"), ("c", "C", "", "todo")])
    shown(steps)
    QApplication.processEvents()
    assert set(painted) == {"a", "b", "c"}
    painted.clear()
    steps.set_steps(
        [("a", "A", "", "done"), ("b", "B", "1 of 2", "current"), ("c", "C", "", "todo")]
    )
    QApplication.processEvents()
    assert painted == ["a", "b"]


def test_steps_can_be_replaced(shown: Callable[..., QWidget]) -> None:
    steps = StepList()
    steps.set_steps([("a", "A", "", "current"), ("b", "B", "", "todo")])
    shown(steps)
    steps.set_steps([("a", "A", "", "done"), ("b", "B", "", "current"), ("c", "C", "", "todo")])
    QApplication.processEvents()
    assert [item.text() for item in steps.items] == ["A", "B", "C"]
    assert all(item.isVisible() for item in steps.items)
