"""Runs proofs, mutants and stories, and writes their figures beside the content.

``python3 build_spec/dev.py assure`` calls it. What it writes names no time and no machine, so that
the same files always give the same figures. ``tests/test_assurance.py`` fails when they are stale.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "knowledge"
FILE = FOLDER / "assurance.toml"
PROGRAM = (
    "magdesk/knowledge/conditions.py",
    "magdesk/knowledge/question_ids.py",
    "magdesk/knowledge/records/__init__.py",
    "magdesk/knowledge/tables.py",
    "magdesk/knowledge/catalogue.py",
    "magdesk/knowledge/loader.py",
    "magdesk/knowledge/decision.py",
    "magdesk/knowledge/records/decision_records.py",
    "magdesk/knowledge/records/interview_records.py",
    "magdesk/knowledge/records/evidence_records.py",
    "magdesk/knowledge/limits.py",
    "magdesk/rules/*.py",
    "magdesk/interview/*.py",
    "magdesk/advice/*.py",
    "magdesk/report/reasons.py",
    "tests/proofs/*.py",
    "tests/proofs/*.toml",
    "tests/case_files.py",
    "tests/case_metrics.py",
    "tests/cases/*.toml",
)
"""What decides, what proves it and what is told in the stories: another file, other figures."""

if TYPE_CHECKING:
    from magdesk.knowledge.assurance import Assurance, Mutants, Proof, Share, Stories


def main(arguments: Sequence[str]) -> int:
    """Write ``assurance.toml``; 1 where something does not hold, 2 for a wrong argument.

    Where a proof fails nothing is written, and the smallest sheet that breaks it is printed.
    """
    if arguments:
        print("assure takes no arguments", file=sys.stderr)
        return 2
    sys.path.insert(0, str(ROOT))
    from tests.proofs.proving import RefutedError

    try:
        assurance = measured()
    except RefutedError as refuted:
        print(refuted, file=sys.stderr)
        return 1
    if (assurance.content_sha256, assurance.program_sha256) != fingerprints():
        print("a file was changed meanwhile: run it again", file=sys.stderr)
        return 1
    FILE.write_bytes("\n".join(lines(assurance)).encode())
    print(summary(assurance))
    return 0 if is_sound(assurance) else 1


def measured() -> Assurance:
    """The figures for the shipped content, made now; takes up to a minute."""
    from magdesk.knowledge.assurance import Assurance
    from magdesk.knowledge.loader import Library

    content_sha256, program_sha256 = fingerprints()
    content = Library(FOLDER).content
    return Assurance(
        version=content.version,
        reviewed=content.reviewed,
        content_sha256=content_sha256,
        program_sha256=program_sha256,
        mutants=mutants(),
        stories=stories(),
        proofs=tuple(proofs()),
    )


def fingerprints() -> tuple[str, str]:
    """Of the content, and of the code that decides with the proofs and stories."""
    from magdesk.knowledge.assurance import content_fingerprint, fingerprint

    files = {path for pattern in PROGRAM for path in ROOT.glob(pattern)}
    program = ((path.relative_to(ROOT).as_posix(), path.read_bytes()) for path in files)
    return content_fingerprint(FOLDER), fingerprint(program)


def proofs() -> Iterator[Proof]:
    """The properties and the tables, proved now; ``RefutedError`` where one does not hold."""
    from magdesk.knowledge.assurance import Proof
    from magdesk.knowledge.loader import Library
    from tests.proofs.report import proof_results

    for result in proof_results(Library(FOLDER).decision):
        yield Proof(
            number=result.number,
            title=result.title,
            statement=result.statement,
            obligations=result.proved,
            holds=True,
        )


def mutants() -> Mutants:
    """How many broken rules there are, and for how many of them a proof fails."""
    from magdesk.knowledge.assurance import Mutants
    from magdesk.knowledge.loader import Library
    from tests.proofs.mutants import MUTANTS
    from tests.proofs.report import proof_fails
    from tests.proofs.small_changes import small_changes, unnoticed

    decision = Library(FOLDER).decision
    found = sum(proof_fails(each.noticed_by, each.of(decision)) for each in MUTANTS)
    changes = tuple(small_changes(decision))
    missed = sum(1 for _ in unnoticed(decision, changes))
    return Mutants(count=len(MUTANTS) + len(changes), found=found + len(changes) - missed)


def stories() -> Stories:
    """How the program's level compares with the one that each story must give."""
    from magdesk.knowledge.assurance import LevelShare, Share, Stories
    from tests.case_files import load_cases
    from tests.case_metrics import Share as Counted
    from tests.case_metrics import metrics

    def share(counted: Counted) -> Share:
        return Share(count=counted.count, of=counted.of)

    found = metrics(load_cases())
    return Stories(
        accuracy=share(found.accuracy),
        safety=share(found.safety),
        over_triage=share(found.over_triage),
        under_triage=share(found.under_triage),
        danger_under_triage=share(found.danger_under_triage),
        levels=tuple(
            LevelShare(level=level, count=counted.count, of=counted.of)
            for level, counted in found.accuracy_by_level.items()
        ),
    )


def is_sound(assurance: Assurance) -> bool:
    """Whether every proof holds, every mutant is found and no danger sign is taken too lightly."""
    return (
        all(proof.holds for proof in assurance.proofs)
        and assurance.mutants.found == assurance.mutants.count
        and assurance.stories.danger_under_triage.count == 0
    )


def summary(assurance: Assurance) -> str:
    """The figures in lines to read."""
    found, told = assurance.mutants, assurance.stories
    failed = [proof.heading for proof in assurance.proofs if not proof.holds]
    rows = [
        ("proofs", f"{len(assurance.proofs) - len(failed)} of {len(assurance.proofs)}"),
        ("mutants found", f"{found.found} of {found.count}"),
        ("stories at the right level", f"{told.accuracy.count} of {told.accuracy.of}"),
        *((f"  {each.level}", f"{each.count} of {each.of}") for each in told.levels),
        ("safe", f"{told.safety.count} of {told.safety.of}"),
        ("over-triage", f"{told.over_triage.count} of {told.over_triage.of}"),
        ("under-triage", f"{told.under_triage.count} of {told.under_triage.of}"),
        (
            "under-triage of a danger sign",
            f"{told.danger_under_triage.count} of {told.danger_under_triage.of}",
        ),
    ]
    rows += [("NOT PROVEN", name) for name in failed]
    return "\n".join(f"{name:<32}{value}" for name, value in rows)


# --- the file ---------------------------------------------------------------------------------


def lines(assurance: Assurance) -> Iterator[str]:
    """``assurance.toml``, line by line."""
    told = assurance.stories
    yield "# Written by: python3 build_spec/dev.py assure"
    yield f"version = {quoted(assurance.version)}"
    yield f"reviewed = {assurance.reviewed.isoformat()}"
    yield f"content_sha256 = {quoted(assurance.content_sha256)}"
    yield f"program_sha256 = {quoted(assurance.program_sha256)}"
    found = assurance.mutants
    yield f"mutants = {{ count = {found.count}, found = {found.found} }}"
    yield ""
    yield "[stories]"
    for name in ("accuracy", "safety", "over_triage", "under_triage", "danger_under_triage"):
        yield f"{name} = {{ {counts(getattr(told, name))} }}"
    yield "levels = ["
    for share in told.levels:
        yield f"    {{ level = {quoted(share.level)}, count = {share.count}, of = {share.of} }},"
    yield "]"
    yield from proof_lines(assurance.proofs)


def proof_lines(found: Iterable[Proof]) -> Iterator[str]:
    """The proofs, an entry each."""
    for proof in found:
        yield ""
        yield "[[proof]]"
        if proof.number is not None:
            yield f"number = {proof.number}"
        yield f"title = {quoted(proof.title)}"
        yield f"statement = {quoted(proof.statement)}"
        yield f"obligations = {proof.obligations}"
        yield f"holds = {'true' if proof.holds else 'false'}"
    yield ""


def counts(share: Share) -> str:
    """The inside of an inline table."""
    return f"count = {share.count}, of = {share.of}"


def quoted(text: str) -> str:
    """A text as TOML writes it; JSON's escapes are among TOML's."""
    return json.dumps(text, ensure_ascii=False)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
