"""What the formulas and the core say of one sheet, compared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import z3

from magdesk.advice import advise as core
from magdesk.advice.advice import Advice, Amount, FiredRule
from magdesk.knowledge.decision import Decision
from magdesk.knowledge.records import LEVELS, Region
from magdesk.rules.facts import Answers
from tests.proofs.answer_sheet import TRUE, Sheet, every, exactly, negated, new_sheet, some
from tests.proofs.rule_formulas import RuleFormulas
from tests.proofs.translate import MOST_FORMS, NONE, AdviceFormulas

Said = tuple[str, object]
"""What is compared, and the core's value of it."""


@dataclass(frozen=True)
class Agreement:
    """The formulas of a decision, evaluated by z3 on sheets that the core evaluates too."""

    decision: Decision
    _formulas: dict[Said, z3.BoolRef] = field(default_factory=dict)

    @cached_property
    def sheet(self) -> Sheet:
        """The variables that a sheet gives values to."""
        return new_sheet(self.decision)

    @cached_property
    def formulas(self) -> AdviceFormulas:
        """The advice as formulas."""
        return AdviceFormulas(self.decision, self.sheet)

    def differences(self, answers: Answers, region: Region) -> list[str]:
        """Each thing that the core says and the formulas do not."""
        model = z3.Model()
        for variable, value in self.sheet.assignments(answers, region):
            model.update_value(variable, value)
        said = list(self._said(core.advise(self.decision, answers, region)))
        if _holds(model, _all([self._formula(each) for each in said])):
            return []
        wrong = [each for each in said if not _holds(model, self._formula(each))]
        return [f"{name}: the core says {value}" for name, value in wrong]

    def _said(self, advice: Advice) -> Iterator[Said]:
        fired = {rule.id: rule for rule in advice.rules}
        for name in self.formulas.rules:
            yield f"rule {name}", _weight(fired.get(name))
        yield "level", advice.level
        yield "stop", advice.stop
        for name in self.decision.questions:
            yield f"missing {name}", name in advice.missing
        yield "complete", advice.complete
        for place in range(MOST_FORMS + 1):
            there = advice.options[place : place + 1]
            yield f"option {place}", there[0].form if there else None
        forms = {option.form for option in advice.options}
        for form in self.decision.candidates:
            yield f"listed {form}", form in forms
        for option in advice.options:
            yield f"points {option.form}", option.points
            yield f"evidence {option.form}", option.evidence
        yield "amount", _amount(advice.amount)
        yield from self._said_beside(advice)

    def _said_beside(self, advice: Advice) -> Iterator[Said]:
        """Questions, hours, steps and signs."""
        asked = set(advice.ask)
        for name, question in self.decision.questions.items():
            if question.takes_not_sure:
                yield f"ask {name}", question.take_along in asked
        spaced = {gap.medicine for gap in advice.spacing}
        for name in self.formulas.spacing:
            yield f"spacing {name}", name in spaced
        steps = {step.id for step in advice.first_steps}
        for name in self.formulas.first_steps:
            yield f"step {name}", name in steps
        signs = {sign.id for sign in advice.watch}
        for name in self.formulas.watch:
            yield f"watch {name}", name in signs

    def _formula(self, said: Said) -> z3.BoolRef:
        """That the formulas say the same; kept, since few things are said in many ways."""
        if said not in self._formulas:
            self._formulas[said] = self._says(*said)
        return self._formulas[said]

    def _says(self, name: str, value: object) -> z3.BoolRef:  # noqa: C901 - one line a kind
        formulas = self.formulas
        match name.partition(" ")[::2]:
            case "rule", rule:
                return _weighs(formulas.rules[rule], value)
            case "level", _:
                return next(formulas.level_is(level) for level in LEVELS if level == value)
            case "stop", _:
                return _is(formulas.stop, value)
            case "missing", question:
                return _is(formulas.missing[question], value)
            case "complete", _:
                return _is(formulas.complete, value)
            case "option", place:
                return self._option(int(place), value)
            case "listed", form:
                return _is(formulas.listed[form], value)
            case "points", form:
                return TRUE if form == NONE else formulas.points[form] == value
            case "evidence", form:
                return TRUE if form == NONE else formulas.evidence[form] == int(str(value)[1])
            case "amount", _:
                return self._amount(value)
            case "ask", question:
                return _is(formulas.asks[question], value)
            case "spacing", medicine:
                return _is(formulas.spacing[medicine], value)
            case "step", step:
                return _is(formulas.first_steps[step], value)
            case "watch", sign:
                return _is(formulas.watch[sign], value)
        raise ValueError(name)

    def _option(self, place: int, form: object) -> z3.BoolRef:
        if isinstance(form, str):
            return self.formulas.at_place(form, place)
        names = (*self.decision.candidates, NONE)
        return every([negated(self.formulas.at_place(name, place)) for name in names])

    def _amount(self, value: object) -> z3.BoolRef:
        amount = self.formulas.amount
        if not isinstance(value, tuple):
            return negated(amount.given)
        told = (amount.start, amount.most, amount.limit, amount.already, amount.portions)
        same = [formula == exactly(each) for formula, each in zip(told, value, strict=True)]
        return every([amount.given, *same])


def _holds(model: z3.ModelRef, formula: z3.BoolRef) -> bool:
    return bool(z3.is_true(model.eval(formula, model_completion=True)))


def _all(formulas: Sequence[z3.BoolRef]) -> z3.BoolRef:
    """The conjunction; ``z3.And`` would look at the sort of each formula again."""
    context = z3.main_ctx()
    parts = (z3.Ast * len(formulas))(*(each.ast for each in formulas))
    return z3.BoolRef(z3.Z3_mk_and(context.ref(), len(formulas), parts), context)


def _amount(amount: Amount | None) -> object:
    if amount is None:
        return None
    told = (amount.start_mg, amount.max_mg, amount.limit_mg, amount.already_mg)
    return (*told, amount.portions)


def _weight(rule: FiredRule | None) -> object:
    return None if rule is None else (rule.level, rule.stop, rule.unknown, rule.because)


def _weighs(rule: RuleFormulas, weight: object) -> z3.BoolRef:
    """That a rule fires with this level, stop, unknown and text; or, for None, not at all."""
    if not isinstance(weight, tuple):
        return negated(rule.fired)
    *told, because = weight
    same = [
        each
        for each in rule.outcomes
        if [each.level, each.stop, each.unknown] == told
        and any(_filled_in(words, because) for words in each.words)
    ]
    others = [negated(each.when) for each in rule.outcomes if each not in same]
    return every([some([each.when for each in same]), *others])


def _filled_in(words: str, told: str) -> bool:
    """Whether a text is these words with numbers and telephone lines put in."""
    pattern = re.sub(r"\\{\w+\\}", ".+", re.escape(words))
    return re.fullmatch(pattern, told) is not None


def _is(formula: z3.BoolRef, value: object) -> z3.BoolRef:
    return formula if value else negated(formula)
