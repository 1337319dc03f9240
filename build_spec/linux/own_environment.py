"""Run before the program: what it starts, a browser for instance, must not load its libraries."""

from __future__ import annotations

import os

for name in [name for name in os.environ if name.startswith("_PYI_")]:
    del os.environ[name]  # how the start program speaks to copies of itself; here are none

# The start program points this to the bundle, and keeps what it was before under the second name.
os.environ.pop("LD_LIBRARY_PATH", None)
original = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
if original is not None:
    os.environ["LD_LIBRARY_PATH"] = original
