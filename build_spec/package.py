"""Builds what people receive: a folder, an archive of it, and a package for Debian and Ubuntu.

``dev.py package`` makes everything, in the folder ``dist``.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from build_spec.packaging import archive, product

MEGABYTE = 1_000_000
BUDGET = {"unpacked": 120, "packed": 36}
"""In MB, for the folder and for its archive."""

OUTPUT = product.ROOT / "dist"
WORK = product.ROOT / "build" / "package"
STAMP = "build.json"


class TooLargeError(product.PackagingError):
    """The program is larger than it may be."""


def main(arguments: Sequence[str]) -> int:
    """Build what the arguments ask for; the exit code."""
    options = options_of(arguments)
    output: Path = options.output.resolve()
    shutil.rmtree(output, ignore_errors=True)
    output.mkdir(parents=True)
    when = product.release_time()
    try:
        program = build(output, WORK, when)
        if options.twice:
            build_again(program, WORK, when)
        if not options.program:
            release(program, output, when)
    except product.PackagingError as error:
        print(error, file=sys.stderr)
        return 1
    write_stamp(output, when)
    return 0


def options_of(arguments: Sequence[str]) -> argparse.Namespace:
    """What the arguments ask for; ends the program where they are wrong."""
    parser = argparse.ArgumentParser(prog="dev.py package", description=__doc__)
    switches = {
        "--program": "only the folder of the program",
        "--twice": "build a second time, and fail where files differ",
    }
    for name, meaning in switches.items():
        parser.add_argument(name, action="store_true", help=meaning)
    parser.add_argument(
        "--output", type=Path, default=OUTPUT, metavar="DIR", help="instead of dist"
    )
    return parser.parse_args(arguments)


def build(output: Path, work: Path, when: int) -> Path:
    """Build the program's folder."""
    from build_spec.packaging.build import build_program

    _say("Building the program.")
    return build_program(output, work, when)


def build_again(program: Path, work: Path, when: int) -> None:
    """Build a second time elsewhere; ``BuildError`` names files that came out differently."""
    from build_spec.packaging.build import MAY_DIFFER, BuildError, build_program, differences

    _say("Building it again.")
    again = build_program(work / "again" / "dist", work / "again", when)
    different = [name for name in differences(program, again) if name not in MAY_DIFFER]
    if different:
        raise BuildError(f"two builds differ in: {', '.join(different)}")
    _say("Both are the same, file for file.")


def release(program: Path, output: Path, when: int) -> None:
    """Pack the program in every form, and write the sums, the bill and the sizes beside it."""
    from build_spec.packaging.components import kept
    from build_spec.packaging.sbom import write_bill

    _say("Packing it.")
    name = f"{product.NAME}-{product.version()}"
    write_bill(kept(components_file()), program, when, output / f"{name}.cdx.json")
    with ThreadPoolExecutor(max_workers=2) as pool:
        package = pool.submit(_deb, program, output, when)
        packed = pool.submit(pack, program, output / f"{name}-{product.target()}", when)
        if deb := package.result():
            print(f"{deb.name}: {deb.stat().st_size / MEGABYTE:.1f} MB", flush=True)
        sizes = {"unpacked": archive.size_of(program), "packed": packed.result().stat().st_size}
    files = [file for file in output.iterdir() if file.is_file()]
    archive.write_sums(files, output / "SHA256SUMS")
    _compare_with_budget(sizes)


def components_file() -> Path:
    """Where the spec leaves the list of components of the last build."""
    return WORK / product.NAME / "components.json"


def _compare_with_budget(sizes: Mapping[str, int]) -> None:
    for key, size in sizes.items():
        print(f"{key:10}{size / MEGABYTE:6.1f} MB of {BUDGET[key]:3} MB", flush=True)
    large = [key for key, size in sizes.items() if size > BUDGET[key] * MEGABYTE]
    if large:
        raise TooLargeError(f"{' and '.join(large)}: over the budget")


def pack(program: Path, name: Path, when: int) -> Path:
    """Pack a built folder as its system's people unpack it; the file, named ``name`` and ending."""
    if sys.platform == "win32":
        file = name.with_name(f"{name.name}.zip")
        archive.write_zip(program, file, when, name.name)
        return file
    file = name.with_name(f"{name.name}.tar.xz")
    bundle = program.with_suffix(".app")
    if sys.platform == "darwin" and bundle.is_dir():
        archive.normalise(bundle, when)
        archive.write_tar(bundle, file, when, bundle.name)
    else:
        archive.write_tar(program, file, when, name.name)
    return file


def _deb(program: Path, output: Path, when: int) -> Path | None:
    if shutil.which("dpkg-deb") is None:
        return None
    from build_spec.packaging.deb import write_deb
    from build_spec.packaging.icons import icon_files

    icons = icon_files(components_file().parent / "icons")
    return write_deb(program, icons, WORK, output, when)


def write_stamp(output: Path, when: int) -> None:
    """Note what the folder was built from, so that tests know whether it is today's."""
    stamp = {"fingerprint": product.fingerprint(), "time": when}
    (output / STAMP).write_text(json.dumps(stamp) + "\n", "utf-8")


def is_current(output: Path) -> bool:
    """Whether the folder holds a program that was built from today's sources."""
    try:
        return bool(stamp_of(output)["fingerprint"] == product.fingerprint())
    except (OSError, ValueError):
        return False


def stamp_of(output: Path) -> dict[str, Any]:
    """What ``write_stamp`` noted: the sources' fingerprint, and the time in the archives."""
    stamp: dict[str, Any] = json.loads((output / STAMP).read_text("utf-8"))
    return stamp


def _say(text: str) -> None:
    print(text, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
