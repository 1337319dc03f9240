"""How a day is painted: lanes from the back to the front, each with its name and its times."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from magdesk.planner.day import MINUTES_A_DAY, clock
from magdesk.ui.look.icons import paint_icon
from magdesk.ui.look.theme import Theme, scaled_font, tabular, unit
from magdesk.ui.pages.day.timeline.drawn_day import DrawnDay, MedicineLane, Span, pieces
from magdesk.ui.pages.day.timeline.lane_marks import (
    Tag,
    TagFonts,
    paint_band,
    paint_free,
    paint_tag,
    tag_height,
    tag_places,
    tag_width,
)

HOURS, DAY, MEDICINE, MAGNESIUM, LEGEND = 34.0, 44.0, 40.0, 58.0, 34.0
"""Heights of the lanes, in u."""
NAMES = 148.0
"""The width of what stands before the hours, in u; less where the day is narrow."""
_MOST_NAMES = 0.42
_RIGHT, _INDENT, _ICON = 20.0, 13.0, 15.0
_BAND, _FREE = 30.0, 10.0
_FREE_LEAST = 4.0
_MOST_ASIDE = 0.2
_STEPS = (2, 3, 4, 6, 12)
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class _Lane(NamedTuple):
    """A row of the drawing: the whole of it, and its part that has the hours."""

    row: QRectF
    hours: QRectF

    def x(self, minute: float) -> float:
        """Where a minute of the day stands, in pixels."""
        return self.hours.left() + self.hours.width() * minute / MINUTES_A_DAY

    def box(self, span: Span, height: float) -> QRectF:
        """A span of the day, in the middle of the lane."""
        left = self.x(span[0])
        top = self.row.center().y() - height / 2
        return QRectF(left, top, self.x(span[1]) - left, height)


class DayPicture:
    """One picture of a day."""

    def __init__(
        self,
        widget: QWidget,
        painter: QPainter,
        day: DrawnDay,
        theme: Theme,
        tall: float,
        scrolled: float,
    ) -> None:
        self.widget, self.painter, self.day = widget, painter, day
        self.theme, self.tall, self.one = theme, tall, unit(widget)
        self.scrolled = scrolled
        self.fonts = TagFonts(scaled_font(widget, 0.93, 650), scaled_font(widget, 0.93, 600))

    def draw(self) -> None:
        hours, first = self._lane(0, HOURS), self._lane(HOURS, DAY)
        bottom = self.widget.height() / self.tall
        last = self._lane(bottom - MAGNESIUM - LEGEND, MAGNESIUM)
        legend = self._lane(bottom - LEGEND, LEGEND)
        self._paint_sleep(first, last)
        self._paint_hours(hours, first, last)
        for lane in (first, last, legend):
            self._hairline(lane.row.top())
        self._paint_ties(first, last)
        self._name(first, "moon", "text2", QCoreApplication.translate("DayPicture", "Your day"))
        self._paint_meals(first)
        self._paint_medicines(QRectF(0, first.row.bottom(), first.row.width(),
                                     last.row.top() - first.row.bottom()))  # fmt: skip
        self._name(last, "drop", "accent", QCoreApplication.translate("DayPicture", "Magnesium"))
        self._paint_magnesium(last)
        self._paint_legend(legend.row)

    def _lane(self, top: float, height: float) -> _Lane:
        """A lane at this place, in u down."""
        row = QRectF(0, top * self.tall, self.widget.width(), height * self.tall)
        names = min(NAMES * self.one, _MOST_NAMES * row.width())
        return _Lane(row, row.adjusted(names, 0, -_RIGHT * self.one, 0))

    # --- the ground -------------------------------------------------------------------------

    def _paint_sleep(self, first: _Lane, last: _Lane) -> None:
        words, font = (
            QCoreApplication.translate("DayPicture", "asleep"),
            scaled_font(self.widget, 0.88),
        )
        metrics = QFontMetricsF(font)
        for span in pieces(self.day.asleep):
            box = first.box(span, first.row.height())
            word = box.adjusted(8 * self.one, 0, 0, 0)
            box.setBottom(last.row.bottom())
            self.painter.fillRect(box, self.theme.color("window"))
            if self.theme.contrast:
                self.painter.setPen(QPen(self.theme.color("control"), self.one))
                self.painter.drawRect(box)
            if metrics.horizontalAdvance(words) + 10 * self.one < box.width():
                self.painter.setFont(font)
                self.painter.setPen(self.theme.color("text2"))
                self.painter.drawText(word, _LEFT, words)

    def _paint_hours(self, hours: _Lane, first: _Lane, last: _Lane) -> None:
        font = tabular(scaled_font(self.widget, 0.9, 500))
        wide = QFontMetricsF(font).horizontalAdvance("00")
        step = next((s for s in _STEPS if hours.x(60 * s) - hours.x(0) > 1.7 * wide), _STEPS[-1])
        self.painter.setFont(font)
        for hour in range(0, 25, step):
            x = hours.x(60 * hour)
            self.painter.setPen(QPen(self.theme.color("line"), max(1.0, self.one)))
            self.painter.drawLine(QPointF(x, first.row.top()), QPointF(x, last.row.bottom()))
            self.painter.setPen(self.theme.color("text2"))
            box = QRectF(x - wide, hours.row.top() + 4 * self.one, 2 * wide, hours.row.height())
            self.painter.drawText(box, Qt.AlignmentFlag.AlignCenter, f"{hour:02}")

    def _hairline(self, y: float) -> None:
        self.painter.setPen(QPen(self.theme.color("line"), max(1.0, self.one)))
        self.painter.drawLine(QPointF(self.one, y), QPointF(self.widget.width() - self.one, y))

    def _name(self, lane: _Lane, icon: str, color: str, name: str) -> None:
        side, x = _ICON * self.one, _INDENT * self.one
        middle = lane.row.center().y()
        ink = self.theme.color(color)
        paint_icon(self.painter, QRectF(x, middle - side / 2, side, side), icon, ink)
        left = x + side + 8 * self.one
        box = QRectF(left, lane.row.top(), lane.hours.left() - left - 6 * self.one,
                     lane.row.height())  # fmt: skip
        font = scaled_font(self.widget, 0.98, 600)
        wrap = int(_LEFT | Qt.TextFlag.TextWordWrap)
        if QFontMetricsF(font).horizontalAdvance(name) > box.width():
            font = scaled_font(self.widget, 0.84, 600)
            name = _two_lines(name, font, box.width())
        self.painter.setFont(font)
        self.painter.setPen(self.theme.color("text"))
        self.painter.drawText(box, wrap, name)

    # --- what happens -----------------------------------------------------------------------

    def _paint_ties(self, first: _Lane, last: _Lane) -> None:
        self.painter.setPen(QPen(self.theme.color("accent"), 1.6 * self.one))
        for minute, with_meal in self.day.magnesium:
            if with_meal:
                x = first.x(minute)
                ends = QPointF(x, first.row.center().y()), QPointF(x, self._tag_middle(last))
                self.painter.drawLine(*ends)

    def _paint_meals(self, lane: _Lane) -> None:
        word = QCoreApplication.translate("DayPicture", "Meal")
        self._paint_tags(lane, lane.row.center().y(), self.day.meals, Tag("meal", word, "", "meal"))

    def _paint_medicines(self, room: QRectF) -> None:
        """The lanes that may scroll; nothing of them is seen outside their room."""
        self.painter.save()
        self.painter.setClipRect(room)
        above = HOURS + DAY - self.scrolled / self.tall
        for number, medicine in enumerate(self.day.medicines):
            lane = self._lane(above + number * MEDICINE, MEDICINE)
            self._hairline(lane.row.top())
            self._name(lane, "pill", "medicine", medicine.name)
            self._paint_medicine(lane, medicine)
        self.painter.restore()

    def _paint_medicine(self, lane: _Lane, medicine: MedicineLane) -> None:
        self.painter.save()
        self.painter.setClipRect(lane.hours, Qt.ClipOperation.IntersectClip)
        for dose in sorted(medicine.doses, key=lambda each: each.blocks):
            for span in _drawn(dose.band):
                box = lane.box(span, _BAND * self.tall)
                paint_band(self.painter, box, self.theme, self.one, blocks=dose.blocks)
        self.painter.restore()
        minutes = [dose.minute for dose in medicine.doses]
        self._paint_tags(lane, lane.row.center().y(), minutes, Tag("pill", "", "", "medicine"))

    def _paint_magnesium(self, lane: _Lane) -> None:
        if self.day.blocked or not self.day.planned:
            self._paint_message(lane)
            return
        for run in self.day.free:
            for span in pieces((run[0], max(run[1], run[0] + 1))):
                box = lane.box(span, _FREE * self.tall)
                least = _FREE_LEAST * self.one
                box.adjust(-least / 2, 0, least / 2, 0)
                box.moveBottom(lane.row.bottom() - 6 * self.tall)
                paint_free(self.painter, box, self.theme, self.one)
        minutes = [minute for minute, _ in sorted(self.day.magnesium)]
        tag = Tag("drop", "", "", "accent", on_tint=True)
        self._paint_tags(lane, self._tag_middle(lane), minutes, tag)

    def _tag_middle(self, lane: _Lane) -> float:
        return lane.row.top() + 21 * self.tall

    def _paint_message(self, lane: _Lane) -> None:
        blocked = self.day.blocked
        words = (
            QCoreApplication.translate("DayPicture", "No free time for magnesium")
            if blocked
            else QCoreApplication.translate("DayPicture", "Waits for your times")
        )
        ink = self.theme.color("caution_text" if blocked else "text2")
        font, side = scaled_font(self.widget, 0.98, 650), _ICON * self.one
        wide = QFontMetricsF(font).horizontalAdvance(words) + side + 9 * self.one
        wide = min(wide, lane.row.right() - lane.hours.left() - 2 * self.one)
        left = max(lane.hours.left(), lane.hours.center().x() - wide / 2)
        middle = lane.row.center().y()
        around = QRectF(left - 6 * self.one, middle - side, wide + 12 * self.one, 2 * side)
        self.painter.fillRect(around, self.theme.color("surface"))
        icon = "alert" if blocked else "clock"
        paint_icon(self.painter, QRectF(left, middle - side / 2, side, side), icon, ink)
        self.painter.setFont(font)
        self.painter.setPen(ink)
        beside = side + 8 * self.one
        text = QRectF(left + beside, lane.row.top(), wide - beside, lane.row.height())
        self.painter.drawText(text, int(_LEFT | Qt.TextFlag.TextWordWrap), words)

    def _paint_tags(self, lane: _Lane, middle: float, minutes: Sequence[int], like: Tag) -> None:
        """Tags at these minutes: without the word, then without the icon, where room is short."""
        room = (lane.hours.left(), lane.hours.right() + _RIGHT * self.one - 2)
        kinds = (like, like._replace(word=""), like._replace(word="", icon=""))
        for kind in kinds:
            tags = [kind._replace(time=clock(minute)) for minute in minutes]
            widths = [tag_width(tag, self.fonts, self.one) for tag in tags]
            middles = [lane.x(minute) for minute in minutes]
            places = tag_places(middles, widths, room, self.one)
            if places is not None and (kind is kinds[-1] or _all_near(places, widths, middles)):
                break
        for tag, width, left in zip(tags, widths, places or middles, strict=True):
            tall = tag_height(self.fonts, self.one)
            box = QRectF(left, middle - tall / 2, width, tall)
            paint_tag(self.painter, box, tag, self.fonts, self.theme, self.one)

    # --- the legend -------------------------------------------------------------------------

    def _paint_legend(self, row: QRectF) -> None:
        entries = [
            ("band", QCoreApplication.translate("DayPicture", "no magnesium in these hours"))
        ]
        if any(dose.blocks for lane in self.day.medicines for dose in lane.doses):
            entries.append(
                (
                    "blocks",
                    QCoreApplication.translate("DayPicture", "these leave no room by themselves"),
                )
            )
        if self.day.free and not self.day.blocked:
            entries.append(("free", QCoreApplication.translate("DayPicture", "free for magnesium")))
        font = scaled_font(self.widget, 0.9)
        x = _INDENT * self.one
        for kind, words in entries:
            tall = 14 * self.tall
            box = QRectF(x, row.center().y() - tall / 2, 26 * self.one, tall)
            if kind == "free":
                paint_free(self.painter, box, self.theme, self.one)
            else:
                blocks = kind == "blocks"
                paint_band(self.painter, box, self.theme, self.one, blocks=blocks)
            x += 34 * self.one
            self.painter.setFont(font)
            self.painter.setPen(self.theme.color("text2"))
            self.painter.drawText(QRectF(x, row.top(), row.width(), row.height()), _LEFT, words)
            x += QFontMetricsF(font).horizontalAdvance(words) + 22 * self.one


def _drawn(band: Span) -> list[Span]:
    """A band as it is drawn: past the edges of the day, so that it is open where it goes on."""
    if band[1] - band[0] >= MINUTES_A_DAY:
        return [(-MINUTES_A_DAY, 2 * MINUTES_A_DAY)]
    shifts = (-MINUTES_A_DAY, 0, MINUTES_A_DAY)
    moved = [(band[0] + shift, band[1] + shift) for shift in shifts]
    return [span for span in moved if span[1] > 0 and span[0] < MINUTES_A_DAY]


def _all_near(places: Sequence[float], widths: Sequence[float], middles: Sequence[float]) -> bool:
    """Whether each tag has its minute about in its middle."""
    return all(
        abs(place + width / 2 - middle) <= _MOST_ASIDE * width
        for place, width, middle in zip(places, widths, middles, strict=True)
    )


def _two_lines(name: str, font: QFont, width: float) -> str:
    """A name that fits two lines of this width, cut at its end where it does not."""
    metrics = QFontMetricsF(font)
    first = ""
    words = name.split()
    while words and metrics.horizontalAdvance(f"{first} {words[0]}".strip()) <= width:
        first = f"{first} {words.pop(0)}".strip()
    if not first:
        return metrics.elidedText(name, Qt.TextElideMode.ElideRight, width)
    rest = metrics.elidedText(" ".join(words), Qt.TextElideMode.ElideRight, width)
    return f"{first}\n{rest}" if rest else first
