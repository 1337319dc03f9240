"""The window: navigation at the side, one page in front, each built when it is first shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QRect, QSize, Qt, Slot
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QGuiApplication,
    QKeySequence,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from magdesk.ui.navigation import Navigation, PageName, Place
from magdesk.ui.settings import Settings, WindowPlace
from magdesk.ui.theme import unit

if TYPE_CHECKING:
    from magdesk.knowledge.catalogue import Catalogue
    from magdesk.knowledge.loader import Library
    from magdesk.ui.compare.page import ComparePage
    from magdesk.ui.guide.page import GuidePage
    from magdesk.ui.wizard.page import WizardPage

_BREAKPOINT = 960.0
_FIRST_SIZE = (1180.0, 760.0)
_LEAST_SIZE = (640.0, 420.0)
_VISIBLE_PART = 100


class MainWindow(QMainWindow):
    """Shows one page at a time; ``show_page`` goes to another."""

    def __init__(self, catalogue: Catalogue, library: Library, settings: Settings) -> None:
        super().__init__()
        self._catalogue = catalogue
        self._library = library
        self._settings = settings
        self._pages: dict[str, QWidget] = {}
        self._makers: dict[str, Callable[[], QWidget]] = {
            "compare": self._make_compare,
            "wizard": self._make_wizard,
            "evidence": self._make_evidence,
            "guide": self._make_guide,
            "safety": self._make_safety,
            "settings": self._make_settings,
            "help": self._make_help,
        }
        self.setWindowTitle("magdesk")
        self._arrange()
        self._add_keys()
        self._place()
        self.compare.table.setFocus(Qt.FocusReason.OtherFocusReason)
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
        self.stack.setCurrentWidget(page)
        self.navigation.mark(name)
        self._find_elsewhere.setEnabled(name not in ("compare", "wizard"))
        return page

    def page(self, name: PageName) -> QWidget | None:
        """Return a page if it was built already."""
        return self._pages.get(name)

    def _make_compare(self) -> QWidget:
        from magdesk.ui.compare.page import ComparePage

        page = ComparePage(self._catalogue, self._library, self._settings)
        page.find_requested.connect(self._open_wizard)
        page.open_guide.connect(self._open_guide)
        return page

    def _make_wizard(self) -> QWidget:
        from magdesk.ui.wizard.page import WizardPage

        page = WizardPage(self._library, self._settings)
        page.left.connect(self._leave_wizard)
        page.show_in_table.connect(self._show_forms)
        page.read_form.connect(self._read_form)
        return page

    def _make_guide(self) -> QWidget:
        from magdesk.ui.guide.page import GuidePage

        return GuidePage(self._library)

    def _make_settings(self) -> QWidget:
        from magdesk.ui.preferences.page import SettingsPage

        return SettingsPage(self._library, self._settings)

    def _make_help(self) -> QWidget:
        from magdesk.ui.help import HelpPage

        page = HelpPage(self._library)
        page.safety_requested.connect(self._open_safety)
        return page

    def _make_evidence(self) -> QWidget:
        from magdesk.ui.evidence.page import EvidencePage

        page = EvidencePage(self._library, self._settings)
        page.read_form.connect(self._read_form)
        page.open_guide.connect(self._open_guide)
        return page

    def _make_safety(self) -> QWidget:
        from magdesk.ui.safety.page import SafetyPage

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
    def _open_guide(self, slug: str) -> None:
        cast("GuidePage", self.show_page("guide")).open_page(slug)

    @Slot()
    def _open_safety(self) -> None:
        self.show_page("safety").setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(list)
    def _show_forms(self, forms: list[str]) -> None:
        self.compare.show_forms(forms)

    @Slot(str)
    def _read_form(self, form: str) -> None:
        self.compare.show_form(form)

    @Slot()
    def _find_in_table(self) -> None:
        self.compare.toolbar.focus_filter()

    @Slot()
    def _go_by_key(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            page = self.show_page(cast("PageName", action.data()))
            page.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot(str)
    def _go_by_item(self, name: str) -> None:
        self.show_page(cast("PageName", name))

    # --- arrangement ----------------------------------------------------------------------

    def _arrange(self) -> None:
        head = (
            Place("compare", "compare", self.tr("Compare")),
            Place("evidence", "evidence", self.tr("Evidence")),
            Place("guide", "guide", self.tr("Guide")),
        )
        foot = (
            Place("settings", "settings", self.tr("Settings")),
            Place("help", "help", self.tr("Help")),
        )
        self.navigation = Navigation(head, foot)
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
        one = unit(self)
        least = QSize(round(_LEAST_SIZE[0] * one), round(_LEAST_SIZE[1] * one))
        screen = QGuiApplication.primaryScreen().availableGeometry()
        self.setMinimumSize(least.boundedTo(screen.size()))

    @Slot(str)
    def say(self, problem: str) -> None:
        """Show a problem at the head of the window until it is closed."""
        from magdesk.ui.notice import Notice

        self._side.insertWidget(0, Notice(problem))

    def _add_keys(self) -> None:
        pages: tuple[tuple[PageName, str, str], ...] = (
            ("compare", self.tr("Compare"), "Ctrl+1"),
            ("evidence", self.tr("Evidence"), "Ctrl+2"),
            ("guide", self.tr("Guide"), "Ctrl+3"),
            ("settings", self.tr("Settings"), "Ctrl+,"),
            ("help", self.tr("Help"), "F1"),
        )
        for name, title, keys in pages:
            action = QAction(title, self)
            action.setData(name)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(self._go_by_key)
            self.addAction(action)
        leave = QAction(self.tr("Quit"), self)
        leave.setShortcut(QKeySequence("Ctrl+Q"))
        leave.triggered.connect(self.close)
        self.addAction(leave)
        self._find_elsewhere = QAction(self.tr("Find a form"), self)
        self._find_elsewhere.setShortcut(QKeySequence(QKeySequence.StandardKey.Find))
        self._find_elsewhere.triggered.connect(self._find_in_table)
        self.addAction(self._find_elsewhere)

    def _place(self) -> None:
        """Take the size and place of last time, where a screen still shows it."""
        one = unit(self)
        place = self._settings.values.window
        size = QSize(round(_FIRST_SIZE[0] * one), round(_FIRST_SIZE[1] * one))
        if place is None:
            screen = QGuiApplication.primaryScreen().availableGeometry()
            self.resize(size.boundedTo(screen.size()))
            return
        wanted = QRect(place.x, place.y, place.width, place.height)
        fitting = fit_to_screens(
            wanted, [screen.availableGeometry() for screen in QGuiApplication.screens()]
        )
        self.setGeometry(fitting)
        if place.maximized:
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Change between list and rail at the breakpoint, which grows with the font."""
        super().resizeEvent(event)
        rail = self.width() < _BREAKPOINT * unit(self)
        if rail != self.navigation.rail:
            self.navigation.set_rail(rail)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember size and place, and write the settings."""
        normal = self.normalGeometry()
        self._settings.change(
            window=WindowPlace(
                x=normal.x(),
                y=normal.y(),
                width=normal.width(),
                height=normal.height(),
                maximized=self.isMaximized(),
            )
        )
        self._settings.save()
        super().closeEvent(event)


def fit_to_screens(wanted: QRect, screens: list[QRect]) -> QRect:
    """Return the rectangle, moved and shrunk so that one of the screens shows it.

    A window of which at least ``_VISIBLE_PART`` pixels a side can be seen stays where it is.
    """
    for screen in screens:
        seen = screen.intersected(wanted)
        if min(seen.width(), seen.height()) >= _VISIBLE_PART and wanted.top() >= screen.top():
            return QRect(wanted.topLeft(), wanted.size().boundedTo(screen.size()))
    home = screens[0]
    size = wanted.size().boundedTo(home.size())
    moved = QRect(home.topLeft(), size)
    moved.moveCenter(home.center())
    return moved
