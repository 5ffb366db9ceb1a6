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
    """Give whom "the latter", "the five" or "a third" means; None where that is not known."""
    if draft.lemma in {"latter", "former"}:
        cluster = of_two(draft, scene)
        return None if cluster is None else (cluster, "one of two")
    if draft.head.tag == "CD" and draft.text.casefold().startswith("the "):
        counted = of_that_number(draft, scene)
        return None if counted is None else (counted, "same number")
    return part_of_several(draft, scene)


def part_of_several(draft: Draft, scene: Scene) -> Found:
    """Give a new entity for a part, of the type of the whole; None where no whole is known."""
    whole = whole_of(draft, scene)
    if whole is None or not (whole.plural or whole.type is EntityType.PUBLIC_BODY):
        return None
    if whole.type is EntityType.MATERIAL and draft.plural:
        return whole, "part of several"  # goods are told apart by their number only
    single = whole.type is EntityType.GROUP and not draft.plural
    kind = EntityType.PERSON if single else whole.type
    return Cluster(kind, draft.plural, firm=True), "part of several"


def of_that_number(draft: Draft, scene: Scene) -> Cluster | None:
    """Give the last persons or things that were counted so: "five of them", "the five"."""
    for other, cluster in reversed(scene.seen):
        numbers = {t.lower for t in other.sentence.below(other.head, "nummod")}
        if draft.head.lower in {*numbers, other.head.lower} and cluster.plural:
            return cluster
    return None


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
    """Give what something is a part of: the noun after "of" or before the comma, or several.

    "Them" comes after "two of", so that whom it means is not known yet: the last of several are.
    """
    sentence = draft.sentence
    beside = [sentence.head(draft.head)] if draft.head.dep == "appos" else []
    for of in sentence.below(draft.head, "prep"):
        if of.lower in {"of", "among"}:
            beside += sentence.below(of, "pobj")
    named = [c for token in beside if (c := scene.at(draft, token)) is not None]
    recent = (c for _, c in scene.recent(draft, REACH) if c.plural and (beside or acts(c)))
    return next(iter(named), None) or next(recent, None)


def acts(cluster: Cluster) -> bool:
    """Say whether an entity is people."""
    return cluster.type is EntityType.GROUP
