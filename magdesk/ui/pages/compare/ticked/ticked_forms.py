"""The forms that are ticked: to be laid side by side, or copied."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal


class Ticks(QObject):
    """Ids of forms; ``changed`` tells which of them were ticked or unticked."""

    changed = Signal(list)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.ids: frozenset[str] = frozenset()
        """All that are ticked, shown or filtered out."""

    def __contains__(self, form_id: object) -> bool:
        return form_id in self.ids

    def __len__(self) -> int:
        return len(self.ids)

    def toggle(self, form_id: str) -> None:
        """Tick the form, or take its tick away."""
        self.put(self.ids ^ {form_id})

    def clear(self) -> None:
        """Take every tick away."""
        self.put(())

    def put(self, ids: Iterable[str]) -> None:
        """Tick these forms and no other."""
        before, self.ids = self.ids, frozenset(ids)
        if before != self.ids:
            self.changed.emit(sorted(before ^ self.ids))
