"""The one registry of pages.

Navigation, keys, the words of F1, what the settings keep and the sweeps of the tests read it. A new
page is a folder in ``pages``, and one entry here with a function that makes it.
"""

from __future__ import annotations

import linecache
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from magdesk.knowledge.loader import Library
from magdesk.ui.settings.settings import Settings
from magdesk.ui.shell.keys import key_list
from magdesk.ui.shell.page_help import HELP, help_words
from magdesk.ui.shell.shared_sheet import SharedSheet
from magdesk.ui.shell.ways import Ways

if TYPE_CHECKING:
    from magdesk.answer_sheet.answer_sheet import AnswerSheet
    from magdesk.ui.pages.compare.page import ComparePage

translate = QCoreApplication.translate


class Around(NamedTuple):
    """What a page may use: knowledge, settings, and the ways to other pages."""

    library: Library
    settings: Settings
    ways: Ways
    pages: tuple[Page, ...]
    shared: SharedSheet

    @property
    def sheet(self) -> AnswerSheet:
        """The answers of the person, one sheet for every page that asks."""
        return self.shared.sheet


class Page(NamedTuple):
    """One page of the window."""

    name: str
    icon: str
    """Empty: the navigation has no item for it, and marks the page that led to it."""
    title: str
    key: str
    """What opens it from anywhere, for instance ``Ctrl+1``; empty for none."""
    kept_as: str
    """The page that the next start opens when this one was in front."""
    help: tuple[str, ...]
    """What F1 says of it before it is translated, one paragraph each; empty for nothing to say."""
    make: Callable[[Around], QWidget]
    at_foot: bool = False
    """Whether its item stands at the foot of the navigation."""
    as_rail: bool = False
    """Whether the navigation is a rail beside it in every window: the page needs the room."""


def pages() -> tuple[Page, ...]:
    """Return every page in the order of the navigation; the first is opened where none is kept."""
    return (
        Page("compare", "compare", translate("Pages", "Compare"), "Ctrl+1", "compare",
             HELP["compare"], _compare),
        Page("wizard", "question", translate("Pages", "Find"), "Ctrl+2", "compare",
             HELP["wizard"], _wizard),
        Page("evidence", "evidence", translate("Pages", "Evidence"), "Ctrl+3", "evidence",
             HELP["evidence"], _evidence),
        Page("label", "label", translate("Pages", "Label"), "Ctrl+4", "label",
             HELP["label"], _label),
        Page("day", "clock", translate("Pages", "Day"), "Ctrl+5", "day",
             HELP["day"], _day),
        Page("counter", "counter", translate("Pages", "Counter"), "Ctrl+Shift+C", "counter",
             HELP["counter"], _counter, as_rail=True),
        Page("learn", "learn", translate("Pages", "Learn"), "Ctrl+7", "learn",
             HELP["learn"], _learn),
        Page("settings", "settings", translate("Pages", "Settings"), "Ctrl+,", "settings",
             HELP["settings"], _settings, at_foot=True),
        Page("help", "help", translate("Pages", "Help"), "", "help", (), _help, at_foot=True),
        Page("take_along", "", translate("Pages", "Page to take along"), "", "compare",
             HELP["take_along"], _take_along),
        Page("safety", "", translate("Pages", "How safe is this?"), "", "help",
             HELP["safety"], _safety),
    )  # fmt: skip


# --- how each is made: imported when it is first shown ------------------------------------------


def _compare(around: Around) -> QWidget:
    page = compare_page(around.library, around.settings, partial(_complaint, around))
    page.find_requested.connect(around.ways.open_wizard)
    page.back_to_result.connect(around.ways.open_wizard)
    page.open_learn.connect(around.ways.open_learn)
    page.label_requested.connect(around.ways.read_label)
    page.set_stop(around.ways.stop_stands)
    return page


def forget_sources() -> None:
    """Give back the sources that the binding reads as modules are imported: 4 MB would stay."""
    linecache.clearcache()


def _complaint(around: Around) -> str:
    """Return the outcome that trials of the person's complaint are listed under; may be empty."""
    from magdesk.advice.options import evidence_outcome
    from magdesk.rules.sheet import facts_from

    decision, sheet = around.library.decision, around.sheet
    return evidence_outcome(decision, facts_from(decision, sheet.answers, sheet.region)) or ""


def compare_page(
    library: Library, settings: Settings, complaint: Callable[[], str] = str
) -> ComparePage:
    """Return the table with the detail beside it and the side by side in its place."""
    from magdesk.ui.pages.compare.page import ComparePage, Neighbours

    def detail(page: ComparePage) -> QWidget:
        from magdesk.ui.pages.form.form_pane import DetailPane

        forget_sources()
        pane = DetailPane(library, settings, page)
        page.form_chosen.connect(pane.set_form)
        pane.closed.connect(page.close_detail)
        pane.open_learn.connect(page.open_learn)
        pane.label_requested.connect(page.label_requested)
        return pane

    def side_by_side(page: ComparePage) -> QWidget:
        from magdesk.ui.pages.side_by_side.page import SideBySidePage

        beside = SideBySidePage(library.catalogue, settings, page)
        page.forms_compared.connect(beside.compare)
        beside.left.connect(page.choosing.leave)
        beside.read_form.connect(page.show_form)
        beside.find_asked.connect(page.find_in_table)
        beside.failed.connect(page.choosing.say)
        return beside

    forget_sources()
    return ComparePage(library, settings, Neighbours(detail, side_by_side, complaint))


def _wizard(around: Around) -> QWidget:
    from magdesk.ui.pages.wizard.page import WizardPage

    page = WizardPage(
        around.library, around.settings, around.sheet, frozenset(page.name for page in around.pages)
    )
    page.left.connect(around.ways.leave_wizard)
    page.show_in_table.connect(around.ways.show_from_result)
    page.read_form.connect(around.ways.read_form)
    page.no_forms.connect(around.ways.forget_forms)
    page.stop_standing.connect(around.ways.tell_stop)
    page.work_out_asked.connect(around.ways.open_label)
    page.save_asked.connect(around.ways.save_asked)
    page.open_asked.connect(around.ways.open_asked)
    page.day_asked.connect(around.ways.plan_day)
    page.page_asked.connect(around.ways.open_take_along)
    return page


def _evidence(around: Around) -> QWidget:
    from magdesk.ui.pages.evidence.page import EvidencePage

    page = EvidencePage(around.library, around.settings)
    page.read_form.connect(around.ways.read_form)
    page.open_learn.connect(around.ways.open_learn)
    return page


def _label(around: Around) -> QWidget:
    from magdesk.ui.pages.label.page import LabelPage

    page = LabelPage(around.library, around.sheet)
    page.figure_used.connect(around.ways.open_wizard)
    page.save_asked.connect(around.ways.save_asked)
    page.open_asked.connect(around.ways.open_asked)
    return page


def _day(around: Around) -> QWidget:
    from magdesk.ui.pages.day.page import DayPage

    page = DayPage(around.library, around.sheet, frozenset(page.name for page in around.pages))
    page.page_asked.connect(around.ways.open_planned_to_take_along)
    return page


def _counter(around: Around) -> QWidget:
    from magdesk.ui.pages.counter.page import CounterPage

    issued_by = partial(_issued_by, around.settings)
    page = CounterPage(around.library, around.settings, around.sheet, issued_by)
    page.person_left.connect(around.ways.forget_person)
    page.label_asked.connect(around.ways.open_label)
    page.questions_asked.connect(around.ways.open_wizard)
    page.failed.connect(around.ways.say)
    return page


def _issued_by(settings: Settings) -> str:
    """Return who hands a page over, with their own note; empty where nothing is set."""
    values = settings.values
    return " · ".join(filter(None, (values.pharmacy.strip(), values.pharmacy_note.strip())))


def _learn(around: Around) -> QWidget:
    from magdesk.ui.pages.learn.page import LearnPage

    return LearnPage(around.library, around.settings)


def _settings(around: Around) -> QWidget:
    from magdesk.ui.pages.settings.page import SettingsPage

    return SettingsPage(around.library, around.settings)


def _help(around: Around) -> QWidget:
    from magdesk.ui.pages.help.page import HelpPage, PageHelp

    told = [
        PageHelp(page.name, page.title, help_words(page.help)) for page in around.pages if page.help
    ]
    page = HelpPage(around.library, told, keys_of(around.pages))
    page.safety_requested.connect(around.ways.open_safety)
    page.back_requested.connect(around.ways.go_back)
    page.keys_requested.connect(around.ways.keys_asked)
    return page


def _safety(around: Around) -> QWidget:
    from magdesk.ui.pages.safety.page import SafetyPage

    return SafetyPage(around.library)


def _take_along(around: Around) -> QWidget:
    from magdesk.ui.pages.take_along.page import TakeAlongPage

    page = TakeAlongPage(around.library, around.sheet, partial(_issued_by, around.settings))
    page.left.connect(around.ways.leave_take_along)
    page.failed.connect(around.ways.say)
    return page


def keys_of(known: tuple[Page, ...]) -> tuple[tuple[str, str], ...]:
    """Return every key with what it does, those of these pages among them."""
    return key_list([(page.key, page.title) for page in known if page.key])
