"""What every test stands on: no display, its own settings, one locale, nothing left behind."""

from __future__ import annotations

import gc
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from magdesk.knowledge.loader import Library

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

# Before Qt is imported: what a developer's desktop sets must not reach a test.
for name in [name for name in os.environ if name.startswith("QT_") or name == "LANGUAGE"]:
    del os.environ[name]
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["LC_ALL"] = "C.UTF-8"  # Qt warns of any encoding but UTF-8

# How long one example takes says more of the machine than of the program.
settings.register_profile("without_deadlines", deadline=None)
settings.load_profile("without_deadlines")


@pytest.fixture(scope="session")
def library() -> Library:
    """The shipped knowledge, read once."""
    return Library()


@pytest.fixture(scope="session")
def config_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the settings of a test go; it does not exist until something is kept."""
    return tmp_path_factory.mktemp("settings") / "magdesk"


@pytest.fixture(autouse=True)
def _own_settings(config_folder: Path) -> Iterator[None]:
    os.environ["MAGDESK_CONFIG_DIR"] = str(config_folder)
    yield
    shutil.rmtree(config_folder, ignore_errors=True)


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    """The application class for pytest-qt, in British English whatever the machine speaks."""
    from PySide6.QtCore import QLocale
    from PySide6.QtWidgets import QApplication

    from magdesk.ui.shell.plurals import load_plurals

    class WithPlurals(QApplication):
        """The application as the program makes it: it knows the plurals."""

        def __init__(self, arguments: list[str]) -> None:
            super().__init__(arguments)
            load_plurals(self)

    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    return WithPlurals


@pytest.fixture
def lines_not_counted() -> Iterator[None]:
    """Coverage rests; the plugin's own ``no_cover`` does nothing where tests are shared out."""
    counting = sys.gettrace()
    sys.settrace(None)
    yield
    sys.settrace(counting)


@pytest.fixture(autouse=True)
def _no_window_left() -> Iterator[None]:
    before = _open_windows()
    yield
    if all(window in before for window in _open_windows()):
        return
    gc.collect()  # windows in a circle of references go now; it takes too long for every test
    left = [window for window in _open_windows() if window not in before]
    if not left:
        return
    words = ", ".join(f"{type(window).__name__} {window.objectName()!r}" for window in left)
    for window in left:
        window.close()
        window.deleteLater()
    pytest.fail(f"left open: {words}; give each window to qtbot.addWidget")


def _open_windows() -> list[QWidget]:
    """Top-level widgets that stand on their own; none where Qt was never loaded."""
    if "PySide6.QtWidgets" not in sys.modules:
        return []
    from PySide6.QtCore import QCoreApplication, QEvent, Qt
    from PySide6.QtWidgets import QApplication

    if QApplication.instance() is None:
        return []
    # Nothing runs an event loop here, so what was told to go later goes now.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    # A popup without a parent belongs to a completer, which goes with its field.
    return [
        window
        for window in QApplication.topLevelWidgets()
        if window.parent() is None and window.windowType() != Qt.WindowType.Popup
    ]
