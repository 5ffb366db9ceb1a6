"""What the words around a pronoun ask of whom it means: one belongs to a group, not to a court."""

from sayso.extract.grammar.syntax import Token
from sayso.extract.mentions.clusters import Cluster
from sayso.extract.mentions.drafts import Draft
from sayso.extract.mentions.kinds import kinds_of
from sayso.extract.names.lexicon import word_list
from sayso.model.vocabulary import EntityType

#: Types of those to which one belongs and for which one fights or recruits.
JOINED = frozenset({EntityType.ARMED_GROUP, EntityType.ORGANISATION, EntityType.GROUP})
#: Types that have no staff, board or members.
BODILESS = frozenset(
    {
        *(EntityType.DOCUMENT, EntityType.MATERIAL, EntityType.PLACE),
        EntityType.CAPABILITY,
    }
)
#: Types of what the state and the press are, which have no founder and no shares.
PUBLIC = frozenset({EntityType.PUBLIC_BODY})
#: Types of bodies that nobody owns.
UNOWNED = frozenset({EntityType.PUBLIC_BODY, EntityType.ARMED_GROUP})
#: "its managing director": of a company.
MANAGING = frozenset({"managing", "non-executive", "marketing", "commercial"})
#: Before a figure.
AMOUNTING = frozenset({"up", "about", "some", "nearly", "roughly", "almost", "around"})
#: Types that strike nobody.
PEACEFUL = frozenset({EntityType.MEDIA_OUTLET, EntityType.DOCUMENT})


def is_asked_for(draft: Draft, cluster: Cluster) -> bool:
    """Say whether an entity may stand where a pronoun stands, as far as its words tell."""
    head, sentence = draft.head, draft.sentence
    above = sentence.head(head)
    if head.dep == "poss":
        managing = any(t.lower in MANAGING for t in sentence.below(above, "amod"))
        return may_have(above, cluster) and not (managing and cluster.type in UNOWNED)
    if head.dep == "pobj":
        return may_be_joined(draft, cluster)
    strikes = head.dep == "nsubj" and above.lemma in word_list("violence")
    return not (strikes and cluster.type in PEACEFUL)


def may_have(owned: Token, cluster: Cluster) -> bool:
    """Say whether an entity may have a founder, shareholders, members or a board."""
    noun = owned.lemma
    if noun in word_list("of_movements") and cluster.type in PUBLIC:
        return words_of(cluster).isdisjoint(word_list("services"))
    if noun in word_list("of_companies"):
        return cluster.type not in UNOWNED
    if noun in word_list("of_groups"):
        company = noun in word_list("of_members") and "company" in kinds_of(cluster)
        return cluster.type not in PUBLIC and not company
    return noun not in word_list("of_bodies") or cluster.type not in BODILESS


def may_be_joined(draft: Draft, cluster: Cluster) -> bool:
    """Say whether one may belong to an entity, fight or recruit for it, if that is said."""
    sentence = draft.sentence
    verb = sentence.head(sentence.head(draft.head))
    if verb.lemma not in word_list("belonging") or cluster.type in JOINED:
        return True
    if cluster.type is EntityType.PUBLIC_BODY:
        return not words_of(cluster).isdisjoint(word_list("serving"))
    return verb.lemma == "belong" and cluster.type in {EntityType.PERSON, EntityType.PLACE}


def words_of(cluster: Cluster) -> set[str]:
    """Give the folded words by which an entity is named and described."""
    return {word for name in cluster.plain for word in name} | cluster.heads


def is_handled(draft: Draft) -> bool:
    """Say whether a pronoun is what is carried, sold, sailed or counted: "shipped it"."""
    head, sentence = draft.head, draft.sentence
    above = sentence.head(head)
    if head.dep in {"dobj", "nsubjpass"}:
        return above.lemma in word_list("handling") and not is_receiver(draft)
    if head.dep == "poss":
        return above.lemma in word_list("of_ships")
    parted = head.dep == "pobj" and above.lower == "of"
    return parted and sentence.head(above).lemma in word_list("fractions")


def is_receiver(draft: Draft) -> bool:
    """Say whether what a pronoun gets stands right behind it: "hand it 900 francs"."""
    place = draft.head.index + 1
    after = draft.sentence.tokens[place] if place < len(draft.sentence.tokens) else None
    if draft.head.dep != "dobj" or after is None:
        return False
    return after.tag in {"DT", "CD", "JJ", "NN", "NNS", "PRP$", "$"} or after.lower in AMOUNTING


def is_sum(cluster: Cluster) -> bool:
    """Say whether an entity is a sum, of which one says "they" and "it"."""
    return not cluster.heads.isdisjoint(word_list("sums"))


def harms(draft: Draft, cluster: Cluster) -> bool:
    """Say whether a pronoun is what struck or killed, and an entity a weapon."""
    verb = draft.sentence.head(draft.head)
    deed = draft.head.dep == "nsubj" and verb.lemma in word_list("weapons_do")
    return deed and not cluster.heads.isdisjoint(word_list("weapons"))


def is_addressed(draft: Draft, other: Draft) -> bool:
    """Say whether the other is told what a pronoun stands in: "informed the Panel that it …"."""
    same = other.number == draft.number and other.head.dep in {"dobj", "dative", "iobj"}
    verb = other.sentence.head(other.head)
    tells = verb.lemma in word_list("telling")
    return (
        same and tells and any(a.index == verb.index for a in draft.sentence.ancestors(draft.head))
    )
