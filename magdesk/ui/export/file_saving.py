"""Asking a person for a file, and writing to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from magdesk.whole_file import write_whole

translate = QCoreApplication.translate

_ALIASES = {"htm": "html"}
_OTHER_ENDINGS = frozenset(
    {"csv", "html", "htm", "pdf", "txt", "tsv", "xls", "xlsx", "ods", "doc", "docx", "odt", "md"}
)
"""Endings of other kinds of file; a figure behind a dot is part of a name."""


@dataclass(frozen=True)
class FileKind:
    """A kind of file by its name and its ending, for instance ``CSV table`` and ``csv``."""

    name: str
    ending: str

    @property
    def pattern(self) -> str:
        """The kind as a file dialog lists it."""
        return f"{self.name} (*.{self.ending})"


class SaveDialog(QFileDialog):
    """Asks for a file; the ending follows the kind, so the question before overwriting is right."""

    def __init__(self, parent: QWidget, title: str, name: str, kinds: Sequence[FileKind]) -> None:
        super().__init__(parent, title)
        self._endings = {kind.pattern: kind.ending for kind in kinds}
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setFileMode(QFileDialog.FileMode.AnyFile)
        self.setNameFilters(list(self._endings))
        self.filterSelected.connect(self._take_kind)
        self._take_kind(kinds[0].pattern)
        self.selectFile(f"{name}.{kinds[0].ending}")

    def accept(self) -> None:
        """Complete the name first, so that the question before overwriting is about that file.

        Without a name it stays open, to be asked again.
        """
        edit = self.findChild(QLineEdit, "fileNameEdit")
        if edit is not None and not edit.text().strip():
            edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if edit is not None and not Path(self.selectedFiles()[0]).is_dir():
            edit.setText(str(self.path))
        super().accept()

    def _take_kind(self, pattern: str) -> None:
        self.setDefaultSuffix(self._endings.get(pattern, ""))

    @property
    def path(self) -> Path:
        """The file that was named, with one ending: that of its kind, or another of that kind."""
        path = Path(self.selectedFiles()[0])
        ending = self._endings[self.selectedNameFilter()]
        given = path.suffix.lower().removeprefix(".")
        if _ALIASES.get(given, given) in self._endings.values():
            return path
        if given in _OTHER_ENDINGS:
            return path.with_suffix(f".{ending}")
        return path.with_name(f"{path.name}.{ending}")


def ask_where_to_save(
    parent: QWidget, title: str, name: str, kinds: Sequence[FileKind]
) -> Path | None:
    """Return the file to write to, or None; ``name`` is the suggested one without its ending."""
    dialog = SaveDialog(parent, title, name, kinds)
    accepted = dialog.exec() == QFileDialog.DialogCode.Accepted
    path = dialog.path if accepted else None
    dialog.deleteLater()
    return path


def written(path: Path, content: bytes) -> str:
    """Write a file whole, for its owner only; return what failed, then the old one stays."""
    try:
        write_whole(path, content)
    except OSError as error:
        return error.strerror or str(error)
    return ""


def saved(path: Path, content: bytes) -> tuple[str, str]:
    """Write a file whole; return in words what was done and what failed, one of them empty."""
    problem = written(path, content)
    if not problem:
        return translate("FileSaving", "Saved: {name}").format(name=path.name), ""
    words = translate("FileSaving", "Not saved: {path}. {problem}. Nothing was changed there.")
    return "", words.format(path=path, problem=problem.rstrip("."))
