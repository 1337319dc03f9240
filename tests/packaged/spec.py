"""PyInstaller's recipe, evaluated for any system: what it would put together."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from build_spec.packaging import linking
from build_spec.packaging.contents import Entry
from tests.packaged.tools import ROOT, need_pyinstaller

SPEC = ROOT / "build_spec" / "magdesk.spec"


@dataclass
class Evaluated:
    """What the recipe asked PyInstaller for."""

    names: dict[str, Any]
    """The recipe's own names: its lists, for instance."""
    settings: dict[str, dict[str, Any]] = field(default_factory=dict)
    """Keyword arguments of each step, by its name; of the last one where there are several."""
    programs: dict[str, dict[str, Any]] = field(default_factory=dict)
    """Keyword arguments of each program that is made, by its name."""


def evaluate(
    platform: str,
    work: Path,
    patch: pytest.MonkeyPatch,
    binaries: Sequence[Entry] = (),
    datas: Sequence[Entry] = (),
) -> Evaluated:
    """Evaluate the recipe as if on this platform, and as if PyInstaller had found these files."""
    need_pyinstaller()
    result = Evaluated({})

    class Analysis:
        def __init__(self, scripts: list[str], **settings: Any) -> None:
            result.settings["Analysis"] = settings
            self.scripts = [(Path(each).stem, each, "PYSOURCE") for each in scripts]
            self.scripts.append(("pyi_rth_pyside6", "hook", "PYSOURCE"))
            self.pure: list[Entry] = []
            self._modules_outside_pyz: list[Entry] = []
            self.binaries, self.datas = list(binaries), list(datas)

    def step(name: str) -> Any:
        def record(*_parts: Any, **settings: Any) -> str:
            result.settings[name] = settings
            if name == "EXE":
                result.programs[settings["name"]] = settings
            return name

        return record

    work.mkdir(parents=True, exist_ok=True)
    result.names |= {"SPECPATH": str(SPEC.parent), "workpath": str(work), "Analysis": Analysis}
    result.names |= {name: step(name) for name in ("PYZ", "EXE", "COLLECT", "BUNDLE")}
    patch.setattr(sys, "platform", platform)
    patch.setattr(sys, "path", list(sys.path))
    patch.setattr(linking, "linked_libraries", lambda _file: frozenset())
    exec(compile(SPEC.read_text("utf-8"), SPEC, "exec"), result.names)  # noqa: S102 - our own
    return result
