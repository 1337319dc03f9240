"""The software bill of materials: every component of the bundle, as CycloneDX 1.6 in JSON."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from build_spec.packaging import archive, product
from build_spec.packaging.components import Component

_SPDX_IDS = {
    "0BSD", "BSD-3-Clause", "GPL-2.0-only", "LGPL-3.0-only", "MIT", "PSF-2.0", "Unicode-DFS-2016",
    "blessing", "bzip2-1.0.6",
}  # fmt: skip


def bill_of_materials(components: Iterable[Component], program: Path, when: int) -> dict[str, Any]:
    """The bill for a built program, with the hash of each file that stands in its folder."""
    every = list(components)
    ours = next(each for each in every if each.name == product.NAME)
    others = [each for each in every if each.name != product.NAME]
    hashes = hashes_by_name(program)
    bill = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "timestamp": datetime.fromtimestamp(when, UTC).isoformat().replace("+00:00", "Z"),
            "component": {**_component(ours, {}), "type": "application"},
        },
        "components": [_component(each, hashes) for each in others],
        "dependencies": _dependencies(ours, others),
    }
    content = json.dumps(bill, sort_keys=True)
    bill["serialNumber"] = f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, content)}"
    return bill


def hashes_by_name(program: Path) -> dict[str, str]:
    """SHA-256 of each file, by its name in the bundle."""
    inside = program / "_internal"
    members = archive.sorted_members(inside)
    return {name: archive.sha256(path) for name, path in members if path.is_file()}


def _component(component: Component, hashes: dict[str, str]) -> dict[str, Any]:
    described: dict[str, Any] = {
        "type": "library",
        "bom-ref": component.purl,
        "name": component.name,
        "version": component.version,
        "licenses": [_licence(component.licence)],
        "purl": component.purl,
    }
    files = [
        {
            "type": "file",
            "name": name,
            "bom-ref": f"{component.purl}#{name}",
            "hashes": [{"alg": "SHA-256", "content": hashes[name]}],
        }
        for name in component.files
        if name in hashes
    ]
    return {**described, "components": files} if files else described


def _licence(expression: str) -> dict[str, Any]:
    if expression in _SPDX_IDS:
        return {"license": {"id": expression}}
    if expression.startswith("LicenseRef-"):
        return {"license": {"name": expression.removeprefix("LicenseRef-")}}
    return {"expression": expression}


def _dependencies(ours: Component, others: Sequence[Component]) -> list[dict[str, Any]]:
    refs = [each.purl for each in others]
    return [{"ref": ours.purl, "dependsOn": refs}, *({"ref": ref} for ref in refs)]


def write_bill(components: Iterable[Component], program: Path, when: int, file: Path) -> None:
    """Write the bill as a file."""
    bill = bill_of_materials(components, program, when)
    text = json.dumps(bill, indent=2, sort_keys=True, ensure_ascii=False)
    file.write_text(text + "\n", "utf-8", newline="\n")
