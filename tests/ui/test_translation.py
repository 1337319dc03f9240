"""The translators' tool finds every text of the window, and Qt knows every plural."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QObject
from PySide6.QtWidgets import QApplication

ROOT = Path(__file__).resolve().parents[2]
WINDOW = ROOT / "magdesk" / "ui"
SOURCES = sorted(WINDOW.rglob("*.py"))
KEPT = ROOT / "resources" / "translations" / "magdesk_en.ts"


class Text(NamedTuple):
    """A text as the tool and Qt know it; its context is a class for ``self.tr``."""

    context: str
    source: str
    plural: bool


class Reader(ast.NodeVisitor):
    """Reads which texts a module hands to Qt, and which it hides from the tool."""

    def __init__(self, path: Path) -> None:
        self.texts: set[Text] = set()
        self.hidden: list[str] = []
        self._path = path
        self._classes = [""]
        self.visit(ast.parse(path.read_text("utf-8")))

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_Call(self, node: ast.Call) -> None:
        self.generic_visit(node)
        called = ast.unparse(node.func)
        if called == "self.tr":
            self._note(node, self._classes[-1], node.args[0], 2)
        elif called in ("translate", "QCoreApplication.translate", "QT_TRANSLATE_NOOP"):
            self._note(node, _literal(node.args[0]), node.args[1], 3)
        elif called == "tr" or called.endswith(".tr"):
            self._hide(node)

    def _note(self, node: ast.Call, context: str | None, text: ast.expr, number: int) -> None:
        source = _literal(text)
        if context is not None and source is None and context in DECLARED:
            return  # declared at another place, with QT_TRANSLATE_NOOP
        if not context or source is None:
            self._hide(node)
        else:
            self.texts.add(Text(context, source, len(node.args) > number))

    def _hide(self, node: ast.Call) -> None:
        where = self._path.relative_to(ROOT)
        self.hidden.append(f"{where}:{node.lineno}: {ast.unparse(node)[:70]}")


def _literal(node: ast.expr) -> str | None:
    is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
    return str(node.value) if is_text else None  # type: ignore[attr-defined]


DECLARED = {
    _literal(node.args[0])
    for path in SOURCES
    for node in ast.walk(ast.parse(path.read_text("utf-8")))
    if isinstance(node, ast.Call) and ast.unparse(node.func) == "QT_TRANSLATE_NOOP"
}
READ = [Reader(path) for path in SOURCES]
TEXTS = {text for reader in READ for text in reader.texts}
PLURALS = sorted(text for text in TEXTS if text.plural)


def _in_file(path: Path) -> Iterator[Text]:
    for context in ElementTree.parse(path).iter("context"):  # noqa: S314
        for message in context.iter("message"):
            source = message.findtext("source") or ""
            yield Text(context.findtext("name") or "", source, message.get("numerus") == "yes")


def _tool(name: str, *arguments: str | Path) -> None:
    path = Path(sys.executable).with_name(name)
    if not path.exists():
        pytest.skip(f"{name} is not installed")
    subprocess.run([path, *arguments], check=True, capture_output=True, timeout=60)


def test_no_text_is_hidden_from_the_tool_behind_a_name_or_a_variable() -> None:
    assert "Columns" in DECLARED
    assert [fault for reader in READ for fault in reader.hidden] == []


def test_the_tool_finds_every_text_with_the_context_that_qt_asks_for(tmp_path: Path) -> None:
    found = tmp_path / "all.ts"
    _tool("pyside6-lupdate", *SOURCES, "-ts", found)
    assert set(_in_file(found)) == TEXTS


# --- plurals ------------------------------------------------------------------------------------


def test_the_kept_plurals_are_those_of_the_window() -> None:
    assert sorted(_in_file(KEPT)) == PLURALS, "run: python build_spec/plurals.py"


def test_the_file_that_is_loaded_is_made_from_the_one_that_is_edited(tmp_path: Path) -> None:
    made = tmp_path / "made.qm"
    _tool("pyside6-lrelease", KEPT, "-qm", made)
    kept = KEPT.with_suffix(".qm").read_bytes()
    assert made.read_bytes() == kept, "run: python build_spec/plurals.py"


@pytest.mark.parametrize("locale", ["en_GB", "de_DE", "ar_EG"])
@pytest.mark.parametrize("count", [0, 1, 2, 12345])
def test_a_plural_never_shows_its_ending_in_brackets(
    qapp: QApplication, locale: str, count: int
) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(locale))
    try:
        for context, source, _ in PLURALS:
            shown = QCoreApplication.translate(context, source, "", count)
            assert "(s)" not in shown
            assert "(es)" not in shown
            if count > 1:
                assert str(count) in shown  # Latin digits, no sign between thousands
    finally:
        QLocale.setDefault(before)


def test_no_class_inherits_a_plural() -> None:
    """The binding asks for an inherited plural under the wrong class and shows ``answer(s)``."""
    speakers = {context for context, _, _ in PLURALS}
    heirs = [
        f"{path.relative_to(ROOT)}: {node.name}"
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ClassDef)
        and speakers & {ast.unparse(base).rpartition(".")[2] for base in node.bases}
    ]
    assert heirs == []


def test_plurals_read_as_sentences(qapp: QApplication) -> None:
    class Side(QObject):
        pass

    speaker = Side()
    assert speaker.tr("%n answer(s)", "", 1) == "1 answer"
    assert speaker.tr("%n answer(s)", "", 2) == "2 answers"
