"""The comparison as a table model: attributes as rows, forms as columns."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from magdesk.knowledge.records.form_records import Form
from magdesk.ui.grids.column import tag_of
from magdesk.ui.pages.side_by_side.attributes import Attribute

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

VALUE_ROLE = Role.UserRole + 1
"""The cell's ``Value``."""

_NOT_VALID = QModelIndex()


class AttributeModel(QAbstractTableModel):
    """Shows the attributes it was given last."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.forms: tuple[Form, ...] = ()
        self.rows: tuple[Attribute, ...] = ()

    def show(self, forms: tuple[Form, ...], rows: tuple[Attribute, ...]) -> None:
        self.beginResetModel()
        self.forms, self.rows = forms, rows
        self.endResetModel()

    def rowCount(self, parent: Index = _NOT_VALID) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOT_VALID) -> int:
        return 0 if parent.isValid() else len(self.forms)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not self.checkIndex(index, self.CheckIndexOption.IndexIsValid):
            return None
        row = self.rows[index.row()]
        value = row.values[index.column()]
        if role == Role.DisplayRole:
            return value.whole
        if role == VALUE_ROLE:
            return value
        if role == Role.AccessibleTextRole:
            return f"{self.forms[index.column()].name}, {row.name}: {value.spoken}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal:
            return self._form_words(section, role) if 0 <= section < len(self.forms) else None
        if not 0 <= section < len(self.rows):
            return None
        row = self.rows[section]
        if role == Role.DisplayRole:
            return row.name
        return f"{row.name}. {row.meaning}" if role == Role.AccessibleTextRole else None

    def _form_words(self, section: int, role: int) -> str | None:
        form = self.forms[section]
        if role == Role.DisplayRole:
            return form.name
        if role == Role.AccessibleTextRole:
            return ", ".join(filter(None, (form.name, tag_of(form))))
        return None
