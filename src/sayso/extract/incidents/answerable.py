"""Who is said to have done an act that a noun names, and who its victims are said to be."""

from collections.abc import Iterator
from typing import Final

from sayso.extract.grammar.syntax import Sentence, Token
from sayso.extract.grammar.tree import after, is_passive, patient_of, subject_of

#: Verbs that put an act down to somebody: "the attack was attributed to the Front".
_ASCRIBES: Final = {"attribute": "to", "blame": "on", "ascribe": "to", "impute": "to"}
#: What somebody is said to have to do with an act: "guilty of the murder", "took part in the raid".
_ANSWERS: Final = frozenset(
    {"guilty", "responsible", "accomplice", "mastermind", "author", "perpetrator", "suspect"}
    | {"implicate", "involve", "participate", "confess", "admit", "part", "participation"}
    | {"involvement", "responsibility", "connection", "guilt", "role", "complicity", "planner"}
)
#: Verbs whose object is said to have done it: "charged them with the murder".
_ACCUSES: Final = frozenset(
    {
        "accuse",
        "charge",
        "convict",
        "suspect",
        "implicate",
        "arrest",
        "detain",
        "indict",
        "sentence",
    }
    | {"blame", "involve", "link", "try", "prosecute", "seek", "capture"}
)
_STEPS: Final = 4
#: Verbs by which "the victims" get their names.
_NAMES: Final = frozenset({"be", "identify", "name", "include", "list"})


def answerable(sentence: Sentence, act: Token) -> Token | None:
    """Give whom a sentence holds answerable for the act that a noun names, or None."""
    above = sentence.head(act)
    link = _ASCRIBES.get(above.lemma)
    if link is not None and act.dep in {"dobj", "nsubjpass"}:
        return after(sentence, above, link)
    if act.dep != "pobj":
        return None
    near = list(sentence.ancestors(act))[1:_STEPS]
    node = next((t for t in near if t.lemma in _ANSWERS or _accuses(t)), None)
    if node is None:
        return None
    return patient_of(sentence, node) if _accuses(node) else _answering(sentence, node)


def _accuses(word: Token) -> bool:
    """Say whether a verb charges its object with an act."""
    return word.pos == "VERB" and word.lemma in _ACCUSES


def _answering(sentence: Sentence, word: Token) -> Token | None:
    """Give who is guilty, or takes or has a part."""
    if word.pos == "VERB":
        return (
            patient_of(sentence, word) if is_passive(sentence, word) else subject_of(sentence, word)
        )
    owner = next(iter(sentence.below(word, "poss")), None) or after(sentence, word, "of")
    if owner is not None and word.pos == "NOUN" and owner.pos == "PROPN":
        return owner
    if word.dep in {"acomp", "amod", "attr", "oprd"}:
        return subject_of(sentence, word)
    above = sentence.head(word)
    return subject_of(sentence, above) if above.pos in {"VERB", "AUX"} else None


def casualties(sentence: Sentence, noun: Token) -> Iterator[Token]:
    """Give those whom a sentence names as "the victims", "the wounded", "among the dead"."""
    above = sentence.head(noun)
    if noun.dep in {"nsubj", "nsubjpass"} and above.lemma in _NAMES:
        named = after(sentence, above, "as") if above.lemma != "be" else None
        named = named or next(iter(sentence.below(above, "attr", "dobj", "oprd")), None)
        if named is not None:
            yield named
        return
    node = above
    while node.dep in {"prep", "pobj", "attr", "nsubj"} and node.lemma in {"among", "of", "one"}:
        node = sentence.head(node)
    if node.lemma == "be":
        parties = sentence.below(node, "nsubj", "attr")
        yield from (t for t in parties if noun not in sentence.subtree(t))
