"""Imports the binding's base the quick way, where its release is known to allow that.

A third of the time that an empty window takes goes into the binding's knowledge of signatures: on
every start it unpacks a dozen modules and compiles them, for the texts of its own errors and for
help in an editor. They may stand as files in a folder ``files.dir`` beside the binding's base
instead. Here such a folder stands beside this module. What it holds imports the binding's own
modules when something is first asked of them, see ``late.py``.
"""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path

BASE = "shiboken6"
KNOWN = frozenset(("6.11.3",))
"""Releases whose start was read and tested; any other is imported as usual."""

_SWITCH = "SBK_EMBED"
"""Lets the binding write and delete ``files.dir``, which must not be this one."""


def import_base_quickly() -> bool:
    """Import the binding's base with late signatures; return whether that was done.

    It is not where the base is imported already, absent, or of an unknown release.
    """
    if BASE in sys.modules or _SWITCH in os.environ:
        return False
    spec = importlib.util.find_spec(BASE)
    read = getattr(spec and spec.loader, "get_code", None)
    code = read and read(BASE)
    if spec is None or code is None or KNOWN.isdisjoint(code.co_consts):
        return False
    base = importlib.util.module_from_spec(spec)
    base.__file__ = str(Path(__file__).with_name("__init__.py"))
    sys.modules[BASE] = base
    try:
        exec(code, base.__dict__)  # noqa: S102 - the package's own code, as an import runs it
    except BaseException:
        del sys.modules[BASE]
        raise
    base.__file__ = spec.origin
    return True
