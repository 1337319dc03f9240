"""Streams that are closed, full or broken end no command in a traceback or a wrong status."""

from __future__ import annotations

import json
import os
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from magdesk.interview.answer_file import MAX_BYTES
from magdesk.knowledge.data_folder import DATA_FOLDER

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the streams of a POSIX shell")

COMMANDS = {
    "version": "--version",
    "help": "--help",
    "advise": "advise {sheet}",
    "advise as text": "advise {sheet} --format text",
    "check": "check",
    "refused": "advise {sheet}.none",
    "faults": "check {sheet}.none",
    "unknown": "juggle",
}
TROUBLE = 2
BROKEN_PIPE = 128 + signal.SIGPIPE


@pytest.fixture(scope="module")
def sheet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("answers") / "a.json"
    file.write_text(json.dumps({"age": 40}), "utf-8")
    return file


def magdesk(words: str, sheet: Path, streams: str = "") -> subprocess.CompletedProcess[str]:
    """Run a command with its streams turned as a shell does it."""
    command = f"{shlex.quote(sys.executable)} -m magdesk {words.format(sheet=sheet)} {streams}"
    return subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}"],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        stdin=subprocess.DEVNULL,
    )


@cache
def usually(words: str, sheet: Path) -> subprocess.CompletedProcess[str]:
    return magdesk(words, sheet)


@pytest.mark.parametrize("words", COMMANDS.values(), ids=COMMANDS)
@pytest.mark.parametrize(
    "streams",
    [">&- 2>&-", ">/dev/full 2>/dev/full", "2>&-", "<&-"],
)
def test_no_stream_ends_a_command_in_a_traceback(words: str, streams: str, sheet: Path) -> None:
    usual = usually(words, sheet)
    done = magdesk(words, sheet, streams)
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr
    assert done.stderr.count("\n") <= max(1, usual.stderr.count("\n"))
    assert done.returncode in (usual.returncode, TROUBLE)


@pytest.mark.parametrize("streams", [">&-", ">/dev/full"])
@pytest.mark.parametrize("words", ["advise {sheet}", "advise {sheet} --format html", "--version"])
def test_what_could_not_be_written_is_told_in_one_line(
    words: str, streams: str, sheet: Path
) -> None:
    done = magdesk(words, sheet, streams)
    assert done.returncode == TROUBLE
    (line,) = done.stderr.splitlines()
    assert line.startswith("magdesk: standard output: ")


def test_an_answer_without_its_stream_is_no_success(sheet: Path) -> None:
    assert magdesk("advise {sheet}", sheet, ">&- 2>&-").returncode == TROUBLE


@pytest.mark.parametrize("words", ["advise {sheet}", "--help"])
def test_a_pipe_that_nobody_reads_ends_in_silence(words: str, sheet: Path) -> None:
    done = magdesk(words, sheet, "| (exec <&-; sleep 1)")
    assert done.stderr == ""
    assert done.returncode in (0, BROKEN_PIPE)


def test_faults_and_trouble_have_different_statuses(tmp_path: Path, sheet: Path) -> None:
    (tmp_path / "forms.toml").write_text("form = 3", "utf-8")
    assert magdesk(f"check {tmp_path}", sheet).returncode == 1
    assert magdesk(f"check {tmp_path}", sheet, "> /dev/full").returncode == TROUBLE


def test_a_folder_that_is_not_there_is_named_once(sheet: Path) -> None:
    done = magdesk("check /nonexistent", sheet)
    assert (done.returncode, done.stdout) == (TROUBLE, "")
    assert done.stderr == "magdesk: /nonexistent: No such folder\n"


def test_a_file_is_no_folder(sheet: Path) -> None:
    done = magdesk("check {sheet}", sheet)
    assert (done.returncode, done.stdout) == (TROUBLE, "")
    assert done.stderr.endswith(": Not a folder\n")


@pytest.mark.parametrize("sign", ["\x1b[31m", "\x07", "\r", "\u202e", "\x9b", "\n"])
def test_signs_that_steer_a_terminal_are_shown_not_sent(sign: str, sheet: Path) -> None:
    done = magdesk(f"advise {shlex.quote('no' + sign + 'file')}", sheet)
    assert done.returncode == TROUBLE
    (line,) = done.stderr.split("\n")[:-1]
    assert sign not in line
    assert line.isprintable()


def test_a_name_in_another_language_stays_readable(sheet: Path) -> None:
    assert "für-Ärzte.json" in magdesk("advise für-Ärzte.json", sheet).stderr


@pytest.mark.parametrize("file", ["/dev/zero", "sparse"])
def test_what_is_far_too_large_is_refused_at_once(file: str, tmp_path: Path, sheet: Path) -> None:
    if file == "sparse":
        file = str(tmp_path / "sparse.json")
        Path(file).touch()
        os.truncate(file, 50_000_000_000)
    start = time.monotonic()
    done = magdesk(f"advise {file}", sheet)
    assert time.monotonic() - start < 10
    assert done.returncode == TROUBLE
    assert str(MAX_BYTES) in done.stderr


def test_a_pipe_without_a_writer_is_not_waited_for(tmp_path: Path, sheet: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert magdesk(f"advise {pipe}", sheet).returncode == TROUBLE


@pytest.fixture
def hears_ctrl_c() -> Iterator[None]:
    """What a shell starts in the background is deaf to it, and so are its children."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("hears_ctrl_c")
def test_ctrl_c_ends_in_silence(sheet: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "magdesk", "advise", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
    ) as waiting:
        _wait_until_it_reads(waiting.pid)
        waiting.send_signal(signal.SIGINT)
        out, err = waiting.communicate(timeout=20)
    assert (out, err) == (b"", b"")
    assert waiting.returncode in (130, -signal.SIGINT)


def _wait_until_it_reads(process: int) -> None:
    """Wait until the process waits for its standard input."""
    end = time.monotonic() + 20
    while "pipe_read" not in Path(f"/proc/{process}/wchan").read_text("ascii"):
        calls = Path(f"/proc/{process}/syscall")
        if calls.exists() and calls.read_text("ascii").startswith("0 0x0 "):
            return
        if time.monotonic() > end:
            pytest.skip("this system does not tell what a process waits for")
        time.sleep(0.02)


WATCHED = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from magdesk import app
from magdesk.knowledge import loader

loader.DATA_FOLDER = Path(sys.argv[1])
make = app.make_application

def watched(argv):
    application = make(argv)
    QTimer.singleShot(300, look)
    return application

def look():
    dialogs = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    Path(sys.argv[2]).write_text(dialogs[0].report.toPlainText() if dialogs else "no dialog")
    for each in dialogs:
        each.accept()

app.make_application = watched
sys.exit(app.run(["magdesk"]))
"""
"""The program, and what its dialog shows written to a file."""


def test_faulty_knowledge_is_shown_before_it_is_written(tmp_path: Path) -> None:
    """A dialog comes up although there is no stream to write to."""
    told = tmp_path / "told"
    broken = tmp_path / "data"
    for name in ("knowledge", "themes", "icons"):
        (broken / name).parent.mkdir(exist_ok=True)
        (broken / name).symlink_to(DATA_FOLDER / name)
    (broken / "knowledge").unlink()
    (broken / "knowledge").mkdir()
    for file in (DATA_FOLDER / "knowledge").iterdir():
        (broken / "knowledge" / file.name).symlink_to(file)
    (broken / "knowledge" / "forms.toml").unlink()
    (broken / "knowledge" / "forms.toml").write_text("form = 3", "utf-8")
    for streams in ("2>&-", "2>/dev/full", ">&- 2>&-", ""):
        command = shlex.join([sys.executable, "-c", WATCHED, str(broken), str(told)])
        done = subprocess.run(
            ["bash", "-c", f"{command} {streams}"],
            env=os.environ | {"MAGDESK_CONFIG_DIR": str(tmp_path)},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert "forms.toml" in told.read_text("utf-8"), streams
        assert "Traceback" not in done.stderr
        assert done.returncode == 1
        told.unlink()
