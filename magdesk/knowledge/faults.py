"""What is wrong with a knowledge folder, named by file, entry and key."""

from collections.abc import Container, Iterable, Iterator

import msgspec


class Fault(msgspec.Struct, frozen=True, order=True):
    """One thing to mend; ``entry`` and ``key`` are empty where the whole file is meant."""

    file: str
    entry: str
    key: str
    message: str

    def __str__(self) -> str:
        place = ": ".join(part for part in (self.file, self.entry, self.key) if part)
        return f"{place}: {self.message}"


class KnowledgeError(Exception):
    """The knowledge cannot be used; ``faults`` holds all that was found, not only the first."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


def dangling(
    file: str, entry: str, key: str, names: tuple[str, ...], known: Container[str]
) -> Iterator[Fault]:
    """A fault for each name that points to nothing."""
    for name in names:
        if name not in known:
            yield Fault(file, entry, key, f"{name!r} points to nothing")
