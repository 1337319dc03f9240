"""Promises that the hazard log makes and no other test covers."""

from __future__ import annotations

import ast
import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given

from magdesk.advice.advice import Advice
from magdesk.advice.advise import advise
from magdesk.cli import run
from magdesk.interview.answers import Answers, parse_answers
from magdesk.knowledge.assurance import HAZARDS_FILE
from magdesk.knowledge.loader import Library
from magdesk.knowledge.records import Region
from magdesk.report.advice_document import advice_document
from magdesk.report.blocks import lines_of
from tests.case_files import load_bases
from tests.proofs.contract import contract
from tests.sheets import DECISION, regions, sheets

ROOT = Path(__file__).resolve().parent.parent
LIBRARY = Library()
LONGEST_SENTENCE = 20

NETWORK = re.compile(
    r"^(asyncio|ftplib|http|imaplib|poplib|smtplib|socket|socketserver|ssl|telnetlib|urllib"
    r"|webbrowser|xmlrpc|requests|httpx|aiohttp|PySide6\.Qt(Network|WebSockets|WebEngine)\w*)\b"
)
STOPPING = re.compile(r"\b(stop|stopping|pause|skip|quit|come off|leave out)\b", re.IGNORECASE)
PRESCRIBED = re.compile(
    r"\b(medicines?|tablets?|pills?|drugs?|inhalers?|statins?)\b", re.IGNORECASE
)
NOT_TOLD_TO = re.compile(
    r"\b(do not|not|never|without) (a |your )?(\w+ )?(stop|prescription|advice)"
    r"|stop(s|ping)? (\w+,? ){1,6}from|(tablets?|medicines?) (that )?stop|after stopping"
    r"|should I|whether to \w+",
    re.IGNORECASE,
)
MAY_BE_THE_CAUSE = re.compile(r"\bmay (itself|themselves) cause\b")
ASK = re.compile(r"\b(ask|call)\b", re.IGNORECASE)
GO_ON = re.compile(r"\b(do not stop|keep (using|taking)|go on taking)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Said:
    """A sentence and the file it stands in."""

    file: str
    sentence: str


def everything_said() -> Iterator[Said]:
    """Every sentence of the knowledge, the guide and the program; not the log of this hazard."""
    for path in sorted((ROOT / "resources").rglob("*")):
        if path.name == HAZARDS_FILE:
            continue
        if path.suffix == ".toml" and path.parent.name == "knowledge":
            yield from sentences(path, strings_in(tomllib.loads(path.read_text("utf-8"))))
        elif path.suffix == ".md":
            yield from sentences(path, path.read_text("utf-8").split("\n"))
    for path in sorted((ROOT / "magdesk").rglob("*.py")):
        nodes = ast.walk(ast.parse(path.read_text("utf-8")))
        texts = (node.value for node in nodes if isinstance(node, ast.Constant))
        yield from sentences(path, [text for text in texts if isinstance(text, str)])


def sentences(path: Path, texts: list[str]) -> Iterator[Said]:
    for text in texts:
        for sentence in re.split(r"(?<=[.;:?]) ", text):
            yield Said(path.name, sentence)


def strings_in(value: object) -> list[str]:
    """Every text inside tables and lists."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        value = list(value.values())
    return [text for part in value for text in strings_in(part)] if isinstance(value, list) else []


def tells_to_stop(sentence: str) -> bool:
    """Whether a sentence may be read as: stop your medicine."""
    about = STOPPING.search(sentence) and PRESCRIBED.search(sentence)
    return bool(about) and not NOT_TOLD_TO.search(sentence)


def test_no_text_tells_anyone_to_stop_a_prescribed_medicine() -> None:
    assert [said for said in everything_said() if tells_to_stop(said.sentence)] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Stop your statin and see whether it helps.",
        "Pause the tablets for a week.",
        "Do not start magnesium, and leave out your medicine.",
        "You can skip the inhaler while you take magnesium.",
    ],
)
def test_a_sentence_that_stops_a_medicine_would_be_noticed(sentence: str) -> None:
    assert tells_to_stop(sentence)


def test_where_a_medicine_may_be_the_cause_its_line_says_to_ask() -> None:
    lines = {medicine.id: medicine.because for medicine in DECISION.medicines.values()}
    causes = {name: line for name, line in lines.items() if MAY_BE_THE_CAUSE.search(line)}
    assert causes
    assert [line for line in causes.values() if not ASK.search(line)] == []


def told_lines(advice: Advice) -> list[str]:
    """Every line that the report of an advice says."""
    sections = advice_document(advice, LIBRARY).sections
    return [line.text for section in sections for line in lines_of(section)]


HARMED = {
    "statin_new_muscle": {"symptom": "cramp", "medicines": ["statin"]},
    "lithium_signs": {"symptom": "twitch", "medicines": ["lithium"]},
    "quinolone_muscle": {"symptom": "soreness", "medicines": ["quinolone"]},
}
"""Rules for harm that a medicine may do, and a sheet on which each fires."""


@pytest.mark.parametrize("rule", HARMED)
def test_beside_a_sign_of_harm_by_a_medicine_nothing_says_to_go_on_with_it(rule: str) -> None:
    sheet = {**load_bases()["healthy_adult"], **HARMED[rule]}
    advice = advise(DECISION, parse_answers(sheet, DECISION), "eu")
    fired = {each.id: each for each in advice.rules}
    assert ASK.search(fired[rule].because)
    said = told_lines(advice)
    assert [text for text in said if GO_ON.search(text)] == []


def test_no_rule_is_never_called_safe() -> None:
    row = DECISION.medicines["no_rule"]
    said = [row.label, row.because, row.detail, row.action, row.note]
    sentences_said = [part for text in said for part in re.split(r"(?<=[.;:?]) ", text)]
    safe = [sentence for sentence in sentences_said if re.search(r"\bsafe\b", sentence)]
    assert [sentence for sentence in safe if not re.search(r"\b(not|never)\b", sentence)] == []


@pytest.mark.parametrize(
    ("signs", "told"),
    [(["low_sugar"], True), (["low_sugar", "not_sure"], True), (["not_sure"], False)],
)
def test_sugar_is_told_to_whoever_has_the_sign_and_not_to_whoever_is_not_sure(
    signs: list[str], told: bool
) -> None:
    advice = advise(DECISION, parse_answers({"danger_now": signs}, DECISION), "eu")
    assert any("sugar at once" in line for line in told_lines(advice)) is told


@pytest.mark.parametrize("age", [0, 5, 17])
@pytest.mark.parametrize("complaint", ["twitch", "eyelid", "cramp", "soreness"])
def test_nobody_under_18_is_told_what_is_mostly_so_in_adults(complaint: str, age: int) -> None:
    grown_up = {**load_bases()["healthy_adult"], "symptom": complaint}
    child = {**grown_up, "age": age}
    told = [
        advise(DECISION, parse_answers(sheet, DECISION), "eu").summary[0].text
        for sheet in (grown_up, child)
    ]
    assert told[0].startswith("Most likely not")
    assert "under 18 years" in told[1]


@pytest.mark.parametrize("form", ["text", "html"])
@pytest.mark.parametrize("answers", [{}, {"symptom": "cramp"}, {"symptom": "eyelid", "age": 30}])
def test_a_sheet_that_is_not_finished_says_so_first_and_sends_nobody_home(
    answers: dict[str, object], form: str, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    sheet = tmp_path / "sheet.json"
    sheet.write_text(json.dumps(answers), "utf-8")
    assert run(["advise", str(sheet), "--format", form]) == 0
    said = re.sub(
        r"<style.*?</style>|<title.*?</title>|<[^>]+>", " ", capfdbinary.readouterr().out.decode()
    )
    left = len(advise(DECISION, parse_answers(answers, DECISION), "eu").missing)
    words = " ".join(said.split())
    assert words.startswith(f"Not finished: {left} questions left")
    assert "so far" in words.lower()
    assert not re.search(r"look after (this|it) at home", words)


@given(sheets(), regions)
def test_the_summary_is_short_and_in_the_contract_order(answers: Answers, region: Region) -> None:
    advice = advise(DECISION, answers, region)
    parts, urgent = (row.split() for row in (contract().summary.parts, contract().summary.urgent))
    told = [line.part for line in advice.summary]
    expected = urgent if advice.level in ("today", "emergency") else parts
    assert told == [part for part in expected if part in told]
    assert {"danger", "do"} <= set(told)
    assert [line.text for line in advice.summary if len(line.text.split()) > LONGEST_SENTENCE] == []


@given(sheets(), regions)
def test_every_amount_comes_with_a_day_to_look_again_and_a_reason_to_stop(
    answers: Answers, region: Region
) -> None:
    advice = advise(DECISION, answers, region)
    said = told_lines(advice)
    again = [text for text in said if "Look again after" in text]
    assert len(again) == (advice.amount is not None)
    assert all("weeks" in text and "Stop if nothing has changed" in text for text in again)


def test_no_module_can_reach_a_network() -> None:
    reached = []
    for path in (ROOT / "magdesk").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [alias.name for alias in getattr(node, "names", []) if hasattr(alias, "name")]
            module = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            if isinstance(node, ast.Import | ast.ImportFrom):
                reached += [name for name in names + module if NETWORK.match(name)]
                reached += [name for name in names if NETWORK.match(f"{''.join(module)}.{name}")]
    assert reached == []


def test_an_advice_leaves_no_file_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "home"
    home.mkdir()
    sheet = home / "sheet.json"
    sheet.write_text('{"danger_now": ["none"], "pregnancy": "pregnant"}')
    monkeypatch.chdir(home)
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "TMPDIR"):
        monkeypatch.setenv(name, str(home))
    assert run(["advise", "sheet.json", "--format", "text"]) == 0
    assert list(tmp_path.rglob("*")) == [home, sheet]
