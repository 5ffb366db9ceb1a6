"""Whether the words around a word are those that a row of the tables asks for."""

from collections.abc import Callable
from typing import Final

from sayso.extract.grammar.syntax import Sentence, Token
from sayso.extract.grammar.tree import after, is_infinitive, patient_of
from sayso.extract.triggers.rows import Around, Entry, triggers
from sayso.extract.triggers.slots import by_light_verb

#: Slots whose filler is the trigger word itself.
_CARRYING: Final = frozenset({"dobj", "acomp", "prt", "advmod", "attr"})
_BEFORE: Final = frozenset({"compound", "amod", "nmod", "det", "advmod"})
#: Words before a noun that leave room for others of its kind: "a commander".
_NOT_THE_ONLY: Final = frozenset(
    {"a", "an", "another", "one", "any", "some", "each", "every", "no"}
)
_NOBODY: Final = frozenset({"no", "any", "every", "each", "neither"})
_SINGULAR: Final = frozenset({"NN", "NNP"})
_DONE: Final = frozenset({"VBD", "VBN"})
_PRESENT: Final = frozenset({"is", "are", "'s", "’s", "remains", "remain"})
_SIMPLE: Final = frozenset({"VBZ", "VBP"})
_DOES: Final = frozenset({"do", "does"})
_HUNG: Final = frozenset({"xcomp", "acl", "advcl", "pcomp", "ccomp", "dobj"})

Check = Callable[[Sentence, Token, Around], bool]


def fits(sentence: Sentence, token: Token, entry: Entry) -> bool:
    """Say whether particle, preposition and the words around are those that a row asks for."""
    own = sentence.below(token)
    inner = [t for c in own if c.dep in _CARRYING for t in sentence.below(c, "prep")]
    near = {t.lower for t in (*own, *inner)}
    around = entry.row.around
    return (
        (entry.preposition is None or entry.preposition in near)
        and (entry.particle is None or any(_is_particle(sentence, t, entry) for t in own))
        and not near & around.not_with
        and (not around.into or _leads_into(sentence, token, entry))
        and all(check(sentence, token, around) for check in _CHECKS)
    )


def _is_particle(sentence: Sentence, word: Token, entry: Entry) -> bool:
    """Say whether a word is a row's particle: "took in", but not "in March took"."""
    return word.lower == entry.particle and not (
        word.dep == "prep" and sentence.below(word, "pobj", "pcomp")
    )


def _leads_into(sentence: Sentence, token: Token, entry: Entry) -> bool:
    """Say whether what follows the word's preposition is one of the row's words."""
    hosts = (token, *sentence.below(token, *_CARRYING))
    found = (after(sentence, host, entry.preposition or "") for host in hosts)
    return any(t is not None and t.lemma in entry.row.around.into for t in found)


def _is_preceded(sentence: Sentence, token: Token, around: Around) -> bool:
    """Say whether the words before a noun are right."""
    before = {t.lower for t in sentence.below(token) if t.dep in _BEFORE}
    return (not around.after or bool(before & around.after)) and not before & around.not_after


def _has_object(sentence: Sentence, token: Token, around: Around) -> bool:
    """Say whether the object is one that a row asks for, and none that it bars."""
    if not around.with_object and not around.not_object:
        return True
    patient = patient_of(sentence, token)
    if patient is not None and patient.pos in {"NUM", "DET"}:  # "two of its accounts"
        patient = after(sentence, patient, "of") or patient
    lemma = "" if patient is None else patient.lemma
    return (not around.with_object or lemma in around.with_object) and (
        lemma not in around.not_object
    )


def _is_alone(sentence: Sentence, token: Token, around: Around) -> bool:
    """Say whether a verb that must have no object has none."""
    return not around.alone or not sentence.below(token, "dobj", "xcomp")


def _is_light(sentence: Sentence, token: Token, around: Around) -> bool:
    """Say whether a noun that must hang on a light verb does."""
    return not around.light or by_light_verb(sentence, token)


def _is_doing(sentence: Sentence, token: Token, around: Around) -> bool:
    """Say whether the verb below is one that a row asks for, and none that it bars."""
    hung = sentence.below(token, "xcomp", "acl")
    below = {t.lemma for t in hung}
    if around.then and not any(t.dep == "xcomp" and t.tag == "VB" for t in hung):
        return False
    return (not around.doing or bool(below & around.doing)) and not below & around.not_doing


def _is_under(sentence: Sentence, token: Token, around: Around) -> bool:
    """Say whether the word above is one that a row asks for, and none that it bars."""
    above = sentence.head(token).lemma
    barred = token.dep in _HUNG and above in around.not_under
    return (not around.under or above in around.under) and not barred


def _is_of_the_whole(sentence: Sentence, token: Token, around: Around) -> bool:
    """Say whether an office is that of its owner's whole: not "the group's head of finance"."""
    part = after(sentence, token, "of")
    named = part is not None and part.lemma in around.not_of
    return not named or not sentence.below(token, "poss", "compound", "nmod")


def _is_one(sentence: Sentence, token: Token, around: Around) -> bool:
    """Say whether a noun stands for one, or for the only one of its kind."""
    if not around.one and not around.single:
        return True
    dets = {t.lower for t in sentence.below(token, "det", "nummod")}
    if token.tag not in _SINGULAR or dets & _NOBODY:
        return False
    return not (around.one and dets & _NOT_THE_ONLY)


def _is_once(sentence: Sentence, token: Token, around: Around) -> bool:
    """Say whether a verb tells of one act that was done, not of a habit."""
    if not around.once:
        return True
    has = any(t.lemma == "have" for t in sentence.below(token, "aux"))
    return (token.tag in _DONE or has) and not _is_habit(sentence, token)


def _is_repeated(sentence: Sentence, token: Token, around: Around) -> bool:
    """Say whether a verb that must tell a habit stands in the simple present: "sends it cash"."""
    if not around.habit and not around.not_habit:
        return True
    helpers = sentence.below(token, "aux", "auxpass")
    bare = token.tag == "VB" and bool(helpers) and all(t.lemma == "do" for t in helpers)
    is_habit = (token.tag in _SIMPLE and not helpers) or (bare and helpers[0].lower in _DOES)
    return is_habit == around.habit


def _is_habit(sentence: Sentence, verb: Token) -> bool:
    """Say whether words beside a verb make it a habit: "regularly", "each month", "for years"."""
    habits = triggers().habits
    beside = sentence.below(verb, "advmod", "npadvmod", "neg")
    hosts = (verb, *sentence.below(verb, "aux"))  # "had for months provided"
    lasting = [t for host in hosts if (t := after(sentence, host, "for")) is not None]
    lasting = [t for t in lasting if t.tag == "NNS"]
    return any(t.lemma in habits for t in (*beside, *lasting))


def _is_state(sentence: Sentence, token: Token, around: Around) -> bool:
    """Say whether a participle tells how things are: "is listed", "(not listed)", "since"."""
    if not around.state:
        return True
    if around.bare and sentence.below(token, "aux", "auxpass"):
        return False
    return _tells_a_state(sentence, token)


def _tells_a_state(sentence: Sentence, token: Token) -> bool:
    """Say whether the words around a participle make it a state, not an act with a date."""
    links = {t.lower for t in sentence.below(token, "prep")}
    helpers = sentence.below(token, "aux", "auxpass")
    if "since" in links or any(
        t.lower == "as" and _is_as_of(sentence, t) for t in _preps(sentence, token)
    ):
        return True
    if helpers:
        return helpers[-1].lower in _PRESENT and not is_infinitive(sentence, token)
    dated = any(t.dep == "npadvmod" for t in sentence.below(token)) or links & {
        "on",
        "in",
        "during",
    }
    return token.tag == "VBN" and not dated and not sentence.below(token, "nsubj", "dobj")


def _preps(sentence: Sentence, token: Token) -> tuple[Token, ...]:
    """Give the prepositions below a word."""
    return sentence.below(token, "prep")


def _is_as_of(sentence: Sentence, link: Token) -> bool:
    """Say whether a word begins "as of"."""
    return any(t.lower == "of" for t in sentence.below(link))


_CHECKS: Final[tuple[Check, ...]] = (
    _is_preceded,
    _has_object,
    _is_alone,
    _is_light,
    _is_doing,
    _is_under,
    _is_of_the_whole,
    _is_one,
    _is_once,
    _is_repeated,
    _is_state,
)
