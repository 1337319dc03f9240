"""The medicines in groups, found by generic or brand name as it is typed."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from magdesk.knowledge.decision import Decision
from magdesk.knowledge.decision_records import Medicine
from magdesk.knowledge.interview_records import Question
from magdesk.ui.look.theme import unit
from magdesk.ui.pages.wizard.questions.question_choices import AnswerRow, ChoiceList
from magdesk.ui.widgets.announce import announce
from magdesk.ui.widgets.field import Field
from magdesk.ui.widgets.prose import Prose
from magdesk.ui.widgets.text import Heading

OTHER = "other"
"""The choice for a medicine that is not listed: it is always shown."""

_FEW, _MOST_FOUND = 6, 8
"""Names in a row before a search, and names found."""


def matching(medicines: Mapping[str, Medicine], query: str) -> tuple[str, ...]:
    """Return the ids of the medicines with every word of the query in their label or names."""
    words = _plain(query).split()
    return tuple(
        medicine.id
        for medicine in medicines.values()
        if all(word in _plain(" ".join((medicine.label, *medicine.names))) for word in words)
    )


def _plain(text: str) -> str:
    """The text in small letters without accents, so that a name is found however it is typed."""
    parts = unicodedata.normalize("NFKD", text)
    return "".join(part for part in parts if not unicodedata.combining(part)).casefold()


class _SearchEdit(Field):
    """The search field; Down and Enter lead to the rows, Escape empties it."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape and self.edit.text():
            self.edit.clear()
        else:
            super().keyPressEvent(event)


class MedicineList(ChoiceList):
    """Every medicine the rules know, below a search field."""

    def __init__(
        self,
        question: Question,
        decision: Decision,
        chosen: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        self._medicines = decision.medicines
        self._groups = decision.medicine_groups
        self._headings: dict[str, Heading] = {}
        super().__init__(question, chosen, parent)

    @property
    def edit(self) -> QLineEdit:
        """The line edit that is searched with."""
        return self._search.edit

    def add_choices(self) -> None:
        hint = QKeySequence(QKeySequence.StandardKey.Find)
        words = hint.toString(QKeySequence.SequenceFormat.NativeText)
        self._search = _SearchEdit(self.tr("Type a name or brand"), "search", words, self)
        self._search.name(self.tr("Find a medicine by name or brand"))
        self._search.identifier(f"{self.question.id}.search")
        self._search.edit.textChanged.connect(self._filter)
        self._search.left.connect(self._focus_first_match)
        QShortcut(hint, self, self._focus_search)
        self.column.addWidget(self._search)
        self._found = Prose("", "small", "text2")
        self._found.hide()
        self.column.addWidget(self._found)
        above = round(8 * unit(self))
        for group in self._groups:
            heading = Heading(group.title, "section", self)
            heading.setWordWrap(True)
            heading.setContentsMargins(0, above, 0, 0)
            self._headings[group.id] = heading
            self.column.addWidget(heading)
            for medicine in self._medicines.values():
                if medicine.group == group.id:
                    self._add_medicine(medicine)

    def _add_medicine(self, medicine: Medicine) -> None:
        row = self.make_row(medicine.id, medicine.label, self._few_names(medicine))
        row.typed.connect(self._type)
        self.column.addWidget(row)

    def _filter(self, query: str) -> None:
        found = set(matching(self._medicines, query))
        shown = found | ({OTHER} & set(self._medicines))
        self.setUpdatesEnabled(False)
        for medicine in self._medicines.values():
            row = self.rows[medicine.id]
            row.setVisible(medicine.id in shown)
            if medicine.id in shown:
                row.set_detail(self._detail(medicine, query))
        groups = {self._medicines[choice].group for choice in shown}
        for group, heading in self._headings.items():
            heading.setVisible(group in groups)
        self._tell(query.strip(), len(found))
        self.setUpdatesEnabled(True)

    def _detail(self, medicine: Medicine, query: str) -> str:
        """The names that were searched for, or the first few."""
        words = _plain(query).split()
        few = self._few_names(medicine)
        named = [name for name in medicine.names if any(word in _plain(name) for word in words)]
        if not named or all(name in few for name in named):
            return few
        return ", ".join(named[:_MOST_FOUND])

    def _few_names(self, medicine: Medicine) -> str:
        names = medicine.names
        if len(names) <= _FEW + 1:
            return ", ".join(names)
        words = self.tr("{names} and {count} more names")
        return words.format(names=", ".join(names[:_FEW]), count=len(names) - _FEW)

    def _tell(self, query: str, count: int) -> None:
        if not query:
            words = ""
        elif count == 0:
            words = self.tr(
                "No entry here has the name “{query}”. If you take it regularly, choose it "
                "under “Anything else”."
            ).format(query=query)
        elif count == 1:
            words = self.tr("1 entry found")
        else:
            words = self.tr("{count} entries found").format(count=count)
        self._found.set_html(words)
        self._found.setVisible(bool(words))
        announce(self._found, words)

    def _focus_search(self) -> None:
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.edit.selectAll()

    def _type(self, letter: str) -> None:
        """Begin a search with a letter that was typed on a row."""
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edit.setText(letter)

    def _focus_first_match(self) -> None:
        found = matching(self._medicines, self.edit.text())
        rows: list[AnswerRow] = [row for key, row in self.rows.items() if key in found]
        row = next((row for row in rows if row.isVisibleTo(self)), self.rows.get(OTHER))
        if row is not None:
            row.setFocus(Qt.FocusReason.TabFocusReason)
