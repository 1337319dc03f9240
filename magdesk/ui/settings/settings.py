"""What the program remembers: typed, checked, and written whole or not at all."""

import os
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Literal

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from magdesk.ui.settings.values import FORMAT, Values

FILE_NAME = "settings.json"
_FOLDER_VARIABLE = "MAGDESK_CONFIG_DIR"
_RENAMED_IN = 3
"""The format in which the voice became the detail level, and the guide Learn."""
_QUIET_MS = 400
_OWNER_FOLDER = 0o700


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
            table = msgspec.json.decode(content, type=dict[str, object])
            if _format_of(table) > FORMAT:
                self.problem = self._keep_aside("newer", "")
                return Values()
            return msgspec.convert(carried_over(table), Values)
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


def _format_of(table: Mapping[str, object]) -> int:
    """Return the format a file says it has, the first where it says none or nonsense."""
    written = table.get("format", 1)
    return written if isinstance(written, int) else 1


def carried_over(table: Mapping[str, object]) -> dict[str, object]:
    """Return what a file of this or an older format says, in the names of today."""
    today = {**table, "format": FORMAT}
    if _format_of(table) < _RENAMED_IN:
        if "voice" in today:
            today["detail_level"] = today.pop("voice")
        if today.get("page") == "guide":
            today["page"] = "learn"
    return today


def settings_folder() -> Path:
    """Return the folder for settings: ``MAGDESK_CONFIG_DIR`` or the system's place for them."""
    chosen = os.environ.get(_FOLDER_VARIABLE)
    if chosen:
        return Path(chosen)
    from PySide6.QtCore import QStandardPaths

    place = QStandardPaths.StandardLocation.GenericConfigLocation
    return Path(QStandardPaths.writableLocation(place)) / "magdesk"
