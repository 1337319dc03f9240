"""The page for a doctor or pharmacist: what was told, what the program said, what to ask for."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from magdesk import __version__
from magdesk.advice.advice import Advice, FiredRule, Spacing
from magdesk.interview.answers import Answer, Answers
from magdesk.interview.navigation import path
from magdesk.knowledge.loader import Library
from magdesk.knowledge.question_ids import (
    AGE,
    CONDITIONS,
    DANGER_NOW,
    DANGER_TODAY,
    DURATION,
    KIDNEY,
    MEDICINES,
    PREGNANCY,
    SEE_DOCTOR,
    SEX,
    SUPPLEMENT_MG,
    SYMPTOM,
    TRIGGERS,
)
from magdesk.knowledge.records.interview_records import Choice, Question
from magdesk.report.advice_document import advice_sections, ask_blocks
from magdesk.report.blocks import (
    Block,
    Document,
    Facts,
    Grid,
    Items,
    Line,
    Paragraph,
    Ruled,
    Running,
    Section,
    Verdict,
)
from magdesk.report.cited_sources import citation_line
from magdesk.report.dates import long_date
from magdesk.report.level_words import headline_of, lead_of
from magdesk.report.reasons import reasons
from magdesk.report.writable_text import writable
from magdesk.rules.facts import NONE, NOT_SURE

PARTS = (
    "person", "complaint", "signs", "conditions", "medicines", "magnesium", "result", "reasons",
    "ask", "day", "notes", "method",
)  # fmt: skip
"""What can be left out, in the order of the switches."""

_FACT_PARTS = PARTS[:6]
_NOTE_LINES = 6
_REASON_SHARES = (67, 22, 11)
_ASKED = ("test", "question")
_APART = " · "
_SIGN_QUESTIONS = (DANGER_NOW, DANGER_TODAY, SEE_DOCTOR)


@dataclass(frozen=True)
class Enclosed:
    """What a page holds beside the answers; all of it may be empty."""

    day: datetime.date | None = None
    name: str = ""
    note: str = ""
    issued_by: str = ""
    """Whoever hands the page over, for instance a pharmacy."""
    day_plan: tuple[str, ...] = ()
    """The plan of a day in words, a line each."""
    typed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Names that were typed, by the medicine they belong to."""
    products: tuple[tuple[str, float], ...] = ()
    """Products that hold magnesium, with mg a day."""

    @property
    def words_of_the_person(self) -> tuple[str, ...]:
        """What was typed, and stands on the page as it was typed."""
        typed = (name for names in self.typed.values() for name in names)
        products = (name for name, _ in self.products)
        return tuple(map(writable, (self.name, self.note, self.issued_by, *typed, *products)))

    def written(self) -> Enclosed:
        """The same in signs that a page can hold."""
        return replace(
            self,
            name=writable(self.name),
            note=writable(self.note),
            issued_by=writable(self.issued_by),
            typed={row: tuple(map(writable, names)) for row, names in self.typed.items()},
            products=tuple((writable(name), mg) for name, mg in self.products),
        )


def take_along(
    advice: Advice,
    answers: Answers,
    library: Library,
    enclosed: Enclosed,
    without: frozenset[str] = frozenset(),
) -> Document:
    """The page, without the parts that are left out."""
    words, enclosed = library.report_words, enclosed.written()
    title = words("page.title")
    edge: tuple[str, ...] = (long_date(enclosed.day),) if enclosed.day else ()
    edition = advice.content
    edge += (words("edition", version=edition.version, date=long_date(edition.reviewed)),)
    if enclosed.issued_by:
        edge += (enclosed.issued_by,)
    subtitle = words("page.for")
    if enclosed.name:
        subtitle = f"{subtitle} {words('page.name', person=enclosed.name)}"
    page = _Page(advice, answers, library, enclosed, without)
    return Document(
        title=title if advice.complete else words("not_finished", count=len(advice.missing)),
        sections=tuple(page.sections()),
        subtitle=subtitle,
        edge=edge,
        footer=words("page.private"),
    )


@dataclass(frozen=True)
class _Page:
    """One page in the making."""

    advice: Advice
    answers: Answers
    library: Library
    enclosed: Enclosed
    without: frozenset[str]

    def sections(self) -> Iterator[Section]:
        """The sections in reading order."""
        words = self.library.report_words
        parts: tuple[tuple[str, str, Callable[[], Iterable[Block]]], ...] = (
            ("result", "", self._verdict),
            ("reasons", words("page.reasons"), self._reasons),
            ("ask", words("page.check"), self._ask),
            ("told", words("page.told"), self._told),
            ("hours", words("page.hours"), self._hours),
            ("day", words("page.day"), self._day),
            ("watch", words("watch"), self._watch),
            ("notes", words("page.notes"), self._notes),
            ("method", words("page.method"), self._method),
        )
        for name, heading, make in parts:
            part = {"hours": "result", "watch": "result"}.get(name, name)
            blocks = () if part in self.without else tuple(make())
            if blocks:
                yield Section(name, heading, blocks)

    # --- what was told ----------------------------------------------------------------------

    def _told(self) -> Iterator[Block]:
        makers: Mapping[str, Callable[[], Iterable[tuple[str, str]]]] = {
            "person": self._person,
            "complaint": self._complaint,
            "signs": self._signs,
            "conditions": self._conditions,
            "medicines": self._medicines,
            "magnesium": self._magnesium,
        }
        rows = tuple(
            (name, Line(text))
            for part in _FACT_PARTS
            if part not in self.without
            for name, text in makers[part]()
        )
        open_questions = path(self.library.decision, self.answers, self.advice.region).missing
        if open_questions:
            asked = ", ".join(self._question(name).short for name in open_questions)
            rows += ((self.library.report_words("page.not_asked"), Line(asked)),)
        if rows:
            yield Facts(rows)

    def _person(self) -> Iterator[tuple[str, str]]:
        words = self.library.report_words
        age = self.answers.get(AGE)
        if age is not None:
            sex = self._labels(SEX)
            text = (
                words("page.age_and_sex", sex=sex, age=age) if sex else words("page.age", age=age)
            )
            yield words("page.person"), text
        for name, heading in ((PREGNANCY, "page.pregnancy"), (KIDNEY, "page.kidneys")):
            if name in self.answers:
                yield words(heading), self._labels(name)

    def _complaint(self) -> Iterator[tuple[str, str]]:
        told = [self._labels(name) for name in (SYMPTOM, DURATION) if name in self.answers]
        if told:
            yield self.library.report_words("page.complaint"), _APART.join(told)
        if TRIGGERS in self.answers:
            yield self._question(TRIGGERS).short, self._labels(TRIGGERS)

    def _signs(self) -> Iterator[tuple[str, str]]:
        words = self.library.report_words
        asked = [self._question(name) for name in _SIGN_QUESTIONS if name in self.answers]
        told = [label for question in asked for label in self._chosen(question)]
        if told:
            yield words("page.signs_yes"), "; ".join(told)
        denied = [choice for question in asked for choice in self._denied(question)]
        if denied:
            yield words("page.signs_denied"), self._denied_words(denied)
        unsure = [
            question.short for question in asked if _holds(self.answers[question.id], NOT_SURE)
        ]
        if unsure:
            yield words("page.signs_unsure"), ", ".join(unsure)

    def _denied_words(self, denied: list[Choice]) -> str:
        complaint = self.answers.get(SYMPTOM)
        fitting = [choice.term or choice.label for choice in denied if complaint in choice.fits]
        words = self.library.report_words
        if not fitting:
            return words("page.denied_all", count=len(denied))
        return words("page.denied", count=len(denied), signs="; ".join(fitting))

    def _denied(self, question: Question) -> Iterator[Choice]:
        answer = self.answers[question.id]
        if not _holds(answer, NOT_SURE):
            yield from (choice for choice in question.choices if not _holds(answer, choice.id))

    def _conditions(self) -> Iterator[tuple[str, str]]:
        if CONDITIONS in self.answers:
            yield self.library.report_words("page.conditions"), self._labels(CONDITIONS)

    def _medicines(self) -> Iterator[tuple[str, str]]:
        if MEDICINES not in self.answers:
            return
        words = self.library.report_words
        told = []
        terms = {choice.id: choice.term for choice in self._question(MEDICINES).choices}
        for name, label in self._labelled(MEDICINES):
            typed = ", ".join(self.enclosed.typed.get(name, ()))
            term = terms.get(name) or label
            told.append(words("page.typed", typed=typed, medicine=term) if typed else term)
        yield words("page.medicines"), _APART.join(told)

    def _magnesium(self) -> Iterator[tuple[str, str]]:
        words, decision = self.library.report_words, self.library.decision
        amount = self.answers.get(SUPPLEMENT_MG)
        if amount is None:
            return
        if not isinstance(amount, int | float):
            yield words("page.magnesium"), self._labels(SUPPLEMENT_MG)
            return
        region = decision.limits.regions[self.advice.region]
        over = amount - region.upper_mg
        told = [
            words(
                "page.magnesium_over" if over > 0 else "page.magnesium_sum",
                mg=f"{amount:g}",
                over=f"{over:g}",
                limit=f"{region.upper_mg:g}",
                region=region.name,
            )
        ]
        told += [
            words("page.magnesium_part", product=product, mg=f"{mg:g}")
            for product, mg in self.enclosed.products
        ]
        yield words("page.magnesium"), " ".join(told)

    # --- what the program said --------------------------------------------------------------

    def _verdict(self) -> Iterator[Block]:
        decision = self.library.decision
        yield Verdict(headline_of(self.advice, decision), lead_of(self.advice, decision))
        wanted = ("options", "amount") if self.advice.complete else ()
        for section in advice_sections(self.advice, self.library):
            if section.id in wanted:
                yield from section.blocks

    def _ask(self) -> Iterator[Block]:
        blocks = ask_blocks(self.advice, self.library, _ASKED)
        lines = tuple(line for block in blocks for line in block.lines)
        if lines:
            yield Items(lines, boxes=True)

    def _reasons(self) -> Iterator[Block]:
        words = self.library.report_words
        headings = ("page.rests_on", "page.level", "page.source")
        rows = tuple(
            (rule.because, self._level_of(rule), self._numbers_of(rule))
            for rule in self._weighty_rules()
        )
        if rows:
            yield Grid(tuple(words(name) for name in headings), rows, _REASON_SHARES)
        else:
            said = "reasons.none" if self.advice.complete else "reasons.none_so_far"
            yield Paragraph(Line(words(said)))

    def _weighty_rules(self) -> Iterator[FiredRule]:
        """The rules that made the level, or that at least stop: what else fired is no reason."""
        for reason in reasons(self.advice, self.library.decision, self.library.report_words):
            yield from (rule for rule in reason.rules if rule.stop or rule.level != "self_care")

    def _level_of(self, rule: FiredRule) -> str:
        short = self.library.decision.levels[rule.level].short
        return self.library.report_words("page.level_stops", level=short) if rule.stop else short

    def _sources(self) -> tuple[str, ...]:
        rules = self._weighty_rules()
        return tuple(dict.fromkeys(key for rule in rules for key in rule.sources))

    def _numbers_of(self, rule: FiredRule) -> str:
        order = self._sources()
        return " ".join(f"[{order.index(key) + 1}]" for key in rule.sources)

    def _hours(self) -> Iterator[Block]:
        if self.advice.spacing:
            yield Items(tuple(Line(self._hours_of(gap)) for gap in self.advice.spacing))

    def _hours_of(self, gap: Spacing) -> str:
        words = self.library.report_words
        if gap.before_h is None:
            return f"{gap.label}: {gap.note}"
        if gap.after_h is None:
            return words("page.hours_before", medicine=gap.label, before=gap.before_h)
        return words("page.hours_line", medicine=gap.label, before=gap.before_h, after=gap.after_h)

    def _day(self) -> Iterator[Block]:
        if self.enclosed.day_plan:
            yield Items(tuple(map(Line, self.enclosed.day_plan)))

    def _watch(self) -> Iterator[Block]:
        if self.advice.watch:
            yield Items(tuple(Line(sign.text) for sign in self.advice.watch))

    # --- the foot ---------------------------------------------------------------------------

    def _notes(self) -> Iterator[Block]:
        if self.enclosed.note:
            yield Paragraph(Line(self.enclosed.note))
        yield Ruled(_NOTE_LINES)

    def _method(self) -> Iterator[Block]:
        words = self.library.report_words
        text = words("page.method_text", version=__version__)
        yield Paragraph(Line(text, words("page.self_reported")), small=True)
        if "reasons" in self.without:
            return
        sources = [self.library.bibliography[key] for key in self._sources()]
        if sources:
            lines = (citation_line(source, number) for number, source in enumerate(sources, 1))
            yield Running(tuple(lines))

    # --- answers in words -------------------------------------------------------------------

    def _question(self, name: str) -> Question:
        return self.library.decision.questions[name]

    def _labels(self, name: str) -> str:
        """The answer to a question as it stands on the screen; empty where it has none."""
        return "; ".join(label for _, label in self._labelled(name))

    def _labelled(self, name: str) -> Iterator[tuple[str, str]]:
        question, answer = self._question(name), self.answers.get(name)
        if isinstance(answer, int | float):
            yield "", f"{answer:g} {question.unit}".strip()
        elif answer is not None:
            chosen = answer if isinstance(answer, tuple) else (answer,)
            yield from ((choice, self._label(question, choice)) for choice in chosen)

    def _chosen(self, question: Question) -> Iterator[str]:
        answer = self.answers[question.id]
        for choice in question.choices:
            if _holds(answer, choice.id):
                yield choice.label

    def _label(self, question: Question, choice: str) -> str:
        if choice in (NONE, NOT_SURE):
            words = self.library.report_words
            return words("page.none" if choice == NONE else "page.not_sure")
        return next(row.label for row in question.choices if row.id == choice)


def _holds(answer: Answer, choice: str) -> bool:
    return choice in answer if isinstance(answer, tuple) else choice == answer
