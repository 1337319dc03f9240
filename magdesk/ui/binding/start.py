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
from importlib.machinery import ModuleSpec
from pathlib import Path

BASE = "shiboken6"
KNOWN = {
    "6.11.3": {
        "__version__": "6.11.3",
        "__version_info__": (6, 11, 3, "", ""),
        "__minimum_python_version__": (3, 10),
        "__maximum_python_version__": (3, 14),
    }
}
"""Releases whose start was read and tested, with what their base says of itself.

Any other release is imported as usual. Beside saying this, the base's own code imports a dozen of
Python's modules for the signatures, which then import what they need by themselves.
"""

_SWITCH = "SBK_EMBED"
"""Lets the binding write and delete ``files.dir``, which must not be this one."""


def import_base_quickly() -> bool:
    """Import the binding's base with late signatures; return whether that was done.

    It is not where the base is imported already, absent, or of an unknown release.
    """
    if BASE in sys.modules or _SWITCH in os.environ:
        return False
    spec = importlib.util.find_spec(BASE)
    release = _release(spec)
    if spec is None or release is None:
        return False
    base = importlib.util.module_from_spec(spec)
    vars(base).update(KNOWN[release], __file__=str(Path(__file__).with_name("__init__.py")))
    sys.modules[BASE] = base
    try:
        compiled = importlib.import_module(f"{BASE}.Shiboken")
    except BaseException:
        del sys.modules[BASE]
        raise
    names = {name: each for name, each in vars(compiled).items() if not name.startswith("_")}
    vars(base).update(names, __file__=spec.origin)
    return True


def _release(spec: ModuleSpec | None) -> str | None:
    """The known release that the package is of, a constant in its code; None for any other."""
    read = getattr(spec and spec.loader, "get_code", None)
    code = read and read(BASE)
    return next((each for each in KNOWN if code and each in code.co_consts), None)
