"""Where the data lies: in a checkout, an installed package and the packaged program alike."""

from pathlib import Path

import magdesk.resources

DATA_FOLDER = Path(magdesk.resources.__path__[0])
"""Holds ``knowledge``, ``learn``, ``icons`` and ``themes``."""
