"""What is compared: one attribute a row, one value a form, in plain words or in full detail."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from magdesk.knowledge.catalogue import Catalogue
from magdesk.knowledge.records import Direction
from magdesk.knowledge.records.form_records import Form, Statement
from magdesk.ui.cited_text.composition import compounds
from magdesk.ui.grids.column import tag_of, tag_reason
from magdesk.ui.grids.declared_columns import fact_column
from magdesk.ui.grids.evidence_cells import Cell, EvidenceGrid, evidence_grid
from magdesk.ui.grids.evidence_words import label_of, shape_of, trial_word, trials_word, within
from magdesk.ui.grids.form_rows import FormRow, names_of
from magdesk.ui.look.marked_for_translation import QT_TRANSLATE_NOOP
from magdesk.ui.look.scales import route_word
from magdesk.ui.widgets.amounts.figures_in_sentences import with_local_figures
from magdesk.ui.widgets.amounts.shown_number import decimal_number, whole_number
from magdesk.ui.widgets.signs.evidence_marks import Shape

_NAMES: dict[str, str] = {
    "names": QT_TRANSLATE_NOOP("SideBySide", "Names on labels"),
    "taken": QT_TRANSLATE_NOOP("SideBySide", "How it is taken"),
    "uses": QT_TRANSLATE_NOOP("SideBySide", "What it is used for"),
    "percent": QT_TRANSLATE_NOOP("SideBySide", "Magnesium"),
    "compound_mg": QT_TRANSLATE_NOOP("SideBySide", "For 100 mg of magnesium"),
    "serving": QT_TRANSLATE_NOOP("SideBySide", "Usual serving"),
    "absorption": QT_TRANSLATE_NOOP("SideBySide", "Absorption"),
    "stomach": QT_TRANSLATE_NOOP("SideBySide", "Stomach and bowel"),
    "solubility": QT_TRANSLATE_NOOP("SideBySide", "Dissolves in water"),
    "article": QT_TRANSLATE_NOOP("SideBySide", "The article’s rating"),
    "evidence": QT_TRANSLATE_NOOP("SideBySide", "Trials: {outcome}"),
    "timing": QT_TRANSLATE_NOOP("SideBySide", "When to take it"),
    "cautions": QT_TRANSLATE_NOOP("SideBySide", "Cautions"),
    "label": QT_TRANSLATE_NOOP("SideBySide", "Label traps"),
    "choice": QT_TRANSLATE_NOOP("SideBySide", "Guided choice"),
}
_MEANINGS: dict[str, str] = {
    "names": QT_TRANSLATE_NOOP("SideBySide", "What a pack may call it."),
    "taken": QT_TRANSLATE_NOOP("SideBySide", "By mouth, on the skin or in a bath."),
    "uses": QT_TRANSLATE_NOOP("SideBySide", "What people take it for. That is no proof."),
    "percent": QT_TRANSLATE_NOOP("SideBySide", "Its share of the weight of the compound."),
    "compound_mg": QT_TRANSLATE_NOOP("SideBySide", "How much pure compound you need for it."),
    "serving": QT_TRANSLATE_NOOP("SideBySide", "Magnesium in one portion, as sold. No dose."),
    "absorption": QT_TRANSLATE_NOOP("SideBySide", "How well people’s bodies take it up."),
    "stomach": QT_TRANSLATE_NOOP("SideBySide", "How gentle it is, or how far it loosens."),
    "solubility": QT_TRANSLATE_NOOP("SideBySide", "How much of it water can take up."),
    "article": QT_TRANSLATE_NOOP("SideBySide", "An opinion, for twitches. No trial backs it."),
    "evidence": QT_TRANSLATE_NOOP("SideBySide", "What tests of this very form found."),
    "timing": QT_TRANSLATE_NOOP("SideBySide", "Time of day, and with food or without."),
    "cautions": QT_TRANSLATE_NOOP("SideBySide", "When to take care, and who asks first."),
    "label": QT_TRANSLATE_NOOP("SideBySide", "How products differ from the pure compound."),
    "choice": QT_TRANSLATE_NOOP("SideBySide", "Whether the questions can lead to it, and why."),
}
translate = QCoreApplication.translate

_BULLET = "• "


def name_of(key: str) -> str:
    """The attribute's name; KeyError for one that is not known."""
    return QCoreApplication.translate("SideBySide", _NAMES[key])


def meaning_of(key: str) -> str:
    """What the attribute tells; KeyError for one that is not known."""
    return QCoreApplication.translate("SideBySide", _MEANINGS[key])


@dataclass(frozen=True)
class Value:
    """What one form has: a word or two that are compared, and sentences below."""

    word: str = ""
    text: str = ""
    """Paragraphs, one a line."""
    rating: str | None = None
    """Drawn as a meter before the word."""
    shape: Shape | None = None
    """Drawn as a mark before the word."""
    direction: Direction = "no_trial"
    """The colour of mark and word."""
    quiet: bool = False

    @property
    def compared(self) -> str:
        """What makes two forms differ: the word, or the sentences where there is no word."""
        return self.word or self.text

    @property
    def whole(self) -> str:
        """Everything in one text; paragraphs are lines."""
        return "\n".join(filter(None, (self.word, self.text)))

    @property
    def spoken(self) -> str:
        """Everything in one sentence or more, without bullets."""
        said = self.text.replace(_BULLET, "").replace("\n", " ")
        return ". ".join(filter(None, (self.word, said)))


@dataclass(frozen=True)
class Attribute:
    """A row of the comparison."""

    key: str
    name: str
    meaning: str
    """One short line that says what the attribute tells."""
    values: tuple[Value, ...]

    @property
    def differs(self) -> bool:
        """Whether the forms are not all alike in it."""
        return len({value.compared for value in self.values}) > 1


def attributes(
    catalogue: Catalogue, rows: tuple[FormRow, ...], *, detailed: bool
) -> tuple[Attribute, ...]:
    """Every attribute of these forms, in reading order."""
    reader = _Reader(evidence_grid(catalogue), detailed)
    return (
        *(_attribute(key, value, rows) for key, value in reader.first()),
        *_evidence(reader, rows),
        *(_attribute(key, value, rows) for key, value in reader.last()),
    )


Read = Callable[[FormRow], Value]


def _attribute(key: str, value: Read, rows: tuple[FormRow, ...]) -> Attribute:
    values = tuple(with_local_figures(value(row)) for row in rows)
    return Attribute(key, name_of(key), meaning_of(key), values)


def _evidence(reader: _Reader, rows: tuple[FormRow, ...]) -> Iterator[Attribute]:
    grid = reader.grid
    for place, outcome in enumerate(grid.outcomes):
        cells = {cell.form.id: cell for cell in grid.column(place)}
        yield Attribute(
            key=f"evidence_{outcome.id}",
            name=name_of("evidence").format(outcome=within(outcome.short)),
            meaning=meaning_of("evidence"),
            values=tuple(with_local_figures(reader.evidence(cells[row.form.id])) for row in rows),
        )


class _Reader:
    """Reads the values of a row at one of the two detail levels."""

    def __init__(self, grid: EvidenceGrid, detailed: bool) -> None:
        self.grid = grid
        self._detailed = detailed

    def first(self) -> tuple[tuple[str, Read], ...]:
        """The attributes that stand before what trials found."""
        return (
            ("taken", lambda row: Value(route_word(row.form.route))),
            ("uses", lambda row: Value(text=self._said(row.form.used_for))),
            ("percent", self._percent),
            ("compound_mg", _compound),
            ("serving", lambda row: self._column("serving", row, row.form.serving)),
            ("absorption", lambda row: self._column("absorption", row, row.form.absorption_note)),
            ("stomach", lambda row: self._column("stomach", row, row.form.stomach_note)),
            ("solubility", lambda row: self._column("solubility", row, row.form.solubility_note)),
            ("article", _article),
        )

    def last(self) -> tuple[tuple[str, Read], ...]:
        """The attributes that stand after what trials found."""
        return (
            ("timing", lambda row: Value(text=self._said(row.form.timing))),
            ("cautions", self._cautions),
            ("names", lambda row: Value(text=names_of(row.form))),
            ("label", lambda row: _or_none(row.form.assay_note)),
            ("choice", _choice),
        )

    def evidence(self, cell: Cell) -> Value:
        """What trials of the form found for the outcome."""
        finding = cell.finding
        word = trial_word(cell)
        if finding is None or cell.is_empty:
            return Value(word, shape="no_trial", quiet=True)
        text = f"{label_of(cell)}. {finding.plain}"
        if self._detailed:
            sizes = ", ".join(f"n = {whole_number(size)}" for size in _sizes(cell))
            counted = ", ".join(filter(None, (trials_word(cell.trial_count), sizes)))
            text = " ".join((f"{finding.grade}; {counted}.", finding.detail or finding.plain))
        return Value(word, text, direction=cell.direction, shape=shape_of(cell))

    def _said(self, statement: Statement) -> str:
        return statement.detail if self._detailed and statement.detail else statement.plain

    def _column(self, key: str, row: FormRow, statement: Statement) -> Value:
        """The word that the table shows, with the sentence behind it."""
        column = fact_column(key)
        return Value(column.text(row), self._said(statement), quiet=column.unknown(row))

    def _percent(self, row: FormRow) -> Value:
        shown = fact_column("percent").text(row)
        word = translate("SideBySide", "{percent} %").format(percent=shown)
        unknown = row.percent is None and row.form.label_percent is None
        text = row.form.hydration
        if self._detailed:
            text = "\n".join(filter(None, (_formulas(row.form), "" if row.form.formula else text)))
        return Value(shown if unknown else word, text, quiet=unknown)

    def _cautions(self, row: FormRow) -> Value:
        tag = tag_of(row.form)
        avoid = f"{tag}: {tag_reason(row.form)}" if tag else ""
        said = (_BULLET + self._said(caution) for caution in row.form.cautions)
        text = "\n".join(said)
        return Value(avoid, text) if text or avoid else _or_none("")


def _sizes(cell: Cell) -> tuple[int, ...]:
    """How many took part in each trial in people; two entries of one source count once."""
    sizes = {trial.reference: trial.n for trial in cell.in_people}
    return tuple(size for size in sizes.values() if size is not None)


def _compound(row: FormRow) -> Value:
    column = fact_column("compound_mg")
    shown = column.text(row)
    if column.unknown(row):
        return Value(translate("SideBySide", "Go by the label"), quiet=True)
    return Value(translate("SideBySide", "{mass} mg").format(mass=shown))


def _article(row: FormRow) -> Value:
    article = row.form.article
    word = fact_column("article").text(row)
    if article is None:
        return Value(word, quiet=True)
    return Value(word, article.words, rating=article.rating)


def _choice(row: FormRow) -> Value:
    if row.form.candidate:
        return Value(translate("SideBySide", "May be suggested"), row.form.why)
    return Value(translate("SideBySide", "Never suggested"), row.form.why)


def _formulas(form: Form) -> str:
    words = translate("SideBySide", "{name}: {formula}, {mass} g/mol, {percent} %")
    return "\n".join(
        words.format(
            name=compound.name,
            formula=compound.formula,
            mass=decimal_number(compound.mass, 1),
            percent=decimal_number(100 * compound.fraction, 1),
        )
        for compound in compounds(form)
    )


def _or_none(text: str) -> Value:
    return Value(text=text) if text else Value(translate("SideBySide", "None noted"), quiet=True)


def only_differing(rows: Iterable[Attribute]) -> tuple[Attribute, ...]:
    """The attributes in which the forms are not all alike."""
    return tuple(row for row in rows if row.differs)
