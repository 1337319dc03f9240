"""A text field: a painted frame around a line edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from magdesk.ui.look.theme import Theme, scaled_font, unit
from magdesk.ui.widgets.access.focus import BY_KEYS, LEAST_TARGET
from magdesk.ui.widgets.cards import IconLabel
from magdesk.ui.widgets.drawn import Drawn
from magdesk.ui.widgets.layouts.boxes import spaced
from magdesk.ui.widgets.text import Paragraph

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget as _Widget

    from magdesk.ui.widgets.access.told_focus import ToldFocus
else:
    _Widget = object

_HEIGHT = 32.0
_RADIUS = 6.0


class InFrame(_Widget):
    """Stands before what a painted frame holds: that shows whether the focus is here."""

    _told: ToldFocus | None = None

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have the focus heard, and the frame painted anew."""
        from magdesk.ui.widgets.access.told_focus import ToldFocus  # not for the first window

        self._told = self._told or ToldFocus()
        self._told.came(self, self.caret())
        super().focusInEvent(event)
        self._paint_frame()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._told is not None:
            self._told.left(self.caret())
        self._paint_frame()

    def caret(self) -> tuple[str, int]:
        """Return the text, and where in it the caret is."""
        raise NotImplementedError

    def _paint_frame(self) -> None:
        field = self.parentWidget()
        if field is not None:
            field.update()


class FieldEdit(InFrame, QLineEdit):
    """The line edit in a field."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in BY_KEYS and not self.text():
            from magdesk.ui.widgets.access.told_focus import forget_told  # not for the first window

            forget_told(self)  # Qt selected all, and told of a caret where nothing stands

    def caret(self) -> tuple[str, int]:
        return self.text(), self.cursorPosition()


class Field(Drawn, QFrame):
    """A field with an icon before and a hint after, for instance ``Ctrl+F`` or ``mg``.

    Give ``edit`` an accessible name; ``label`` makes it the buddy of a label and names it.
    """

    def __init__(
        self,
        placeholder: str = "",
        icon: str | None = None,
        hint: str = "",
        parent: QWidget | None = None,
        *,
        edit: FieldEdit | None = None,
    ) -> None:
        super().__init__(parent)
        one = unit(self)
        row = spaced(QHBoxLayout(self), 8 * one, 10 * one, 0, 9 * one, 0)
        if icon:
            row.addWidget(IconLabel(icon, "text2", 15.0))
        self.edit = edit or FieldEdit()
        self.edit.setFrame(False)
        self.edit.setPlaceholderText(placeholder)
        self.edit.setAccessibleName(placeholder)
        palette = self.edit.palette()
        palette.setColor(palette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.edit.setPalette(palette)
        row.addWidget(self.edit, 1)
        self.hint = QLabel(hint, self)
        self.hint.setFont(scaled_font(self, 0.86, 500))
        self.hint.setForegroundRole(palette.ColorRole.PlaceholderText)
        self.hint.setVisible(bool(hint))
        row.addWidget(self.hint)
        self.setFocusProxy(self.edit)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.IBeamCursor)

    def name(self, name: str, description: str = "") -> None:
        """Set what screen readers call the field."""
        self.edit.setAccessibleName(name)
        self.edit.setAccessibleDescription(description)

    def identifier(self, value: str) -> Self:
        """Set what tests and assistive tools find the line edit by; return the field."""
        self.edit.setObjectName(value)
        self.edit.setAccessibleIdentifier(value)
        return self

    def measure(self, one: float) -> tuple[float, float]:
        return 210 * one, field_height(self, one)

    def least(self, one: float) -> tuple[float, float]:
        return 90 * one, field_height(self, one)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.edit.setFocus(Qt.FocusReason.MouseFocusReason)

    def draw(self, painter: QPainter, theme: Theme, one: float) -> None:
        draw_field_frame(painter, self, theme, one, focused=self.edit.hasFocus())


def field_height(widget: QWidget, one: float) -> float:
    """Return the height in pixels of whatever looks like a field."""
    return max(_HEIGHT * one, widget.fontMetrics().height() + 8 * one, LEAST_TARGET)


def draw_field_frame(
    painter: QPainter, widget: QWidget, theme: Theme, one: float, *, focused: bool
) -> None:
    """Draw the frame of a field over the whole widget, strong while the focus is there."""
    width = ((3.0 if theme.contrast else 2.0) if focused else 1.0) * one
    painter.setBrush(theme.color("surface"))
    painter.setPen(QPen(theme.color("focus" if focused else "control"), width))
    half = width / 2
    box = QRectF(widget.rect()).adjusted(half, half, -half, -half)
    painter.drawRoundedRect(box, _RADIUS * one, _RADIUS * one)


def field_label(text: str, field: Field) -> Paragraph:
    """Return a label for a field: its buddy, and the field's accessible name."""
    label = Paragraph(text, "small", weight=650)
    label.setBuddy(field.edit)
    field.name(text)
    return label
