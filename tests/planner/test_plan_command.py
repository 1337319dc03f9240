"""``magdesk plan``, run as people run it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

DAY = {
    "wake": "07:00",
    "bed": "23:00",
    "meals": ["07:30", "12:30", "19:00"],
    "portions": 2,
    "medicines": [{"id": "levothyroxine", "times": ["06:30"]}],
}
ANSWER = {
    "possible": True,
    "times": ["12:30", "19:00"],
    "with_meal": [True, True],
    "margin_min": [120, 450],
    "blocked_by": [],
    "ask": [],
}


def plan(source: str, raw: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "magdesk", "plan", source],
        input=raw,
        capture_output=True,
        timeout=30,
        check=False,
    )


def refusal(done: subprocess.CompletedProcess[bytes]) -> str:
    assert (done.returncode, done.stdout) == (2, b"")
    message = done.stderr.decode()
    assert message.count("\n") == 1
    return message


def test_the_day_of_the_contract_gives_the_answer_of_the_contract() -> None:
    done = plan("-", json.dumps(DAY).encode())
    assert (done.returncode, done.stderr) == (0, b"")
    assert list(json.loads(done.stdout).items()) == list(ANSWER.items())


def test_a_day_without_a_time_is_an_answer_too(tmp_path: Path) -> None:
    file = tmp_path / "day.json"
    blocked = {"id": "levothyroxine", "times": ["08:00", "13:00", "19:30"]}
    file.write_text(json.dumps(DAY | {"portions": 1, "medicines": [blocked]}), "utf-8")
    done = plan(str(file))
    assert done.returncode == 0
    answer = json.loads(done.stdout)
    assert (answer["possible"], answer["times"], answer["margin_min"]) == (False, [], [])
    assert answer["blocked_by"] == [
        {"medicine": "levothyroxine", "time": time} for time in ("08:00", "13:00", "19:30")
    ]


@pytest.mark.parametrize(
    ("raw", "named"),
    [
        (b'{"wake": "07:00", "wake": "07:00"}', '"wake"'),
        (b'{"medicines": [{"id": "iron", "id": "iron"}]}', '"id"'),
        (json.dumps(DAY | {"portions": 2.0}).encode(), '"portions"'),
        (json.dumps(DAY | {"portions": float("nan")}).encode(), '"portions"'),
        (json.dumps(DAY | {"nap": "13:00"}).encode(), '"nap"'),
        (b"", "standard input"),
        (b"[]", "standard input"),
        (b"\xff", "standard input"),
        (b"[" * 100_000, "standard input"),
        (json.dumps(DAY).encode() + b" " * 1_000_000, "standard input"),
    ],
    ids=lambda value: repr(value)[:24],
)
def test_what_is_refused_is_one_line_that_names_it(raw: bytes, named: str) -> None:
    assert named in refusal(plan("-", raw))


def test_a_file_that_is_none_is_named(tmp_path: Path) -> None:
    assert "nowhere.json" in refusal(plan(str(tmp_path / "nowhere.json")))
    assert str(tmp_path) in refusal(plan(str(tmp_path)))


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device here")
def test_a_file_without_an_end_is_given_up() -> None:
    assert "/dev/zero" in refusal(plan("/dev/zero"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_read_where_somebody_writes_and_given_up_where_nobody_does(
    tmp_path: Path,
) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert "pipe" in refusal(plan(str(pipe)))
    writer = threading.Thread(target=pipe.write_bytes, args=(json.dumps(DAY).encode(),))
    writer.start()  # stays in its opening of the pipe until the command opens it too
    done = plan(str(pipe))
    writer.join()
    assert json.loads(done.stdout) == ANSWER
