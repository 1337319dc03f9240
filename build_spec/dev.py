#!/usr/bin/env python3
"""Sets magdesk up from a fresh checkout, then runs, tests or measures it; standard library only.

    python3 build_spec/dev.py run     open the window (what follows goes to magdesk)
    python3 build_spec/dev.py test    all checks and tests, no display needed; those of the packaged
                                      program as well, once "package" has built it
    python3 build_spec/dev.py test ARGUMENTS...    only pytest, with these arguments
    python3 build_spec/dev.py lint    only the checks that read the code
    python3 build_spec/dev.py format  write the code as the checks want it
    python3 build_spec/dev.py bench   start-up, memory and speed against their budgets
    python3 build_spec/dev.py package the program as a folder, an archive and a .deb, in dist/
    python3 build_spec/dev.py assure  proofs, mutants and stories: writes their figures

Each makes .venv and installs what is missing, once.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from build_spec import debian
from build_spec.debian import (
    SetupError,
    apt_install,
    install_tools,
    missing_libraries,
    packages_by_name,
    packages_for,
)

CONSTRAINTS = ROOT / "build_spec" / "constraints.txt"
VENV = ROOT / ".venv"
STAMP = VENV / "magdesk-setup.json"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
OLDEST = (3, 11)

CHECKS = {
    "ruff check": ("ruff", "check", "--quiet"),
    "ruff format": ("ruff", "format", "--quiet", "--diff"),
    "mypy": ("mypy", "--no-error-summary"),
    "import contracts": ("lint-imports",),
}
FORMATTERS = {
    "ruff check": ("ruff", "check", "--quiet", "--fix"),
    "ruff format": ("ruff", "format", "--quiet"),
}
PYTEST = ("-m", "pytest", "--quiet", "--durations=10", "--durations-min=1")
PACKAGED = "tests/packaged"
# A file stays in one process, so that what its tests share is made once.
SHARED_OUT = ("--numprocesses=2", "--dist=loadfile")
COVERAGE = ("--cov", "--cov-report=term-missing", "--cov-fail-under=95")


# --- what is done once ------------------------------------------------------------------------


def fingerprint() -> str:
    """What the set-up rests on, as one hash: if it changes, all steps are done again."""
    digest = hashlib.sha256(repr((sys.version_info[:2], str(ROOT))).encode())
    project = (ROOT / "pyproject.toml", ROOT / "setup.py")
    for file in (CONSTRAINTS, *project, debian.LIBRARIES, debian.TOOLS):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def done_steps() -> list[str]:
    """Steps that were finished with today's files; none where the environment is not whole."""
    try:
        stamp = json.loads(STAMP.read_text("utf-8"))
    except (OSError, ValueError):
        return []
    whole = PYTHON.exists() and stamp.get("fingerprint") == fingerprint()
    return list(stamp["steps"]) if whole else []


def once(step: str, action: Callable[[], object], *, covers: Sequence[str] = ()) -> None:
    """Do a step of the set-up, unless it was done before."""
    done = done_steps()
    if step in done:
        return
    action()
    steps = sorted({*done, step, *covers})
    STAMP.write_text(json.dumps({"fingerprint": fingerprint(), "steps": steps}), "utf-8")


def say(text: str) -> None:
    """Print a line at once, so that it stands before what other programs print."""
    print(text, flush=True)


def run(*command: str | Path, env: Mapping[str, str] | None = None) -> int:
    """Run a command in the project's folder; its exit code."""
    return subprocess.call([str(part) for part in command], cwd=ROOT, env=env)


# --- system packages (Debian, Ubuntu) ---------------------------------------------------------


def libraries_missing_for(plugin: str) -> list[str]:
    """System libraries that one of Qt's platform plugins would not find."""
    files = VENV.glob(f"lib/python*/site-packages/PySide6/Qt/plugins/platforms/lib{plugin}.so")
    ldd = subprocess.run(["ldd", *files], capture_output=True, text=True, check=False)
    return missing_libraries(ldd.stdout)


def install_libraries_for(plugin: str) -> None:
    """Install the system libraries that one of Qt's platform plugins lacks."""
    if not sys.platform.startswith("linux") or shutil.which("ldd") is None:
        return
    missing = libraries_missing_for(plugin)
    if missing and shutil.which("apt-get"):
        known = packages_by_name(debian.LIBRARIES.read_text("utf-8"))
        apt_install(packages_for(missing, known))
        missing = libraries_missing_for(plugin)
    if missing:
        raise SetupError(f"Qt needs these libraries from your system: {', '.join(missing)}")


def offer_tools() -> None:
    """Install what tests on a screen of their own need, or go on without: they skip by name."""
    steps: dict[str, Callable[[], object]] = {
        "tools for the tests": install_tools,
        "libraries for qxcb": partial(install_libraries_for, "qxcb"),
    }
    for step, install in steps.items():
        try:
            once(step, install)
        except SetupError as error:
            say(f"{error}\nUntil then some tests are skipped, by name.\n")


# --- the environment --------------------------------------------------------------------------


def make_environment() -> None:
    """Make .venv, or make it anew where another Python made it."""
    if any(importlib.util.find_spec(name) is None for name in ("venv", "ensurepip")):
        if shutil.which("apt-get") is None:
            raise SetupError("This Python lacks the modules venv and ensurepip.")
        apt_install([f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"])
    ours = "{}.{}".format(*sys.version_info[:2])
    try:
        made_by = re.findall(r"(?m)^version\w* = (\d+\.\d+)", (VENV / "pyvenv.cfg").read_text())
    except OSError:
        made_by = []
    keep = made_by == [ours] and PYTHON.exists()
    if run(sys.executable, "-m", "venv", *([] if keep else ["--clear"]), VENV):
        raise SetupError(f"Could not make {VENV}.")


def install_packages(extra: str) -> None:
    """Install magdesk, as an editable package, and what it needs into .venv."""
    make_environment()
    say("Installing what magdesk needs into .venv; the first time takes a minute or two.")
    pip = (PYTHON, "-m", "pip", "install", "--quiet", "--constraint", CONSTRAINTS)
    # The build backend comes first, so that it is the pinned one too.
    if run(*pip, "setuptools") or run(*pip, "--no-build-isolation", "--editable", f".{extra}"):
        raise SetupError("Could not install the packages; pip's own words stand above.")


def prepare(*, tests: bool, plugin: str) -> None:
    """Everything that has to stand before magdesk can run."""
    if tests:
        once("packages to test", lambda: install_packages("[test]"), covers=["packages to run"])
    else:
        once("packages to run", lambda: install_packages(""))
    once(f"libraries for {plugin}", lambda: install_libraries_for(plugin))


# --- the commands -----------------------------------------------------------------------------


def command_run(arguments: Sequence[str]) -> int:
    """Open the window."""
    prepare(tests=False, plugin="qxcb")
    return run(PYTHON, "-m", "magdesk", *arguments)


def check(name: str) -> int:
    """Run one check, show what it prints only if it fails; its exit code."""
    start = time.monotonic()
    program, *arguments = CHECKS[name]
    command = [str(PYTHON.with_name(program)), *arguments]
    result = subprocess.run(command, cwd=ROOT, text=True, capture_output=True, check=False)
    verdict = "FAILED" if result.returncode else "ok"
    say(f"{name:18}{verdict:8}{time.monotonic() - start:5.1f} s")
    if result.returncode:
        say(result.stdout + result.stderr)
    return result.returncode


def command_lint(_arguments: Sequence[str] = ()) -> int:
    """Run every check that reads the code; the first exit code that is not 0."""
    prepare(tests=True, plugin="qoffscreen")
    return next((code for code in [check(name) for name in CHECKS] if code), 0)


def command_format(_arguments: Sequence[str] = ()) -> int:
    """Write the code as the checks want it, and tell what only a person can mend."""
    prepare(tests=True, plugin="qoffscreen")
    codes = [run(PYTHON.with_name(name), *rest) for name, *rest in FORMATTERS.values()]
    return next(filter(None, codes), 0)


def command_test(arguments: Sequence[str]) -> int:
    """Run the checks and all tests with coverage, or pytest alone with the given arguments."""
    prepare(tests=True, plugin="qoffscreen")
    offer_tools()
    if arguments:
        return run(PYTHON, *PYTEST, *arguments)
    return next((code for code in (command_lint(), fast_tests(), packaged_tests()) if code), 0)


def fast_tests() -> int:
    """Run every test that needs no screen, in two processes."""
    return run(PYTHON, *PYTEST, *SHARED_OUT, *COVERAGE, f"--ignore={PACKAGED}", "tests")


def packaged_tests() -> int:
    """Run the tests on a screen of their own, one after the other: they look at what has focus."""
    say("\nThe program as a person has it, on a screen of its own:")
    return run(PYTHON, *PYTEST, PACKAGED)


def command_assure(arguments: Sequence[str]) -> int:
    """Run proofs, mutants and stories, and write what they gave beside the content."""
    prepare(tests=True, plugin="qoffscreen")
    return run(PYTHON, "build_spec/assure.py", *arguments)


def prepare_build() -> None:
    """Everything that has to stand before the packaged program can be built."""
    step, covers = "packages to build", ["packages to test", "packages to run"]
    once(step, partial(install_packages, "[test,build]"), covers=covers)
    for plugin in ("qoffscreen", "qxcb"):  # the icons are drawn, and the libraries put in
        once(f"libraries for {plugin}", partial(install_libraries_for, plugin))
    once("tools to build", partial(install_tools, "readelf"))
    once("Python's library", debian.install_shared_python)


def command_package(arguments: Sequence[str]) -> int:
    """Build what people receive, into dist/."""
    prepare_build()
    return run(PYTHON, "-m", "build_spec.package", *arguments)


def command_bench(arguments: Sequence[str]) -> int:
    """Measure against the budgets, on a display of its own."""
    prepare_build()
    once("Xvfb", partial(install_tools, "Xvfb"))
    return run(PYTHON, "-m", "tests.benchmarks.bench", *arguments)


COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {
    "run": command_run,
    "test": command_test,
    "lint": command_lint,
    "format": command_format,
    "assure": command_assure,
    "package": command_package,
    "bench": command_bench,
}


def with_newer_python() -> int:
    """Start again with the newest Python that is installed; the exit code."""
    names = (f"python3.{minor}" for minor in range(14, OLDEST[1] - 1, -1))
    newer = next(filter(None, map(shutil.which, names)), None)
    if newer:
        return subprocess.call([newer, *sys.argv])
    print("magdesk needs Python {}.{} or newer.".format(*OLDEST), file=sys.stderr)
    return 2


def main(arguments: Sequence[str]) -> int:
    """Run the command that is named first; the exit code."""
    if sys.version_info < OLDEST:
        return with_newer_python()
    if not arguments or arguments[0] not in COMMANDS:
        print(__doc__, file=sys.stderr)
        return 0 if arguments[:1] in (["-h"], ["--help"]) else 2
    try:
        return COMMANDS[arguments[0]](arguments[1:])
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
