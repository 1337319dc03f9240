"""The one way a file is written: whole or not at all, readable by its owner only."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Write a file in one step; raise ``OSError`` where it cannot be, then the old one stays.

    What is no ordinary file, such as a pipe, is written to as it is.
    """
    if path.exists() and not path.is_file():
        with path.open("wb", buffering=0) as device:
            device.write(content)
        return
    target = path.resolve()  # a link stays a link
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".magdesk-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink()
        raise
