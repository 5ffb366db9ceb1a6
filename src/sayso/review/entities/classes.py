"""Parties that stand for a sort of party: "any armed group", "terrorist organisations"."""

from dataclasses import dataclass
from typing import Final

from sayso.model.vocabulary import EntityType
from sayso.review.entities.names import head_noun, normal_text

_HEADS: Final = frozenset(
    {"group", "organisation", "organization", "network", "movement", "militia", "faction"}
)
#: Words that make it an armed one …
_ARMED: Final = frozenset(
    {"armed", "militant", "insurgent", "extremist", "jihadist", "rebel", "militia"}
)
#: … words that we use of nobody who is on no list …
_LISTED: Final = frozenset({"terrorist", "terror", "listed", "sanctioned", "designated"})
#: … and words that leave the sort as wide as it was; any other word ("foreign") makes it narrower
#: than we can tell.
_IDLE: Final = frozenset({"any", "all", "no", "such", "a", "an", "known", "international", "of"})


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of party.

    Attributes:
        types: of who belongs to it.
        listed: only who is on a list belongs to it: nobody is called a terrorist by us.
    """

    types: frozenset[EntityType]
    listed: bool

    @property
    def key(self) -> str:
        """Give what is equal for equal sorts."""
        return f"{'listed ' if self.listed else ''}{'/'.join(sorted(self.types))}"

    def holds(self, other: "Sort") -> bool:
        """Say whether all of the other sort are of this one."""
        return other.types <= self.types and (other.listed or not self.listed)


_ANY: Final = frozenset({EntityType.ARMED_GROUP, EntityType.ORGANISATION})
_ARMED_ONLY: Final = frozenset({EntityType.ARMED_GROUP})


def sort_of(description: str) -> Sort | None:
    """Give the sort that a description without "the" or "its" names; None for no such sort."""
    words = normal_text(description).split()
    head = head_noun(description)
    if head not in _HEADS or not words:
        return None
    marks = {*words[:-1], head if head == "militia" else ""} - _IDLE - {""}
    if not marks <= _ARMED | _LISTED:
        return None
    listed, armed = bool(marks & _LISTED), bool(marks & _ARMED)
    return Sort(_ARMED_ONLY if armed and not listed else _ANY, listed)
