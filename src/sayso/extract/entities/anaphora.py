"""Whom descriptions and pronouns mean: sieves over what was mentioned before them."""

from collections.abc import Callable, Sequence

from sayso.extract.entities.apposition import in_apposition
from sayso.extract.entities.owners import by_owner, is_ours, note_leader, owner_of, premodifiers
from sayso.extract.entities.parts import resolve_part
from sayso.extract.entities.pronouns import resolve_pronoun
from sayso.extract.entities.scene import (
    Found,
    Mentioned,
    Scene,
    clear_first,
    to_the_fore,
)
from sayso.extract.entities.speakers import hear, resolve_first_person
from sayso.extract.grammar.syntax import Sentence
from sayso.extract.mentions.clusters import Cluster
from sayso.extract.mentions.descriptions import PRONOUNS, possessor
from sayso.extract.mentions.drafts import Draft
from sayso.extract.mentions.kinds import (
    LEVELS,
    agrees,
    is_another_kind,
    is_special,
    kinds_of,
    named,
    same_noun,
)
from sayso.extract.names.lexicon import heads, word_list
from sayso.extract.where_when.places import fold
from sayso.model.vocabulary import EntityType, MentionKind

#: Sentences back in which an antecedent of "the group" is looked for.
GENERIC_REACH = 3
#: Mentions back that are looked at for a description's head.
HEAD_REACH = 400
#: Types whose one word stands for the last of them ("the newspaper said", "the report").
SINGLE = frozenset({EntityType.MEDIA_OUTLET, EntityType.DOCUMENT})
GENDERS = {
    **dict.fromkeys(("spokesman", "man", "brother", "son", "father", "king", "uncle"), "m"),
    **dict.fromkeys(("spokeswoman", "woman", "wife", "daughter", "queen", "mother"), "f"),
}
#: Words that part the head of a name from what it is for.
LINKS = frozenset({"of", "for", "on", "in", "to"})
HEDGING = frozenset({"neg", "aux"})
#: Types of which a description says more than a name's shape does.
TELLING = frozenset({EntityType.ORGANISATION, EntityType.MEDIA_OUTLET, EntityType.PUBLIC_BODY})


def resolve_all(
    drafts: Sequence[Draft],
    named: dict[int, Cluster],
    sentences: Sequence[Sentence],
    publisher: str | None,
) -> list[Mentioned]:
    """Give every mention with its entity, by place; unresolved pronouns are left out.

    Args:
        drafts: of the whole document, by place.
        named: the entity of each name, by its place among the drafts.
        sentences: of the document, in order.
        publisher: of the document, where it is known.
    """
    scene = Scene.of(drafts, named)
    waiting = [draft for n, draft in enumerate(drafts) if not placed(draft, named.get(n), scene)]
    if waiting:
        voices = hear(scene, sentences, publisher, waiting)
        for draft in waiting:
            if draft.kind is MentionKind.PRONOUN:
                meet(draft, resolve_first_person(draft, scene, voices), scene)
            else:
                place(draft, scene)
    return sorted(scene.seen, key=lambda pair: (pair[0].span, pair[0].kind))


def placed(draft: Draft, name: Cluster | None, scene: Scene) -> bool:
    """Resolve a mention, unless it waits until the speakers are known ("we", "our fighters")."""
    if draft.rule == "first person" or is_ours(draft):
        return False
    if name is not None:
        scene.add(draft, name)
        note_leader(draft, name, scene)
    elif draft.kind is MentionKind.PRONOUN:
        meet(draft, resolve_pronoun(draft, scene), scene)
    else:
        place(draft, scene)
    return True


def place(draft: Draft, scene: Scene) -> None:
    """Resolve a description, which is a new entity where nothing tells whom it means."""
    if draft.rule == "part":
        meet(draft, resolve_part(draft, scene), scene)
        return
    join(draft, resolve_description(draft, scene) or fresh(draft), scene)


def meet(draft: Draft, found: Found, scene: Scene) -> None:
    """Add a pronoun to its entity, if it has one."""
    if found is not None:
        join(draft, found, scene)


def fresh(draft: Draft) -> tuple[Cluster, str]:
    """Give a new entity for a description without an antecedent."""
    return Cluster(draft.type, draft.plural, firm=True), "description"


def join(draft: Draft, antecedent: tuple[Cluster, str], scene: Scene) -> None:
    """Add a mention to its entity, with what the description tells of it."""
    cluster, rule = antecedent
    cluster.take(draft, rule)
    note_leader(draft, cluster, scene)
    if draft.kind is MentionKind.PRONOUN:
        asked = PRONOUNS.get(draft.text.casefold())
        cluster.gender = cluster.gender or (None if asked is None else asked.gender)
    else:
        if rule != "its people":
            cluster.heads.add(draft.lemma)
        cluster.gender = cluster.gender or GENDERS.get(draft.lemma)
        owner = owner_of(draft, scene)
        if owner is not None and owner not in cluster.owners and owner is not cluster:
            cluster.owners.append(owner)
        if rule == "apposition" and not cluster.firm and draft.type in TELLING:
            cluster.type, cluster.firm = draft.type, True
    scene.add(draft, cluster)


# Descriptions


def resolve_description(draft: Draft, scene: Scene) -> Found:
    """Give the entity that a description means and the sieve that told, or None."""
    for rule, sieve in DESCRIPTION_SIEVES:
        cluster = sieve(draft, scene)
        if cluster is not None:
            return cluster, rule
    return None


def in_copula(draft: Draft, scene: Scene) -> Cluster | None:
    """Give whom a main clause says, without hedge or negation, to be the described one."""
    sentence, verb = draft.sentence, draft.sentence.head(draft.head)
    plain = verb.lemma == "be" and verb.dep == "ROOT" and not sentence.below(verb, *HEDGING)
    if draft.head.dep != "attr" or not plain or not draft.definite:
        return None
    subjects = (scene.at(draft, t) for t in sentence.below(verb, "nsubj"))
    return next((c for c in subjects if c is not None and c.is_named and agrees(draft, c)), None)


def by_head(draft: Draft, scene: Scene) -> Cluster | None:
    """Give the last entity that was described, or is named, with the same noun."""
    if not draft.definite:
        return None
    owner = owner_of(draft, scene)
    asked = possessor(draft) is not None
    for _, cluster in reversed(scene.seen[-HEAD_REACH:]):
        if not is_described_by(cluster, draft.lemma) or not agrees(draft, cluster):
            continue
        if not asked or owner in cluster.owners or not (cluster.owners or owner):
            return cluster
    return None


def is_described_by(cluster: Cluster, noun: str) -> bool:
    """Say whether an entity was called by a noun, or has it in its name ("Al-Liwa Network").

    What a general noun said of one ("a research group") does not bind the next "the group".
    """
    if noun not in heads().generic and not cluster.heads.isdisjoint(same_noun(noun)):
        return True
    state = noun in word_list("of_the_state") and cluster.type is not EntityType.PUBLIC_BODY
    if cluster.type is EntityType.PERSON or noun == "group" or state:
        return False  # "the army" is the country's, not the Hill Army
    return any(noun == head_word(name) for name in cluster.names)


def head_word(name: str) -> str:
    """Give the word of a body's name that says what it is, in small letters ("Panel on X")."""
    words = fold(name).split(" ")
    small = next((n for n, word in enumerate(words) if word in LINKS and n > 0), len(words))
    return words[small - 1]


def by_level(draft: Draft, scene: Scene) -> Cluster | None:
    """Give the last place of the level that the noun states ("the province")."""
    level = LEVELS.get(draft.lemma)
    if level is None or not draft.definite or draft.plural or possessor(draft) is not None:
        return None
    recent = scene.recent(draft, GENERIC_REACH)
    return next((c for _, c in recent if c.place is not None and c.place.level is level), None)


def by_kind(draft: Draft, scene: Scene) -> Cluster | None:
    """Give the one organisation that "the charity" or "the company" can be.

    Those whose name or description says so go before those of which nothing is known.
    """
    plain = draft.definite and not draft.plural and possessor(draft) is None
    if not plain or same_noun(draft.lemma).isdisjoint(named()):
        return None
    recent = {
        id(cluster): cluster
        for other, cluster in scene.recent(draft, GENERIC_REACH)
        if cluster.is_named and cluster.type is EntityType.ORGANISATION
        if not is_another_kind(cluster, draft.lemma) and not is_told(draft, other)
    }
    sure = [c for c in recent.values() if kinds_of(c)] or list(recent.values())
    return sure[0] if len(sure) == 1 else None


def by_type(draft: Draft, scene: Scene) -> Cluster | None:
    """Give the named entity most to the fore that "the group" or "the newspaper" may stand for."""
    if not is_generic(draft) or any(scene.at(draft, token) for token in premodifiers(draft)):
        return None
    if draft.lemma in word_list("nameless_fighters"):
        return only_one_armed(draft, scene)
    recent = [
        (other, cluster)
        for other, cluster in scene.recent(draft, GENERIC_REACH)
        if fits_generic(draft, cluster) and not is_told(draft, other)
    ]
    if recent and any(t.lower in {"that", "this"} for t in draft.sentence.below(draft.head, "det")):
        return recent[0][1]  # what was named last
    armed = [pair for pair in recent if pair[1].type is EntityType.ARMED_GROUP]
    return clear_first(to_the_fore(draft, armed or recent)) or only_one_armed(draft, scene)


def is_generic(draft: Draft) -> bool:
    """Say whether a description names no more than the type of something known."""
    words = {*heads().generic, *word_list("any_armed"), *word_list("nameless_fighters")}
    generic = draft.lemma in words
    several = draft.plural and draft.type is not EntityType.GROUP
    known = draft.definite and not several and possessor(draft) is None
    kinds = word_list("kinds_of_armed")  # "the courier network" is another than the group
    is_plain = all(t.lemma in kinds for t in premodifiers(draft))
    return known and ((generic and is_plain) or draft.type in SINGLE)


def only_one_armed(draft: Draft, scene: Scene) -> Cluster | None:
    """Give the armed group, if the document has named one only before "the group"."""
    fighting = draft.lemma in word_list("nameless_fighters") and not premodifiers(draft)
    if draft.type is not EntityType.ARMED_GROUP and not fighting:
        return None
    named = {id(c): c for _, c in scene.seen if c.is_named and c.type is EntityType.ARMED_GROUP}
    return next(iter(named.values())) if len(named) == 1 else None


def is_told(draft: Draft, other: Draft) -> bool:
    """Say whether the other is whom the words around a description are told ("told X that …")."""
    head = other.head
    while head.dep == "appos":  # "told X, a charity, that …"
        head = other.sentence.head(head)
    told = other.number == draft.number and head.dep in {"dobj", "dative", "iobj"}
    return told and any(a.index == head.head for a in draft.sentence.ancestors(draft.head))


def fits_generic(draft: Draft, cluster: Cluster) -> bool:
    """Say whether a general noun may stand for an entity."""
    if draft.type is EntityType.GROUP:
        return cluster.type is EntityType.GROUP and cluster.plural
    if draft.type in SINGLE:
        return cluster.type is draft.type and not cluster.plural
    group = {EntityType.ARMED_GROUP, EntityType.ORGANISATION}
    if not cluster.is_named or draft.type not in group or cluster.type not in group:
        return False
    return cluster.type is EntityType.ARMED_GROUP or not is_special(cluster)


DESCRIPTION_SIEVES: tuple[tuple[str, Callable[[Draft, Scene], Cluster | None]], ...] = (
    ("apposition", in_apposition),
    ("copula", in_copula),
    ("its people", by_owner),
    ("same head", by_head),
    ("same kind", by_kind),
    ("same level", by_level),
    ("nearest of its type", by_type),
)
