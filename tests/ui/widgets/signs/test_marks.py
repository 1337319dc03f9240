"""Evidence marks: trials, told by shape."""

from __future__ import annotations

from typing import get_args

import pytest
from pytestqt.qtbot import QtBot

from magdesk.ui.look.theme import current_theme
from magdesk.ui.widgets.signs.evidence_marks import EvidenceMark, Shape, mark_shape, mark_word
from tests.ui.widgets.seen_and_heard import colours, picture


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
    for shape in get_args(Shape):
        mark = EvidenceMark(shape)
        qtbot.addWidget(mark)
        pictures.append(picture(mark))
    assert all(a != b for i, a in enumerate(pictures) for b in pictures[:i])
    assert len({mark_word(shape) for shape in get_args(Shape)}) == len(get_args(Shape))


def test_a_mark_is_never_painted_in_the_colour_of_opinion(qtbot: QtBot) -> None:
    for shape in get_args(Shape):
        mark = EvidenceMark(shape)
        qtbot.addWidget(mark)
        assert current_theme().color("accent").name().upper() not in colours(mark)
