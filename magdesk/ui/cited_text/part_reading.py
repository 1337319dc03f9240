"""Reading a drawn text part by part: the part that is read, and the keys that read on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget
from shiboken6 import delete

from magdesk.ui.cited_text.text_parts import Span
from magdesk.ui.widgets.access.accessible_roles import as_part

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class TextPart(QObject):
    """A paragraph or a link of a text, as a screen reader finds it."""

    def __init__(self, reading: PartReading, span: Span) -> None:
        super().__init__(reading.view)
        self.view = reading.view
        self.span = span
        self.is_link = bool(span.address)
        self.words = _link_name(span) if self.is_link else span.words
        self.about = "" if span.address.startswith("#") else span.address
        self._reading = reading
        as_part(self)

    def rect(self) -> QRect:
        """Return where it stands on the screen."""
        return self._reading.place_of(self.span)

    def has_focus(self) -> bool:
        """Return whether it is the one that is read."""
        return self.view.hasFocus() and self._reading.current is self


def _link_name(span: Span) -> str:
    """Return what a link is called: what it opens."""
    if span.address.startswith("#"):
        words = QCoreApplication.translate("Links", "Go to the source {number}")
        return words.format(number=span.words.strip("[]"))
    words = QCoreApplication.translate("Links", "Open in the browser: {page}")
    tells = span.about and span.about != span.address
    return words.format(page=span.about if tells else span.words)


class PartReading:
    """The parts of the text that a view shows, and the one that is read.

    ``spans`` returns what is shown, ``place_of`` where on the screen; ``reached`` brings a part
    into view. Nothing is read without a screen reader.
    """

    def __init__(
        self,
        view: QWidget,
        spans: Callable[[], list[Span]],
        place_of: Callable[[Span], QRect],
        reached: Callable[[Span], None],
    ) -> None:
        self.view = view
        self.place_of = place_of
        self._spans = spans
        self._reached = reached
        self._parts: list[TextPart] | None = None
        self._place: int | None = None

    def parts(self) -> list[TextPart]:
        """Return the parts of the text that is shown."""
        if self._parts is None:
            self._parts = [TextPart(self, span) for span in self._spans()]
        return self._parts

    @property
    def current(self) -> TextPart | None:
        """The part that is read; None before the focus came."""
        return None if self._place is None else self.parts()[self._place]

    def forget_parts(self) -> None:
        """Call it when another text is shown, or the same in another look."""
        gone, self._parts = self._parts or [], None
        for part in gone:
            delete(part)
        if self.view.hasFocus():
            self.begin()
        else:
            self._place = None

    def begin(self) -> None:
        """Begin to read, once the event is over."""
        last = len(self.parts()) - 1 if QAccessible.isActive() else -1
        self._place = min(self._place or 0, last) if last >= 0 else None
        if self._place is not None:
            QTimer.singleShot(0, self.view, self._tell)

    def reads_on(self, event: QKeyEvent) -> bool:
        """Read the next part, or the one before; False without a screen reader or such a key."""
        step = _STEPS.get(Qt.Key(event.key()))
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if step is None or held != Qt.KeyboardModifier.NoModifier or not QAccessible.isActive():
            return False
        return self._read(step)

    def go_to(self, part: TextPart) -> None:
        """Read this part, and bring it into view."""
        self._place = self.parts().index(part)
        self._reached(part.span)
        self._tell()

    def to_link(self, start: int) -> None:
        """Read the link that begins there; it is in view."""
        for place, part in enumerate(self.parts()):
            if part.is_link and part.span.start == start:
                self._place = place
        self._tell()

    def _read(self, step: int) -> bool:
        """Read so many paragraphs on; return whether there is one."""
        parts = self.parts()
        place = (-1 if self._place is None else self._place) + step
        while 0 <= place < len(parts) and parts[place].is_link:
            place += step
        if not 0 <= place < len(parts):
            return False
        self.go_to(parts[place])
        return True

    def _tell(self) -> None:
        if self.current is not None and self.view.hasFocus():
            QAccessible.updateAccessibility(QAccessibleEvent(self.current, QAccessible.Event.Focus))
            drawn = self.view
            if isinstance(drawn, QAbstractScrollArea):
                drawn = drawn.viewport()
            drawn.update()  # the ring is where one reads
