"""The closer words: designs, figures and trials for those who read studies."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from magdesk.knowledge.catalogue import Catalogue
from magdesk.knowledge.claims import Claim
from magdesk.knowledge.records import Mark
from magdesk.knowledge.records.evidence_records import Finding, Outcome, Trial
from magdesk.knowledge.records.form_records import EuStatus, Form, Statement
from magdesk.ui.cited_text.passages import Entry, Passage
from magdesk.ui.cited_text.source_numbers import Citations
from magdesk.ui.widgets.amounts.shown_number import whole_number

translate = QCoreApplication.translate


def professional_passages(
    catalogue: Catalogue, form: Form, claims: tuple[Claim, ...], citations: Citations
) -> tuple[Passage, ...]:
    """Evidence by outcome with its trials, details of each statement, reasons for each verdict."""
    evidence = (
        _evidence(catalogue, outcome, catalogue.findings[form.id, outcome.id], citations)
        for outcome in catalogue.outcomes.values()
        if (form.id, outcome.id) in catalogue.findings
    )
    statements = (
        (translate("Professional", "Use:"), form.used_for),
        (translate("Professional", "Serving:"), form.serving),
        (translate("Professional", "Timing:"), form.timing),
        (translate("Professional", "Absorption:"), form.absorption_note),
        (translate("Professional", "Stomach:"), form.stomach_note),
        (translate("Professional", "Solubility:"), form.solubility_note),
        *((translate("Professional", "Caution:"), caution) for caution in form.cautions),
    )
    details = tuple(_detail(lead, row, citations) for lead, row in statements if row.detail)
    verdicts = tuple(
        Entry(claim.why, lead=claim.claim, sources=citations.numbers(claim.sources))
        for claim in claims
    )
    passages = (
        *evidence,
        _eu_status(form.eu, citations),
        Passage(translate("Professional", "Notes"), details),
        Passage(translate("Professional", "Why the claims were judged so"), verdicts),
    )
    return tuple(passage for passage in passages if passage.entries)


def _evidence(
    catalogue: Catalogue, outcome: Outcome, finding: Finding, citations: Citations
) -> Passage:
    meaning = next(row for row in catalogue.grades if row.grade == finding.grade)
    entries = [Entry(meaning.meaning, lead=f"{finding.grade}, {meaning.name}:")]
    if finding.detail:
        entries.append(Entry(finding.detail, sources=citations.numbers(finding.sources)))
    entries += [_trial(catalogue.trials[key], citations) for key in finding.trials]
    paid_by = catalogue.paid_by(finding)
    if paid_by:
        lead = translate("Professional", "Who paid:")
        entries.append(Entry("; ".join(paid_by), lead=lead))
    return Passage(outcome.name, tuple(entries))


def _eu_status(eu: EuStatus, citations: Citations) -> Passage:
    """Whether the EU lists the salt for food supplements."""
    text = " ".join(filter(None, (eu.plain, eu.detail)))
    entry = Entry(f"{text} ({_mark_word(eu.mark)})", sources=citations.numbers(eu.sources))
    return Passage(translate("Professional", "In the EU, as a food supplement"), (entry,))


def _trial(trial: Trial, citations: Citations) -> Entry:
    subjects = {
        "people": translate("Professional", "people"),
        "animals": translate("Professional", "animals"),
        "laboratory": translate("Professional", "laboratory"),
    }[trial.subjects]
    result = {
        "benefit": translate("Professional", "benefit"),
        "no_benefit": translate("Professional", "no benefit"),
        "worse": translate("Professional", "worse"),
        "unclear": translate("Professional", "unclear"),
    }[trial.result]
    number = "" if trial.n is None else f", n = {whole_number(trial.n)}"
    return Entry(
        f"{trial.detail} ({_mark_word(trial.mark)})",
        lead=f"{subjects.capitalize()}{number}, {result}:",
        sources=citations.numbers((trial.reference,)),
    )


def _detail(lead: str, statement: Statement, citations: Citations) -> Entry:
    return Entry(
        f"{statement.detail} ({_mark_word(statement.mark)})",
        lead=lead,
        sources=citations.numbers(statement.sources),
    )


def _mark_word(mark: Mark) -> str:
    return {
        "V": translate("Professional", "read in the source"),
        "V2": translate("Professional", "read second-hand"),
        "K": translate("Professional", "expert knowledge"),
        "U": translate("Professional", "uncertain"),
        "C": translate("Professional", "computed"),
    }[mark]
