"""A form, a reference or a medicine is one block of TOML: everything else follows from it.

Each block here is a copy of one that is shipped, under another name.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from magdesk.advice.advise import advise
from magdesk.intake.product_entry import Entry, product_reader
from magdesk.knowledge.checks.whole_check import faults_of
from magdesk.knowledge.data_folder import DATA_FOLDER
from magdesk.knowledge.loader import Library
from magdesk.medicines.find import find
from magdesk.medicines.medicine_index import MedicineIndex

REFERENCE = '\n[[reference]]\nkey = "newer2026"\ncitation = "Newer N. 2026"\nmark = "V"\n'
NAMES = '\n[[group]]\nids = ["newmedine"]\nnames = ["newmedine", "Newmedacor"]\n'


def _block(folder: Path, kind: str, holds: str) -> str:
    """The first block of a kind in which the pattern is found."""
    parts = re.split(rf"(?m)^(?=\[\[{kind}\]\]$)", (folder / f"{kind}s.toml").read_text("utf-8"))
    return next(part for part in parts[1:] if re.search(holds, part))


def _with(block: str, **values: str) -> str:
    for key, value in values.items():
        block, found = re.subn(rf"(?m)^{key} = .*", f"{key} = {value}", block, count=1)
        assert found, key
    return block


def _append(folder: Path, file: str, block: str) -> None:
    with (folder / file).open("a", encoding="utf-8") as content:
        content.write(f"\n{block}")


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The shipped knowledge with a form, a reference and a medicine more, without a fault."""
    folder = Path(shutil.copytree(DATA_FOLDER / "knowledge", tmp_path_factory.mktemp("k") / "k"))
    form = _block(folder, "form", r"(?s)\nformula = (?!.*\[form.article\])")
    form = _with(form, id='"newform"', name='"Newformate"', search='["newformic"]')
    form = _with(form, full_name='"Magnesium newformate"', aliases='["newformate salt"]')
    _append(folder, "forms.toml", re.sub(r"(?ms)^variants = \[.*?^\]\n", "", form))
    _append(folder, "references.toml", REFERENCE)
    medicine = _block(folder, "medicine", r"spaced = true")
    medicine = _with(medicine, id='"newmedine"', because='"Take newmedine hours apart."')
    _append(folder, "medicines.toml", medicine)
    _append(folder, "medicine_names.toml", NAMES)
    assert faults_of(folder) == ()
    return Library(folder)


def test_a_form_is_found_by_its_name_and_a_label_tells_its_amount(grown: Library) -> None:
    assert grown.catalogue.forms["newform"].name == "Newformate"
    assert grown.names.find("newformate").forms == ("newform",)
    locale = grown.number_table.locale("en_GB")
    assert locale is not None
    product = product_reader(grown, locale).read(Entry("magnesium newformate 1000 mg"))
    assert product.serving is not None
    assert 0 < product.serving.likely_mg < 1000


def test_a_reference_is_in_the_list_of_sources(grown: Library) -> None:
    assert grown.bibliography["newer2026"].citation == "Newer N. 2026"


def test_a_medicine_is_found_by_its_names_and_keeps_its_hours(grown: Library) -> None:
    index = MedicineIndex(grown.medicine_names, grown.decision.medicines)
    assert find(index, "Newmedacor 20 mg").ids == ("newmedine",)
    advice = advise(grown.decision, {"medicines": ("newmedine",)}, "eu")
    assert "newmedine" in {gap.medicine for gap in advice.spacing}
