"""Each pinned package can be installed on every system, as far as pip can tell from here."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

CONSTRAINTS = Path(__file__).resolve().parent.parent / "build_spec" / "constraints.txt"
SYSTEMS = {
    "Windows": ["win_amd64"],
    "macOS on Apple's processors": ["macosx_13_0_arm64"],
    "macOS on Intel's": ["macosx_13_0_x86_64"],
    # A wheel names the oldest C library that it runs with.
    "Linux on ARM": [
        "manylinux2014_aarch64",
        *(f"manylinux_2_{minor}_aarch64" for minor in range(17, 41)),
    ],
}
OLDEST = "3.11"
PATIENCE_S = 100


def pip(*arguments: str) -> subprocess.CompletedProcess[str]:
    """What pip answers."""
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", *arguments]
    return subprocess.run(
        command, capture_output=True, text=True, check=False, timeout=PATIENCE_S, cwd="/"
    )


@pytest.fixture(scope="module")
def _network() -> None:
    if pip("--timeout", "5", "--retries", "0", "index", "versions", "packaging").returncode:
        pytest.skip("needs a network: pip reaches no index")


@pytest.mark.slow
@pytest.mark.usefixtures("_network")
@pytest.mark.parametrize("system", SYSTEMS)
def test_each_pin_has_a_wheel(system: str, tmp_path: Path) -> None:
    # Each line by itself, and also those that a marker would leave out on that system.
    target = ["--target", str(tmp_path), "--python-version", OLDEST, "--implementation", "cp"]
    for tag in SYSTEMS[system]:
        target += ["--platform", tag]
    asked = ["--dry-run", "--quiet", "--no-deps", "--ignore-installed", "--only-binary=:all:"]
    answer = pip("install", *asked, *target, "--requirement", str(CONSTRAINTS))
    assert answer.returncode == 0, answer.stderr
