"""What the first page shows, kept as it was read and found sound: a start need not parse it again.

``python -m magdesk.knowledge.prepared FOLDER...`` writes it into knowledge folders; set-up and
packaging call it. It is taken only where it was made from the very files that lie beside it.
Anywhere else these are read, which gives the same and takes longer.
"""

import sys
import zlib
from collections.abc import Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import msgspec

from magdesk.knowledge.data_folder import DATA_FOLDER

if TYPE_CHECKING:
    from magdesk.knowledge.bibliography import Bibliography
    from magdesk.knowledge.catalogue import Catalogue
    from magdesk.knowledge.claims import ClaimsAudit

FILE = "prepared.msgpack"
MADE_FROM = ("content.toml", "forms.toml", "evidence.toml", "references.toml", "claims.toml")


class Prepared(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The parts, each decoded when it is asked for; ``msgspec.ValidationError`` for another shape.

    A part of another edition of the program does not have the shape of its records.
    """

    made_from: tuple[int, ...]
    """CRC-32 of each file of ``MADE_FROM``."""
    catalogue_part: msgspec.Raw
    references: msgspec.Raw
    claims_part: msgspec.Raw

    def catalogue(self) -> "Catalogue":
        """The forms and what trials found."""
        from magdesk.knowledge.catalogue import Catalogue
        from magdesk.knowledge.evidence_records import Finding, GradeMeaning, Outcome, Trial
        from magdesk.knowledge.form_records import Form
        from magdesk.knowledge.records import Content
        from magdesk.knowledge.tables import by_id

        content, forms, outcomes, grades, findings, trials = msgspec.msgpack.decode(
            self.catalogue_part,
            type=tuple[
                Content,
                tuple[Form, ...],
                tuple[Outcome, ...],
                tuple[GradeMeaning, ...],
                tuple[Finding, ...],
                tuple[Trial, ...],
            ],
        )
        by_pair = {(finding.form, finding.outcome): finding for finding in findings}
        return Catalogue(
            content, by_id(forms), by_id(outcomes), grades, MappingProxyType(by_pair), by_id(trials)
        )

    def bibliography(self) -> "Bibliography":
        """All sources."""
        from magdesk.knowledge.bibliography import Bibliography, Reference

        rows = msgspec.msgpack.decode(self.references, type=tuple[Reference, ...])
        return Bibliography(MappingProxyType({row.key: row for row in rows}))

    def claims(self) -> "ClaimsAudit":
        """The guide's claims, checked."""
        from magdesk.knowledge.claims import Claim, ClaimsAudit

        rows = msgspec.msgpack.decode(self.claims_part, type=tuple[Claim, ...])
        return ClaimsAudit(MappingProxyType({row.number: row for row in rows}))


def read_prepared(folder: Path) -> Prepared | None:
    """What was prepared of a knowledge folder; None where it is absent, broken or out of date."""
    try:
        prepared = msgspec.msgpack.decode((folder / FILE).read_bytes(), type=Prepared)
        return prepared if prepared.made_from == _checksums(folder) else None
    except (OSError, msgspec.DecodeError):
        return None


def prepare(folder: Path) -> None:
    """Write what is prepared of a knowledge folder; ``KnowledgeError`` for a faulty one."""
    from magdesk.knowledge.loader import Library

    (folder / FILE).unlink(missing_ok=True)
    library = Library(folder)
    catalogue = library.catalogue
    prepared = {
        "made_from": _checksums(folder),
        "catalogue_part": (
            catalogue.content,
            tuple(catalogue.forms.values()),
            tuple(catalogue.outcomes.values()),
            catalogue.grades,
            tuple(catalogue.findings.values()),
            tuple(catalogue.trials.values()),
        ),
        "references": tuple(library.bibliography),
        "claims_part": tuple(library.claims.claims.values()),
    }
    (folder / FILE).write_bytes(msgspec.msgpack.encode(prepared))


def _checksums(folder: Path) -> tuple[int, ...]:
    return tuple(zlib.crc32((folder / file).read_bytes()) for file in MADE_FROM)


def main(folders: Sequence[str]) -> int:
    """Prepare the shipped knowledge, or these folders; 1 where one has faults, which are told."""
    from magdesk.knowledge.faults import KnowledgeError

    try:
        for folder in map(Path, folders or (DATA_FOLDER / "knowledge",)):
            prepare(folder)
    except KnowledgeError as error:
        print(error, file=sys.stderr)  # noqa: T201 - it speaks on the terminal
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
