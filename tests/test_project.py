"""The project as it is packaged: nothing forgotten, all pinned, one place for the version."""

from __future__ import annotations

import configparser
import importlib.metadata
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement

import magdesk

ROOT = Path(__file__).resolve().parent.parent
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
CONSTRAINTS = (ROOT / "build_spec" / "constraints.txt").read_text("utf-8")
TEXT_FILES = {".py", ".toml", ".md", ".txt", ".svg", ".json", ".csv", ""}


def pins() -> dict[str, str]:
    """Version of each pinned package, by its normal name."""
    lines = [line for line in CONSTRAINTS.splitlines() if line and not line.startswith("#")]
    pairs = [line.partition("==")[::2] for line in lines]
    return {re.sub(r"[-_.]+", "-", name).lower(): version for name, version in pairs}


def requirements() -> list[Requirement]:
    """All that the project asks for, to run, test, build and be built, and what that asks for."""
    texts = [*PROJECT["build-system"]["requires"], *PROJECT["project"]["dependencies"]]
    for extra in PROJECT["project"]["optional-dependencies"].values():
        texts += extra
    wanted = list(map(Requirement, texts))
    for requirement in wanted:
        wanted += [further for further in required_by(requirement.name) if further not in wanted]
    return wanted


def required_by(name: str) -> Iterator[Requirement]:
    """What an installed package needs here; nothing where it is not installed."""
    try:
        texts = importlib.metadata.requires(name) or ()
    except importlib.metadata.PackageNotFoundError:
        return
    for requirement in map(Requirement, texts):
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
            yield requirement


def resource_files() -> set[str]:
    """Data files below ``resources``, as paths with forward slashes."""
    files = (ROOT / "resources").rglob("*.*")
    return {
        file.relative_to(ROOT).as_posix()
        for file in files
        if file.is_file() and file.suffix not in {".py", ".pyc"}
    }


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy so that the checkout stays clean."""
    copy = tmp_path_factory.mktemp("checkout")
    for name in ("magdesk", "resources"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "setup.py", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, copy)
    build = "from setuptools import build_meta; print(build_meta.build_wheel('.'))"
    command = [sys.executable, "-c", build]
    printed = subprocess.run(command, cwd=copy, check=True, capture_output=True, text=True).stdout
    return copy / printed.splitlines()[-1]


def test_each_folder_with_modules_is_a_package() -> None:
    folders = {file.parent for file in (ROOT / "magdesk").rglob("*.py")}
    assert [each for each in folders if not (each / "__init__.py").exists()] == []


def test_the_wheel_holds_every_module_and_data_file(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    modules = {file.relative_to(ROOT).as_posix() for file in (ROOT / "magdesk").rglob("*.py")}
    assert modules | {f"magdesk/{file}" for file in resource_files()} <= names


def test_an_installed_wheel_reads_its_own_data(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path)
    check = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "import magdesk; from magdesk.knowledge.loader import Library\n"
        "print(magdesk.__file__, len(Library().catalogue.forms))"
    )
    command = [sys.executable, "-I", "-c", check, str(tmp_path)]
    result = subprocess.run(command, cwd=tmp_path, check=False, capture_output=True, text=True)
    assert (result.returncode, result.stderr) == (0, "")
    file, forms = result.stdout.split()
    assert Path(file).is_relative_to(tmp_path)
    assert int(forms) > 0


def test_the_wheel_has_a_program_for_the_terminal_and_one_for_the_window(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        entry = next(name for name in archive.namelist() if name.endswith("entry_points.txt"))
        told = configparser.ConfigParser()
        told.read_string(archive.read(entry).decode())
    assert dict(told["console_scripts"]) == {"magdesk": "magdesk.__main__:main"}
    assert dict(told["gui_scripts"]) == {"magdeskw": "magdesk.__main__:main"}


def test_the_version_stands_in_one_place(wheel: Path) -> None:
    assert "version" not in PROJECT["project"]
    assert wheel.name.startswith(f"magdesk-{magdesk.__version__}-")


def test_the_change_log_begins_with_this_version() -> None:
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert re.findall(r"^## (\S+)", text, re.MULTILINE)[0] == magdesk.__version__


def test_each_constraint_is_an_exact_version() -> None:
    assert all(re.fullmatch(r"\d+(\.\d+)+", version) for version in pins().values())


def test_each_requirement_has_a_fitting_pin() -> None:
    wanted = {re.sub(r"[-_.]+", "-", each.name).lower(): each for each in requirements()}
    assert wanted.keys() - pins().keys() == set()
    assert [str(each) for name, each in wanted.items() if pins()[name] not in each.specifier] == []


def test_no_file_names_a_package_index() -> None:
    address = re.compile(r"https?://[^ )\"]*/(simple|packages|pool)/|index[-_]url")
    folders = ("magdesk", "resources", "build_spec", "tests", ".ci")
    files = [file for name in folders for file in (ROOT / name).rglob("*") if file.is_file()]
    files += [file for file in ROOT.iterdir() if file.is_file()]
    texts = [file for file in files if file.suffix in TEXT_FILES and file != Path(__file__)]
    assert [file for file in texts if address.search(file.read_text("utf-8", "replace"))] == []


# --- what runs before a change goes in --------------------------------------------------------


def commands_of_ci() -> list[str]:
    """The commands of ``.ci/run``, in their order, without what only guards them."""
    text = (ROOT / ".ci" / "run").read_text("utf-8")
    return [line for line in text.splitlines() if "build_spec/dev.py" in line]


def test_ci_begins_with_what_the_readme_tells_a_newcomer() -> None:
    readme = (ROOT / "README.md").read_text("utf-8").splitlines()
    first = commands_of_ci()[0]
    command = first.removeprefix("env -u CI ")
    assert command != first  # where CI is set, a test that needs a build fails instead
    assert readme[readme.index("python3 build_spec/dev.py run") + 1] == command


def test_ci_ends_with_the_tests_of_what_it_built_none_skipped() -> None:
    assert "dev.py package" in commands_of_ci()[1]
    assert commands_of_ci()[-1] == "CI=true exec python3 build_spec/dev.py test tests/packaged"
