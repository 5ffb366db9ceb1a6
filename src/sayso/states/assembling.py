"""All that the lists held show of the states, put together for one authority after another."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.model.ids import EntryId
from sayso.model.lists import EntryHistory, ListEntry
from sayso.model.oversight import Difference, Transposition
from sayso.states.authorities import Authority
from sayso.states.comparing.differences import differences_of, pair_of
from sayso.states.comparing.facts import FactForms, untold_fields
from sayso.states.linking.links import ExactLinks, Link, Lists
from sayso.states.linking.names import NameForms, of_one_party
from sayso.states.linking.numbers import links_by_number
from sayso.states.linking.references import links_by_reference
from sayso.states.transposing.bringing import brought_by
from sayso.states.transposing.listed import transpositions_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What one authority's list shows; transpositions of one reference with the surest link first.

    Attributes:
        transpositions: by reference.
        differences: by reference; in the order of the entries' fields.
        entries: how many the list has, and of how many it is told which measures they bring.
        untold: fields of which the list tells of nobody.
    """

    transpositions: tuple[Transposition, ...] = ()
    differences: tuple[Difference, ...] = ()
    entries: tuple[int, int] = (0, 0)
    untold: tuple[str, ...] = ()


def by_reference(un: Mapping[EntryId, EntryHistory]) -> dict[str, EntryHistory]:
    """Give the UN's entries by their permanent reference."""
    return {history.newest.reference: history for history in un.values()}


def lists_of(
    un: Mapping[EntryId, EntryHistory],
    national: Mapping[EntryId, EntryHistory],
    forms: NameForms,
) -> Lists:
    """Set an authority's entries beside the UN's, each with the wordings of one party alone."""
    own = {entry: of_one_party(history, forms) for entry, history in national.items()}
    reused = frozenset(entry for entry, history in national.items() if own[entry] is not history)
    return Lists(un=by_reference(un), national=own, reused=reused)


def exact_of(lists: Lists, forms: NameForms) -> tuple[ExactLinks, ...]:
    """Give the links that exact evidence makes: a UN reference, a number of a paper or ship."""
    return links_by_reference(lists, forms), links_by_number(lists, forms)


def unlinked_by(
    exact: Sequence[ExactLinks], lists: Lists, authority: Authority
) -> tuple[Sequence[ListEntry], Mapping[EntryId, ListEntry]]:
    """Give the UN entries of which candidates by name are asked, and the entries to look in.

    Where nothing tells what a national entry brings, a likeness of names shows nothing.
    """
    linked = {link.reference for found in exact for link in found.links}
    asked = [h.newest for reference, h in lists.un.items() if reference not in linked]
    return asked, _telling(lists, authority)


def shown_by(
    lists: Lists,
    authority: Authority,
    links: Iterable[Link],
    forms: NameForms,
    untold: tuple[str, ...] | None = None,
) -> Shown:
    """Give what links show of what the state took up whose list it is, in their order.

    Args:
        lists: those that the links are of.
        authority: whose the national one is.
        links: by reference.
        forms: how names are compared.
        untold: see `Shown`; None where the national list is whole, and it can be seen in it.
    """
    transpositions: list[Transposition] = []
    differences: list[Difference] = []
    compared = FactForms(forms)
    if untold is None:
        untold = untold_fields(history.newest for history in lists.national.values())
    for link in links:
        un, national = lists.un[link.reference], lists.national[link.entry]
        transpositions += transpositions_of(link, lists, authority)
        pair = pair_of(link, un, national, authority)
        if pair is not None:
            differences += differences_of(replace(pair, untold=untold), compared)
    return Shown(
        transpositions=tuple(transpositions),
        differences=tuple(differences),
        entries=(len(lists.national), len(_telling(lists, authority))),
        untold=untold,
    )


def _telling(lists: Lists, authority: Authority) -> Mapping[EntryId, ListEntry]:
    """Give the national entries, in their newest wording, of which it is told what they bring."""
    newest = {entry: history.newest for entry, history in lists.national.items()}
    return {key: entry for key, entry in newest.items() if brought_by(entry, authority.state)}
