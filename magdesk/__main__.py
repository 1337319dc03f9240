"""Entry: the window, or one command of the command line."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run magdesk; without arguments the window opens."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words:
        from magdesk.cli import run

        return run(words)
    from magdesk.app import run as run_window
    from magdesk.terminal import fill_standard_streams

    fill_standard_streams()

    return run_window([sys.argv[0]])


if __name__ == "__main__":
    sys.exit(main())
