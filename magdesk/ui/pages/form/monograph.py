"""Composes the monograph of a form: plain words first, opinion and trials side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QCoreApplication

from magdesk.knowledge.catalogue import Catalogue
from magdesk.knowledge.claims import Claim
from magdesk.knowledge.loader import Library
from magdesk.knowledge.records.evidence_records import Outcome
from magdesk.knowledge.records.form_records import ArticleView, Form, Statement
from magdesk.ui.cited_text.composition import composition_passage
from magdesk.ui.cited_text.passages import Entry, Fact, Monograph, Passage
from magdesk.ui.cited_text.source_numbers import Citations, address_of
from magdesk.ui.grids.evidence_cells import Cell, evidence_cell
from magdesk.ui.grids.evidence_words import label_of, shape_of, trial_word, within
from magdesk.ui.grids.form_rows import CRAMPS, elemental_percent, names_of
from magdesk.ui.look.scales import (
    absorption_word,
    route_word,
    solubility_word,
    stomach_word,
    verdict_word,
)
from magdesk.ui.pages.form.professional_words import professional_passages
from magdesk.ui.widgets.amounts.figures_in_sentences import in_local_figures
from magdesk.ui.widgets.amounts.shown_number import (
    decimal_number,
    range_of,
    shown_number,
    whole_number,
)
from magdesk.ui.widgets.signs.meter import rating_word

translate = QCoreApplication.translate

ARTICLE = "article"
"""The article's key in the bibliography."""


def compose(library: Library, form: Form) -> Monograph:
    """The monograph of a form; sources are numbered in the order they are first cited."""
    citations = Citations(library.bibliography)
    catalogue = library.catalogue
    claims = tuple(claim for claim in library.claims.claims.values() if form.id in claim.forms)
    uses = (
        Passage(translate("Monograph", "What it is used for"), (_cited(form.used_for, citations),)),
    )
    opinion = (_opinion(library, form, citations),)
    trials = (_trials(catalogue, form, citations),)
    checked = _checked(claims, citations)
    practice = _practice(form, citations)
    composition = (composition_passage(form),)
    professional = professional_passages(catalogue, form, claims, citations)
    return Monograph(
        form_id=form.id,
        title=form.name,
        names=names_of(form),
        facts=_facts(catalogue, form),
        uses=uses,
        opinion=opinion,
        trials=trials,
        checked=checked,
        practice=practice,
        composition=composition,
        professional=professional,
        references=citations.references,
    )


def _facts(catalogue: Catalogue, form: Form) -> tuple[Fact, ...]:
    cramps = evidence_cell(catalogue, form, catalogue.outcomes[CRAMPS])
    return (
        Fact(translate("Monograph", "Taken"), route_word(form.route)),
        Fact(translate("Monograph", "Magnesium"), _magnesium(form)),
        Fact(translate("Monograph", "Usual serving"), _serving(form)),
        Fact(translate("Monograph", "Stomach"), stomach_word(form.stomach)),
        Fact(translate("Monograph", "Absorption"), absorption_word(form.absorption)),
        Fact(
            translate("Monograph", "For cramps"),
            trial_word(cramps),
        ),
    )


def _magnesium(form: Form) -> str:
    percent = elemental_percent(form)
    if percent is not None:
        return translate("Monograph", "{percent} % elemental").format(
            percent=decimal_number(percent, 1)
        )
    if form.label_percent is None:
        return translate("Monograph", "Go by the label")
    shown = range_of(tuple(shown_number(value) for value in form.label_percent))
    return translate("Monograph", "{range} % on labels").format(range=shown)


def _serving(form: Form) -> str:
    if form.serving_mg is None:
        return translate("Monograph", "None is usual")
    shown = range_of(tuple(whole_number(round(value)) for value in form.serving_mg))
    return translate("Monograph", "{range} mg").format(range=shown)


def _opinion(library: Library, form: Form, citations: Citations) -> Passage:
    heading = translate("Monograph", "What the article says")
    if form.article is None:
        unrated = translate("Monograph", "The article does not rate this form.")
        return Passage(heading, (Entry(unrated, quiet=True),))
    named = Entry(
        f"{library.bibliography[ARTICLE].citation}.",
        sources=citations.numbers((ARTICLE,)),
        quiet=True,
    )
    return Passage(heading, (*_article_entries(form.article), named))


def _checked(claims: tuple[Claim, ...], citations: Citations) -> tuple[Passage, ...]:
    """What became of the article's claims; the verdict comes first: no claim reads as fact."""
    if not claims:
        return ()
    words = translate("Monograph", "The article says: “{claim}” Fairer: {wording}")
    entries = tuple(
        Entry(
            words.format(claim=claim.claim, wording=claim.wording),
            lead=f"{verdict_word(claim.verdict)}.",
            sources=citations.numbers(claim.sources),
        )
        for claim in claims
    )
    return (Passage(translate("Monograph", "The article’s claims, checked"), entries),)


def _article_entries(article: ArticleView) -> tuple[Entry, ...]:
    absorption = {
        "high": translate("Monograph", "High"),
        "good_on_skin": translate("Monograph", "Good on the skin"),
        "low": translate("Monograph", "Low"),
    }[article.absorption]
    return (
        Entry(
            translate("Monograph", "for twitches"),
            lead=rating_word(article.rating),
            picture=f"meter/{article.rating}",
        ),
        Entry(article.words),
        Entry(article.benefit, lead=translate("Monograph", "Good for:")),
        Entry(article.consideration, lead=translate("Monograph", "To keep in mind:")),
        Entry(absorption, lead=translate("Monograph", "Its word on absorption:")),
        Entry(
            translate(
                "Monograph",
                "All this is the article’s opinion. No form has been tested for twitches.",
            ),
            quiet=True,
        ),
    )


def _trials(catalogue: Catalogue, form: Form, citations: Citations) -> Passage:
    entries = (
        _outcome(catalogue, form, outcome, citations) for outcome in catalogue.outcomes.values()
    )
    return Passage(translate("Monograph", "What trials found"), tuple(entries))


def _outcome(catalogue: Catalogue, form: Form, outcome: Outcome, citations: Citations) -> Entry:
    """What was found; a pair that was never studied says so."""
    cell = evidence_cell(catalogue, form, outcome)
    lead = f"{outcome.name}: {_in_short(cell)}."
    picture = f"mark/{shape_of(cell)}"
    if cell.finding is None:
        return Entry(outcome.never, lead=lead, picture=picture, quiet=True)
    sources = citations.numbers(cell.finding.sources)
    return Entry(cell.finding.plain, lead=lead, picture=picture, sources=sources)


def _in_short(cell: Cell) -> str:
    """The direction, and the words of the finding where they say more."""
    word, label = within(trial_word(cell)), label_of(cell)
    return word if cell.word.casefold() in label.casefold() else f"{word} ({within(label)})"


def _practice(form: Form, citations: Citations) -> tuple[Passage, ...]:
    cautions = tuple(_cited(caution, citations) for caution in form.cautions)
    cautions = (*_tag(form, citations), *cautions)
    return (
        Passage(translate("Monograph", "Watch out"), cautions),
        Passage(
            translate("Monograph", "Taking it"),
            (_cited(form.serving, citations), _cited(form.timing, citations)),
        ),
        Passage(
            translate("Monograph", "In the body"),
            (
                _cited(form.absorption_note, citations, translate("Monograph", "Absorption:")),
                _cited(form.stomach_note, citations, translate("Monograph", "Stomach:")),
                _cited(
                    form.solubility_note,
                    citations,
                    translate("Monograph", "Dissolves in water: {how}.").format(
                        how=solubility_word(form.solubility)
                    ),
                ),
            ),
        ),
        Passage(_choice_heading(form), (Entry(form.why),)),
    )


def _tag(form: Form, citations: Citations) -> tuple[Entry, ...]:
    """Why the form carries a tag: the article's word, or the program's own with its source."""
    entries = []
    if form.article is not None and form.article.avoid:
        lead = translate("Monograph", "The article says: avoid it.")
        entries.append(Entry(form.article.avoid, lead=lead))
    why = form.why_never
    if why is not None:
        sources = citations.numbers(why.sources)
        entries.append(Entry(why.plain, lead=f"{why.tag}.", sources=sources))
    return tuple(entries)


def _choice_heading(form: Form) -> str:
    if form.candidate:
        return translate("Monograph", "Why it may be suggested")
    return translate("Monograph", "Why it is never suggested")


def _cited(statement: Statement, citations: Citations, lead: str = "") -> Entry:
    return Entry(statement.plain, lead=lead, sources=citations.numbers(statement.sources))


def plain_text(monograph: Monograph, sources_heading: str) -> str:
    """Everything the pane shows, heading by heading, sources with their addresses at the end."""
    parts = [
        f"{monograph.title}\n{monograph.names}",
        "\n".join(f"{fact.label}: {fact.value}" for fact in monograph.facts),
        *_passages(
            (
                *monograph.uses,
                *monograph.opinion,
                *monograph.trials,
                *monograph.checked,
                *monograph.practice,
                *monograph.composition,
                *monograph.professional,
            )
        ),
        "\n".join((sources_heading, *_sources(monograph))),
    ]
    return "\n\n".join(parts) + "\n"


def entry_text(entry: Entry) -> str:
    """Lead, formula, text and source numbers in one line."""
    numbers = " ".join(f"[{number}]" for number in entry.sources)
    lead, text = in_local_figures(entry.lead), in_local_figures(entry.text)
    return " ".join(filter(None, (lead, entry.formula, text, numbers)))


def _passages(passages: Iterable[Passage]) -> Iterator[str]:
    for passage in passages:
        yield "\n".join((passage.heading, *map(entry_text, passage.entries)))


def _sources(monograph: Monograph) -> Iterator[str]:
    for number, reference in enumerate(monograph.references, start=1):
        address = address_of(reference)
        yield " ".join(filter(None, (f"[{number}]", reference.citation, address)))
