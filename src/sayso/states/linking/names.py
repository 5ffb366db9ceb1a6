"""Whether two entries have a name in common, by normal forms that are given."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from sayso.model.lists import EntryHistory, ListEntry, Wording

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


def of_one_party(history: EntryHistory, forms: NameForms) -> EntryHistory:
    """Give the wordings that are of the party which the newest one names.

    A list may give the number of an entry that it took off to another party: one that has no word
    of a name, no paper and no UN reference in common with a later wording of it. Releases from
    before the first such wording are left out: whether they lack the party is not told.
    """
    newest, *older = sorted(history.wordings, key=lambda wording: -wording.last)
    held = [newest.entry]
    places = {newest.first}
    for wording in older:
        if any(_same_party(wording.entry, other, forms) for other in held):
            held.append(wording.entry)
            places.add(wording.first)
    if len(held) == len(history.wordings):
        return history
    start = min(places)
    wordings = (_shifted(w, start) for w in history.wordings if w.first in places)
    return EntryHistory(releases=history.releases[start:], wordings=tuple(wordings))


def _shifted(wording: Wording, start: int) -> Wording:
    stretches = tuple((first - start, last - start) for first, last in wording.stretches)
    return replace(wording, stretches=stretches)


def _same_party(one: ListEntry, other: ListEntry, forms: NameForms) -> bool:
    """Say whether they may be one: renamed parties keep a word, a paper, or the UN's reference."""
    ours, theirs = ({name.text for name in entry.names} for entry in (one, other))
    if ours & theirs or set(one.un_references) & set(other.un_references):
        return True
    papers = ({paper.number for paper in entry.documents if paper.number} for entry in (one, other))
    sounds = ({sound for name in names for sound in forms.key(name)} for names in (ours, theirs))
    return bool(set.intersection(*papers) or set.intersection(*sounds))
