"""What has been mentioned so far, with its entities, and how much it stands to the fore."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Self

from sayso.extract.grammar.syntax import Token
from sayso.extract.mentions.clusters import Cluster
from sayso.extract.mentions.drafts import Draft
from sayso.model.vocabulary import EntityType

Mentioned = tuple[Draft, Cluster]
Found = tuple[Cluster, str] | None

#: How much a mention brings its entity to the fore, by its part in the sentence; what stands in no
#: such part counts one. Subjects before objects before the rest is the usual order of centering;
#: the figures are our own choice, kept by the tests of this package.
MAIN_SUBJECT, SUBJECT, OBJECT, POSSESSOR, REST = 4.0, 3.0, 2.0, 1.5, 1.0
#: What is left of it a sentence later.
FADING = 0.45
#: A person must stand out from the next by that factor: a wrong name is worse than none.
CLEAR = 1.15


@dataclass(slots=True)
class Scene:
    """What has been mentioned so far, with its entities.

    Attributes:
        seen: in order of appearance.
        by_head: (number of the sentence, index of the head) → entity.
        names: the same for all names of the document, whether or not they were reached.
        persons: number of the sentence → the names of persons in it.
        speaker: who has the word in a transcript, whom "he" does not mean.
    """

    names: dict[tuple[int, int], Cluster]
    persons: dict[int, list[Mentioned]]
    seen: list[Mentioned] = field(default_factory=list)
    by_head: dict[tuple[int, int], Cluster] = field(default_factory=dict)
    speaker: Cluster | None = None

    @classmethod
    def of(cls, drafts: Sequence[Draft], named: Mapping[int, Cluster]) -> Self:
        """Set the scene of a document of which nothing has been mentioned yet.

        Args:
            drafts: all of its mentions.
            named: the entity of each name, by its place among them.
        """
        persons: dict[int, list[Mentioned]] = {}
        for n, cluster in named.items():
            if cluster.type is EntityType.PERSON:
                persons.setdefault(drafts[n].number, []).append((drafts[n], cluster))
        return cls({(drafts[n].number, drafts[n].head.index): c for n, c in named.items()}, persons)

    def add(self, draft: Draft, cluster: Cluster) -> None:
        """Remember a mention."""
        if draft.rule == "label":
            self.speaker = cluster
        self.seen.append((draft, cluster))
        self.by_head.setdefault((draft.number, draft.head.index), cluster)

    def at(self, draft: Draft, token: Token) -> Cluster | None:
        """Give the entity whose mention has its head at a word of the draft's sentence."""
        place = (draft.number, token.index)
        return self.by_head.get(place) or self.names.get(place)

    def recent(self, draft: Draft, sentences: int) -> Iterator[Mentioned]:
        """Give the mentions of so many sentences back, nearest first, not those around it."""
        for other, cluster in reversed(self.seen):
            if draft.number - other.number > sentences:
                return
            if other.rule != "label" and not other.span.overlaps(draft.span):
                yield other, cluster


def to_the_fore(draft: Draft, found: Sequence[Mentioned]) -> list[tuple[float, Cluster]]:
    """Give the entities of some mentions with how much they stand to the fore, most first.

    In each sentence the best part of an entity counts. Of two that stand as far, the one that was
    mentioned last comes first.
    """
    clusters: dict[int, Cluster] = {}
    parts: dict[tuple[int, int], float] = {}
    for other, cluster in found:  # nearest first
        clusters.setdefault(id(cluster), cluster)
        where = (id(cluster), draft.number - other.number)
        parts[where] = max(parts.get(where, 0.0), part_of(other))
    weights = dict.fromkeys(clusters, 0.0)
    for (key, distance), part in parts.items():
        weights[key] += part * FADING**distance
    ranked = sorted(clusters, key=lambda key: -weights[key])
    return [(weights[key], clusters[key]) for key in ranked]


def part_of(draft: Draft) -> float:
    """Give how much a mention counts by its part in its sentence."""
    head = draft.head
    while head.dep in {"appos", "conj"} and head.head != head.index:
        head = draft.sentence.head(head)
    if head.dep in {"nsubj", "nsubjpass"}:
        return MAIN_SUBJECT if is_main(draft, draft.sentence.head(head)) else SUBJECT
    if is_focus(draft, head) or (head.dep == "ROOT" and head.pos in {"NOUN", "PROPN"}):
        return MAIN_SUBJECT  # of a cleft; or its verb was taken for a noun
    parts = {"dobj": OBJECT, "dative": OBJECT, "poss": POSSESSOR}
    return OBJECT if is_of_subject(draft, head) else parts.get(head.dep, REST)


def is_focus(draft: Draft, head: Token) -> bool:
    """Say whether a word is the X of "it was X that …"."""
    verb = draft.sentence.head(head)
    subjects = draft.sentence.below(verb, "nsubj")
    split = head.dep == "attr" and verb.lemma == "be"
    return split and any(t.lower == "it" for t in subjects)


def is_of_subject(draft: Draft, head: Token) -> bool:
    """Say whether a word stands after the "of" of a subject ("contractors of X were seen")."""
    of = draft.sentence.head(head)
    noun = draft.sentence.head(of)
    return head.dep == "pobj" and of.lower == "of" and noun.dep in {"nsubj", "nsubjpass"}


def is_main(draft: Draft, verb: Token) -> bool:
    """Say whether a verb heads its sentence, or is joined to the one that does."""
    while verb.dep == "conj":
        verb = draft.sentence.head(verb)
    root = draft.sentence.head(verb)
    between = draft.sentence.tokens[verb.index : root.index]
    joined = verb.dep == "ccomp" and any(t.text == ";" for t in between)  # "X left; Y stayed"
    return verb.dep == "ROOT" or joined


def clear_first(ranked: Sequence[tuple[float, Cluster]]) -> Cluster | None:
    """Give the first of some entities, None of persons where the second stands as far."""
    if not ranked:
        return None
    tied = len(ranked) > 1 and ranked[0][0] < CLEAR * ranked[1][0]
    return None if tied and ranked[0][1].type is EntityType.PERSON else ranked[0][1]
