"""The English plurals of the window: they turn ``%n answer(s)`` into ``2 answers``."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QTranslator

from magdesk.knowledge.data_folder import DATA_FOLDER

PLURALS = DATA_FOLDER / "translations" / "magdesk_en.qm"


def load_plurals(app: QCoreApplication) -> bool:
    """Let the application use them; false where their file cannot be read."""
    translator = QTranslator(app)
    return translator.load(str(PLURALS)) and app.installTranslator(translator)
