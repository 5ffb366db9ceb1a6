"""Whether two entries have a name in common, by normal forms that are given."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sayso.model.lists import EntryHistory

#: The normal form of a name: the sounds of its words, in no order of their own.
NameKey = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NameForms:
    """How names are compared, whatever their case, white space, order and romanisation.

    Attributes:
        key: gives the sounds of a name's words, sorted; empty for a name without any.
        is_spelling: says whether two sounds are spellings of one word.
    """

    key: Callable[[str], NameKey]
    is_spelling: Callable[[str, str], bool]

    def alike(self, one: NameKey, other: NameKey) -> bool:
        """Say whether two names are the same, or spelt otherwise word by word."""
        if one == other:
            return bool(one)
        return len(one) == len(other) and all(map(self.is_spelling, one, other))

    def keys(self, names: Iterable[str]) -> dict[NameKey, str]:
        """Give the names by their normal forms, the first of each; without those that have none."""
        found: dict[NameKey, str] = {}
        for name in names:
            if key := self.key(name):
                found.setdefault(key, name)
        return found


def names_of(history: EntryHistory) -> tuple[str, ...]:
    """Give every name that any wording has, the newest wording's first."""
    wordings = sorted(history.wordings, key=lambda wording: -wording.last)
    return tuple(dict.fromkeys(name.text for w in wordings for name in w.entry.names))


def common_name(one: EntryHistory, other: EntryHistory, forms: NameForms) -> str | None:
    """Give a name of one entry that the other has too, spelt the same or otherwise; else None."""
    ours, theirs = (forms.keys(names_of(history)) for history in (one, other))
    same = next((name for key, name in ours.items() if key in theirs), None)
    if same is not None:
        return same
    pairs = ((name, mine, key) for mine, name in ours.items() for key in theirs)
    return next((name for name, mine, key in pairs if forms.alike(mine, key)), None)
