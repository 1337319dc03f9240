"""The shipped names of medicines, indexed once."""

from __future__ import annotations

import pytest

from magdesk.knowledge.loader import Library
from magdesk.medicines.medicine_index import MedicineIndex


@pytest.fixture(scope="session")
def index(library: Library) -> MedicineIndex:
    return MedicineIndex(library.medicine_names, library.decision.medicines)
