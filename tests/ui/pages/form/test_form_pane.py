from __future__ import annotations

from math import ceil

import pytest
from PySide6.QtCore import QLocale, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QTextDocument
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from magdesk.knowledge.loader import Library
from magdesk.ui.cited_text.text_view import TextView
from magdesk.ui.look.theme import apply_theme, current_theme
from magdesk.ui.pages.form.form_pane import CLAIMS_PAGE, DetailPane
from magdesk.ui.settings.settings import Settings
from tests.ui.conftest import Browser


@pytest.fixture
def pane(qtbot: QtBot, library: Library) -> DetailPane:
    pane = DetailPane(library, Settings())
    qtbot.addWidget(pane)
    pane.resize(310, 700)
    with qtbot.waitExposed(pane):
        pane.show()
    pane.activateWindow()
    pane.set_form(library.catalogue.forms["citrate"])
    QApplication.processEvents()
    return pane


def shown_text(pane: DetailPane) -> str:
    views = (pane.facts, pane.text, pane.practice, pane.sources)
    return "\n".join(view.toPlainText() for view in views)


def links(view: TextView) -> list[str]:
    found = []
    block = view.document().begin()
    while block.isValid():
        iterator = block.begin()
        while not iterator.atEnd():
            found.append(iterator.fragment().charFormat().anchorHref())
            iterator += 1
        block = block.next()
    return [address for address in found if address]


def test_a_form_is_shown_whole(pane: DetailPane, library: Library) -> None:
    form, text = library.catalogue.forms["citrate"], shown_text(pane)
    statements = (
        form.used_for,
        form.serving,
        form.timing,
        form.absorption_note,
        form.stomach_note,
        form.solubility_note,
        *form.cautions,
    )
    for statement in statements:
        assert statement.plain in text
    assert form.why in text
    assert form.assay_note in text
    assert form.article is not None
    assert form.article.words in text
    for heading in (
        "What it is used for",
        "What the article says",
        "What trials found",
        "The article’s claims, checked",
        "Watch out",
        "Taking it",
        "What is in it",
        "Sources",
    ):
        assert heading in text


@pytest.mark.parametrize("form_id", ["glycinate", "oxide", "sucrosomial", "sulfate_bath"])
def test_every_outcome_is_told_with_where_trials_point(
    pane: DetailPane, library: Library, form_id: str
) -> None:
    catalogue = library.catalogue
    pane.set_form(catalogue.forms[form_id])
    text = pane.text.toPlainText()
    for outcome in catalogue.outcomes.values():
        finding = catalogue.findings.get((form_id, outcome.id))
        if finding is None:
            assert f"{outcome.name}: no trial. {outcome.never}" in text
        else:
            word = catalogue.directions[finding.direction].word
            start = text.index(f"{outcome.name}: ")
            said = text[start : text.index(finding.plain, start)]
            assert word.casefold() in said.casefold()


def test_opinion_and_trials_are_never_the_same_words(pane: DetailPane) -> None:
    text = pane.text.toPlainText()
    assert "All this is the article’s opinion." in text
    assert text.index("What the article says") < text.index("What trials found")


def test_the_article_is_named_with_its_title(pane: DetailPane, library: Library) -> None:
    assert library.bibliography["article"].citation in pane.text.toPlainText()


@pytest.mark.parametrize("form_id", ["hydroxide", "sulfate_oral", "orotate"])
def test_the_programs_own_tag_has_its_reason_and_source(
    pane: DetailPane, library: Library, form_id: str
) -> None:
    form = library.catalogue.forms[form_id]
    assert form.why_never is not None
    pane.set_form(form)
    assert f"{form.why_never.tag}. {form.why_never.plain}" in pane.practice.toPlainText()
    for key in form.why_never.sources:
        assert library.bibliography[key].citation in pane.sources.toPlainText()


def test_full_detail_tells_of_the_eu_and_who_paid(pane: DetailPane, library: Library) -> None:
    pane._settings.change(detail_level="detail")
    catalogue = library.catalogue
    for form in catalogue.forms.values():
        pane.set_form(form)
        text = pane.professional.toPlainText()
        assert form.eu.plain in text
        found = (catalogue.findings.get((form.id, outcome)) for outcome in catalogue.outcomes)
        for finding in filter(None, found):
            assert all(name in text for name in catalogue.paid_by(finding))


def test_the_amount_goes_on_to_the_label(qtbot: QtBot, pane: DetailPane) -> None:
    pane.label_sum.amount.edit.setText("750")
    with qtbot.waitSignal(pane.label_requested) as asked:
        qtbot.mouseClick(pane.label, Qt.MouseButton.LeftButton)
    assert asked.args == ["Trimagnesium dicitrate 750 mg"]


def test_a_claim_begins_with_its_verdict(pane: DetailPane, library: Library) -> None:
    claim = library.claims.claims[5]
    text = pane.text.toPlainText()
    assert (
        f"Not backed by trials. The article says: “{claim.claim}” Fairer: {claim.wording}" in text
    )


def test_a_form_the_article_does_not_rate_says_so(pane: DetailPane, library: Library) -> None:
    pane.set_form(library.catalogue.forms["lactate"])
    assert "The article does not rate this form." in pane.text.toPlainText()


def test_all_variants_stand_with_mass_and_share(pane: DetailPane) -> None:
    text = pane.practice.toPlainText()
    assert "Mg3(C6H5O7)2" in text
    assert "451.1 g/mol, 16.2 % magnesium. 619 mg of it hold 100 mg of magnesium." in text
    assert "613.2 g/mol, 11.9 % magnesium. 841 mg of it hold 100 mg of magnesium." in text


def test_meters_and_marks_are_drawn_in_the_text(pane: DetailPane) -> None:
    kind = QTextDocument.ResourceType.ImageResource
    for name in ("meter/moderate_high", "mark/mixed", "mark/no_trial"):
        image = pane.text.document().resource(kind, QUrl(f"picture:{name}"))
        assert not image.isNull()
        assert any(
            image.pixelColor(x, y).alpha()
            for x in range(image.width())
            for y in range(image.height())
        )
    assert "picture:meter/moderate_high" in pane.text.toHtml()


def test_numbered_sources_open_where_they_have_an_identifier(
    pane: DetailPane, library: Library, browser: Browser, qtbot: QtBot
) -> None:
    bibliography = library.bibliography
    found = links(pane.text)
    assert f"https://pubmed.ncbi.nlm.nih.gov/{bibliography['roffe2002'].pmid}/" in found
    assert "https://doi.org/10.1186/s40795-016-0121-3" in found
    pane.text.setFocus()
    qtbot.keyClick(pane.text, Qt.Key.Key_Tab)
    qtbot.keyClick(pane.text, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: browser() == found[:1])
    text = pane.sources.toPlainText()
    assert "Lindberg JS" in text
    assert not any("lindberg" in address for address in links(pane.sources))


def test_numbers_run_through_in_the_order_of_the_text(pane: DetailPane) -> None:
    lines = [line for line in pane.sources.toPlainText().splitlines() if line.startswith("[")]
    assert [int(line[1 : line.index("]")]) for line in lines] == list(range(1, len(lines) + 1))
    assert len(lines) > 10


def test_only_safe_addresses_are_opened(pane: DetailPane, browser: Browser, qtbot: QtBot) -> None:
    safe = "https://doi.org/10.1000/x1"
    for address in ("file:///etc/hosts", "javascript:alert(1)", "http://example.org/", safe):
        pane.text.anchorClicked.emit(QUrl(address))
    qtbot.waitUntil(lambda: browser() == [safe])


def test_details_for_professionals_open_and_close(
    qtbot: QtBot, pane: DetailPane, library: Library
) -> None:
    assert not pane.professional.isVisible()
    assert not pane.disclosure.isChecked()
    qtbot.keyClick(pane.disclosure, Qt.Key.Key_Space)
    assert pane.professional.isVisible()
    text = pane.professional.toPlainText()
    finding = library.catalogue.findings["citrate", "cramps"]
    assert finding.detail in text
    for key in finding.trials:
        assert library.catalogue.trials[key].detail in text
    assert "G2, Trials disagree:" in text
    assert "People, n = 45, no benefit:" in text
    qtbot.keyClick(pane.disclosure, Qt.Key.Key_Space)
    assert not pane.professional.isVisible()


def test_the_text_is_as_tall_as_its_place(qtbot: QtBot, pane: DetailPane, library: Library) -> None:
    views = (pane.facts, pane.text, pane.practice, pane.professional, pane.sources)
    pane.disclosure.setChecked(True)
    for form in library.catalogue.forms.values():
        pane.set_form(form)
        qtbot.waitUntil(
            lambda: all(view.height() == ceil(view.document().size().height()) for view in views)
        )
        for view in views:
            assert view.verticalScrollBar().maximum() == 0
            assert view.document().idealWidth() <= view.width()


def test_arrow_keys_in_the_text_scroll_the_pane(qtbot: QtBot, pane: DetailPane) -> None:
    pane.text.setFocus()
    bar = pane.scroll_page.verticalScrollBar()
    bar.setValue(0)
    qtbot.keyClick(pane.text, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    qtbot.keyClick(pane.text, Qt.Key.Key_Home)
    assert bar.value() == 0


def test_another_form_begins_at_its_top(pane: DetailPane, library: Library) -> None:
    bar = pane.scroll_page.verticalScrollBar()
    bar.setValue(bar.maximum())
    pane.set_form(library.catalogue.forms["oxide"])
    assert bar.value() == 0


def test_a_wide_pane_shows_opinion_and_trials_side_by_side(pane: DetailPane) -> None:
    pane.resize(900, 700)
    QApplication.processEvents()
    document = pane.text.document()
    layout = document.documentLayout()

    def place(heading: str) -> tuple[float, float]:
        block = document.find(heading).block()
        corner = layout.blockBoundingRect(block).topLeft()
        return corner.x(), corner.y()

    opinion, trials = place("What the article says"), place("What trials found")
    assert opinion[0] < trials[0]
    assert abs(opinion[1] - trials[1]) < 3


def test_the_whole_text_can_be_copied(qtbot: QtBot, pane: DetailPane, library: Library) -> None:
    qtbot.mouseClick(pane.header.copy, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Citrate\nTrimagnesium dicitrate, magnesium citrate")
    assert "Usual serving: 100–200 mg" in copied
    assert library.catalogue.forms["citrate"].used_for.plain in copied
    assert "https://doi.org/10.1186/s40795-016-0121-3" in copied
    assert "\ufffc" not in copied


def test_text_can_be_marked_and_copied(qtbot: QtBot, pane: DetailPane) -> None:
    pane.practice.setFocus()
    qtbot.keyClick(pane.practice, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(pane.practice, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "Watch out" in QGuiApplication.clipboard().text()


def test_without_a_form_the_pane_says_so(pane: DetailPane) -> None:
    pane.set_form(None)
    assert not pane.scroll_page.isVisible()
    assert pane.header._title.text() == "No form is chosen"
    assert not pane.header.copy.isEnabled()


def test_close_and_the_way_to_all_claims(qtbot: QtBot, pane: DetailPane, library: Library) -> None:
    with qtbot.waitSignal(pane.closed):
        qtbot.mouseClick(pane.header.close_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(pane.open_learn) as asked:
        qtbot.keyClick(pane.claims, Qt.Key.Key_Space)
    assert asked.args == [CLAIMS_PAGE]
    assert CLAIMS_PAGE in [page.slug for page in library.learn_pages]


def test_another_theme_colours_the_text_anew(
    qtbot: QtBot, qapp: QApplication, pane: DetailPane
) -> None:
    assert current_theme().color("text").name() in pane.text.toHtml()
    try:
        apply_theme(qapp, "dark")
        qtbot.waitUntil(lambda: current_theme().color("text").name() in pane.text.toHtml())
    finally:
        apply_theme(qapp, "light")


def test_numbers_follow_the_users_locale(pane: DetailPane, library: Library) -> None:
    before = QLocale()
    try:
        QLocale.setDefault(QLocale("de_DE"))
        pane.set_form(library.catalogue.forms["taurate"])
        assert "8,9 % elemental" in pane.facts.toPlainText()
        assert "1121 mg of it hold 100 mg" in pane.practice.toPlainText()
    finally:
        QLocale.setDefault(before)


def test_a_ring_stands_around_the_link_the_keyboard_is_on(qtbot: QtBot, pane: DetailPane) -> None:
    pane.text.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(pane.text, Qt.Key.Key_Tab)
    area = pane.text._link_area(2).toRect()
    assert area.width() < 60
    image = pane.text.viewport().grab(area).toImage()
    ring = current_theme().color("focus").rgb()
    middle = image.height() // 2
    sides = [image.pixel(x, middle) for x in range(image.width())]
    assert sides.count(ring) >= 2


def test_tab_goes_from_link_to_link_and_on_to_the_next_control(
    qtbot: QtBot, pane: DetailPane
) -> None:
    pane.text.setFocus()
    for _ in range(len(links(pane.text)) + 2):
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus is not pane.text:
            break
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is pane.claims
