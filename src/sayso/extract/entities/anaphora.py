"""Whom descriptions and pronouns mean: sieves over what was mentioned before them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from sayso.extract.entities.clusters import BODIES, Cluster, same_family
from sayso.extract.entities.descriptions import PRONOUNS, is_quoted, possessor
from sayso.extract.entities.drafts import Draft
from sayso.extract.entities.lexicon import heads
from sayso.extract.syntax import Token
from sayso.extract.where_when.places import fold
from sayso.model.vocabulary import EntityType, MentionKind, PlaceLevel

#: Sentences back in which an antecedent of a pronoun, and of "the group", is looked for.
PRONOUN_REACH, GENERIC_REACH = 2, 3
#: Mentions back that are looked at for a description's head.
HEAD_REACH = 400
#: Types whose one word stands for the last of them ("the newspaper said", "the report").
SINGLE = frozenset({EntityType.MEDIA_OUTLET, EntityType.DOCUMENT})
GENDERS = {
    **dict.fromkeys(("spokesman", "man", "brother", "son", "father", "king", "uncle"), "m"),
    **dict.fromkeys(("spokeswoman", "woman", "wife", "daughter", "queen", "mother"), "f"),
}
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
#: Words that part the head of a name from what it is for.
LINKS = frozenset({"of", "for", "on", "in", "to"})
#: Words that hang a name on a description: "a group called X".
NAMING = frozenset({"call", "name", "know", "dub", "style"})
HEDGING = frozenset({"neg", "aux"})
#: Types of which a description says more than a name's shape does.
TELLING = frozenset({EntityType.ORGANISATION, EntityType.MEDIA_OUTLET, EntityType.PUBLIC_BODY})


@dataclass(slots=True)
class Scene:
    """What has been mentioned so far, with its entities.

    Attributes:
        seen: in order of appearance.
        by_head: (number of the sentence, index of the head) → entity.
        names: the same for all names of the document, whether or not they were reached.
        persons: number of the sentence → the names of persons in it.
    """

    names: dict[tuple[int, int], Cluster]
    persons: dict[int, list[tuple[Draft, Cluster]]]
    seen: list[tuple[Draft, Cluster]] = field(default_factory=list)
    by_head: dict[tuple[int, int], Cluster] = field(default_factory=dict)

    def add(self, draft: Draft, cluster: Cluster) -> None:
        """Remember a mention."""
        self.seen.append((draft, cluster))
        self.by_head.setdefault((draft.number, draft.head.index), cluster)

    def at(self, draft: Draft, token: Token) -> Cluster | None:
        """Give the entity whose mention has its head at a word of the draft's sentence."""
        place = (draft.number, token.index)
        return self.by_head.get(place) or self.names.get(place)

    def recent(self, draft: Draft, sentences: int) -> Iterator[tuple[Draft, Cluster]]:
        """Give the mentions of so many sentences back, nearest first, not those around it."""
        for other, cluster in reversed(self.seen):
            if draft.number - other.number > sentences:
                return
            if not other.span.overlaps(draft.span):
                yield other, cluster


Found = tuple[Cluster, str] | None


def resolve_all(drafts: Sequence[Draft], named: dict[int, Cluster]) -> list[tuple[Draft, Cluster]]:
    """Give every mention with its entity, in the order given; unresolved pronouns are left out.

    Args:
        drafts: of the whole document, by place.
        named: the entity of each name, by its place among the drafts.
    """
    persons: dict[int, list[tuple[Draft, Cluster]]] = {}
    for n, cluster in named.items():
        if cluster.type is EntityType.PERSON:
            persons.setdefault(drafts[n].number, []).append((drafts[n], cluster))
    heads_of = {(drafts[n].number, drafts[n].head.index): c for n, c in named.items()}
    scene = Scene(heads_of, persons)
    for n, draft in enumerate(drafts):
        if draft.kind is MentionKind.NAME:
            scene.add(draft, named[n])
        elif draft.kind is MentionKind.PRONOUN:
            antecedent = resolve_pronoun(draft, scene)
            if antecedent is not None:
                join(draft, antecedent, scene)
        else:
            join(draft, resolve_description(draft, scene) or fresh(draft), scene)
    return scene.seen


def fresh(draft: Draft) -> tuple[Cluster, str]:
    """Give a new entity for a description without an antecedent."""
    return Cluster(draft.type, draft.plural, firm=True), "description"


def join(draft: Draft, antecedent: tuple[Cluster, str], scene: Scene) -> None:
    """Add a mention to its entity, with what the description tells of it."""
    cluster, rule = antecedent
    cluster.take(draft, rule)
    if draft.kind is MentionKind.PRONOUN:
        asked = PRONOUNS.get(draft.text.casefold())
        cluster.gender = cluster.gender or (None if asked is None else asked.gender)
    else:
        cluster.heads.add(draft.lemma)
        cluster.gender = cluster.gender or GENDERS.get(draft.lemma)
        owner = owner_of(draft, scene)
        if owner is not None and owner not in cluster.owners and owner is not cluster:
            cluster.owners.append(owner)
        if rule == "apposition" and not cluster.firm and draft.type in TELLING:
            cluster.type, cluster.firm = draft.type, True
    scene.add(draft, cluster)


def owner_of(draft: Draft, scene: Scene) -> Cluster | None:
    """Give whose a described thing is, where that is known."""
    token = possessor(draft)
    return None if token is None else scene.at(draft, token)


# Descriptions


def resolve_description(draft: Draft, scene: Scene) -> Found:
    """Give the entity that a description means and the sieve that told, or None."""
    for rule, sieve in DESCRIPTION_SIEVES:
        cluster = sieve(draft, scene)
        if cluster is not None:
            return cluster, rule
    return None


def in_apposition(draft: Draft, scene: Scene) -> Cluster | None:
    """Give whom a description stands beside: "X, the spokesman", "the spokesman, X"."""
    sentence, head = draft.sentence, draft.head
    beside = [sentence.head(head)] if head.dep in {"appos", "compound", "nmod", "amod"} else []
    beside += sentence.below(head, "appos")
    if draft.lemma in heads().generic or draft.type is EntityType.MEDIA_OUTLET:
        beside += premodifiers(draft)  # "the Hezbollah movement"
    owner = possessor(draft)
    if draft.lemma in LEVELS and owner is not None and owner.dep == "pobj":
        beside.append(owner)  # "the city of Mosul"
    for naming in sentence.below(head, "acl", "relcl"):
        if naming.lemma in NAMING:
            beside += sentence.below(naming, "oprd", "attr", "dobj", "ccomp")
            beside += [n for p in sentence.below(naming, "prep") for n in sentence.below(p, "pobj")]
    found = (scene.at(draft, token) for token in beside)
    close = (c for c in found if c is not None and agrees(draft, c))
    return next(close, None) or between_commas(draft, scene)


def premodifiers(draft: Draft) -> list[Token]:
    """Give the words of a description that stand before its head and are not the possessor's."""
    words = draft.sentence.within(draft.span)
    return [t for t in words if t.index < draft.head.index and t.dep in {"compound", "nmod"}]


def between_commas(draft: Draft, scene: Scene) -> Cluster | None:
    """Give the person whose name stands in commas beside a role, whatever the tree says."""
    if draft.type is not EntityType.PERSON or draft.plural:
        return None
    for name, cluster in scene.persons.get(draft.number, ()):
        text, first = draft.sentence.passage.text, draft.sentence.passage.span.start
        one, other = sorted((draft.span, name.span))
        after = text[other.end - first :].lstrip('"”’')
        if text[one.end - first : other.start - first] == ", " and after[:1] in {*",.;:)", ""}:
            return cluster
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
    if noun in cluster.heads and noun not in heads().generic:
        return True
    if cluster.type is EntityType.PERSON or noun == "group":
        return False
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


def by_type(draft: Draft, scene: Scene) -> Cluster | None:
    """Give the last named entity that "the group" or "the newspaper" may stand for."""
    generic = draft.lemma in heads().generic or draft.type in SINGLE
    several = draft.plural and draft.type is not EntityType.GROUP
    named = any(scene.at(draft, token) for token in premodifiers(draft))
    if not draft.definite or not generic or several or named or possessor(draft) is not None:
        return None
    recent = [
        (other, cluster)
        for other, cluster in scene.recent(draft, GENERIC_REACH)
        if fits_generic(draft, cluster) and not is_told(draft, other)
    ]
    return preferred(draft, recent)


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
    return cluster.is_named and draft.type in group and cluster.type in group


def agrees(draft: Draft, cluster: Cluster) -> bool:
    """Say whether a description can be of an entity: family and number."""
    if draft.type is EntityType.PLACE and cluster.place is not None:
        level = LEVELS.get(draft.lemma)
        return level is None or level is cluster.place.level
    if not same_family(draft.type, cluster.type):
        return False
    return draft.plural == cluster.plural or (cluster.type in BODIES and not draft.plural)


DESCRIPTION_SIEVES: tuple[tuple[str, Callable[[Draft, Scene], Cluster | None]], ...] = (
    ("apposition", in_apposition),
    ("copula", in_copula),
    ("same head", by_head),
    ("same level", by_level),
    ("nearest of its type", by_type),
)


# Pronouns


def resolve_pronoun(draft: Draft, scene: Scene) -> Found:
    """Give the entity that a pronoun means and the sieve that told, or None."""
    if draft.rule == "relative":
        clause = next((a for a in draft.sentence.ancestors(draft.head) if a.dep == "relcl"), None)
        noun = None if clause is None else draft.sentence.head(clause)
        cluster = None if noun is None else scene.at(draft, noun)
        return None if cluster is None else (cluster, "relative")
    fitting = [
        (other, cluster)
        for other, cluster in scene.recent(draft, PRONOUN_REACH)
        if suits(draft, cluster) and not clashes(draft, other)
    ]
    cluster = preferred(draft, fitting)
    return None if cluster is None else (cluster, "pronoun")


def suits(draft: Draft, cluster: Cluster) -> bool:
    """Say whether an entity has the type, number and gender that a pronoun asks for."""
    asked = PRONOUNS[draft.text.casefold()]
    if cluster.type not in asked.types:
        return False
    if asked.gender is not None:
        return not cluster.plural and cluster.gender in {None, asked.gender}
    if asked.plural:
        return cluster.plural or cluster.type in BODIES
    return not cluster.plural


def clashes(draft: Draft, other: Draft) -> bool:
    """Say whether grammar keeps the two apart.

    They hang on one verb ("X attacked it"), the pronoun stands in a clause about the other ("a
    document it has seen"), or it is quoted and the other is not.
    """
    sentence, head = draft.sentence, draft.head
    if is_quoted(sentence, head):
        return other.number != draft.number or not is_quoted(sentence, other.head)
    if other.number != draft.number or head.dep == "poss":
        return False
    if draft.text.casefold().endswith(("self", "selves")):
        return False
    about = {a.head for a in sentence.ancestors(head) if a.dep == "relcl"}
    return head.head == other.head.head or other.head.index in about


def preferred(draft: Draft, found: Sequence[tuple[Draft, Cluster]]) -> Cluster | None:
    """Give the entity of the best antecedent; None where two are as good as each other.

    A number that agrees before a body taken as its people; then nearer sentences, and subjects.
    """
    ranked = sorted(found, key=lambda pair: rank(draft, *pair))
    if not ranked:
        return None
    best, cluster = ranked[0]
    rivals = [c for o, c in ranked[1:] if rank(draft, o, c)[:3] == rank(draft, best, cluster)[:3]]
    tied = any(c is not cluster for c in rivals)
    if tied and not best.is_subject and cluster.type is EntityType.PERSON:
        return None
    return cluster


def rank(draft: Draft, other: Draft, cluster: Cluster) -> tuple[bool, int, bool, int]:
    """Give the order among antecedents: smaller is better."""
    distance = draft.number - other.number
    nearest = draft.span.start - other.span.end if distance == 0 else other.span.start
    alike = cluster.plural == draft.plural or cluster.type is EntityType.ARMED_GROUP
    alike = alike and cluster.type is not EntityType.MATERIAL
    return (not alike, distance, not other.is_subject, nearest)
