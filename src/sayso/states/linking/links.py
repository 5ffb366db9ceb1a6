"""A link between a UN entry and a national one, and what a person should look at."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.model.ids import EntryId
from sayso.model.lists import EntryHistory
from sayso.model.oversight import LinkKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """That a national entry is a UN entry, and on what that rests.

    Attributes:
        reference: the UN entry's.
        entry: the national one.
        reasons: what agrees, in words; at least one.
        questions: what is odd about it.
    """

    reference: str
    entry: EntryId
    kind: LinkKind
    reasons: tuple[str, ...]
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lists:
    """The UN list and one authority's, each entry in all releases that are looked at.

    Attributes:
        un: by reference.
        national: by id; of each the wordings of the party that the newest one names.
        reused: those whose number an earlier release has for a party of other names.
    """

    un: Mapping[str, EntryHistory]
    national: Mapping[EntryId, EntryHistory]
    reused: frozenset[EntryId] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExactLinks:
    """What exact evidence ties, and what it raises without tying.

    Attributes:
        links: by UN reference and national entry.
        questions: by national entry: references and numbers that prove nothing, and why.
    """

    links: tuple[Link, ...]
    questions: Mapping[EntryId, tuple[str, ...]]


def joined(links: Iterable[Link]) -> tuple[Link, ...]:
    """Give one link for each pair, with all its reasons, by reference and entry."""
    pairs: dict[tuple[str, EntryId], list[Link]] = defaultdict(list)
    for link in links:
        pairs[link.reference, link.entry].append(link)
    return tuple(
        Link(
            reference=reference,
            entry=entry,
            kind=pairs[reference, entry][0].kind,
            reasons=_each(link.reasons for link in pairs[reference, entry]),
            questions=_each(link.questions for link in pairs[reference, entry]),
        )
        for reference, entry in sorted(pairs)
    )


def _each(parts: Iterable[Sequence[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words for part in parts for words in part))
