"""What "one of them", "the other" and "the latter" mean: parts of several things known before."""

from sayso.extract.entities.scene import Found, Scene
from sayso.extract.mentions.clusters import Cluster
from sayso.extract.mentions.drafts import Draft
from sayso.model.vocabulary import EntityType

#: Sentences back in which the whole is looked for.
REACH = 1


def resolve_part(draft: Draft, scene: Scene) -> Found:
    """Give a new entity, of the type of what it is a part of; None where that is not known."""
    whole = whole_of(draft, scene)
    if whole is None or not (whole.plural or whole.type is EntityType.PUBLIC_BODY):
        return None
    single = whole.type is EntityType.GROUP and not draft.plural
    kind = EntityType.PERSON if single else whole.type
    return Cluster(kind, draft.plural, firm=True), "part of several"


def whole_of(draft: Draft, scene: Scene) -> Cluster | None:
    """Give what something is a part of: the noun after "of", else the last of several."""
    sentence = draft.sentence
    for of in sentence.below(draft.head, "prep"):
        if of.lower in {"of", "among"}:
            return next((scene.at(draft, n) for n in sentence.below(of, "pobj")), None)
    recent = scene.recent(draft, REACH)
    return next((c for _, c in recent if c.plural and c.type is EntityType.GROUP), None)
