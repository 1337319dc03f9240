"""What the binding asks of its knowledge of signatures, which is imported at the first question.

Names and arguments are those that the binding calls from C++. What it calls at every start needs
no knowledge and does nothing here: there is no ``__feature__`` in this program, and no deprecated
function to mend.
"""

from __future__ import annotations

import importlib
import sys
from functools import cache
from types import ModuleType
from typing import Any

__all__ = [
    "create_signature",
    "feature_import",
    "feature_imported",
    "finish_import",
    "make_helptext",
    "post_init",
    "pyside_type_init",
    "seterror_argument",
]

_PACKAGE = "shibokensupport"
_replaced: list[ModuleType] = []
"""Modules of ``files.dir``; the binding still holds what is in them."""


@cache
def _own() -> ModuleType:
    """The binding's own module of these functions, in the place of the one in ``files.dir``."""
    finders, finder = sys.modules["signature_bootstrap"].prepare_zipfile()
    ours = [name for name in sys.modules if name.partition(".")[0] == _PACKAGE]
    _replaced.extend(sys.modules.pop(name) for name in ours)
    finders.insert(0, finder)
    try:
        return importlib.import_module(f"{_PACKAGE}.signature.loader")
    finally:
        finders.remove(finder)


# --- asked for signatures, help and the texts of errors ----------------------------------------


def pyside_type_init(type_key: object, signatures: object) -> Any:
    """The signatures of a type."""
    return _own().pyside_type_init(type_key, signatures)


def create_signature(properties: object, key: object) -> Any:
    """One signature, as ``inspect`` knows it."""
    return _own().create_signature(properties, key)


def seterror_argument(arguments: object, function: object, info: object) -> Any:
    """The error of a call with wrong arguments, and its text."""
    return _own().seterror_argument(arguments, function, info)


def make_helptext(function: object) -> Any:
    """The help text of a function."""
    return _own().make_helptext(function)


def names_of_types() -> dict[str, Any]:
    """Types, modules and values by the names that signatures call them by."""
    _own()
    mapping = sys.modules[f"{_PACKAGE}.signature.mapping"]
    mapping.update_mapping()
    own = ("__", "update_mapping")
    return {name: each for name, each in vars(mapping).items() if not name.startswith(own)}


# --- called at every start ---------------------------------------------------------------------


def finish_import(module: ModuleType) -> None:
    """A module of Qt was imported."""


def feature_import(*_arguments: object, **_named: object) -> None:
    """Python is about to import; None lets it."""


def feature_imported(module: ModuleType) -> None:
    """Python has imported."""


def post_init() -> None:
    """All of these functions are known to the binding."""
