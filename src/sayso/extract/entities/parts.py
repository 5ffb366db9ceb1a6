"""What "one of them", "the other" and "the latter" mean: parts of several things known before."""

from sayso.extract.entities.scene import Found, Scene
from sayso.extract.mentions.clusters import Cluster
from sayso.extract.mentions.drafts import Draft
from sayso.model.vocabulary import EntityType

#: Types of parties that are set against each other, bodies before persons.
FAMILIES = (
    frozenset({EntityType.ARMED_GROUP, EntityType.ORGANISATION}),
    frozenset({EntityType.PERSON}),
)
#: Sentences back in which the whole is looked for.
REACH = 1


def resolve_part(draft: Draft, scene: Scene) -> Found:
    """Give a new entity, of the type of what it is a part of; None where that is not known."""
    if draft.lemma in {"latter", "former"}:
        cluster = of_two(draft, scene)
        return None if cluster is None else (cluster, "one of two")
    whole = whole_of(draft, scene)
    if whole is None or not (whole.plural or whole.type is EntityType.PUBLIC_BODY):
        return None
    single = whole.type is EntityType.GROUP and not draft.plural
    kind = EntityType.PERSON if single else whole.type
    return Cluster(kind, draft.plural, firm=True), "part of several"


def of_two(draft: Draft, scene: Scene) -> Cluster | None:
    """Give the first or the last of the two parties just spoken of; None of more or fewer."""
    if not draft.text.casefold().startswith("the "):
        return None
    for distance in (0, 1):
        for family in FAMILIES:
            two = {
                id(cluster): cluster
                for other, cluster in reversed(list(scene.recent(draft, distance)))
                if other.number == draft.number - distance and cluster.type in family
            }
            if len(two) == len(("former", "latter")):
                former, latter = two.values()
                return latter if draft.lemma == "latter" else former
    return None


def whole_of(draft: Draft, scene: Scene) -> Cluster | None:
    """Give what something is a part of: the noun after "of", else the last of several."""
    sentence = draft.sentence
    for of in sentence.below(draft.head, "prep"):
        if of.lower in {"of", "among"}:
            return next((scene.at(draft, n) for n in sentence.below(of, "pobj")), None)
    recent = scene.recent(draft, REACH)
    return next((c for _, c in recent if c.plural and c.type is EntityType.GROUP), None)
