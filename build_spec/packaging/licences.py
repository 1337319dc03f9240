"""The licences of all that is bundled, as text files that the program itself can show."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from build_spec.packaging.components import Component
from build_spec.packaging.contents import Entry
from build_spec.packaging.product import PackagingError

FOLDER = "magdesk/resources/licences"
"""Where they stand in the bundle: beside the other resources, and read like them."""


class MissingLicenceError(PackagingError):
    """A component of which no licence text was found on this machine."""


def write_licences(components: Iterable[Component], folder: Path) -> list[Entry]:
    """Write one file for each component; the entries of the bundle that hold them.

    ``MissingLicenceError`` names a component without a text.
    """
    folder.mkdir(parents=True, exist_ok=True)
    entries: list[Entry] = []
    for component in components:
        file = folder / f"{component.name}-{component.version}.txt"
        file.write_text(licence_text(component), "utf-8", newline="\n")
        entries.append((f"{FOLDER}/{file.name}", str(file), "DATA"))
    return entries


def licence_text(component: Component) -> str:
    """What the program shows: name, version and licence in one line, then the texts."""
    if not component.texts:
        raise MissingLicenceError(f"{component.name}: no licence text found")
    head = f"{component.name} {component.version}\nLicence: {component.licence}\n"
    texts = [Path(text).read_text("utf-8").strip("\n") for text in component.texts]
    return head + "".join(f"\n{'-' * 80}\n\n{text}\n" for text in texts)
