"""The shipped names of medicines, indexed once."""

from __future__ import annotations

import pytest

from magdesk.knowledge.loader import Library
from magdesk.medicines.index import NameIndex


@pytest.fixture(scope="session")
def index(library: Library) -> NameIndex:
    return NameIndex(library.medicine_names, library.decision.medicines)
