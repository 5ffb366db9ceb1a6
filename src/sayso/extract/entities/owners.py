"""Whose something is: "its fighters" are the group, "his company" the one that he owns."""

from sayso.extract.entities.scene import Scene
from sayso.extract.grammar.syntax import Token
from sayso.extract.mentions.clusters import Cluster
from sayso.extract.mentions.descriptions import possessor
from sayso.extract.mentions.drafts import Draft
from sayso.extract.names.lexicon import heads, word_list
from sayso.model.vocabulary import EntityType, MentionKind

#: Types of bodies, for which persons speak and act.
SPEAKING = frozenset(
    {
        *(EntityType.ARMED_GROUP, EntityType.ORGANISATION),
        *(EntityType.PUBLIC_BODY, EntityType.MEDIA_OUTLET),
    }
)
#: Types of nouns for people in arms ("fighters", "units").
PEOPLE = frozenset({EntityType.GROUP, EntityType.ARMED_GROUP})


def owner_of(draft: Draft, scene: Scene) -> Cluster | None:
    """Give whose a described thing is, where that is known."""
    token = possessor(draft)
    return None if token is None else scene.at(draft, token)


def is_ours(draft: Draft) -> bool:
    """Say whether a description is of the speaker's ("our fighters")."""
    owner = None if draft.kind is MentionKind.NAME else possessor(draft)
    return owner is not None and owner.lower in {"our", "my"}


def premodifiers(draft: Draft) -> list[Token]:
    """Give the words of a description that stand before its head and are not the possessor's."""
    words = draft.sentence.within(draft.span)
    return [t for t in words if t.index < draft.head.index and t.dep in {"compound", "nmod"}]


def by_owner(draft: Draft, scene: Scene) -> Cluster | None:
    """Give whom people act for, where nothing sets them apart: "its fighters", "JZ commanders".

    "His company" and "his group" are what a person is known to lead, own or speak for.
    """
    people = draft.type in PEOPLE and is_uncounted(draft)
    owner = owner_of(draft, scene) or next(
        (c for t in premodifiers(draft) if (c := scene.at(draft, t)) is not None), None
    )
    if owner is None:
        return None
    if owner.type is EntityType.PERSON:
        bodies = [c for c in owner.owners if fits_owned(draft, c)]
        return bodies[-1] if bodies and (people or draft.type in SPEAKING) else None
    own = {EntityType.ARMED_GROUP, EntityType.PUBLIC_BODY}
    ourselves = is_ours(draft) and draft.lemma in heads().generic
    return owner if ourselves or (people and owner.type in own) else None


def is_uncounted(draft: Draft) -> bool:
    """Say whether people stand for the body that they are of: no number, no harm done to them."""
    if not draft.plural or draft.lemma not in word_list("acting_people"):
        return False
    sentence, head = draft.sentence, draft.head
    above = sentence.head(head)
    counted = any(t.dep in {"nummod", "quantmod", "amod"} for t in sentence.below(head))
    partitive = head.dep == "pobj" and above.lower == "of" and is_number(sentence.head(above))
    suffers = head.dep in {"dobj", "nsubjpass"} and above.lemma in word_list("set_apart")
    return not (counted or partitive or suffers)


def is_number(token: Token) -> bool:
    """Say whether a word counts ("two of its fighters", not "none of them")."""
    return token.tag == "CD" and token.lower != "one"


def fits_owned(draft: Draft, cluster: Cluster) -> bool:
    """Say whether what a person leads or owns may be what a description calls his."""
    if draft.type is EntityType.ORGANISATION:
        return cluster.type is EntityType.ORGANISATION
    return cluster.type in {EntityType.ARMED_GROUP, EntityType.PUBLIC_BODY}


def body_of(person: Cluster) -> Cluster | None:
    """Give the one body that a person speaks or acts for."""
    bodies = {id(c): c for c in person.owners if c.type in SPEAKING}
    return next(iter(bodies.values())) if len(bodies) == 1 else None


def note_leader(draft: Draft, cluster: Cluster, scene: Scene) -> None:
    """Remember whose a body is: "X, who commands it", "X owns 60 per cent of it"."""
    if cluster.type not in SPEAKING:
        return
    leader = leader_of(draft, scene)
    if leader is not None and leader.type is EntityType.PERSON and cluster not in leader.owners:
        leader.owners.append(cluster)


def leader_of(draft: Draft, scene: Scene) -> Cluster | None:
    """Give the subject of "leads", "owns" or "speaks for" whose object a mention is."""
    sentence, token = draft.sentence, draft.head
    while token.dep in {"pobj", "prep"} and token.head != token.index:
        token = sentence.head(token)  # "60 per cent of X", "speaks for X"
    verb = token if token.pos == "VERB" else sentence.head(token)
    objects = {"dobj", "pobj"}
    plain = draft.head.dep in objects and not sentence.below(verb, "neg")
    if not plain or verb.lemma not in word_list("leading"):
        return None
    subjects = sentence.below(verb, "nsubj")
    return scene.at(draft, subjects[0]) if subjects else None
