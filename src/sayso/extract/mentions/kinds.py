"""Which noun may stand for which body: a charity is no company, and a firm is one."""

import functools
import tomllib
from collections.abc import Mapping

from sayso.extract.mentions.clusters import BODIES, Cluster, same_family
from sayso.extract.mentions.drafts import Draft
from sayso.extract.names.lexicon import heads, table, word_list
from sayso.extract.where_when.places import fold
from sayso.model.vocabulary import EntityType, PlaceLevel

LEVELS = {
    "country": PlaceLevel.COUNTRY,
    "province": PlaceLevel.ADMIN1,
    "city": PlaceLevel.CITY,
    "district": PlaceLevel.ADMIN2,
    "town": PlaceLevel.CITY,
    "village": PlaceLevel.CITY,
    "valley": PlaceLevel.REGION,
    "region": PlaceLevel.REGION,
    "capital": PlaceLevel.CITY,
    "governorate": PlaceLevel.ADMIN1,
}


@functools.cache
def alike() -> Mapping[str, frozenset[str]]:
    """Give the nouns that may call again what a noun has called, itself among them."""
    found: dict[str, frozenset[str]] = {}
    for nouns in tomllib.loads(table("families"))["alike"].values():
        for noun in nouns:
            found[noun] = found.get(noun, frozenset({noun})) | frozenset(nouns)
    return found


@functools.cache
def named() -> Mapping[str, frozenset[str]]:
    """Give the words of names that tell the noun for a body."""
    read = tomllib.loads(table("families"))["named"]
    return {noun: frozenset(words) for noun, words in read.items()}


def same_noun(noun: str) -> frozenset[str]:
    """Give the nouns of one kind with this one."""
    return alike().get(noun, frozenset({noun}))


def kinds_of(cluster: Cluster) -> frozenset[str]:
    """Give the nouns of [named] that describe a body or that its name tells."""
    words = {w for name in cluster.names for w in fold(name).split(" ")}
    told = {noun for noun, marks in named().items() if not marks.isdisjoint(words)}
    said = {noun for noun in named() if not same_noun(noun).isdisjoint(cluster.heads)}
    return frozenset(said or told)


def is_another_kind(cluster: Cluster, noun: str) -> bool:
    """Say whether a body is known as another kind of thing than a noun calls it."""
    kinds = kinds_of(cluster)
    return bool(kinds) and kinds.isdisjoint(same_noun(noun))


def is_special(cluster: Cluster) -> bool:
    """Say whether an organisation is known as something that nobody calls "the group"."""
    roles = {n for n in cluster.heads if n not in heads().generic}
    organisation = any(EntityType.ORGANISATION in heads().types.get(n, ()) for n in roles)
    return organisation or bool(kinds_of(cluster))


def agrees(draft: Draft, cluster: Cluster) -> bool:
    """Say whether a description can be of an entity: family and number."""
    if draft.type is EntityType.PLACE and cluster.place is not None:
        level = LEVELS.get(draft.lemma)
        return level is None or level is cluster.place.level
    if not same_family(draft.type, cluster.type):
        return False
    if draft.lemma in same_noun("money"):
        return True  # "900 francs", "the money"
    return have_one_number(draft, cluster)


def have_one_number(draft: Draft, cluster: Cluster) -> bool:
    """Say whether both are one or several; a body may be either, but no company is "companies"."""
    several = cluster.plural and not draft.plural and not cluster.is_named
    if several and draft.type is EntityType.ORGANISATION:
        return False
    if draft.lemma in word_list("collectives"):
        return True
    return draft.plural == cluster.plural or (cluster.type in BODIES and not draft.plural)


def may_trade(draft: Draft, cluster: Cluster) -> bool:
    """Say whether a company may be what a noun for a tradesman or a site says ("X, a refiner")."""
    trade = draft.lemma in word_list("trades_of_bodies") and not draft.plural
    return trade and cluster.type is EntityType.ORGANISATION
