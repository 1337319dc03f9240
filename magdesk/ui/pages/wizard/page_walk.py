"""Which page of the questions is in front and what comes next, without Qt.

The answers live in the answer sheet; what is asked, and where it ends, is decided by ``interview``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from magdesk.answer_sheet.answer_sheet import AnswerSheet
from magdesk.knowledge.question_ids import DANGER_NOW, MEDICINES
from magdesk.knowledge.records.interview_records import Page, Question
from magdesk.rules.firing import RANK

State = Literal["done", "current", "todo"]
AT_ONCE = RANK["today"]
"""From this rank on, the result follows without a look at the answers."""


@dataclass(frozen=True)
class Place:
    """What is in front; ``page`` is empty on the check page and at the result."""

    kind: Literal["page", "check", "result"]
    page: str = ""


CHECK = Place("check")
RESULT = Place("result")


class PageWalk:
    """One walk through the pages of a sheet."""

    def __init__(self, sheet: AnswerSheet) -> None:
        self.sheet = sheet
        self._pages = sheet.decision.pages
        self.begin()

    def begin(self) -> None:
        """Go to the first page."""
        self.place = Place("page", self._pages[0].id)
        self._changing: Place | None = None
        """Where one came from to change an answer."""
        self._result_from = CHECK

    # --- where one is -----------------------------------------------------------------------

    @property
    def page(self) -> Page | None:
        """The page of questions in front, if one is."""
        return next((page for page in self._pages if page.id == self.place.page), None)

    @property
    def number(self) -> int:
        """The number of the page in front, from 1; 0 beside the pages."""
        page = self.page
        return 0 if page is None else self._pages.index(page) + 1

    @property
    def count(self) -> int:
        return len(self._pages)

    def questions(self, page: str | None = None) -> tuple[Question, ...]:
        """The questions of a page that apply; of the one in front where none is named."""
        name = self.place.page if page is None else page
        return tuple(each for each in self.sheet.applicable if each.page == name)

    def missing(self, page: str | None = None) -> tuple[str, ...]:
        """The questions of a page that have to be answered before one goes on."""
        return tuple(each.id for each in self.questions(page) if self._is_open(each.id))

    def _is_open(self, question: str) -> bool:
        if question == MEDICINES and self.sheet.medicines.open:
            return True
        return self.sheet.answer(question) is None

    @property
    def ends_early(self) -> bool:
        """Whether the interview ends before the last page, with all answered up to there."""
        path = self.sheet.path
        return path.end is not None and not path.missing and self._last_asked() < self.count - 1

    def _last_asked(self) -> int:
        asked = {question.page for question in self.sheet.path.asked}
        return max((n for n, page in enumerate(self._pages) if page.id in asked), default=0)

    @property
    def is_complete(self) -> bool:
        """Whether nothing is left to answer."""
        return self._first_open() is None

    def state(self, page: str) -> State:
        if page == self.place.page:
            return "current"
        number = next(n for n, each in enumerate(self._pages) if each.id == page)
        reached = number <= self._last_asked()
        return "done" if reached and self.questions(page) and not self.missing(page) else "todo"

    # --- moving -----------------------------------------------------------------------------

    def forward(self) -> bool:
        """Go on; false, and no move, where an answer of this page is missing."""
        match self.place.kind:
            case "result":
                return False
            case "check":
                return self._from_check()
            case _:
                return self._from_page()

    def back(self) -> bool:
        """Go one page back and lose nothing; false at the first page: leave instead."""
        if self.place.kind == "result":
            self.place = self._result_from
        elif self.place.kind == "check":
            self.place = Place("page", self._pages[self._last_asked()].id)
        elif self._changing is not None and self._changing != self.place:
            self.place, self._changing = self._changing, None
        elif self.number > 1:
            self.place = Place("page", self._pages[self.number - 2].id)
        else:
            return False
        return True

    def change(self, question: str) -> None:
        """Open the page of a question; Continue comes back to what is still open, or to the end."""
        self.open_page(self.sheet.decision.questions[question].page)

    def open_page(self, page: str) -> None:
        """Open a page that was filled in before; Continue comes back as from a question."""
        if page != self.place.page:
            self._changing = self.place
            self.place = Place("page", page)

    def check(self) -> None:
        """Show every answer."""
        self._changing = None
        self.place = CHECK

    def emergency(self) -> None:
        """Show the danger signs."""
        self.change(DANGER_NOW)

    # --- inner steps ------------------------------------------------------------------------

    def _from_page(self) -> bool:
        if self.missing():
            return False
        if self._changing is not None:
            return self._to_open_or_end()
        here = self.number - 1
        if here >= self._last_asked() and self.is_complete:
            return self._to_end()
        self.place = CHECK if here + 1 == self.count else Place("page", self._pages[here + 1].id)
        return True

    def _to_open_or_end(self) -> bool:
        self._changing = None
        page = self._first_open()
        if page is None:
            return self._to_end()
        self.place = Place("page", page)
        return True

    def _to_end(self) -> bool:
        """The result at once where it is urgent and questions are left out, else the check page."""
        self._changing = None
        if self.ends_early and RANK[self.sheet.advice().level] >= AT_ONCE:
            self._result_from = self.place
            self.place = RESULT
        else:
            self.place = CHECK
        return True

    def _from_check(self) -> bool:
        page = self._first_open()
        self._result_from = CHECK
        self.place = RESULT if page is None else Place("page", page)
        return True

    def _first_open(self) -> str | None:
        """The first page with a question to answer, up to the end of the interview."""
        for question in self.sheet.path.asked:
            if self._is_open(question.id):
                return question.page
        return None
