"""What the panel says: of one cell, its trials and sources, or of the rule behind the grades."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from magdesk.knowledge.bibliography import Bibliography, Reference
from magdesk.knowledge.catalogue import Catalogue
from magdesk.knowledge.records.evidence_records import Finding, Trial
from magdesk.ui.cited_text.passages import Entry, Passage
from magdesk.ui.cited_text.source_numbers import Citations
from magdesk.ui.grids.evidence_cells import Cell
from magdesk.ui.grids.evidence_words import label_of, shape_of, trial_word
from magdesk.ui.widgets.amounts.shown_number import whole_number
from magdesk.ui.widgets.signs.evidence_marks import direction_shape, mark_word

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Reading:
    """A text with a title, at the detail level that was asked for."""

    title: str
    passages: tuple[Passage, ...]
    references: tuple[Reference, ...] = ()
    """By number, from 1 on."""


class CellReader:
    """Puts one cell into words; ``detailed`` adds doses, designs and intervals."""

    def __init__(self, catalogue: Catalogue, bibliography: Bibliography, detailed: bool) -> None:
        self._catalogue = catalogue
        self._grades = {row.grade: row for row in catalogue.grades}
        self._citations = Citations(bibliography)
        self._detailed = detailed

    def read(self, cell: Cell) -> Reading:
        """Everything that stands behind the cell."""
        found = Passage(translate("Evidence", "What was found"), tuple(self._result(cell)))
        passages = (found, *self._studies(cell), *self._paid_by(cell.finding))
        passages = tuple(passage for passage in passages if passage.entries)
        return Reading(_title(cell), passages, self._citations.references)

    def _result(self, cell: Cell) -> Iterator[Entry]:
        finding = cell.finding
        if finding is None:
            yield Entry(cell.outcome.never, lead=f"{cell.word}.", picture=f"mark/{shape_of(cell)}")
            return
        meaning = self._grades[finding.grade]
        lead = f"{meaning.grade}, {meaning.name}." if self._detailed else f"{meaning.name}."
        word, label = trial_word(cell), label_of(cell)
        told = "" if label == word else label
        yield Entry(told, lead=f"{word}.", picture=f"mark/{shape_of(cell)}")
        yield Entry(meaning.meaning, lead=lead)
        sources = self._citations.numbers(finding.sources)
        yield Entry(finding.plain, sources=() if self._detailed and finding.detail else sources)
        if self._detailed and finding.detail:
            yield Entry(finding.detail, sources=sources)

    def _paid_by(self, finding: Finding | None) -> Iterator[Passage]:
        """Who paid for the trials, as far as the sources say."""
        if finding is None:
            return
        names = self._catalogue.paid_by(finding)
        if names:
            yield Passage(translate("Evidence", "Who paid"), tuple(map(Entry, names)))

    def _studies(self, cell: Cell) -> Iterator[Passage]:
        people = translate("Evidence", "Trials of this form in people: {count}")
        people = people.format(count=whole_number(cell.trial_count))
        if cell.trials and not cell.in_people:
            yield Passage(people, (Entry(translate("Evidence", "We found none."), quiet=True),))
        yield self._passage(people, cell.in_people)
        reviews = translate("Evidence", "Reviews, not counted as trials: {count}")
        yield self._passage(reviews.format(count=whole_number(len(cell.reviews))), cell.reviews)
        elsewhere = translate("Evidence", "In animals or the laboratory, not counted: {count}")
        yield self._passage(
            elsewhere.format(count=whole_number(len(cell.elsewhere))), cell.elsewhere
        )

    def _passage(self, heading: str, trials: Iterable[Trial]) -> Passage:
        return Passage(heading, tuple(entry for trial in trials for entry in self._trial(trial)))

    def _trial(self, trial: Trial) -> Iterator[Entry]:
        sources = self._citations.numbers((trial.reference,))
        lead = f"{result_word(trial)}."
        if not self._detailed:
            yield Entry(trial.plain, lead=lead, sources=sources)
            return
        yield Entry(trial.plain, lead=lead)
        size = "" if trial.n is None else f"n = {whole_number(trial.n)}. "
        yield Entry(f"{size}{trial.detail}", sources=sources, quiet=True)


def rule_reading(catalogue: Catalogue, detailed: bool) -> Reading:
    """The rule behind colours, grades and numbers."""
    directions = [
        Entry(
            row.meaning,
            lead=f"{row.word}.",
            picture=f"mark/{direction_shape(row.direction, None, animals=False)}",
        )
        for row in catalogue.directions.values()
    ]
    directions.append(
        Entry(
            translate("Evidence", "Animals were tested, people were not. It counts as no trial."),
            lead=f"{mark_word('animals')}.",
            picture="mark/animals",
        )
    )
    grades = [
        Entry(row.meaning, lead=f"{row.grade}, {row.name}." if detailed else f"{row.name}.")
        for row in catalogue.grades
    ]
    numbers = Entry(
        translate(
            "Evidence",
            "The number in a box counts trials in people that used this very form. "
            "Reviews pool trials, so they are shown but not counted. "
            "Studies in animals and in the laboratory are not counted either.",
        )
    )
    return Reading(
        translate("Evidence", "How grades are given"),
        (
            Passage(
                translate("Evidence", "Colour and mark: where trials point"), tuple(directions)
            ),
            Passage(translate("Evidence", "Grade: how sure one can be"), tuple(grades)),
            Passage(translate("Evidence", "Numbers"), (numbers,)),
        ),
    )


def result_word(trial: Trial) -> str:
    """What a study found, in a word or two."""
    return {
        "benefit": translate("Evidence", "Benefit"),
        "no_benefit": translate("Evidence", "No benefit"),
        "worse": translate("Evidence", "Worse"),
        "unclear": translate("Evidence", "Unclear"),
    }[trial.result]


def _title(cell: Cell) -> str:
    return translate("Evidence", "{form}: {outcome}").format(
        form=cell.form.name, outcome=cell.outcome.name[:1].lower() + cell.outcome.name[1:]
    )
