"""Makes ``resources/foods/foods.csv``: what each food holds of magnesium.

``python3 build_spec/foods.py [PACKAGE.deb]`` on Debian or Ubuntu. The figures are those of the
USDA National Nutrient Database for Standard Reference, release 24, which is in the public domain.
They come from Debian's package ``cronometer``, which is fetched with ``apt-get download`` where no
file is named. The same package gives the same file, byte for byte.
"""

from __future__ import annotations

import csv
import io
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

ROOT = Path(__file__).resolve().parent.parent
FOODS = ROOT / "resources" / "foods" / "foods.csv"
PACKAGE = "cronometer"
ARCHIVE = Path("usr/share/cronometer/usda_sr24.jar")
FOLDER = "usda_sr24"
HEADINGS = ("id", "name", "mg_per_100_g", "measure", "grams")


def main(arguments: list[str]) -> int:
    """Write the file; the exit status is 1 where the package cannot be had."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            package = Path(arguments[0]) if arguments else fetched(Path(folder))
            subprocess.run(["dpkg-deb", "-x", package, folder], check=True)
        except (OSError, subprocess.CalledProcessError) as error:
            print(f"foods: {PACKAGE} cannot be had: {error}", file=sys.stderr)
            return 1
        table = as_csv(foods_in(Path(folder) / ARCHIVE))
    FOODS.parent.mkdir(exist_ok=True)
    FOODS.write_bytes(table)
    print(f"foods: {len(table.splitlines()) - 1} foods in {FOODS.relative_to(ROOT)}")
    return 0


def fetched(folder: Path) -> Path:
    """Download the package into a folder."""
    subprocess.run(["apt-get", "download", PACKAGE], cwd=folder, check=True, capture_output=True)
    return next(folder.glob(f"{PACKAGE}_*.deb"))


def foods_in(archive: Path) -> Iterator[tuple[str, ...]]:
    """A row for each food that has a line for magnesium, by its number.

    Retired foods lie in the archive too, but not in its index.
    """
    with ZipFile(archive) as files:
        index = files.read(f"{FOLDER}/foods.index").decode("utf-8").splitlines()
        for number in sorted(line.partition("|")[0] for line in index):
            row = _row(number, files.read(f"{FOLDER}/{number}.xml"))
            if row is not None:
                yield row


def as_csv(rows: Iterator[tuple[str, ...]]) -> bytes:
    """The table with its headings; lines end in one sign on every system."""
    text = io.StringIO(newline="")
    table = csv.writer(text, lineterminator="\n")
    table.writerow(HEADINGS)
    table.writerows(rows)
    return text.getvalue().encode("utf-8")


def _row(number: str, xml: bytes) -> tuple[str, ...] | None:
    food = ET.fromstring(xml)  # noqa: S314 the package is signed by Debian
    amounts = [
        nutrient.attrib["amount"]
        for nutrient in food.iter("nutrient")
        if nutrient.attrib["name"] == "Magnesium"
    ]
    if not amounts:
        return None
    measure, grams = _measure(food)
    return number, food.attrib["name"], plain(float(amounts[0])), measure, grams


def _measure(food: ET.Element) -> tuple[str, str]:
    """The first household measure with its grams; empty where the food has none."""
    for measure in food.iter("measure"):
        amount, grams = float(measure.attrib["amount"]), float(measure.attrib["grams"])
        if amount > 0 and grams > 0:
            return f"{plain(amount)} {measure.attrib['name']}", plain(grams)
    return "", ""


def plain(number: float) -> str:
    """A number without noughts that say nothing."""
    return f"{number:.3f}".rstrip("0").rstrip(".")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
