"""Everything that can be wrong with a knowledge folder, found at once (``magdesk check``).

The loader makes sure that each file is well formed. Here the files are held against each other:
references that dangle, formulas that do not parse, percentages that cannot be.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator
from pathlib import Path

from magdesk.knowledge.assurance import hazard_faults, read_assurance, read_hazards
from magdesk.knowledge.bibliography import read_bibliography
from magdesk.knowledge.catalogue import Catalogue, read_catalogue
from magdesk.knowledge.checks.check_decision import decision_faults
from magdesk.knowledge.checks.check_evidence import evidence_faults
from magdesk.knowledge.checks.check_medicine_names import medicine_name_faults
from magdesk.knowledge.claims import ClaimsAudit, read_claims
from magdesk.knowledge.data_folder import DATA_FOLDER
from magdesk.knowledge.decision import read_decision
from magdesk.knowledge.expectations import Expectation, read_expectations
from magdesk.knowledge.faults import Fault, dangling
from magdesk.knowledge.foods import food_faults, read_foods
from magdesk.knowledge.formula import FormulaError, elemental_fraction
from magdesk.knowledge.limits import Limits, read_limits
from magdesk.knowledge.names.medicine_names import read_medicine_names
from magdesk.knowledge.names.name_records import name_faults, read_names
from magdesk.knowledge.number_signs import read_number_table
from magdesk.knowledge.records.form_records import EuStatus, Form, Statement, WhyNever
from magdesk.knowledge.records.label_records import label_faults, read_labels
from magdesk.knowledge.sentences import read_planner_sentences, read_report_sentences
from magdesk.knowledge.tables import Reader

OXIDE_FRACTION = 0.6031
"""No salt holds more magnesium than the oxide: 24.305 / 40.304."""


def faults_of(folder: Path | None = None) -> tuple[Fault, ...]:
    """All faults of a folder (default: the shipped one), sorted by file and entry."""
    faults: list[Fault] = []
    reader = Reader(DATA_FOLDER / "knowledge" if folder is None else folder, faults)
    bibliography = read_bibliography(reader)
    catalogue, claims, limits = read_catalogue(reader), read_claims(reader), read_limits(reader)
    decision = read_decision(reader, catalogue)
    read_assurance(reader)
    read_planner_sentences(reader)
    read_report_sentences(reader)
    read_number_table(reader)
    keys = bibliography.references.keys()
    faults += form_faults(catalogue, keys)
    faults += name_faults(read_names(reader), catalogue.forms)
    faults += label_faults(read_labels(reader), catalogue.forms, keys)
    faults += evidence_faults(catalogue, keys)
    faults += expectation_faults(read_expectations(reader), catalogue, keys)
    faults += claim_faults(claims, catalogue, keys)
    faults += limit_faults(limits, keys)
    faults += decision_faults(decision, catalogue, keys)
    faults += medicine_name_faults(read_medicine_names(reader), decision.medicines)
    faults += hazard_faults(read_hazards(reader))
    faults += food_faults(read_foods(reader), keys)
    return tuple(sorted(set(faults)))


def form_faults(catalogue: Catalogue, keys: Container[str]) -> Iterator[Fault]:
    """Formulas, percentages, servings and sources of the forms."""
    for form in catalogue.forms.values():
        for key, formula in _formulas(form):
            for message in _formula_messages(formula):
                yield Fault("forms.toml", form.id, key, message)
        for key, pair in (("serving_mg", form.serving_mg), ("label_percent", form.label_percent)):
            if pair is not None and pair[0] > pair[1]:
                yield Fault("forms.toml", form.id, key, "the lower number stands second")
        if form.label_percent is not None and form.label_percent[1] > 100 * OXIDE_FRACTION:
            yield Fault("forms.toml", form.id, "label_percent", "impossible: more than the oxide")
        for key, statement in _sourced(form):
            yield from dangling("forms.toml", form.id, f"{key}.sources", statement.sources, keys)
        for key, message in _judgement_messages(form):
            yield Fault("forms.toml", form.id, key, message)
    yield from _order_faults(catalogue)


def _order_faults(catalogue: Catalogue) -> Iterator[Fault]:
    """Two forms in one place of the article's order."""
    orders = Counter(form.article.order for form in catalogue.forms.values() if form.article)
    for order, count in orders.items():
        if count > 1:
            yield Fault("forms.toml", "", "article.order", f"{order} stands {count} times")


def expectation_faults(
    expectations: Iterable[Expectation], catalogue: Catalogue, keys: Container[str]
) -> Iterator[Fault]:
    """Outcomes and sources, and shares that no ratio can give."""
    file = "expectations.toml"
    for row in expectations:
        yield from dangling(file, row.id, "outcome", (row.outcome,), catalogue.outcomes)
        fewest, most = row.ratio_interval
        if not fewest <= row.ratio <= most:
            yield Fault(file, row.id, "ratio_interval", "does not hold the ratio")
        if row.placebo_percent * most > 100:
            yield Fault(file, row.id, "ratio_interval", "impossible: more than all people")
        statements = (("placebo", row.placebo), ("magnesium", row.magnesium))
        further = ((f"more[{at}]", statement) for at, statement in enumerate(row.more, start=1))
        for key, statement in (*statements, *further):
            yield from dangling(file, row.id, f"{key}.sources", statement.sources, keys)


def claim_faults(
    claims: ClaimsAudit, catalogue: Catalogue, keys: Container[str]
) -> Iterator[Fault]:
    """Claims, and the forms whose article view points to them."""
    for claim in claims.claims.values():
        entry = str(claim.number)
        yield from dangling("claims.toml", entry, "forms", claim.forms, catalogue.forms)
        yield from dangling("claims.toml", entry, "sources", claim.sources, keys)
    for form in catalogue.forms.values():
        for number in form.article.claims if form.article else ():
            if number not in claims.claims:
                yield Fault("forms.toml", form.id, "article.claims", f"there is no claim {number}")


def limit_faults(limits: Limits, keys: Container[str]) -> Iterator[Fault]:
    """Authorities and regions."""
    file = "limits.toml"
    for authority in limits.authorities.values():
        yield from dangling(file, authority.id, "sources", authority.sources, keys)
        bands = [(row.from_age, row.to_age) for row in authority.upper]
        bands += [(row.from_age, row.to_age) for row in authority.intake]
        for from_age, to_age in bands:
            if from_age > to_age:
                yield Fault(file, authority.id, "from_age", "is above to_age")
    for region in limits.regions.values():
        named = (region.upper_authority, region.intake_authority)
        yield from dangling(file, region.id, "authority", named, limits.authorities)
    for wanted in ("us", "eu", "uk"):
        if wanted not in limits.regions:
            yield Fault(file, wanted, "", "the region is missing")


def _formulas(form: Form) -> Iterator[tuple[str, str]]:
    if form.formula is not None:
        yield "formula", form.formula
    for number, variant in enumerate(form.variants, start=1):
        yield f"variants[{number}].formula", variant.formula


def _formula_messages(formula: str) -> Iterator[str]:
    try:
        fraction = elemental_fraction(formula)
    except FormulaError as error:
        yield str(error)
        return
    if not 0 < fraction <= OXIDE_FRACTION:
        yield f"an impossible percentage of magnesium: {100 * fraction:.2f}"


def _sourced(form: Form) -> Iterator[tuple[str, Statement | WhyNever | EuStatus]]:
    for name in form.__struct_fields__:
        value = getattr(form, name)
        if isinstance(value, Statement | WhyNever | EuStatus):
            yield name, value
    for number, caution in enumerate(form.cautions, start=1):
        yield f"cautions[{number}]", caution


def _judgement_messages(form: Form) -> Iterator[tuple[str, str]]:
    """What the program, the article and the law say of a form, held against each other."""
    if form.candidate and form.why_never is not None:
        yield "why_never", "the wizard may list it"
    if form.candidate and form.article and form.article.avoid:
        yield "article.avoid", "the wizard may list it"
    if (form.eu.status == "listed") != bool(form.eu.listed_as):
        yield "eu.listed_as", "stands if and only if the form is listed"
    if (form.eu.status == "not_swallowed") != (form.route != "mouth"):
        yield "eu.status", "not_swallowed is for forms that are not swallowed"
