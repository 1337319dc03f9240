"""The window: navigation at the side, one page in front, each built when it is first shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from magdesk.ui.look.theme import unit
from magdesk.ui.settings.settings import Settings
from magdesk.ui.shell.detail_level_switch import NavSwitch
from magdesk.ui.shell.keys import EXPLAIN, LIST, PAGES, TEXT_SIZES, add_key
from magdesk.ui.shell.navigation import Navigation, PageName, Place
from magdesk.ui.shell.window_place import place_of, put_in_place, set_least_size

if TYPE_CHECKING:
    from magdesk.knowledge.catalogue import Catalogue
    from magdesk.knowledge.loader import Library
    from magdesk.ui.pages.compare.page import ComparePage
    from magdesk.ui.pages.help.page import HelpPage
    from magdesk.ui.pages.learn.page import LearnPage
    from magdesk.ui.pages.wizard.page import WizardPage
    from magdesk.ui.shell.page_state import PageState
    from magdesk.ui.shell.text_size_change import TextSize

_BREAKPOINT = 960.0
_KEPT_AS: dict[str, str] = {"wizard": "compare", "safety": "help"}
"""Pages that the next start does not open, and the one it opens instead."""


class MainWindow(QMainWindow):
    """Shows one page at a time; ``show_page`` goes to another.

    ``first_painted`` tells when the first picture of the window stands.
    """

    first_painted = Signal()

    def __init__(self, catalogue: Catalogue, library: Library, settings: Settings) -> None:
        super().__init__()
        self._catalogue = catalogue
        self._library = library
        self._settings = settings
        self._pages: dict[str, QWidget] = {}
        self._states: Mapping[str, PageState] = {}
        self._text_size: TextSize | None = None
        self._was_painted = False
        self.shown: PageName = "compare"
        self._makers: dict[str, Callable[[], QWidget]] = {
            "compare": self._make_compare,
            "wizard": self._make_wizard,
            "evidence": self._make_evidence,
            "learn": self._make_learn,
            "safety": self._make_safety,
            "settings": self._make_settings,
            "help": self._make_help,
        }
        self.setWindowTitle("magdesk")
        set_least_size(self)
        self._arrange()
        self._add_keys()
        put_in_place(self, settings.values.window)
        self.show_page(settings.values.page).setFocus(Qt.FocusReason.OtherFocusReason)
        settings.changed.connect(self._take_setting)
        settings.failed.connect(self.say)
        if settings.problem:
            self.say(settings.problem)

    # --- pages ----------------------------------------------------------------------------

    def show_page(self, name: PageName) -> QWidget:
        """Bring a page to the front, building it first where needed; return it."""
        page = self._pages.get(name)
        if page is None:
            page = self._makers[name]()
            self._pages[name] = page
            self.stack.addWidget(page)
            self._bring_back(name, page)
        self.shown = name
        self.stack.setCurrentWidget(page)
        self.navigation.mark(name)
        self._find_elsewhere.setEnabled(name not in ("compare", "wizard"))
        return page

    def page(self, name: PageName) -> QWidget | None:
        """Return a page if it was built already."""
        return self._pages.get(name)

    def _make_compare(self) -> QWidget:
        from magdesk.ui.pages.compare.page import ComparePage

        page = ComparePage(self._catalogue, self._library, self._settings)
        page.find_requested.connect(self._open_wizard)
        page.open_learn.connect(self._open_learn)
        return page

    def _make_wizard(self) -> QWidget:
        from magdesk.ui.pages.wizard.page import WizardPage

        page = WizardPage(self._library, self._settings)
        page.left.connect(self._leave_wizard)
        page.show_in_table.connect(self._show_forms)
        page.read_form.connect(self._read_form)
        page.no_forms.connect(self._forget_forms)
        return page

    def _make_learn(self) -> QWidget:
        from magdesk.ui.pages.learn.page import LearnPage

        return LearnPage(self._library, self._settings)

    def _make_settings(self) -> QWidget:
        from magdesk.ui.pages.settings.page import SettingsPage

        return SettingsPage(self._library, self._settings)

    def _make_help(self) -> QWidget:
        from magdesk.ui.pages.help.page import HelpPage

        page = HelpPage(self._library)
        page.safety_requested.connect(self._open_safety)
        page.back_requested.connect(self._go_by_item)
        page.keys_requested.connect(self._list_keys)
        return page

    def _make_evidence(self) -> QWidget:
        from magdesk.ui.pages.evidence.page import EvidencePage

        page = EvidencePage(self._library, self._settings)
        page.read_form.connect(self._read_form)
        page.open_learn.connect(self._open_learn)
        return page

    def _make_safety(self) -> QWidget:
        from magdesk.ui.pages.safety.page import SafetyPage

        return SafetyPage(self._library)

    # --- ways between pages ---------------------------------------------------------------

    @property
    def compare(self) -> ComparePage:
        """The comparison, brought to the front."""
        return cast("ComparePage", self.show_page("compare"))

    @Slot()
    def _open_wizard(self) -> None:
        wizard = cast("WizardPage", self.show_page("wizard"))
        wizard.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _leave_wizard(self) -> None:
        self.compare.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _open_learn(self, slug: str) -> None:
        cast("LearnPage", self.show_page("learn")).open_page(slug)

    @Slot()
    def _open_safety(self) -> None:
        self.show_page("safety").setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(list)
    def _show_forms(self, forms: list[str]) -> None:
        self.compare.show_forms(forms)

    @Slot()
    def _forget_forms(self) -> None:
        compare = self._pages.get("compare")
        if compare is not None:
            cast("ComparePage", compare).forget_forms()

    @Slot(str)
    def _read_form(self, form: str) -> None:
        self.compare.show_form(form)

    @Slot()
    def _find_in_table(self) -> None:
        self.compare.find_in_table()

    @Slot()
    def _go_by_key(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            page = self.show_page(cast("PageName", action.data()))
            page.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot(str)
    def _go_by_item(self, name: str) -> None:
        page = self.show_page(cast("PageName", name))
        if name == "help":
            cast("HelpPage", page).explain(None)
        elif self.sender() is not self.navigation:
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _explain(self) -> None:
        """Open Help at the words about the page in front."""
        about = self.shown
        help_page = cast("HelpPage", self.show_page("help"))
        if about != "help":
            help_page.explain(about)
        help_page.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _list_keys(self) -> None:
        from magdesk.ui.pages.help.key_table import ShortcutsDialog

        ShortcutsDialog(self).open()

    # --- size of text ---------------------------------------------------------------------

    @property
    def text_size(self) -> TextSize:
        """What makes text larger and smaller."""
        if self._text_size is None:
            from magdesk.ui.shell.text_size_change import TextSize

            self._text_size = TextSize(self, self, self._settings)
        return self._text_size

    @Slot(str)
    def _take_setting(self, name: str) -> None:
        if name == "zoom":
            self.text_size.follow()

    @Slot()
    def _change_text_size(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.text_size.step(str(action.data()))

    @property
    def built_pages(self) -> Mapping[str, QWidget]:
        """The pages that were built, by name."""
        return self._pages

    def drop_pages(self) -> None:
        """Take down everything in the window; ``build_again`` has to follow."""
        self._pages.clear()
        old = self.centralWidget()
        self.setCentralWidget(QWidget())  # taken out instead, it would take the focus with it
        QCoreApplication.sendPostedEvents(old, QEvent.Type.DeferredDelete)

    def build_again(self, states: Mapping[str, PageState]) -> QWidget:
        """Build the navigation and the page in front; return it, with what was left on it."""
        self._states = states
        set_least_size(self)
        self._arrange()
        self._choose_rail()
        return self.show_page(self.shown)

    def _bring_back(self, name: str, page: QWidget) -> None:
        if name in self._states:
            from magdesk.ui.shell.page_state import bring_back

            bring_back(page, self._states[name])

    # --- arrangement ----------------------------------------------------------------------

    def _arrange(self) -> None:
        head = (
            Place("compare", "compare", self.tr("Compare")),
            Place("evidence", "evidence", self.tr("Evidence")),
            Place("learn", "learn", self.tr("Learn")),
        )
        foot = (
            Place("settings", "settings", self.tr("Settings")),
            Place("help", "help", self.tr("Help")),
        )
        self.navigation = Navigation(head, foot, NavSwitch(self._settings))
        self.navigation.chosen.connect(self._go_by_item)
        self.stack = QStackedWidget()
        self.stack.setBackgroundRole(QPalette.ColorRole.Base)
        self.stack.setAutoFillBackground(True)
        self._side = QVBoxLayout()
        self._side.setContentsMargins(0, 0, 0, 0)
        self._side.setSpacing(0)
        self._side.addWidget(self.stack, 1)
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.navigation)
        row.addLayout(self._side, 1)
        self.setCentralWidget(middle)

    @Slot(str)
    def say(self, problem: str) -> None:
        """Show a problem at the head of the window until it is closed."""
        from magdesk.ui.widgets.notice import Notice

        self._side.insertWidget(0, Notice(problem))

    def _add_keys(self) -> None:
        for name, keys in PAGES:
            title = self.navigation.items[name].text()
            add_key(self, title, (keys,), self._go_by_key).setData(name)
        add_key(self, self.tr("Help on this page"), (EXPLAIN,), self._explain)
        add_key(self, self.tr("List of keys"), LIST, self._list_keys)
        for way, sequences in TEXT_SIZES:
            add_key(self, self.tr("Size of text"), sequences, self._change_text_size).setData(way)
        add_key(self, self.tr("Quit"), ("Ctrl+Q",), self.close)
        find = QKeySequence(QKeySequence.StandardKey.Find).toString()
        title = self.tr("Find a form")
        self._find_elsewhere = add_key(self, title, (find,), self._find_in_table)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell of the first picture once all of it is painted."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self.first_painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Change between list and rail at the breakpoint, which grows with the font."""
        super().resizeEvent(event)
        self._choose_rail()

    def _choose_rail(self) -> None:
        rail = self.width() < _BREAKPOINT * unit(self)
        if rail != self.navigation.rail:
            self.navigation.set_rail(rail)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember size, place and page, and write the settings."""
        self._settings.change(window=place_of(self), page=_KEPT_AS.get(self.shown, self.shown))
        self._settings.save()
        super().closeEvent(event)
