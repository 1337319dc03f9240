"""How cells, counts and columns are put into words, for the eye and for screen readers."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject

from magdesk.ui.grids.evidence_cells import Cell, EvidenceGrid
from magdesk.ui.widgets.amounts.shown_number import whole_number
from magdesk.ui.widgets.signs.evidence_marks import Shape, direction_shape

translate = QCoreApplication.translate


def shape_of(cell: Cell) -> Shape:
    """The mark of a cell: where trials point."""
    return direction_shape(cell.direction, cell.grade, cell.only_in_animals)


def trial_word(cell: Cell) -> str:
    """The direction in a word or two; hope that holds in pregnancy only says so before it."""
    if not cell.only_in_pregnancy or cell.direction not in ("better", "mixed"):
        return cell.word
    return translate("Evidence", "Pregnancy: {word}").format(word=within(cell.word))


def label_of(cell: Cell) -> str:
    """The few words of the finding; those of an empty cell where nobody studied it."""
    return cell.word if cell.is_empty or cell.finding is None else cell.finding.label


def count_shown(cell: Cell) -> str:
    """The number in the cell; empty where no trial in people answers the question."""
    return "" if cell.direction == "no_trial" else whole_number(cell.trial_count)


def trials_word(count: int) -> str:
    """``1 trial``, ``2 trials``, or that there is none."""
    if count == 0:
        return translate("Evidence", "no trial in people")
    return _Counted().trials(count)


def reviews_word(count: int) -> str:
    """``1 review``, ``2 reviews``."""
    return _Counted().reviews(count)


class _Counted(QObject):
    """Plurals: the translators' tool finds them only where an object says ``self.tr``."""

    def trials(self, count: int) -> str:
        return self.tr("%n trial(s)", "", count)

    def empty_cells(self, count: int) -> str:
        return self.tr("No trial in {empty} of %n box(es).", "", count)

    def reviews(self, count: int) -> str:
        return self.tr("%n review(s)", "", count)


def cell_title(cell: Cell) -> str:
    """What a cell is about: form and outcome."""
    return translate("Evidence", "{form}, {outcome}").format(
        form=cell.form.name, outcome=within(cell.outcome.short)
    )


def spoken(cell: Cell) -> str:
    """The cell as a screen reader says it: ``Citrate, cramps: no difference, 2 trials``."""
    return translate("Evidence", "{form}, {cell}").format(
        form=cell.form.name, cell=spoken_of_outcome(cell)
    )


def spoken_of_outcome(cell: Cell) -> str:
    """The cell without its form: ``cramps: no difference, 2 trials``."""
    said = f"{within(cell.outcome.short)}: {within(trial_word(cell))}"
    if cell.direction == "no_trial":
        return said if cell.is_empty else f"{said}, {within(label_of(cell))}"
    parts = [said, trials_word(cell.trial_count)]
    if not cell.trial_count and cell.reviews:
        parts.append(reviews_word(len(cell.reviews)))
    return ", ".join(parts)


def tested_word(grid: EvidenceGrid, place: int) -> str:
    """How many forms were tested for an outcome: ``3 of 20 tested``."""
    return translate("Evidence", "{tested} of {forms} tested").format(
        tested=whole_number(grid.tested(place)), forms=whole_number(len(grid.forms))
    )


def map_in_short(grid: EvidenceGrid) -> str:
    """What the map shows at first sight: who was never tested, and how many cells are empty."""
    empty = sum(cell.is_empty for cell in grid)
    cells = sum(1 for _ in grid)
    parts = [
        translate("Evidence", "{outcome}: nobody has tested any form.").format(
            outcome=outcome.short
        )
        for outcome in grid.never_tested
    ]
    parts.append(_Counted().empty_cells(cells).format(empty=whole_number(empty)))
    return " ".join(parts)


def within(text: str) -> str:
    """The text as it stands within a sentence: a small letter first, unless it is a short form."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
