"""Writes ``resources/translations/magdesk_en.ts`` and ``.qm``: the plurals of the window.

    python build_spec/plurals.py

The window's texts are English ones; only those with a number in them, ``%n answer(s)``, need a
translation, into ``1 answer`` and ``2 answers``. New ones are filled in by rule. Where that is
not enough (``%n story(s)``, or a verb), write the two forms into the ``.ts`` and run this again.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
FILE = ROOT / "resources" / "translations" / "magdesk_en.ts"

_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
_ENDING = re.compile(r"\(e?s\)")


def main() -> int:
    """Collect the plurals, fill in the new ones, and make the file that the program reads."""
    FILE.parent.mkdir(exist_ok=True)
    sources = sorted((ROOT / "magdesk" / "ui").rglob("*.py"))
    options = ("-silent", "-pluralonly", "-no-obsolete", "-locations", "none")
    languages = ("-source-language", "en", "-target-language", "en")
    _run("pyside6-lupdate", *options, *languages, *map(str, sources), "-ts", str(FILE))
    tree = ElementTree.parse(FILE)  # noqa: S314 - the file is our own
    for message in tree.iter("message"):
        _fill(message)
    ElementTree.indent(tree, "    ")
    text = ElementTree.tostring(tree.getroot(), encoding="unicode")
    FILE.write_text(f"{_HEAD}{text}\n", encoding="utf-8")
    _run("pyside6-lrelease", "-silent", str(FILE), "-qm", str(FILE.with_suffix(".qm")))
    return 0


def _fill(message: ElementTree.Element) -> None:
    source = message.findtext("source") or ""
    translation = message.find("translation")
    if translation is None:
        return
    forms = translation.findall("numerusform")
    if not all(form.text for form in forms):
        one, many = forms
        one.text = _ENDING.sub("", source)
        many.text = _ENDING.sub(lambda ending: ending[0].strip("()"), source)
    translation.attrib.pop("type", None)


def _run(tool: str, *arguments: str) -> None:
    subprocess.run([Path(sys.executable).with_name(tool), *arguments], check=True)


if __name__ == "__main__":
    sys.exit(main())
