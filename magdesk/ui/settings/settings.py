"""What the program remembers: typed, checked, and written whole or not at all."""

from __future__ import annotations

from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from magdesk.ui.settings.settings_file import (
    FILE_NAME,
    UnusableFileError,
    make_folder,
    move_aside,
    read_table,
    settings_folder,
)
from magdesk.ui.settings.values import FORMAT, Values

_QUIET_MS = 400
"""Changes of so many milliseconds are written together; none waits longer."""


class Settings(QObject):
    """Keeps the values, tells of changes, and writes them to one file a moment later.

    Only what was changed here is written, onto the file as it is by then: another window may have
    changed other things. ``problem`` is a sentence for the user when the file could not be read or
    written, else empty; ``failed`` tells it when writing fails for the first time.
    """

    changed = Signal(str)
    failed = Signal(str)

    def __init__(self, folder: Path | None = None) -> None:
        super().__init__()
        self._path = (folder or settings_folder()) / FILE_NAME
        self.problem = ""
        self._write_failed = False
        self._values = self._read()
        self._unwritten: set[str] = set()
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

        An unknown name raises ``AttributeError``, a value of the wrong kind ``ValueError``; nothing
        is changed then.
        """
        for name in changes:
            if name not in Values.__struct_fields__:
                raise AttributeError(f"there is no setting called {name!r}")
        table = msgspec.to_builtins(self._values) | msgspec.to_builtins(changes)
        try:
            values = msgspec.convert(table, Values)
        except msgspec.ValidationError as error:
            raise ValueError(str(error)) from error  # the other ends the program in an override
        names = [name for name in changes if getattr(values, name) != getattr(self._values, name)]
        self._values = values
        self._unwritten.update(names)
        if names and not self._timer.isActive():
            self._timer.start()
        for name in names:
            self.changed.emit(name)

    def save(self) -> None:
        """Write what waits to be written now; the file can be read by its owner only."""
        self._timer.stop()
        if not self._unwritten:
            return
        from magdesk.whole_file import write_whole  # not for the first window

        try:
            make_folder(self._path.parent)
            write_whole(self._path, self._content())
        except OSError:
            self.problem = self.tr("The settings could not be saved in {}.").format(self._path)
            if not self._write_failed:
                self._write_failed = True
                self.failed.emit(self.problem)
            return
        self._unwritten.clear()

    def _content(self) -> bytes:
        """What is to be in the file: what is there by now, and what was changed here."""
        ours = msgspec.to_builtins(self._values)
        try:
            kept = msgspec.to_builtins(msgspec.convert(read_table(self._path), Values))
        except UnusableFileError as error:
            move_aside(self._path, error.why)  # another window wrote it, or a hand
            kept = ours
        except msgspec.ValidationError:
            move_aside(self._path, "unreadable")
            kept = ours
        table = kept | {name: ours[name] for name in self._unwritten} | {"format": FORMAT}
        return msgspec.json.format(msgspec.json.encode(table), indent=2) + b"\n"

    def _read(self) -> Values:
        try:
            return msgspec.convert(read_table(self._path), Values)
        except UnusableFileError as error:
            self.problem = self._keep_aside(error)
        except msgspec.ValidationError as error:
            self.problem = self._keep_aside(UnusableFileError("unreadable", str(error)))
        return Values()

    def _keep_aside(self, unusable: UnusableFileError) -> str:
        """Move the file to a dated name; return what to tell the user."""
        told = {
            "newer": self.tr("The settings were written by a newer version of the program."),
            "unreadable": self.tr("The settings could not be read."),
        }[unusable.why]
        try:
            aside = move_aside(self._path, unusable.why)
        except OSError as refused:
            reason = str(unusable) or refused.strerror or str(refused)
            return f"{told} " + self.tr("The file could not be moved: {}.").format(reason)
        return f"{told} " + self.tr(
            "So the program starts with its own settings. The old file is kept as {}."
        ).format(aside)
