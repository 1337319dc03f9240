"""What the program remembers: typed, checked, and written whole or not at all."""

import os
from datetime import datetime
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from magdesk.knowledge.records import Region

FILE_NAME = "settings.json"
FORMAT = 2
"""Counts up whenever a setting is added or means something else."""

_FOLDER_VARIABLE = "MAGDESK_CONFIG_DIR"
_QUIET_MS = 400
_OWNER_FOLDER = 0o700

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


PageKept = Literal["compare", "evidence", "guide", "settings", "help"]


class Values(_Part, frozen=True, kw_only=True):
    """Every setting with its default."""

    format: int = FORMAT
    theme: Literal["system", "light", "dark", "contrast"] = "system"
    region: Region | None = None
    """Null: the region that the limits name as default."""
    voice: Literal["plain", "detail"] = "plain"
    zoom: Annotated[int, msgspec.Meta(ge=80, le=200)] = 100
    """Size of text in percent of the system's."""
    page: PageKept = "compare"
    """Which page was in front."""
    window: WindowPlace | None = None
    pane: PaneState | None = None
    columns: tuple[ColumnState, ...] = ()
    sort: SortOrder | None = None
    sort_then: tuple[SortOrder, ...] = ()
    """What puts rows in order that are equal by ``sort``."""


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
        self._waiting = False
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
            self._waiting = True
            self._timer.start()
        for name in names:
            self.changed.emit(name)

    def save(self) -> None:
        """Write the file now if something waits to be written; readable by its owner only."""
        if not self._waiting and self._path.exists():
            return
        self._waiting = False
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
        from PySide6.QtCore import QFileDevice, QIODevice, QSaveFile  # not for the first window

        file = QSaveFile(str(self._path))
        if not file.open(QIODevice.OpenModeFlag.WriteOnly):
            return False
        file.setPermissions(QFileDevice.Permission.ReadOwner | QFileDevice.Permission.WriteOwner)
        file.write(content + b"\n")
        return file.commit()

    def _read(self) -> Values:
        try:
            content = self._path.read_bytes()
        except FileNotFoundError:
            return Values()
        except OSError as error:
            self.problem = self._keep_aside("unreadable", str(error))
            return Values()
        try:
            if _format_of(content) > FORMAT:
                self.problem = self._keep_aside("newer", "")
                return Values()
            return msgspec.structs.replace(msgspec.json.decode(content, type=Values), format=FORMAT)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            self.problem = self._keep_aside("unreadable", str(error))
            return Values()

    def _keep_aside(self, why: Literal["newer", "unreadable"], error: str) -> str:
        """Move the file to a dated name; return what to tell the user."""
        told = {
            "newer": self.tr("The settings were written by a newer version of the program."),
            "unreadable": self.tr("The settings could not be read."),
        }[why]
        stamp = datetime.now().astimezone().strftime("%Y-%m-%d-%H%M%S")
        aside = self._path.with_name(f"settings-{why}-{stamp}.json")
        try:
            self._path.replace(aside)
        except OSError as refused:
            reason = error or refused.strerror or str(refused)
            return f"{told} " + self.tr("The file could not be moved: {}.").format(reason)
        return f"{told} " + self.tr(
            "So the program starts with its own settings. The old file is kept as {}."
        ).format(aside)


class _Written(msgspec.Struct):
    """The one thing that is asked of a file of any version."""

    format: int = 1


def _format_of(content: bytes) -> int:
    """Return the format a file says it has; one that cannot be read is told of later."""
    try:
        return msgspec.json.decode(content, type=_Written).format
    except (msgspec.DecodeError, UnicodeDecodeError):
        return FORMAT


def settings_folder() -> Path:
    """Return the folder for settings: ``MAGDESK_CONFIG_DIR`` or the system's place for them."""
    chosen = os.environ.get(_FOLDER_VARIABLE)
    if chosen:
        return Path(chosen)
    from PySide6.QtCore import QStandardPaths

    place = QStandardPaths.StandardLocation.GenericConfigLocation
    return Path(QStandardPaths.writableLocation(place)) / "magdesk"
