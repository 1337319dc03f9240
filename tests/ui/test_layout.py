"""Rooms: no two modules import each other, names of files occur once, folders stay small."""

from __future__ import annotations

import ast
from collections import Counter
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODULES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
    for path in (ROOT / "magdesk").rglob("*.py")
}
SHARED_NAMES = {"__init__.py", "page.py"}
MOST_MODULES = 15


def _imported(path: Path) -> set[str]:
    """The modules that a module names in any import, those for types only among them."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{each.name}" for each in node.names}
        elif isinstance(node, ast.Import):
            found |= {each.name for each in node.names}
    return found & MODULES.keys()


def test_no_two_modules_import_each_other_by_any_way() -> None:
    graph = {name: _imported(path) - {name} for name, path in MODULES.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" -> ".join(error.args[1]), pytrace=False)


def test_a_file_name_in_the_window_occurs_once() -> None:
    names = Counter(path.name for path in (ROOT / "magdesk" / "ui").rglob("*.py"))
    assert [name for name, times in names.items() if times > 1 and name not in SHARED_NAMES] == []


def test_a_folder_of_the_window_holds_few_modules() -> None:
    folders = Counter(path.parent for path in (ROOT / "magdesk" / "ui").rglob("*.py"))
    full = {folder.name: count for folder, count in folders.items() if count > MOST_MODULES + 1}
    assert full == {}
