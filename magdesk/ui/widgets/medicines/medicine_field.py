"""The one box for medicines: a name, a word such as *water tablet*, or a whole pasted list."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QCompleter, QWidget

from magdesk.medicines.completion import complete
from magdesk.medicines.medicine_index import MedicineIndex
from magdesk.ui.widgets.access.announce import announce
from magdesk.ui.widgets.access.told_focus import tell_focus
from magdesk.ui.widgets.field import Field


class MedicineField(Field):
    """``entered`` tells what was typed and confirmed, or pasted with several lines.

    Names are offered while one types; ``counted`` tells how many, of the last letter.
    """

    entered = Signal(str)
    counted = Signal(int)

    def __init__(self, index: MedicineIndex, parent: QWidget | None = None) -> None:
        hint = QKeySequence(QKeySequence.StandardKey.Find)
        words = hint.toString(QKeySequence.SequenceFormat.NativeText)
        super().__init__("", "search", words, parent)
        self._index = index
        self._taken = ""
        self.edit.setPlaceholderText(self.tr("Type a name, or paste a whole list"))
        self.name(
            self.tr("Find a medicine"), self.tr("Type a name and press Enter, or paste a list.")
        )
        self.identifier("medicines.find")
        self._names = QStringListModel(self)
        self._completer = QCompleter(self._names, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.activated.connect(self._take)
        self.edit.setCompleter(self._completer)
        offered = self._completer.popup()
        if offered is not None:
            offered.installEventFilter(self)
        self.edit.textEdited.connect(self._offer)

    def enter(self) -> None:
        """Take in what stands in the box."""
        text = self.edit.text().strip()
        if text:
            self._take(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let a button outside the offered names act at the first click, which closes them.

        Tell that the box has the focus when they open and when they close: Qt tells of the window.
        """
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            QTimer.singleShot(0, self, self._tell_focus)
        if (
            event.type() == QEvent.Type.MouseButtonPress
            and isinstance(event, QMouseEvent)
            and isinstance(watched, QWidget)
            and not watched.rect().contains(event.position().toPoint())
        ):
            place = event.globalPosition().toPoint()
            under = self.window().childAt(self.window().mapFromGlobal(place))
            button = under if isinstance(under, QAbstractButton) and under.isEnabled() else None
            # Else Qt sends the press once more, and the button would act twice.
            watched.setAttribute(Qt.WidgetAttribute.WA_NoMouseReplay, button is not None)
            if button is not None:
                watched.hide()
                QTimer.singleShot(0, button, button.click)
                return True
        return super().eventFilter(watched, event)

    def _tell_focus(self) -> None:
        offered = self._completer.popup()
        if offered is not None and offered.isVisible():
            if not offered.selectionModel().hasSelection():
                tell_focus(self.edit)
        elif self.edit.hasFocus():
            tell_focus(self.edit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.edit.text().strip():
            self.enter()
        elif event.key() == Qt.Key.Key_Escape and self.edit.text():
            self.edit.clear()
            self.counted.emit(0)
        else:
            super().keyPressEvent(event)

    def _take(self, text: str) -> None:
        self.edit.clear()
        self._taken = text
        QTimer.singleShot(0, self, self._clear_taken)
        self._names.setStringList([])
        popup = self._completer.popup()
        if popup is not None:
            popup.hide()  # else it keeps the focus at the box
        self.counted.emit(0)
        self.entered.emit(text)

    def _clear_taken(self) -> None:
        """Qt writes the name that was picked into the box again, after all else."""
        if self.edit.text().strip() == self._taken:
            self.edit.clear()

    def _offer(self, text: str) -> None:
        """Offer names that hold what was typed; a pasted list is taken in at once."""
        if "\n" in text or "\r" in text:
            self._take(text)
            return
        names = [each.name for each in complete(self._index, text)]
        self._names.setStringList(names)
        if names:
            announce(self.edit, self.tr("%n name(s) found", "", len(names)))
            QTimer.singleShot(0, self, self._tell_focus)  # Qt tells of the first name instead
        self.counted.emit(len(names))
