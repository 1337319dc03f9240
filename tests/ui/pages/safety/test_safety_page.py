"""The page *How safe is this?*: figures, notes and the hazard log, by mouse and by keyboard."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from build_spec import assure
from magdesk.knowledge.assurance import Assurance, content_fingerprint, review_due
from magdesk.knowledge.loader import Library
from magdesk.ui.look.theme import CHOICES, Choice, apply_theme
from magdesk.ui.pages.safety.page import SafetyPage, local_today
from magdesk.ui.pages.safety.safety_words import in_words, proof_number
from magdesk.ui.widgets.text import Paragraph

SMALL = Path(__file__).parents[3] / "knowledge" / "small"
CONTENT = Library().content
IN_TIME = datetime.date(2027, 1, 1)
FIGURES = {
    "version": "1",
    "reviewed": "2026-11-22",
    "program_sha256": "0" * 64,
    "mutants": {"count": 1250, "found": 1249},
    "stories": {
        "accuracy": {"count": 290, "of": 300},
        "safety": {"count": 299, "of": 300},
        "over_triage": {"count": 9, "of": 300},
        "under_triage": {"count": 1, "of": 300},
        "danger_under_triage": {"count": 0, "of": 50},
        "levels": [{"level": "self_care", "count": 7, "of": 8}],
    },
    "proof": [
        {"number": 1, "title": "One", "statement": "First.", "obligations": 26, "holds": True},
        {"number": 2, "title": "Two", "statement": "Second.", "obligations": 3, "holds": False},
        {"title": "Tables", "statement": "All rows.", "obligations": 7, "holds": True},
    ],
}

Maker = Callable[..., SafetyPage]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The small knowledge folder with figures about it."""
    place = tmp_path / "knowledge"
    shutil.copytree(SMALL, place)
    told = {**FIGURES, "content_sha256": content_fingerprint(place)}
    assurance = msgspec.convert(told, Assurance)
    (place / "assurance.toml").write_text("\n".join(assure.lines(assurance)), "utf-8")
    return place


@pytest.fixture
def make(qtbot: QtBot) -> Maker:
    """Shows the page for a knowledge folder on a day."""
    kept = []

    def made(folder: Path | None = None, today: datetime.date = IN_TIME) -> SafetyPage:
        page = SafetyPage(Library(folder), today=lambda: today)
        qtbot.addWidget(page)
        page.resize(860, 600)
        page.show()
        for _ in range(2):  # the scroll area takes a second turn to know its height
            QApplication.processEvents()
        kept.append(page)
        return page

    return made


@pytest.fixture
def plain_theme(qapp: QApplication) -> Iterator[None]:
    """The light theme again after a test that puts another one in force."""
    yield
    apply_theme(qapp, "light")


def words(widget: QWidget) -> str:
    """All that can be read in a widget."""
    labels = widget.findChildren(QLabel)
    texts = (label.source() if isinstance(label, Paragraph) else label.text() for label in labels)
    return "\n".join(texts)


# --- what is shown --------------------------------------------------------------------------


def test_the_page_says_what_a_proof_means_and_what_it_does_not(make: Maker) -> None:
    said = words(make())
    assert "every sheet of answers" in said
    assert "does not mean that the rules themselves are right" in said
    assert "each one was run" in said
    assert "That part is not proven." in said
    assert "not with patients" in said


def test_each_property_has_a_row_that_says_whether_it_is_proven(make: Maker, folder: Path) -> None:
    page = make(folder)
    assert [row.accessibleName() for row in page.proofs.rows] == [
        "1. One. Proven.",
        "2. Two. Not proven.",
    ]
    assert page.proofs.rows[0].verdict.source() == "Proven, in 26 parts"
    assert page.proofs.rows[1].verdict.source() == "Not proven"
    assert page.proven.accessibleName() == "Properties that are proven: 1 of 2"


def test_the_tables_of_the_contract_are_a_proof_without_a_number(make: Maker, folder: Path) -> None:
    page = make(folder)
    assert [row.accessibleName() for row in page.tables.rows] == ["Tables. Proven."]
    assert page.tables.rows[0].verdict.source() == "Proven, in 7 parts"


def test_the_figures_of_stories_and_broken_rules_are_told(make: Maker, folder: Path) -> None:
    page = make(folder)
    assert [row.accessibleName() for row in page.stories.rows] == [
        "At the right level: 290 of 300",
        "Short self_care: 7 of 8",
        "Safe: at the right level or a more careful one: 299 of 300",
        "Too careful: 9 of 300",
        "Not careful enough: 1 of 300",
        "Not careful enough about a danger sign: 0 of 50",
    ]
    assert page.mutants.accessibleName() == "Broken rules that were noticed: 1249 of 1250"
    assert "We wrote 300 short stories" in words(page)


def test_the_shipped_page_shows_all_thirteen_proofs_and_every_hazard(make: Maker) -> None:
    page = make()
    assert len(page.proofs.rows) == 13
    assert len(page.tables.rows) == 1
    assert len(page.hazards) == len(Library().hazards)
    assert len(page.stories.rows) == 10


# --- notes ----------------------------------------------------------------------------------


def notes(page: SafetyPage) -> list[str]:
    return [note.paragraph.source() for note in page.notes]


def test_content_is_overdue_the_day_after_its_review_was_due(make: Maker) -> None:
    due = review_due(CONTENT)
    in_time, late = make(today=due), make(today=due + datetime.timedelta(days=1))
    assert not any("Overdue" in note for note in notes(in_time))
    day = f"{due.day} {due:%B %Y}"
    assert any("Overdue" in note and day in note for note in notes(late))


def test_version_and_days_are_told(make: Maker) -> None:
    reviewed = f"{CONTENT.reviewed.day} {CONTENT.reviewed:%B %Y}"
    assert f"Content {CONTENT.version}, reviewed on {reviewed}." in words(make())


def test_figures_about_other_content_are_marked(make: Maker, folder: Path) -> None:
    assert notes(make(folder)) == []
    (folder / "options.toml").write_text((folder / "options.toml").read_text() + "\n# more\n")
    assert ["changed after" in note for note in notes(make(folder))] == [True]


def test_without_figures_the_page_says_so_and_keeps_the_log(make: Maker) -> None:
    page = make(SMALL)
    assert ["No figures" in note for note in notes(page)] == [True]
    assert [link.text() for link in page.links] == ["What could go wrong"]
    assert len(page.hazards) == 1


def test_today_is_asked_for_where_no_day_is_given() -> None:
    assert local_today() >= datetime.date(2024, 1, 1)


# --- the log --------------------------------------------------------------------------------


def test_a_hazard_opens_to_cause_control_and_what_shows_it(make: Maker) -> None:
    card = make(SMALL).hazards[0]
    assert card.details is None
    assert card.head.accessibleDescription() == "Closed. Press to read more."
    QTest.mouseClick(card.head, Qt.MouseButton.LeftButton)
    assert card.details is not None
    assert card.details.isVisible()
    assert card.head.accessibleDescription() == "Open. Press to close."
    said = words(card.details)
    for text in ("A slip in the sheet.", "The advice is about someone else.", "is taken as it is"):
        assert text in said
    assert "A key that nobody asked for is refused." in said
    assert "Shown by test “refused input is one line that names the key”." in said
    QTest.mouseClick(card.head, Qt.MouseButton.LeftButton)
    assert not card.details.isVisible()


def test_every_hazard_can_be_opened(make: Maker) -> None:
    page = make()
    for card in page.hazards:
        card.set_opened(True)
        assert card.details is not None
        assert words(card.details).count("Shown by") == len(card.hazard.controls)


def test_the_keyboard_reaches_and_opens_every_hazard(make: Maker, qtbot: QtBot) -> None:
    page = make()
    with qtbot.waitActive(page):
        page.activateWindow()
    page.setFocus(Qt.FocusReason.TabFocusReason)
    reached = []
    for _ in range(len(page.links) + len(page.hazards)):
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert reached == [*page.links, *(card.head for card in page.hazards)]
    head = page.hazards[3].head
    head.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(head, Qt.Key.Key_Space)
    assert head.opened
    assert head.visibleRegion().boundingRect().height() == head.height()


def test_a_link_goes_to_its_part_of_the_page(make: Maker, qtbot: QtBot) -> None:
    page = make()
    with qtbot.waitActive(page):
        page.activateWindow()
    places = []
    for link in page.links:
        page.to_top()
        QTest.mouseClick(link, Qt.MouseButton.LeftButton)
        places.append(page.verticalScrollBar().value())
    assert places == sorted(places)
    assert places[0] > 0
    assert len(set(places)) == len(places)
    assert page.hazards[0].head.hasFocus()


def test_page_keys_scroll(make: Maker) -> None:
    page = make()
    QTest.keyClick(page.links[0], Qt.Key.Key_PageDown)
    assert page.verticalScrollBar().value() > 0


# --- for everyone ---------------------------------------------------------------------------


def test_every_control_has_a_name_a_role_and_an_identifier(make: Maker) -> None:
    page = make()
    for button in page.findChildren(QAbstractButton):
        interface = QAccessible.queryAccessibleInterface(button)
        assert interface.text(QAccessible.Text.Name)
        assert interface.role() == QAccessible.Role.Button
        assert button.accessibleIdentifier().startswith("safety.")
        assert min(button.width(), button.height()) >= 24


@pytest.mark.usefixtures("plain_theme")
@pytest.mark.parametrize("theme", CHOICES)
def test_the_page_paints_in_every_theme(theme: Choice, make: Maker, qapp: QApplication) -> None:
    apply_theme(qapp, theme)
    page = make()
    page.hazards[0].set_opened(True)
    page.hazards[0].head.setFocus(Qt.FocusReason.TabFocusReason)
    assert not page.grab().isNull()


@pytest.mark.usefixtures("large_text")
def test_nothing_is_cut_off_beside_the_navigation_at_150_percent(make: Maker) -> None:
    page = make()
    page.resize(740, 600)
    for card in page.hazards:
        card.set_opened(True)
    QApplication.processEvents()
    assert page.content.minimumSizeHint().width() <= page.viewport().width()
    for label in page.content.findChildren(Paragraph):
        if label.isVisible():
            assert label.height() >= label.heightForWidth(label.width()) - 1


# --- words ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("test", "said"),
    [
        ("tests/proofs/test_proofs.py::test_property_07_only_candidates", "proof 7"),
        ("tests/test_cases.py::test_story[at_65_no_more]", "story “at 65 no more”"),
        ("tests/test_cli.py::test_version_is_told", "test “version is told”"),
        (
            "tests/knowledge/test_loader.py::test_a_fault_is_named[bad_doi]",
            "test “a fault is named: bad doi”",
        ),
        ("somebody looked", "somebody looked"),
    ],
)
def test_a_test_is_named_in_words(test: str, said: str) -> None:
    assert in_words(test) == said


def test_only_a_proof_has_a_number() -> None:
    assert proof_number("tests/proofs/test_mutants.py::test_each_is_found") is None
