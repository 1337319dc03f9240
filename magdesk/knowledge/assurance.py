"""What could go wrong and what keeps it from happening, and the figures that show it.

``hazards.toml`` is written by people; ``assurance.toml`` by ``build_spec/dev.py assure``. It holds
the results of proofs, mutants and stories, and a fingerprint of the content they are about.
"""

from __future__ import annotations

import datetime
import hashlib
from calendar import monthrange
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import msgspec

from magdesk.knowledge.faults import Fault
from magdesk.knowledge.records import Content, Identifier, Level, Record, Text

if TYPE_CHECKING:
    from magdesk.knowledge.tables import Reader

HAZARDS_FILE = "hazards.toml"
ASSURANCE_FILE = "assurance.toml"

Severity = Literal["life_threatening", "serious", "moderate"]
ShownBy = Annotated[
    str, msgspec.Meta(pattern=r"^tests/[a-z0-9_/]+\.py::test_[a-z0-9_]+(\[[^\]]+\])?$")
]
Fingerprint = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{64}$")]
Count = Annotated[int, msgspec.Meta(ge=0)]
Number = Annotated[int, msgspec.Meta(ge=1)]


class Control(Record, frozen=True, kw_only=True):
    """One thing that keeps a hazard from doing harm, and the tests that show it works."""

    text: Text
    shown_by: Annotated[tuple[ShownBy, ...], msgspec.Meta(min_length=1)]
    """Tests as pytest names them: ``tests/test_cli.py::test_version_is_told``."""


class Hazard(Record, frozen=True, kw_only=True):
    """Something that could harm a person who uses the program (``hazards.toml``)."""

    id: Identifier
    hazard: Text
    cause: Text
    effect: Text
    severity: Severity
    """How bad the effect is where nothing is done against it."""
    controls: tuple[Control, ...]
    remains: Text
    """What the controls cannot do."""


class Proof(Record, frozen=True, kw_only=True):
    """One property of the contract, and whether it holds for every sheet of answers."""

    number: Number | None = None
    """As in the contract; null for its tables, which are a proof of their own."""
    title: Text
    statement: Text
    obligations: Number
    """How many formulas had to be shown."""
    holds: bool

    @property
    def heading(self) -> str:
        """The title, with the number where there is one."""
        return self.title if self.number is None else f"{self.number}. {self.title}"


class Mutants(Record, frozen=True, kw_only=True):
    """Faults put into the rules on purpose, and for how many of them a proof failed."""

    count: Count
    found: Count


class Share(Record, frozen=True, kw_only=True):
    """So many of so many stories."""

    count: Count
    of: Count


class LevelShare(Record, frozen=True, kw_only=True):
    """How many stories of one right level the program puts at that level."""

    level: Level
    count: Count
    of: Count


class Stories(Record, frozen=True, kw_only=True):
    """How the program's level compares with the level that each story must give."""

    accuracy: Share
    """At the right level."""
    safety: Share
    """At the right level or above."""
    over_triage: Share
    """Above the right level."""
    under_triage: Share
    """Below the right level."""
    danger_under_triage: Share
    """Below it, of the stories with a danger sign."""
    levels: tuple[LevelShare, ...]


class Assurance(Record, frozen=True, kw_only=True):
    """The figures for one edition of the content (``assurance.toml``)."""

    version: Text
    """The edition that the figures are about."""
    reviewed: datetime.date
    content_sha256: Fingerprint
    program_sha256: Fingerprint
    """Of the code that decides, the proofs and the stories."""
    mutants: Mutants
    stories: Stories
    proofs: tuple[Proof, ...] = msgspec.field(name="proof")

    @property
    def properties(self) -> tuple[Proof, ...]:
        """The proofs of the contract's numbered properties."""
        return tuple(proof for proof in self.proofs if proof.number is not None)

    @property
    def tables(self) -> tuple[Proof, ...]:
        """The proofs of its tables."""
        return tuple(proof for proof in self.proofs if proof.number is None)

    def is_about(self, folder: Path) -> bool:
        """Whether the figures were made with the content of this very folder."""
        return self.content_sha256 == content_fingerprint(folder)


def read_hazards(reader: Reader) -> tuple[Hazard, ...]:
    """Read ``hazards.toml``."""
    table = reader.table(HAZARDS_FILE)
    hazards = table.rows("hazard", Hazard)
    table.finish()
    return tuple(hazards)


def read_assurance(reader: Reader) -> Assurance | None:
    """Read ``assurance.toml``; null where the folder has none."""
    if not (reader.folder / ASSURANCE_FILE).is_file():
        return None
    return reader.table(ASSURANCE_FILE).row("", Assurance)


def hazard_faults(hazards: Iterable[Hazard]) -> Iterator[Fault]:
    """Hazards that nothing is done against."""
    for hazard in hazards:
        if not hazard.controls:
            yield Fault(HAZARDS_FILE, hazard.id, "controls", "a hazard needs a control")


def content_fingerprint(folder: Path) -> str:
    """The fingerprint of every knowledge file of a folder but ``assurance.toml`` itself."""
    return fingerprint(
        (file.name, file.read_bytes())
        for file in folder.iterdir()
        if file.name.endswith(".toml") and file.name != ASSURANCE_FILE
    )


def fingerprint(files: Iterable[tuple[str, bytes]]) -> str:
    """SHA-256 over names and contents in the order of names; kinds of line end are alike."""
    digest = hashlib.sha256()
    for name, content in sorted(files):
        same = content.replace(b"\r\n", b"\n")
        digest.update(f"{name}\n{len(same)}\n".encode())
        digest.update(same)
    return digest.hexdigest()


def review_due(content: Content) -> datetime.date:
    """The last day on which the content is not overdue for review."""
    years, month = divmod(content.reviewed.month - 1 + content.review_months, 12)
    year = content.reviewed.year + years
    day = min(content.reviewed.day, monthrange(year, month + 1)[1])
    return datetime.date(year, month + 1, day)
