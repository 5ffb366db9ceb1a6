"""Which noun may stand for which body: a charity is no company, and a firm is one."""

import functools
import tomllib
from collections.abc import Mapping

from sayso.extract.mentions.clusters import Cluster
from sayso.extract.names.lexicon import heads, table
from sayso.extract.where_when.places import fold
from sayso.model.vocabulary import EntityType


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
