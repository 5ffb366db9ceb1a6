"""Sayso: on whose say-so? `open_project` is where a notebook begins."""

import importlib
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sayso.errors import BadInput, NotFound, SaysoError, Unavailable
    from sayso.model.vocabulary import EntityType, Factuality, FindingStatus, Handling, Predicate
    from sayso.notebook import OpenProject, open_project
    from sayso.views.notebook.cards import Shown, ShownClaim, ShownFinding, ShownTie

__version__ = "0.1.0"
__all__ = (
    "BadInput",
    "EntityType",
    "Factuality",
    "FindingStatus",
    "Handling",
    "NotFound",
    "OpenProject",
    "Predicate",
    "SaysoError",
    "Shown",
    "ShownClaim",
    "ShownFinding",
    "ShownTie",
    "Unavailable",
    "__version__",
    "open_project",
)

#: Where each name is; it is imported when it is first asked for, so that `import sayso` stays fast.
_HOMES: Final = {
    "sayso.errors": ("BadInput", "NotFound", "SaysoError", "Unavailable"),
    "sayso.model.vocabulary": (
        "EntityType",
        "Factuality",
        "FindingStatus",
        "Handling",
        "Predicate",
    ),
    "sayso.notebook": ("OpenProject", "open_project"),
    "sayso.views.notebook.cards": ("Shown", "ShownClaim", "ShownFinding", "ShownTie"),
}


def __getattr__(name: str) -> object:
    """Import a public name."""
    home = next((module for module, names in _HOMES.items() if name in names), None)
    if home is None:
        raise AttributeError(f"module 'sayso' has no attribute {name!r}")
    found: object = getattr(importlib.import_module(home), name)
    return found


def __dir__() -> list[str]:
    """Give the public names."""
    return sorted(__all__)
