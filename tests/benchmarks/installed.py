"""magdesk as people have it who install it with pip: what it needs to run and nothing else.

The tools of the tests are left out on purpose: some of them are imported wherever they are found,
and every program that Python starts would pay for them.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from build_spec.packaging import product

CONSTRAINTS = product.ROOT / "build_spec" / "constraints.txt"
BUILT_FROM = ("magdesk", "resources", "pyproject.toml", "setup.py", "README.md", "LICENSE")


def install(folder: Path) -> Path:
    """Install today's sources into an environment of their own; its folder of programs.

    The environment is made once, which takes a quarter of a minute, and then kept.
    """
    python = folder / "bin" / "python"
    pip = (python, "-m", "pip", "install", "--quiet", "--constraint", CONSTRAINTS)
    if not python.exists():
        print("Installing magdesk to be measured.", flush=True)
        _call(sys.executable, "-m", "venv", folder)
        _call(*pip, "setuptools")
    with tempfile.TemporaryDirectory() as copy:
        for name in BUILT_FROM:
            _copy(product.ROOT / name, Path(copy, name))
        _call(*pip, "--no-build-isolation", copy)
        _call(*pip, "--no-build-isolation", "--no-deps", "--force-reinstall", copy)
    return python.parent


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
    else:
        shutil.copy(source, target)


def _call(*command: str | Path) -> None:
    subprocess.run([str(part) for part in command], check=True, stderr=subprocess.PIPE)
