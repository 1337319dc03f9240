"""Molar masses and magnesium percentages against the published table and an independent library."""

from __future__ import annotations

import molmass
import pytest

from magdesk.knowledge.formula import (
    FormulaError,
    composition,
    elemental_fraction,
    molar_mass,
)

# formula, molar mass g/mol, magnesium %, mg of compound for 100 mg magnesium
TABLE = [
    ("Mg(C2H4NO2)2", 172.423, 14.10, 709),
    ("Mg(C2H4NO2)2·2H2O", 208.453, 11.66, 858),
    ("Mg3(C6H5O7)2", 451.113, 16.16, 619),
    ("Mg3(C6H5O7)2·9H2O", 613.248, 11.89, 841),
    ("MgC6H6O7", 214.412, 11.34, 882),
    ("MgC4H4O5", 156.376, 15.54, 643),
    ("MgC4H4O5·3H2O", 210.421, 11.55, 866),
    ("Mg2(C4H4O5)(OH)2", 214.695, 22.64, 442),
    ("Mg(C2H6NO3S)2", 272.573, 8.92, 1121),
    ("Mg(C2H6NO3S)2·2H2O", 308.603, 7.88, 1270),
    ("Mg(C4H8NO4S)2", 356.647, 6.81, 1467),
    ("Mg(C4H8NO4S)2·2H2O", 392.677, 6.19, 1616),
    ("MgCl2·6H2O", 203.295, 11.96, 836),
    ("MgCl2", 95.205, 25.53, 392),
    ("MgO", 40.304, 60.30, 166),
    ("MgO·H2O", 58.319, 41.68, 240),
    ("Mg(OH)2", 58.319, 41.68, 240),
    ("MgSO4·7H2O", 246.466, 9.86, 1014),
    ("MgSO4", 120.361, 20.19, 495),
    ("MgCO3", 84.313, 28.83, 347),
    ("4MgCO3·Mg(OH)2·5H2O", 485.646, 25.02, 400),
    ("Mg(C3H5O3)2·2H2O", 238.475, 10.19, 981),
    ("Mg(C3H5O3)2", 202.445, 12.01, 833),
    ("Mg(C6H11O7)2", 414.599, 5.86, 1706),
    ("Mg(C6H11O7)2·2H2O", 450.629, 5.39, 1854),
    ("Mg(C4H6NO4)2", 288.495, 8.42, 1187),
    ("Mg(C4H6NO4)2·2H2O", 324.525, 7.49, 1335),
    ("Mg(C4H6NO4)Cl·3H2O", 245.895, 9.88, 1012),
    ("Mg(C5H3N2O4)2", 334.483, 7.27, 1376),
    ("Mg(C5H3N2O4)2·2H2O", 370.513, 6.56, 1524),
    ("Mg(C4H7O5)2", 294.495, 8.25, 1212),
    ("Mg(C4H7O5)2·H2O", 312.510, 7.78, 1286),
    ("Mg(C5H6NO3)2", 280.519, 8.66, 1154),
    ("C3H7MgO6P", 194.362, 12.51, 800),
]


@pytest.mark.parametrize(("formula", "mass", "percent", "compound_mg"), TABLE)
def test_the_published_table_is_met(
    formula: str, mass: float, percent: float, compound_mg: int
) -> None:
    assert molar_mass(formula) == pytest.approx(mass, abs=0.001)
    assert 100 * elemental_fraction(formula) == pytest.approx(percent, abs=0.005)
    assert 100 / elemental_fraction(formula) == pytest.approx(compound_mg, abs=0.5)


@pytest.mark.parametrize("formula", [row[0] for row in TABLE])
def test_an_independent_library_agrees(formula: str) -> None:
    other = molmass.Formula(formula.replace("·", "."))
    assert molar_mass(formula) == pytest.approx(other.mass, rel=2e-4)
    atoms = {symbol: item.count for symbol, item in other.composition().items()}
    assert dict(composition(formula)) == atoms


@pytest.mark.parametrize(
    ("formula", "where"),
    [
        ("Mg(OH", "not closed"),
        ("MgOH)2", "closes nothing"),
        ("Mg()2", "closes nothing"),
        ("Xx2", "unknown element"),
        ("Mg0", "zero"),
        ("mgO", "unclear at 'mgO'"),
        ("MgO·", "empty part"),
        ("", "empty part"),
        ("Mg O", "unclear at ' O'"),
    ],
)
def test_a_formula_that_cannot_be_read_says_where(formula: str, where: str) -> None:
    with pytest.raises(FormulaError, match=where):
        composition(formula)


def test_nested_brackets_and_counts_multiply() -> None:
    assert dict(composition("2Mg((OH)2C)3")) == {"Mg": 2, "O": 12, "H": 12, "C": 6}
