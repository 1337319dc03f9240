"""How long one advice takes on average, over the answer sheets of all stories."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from magdesk.advice.advise import advise
from magdesk.interview.answers import parse_answers
from magdesk.knowledge.loader import Library
from tests.case_files import load_bases, load_cases, sheet

ROUNDS = 5


def main() -> None:
    """Print the average of the best round, in milliseconds."""
    decision, bases = Library().decision, load_bases()
    sheets = [(parse_answers(sheet(case, bases), decision), case.region) for case in load_cases()]
    rounds = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        for answers, region in sheets:
            advise(decision, answers, region)
        rounds.append(1000 * (time.perf_counter() - start) / len(sheets))
    print(json.dumps({"average_ms": min(rounds), "sheets": len(sheets)}))


if __name__ == "__main__":
    main()
