"""Whom a pronoun means: the entity most to the fore that grammar and sense allow."""

from collections.abc import Collection, Sequence

from sayso.extract.entities.owners import body_of
from sayso.extract.entities.scene import (
    MAIN_SUBJECT,
    SUBJECT,
    Found,
    Mentioned,
    Scene,
    clear_first,
    part_of,
    to_the_fore,
)
from sayso.extract.grammar.syntax import Sentence, Token
from sayso.extract.mentions.clusters import BODIES, Cluster
from sayso.extract.mentions.demands import harms, is_addressed, is_asked_for, is_handled, is_sum
from sayso.extract.mentions.descriptions import PRONOUNS, is_quoted
from sayso.extract.mentions.drafts import Draft, describes
from sayso.extract.names.lexicon import word_list
from sayso.model.vocabulary import EntityType, PlaceLevel

#: Sentences back in which an antecedent is looked for.
REACH = 2
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
#: How much more likely a known gender, and being the speaker, make an antecedent.
KNOWN_GENDER, SPEAKS = 2.0, 1.5
#: How much less likely it is whoever is told ("informed the Panel that it …").
ADDRESSED = 0.5
#: How much more likely goods are to be what is carried, sold or sailed.
HANDLED = 2.5
#: Types that do nothing by themselves.
THINGS = frozenset({EntityType.PLACE, EntityType.FACILITY, EntityType.MATERIAL})
PEOPLE = frozenset({EntityType.PERSON, EntityType.GROUP})
#: Types of those to whom people belong ("its fighters", "their spokesman").
OWNERS = frozenset({*BODIES, EntityType.PERSON})


def resolve_pronoun(draft: Draft, scene: Scene) -> Found:
    """Give the entity that a pronoun means and the sieve that told, or None."""
    if draft.rule == "relative":
        cluster = antecedent(draft, scene)
        return None if cluster is None else (cluster, "relative")
    client = client_of(draft, scene)
    if client is not None:
        return client, "pronoun"
    subject = shared_subject(draft, scene)
    fitting = [
        (other, cluster)
        for other, cluster in scene.recent(draft, REACH)
        if suits(draft, cluster) and makes_sense(draft, cluster) and not clashes(draft, other)
        if cluster is not subject and cluster is not scene.speaker and is_asked_for(draft, cluster)
    ]
    if draft.plural and is_of_several(draft, fitting):
        return None
    fitting = [pair for pair in fitting if not stretches(draft, *pair)]
    if tells_of_us(draft):
        fitting = [p for p in fitting if not opens(p[1], scene)]
    if is_judged(draft):
        fitting = [p for p in fitting if p[1].heads.isdisjoint(word_list("of_the_court"))]
    cluster = subject_before(draft, fitting) or preferred(draft, fitting, teller_of(draft, scene))
    return None if cluster is None else (cluster, "pronoun")


# Relative pronouns


def antecedent(draft: Draft, scene: Scene) -> Cluster | None:
    """Give what a relative clause is about; "who" is no place, but the person from there."""
    sentence = draft.sentence
    clause = next((a for a in sentence.ancestors(draft.head) if a.dep == "relcl"), None)
    noun = noun_before(draft) if clause is None else sentence.head(clause)
    chain: list[Cluster] = []
    while noun is not None:
        before = sentence.tokens[sentence.subtree(noun)[0].index - 1]
        denied = noun.dep == "appos" and before.lower == "not"  # "the army, not N, that"
        cluster = None if denied else scene.at(draft, noun)
        chain += [] if cluster is None else [cluster]
        noun = noun_above(draft, noun)
    fitting = [c for c in chain if may_be(draft, c)]
    if draft.text.casefold() in {"who", "whom"}:
        people = (c for c in fitting if c.type in PEOPLE)
        return next(people, None) or next(iter(fitting), None)
    return next(iter(fitting or (chain if clause is not None else ())), None)


def noun_before(draft: Draft) -> Token | None:
    """Give the noun before ", whose", if the tree does not tell whose it is."""
    sentence, place = draft.sentence, draft.head.index
    comma = place > 1 and sentence.tokens[place - 1].text == ","
    before = sentence.tokens[place - 2] if comma else None
    named = before is not None and before.pos in {"NOUN", "PROPN"}
    return before if named and draft.text.casefold() == "whose" else None


def may_be(draft: Draft, cluster: Cluster) -> bool:
    """Say whether "who" may stand for an entity, or "which" for one that does what is said."""
    if draft.text.casefold() in {"who", "whom"}:
        return cluster.type in {*PEOPLE, *BODIES}
    if draft.text.casefold() == "whose":
        return makes_sense(draft, cluster) and is_asked_for(draft, cluster)
    return cluster.type is not EntityType.PLACE or makes_sense(draft, cluster)


def noun_above(draft: Draft, noun: Token) -> Token | None:
    """Give the noun that a noun hangs on by a preposition ("a man from Kabul")."""
    preposition = draft.sentence.head(noun)
    if noun.dep in {"appos", "conj", "npadvmod"}:
        return preposition
    if noun.dep != "pobj" or preposition.dep != "prep":
        return None
    above = draft.sentence.head(preposition)
    return above if above.pos in {"NOUN", "PROPN"} else None


# Personal pronouns


def suits(draft: Draft, cluster: Cluster) -> bool:
    """Say whether an entity has the type, number and gender that a pronoun asks for."""
    asked = PRONOUNS[draft.text.casefold()]
    if cluster.type not in asked.types:
        return False
    if asked.gender is not None:
        return not cluster.plural and cluster.gender in {None, asked.gender}
    if asked.plural:
        return cluster.plural or cluster.type in BODIES
    return not cluster.plural or is_sum(cluster)


def is_of_several(draft: Draft, found: Sequence[Mentioned]) -> bool:
    """Say whether two parties joined by "and" stand nearest before "they", which means both."""
    here = [(o, c) for o, c in found if o.number == draft.number and o.span < draft.span]
    return bool(here) and here[0][0].head.dep == "conj" and not here[0][1].plural


def stretches(draft: Draft, other: Draft, cluster: Cluster) -> bool:
    """Say whether "they" would mean a body of which nothing but its name was mentioned."""
    several = cluster.plural or cluster.is_several
    return draft.plural and not several and part_of(other) < SUBJECT


def makes_sense(draft: Draft, cluster: Cluster) -> bool:
    """Say whether an entity can do or own what the sentence says of the pronoun."""
    head, sentence = draft.head, draft.sentence
    above = sentence.head(head)
    if head.dep == "poss":
        return owns(above, cluster)
    if head.dep not in SUBJECTS or above.pos != "VERB":
        return True
    tells = above.lemma in word_list("telling")
    if cluster.type is EntityType.DOCUMENT:
        return tells or head.dep == "nsubjpass" or above.lemma in word_list("things_do")
    deed = head.dep == "nsubj" and above.lemma not in word_list("things_do")
    return cluster.type not in THINGS or not (tells or deed) or harms(draft, cluster)


def owns(owned: Token, cluster: Cluster) -> bool:
    """Say whether an entity may have a thing: fighters are of groups, speakers of bodies."""
    no_court = owned.lemma not in word_list("of_firms") or "court" not in cluster.heads
    if describes(owned, ()) not in PEOPLE or not no_court:
        return no_court  # no court has a manager
    if owned.lemma in word_list("armed_people"):
        return cluster.type in {EntityType.ARMED_GROUP, EntityType.PUBLIC_BODY, EntityType.PERSON}
    place = cluster.place
    if cluster.type is EntityType.PLACE:
        return place is not None and place.level is PlaceLevel.COUNTRY
    site = cluster.type is EntityType.FACILITY and owned.lemma in word_list("of_sites")
    return site or cluster.type in OWNERS or owned.lemma in {"author", "owner"}


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
    if head.dep == "pobj":
        about.add(sentence.head(head).head)  # "two of them" are not them
    return governor(draft, head) == governor(draft, other.head) or other.head.index in about


def shared_subject(draft: Draft, scene: Scene) -> Cluster | None:
    """Give the subject of the verb that a pronoun is an object of: "X split and left it"."""
    sentence, head = draft.sentence, draft.head
    if head.dep == "poss" or head.dep in SUBJECTS or head.text.endswith(("self", "selves")):
        return None
    verb = sentence.tokens[governor(draft, head)]
    while verb.pos not in {"VERB", "AUX"} and verb.head != verb.index:
        verb = sentence.head(verb)
    subjects = subjects_of(sentence, verb)
    return scene.at(draft, subjects[0]) if subjects else None


def governor(draft: Draft, token: Token) -> int:
    """Give the verb that a word hangs on, through prepositions ("has ties to it")."""
    sentence = draft.sentence
    above = sentence.head(token)
    while above.pos == "ADP" and above.head != above.index:
        above = sentence.head(above)
    return above.index


def preferred(draft: Draft, found: Sequence[Mentioned], speaker: Cluster | None) -> Cluster | None:
    """Give the entity most to the fore, None where two stand alike.

    A number that agrees goes before a body taken as its people; a known gender and the speaker
    weigh more than the rest.
    """
    alike = [pair for pair in found if agrees(draft, pair[1])]
    ranked = to_the_fore(draft, alike or found)
    gender = PRONOUNS[draft.text.casefold()].gender
    told = {id(cluster) for other, cluster in found if is_addressed(draft, other)}
    goods = is_handled(draft)
    weighed = [
        (
            weight * likelihood(cluster, gender, speaker) * fitness(cluster, told, goods=goods),
            cluster,
        )
        for weight, cluster in ranked
    ]
    return clear_first(sorted(weighed, key=lambda pair: -pair[0]))


def likelihood(cluster: Cluster, gender: str | None, speaker: Cluster | None) -> float:
    """Give how much more likely an entity is than its place in the text makes it."""
    known = gender is not None and cluster.gender == gender
    return (KNOWN_GENDER if known else 1.0) * (SPEAKS if cluster is speaker else 1.0)


def fitness(cluster: Cluster, told: Collection[int], *, goods: bool) -> float:
    """Give how much more likely an entity is for its part in what is said of the pronoun.

    Args:
        cluster: the entity.
        told: the identities of those to whom it is said.
        goods: what is said is of goods, money or ships.
    """
    thing = goods and cluster.type is EntityType.MATERIAL
    return (ADDRESSED if id(cluster) in told else 1.0) * (HANDLED if thing else 1.0)


def teller_of(draft: Draft, scene: Scene) -> Cluster | None:
    """Give who tells what a pronoun stands in, or the body whom that person speaks for."""
    sentence = draft.sentence
    for verb in sentence.ancestors(draft.head):
        subjects = subjects_of(sentence, verb) if verb.lemma in word_list("telling") else ()
        speaker = scene.at(draft, subjects[0]) if subjects else None
        if speaker is not None and subjects[0].index != draft.head.index:
            return speaker if suits(draft, speaker) else body_of(speaker)
    return None


def tells_of_us(draft: Draft) -> bool:
    """Say whether somebody tells of those whose text it is: "It claims that our fighters"."""
    sentence = draft.sentence
    verb = sentence.head(draft.head)
    tells = draft.head.dep in SUBJECTS and verb.lemma in word_list("telling")
    ours = (sentence.head(t) for t in sentence.subtree(verb) if t.lower == "our")
    return tells and any(describes(owned, ()) in PEOPLE for owned in ours)


def opens(cluster: Cluster, scene: Scene) -> bool:
    """Say whether an entity is what the first sentence is about."""
    return any(c is cluster and d.number == 0 and part_of(d) == MAIN_SUBJECT for d, c in scene.seen)


def is_judged(draft: Draft) -> bool:
    """Say whether a pronoun stands in what somebody is charged with: it means no court."""
    sentence = draft.sentence
    verb = sentence.head(draft.head)
    charging = [t for t in sentence.ancestors(draft.head) if t.lemma in word_list("charging")]
    judges = draft.head.dep == "nsubj" and charging[:1] == [verb]
    return bool(charging) and not judges and draft.head.dep != "poss"


def client_of(draft: Draft, scene: Scene) -> Cluster | None:
    """Give for whom an advocate speaks: "his lawyer said he had sold nothing"."""
    sentence = draft.sentence
    if draft.head.dep not in SUBJECTS:
        return None
    for verb in sentence.ancestors(draft.head):
        tellers = subjects_of(sentence, verb) if verb.lemma in word_list("telling") else ()
        if tellers and tellers[0].lemma in word_list("advocates"):
            owners = sentence.below(tellers[0], "poss")
            client = scene.at(draft, owners[0]) if owners else None
            return client if client is not None and suits(draft, client) else None
    return None


def subjects_of(sentence: Sentence, verb: Token) -> Sequence[Token]:
    """Give the subjects of a verb, or of the one that it is joined to ("X left and said …")."""
    while verb.dep == "conj" and not sentence.below(verb, *SUBJECTS):
        verb = sentence.head(verb)
    return sentence.below(verb, *SUBJECTS)


def subject_before(draft: Draft, found: Sequence[Mentioned]) -> Cluster | None:
    """Give the subject of the sentence before for a subject that begins its own ("He also …")."""
    if part_of(draft) != MAIN_SUBJECT:
        return None
    if any(other.number == draft.number for other, _ in found):
        return None
    mains = {
        id(cluster): cluster
        for other, cluster in found
        if other.number == draft.number - 1 and part_of(other) == MAIN_SUBJECT
        if agrees(draft, cluster)
    }
    return next(iter(mains.values())) if len(mains) == 1 else None


def agrees(draft: Draft, cluster: Cluster) -> bool:
    """Say whether an entity has the number of a pronoun, so that nothing is stretched."""
    alike = cluster.plural == draft.plural or is_sum(cluster)
    number = alike or cluster.type is EntityType.ARMED_GROUP
    thing = cluster.type is EntityType.MATERIAL
    return number and (not thing or is_handled(draft) or harms(draft, cluster))
