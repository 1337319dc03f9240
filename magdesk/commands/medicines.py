"""``magdesk medicines``: what names of medicines are, as JSON."""

from __future__ import annotations

import argparse

from magdesk.knowledge.loader import Library
from magdesk.medicines.find import find
from magdesk.medicines.lists import find_list
from magdesk.medicines.medicine_index import MedicineIndex
from magdesk.report.found_names import found_json
from magdesk.terminal import write

REFUSED = ()


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe what the command takes."""
    parser.add_argument("names", metavar="NAME", nargs="+", help="as it stands on the box")


def run(options: argparse.Namespace) -> int:
    """Write what each name is."""
    library = Library()
    index = MedicineIndex(library.medicine_names, library.decision.medicines)
    found = [
        part for name in options.names for part in find_list(index, name) or (find(index, name),)
    ]
    write(found_json(found).encode("utf-8", "replace"))
    return 0
