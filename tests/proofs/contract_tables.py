"""The contract's tables, kept on every sheet: the data gives what the contract's rows give.

The same translator makes formulas of the data and of ``contract.toml``, over the same answers. They
are compared by what they give, so a condition may be written in another way. Where there is nothing
to range over, such as which choices there are, what stands there is looked up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import z3

from magdesk.knowledge.conditions import Chosen
from magdesk.knowledge.decision import Decision
from magdesk.knowledge.records import LEVELS
from magdesk.knowledge.records.decision_records import FirstStep, Rule
from magdesk.knowledge.records.interview_records import Question
from tests.proofs.answer_sheet import FALSE, TRUE, Sheet, every, negated, some
from tests.proofs.answer_space import AnswerSpace
from tests.proofs.contract import contract
from tests.proofs.contract_decision import contract_decision
from tests.proofs.proving import Claim, Fact, Obligation
from tests.proofs.rule_formulas import RuleFormulas, highest_later
from tests.proofs.translate import MOST_FORMS, MOST_STEPS, NONE, AdviceFormulas

WHOLE_QUESTION = "question"
"""Stands among the choices for the words over all of them."""


def the_tables_are_kept(space: AnswerSpace) -> Iterator[Obligation]:
    """All of them; the rest only where the questions and forms are the contract's."""
    tables = Tables(space.advice, AdviceFormulas(contract_decision(), space.sheet))
    names = tuple(tables.names())
    yield from names
    if all(fact.holds for fact in names):
        yield from tables.rows()


@dataclass(frozen=True)
class Tables:
    """What the data gives beside what the contract's rows give for the same answers."""

    data: AdviceFormulas
    contract: AdviceFormulas

    @property
    def sheet(self) -> Sheet:
        """The answers that all of it is about."""
        return self.contract.sheet

    def rows(self) -> Iterator[Obligation]:
        """Every table, for a decision whose ``names`` hold."""
        for rule in dict.fromkeys([*self.contract.rules, *self.data.rules]):
            yield from self.rule(rule)
        for question in self.contract.decision.questions:
            yield from self.question(question)
        yield from self.forms()
        yield from self.amount()
        yield from self.intake()
        for medicine in self.contract.decision.medicines:
            yield from self.medicine(medicine)
        yield from self.first_steps()
        yield from self.watch()
        yield from self.words()
        yield from self.lines()
        yield from self.order()

    def names(self) -> Iterator[Fact]:
        """That there are the contract's questions, choices, forms, medicines and regions."""
        data, ours = self.data.decision, self.contract.decision
        yield Fact("the questions", set(data.questions) == set(ours.questions))
        for name, question in ours.questions.items():
            found = data.questions.get(name)
            same = found is not None and _answers_to(found) == _answers_to(question)
            yield Fact(f"what {name} takes for an answer", same)
        yield Fact("the medicines", set(data.medicines) == set(ours.medicines))
        yield Fact("the candidates", set(data.candidates) == set(ours.candidates))
        yield Fact("the regions", set(data.limits.regions) == set(ours.limits.regions))
        yield Fact("the pages", _pages(data) == _pages(ours))

    def order(self) -> Iterator[Fact]:
        """That all is asked and told in the contract's order."""
        data, ours = self.data.decision, self.contract.decision
        yield Fact("the order of questions", list(data.questions) == list(ours.questions))
        later = {row.id: row.later for row in contract().question}
        yield Fact("what later questions can still lead to", highest_later(data) == later)
        yield Fact("the order of rules", _ids(data.rules) == _ids(ours.rules))
        yield Fact("the order of medicines", list(data.medicines) == list(ours.medicines))
        default = data.limits.default_region == ours.limits.default_region
        yield Fact("the region where none is named", default)

    def rule(self, name: str) -> Iterator[Claim]:
        """When it fires, whether it stops, whether as unknown, and at which level."""
        mine, its = _rule(self.data, name), _rule(self.contract, name)
        yield self._always(f"{name} fires where the contract says", _same(mine.fired, its.fired))
        yield self._always(f"{name} stops where the contract says", _same(mine.stop, its.stop))
        unknown = _same(mine.unknown, its.unknown)
        yield self._always(f"{name} is unknown where the contract says", unknown)
        levels = [_same(mine.at_least(level), its.at_least(level)) for level in LEVELS]
        yield self._always(f"{name} has the contract's level", every(levels))

    def question(self, name: str) -> Iterator[Claim]:
        """Who is asked, who has not answered yet, where the questions end, what to take along."""
        one, two = self.data, self.contract
        asked = _same(one.facts.applies(name), two.facts.applies(name))
        yield self._always(f"{name} is asked of the contract's people", asked)
        missing = _same(one.missing[name], two.missing[name])
        yield self._always(f"{name} is missing where the contract says", missing)
        ended = _same(one.ends_first_at[name], two.ends_first_at[name])
        yield self._always(f"the questions end at {name} where the contract says", ended)
        along = _same(one.asks[name], two.asks[name])
        yield self._always(f"{name} is to take along where the contract says", along)

    def forms(self) -> Iterator[Obligation]:
        """Points, places and evidence of each candidate, and the place of *no supplement*."""
        one, two = self.data, self.contract
        for form, candidate in two.decision.candidates.items():
            yield self._always(
                f"{form} has the contract's points", one.points[form] == two.points[form]
            )
            out = _same(one.out[form], two.out[form])
            yield self._always(f"{form} is out where the contract says", out)
            grade = _same(one.evidence[form], two.evidence[form])
            yield Claim(
                f"{form} has the contract's evidence", two.listed[form], grade, (self.sheet,)
            )
            found = one.decision.candidates[form]
            yield Fact(f"how gentle {form} is", found.gentle == candidate.gentle)
            yield Fact(f"whether {form} is swallowed", found.oral == candidate.oral)
        for name in (*two.decision.candidates, NONE):
            places = range(MOST_FORMS + 1)
            same = [_same(one.at_place(name, x), two.at_place(name, x)) for x in places]
            yield self._always(f"{name} stands where the contract says", every(same))

    def amount(self) -> Iterator[Claim]:
        """The limit, the room below it, and what is told of both."""
        one, two, sheets = self.data.amount, self.contract.amount, (self.sheet,)
        yield self._always("the limit is the contract's", _same(one.limit, two.limit))
        room, its = self.data.facts.room(), self.contract.facts.room()
        yield Claim("the room is the contract's", its.given, _same(room.value, its.value), sheets)
        yield self._always(
            "there is an amount where the contract says", _same(one.given, two.given)
        )
        yield Claim("the start is the contract's", two.given, _same(one.start, two.start), sheets)
        yield Claim("the most is the contract's", two.given, _same(one.most, two.most), sheets)
        yield Claim(
            "the portions are the contract's", two.given, _same(one.portions, two.portions), sheets
        )
        weeks = {x.decision.amount.review_weeks for x in (self.data, self.contract)}
        yield Claim("the weeks are the contract's", two.given, z3.BoolVal(len(weeks) == 1), sheets)

    def intake(self) -> Iterator[Claim]:
        """The reference intake of a region, an age and a sex."""
        one, two = (each.facts.reference_intake() for each in (self.data, self.contract))
        yield self._always(
            "there is an intake where the contract says", _same(one.given, two.given)
        )
        yield Claim(
            "the intake is the contract's", two.given, _same(one.value, two.value), (self.sheet,)
        )

    def medicine(self, name: str) -> Iterator[Obligation]:
        """The hours that are kept to it, and whether it is taken for a short course."""
        mine, its = self.data.decision.medicines[name], self.contract.decision.medicines[name]
        told = self.contract.spacing.get(name, FALSE)
        kept = _same(self.data.spacing.get(name, FALSE), told)
        yield self._always(f"hours are kept to {name} where the contract says", kept)
        if told is not FALSE:
            hours = z3.BoolVal((mine.before_h, mine.after_h) == (its.before_h, its.after_h))
            yield Claim(f"the hours to {name} are the contract's", told, hours, (self.sheet,))
            course = z3.BoolVal(mine.short_course == its.short_course)
            yield Claim(f"{name} is a course as in the contract", told, course, (self.sheet,))
        rules = (rule for rule in self.data.decision.rules if rule.id == f"medicine.{name}")
        alike = all((rule.level, rule.stop) == (mine.level, mine.stop) for rule in rules)
        yield Fact(f"the row of {name} says what its rule does", alike)

    def first_steps(self) -> Iterator[Claim]:
        """Each where its trigger or complaint is answered, unless five others are told."""
        told = self.data.first_steps
        calm = self.contract.calm
        most = z3.PbEq([(each, 1) for each in told.values()], MOST_STEPS)
        for step in self.contract.decision.first_steps:
            assert step.when is not None
            mine, fits = told.get(step.id, FALSE), self.contract.facts.truth(step.when).true
            needed = every([calm, fits])
            called_for = some([mine, most])
            yield Claim(f"{step.id} is told where it fits", needed, called_for, (self.sheet,))
            yield from self._not_told_to_others(step, mine)
        yield self._always("at most five steps", z3.AtMost(*told.values(), MOST_STEPS))
        yield Claim("at least one step", calm, some(list(told.values())), (self.sheet,))

    def _not_told_to_others(self, step: FirstStep, told: z3.BoolRef) -> Iterator[Claim]:
        """Neither without any trigger, nor beside another complaint."""
        assert isinstance(step.when, Chosen)
        answer = self.sheet.answers[step.when.question]
        others = [each for name, each in answer.choices.items() if name not in step.when.choices]
        if step.when.question == "triggers":
            others = [answer.choices["none"]]
        name = f"{step.id} is not told to others"
        yield Claim(name, some(others), negated(told), (self.sheet,))

    def watch(self) -> Iterator[Fact]:
        """For each complaint the contract's signs, and no other."""
        for complaint, patterns in contract().watch.items():
            told = [x.text for x in self.data.decision.watch if complaint in x.complaint]
            for pattern in patterns:
                yield Fact(f"{complaint}: watch for {pattern}", any(_say(pattern, x) for x in told))
            for text in told:
                known = any(_say(pattern, text) for pattern in patterns)
                yield Fact(f"{complaint}: {text!r} is a sign of the contract", known)

    def words(self) -> Iterator[Fact]:
        """That the words of each choice leave nothing out that the contract names."""
        for name, choices in contract().says.items():
            question = self.data.decision.questions[name]
            texts = {choice.id: f"{choice.label} {choice.detail}" for choice in question.choices}
            texts[WHOLE_QUESTION] = f"{question.title} {question.help}"
            for choice, patterns in choices.items():
                for pattern in patterns:
                    yield Fact(f"{choice} says {pattern}", _say(pattern, texts[choice]))

    def lines(self) -> Iterator[Fact]:
        """That the line of a rule leaves nothing out that the contract names."""
        decision = self.data.decision
        rules = {rule.id: rule for rule in decision.rules}
        for name, patterns in contract().tells.items():
            rule, medicine = rules.get(name), decision.medicine_of_rule.get(name)
            told = "" if rule is None else f"{rule.at_once} {rule.because}"
            text = told if medicine is None else f"{told} {medicine.note}"
            for pattern in patterns:
                yield Fact(f"{name} tells {pattern}", _say(pattern, text))
        for level, words in decision.levels.items():
            for pattern in contract().stop.says:
                name = f"a stop at {level} tells {pattern}"
                yield Fact(name, _say(pattern, words.stop_lead))
        for name, medicine in decision.medicines.items():
            if medicine.short_course and medicine.spaced:
                later = _say("after the course", medicine.note)
                yield Fact(f"{name} may wait until after the course", later)

    def _always(self, name: str, holds: z3.BoolRef) -> Claim:
        return Claim(name, TRUE, holds, (self.sheet,))


def _rule(advice: AdviceFormulas, name: str) -> RuleFormulas:
    """How a rule fires; one that does not exist never does."""
    return advice.rules.get(name) or RuleFormulas(())


def _same(one: z3.ExprRef, two: z3.ExprRef) -> z3.BoolRef:
    return TRUE if one.eq(two) else one == two


def _answers_to(question: Question) -> tuple[object, ...]:
    """What a question takes for an answer."""
    choices = tuple(choice.id for choice in question.choices)
    bounds = (question.minimum, question.maximum)
    return question.kind, choices, question.takes_not_sure, bounds


def _pages(decision: Decision) -> list[list[str]]:
    """The questions of each page."""
    questions = decision.questions.values()
    return [[x.id for x in questions if x.page == page.id] for page in decision.pages]


def _say(pattern: str, text: str) -> bool:
    return re.search(pattern, text, re.IGNORECASE) is not None


def _ids(rows: Iterable[Rule | FirstStep]) -> list[str]:
    return [row.id for row in rows]
