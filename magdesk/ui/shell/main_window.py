"""The window: navigation at the side, one page in front, each built when it is first shown."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from magdesk.ui.look.theme import unit
from magdesk.ui.settings.settings import Settings
from magdesk.ui.shell.detail_level_switch import NavSwitch
from magdesk.ui.shell.keys import EXPLAIN, LIST, TEXT_SIZES, add_key
from magdesk.ui.shell.navigation import Navigation, Place
from magdesk.ui.shell.pages import Around, Page, forget_sources, keys_of, pages
from magdesk.ui.shell.shared_sheet import SharedSheet
from magdesk.ui.shell.ways import Ways
from magdesk.ui.shell.window_place import place_of, put_in_place, set_least_size

if TYPE_CHECKING:
    from magdesk.knowledge.loader import Library
    from magdesk.ui.pages.compare.page import ComparePage
    from magdesk.ui.pages.help.page import HelpPage
    from magdesk.ui.shell.sheet_files import SheetFiles
    from magdesk.ui.widgets.scroll import ScrollArea

_BREAKPOINT = 960.0
_LEAST_PAGE = 420.0, 275.0
"""What every page needs in u: a screen of 400 by 300 pixels less the frame of the window."""
_MOST_NOTICES = 2
_FIND_THEMSELVES = ("compare", "wizard", "counter")
"""Pages where the key for *Find* is their own."""


class MainWindow(QMainWindow):
    """Shows one page at a time; ``show_page`` goes to another.

    ``first_painted`` tells when the first picture of the window stands.
    """

    first_painted = Signal()
    _ready = False
    _outer: ScrollArea | None = None
    """Scrolls all of the window where it is too small; mostly not there."""

    def __init__(
        self, library: Library, settings: Settings, registry: tuple[Page, ...] | None = None
    ) -> None:
        super().__init__()
        self._settings = settings
        self.ways = Ways(self.show_page, self.page, self)
        self.ways.keys_asked.connect(self._list_keys)
        self.ways.problem_told.connect(self.say)
        self.ways.save_asked.connect(self._save_sheet)
        self.ways.open_asked.connect(self._open_sheet)
        self.ways.person_left.connect(self._forget_person)
        self._around = Around(
            library, settings, self.ways, registry or pages(), SharedSheet(library, settings, self)
        )
        self._pages = {page.name: page for page in self._around.pages}
        self._built: dict[str, QWidget] = {}
        self._was_painted = False
        self._marked = ""
        """The page whose item is marked: the one in front, or the one that led to it."""
        self.shown = self._around.pages[0].name
        self.setWindowTitle("magdesk")
        set_least_size(self)
        self._arrange()
        self._add_keys()
        put_in_place(self, settings.values.window)
        kept = settings.values.page
        if settings.values.opens_counter:
            kept = "counter"
        first = kept if kept in self._pages else self.shown
        self.show_page(first).setFocus(Qt.FocusReason.OtherFocusReason)
        self._ready = True
        settings.failed.connect(self.say)
        if settings.problem:
            self.say(settings.problem)

    # --- pages ----------------------------------------------------------------------------

    def show_page(self, name: str) -> QWidget:
        """Bring a page to the front, building it first where needed; return it."""
        page = self._built.get(name)
        if page is None:
            page = self._pages[name].make(self._around)
            forget_sources()
            self._built[name] = page
            self.stack.addWidget(page)
        self.shown = name
        if self.stack.currentWidget() is not page:
            self.stack.setCurrentWidget(page)
            from magdesk.ui.widgets.access.click_hold import hold_clicks  # not for the first window

            hold_clicks(self)
        entry = self._pages[name]
        self._marked = name if entry.icon else self._marked or entry.kept_as
        self.navigation.mark(self._marked)
        self._find_elsewhere.setEnabled(name not in _FIND_THEMSELVES)
        self._choose_rail()
        return page

    def page(self, name: str) -> QWidget | None:
        """Return a page if it was built already."""
        return self._built.get(name)

    @Slot()
    def _forget_person(self) -> None:
        """Leave no page but the counter: fields, ticks and what could be undone go with them."""
        counter = self.show_page("counter")
        for name in [name for name, page in self._built.items() if page is not counter]:
            page = self._built.pop(name)
            self.stack.removeWidget(page)
            page.hide()
            page.deleteLater()
        self._around.sheet.forget_listeners()

    @property
    def compare(self) -> ComparePage:
        """The comparison, brought to the front."""
        return self.ways.compare

    @Slot()
    def _go_by_key(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.show_page(action.data()).setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot(str)
    def _go_by_item(self, name: str) -> None:
        page = self.show_page(name)
        if name == "help":
            cast("HelpPage", page).explain(None)

    @Slot()
    def _explain(self) -> None:
        """Open Help at the words about the page in front."""
        about = self.shown
        help_page = cast("HelpPage", self.show_page("help"))
        if self._pages[about].help:
            help_page.explain(about)
        help_page.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _list_keys(self) -> None:
        from magdesk.ui.pages.help.key_table import ShortcutsDialog

        ShortcutsDialog(keys_of(self._around.pages), self).open()

    # --- the file of answers and products -------------------------------------------------

    @Slot()
    def _save_sheet(self) -> None:
        self._say_where_told(self.files.ask_and_save())

    @Slot()
    def _open_sheet(self) -> None:
        self._say_where_told(self.files.ask_and_open())

    @cached_property
    def files(self) -> SheetFiles:
        """Saves and opens what is entered."""
        from magdesk.ui.shell.sheet_files import SheetFiles

        return SheetFiles(self, self._around.library, self._around.sheet)

    def _say_where_told(self, words: str) -> None:
        if words:
            self.say(words)

    # --- size of text ---------------------------------------------------------------------

    @Slot()
    def _change_text_size(self) -> None:
        from magdesk.ui.look.text_size import stepped

        action = self.sender()
        if isinstance(action, QAction):
            from magdesk.ui.widgets.access.announce import announce

            self._settings.change(zoom=stepped(action.data(), self._settings.values.zoom))
            words = self.tr("Size of text: {percent} %")
            announce(self, words.format(percent=self._settings.values.zoom))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._ready:
            set_least_size(self)
            self._keep_in_reach()
            self._choose_rail()

    # --- arrangement ----------------------------------------------------------------------

    def _arrange(self) -> None:
        listed = [page for page in self._around.pages if page.icon]
        head, foot = (
            tuple(
                Place(page.name, page.icon, page.title) for page in listed if page.at_foot is foot
            )
            for foot in (False, True)
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
        self._middle = middle

    def _keep_in_reach(self) -> None:
        """Let a window that is smaller than any page can be scroll as a whole."""
        one = unit(self)
        wide, tall = (round(length * one) for length in _LEAST_PAGE)
        if self._outer is None and (self.width() < wide or self.height() < tall):
            from magdesk.ui.widgets.scroll import ScrollArea  # hardly any screen is so small

            self._outer = ScrollArea()
            self.takeCentralWidget()
            self._outer.content = self._middle
            self._outer.set_canvas(self._middle)
            self.setCentralWidget(self._outer)
        if self._outer is not None:
            self._middle.setMinimumSize(wide, tall)

    @Slot(str)
    def say(self, problem: str) -> None:
        """Show a problem at the head of the window until it is closed.

        What is told again takes the place of itself, and the oldest goes: the page stays in sight.
        """
        from magdesk.ui.widgets.notice import Notice

        told = self.findChildren(Notice)[::-1]  # the newest first, as they stand
        kept = [notice for notice in told if notice.accessibleName() != problem]
        for notice in told:
            if notice not in kept[: _MOST_NOTICES - 1]:
                self._side.removeWidget(notice)
                notice.close_now()
        self._side.insertWidget(0, Notice(problem))

    def _add_keys(self) -> None:
        for page in self._around.pages:
            if page.key:
                add_key(self, page.title, (page.key,), self._go_by_key).setData(page.name)
        add_key(self, self.tr("Help on this page"), (EXPLAIN,), self._explain)
        add_key(self, self.tr("List of keys"), LIST, self._list_keys)
        for way, sequences in TEXT_SIZES:
            add_key(self, self.tr("Size of text"), sequences, self._change_text_size).setData(way)
        add_key(self, self.tr("Save answers and products"), ("Ctrl+S",), self._save_sheet)
        add_key(self, self.tr("Open answers and products"), ("Ctrl+O",), self._open_sheet)
        add_key(self, self.tr("Quit"), ("Ctrl+Q",), self.close)
        find = QKeySequence(QKeySequence.StandardKey.Find).toString()
        title = self.tr("Find a form")
        self._find_elsewhere = add_key(self, title, (find,), self.ways.find_in_table)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell of the first picture once all of it is painted."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self.first_painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_in_reach()
        self._choose_rail()

    def _choose_rail(self) -> None:
        rail = self._pages[self.shown].as_rail or self.width() < _BREAKPOINT * unit(self)
        if rail != self.navigation.rail:
            self.navigation.set_rail(rail)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.keep()
        super().closeEvent(event)

    @Slot()
    def keep(self) -> None:
        """Remember size, place and page, and write the settings now."""
        self._settings.change(window=place_of(self), page=self._pages[self.shown].kept_as)
        self._settings.save()
