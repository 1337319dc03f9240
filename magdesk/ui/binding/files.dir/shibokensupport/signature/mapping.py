"""The module in which the binding looks names of types up, see ``magdesk.ui.binding.late``."""

from magdesk.ui.binding.late import names_of_types


def update_mapping() -> None:
    """Know the types of all modules that are imported by now."""
    globals().update(names_of_types())
