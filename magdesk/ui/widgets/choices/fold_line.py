"""A line that unfolds what stands below it, with a quiet word of what that is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from weakref import WeakMethod

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QLayout, QSizePolicy, QWidget

from magdesk.ui.look.icons import paint_icon
from magdesk.ui.look.theme import Theme, mix, scaled_font, unit
from magdesk.ui.widgets.access.expander import as_expander
from magdesk.ui.widgets.access.focus import paint_ring, put_in_order
from magdesk.ui.widgets.drawn import Drawn
from magdesk.ui.widgets.layouts.boxes import lay_out_now, let_wrap
from magdesk.ui.widgets.layouts.stacked_column import Column
from magdesk.ui.widgets.painted import PaintedButton

_HEIGHT = 42.0
_ICON = 14.0
_LEFT, _TEXT_LEFT, _RIGHT = 4.0, 28.0, 6.0
_BESIDE = 14.0
_PADDING = 9.0
_RADIUS = 6.0
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_TALL = 100_000


_Build = Callable[..., Iterable[QWidget | QLayout]]


class FoldLine(PaintedButton):
    """Checked while it is open; the quiet words stand beside the title, or below where they wrap.

    A screen reader hears whether it is expanded.
    """

    def __init__(self, title: str, quiet: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._quiet = quiet
        self.setCheckable(True)
        self.setAccessibleName(title)
        let_wrap(self, QSizePolicy.Policy.Expanding)
        self.setAccessibleDescription(quiet)
        as_expander(self)

    def quiet(self) -> str:
        return self._quiet

    def heightForWidth(self, width: int) -> int:
        title, quiet = self._places(width)
        one = unit(self)
        bottom = max(title.bottom(), quiet.bottom() if self._quiet else 0) + 1
        return round(max(_HEIGHT * one, bottom + _PADDING * one))

    def measure(self, one: float) -> tuple[float, float]:
        return 360 * one, _HEIGHT * one

    def least(self, one: float) -> tuple[float, float]:
        return 120 * one, _HEIGHT * one

    def draw(self, painter: QPainter, theme: Theme, one: float) -> None:
        if self.ring_shown():
            paint_ring(painter, QRectF(self.rect()), _RADIUS * one, one, theme)
        elif self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(mix(theme.color("surface"), theme.color("text"), 0.04))
            painter.drawRoundedRect(QRectF(self.rect()), _RADIUS * one, _RADIUS * one)
        title, quiet = self._places(self.width())
        middle = title.top() + QFontMetrics(self._title_font()).height() / 2
        side = _ICON * one
        name = "chevron_down" if self.isChecked() else "chevron_right"
        square = QRectF(_LEFT * one, middle - side / 2, side, side)
        paint_icon(painter, square, name, theme.color("text2"))
        painter.setPen(theme.color("text"))
        painter.setFont(self._title_font())
        painter.drawText(title, _WRAP, self.text())
        if self._quiet:
            painter.setPen(theme.color("text2"))
            painter.setFont(self._quiet_font())
            painter.drawText(quiet, _WRAP, self._quiet)

    def _title_font(self) -> QFont:
        return scaled_font(self, 1.06, 650)

    def _quiet_font(self) -> QFont:
        return scaled_font(self, 0.97)

    def _places(self, width: int) -> tuple[QRect, QRect]:
        one = unit(self)
        large, small = QFontMetrics(self._title_font()), QFontMetrics(self._quiet_font())
        left, room = round(_TEXT_LEFT * one), round(width - (_TEXT_LEFT + _RIGHT) * one)
        title = large.boundingRect(QRect(0, 0, max(1, room), _TALL), _WRAP, self.text())
        top = round(max(_PADDING * one, (_HEIGHT * one - large.height()) / 2))
        title.moveTo(left, top)
        beside = title.width() + round(_BESIDE * one)
        if beside + small.horizontalAdvance(self._quiet) < room:
            lower = top + large.ascent() - small.ascent()
            return title, QRect(left + beside, lower, room - beside, small.height())
        quiet = small.boundingRect(QRect(0, 0, max(1, room), _TALL), _WRAP, self._quiet)
        quiet.moveTo(left, title.bottom() + 1)
        return title, QRect(left, quiet.top(), room, quiet.height())


class Fold(Drawn, QWidget):
    """A fold line over a body, with a hairline below; ``filled`` tells that the body was built."""

    filled = Signal()

    def __init__(
        self,
        title: str,
        quiet: str = "",
        parent: QWidget | None = None,
        *,
        line_below: bool = True,
    ) -> None:
        super().__init__(parent)
        self._filling: tuple[WeakMethod[_Build], tuple[object, ...]] | None = None
        self._column = Column()
        self._column.setContentsMargins(0, 0, 0, max(1, round(unit(self))) if line_below else 0)
        self.line = FoldLine(title, quiet, self)
        self.line.toggled.connect(self._toggle)
        self._column.add(self.line)
        self.setLayout(self._column)

    @cached_property
    def inside(self) -> QWidget:
        """The widget that is shown while it is open; made when it is first needed."""
        inside = QWidget(self)
        inside.hide()
        self._column.add(inside)
        return inside

    @cached_property
    def body(self) -> Column:
        """The column of what stands inside."""
        one = unit(self)
        body = Column(7 * one)
        body.setContentsMargins(0, round(4 * one), 0, round(8 * one))
        self.inside.setLayout(body)
        return body

    @property
    def is_open(self) -> bool:
        """Whether the body is shown."""
        return self.line.isChecked()

    def set_open(self, is_open: bool) -> None:
        """Show the body, or only the line."""
        self.line.setChecked(is_open)

    def fill_with(self, build: _Build, *given: object) -> None:
        """Have this method make what the body holds when it is first opened: few ever are.

        It is called with what is ``given``. Its object, mostly the page, is not kept alive.
        """
        self._filling = WeakMethod(build), given

    def draw(self, painter: QPainter, theme: Theme, one: float) -> None:
        """Draw the hairline below."""
        tall = self._column.contentsMargins().bottom()
        painter.fillRect(QRect(0, self.height() - tall, self.width(), tall), theme.color("line"))

    def _fill(self) -> None:
        if self._filling is None:
            return
        (known, given), self._filling = self._filling, None
        build = known()
        if build is not None:
            for part in build(*given):
                self.body.add(part)
            put_in_order((self,))
            self.filled.emit()

    def _toggle(self, on: bool) -> None:
        if on:
            self._fill()
        self.inside.setVisible(on)
        lay_out_now()
