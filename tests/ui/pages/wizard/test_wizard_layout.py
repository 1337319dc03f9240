"""Nothing is cut and nothing overlaps, in any window, theme and size of type."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from magdesk.knowledge.loader import Library
from magdesk.rules.facts import Answer
from magdesk.ui.look.theme import CHOICES, Choice, apply_theme, current_theme, unit
from magdesk.ui.pages.wizard.page import WizardPage
from magdesk.ui.pages.wizard.questions.question_choices import AnswerRow
from magdesk.ui.pages.wizard.session import RESULT, REVIEW, Place
from magdesk.ui.widgets.layouts.switch_box import SwitchBox
from magdesk.ui.widgets.prose import Prose
from tests.ui.pages.wizard.wizard_walk import CALM, Walk

RESULTS: dict[str, dict[str, Answer]] = {
    "self_care": {"medicines": ("levothyroxine", "bisphosphonate", "quinolone")},
    "ask_first": {"kidney": "not_sure", "conditions": ("not_sure",), "medicines": ("not_sure",)},
    "soon": {"see_doctor": ("disturbs_sleep",), "age": 70},
    "today": {"danger_today": ("swollen_calf", "long_cramp")},
    "emergency": {"danger_now": ("stroke_signs", "tetany", "not_sure")},
}
SIZES = [(1034, 760), (780, 600), (560, 480)]
"""In u: beside the navigation of a window 1180 or 860 wide, and of the smallest."""


@pytest.fixture(params=[10.0, 15.0], ids=["10pt", "15pt"])
def type_size(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[float]:
    before = QFont(qapp.font())
    larger = QFont(before)
    larger.setPointSizeF(request.param)
    qapp.setFont(larger)
    yield request.param
    qapp.setFont(before)


def fit(page: WizardPage, size: tuple[int, int]) -> None:
    """Give the page a size in u, at most that of a window of 1180 by 760 pixels."""
    one = unit(page)
    page.resize(min(1060, round(size[0] * one)), min(760, round(size[1] * one)))


def shown(page: QWidget) -> list[QWidget]:
    return [widget for widget in page.findChildren(QWidget) if widget.isVisibleTo(page)]


def assert_whole(page: WizardPage) -> None:
    """Each text has the room it needs, and nothing stands outside of the page."""
    assert page.page is not None
    content = page.page.content
    room = page.page.viewport().width()
    for widget in shown(content):
        if isinstance(widget, Prose | AnswerRow):
            assert widget.height() >= widget.heightForWidth(widget.width()), words(widget)
        if isinstance(widget, Prose | AnswerRow | QPushButton):
            assert widget.width() >= min(widget.minimumSizeHint().width(), room), words(widget)
            right = widget.mapTo(page.page.viewport(), QPoint(widget.width(), 0)).x()
            assert right <= room + 1, words(widget)


def words(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QLabel | AnswerRow | QPushButton) else ""
    return f"{type(widget).__name__} {text[:60]!r} {widget.geometry()}"


def assert_footer_whole(page: WizardPage) -> None:
    buttons = [b for b in page.footer.findChildren(QPushButton) if b.isVisibleTo(page)]
    boxes = [QRect(b.mapTo(page, QPoint(0, 0)), b.size()) for b in buttons]
    for button, box in zip(buttons, boxes, strict=True):
        assert box.width() >= button.sizeHint().width(), button.accessibleName()
        assert page.rect().contains(box), button.objectName()
        assert not any(other is not box and other.intersects(box) for other in boxes)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_every_question_is_whole(
    type_size: float, qtbot: QtBot, library: Library, size: tuple[int, int]
) -> None:
    walk = Walk(qtbot, library)
    fit(walk.page, size)
    walk.wait()
    for question in library.decision.questions:
        walk.jump(question)
        assert_whole(walk.page)
        assert_footer_whole(walk.page)


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("level", RESULTS)
def test_every_result_is_whole(
    type_size: float, qtbot: QtBot, library: Library, level: str, size: tuple[int, int]
) -> None:
    walk = Walk(qtbot, library)
    fit(walk.page, size)
    for question, answer in {**CALM, **RESULTS[level]}.items():
        walk.page.session.set_answer(question, answer)
    for place in (REVIEW, RESULT):
        walk.page.session.place = place
        walk.page._show_place()
        walk.wait()
        assert_whole(walk.page)
        assert_footer_whole(walk.page)
    assert walk.has(f"result.{level}")


def test_a_page_is_no_longer_than_its_content(qtbot: QtBot, library: Library) -> None:
    walk = Walk(qtbot, library)
    walk.jump("sex")
    assert walk.page.page is not None
    assert walk.page.page.verticalScrollBar().maximum() == 0
    walk.jump("medicines")
    content = walk.page.page.content
    assert content.height() == content.heightForWidth(content.width())


def test_the_side_list_becomes_a_bar_in_a_narrow_window(qtbot: QtBot, library: Library) -> None:
    walk = Walk(qtbot, library)
    assert walk.page.side.steps.isVisibleTo(walk.page)
    walk.page.resize(520, 600)
    walk.wait()
    assert not walk.page.side.steps.isVisibleTo(walk.page)
    assert walk.page.side.width() == walk.page.width()
    assert walk.has("wizard.restart")
    assert walk.has("wizard.leave")


def test_a_change_of_theme_repaints_the_page_in_place(
    qapp: QApplication, qtbot: QtBot, library: Library
) -> None:
    walk = Walk(qtbot, library)
    seen = set()
    names: tuple[Choice, ...] = CHOICES[1:]
    for name in names:
        apply_theme(qapp, name)
        walk.wait()
        picture = walk.page.grab().toImage()
        middle = picture.pixelColor(picture.width() - 30, picture.height() // 2)
        assert middle.rgb() == current_theme().color("surface").rgb()
        seen.add(middle.rgb())
    apply_theme(qapp, "light")
    assert len(seen) == 3


def test_two_parts_stand_beside_each_other_or_below(qtbot: QtBot) -> None:
    frame = QWidget()
    qtbot.addWidget(frame)
    box = SwitchBox(200, (1, 1), gap=10, gap_below=4)
    frame.setLayout(box)
    for text in ("one two three four five six seven", "eight"):
        box.add(Prose(text))
    wide, narrow = box.heightForWidth(400), box.heightForWidth(150)
    assert wide < narrow
    box.setGeometry(QRect(0, 0, 400, wide))
    first, second = box.itemAt(0), box.itemAt(1)
    assert first is not None
    assert second is not None
    assert second.geometry().left() == 205
    assert first.geometry().top() == second.geometry().top()
    box.setGeometry(QRect(0, 0, 150, narrow))
    assert second.geometry().top() == first.geometry().bottom() + 1 + 4
    assert box.itemAt(2) is None


def test_prose_knows_its_bold_words_and_says_them_plainly(qtbot: QtBot) -> None:
    prose = Prose("<b>Start with 100 mg</b> a day &amp; eat.<br>Then stop.")
    qtbot.addWidget(prose)
    assert prose.text() == "Start with 100 mg a day & eat.\nThen stop."
    assert prose._bold == [(0, 17)]
    assert prose.heightForWidth(100) > prose.heightForWidth(1000)


def test_places_are_compared_by_value() -> None:
    assert Place("question", "age") == Place("question", "age")
    assert Place("review") == REVIEW
