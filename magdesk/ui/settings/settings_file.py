"""The file of the settings: read whatever it is, written whole or not at all; needs no Qt."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import msgspec

from magdesk.ui.settings.values import FORMAT

FILE_NAME = "settings.json"
MAX_BYTES = 1_000_000
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
"""Some editors begin a text with it."""
_FOLDER_VARIABLE = "MAGDESK_CONFIG_DIR"
_OWNER_FOLDER = 0o700
_RENAMED_IN = 3
"""The format in which the voice became the detail level, and the guide Learn."""

Why = Literal["newer", "unreadable"]


class UnusableFileError(Exception):
    """A file that is there and cannot be used; ``why``, and in words what the system said."""

    def __init__(self, why: Why, error: str = "") -> None:
        super().__init__(error)
        self.why = why


def read_table(path: Path) -> dict[str, object]:
    """Return what the file says, in the names of today; nothing where there is no file.

    Raises ``UnusableFileError`` for what cannot be read, is no settings, or of a newer version.
    """
    try:
        content = _content(path)
        table = msgspec.json.decode(content.removeprefix(_BYTE_ORDER_MARK))
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError as error:
        raise UnusableFileError("unreadable", error.strerror or str(error)) from error
    except (ValueError, RecursionError) as error:
        raise UnusableFileError("unreadable", str(error)) from error
    if not isinstance(table, dict):
        raise UnusableFileError("unreadable", "no JSON object")
    if _format_of(table) > FORMAT:
        raise UnusableFileError("newer")
    return carried_over(table)


def carried_over(table: Mapping[str, object]) -> dict[str, object]:
    """Return what a file of this or an older format says, in the names of today."""
    today = {**table, "format": FORMAT}
    if _format_of(table) < _RENAMED_IN:
        if "voice" in today:
            today["detail_level"] = today.pop("voice")
        if today.get("page") == "guide":
            today["page"] = "learn"
    return today


def make_folder(folder: Path) -> None:
    """Make the folder, for its owner alone; ``OSError`` where that cannot be."""
    folder.mkdir(mode=_OWNER_FOLDER, parents=True, exist_ok=True)


def move_aside(path: Path, why: Why) -> Path:
    """Move the file to a dated name and return that; ``OSError`` where it stays."""
    from datetime import datetime  # hardly ever needed

    stamp = datetime.now().astimezone().strftime("%Y-%m-%d-%H%M%S")
    aside = path.with_name(f"settings-{why}-{stamp}.json")
    path.replace(aside)
    return aside


def settings_folder() -> Path:
    """Return the folder for settings: ``MAGDESK_CONFIG_DIR`` or the system's place for them."""
    chosen = os.environ.get(_FOLDER_VARIABLE)
    if chosen:
        named = _home() / chosen[2:] if chosen[:2] in ("~/", "~\\") else Path(chosen)
        return _home() if chosen == "~" else named
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or _home() / "AppData" / "Local") / "magdesk"
    if sys.platform == "darwin":
        return _home() / "Library" / "Preferences" / "magdesk"
    configured = Path(os.environ.get("XDG_CONFIG_HOME", ""))
    return (configured if configured.is_absolute() else _home() / ".config") / "magdesk"


def _home() -> Path:
    """The person's own folder, also where the environment does not name it."""
    named = Path(os.environ.get("HOME", ""))
    if sys.platform == "win32" or named.is_absolute():
        return Path.home()
    import pwd

    try:
        return Path(pwd.getpwuid(os.getuid()).pw_dir)
    except KeyError:  # a user whom the system does not know
        return Path(os.devnull)


def _content(path: Path) -> bytes:
    """What an ordinary file holds; a pipe is not waited for, a device not read."""
    if not path.is_file():
        if path.is_symlink() or path.exists():
            raise OSError(0, "not an ordinary file")
        return path.read_bytes()  # which tells why not
    if path.stat().st_size > MAX_BYTES:
        raise OSError(0, "too large")
    return path.read_bytes()


def _format_of(table: Mapping[str, object]) -> int:
    """Return the format a file says it has, the first where it says none or nonsense."""
    written = table.get("format", 1)
    return written if isinstance(written, int) else 1
