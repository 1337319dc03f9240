"""What the program remembers: typed, checked, and written whole or not at all."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from PySide6.QtCore import (
    QFileDevice,
    QIODevice,
    QObject,
    QSaveFile,
    QStandardPaths,
    QTimer,
    Signal,
)

from magdesk.knowledge.records import Region

FILE_NAME = "settings.json"
_FOLDER_VARIABLE = "MAGDESK_CONFIG_DIR"
_QUIET_MS = 400
_OWNER_FOLDER = 0o700
_OWNER_FILE = QFileDevice.Permission.ReadOwner | QFileDevice.Permission.WriteOwner

Pixels = Annotated[int, msgspec.Meta(ge=0, le=100_000)]
Units = Annotated[float, msgspec.Meta(ge=0, le=10_000)]
Place = Annotated[int, msgspec.Meta(ge=-100_000, le=100_000)]


class _Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A part of the settings; it refuses names it does not know."""


class WindowPlace(_Part, frozen=True, kw_only=True):
    """Where the window was, in device-independent pixels."""

    x: Place
    y: Place
    width: Pixels
    height: Pixels
    maximized: bool = False


class ColumnState(_Part, frozen=True, kw_only=True):
    """One column of the comparison; null where the user chose nothing."""

    key: str
    width_u: Units | None = None
    visible: bool | None = None


class PaneState(_Part, frozen=True, kw_only=True):
    """The detail pane beside the comparison; its width in u, so that it fits any font size."""

    width_u: Units
    open: bool = True


class SortOrder(_Part, frozen=True, kw_only=True):
    """What the comparison is sorted by."""

    key: str
    descending: bool = False


class Values(_Part, frozen=True, kw_only=True):
    """Every setting with its default."""

    theme: Literal["system", "light", "dark", "contrast"] = "system"
    region: Region | None = None
    """Null: the region that the limits name as default."""
    voice: Literal["plain", "detail"] = "plain"
    window: WindowPlace | None = None
    pane: PaneState | None = None
    columns: tuple[ColumnState, ...] = ()
    sort: SortOrder | None = None


class Settings(QObject):
    """Keeps the values, tells of changes, and writes them to one file a moment later.

    ``problem`` is a sentence for the user when the file could not be read or written, else empty;
    ``failed`` tells it when writing fails for the first time.
    """

    changed = Signal(str)
    failed = Signal(str)

    def __init__(self, folder: Path | None = None) -> None:
        super().__init__()
        self._path = (folder or settings_folder()) / FILE_NAME
        self.problem = ""
        self._write_failed = False
        self._values = self._read()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_QUIET_MS)
        self._timer.timeout.connect(self.save)

    @property
    def values(self) -> Values:
        """The settings of the moment; frozen, so read them again after a change."""
        return self._values

    @property
    def path(self) -> Path:
        """The file they are kept in."""
        return self._path

    def change(self, **changes: object) -> None:
        """Change settings by name and keep them.

        An unknown name raises ``AttributeError``, a value of the wrong kind
        ``msgspec.ValidationError``; nothing is changed then.
        """
        for name in changes:
            if name not in Values.__struct_fields__:
                raise AttributeError(f"there is no setting called {name!r}")
        table = msgspec.to_builtins(self._values) | msgspec.to_builtins(changes)
        values = msgspec.convert(table, Values)
        names = [name for name in changes if getattr(values, name) != getattr(self._values, name)]
        self._values = values
        if names:
            self._timer.start()
        for name in names:
            self.changed.emit(name)

    def save(self) -> None:
        """Write the file now if something waits to be written; readable by its owner only."""
        if not self._timer.isActive() and self._path.exists():
            return
        self._timer.stop()
        if self._values == Values() and not self._path.exists():
            return
        if not self._write(msgspec.json.format(msgspec.json.encode(self._values), indent=2)):
            first = not self._write_failed
            self._write_failed = True
            self.problem = self.tr("The settings could not be saved in {}.").format(self._path)
            if first:
                self.failed.emit(self.problem)

    def _write(self, content: bytes) -> bool:
        try:
            self._path.parent.mkdir(mode=_OWNER_FOLDER, parents=True, exist_ok=True)
        except OSError:
            return False
        file = QSaveFile(str(self._path))
        if not file.open(QIODevice.OpenModeFlag.WriteOnly):
            return False
        file.setPermissions(_OWNER_FILE)
        file.write(content + b"\n")
        return file.commit()

    def _read(self) -> Values:
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=Values)
        except FileNotFoundError:
            return Values()
        except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
            self.problem = self._keep_aside(error)
            return Values()

    def _keep_aside(self, error: Exception) -> str:
        """Move the unreadable file to a dated name; return what to tell the user."""
        stamp = datetime.now().astimezone().strftime("%Y-%m-%d-%H%M%S")
        aside = self._path.with_name(f"settings-unreadable-{stamp}.json")
        try:
            self._path.replace(aside)
        except OSError:
            return self.tr("The settings could not be read: {}.").format(error)
        return self.tr(
            "The settings could not be read, so the program starts with its own. "
            "The old file is kept as {}."
        ).format(aside)


def settings_folder() -> Path:
    """Return the folder for settings: ``MAGDESK_CONFIG_DIR`` or the system's place for them."""
    chosen = os.environ.get(_FOLDER_VARIABLE)
    if chosen:
        return Path(chosen)
    place = QStandardPaths.StandardLocation.GenericConfigLocation
    return Path(QStandardPaths.writableLocation(place)) / "magdesk"
