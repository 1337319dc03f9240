"""An answer holds while its question reads as it did."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from magdesk.interview.asked_again import content_of, held_answers
from magdesk.interview.sheet_file import SheetFile
from magdesk.knowledge.loader import Library


def test_every_question_is_told_by_its_own_wording(library: Library) -> None:
    answers = dict.fromkeys(library.decision.questions, "anything")
    content = content_of("2026.12", answers, library.decision)
    held = held_answers(SheetFile(answers, content=content), library.decision)
    assert held.answers == answers
    assert held.asked_again == ()
    for question in answers:
        mark = next(part for part in content.split() if part.startswith(f"{question}:"))
        other = content.replace(mark, f"{question}:------------")
        held = held_answers(SheetFile(answers, content=other), library.decision)
        assert held.asked_again == (question,)
        assert question not in held.answers


def test_a_command_asks_again_too(tmp_path: Path) -> None:
    file = tmp_path / "answers.json"
    whole = {"format": 1, "content": "2020.1 age:000000000000", "answers": {"age": 40}}
    file.write_text(json.dumps(whole), "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "magdesk", "advise", str(file)],
        capture_output=True,
        check=True,
        timeout=60,
    )
    assert "age" in json.loads(done.stdout)["missing"]
