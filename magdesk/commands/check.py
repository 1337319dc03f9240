"""``magdesk check``: every fault of a knowledge folder, a line each."""

from __future__ import annotations

import argparse
from pathlib import Path

from magdesk.knowledge.checks.whole_check import faults_of
from magdesk.terminal import complain, say, shown, write

REFUSED = ()
FAULTS_FOUND = 1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe what the command takes."""
    parser.add_argument(
        "folder", nargs="?", type=Path, help="default: the folder shipped with magdesk"
    )


def run(options: argparse.Namespace) -> int:
    """Write the faults; return 1 where there are any, 2 where there is no such folder."""
    folder = options.folder
    if folder is not None and not folder.is_dir():
        return complain(f"{folder}: {'Not a folder' if folder.exists() else 'No such folder'}")
    faults = faults_of(folder)
    if faults:
        write("".join(f"{shown(str(fault))}\n" for fault in faults).encode("utf-8"))
    say(f"{len(faults)} faults\n" if faults else "no faults\n")
    return FAULTS_FOUND if faults else 0
