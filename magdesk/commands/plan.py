"""``magdesk plan``: times for magnesium on a day with medicines, as JSON."""

from __future__ import annotations

import argparse

from magdesk.interview.answer_file import AnswerFileError, read_source
from magdesk.knowledge.loader import Library
from magdesk.planner.day_file import DayError, parse_day
from magdesk.planner.plan import plan_day
from magdesk.report.day_plan import plan_json
from magdesk.terminal import write

REFUSED = (AnswerFileError, DayError)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe what the command takes."""
    parser.add_argument("day", metavar="DAY.json", help="a JSON object; - reads standard input")


def run(options: argparse.Namespace) -> int:
    """Write the plan; raises what is in ``REFUSED``."""
    medicines = Library().decision.medicines
    day = parse_day(read_source(options.day), medicines)
    write(plan_json(plan_day(day, medicines)).encode("utf-8"))
    return 0
