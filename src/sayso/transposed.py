"""What the lists show of how states took UN entries up: as it is kept, or worked out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Final

from sayso import __version__
from sayso.match.linking.lists import candidates_beside
from sayso.match.normal import sounds_of
from sayso.match.words.likeness import is_spelling
from sayso.model.clocks import NOW, Clocks
from sayso.model.ids import EntryId, ReleaseId, key_of
from sayso.model.lists import EntryHistory, ListRelease
from sayso.model.oversight import Obligation
from sayso.ports import ListStore
from sayso.states.assembling import Shown, exact_of, lists_of, shown_by, unlinked_by
from sayso.states.authorities import UN, authority_of
from sayso.states.linking.matched import all_links
from sayso.states.linking.names import NameForms
from sayso.states.obligations import obligations_of
from sayso.store.packing.derived import keep_derived, keep_newest, read_derived

#: Changes when what is kept beside the project is worked out otherwise.
_WORKED_OUT: Final = "3"
#: Of so many other days what the lists showed is kept, beside that of now.
MOST_DAYS: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """The lists that are looked at.

    Attributes:
        releases: without entries, by authority and date.
        kept: where what the lists show now is kept, those of other days beside it; None: nowhere.
        clocks: from when they are seen.
    """

    lists: ListStore
    releases: Sequence[ListRelease]
    kept: Path | None = None
    clocks: Clocks = NOW

    def ids(self, authority: str) -> list[ReleaseId]:
        """Give the releases of one authority."""
        return [release.id for release in self.releases if release.authority == authority]


@dataclass(frozen=True, slots=True, kw_only=True)
class Transposed:
    """What the releases show, by the keys of those that it follows from.

    Attributes:
        keys: by authority.
        shown: by authority; the UN's is not among them.
    """

    keys: Mapping[str, str]
    obligations: tuple[Obligation, ...]
    shown: Mapping[str, Shown]


def _name_key(name: str) -> tuple[str, ...]:
    return tuple(sorted(sounds_of(name)))


FORMS: Final = NameForms(key=_name_key, is_spelling=is_spelling)


def transposed(held: Held) -> Transposed:
    """Give what the lists show: what is kept of it, and the rest worked out and kept."""
    keys = _keys(held.releases)
    key = key_of("d", *chain.from_iterable(sorted(keys.items())))
    paths = [] if held.kept is None else [held.kept, _of_day(held.kept, key)]
    before = []
    for path in paths:
        found = read_derived(path, Transposed)
        if found is not None and found.keys == keys:
            return found
        before += [] if found is None else [found]
    made = _worked_out(held, keys, before)
    if held.kept is not None:
        is_now = held.clocks == NOW
        keep_derived(paths[0 if is_now else 1], Transposed, made)
        keep_newest(held.kept.parent.glob(_of_day(held.kept, "*").name), MOST_DAYS)
    return made


def _of_day(kept: Path, key: str) -> Path:
    """Give where what the lists showed on another day is kept, by the key of its releases."""
    stem, dot, suffixes = kept.name.partition(".")
    return kept.with_name(f"{stem}-{key}{dot}{suffixes}")


def _worked_out(held: Held, keys: Mapping[str, str], before: Iterable[Transposed]) -> Transposed:
    un = held.lists.histories(UN, held.ids(UN))
    known = {one.keys[code]: shown for one in before for code, shown in one.shown.items()}
    return Transposed(
        keys=keys,
        obligations=obligations_of(un),
        shown={
            code: known[key] if key in known else _of_list(held, un, code)
            for code, key in keys.items()
            if code != UN
        },
    )


def _keys(releases: Iterable[ListRelease]) -> Mapping[str, str]:
    """Give for each authority, the UN first, what its part follows from; of strangers nothing."""
    ids: dict[str, list[str]] = {UN: []}
    for release in releases:
        if authority_of(release.authority) is not None:
            ids.setdefault(release.authority, []).append(release.id)
    version = (__version__, _WORKED_OUT)
    return {code: key_of("k", *version, *ids[UN], *found) for code, found in ids.items()}


def _of_list(held: Held, un: Mapping[EntryId, EntryHistory], code: str) -> Shown:
    """Give what one authority's list shows: by exact evidence, else by the matcher."""
    whose, ids = authority_of(code), held.ids(code)
    national = held.lists.histories(code, ids)
    lists = lists_of(un, national, FORMS)
    if whose is None or not national:
        return Shown()
    exact = exact_of(lists, FORMS)
    asked, telling = unlinked_by(exact, lists, whose)
    candidates = candidates_beside(asked, telling, ids[-1]) if telling else {}
    return shown_by(lists, whose, all_links(exact, candidates), FORMS)
