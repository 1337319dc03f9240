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
from typing import TYPE_CHECKING, Any

import msgspec

from magdesk.knowledge.data_folder import DATA_FOLDER

if TYPE_CHECKING:
    from magdesk.knowledge.bibliography import Bibliography
    from magdesk.knowledge.catalogue import Catalogue
    from magdesk.knowledge.claims import ClaimsAudit

FILE = "prepared.msgpack"
MADE_FROM = ("content.toml", "forms.toml", "evidence.toml", "references.toml", "claims.toml")


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What stands in the file."""

    made_from: tuple[int, ...]
    """CRC-32 of each file of ``MADE_FROM``."""
    catalogue: msgspec.Raw
    bibliography: msgspec.Raw
    claims: msgspec.Raw


class Prepared:
    """The parts, each given once, so that its bytes need not be kept; None the second time.

    ``msgspec.ValidationError`` for the records of another edition of the program.
    """

    def __init__(self, file: _File) -> None:
        self._parts = {
            "catalogue": bytes(file.catalogue),
            "bibliography": bytes(file.bibliography),
            "claims": bytes(file.claims),
        }

    def catalogue(self) -> "Catalogue | None":
        """The forms and what trials found."""
        from magdesk.knowledge.catalogue import Catalogue
        from magdesk.knowledge.evidence_records import (
            DirectionMeaning,
            Finding,
            GradeMeaning,
            Outcome,
            Trial,
        )
        from magdesk.knowledge.form_records import Form
        from magdesk.knowledge.records import Content
        from magdesk.knowledge.tables import by_id

        rows = self._take(
            "catalogue",
            tuple[
                Content,
                tuple[Form, ...],
                tuple[Outcome, ...],
                tuple[GradeMeaning, ...],
                tuple[DirectionMeaning, ...],
                tuple[Finding, ...],
                tuple[Trial, ...],
            ],
        )
        if rows is None:
            return None
        content, forms, outcomes, grades, directions, findings, trials = rows
        by_pair = {(finding.form, finding.outcome): finding for finding in findings}
        return Catalogue(
            content,
            by_id(forms),
            by_id(outcomes),
            grades,
            MappingProxyType({row.direction: row for row in directions}),
            MappingProxyType(by_pair),
            by_id(trials),
        )

    def bibliography(self) -> "Bibliography | None":
        """All sources."""
        from magdesk.knowledge.bibliography import Bibliography, Reference

        rows = self._take("bibliography", tuple[Reference, ...])
        return rows and Bibliography(MappingProxyType({row.key: row for row in rows}))

    def claims(self) -> "ClaimsAudit | None":
        """The article's claims, checked."""
        from magdesk.knowledge.claims import Claim, ClaimsAudit

        rows = self._take("claims", tuple[Claim, ...])
        return rows and ClaimsAudit(MappingProxyType({row.number: row for row in rows}))

    def _take(self, part: str, rows: Any) -> Any:
        content = self._parts.pop(part, None)
        return content and msgspec.msgpack.decode(content, type=rows)


def read_prepared(folder: Path) -> Prepared | None:
    """What was prepared of a knowledge folder; None where it is absent, broken or out of date."""
    try:
        file = msgspec.msgpack.decode((folder / FILE).read_bytes(), type=_File)
        return Prepared(file) if file.made_from == _checksums(folder) else None
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
        "catalogue": (
            catalogue.content,
            tuple(catalogue.forms.values()),
            tuple(catalogue.outcomes.values()),
            catalogue.grades,
            tuple(catalogue.directions.values()),
            tuple(catalogue.findings.values()),
            tuple(catalogue.trials.values()),
        ),
        "bibliography": tuple(library.bibliography),
        "claims": tuple(library.claims.claims.values()),
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
