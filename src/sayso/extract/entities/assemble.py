"""Entities, mentions, places and times of a document, gathered from its parsed sentences."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.extract.entities.anaphora import resolve_all
from sayso.extract.grammar.syntax import Sentence
from sayso.extract.mentions.agreement import with_one_type
from sayso.extract.mentions.clusters import BODIES, Cluster, Known, gathered, plain_name
from sayso.extract.mentions.descriptions import described_drafts, described_name
from sayso.extract.mentions.drafts import Draft, acts_as_government, named_drafts
from sayso.extract.names.find import Name
from sayso.extract.names.shapes import abbreviates, acronyms_in
from sayso.extract.toponyms.questions import cue_after
from sayso.extract.toponyms.resolve import resolve
from sayso.extract.where_when.places import Gazetteer, Place, fold
from sayso.extract.where_when.times import times_of
from sayso.model.claims import DocumentEntity, Mention, PlaceMention, TimeMention
from sayso.model.documents import Document
from sayso.model.ids import EntityId, MentionId, Span
from sayso.model.vocabulary import EntityType, MentionKind, PlaceLevel

ARTICLES = ("the ", "a ", "an ", "no ", "any ", "some ")


@dataclass(frozen=True, slots=True)
class Entities:
    """All that a document speaks of.

    Attributes:
        entities: in the order of their first mentions.
        mentions, places, times: in the order of the text, the shorter of two at one place first.
    """

    entities: tuple[DocumentEntity, ...]
    mentions: tuple[Mention, ...]
    places: tuple[PlaceMention, ...]
    times: tuple[TimeMention, ...]


def read_entities(
    document: Document,
    sentences: Sequence[Sentence],
    found: tuple[Name, ...],
    gazetteer: Gazetteer,
) -> Entities:
    """Gather names, descriptions and pronouns to entities, and find the places and times.

    Args:
        document: that the sentences are of; its date anchors the times.
        sentences: parsed, in order.
        found: the names of the tables, as `find_names` gives them.
        gazetteer: where places are looked up.
    """
    names = with_one_type(list(named_drafts(sentences, found, gazetteer)))
    places = places_of(document, names, gazetteer)
    names = [as_government(draft, places.get(draft.span.start)) for draft in names]
    labels = frozenset(fold(d.text) for d in names if d.rule == "label")
    known = Known(gazetteer, long_forms(names), places, labels)
    clusters = {id(d): c for d, c in zip(names, gathered(names, known), strict=True)}
    drafts = sorted(all_drafts(sentences, names), key=lambda d: (d.span, d.kind))
    named = {n: clusters[id(d)] for n, d in enumerate(drafts) if id(d) in clusters}
    resolved = resolve_all(drafts, named, sentences, document.publisher)
    ids = entity_ids(resolved)
    mentions = tuple(mentions_of(resolved, ids))
    return Entities(
        entities=tuple(entities_of(resolved, mentions, ids)),
        mentions=mentions,
        places=tuple(place_mentions(resolved, ids)),
        times=tuple(t for own in times_of(sentences, document.published) for t in own),
    )


def all_drafts(sentences: Sequence[Sentence], names: Sequence[Draft]) -> Iterator[Draft]:
    """Give names, descriptions and pronouns."""
    by_sentence: dict[int, list[Draft]] = {}
    for name in names:
        by_sentence.setdefault(name.number, []).append(name)
    for number, sentence in enumerate(sentences):
        here = by_sentence.get(number, [])
        yield from here
        yield from described_drafts(sentence, number, here)


def places_of(document: Document, names: Sequence[Draft], gazetteer: Gazetteer) -> dict[int, Place]:
    """Give the place that each name of a place means, by the start of the name."""
    spans = [d.span for d in names if d.type is EntityType.PLACE]
    chosen = resolve(document.text, spans, gazetteer)
    return {s.start: p for s, p in zip(spans, chosen, strict=True) if p is not None}


def as_government(draft: Draft, place: Place | None) -> Draft:
    """Take a country or capital that acts as a government for a public body."""
    governs = place is not None and (place.level is PlaceLevel.COUNTRY or place.capital)
    if not governs or not acts_as_government(draft):
        return draft
    return replace(draft, type=EntityType.PUBLIC_BODY, rule="government")


def long_forms(names: Sequence[Draft]) -> dict[str, str]:
    """Give the full name of each acronym that stands beside it in brackets, both folded."""
    found: dict[str, str] = {}
    for _, group in itertools.groupby(names, key=lambda d: d.number):
        here = list(group)
        passage = here[0].sentence.passage
        first = passage.span.start
        inside = [(Span(d.span.start - first, d.span.end - first), d.type) for d in here]
        for acronym in acronyms_in(passage.text, inside):
            found.setdefault(fold(acronym.short), fold(acronym.long.of(passage.text)))
    return {**initials_of(names), **found}


def initials_of(names: Sequence[Draft]) -> dict[str, str]:
    """Give the body that an acronym without brackets is the initials of, both folded."""
    bodies = list(dict.fromkeys(d.text for d in names if d.type in BODIES and " " in d.text))
    found: dict[str, str] = {}
    for short in sorted({d.text for d in names if d.rule == "acronym"}):
        long = [name for name in bodies if abbreviates(short, name)]
        if len(long) == 1:
            found[fold(short)] = plain_name(long[0])
    return found


def entity_ids(resolved: Sequence[tuple[Draft, Cluster]]) -> dict[int, EntityId]:
    """Number the entities in the order of their first mentions, by the identity of each."""
    return {id(c): EntityId(f"e{n}") for n, c in enumerate(clusters_of(resolved), start=1)}


def clusters_of(resolved: Sequence[tuple[Draft, Cluster]]) -> list[Cluster]:
    """Give the entities in the order of their first mentions."""
    return list({id(cluster): cluster for _, cluster in resolved}.values())


def mentions_of(
    resolved: Sequence[tuple[Draft, Cluster]], ids: dict[int, EntityId]
) -> Iterator[Mention]:
    """Give the mentions, numbered in order."""
    rules = {id(d): rule for cluster in clusters_of(resolved) for d, rule in cluster.members}
    for number, (draft, cluster) in enumerate(resolved, start=1):
        rule = rules[id(draft)]
        yield Mention(
            id=MentionId(f"m{number}"),
            passage_id=draft.sentence.passage.id,
            span=draft.span,
            text=draft.text,
            type=cluster.type,
            kind=draft.kind,
            resolved_to=ids[id(cluster)],
            resolved_by=draft.rule if rule == "name" else rule,
        )


def entities_of(
    resolved: Sequence[tuple[Draft, Cluster]],
    mentions: Sequence[Mention],
    ids: dict[int, EntityId],
) -> Iterator[DocumentEntity]:
    """Give the entities in the order of their ids."""
    by_entity: dict[EntityId, list[Mention]] = {}
    for mention in mentions:
        by_entity.setdefault(mention.resolved_to, []).append(mention)
    for cluster in clusters_of(resolved):
        own = by_entity[ids[id(cluster)]]
        name = full_name(cluster)
        yield DocumentEntity(
            id=ids[id(cluster)],
            type=cluster.type,
            name=name,
            aliases=tuple(n for n in cluster.names if n != name),
            mentions=tuple(own),
        )


def full_name(cluster: Cluster) -> str:
    """Give the longest name, or else the first description with its "of …", without its article.

    A description is in one line, however its document breaks its lines.
    """
    if cluster.names:
        return max(cluster.names, key=len)
    drafts = [draft for draft, _ in cluster.members]
    described = [d for d in drafts if d.kind is MentionKind.NOMINAL] or drafts
    words = " ".join(described_name(described[0]).split())
    article = next((a for a in ARTICLES if words.casefold().startswith(a)), "")
    return words[len(article) :]


def place_mentions(
    resolved: Sequence[tuple[Draft, Cluster]], ids: dict[int, EntityId]
) -> Iterator[PlaceMention]:
    """Give the mentions of places: names, and descriptions of a place that is known."""
    for draft, cluster in resolved:
        text, first = draft.sentence.passage.text, draft.sentence.passage.span.start
        if cluster.type is not EntityType.PLACE or draft.kind is MentionKind.PRONOUN:
            continue
        if draft.kind is MentionKind.NOMINAL and cluster.place is None:
            continue
        place = cluster.place
        level = cue_after(text, draft.span.end - first) or PlaceLevel.REGION
        yield PlaceMention(
            span=draft.span,
            text=draft.text,
            name=draft.text if place is None else place.name,
            level=level if place is None else place.level,
            code=None if place is None else place.code,
            country=None if place is None else place.country,
            latitude=None if place is None else place.latitude,
            longitude=None if place is None else place.longitude,
            entity=ids[id(cluster)],
        )
