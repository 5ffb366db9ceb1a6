"""Whom "we" and "I" mean: who speaks in the quotation, the turn or the whole text."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.extract.entities.owners import SPEAKING, body_of
from sayso.extract.entities.scene import Found, Scene
from sayso.extract.grammar.syntax import Sentence, Token
from sayso.extract.mentions.clusters import Cluster
from sayso.extract.mentions.descriptions import is_quoted
from sayso.extract.mentions.drafts import Draft
from sayso.extract.names.lexicon import word_list
from sayso.extract.where_when.places import fold
from sayso.model.vocabulary import EntityType, MentionKind

#: "Northgate Wire: …": who has the word in a text of turns, up to the colon.
TURN = re.compile(r"[^\W\d_a-z][\w'’.-]*(?:\s[\w'’.-]+){0,5}:\s")
#: Verbs of "for the Ministry" and the like; fewer turns than these make no conversation.
TURNS = 2
PRESENT = frozenset({"VBZ", "VBP"})
#: "can confirm", "must deny", "wish to thank": saying so is doing so all the same.
MODALS = frozenset({"can", "must", "may", "would", "should"})
#: Types of those who answer in a text of their own.
ANSWERING = frozenset({EntityType.ORGANISATION, EntityType.ARMED_GROUP, EntityType.PUBLIC_BODY})
#: "For the Council: N, spokesman", under a text.
SIGNATURE = re.compile(r"(?:For|On behalf of)\s+(?:the\s+)?[^:]{2,60}:")
#: Sentences at the end of a text among which it is signed.
CLOSING = 3
#: "RAKIYA:", the given name of whoever has the word, in capitals.
LABEL = re.compile(r"[^\W\d_a-z]{2,}(?:[ -][^\W\d_a-z]{2,}){0,3}:\s")


@dataclass(frozen=True, slots=True)
class Voices:
    """Who speaks where, outside of quotations.

    Attributes:
        narrator: the body whose own text it is, or None.
        turns: number of the sentence → who has the word in it.
    """

    narrator: Cluster | None
    turns: dict[int, Cluster]


def hear(
    scene: Scene,
    sentences: Sequence[Sentence],
    publisher: str | None,
    waiting: Sequence[Draft],
) -> Voices:
    """Find who speaks in a text whose mentions are known but for its "we" and "I", which wait."""
    narrator = (
        signatory(scene, len(sentences))
        or narrator_of(scene, publisher)
        or answering(scene, waiting)
    )
    return Voices(narrator, turns_of(scene, sentences))


def signatory(scene: Scene, sentences: int) -> Cluster | None:
    """Give the body in whose name a text of so many sentences is signed, if it is."""
    for draft, cluster in reversed(scene.seen):
        passage = draft.sentence.passage
        signed = SIGNATURE.match(passage.text) if draft.number >= sentences - CLOSING else None
        inside = signed is not None and draft.span.end <= passage.span.start + signed.end()
        if inside and cluster.is_named and cluster.type in ANSWERING:
            return cluster
    return None


def narrator_of(scene: Scene, publisher: str | None) -> Cluster | None:
    """Give the publisher, if the text names it, else the body that speaks for itself in it.

    That is the subject of the first sentence, if the text has it do in the present tense what one
    does by saying so ("the Ministry welcomes").
    """
    named = [(d, c) for d, c in scene.seen if c.is_named and c.type in SPEAKING]
    own = fold(publisher or "")
    if own:
        return next((c for _, c in named if own in map(fold, c.names)), None)
    acting = Counter(
        id(c)
        for d, c in named
        if (speaks_for_itself(d) and d.kind is not MentionKind.PRONOUN) or has_noted(d)
    )
    first = [c for d, c in named if d.number == 0 and is_main_subject(d)]
    return next((c for c in first if acting[id(c)]), None)


def has_noted(draft: Draft) -> bool:
    """Say whether a text begins with what its author has read: "the Front has read the report"."""
    verb = draft.sentence.head(draft.head)
    has = any(t.lower in {"has", "have"} for t in draft.sentence.below(verb, "aux"))
    noted = verb.lemma in word_list("noting")
    return draft.number == 0 and is_main_subject(draft) and has and noted


def is_main_subject(draft: Draft) -> bool:
    """Say whether a mention is the subject of its sentence, outside of quotations."""
    verb = draft.sentence.head(draft.head)
    main = draft.is_subject and verb.dep == "ROOT"
    return main and not is_quoted(draft.sentence, draft.head)


def answering(scene: Scene, waiting: Sequence[Draft]) -> Cluster | None:
    """Give who answers in a text that begins with what is said of one: "We reject that article".

    That is the only body in what the sentence before tells, if the text never names it again: who
    says "we" does not speak of itself by its name. The outlet that published it is none.
    """
    reply = next((d for d in waiting if d.number == 1 and rejects(d)), None)
    if reply is None:
        return None
    told = {id(c): c for d, c in scene.seen if d.number == 0 and is_answering(c) and is_told_of(d)}
    later = {id(c) for d, c in scene.seen if d.number > 0}
    left = [c for key, c in told.items() if key not in later]
    return left[0] if len(left) == 1 else None


def is_answering(cluster: Cluster) -> bool:
    """Say whether an entity may write a text of its own."""
    return cluster.is_named and cluster.type in ANSWERING


def rejects(draft: Draft) -> bool:
    """Say whether a "we" rejects something in the present tense."""
    verb = draft.sentence.head(draft.head)
    return speaks_for_itself(draft) and verb.lemma in word_list("rejecting")


def is_told_of(draft: Draft) -> bool:
    """Say whether a mention stands in what somebody tells: "an article asserting that X …"."""
    verbs = draft.sentence.ancestors(draft.head)
    return any(
        v.dep in {"ccomp", "xcomp"} and draft.sentence.head(v).lemma in word_list("telling")
        for v in verbs
    )


def speaks_for_itself(draft: Draft) -> bool:
    """Say whether a body does by saying so: "the Column rejects", "the Ministry can confirm"."""
    verb = draft.sentence.head(draft.head)
    modal = any(t.lower in MODALS for t in draft.sentence.below(verb, "aux"))
    return (
        is_main_subject(draft)
        and (verb.tag in PRESENT or modal)
        and verb.lemma in word_list("performative")
    )


def turns_of(scene: Scene, sentences: Sequence[Sentence]) -> dict[int, Cluster]:
    """Give who has the word in each sentence of a conversation written down; empty for others.

    A label of somebody who is not known silences the one before.
    """
    starts = {(d.number, d.span.start): c for d, c in scene.seen if d.kind is MentionKind.NAME}
    speaker: Cluster | None = None
    found: dict[int, Cluster] = {}
    begun = 0
    for number, sentence in enumerate(sentences):
        turn = starts.get((number, sentence.passage.span.start))
        if turn is not None and TURN.match(sentence.passage.text):
            speaker, begun = turn, begun + 1
        elif LABEL.match(sentence.passage.text):
            speaker = None
        if speaker is not None:
            found[number] = speaker
    return found if begun >= TURNS else {}


def resolve_first_person(draft: Draft, scene: Scene, voices: Voices) -> Found:
    """Give whom "we" or "I" means, and the rule; None where nobody is known to speak."""
    if is_quoted(draft.sentence, draft.head):
        speaker = quoted_speaker(draft, scene)
    else:
        speaker = voices.turns.get(draft.number, voices.narrator)
    if speaker is None:
        return None
    one = draft.text.casefold() in {"i", "me", "my", "mine", "myself"}
    meant = speaker if one or speaker.type in SPEAKING else body_of(speaker)
    if meant is None or (one and meant.type is not EntityType.PERSON):
        return None
    return meant, "speaker"


def quoted_speaker(draft: Draft, scene: Scene) -> Cluster | None:
    """Give the subject of the verb of telling beside a quotation."""
    sentence = draft.sentence
    for token in sentence.tokens:
        if token.lemma in word_list("telling") and not is_quoted(sentence, token):
            subject = teller(sentence, token)
            cluster = None if subject is None else scene.at(draft, subject)
            if cluster is not None:
                return cluster
    return None


def teller(sentence: Sentence, verb: Token) -> Token | None:
    """Give the subject of a verb, outside of quotations."""
    subjects = sentence.below(verb, "nsubj")
    return next((t for t in subjects if not is_quoted(sentence, t)), None)
