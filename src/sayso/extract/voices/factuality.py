"""How certain, and with which polarity, the words between a trigger and its source make it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from operator import attrgetter
from typing import Final

from sayso.extract.grammar.syntax import Sentence, Token
from sayso.extract.grammar.tree import is_infinitive, is_passive, is_verbal, path_up
from sayso.extract.sources.phrases import (
    instead_of,
    is_after_nor,
    is_denied,
    is_disclaimed,
    is_fronted_condition,
    is_nobody,
    open_question,
    wh_question,
)
from sayso.extract.sources.saying import Saying
from sayso.extract.voices.conditions import (
    denies_cleft,
    held_off,
    is_after_not,
    is_alternative,
    is_condition,
    is_condition_of,
    is_turned_condition,
    told_by_auxiliary,
)
from sayso.extract.voices.unsaid import on_all_accounts, unsaid_beyond, unsaid_over
from sayso.extract.wording.cues import cues, wording
from sayso.extract.wording.stances import (
    CONDITION,
    OPEN,
    PLAIN,
    PURPORTED,
    PURPOSE,
    Effect,
    Hedges,
    Stance,
    hedges,
)
from sayso.model.vocabulary import Modality, Realis

#: Labels over which the words above a clause have no say: it is told beside the point.
_ISLANDS: Final = frozenset({"relcl", "appos", "parataxis"})
_ARGUMENTS: Final = ("nsubj", "nsubjpass", "csubj", "dobj", "attr", "expl")
#: Labels over which a word has no say about what hangs below it.
_UNGOVERNED: Final = frozenset(
    {"conj", "nsubj", "nsubjpass", "advcl", "npadvmod", "poss", "compound"}
)
_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
#: Labels of what a word shares with one coordinated with it.
_SHARED: Final = ("aux", "neg", "advmod", "preconj", "mark", "advcl")
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP"})
_DOUBTS: Final = frozenset({Modality.SUSPECTED, Modality.PURPORTED})
_CLAUSAL: Final = frozenset({"xcomp", "ccomp", "acl"})

#: Which table tells what a dependent does, by its label.
_ROWS: Final[Mapping[str, Callable[[Hedges], Mapping[str, Effect]]]] = {
    "neg": attrgetter("adverbs"),
    "advmod": attrgetter("adverbs"),
    "preconj": attrgetter("adverbs"),
    "cc": attrgetter("adverbs"),
    "aux": attrgetter("modals"),
    "amod": attrgetter("adjectives"),
    "det": attrgetter("adjectives"),
}


def assess(sentence: Sentence, trigger: Token, saying: Saying | None) -> Stance:
    """Give the stance of the innermost source towards the proposition of a trigger.

    Args:
        sentence: holds the trigger.
        trigger: the word that carries the predicate.
        saying: the innermost one that holds the trigger; None for the narrator's words.
    """
    top = None if saying is None else saying.root
    stance = PLAIN
    for effect in _effects(sentence, path_up(sentence, trigger, top)):
        stance = stance.negated() if effect is None else _under(effect, stance)
    if saying is None and any(on_all_accounts(sentence, t) for t in sentence.tokens):
        stance = _under(cues().verbs["say"].unsaid, stance)
    if is_disclaimed(sentence, trigger):
        stance = _under(PURPORTED, stance)
    return stance if saying is None else _said(saying, stance)


def assess_phrase(sentence: Sentence, noun: Token) -> Stance:
    """Give the stance that a noun phrase alone gives: "its alleged commander"."""
    stance = PLAIN.negated() if is_after_not(sentence, noun) else PLAIN
    for effect in _attached(sentence, noun, None):
        stance = stance.negated() if effect is None else _under(effect, stance)
    return stance


def with_doubts(sentence: Sentence, parties: Iterable[Token], stance: Stance) -> Stance:
    """Give the stance with what is doubted of who they are: "suspected N fighters attacked"."""
    for party in parties:
        noun = sentence.head(party) if party.dep in {"compound", "nmod"} else party
        for word in sentence.below(noun, "amod"):
            effect = hedges().adjectives.get(word.lower)
            if effect is not None and effect.modality in _DOUBTS:
                stance = _under(effect, stance)
    return stance


def is_set_against(sentence: Sentence, filler: Token, trigger: Token) -> bool:
    """Say whether a party has the other polarity than the first of its list.

    "It received trucks, but no weapons"; "serves the family, and not the brigade".
    """
    for node in path_up(sentence, filler, trigger)[:-1]:
        if is_verbal(node):
            return False
        if node.dep == "conj":
            first = sentence.head(node)
            but = any(t.lower == "but" for t in sentence.below(first, "cc"))
            mine, others = (_is_barred(sentence, t) for t in (node, first))
            return (mine and not others) or (others and but and not mine)
    return False


def _is_barred(sentence: Sentence, word: Token) -> bool:
    """Say whether a listed word has "no" or "not" before it, its own or its preposition's."""
    below = sentence.below(word, "pobj") if word.pos == "ADP" else ()
    before = sentence.tokens[max(0, word.index - 1) : word.index]
    return (
        is_nobody(sentence, word)
        or any(t.lower == "not" for t in before)
        or any(is_nobody(sentence, t) for t in below)
    )


def _said(saying: Saying, inside: Stance) -> Stance:
    """Give the stance of a source that presents what is hedged or negated inside."""
    outer = saying.stance
    if outer.factuality.stance == "?":
        return replace(outer, realis=_realis(outer, inside))
    stance = inside.weakened_by(outer)
    if outer.modality is Modality.DENIED:
        modality = Modality.DENIED if stance.factuality.stance == "-" else stance.modality
        return replace(stance, modality=modality)
    if inside.modality is Modality.ASSERTED:
        stance = replace(stance, modality=outer.modality)
    return replace(stance, realis=_realis(outer, stance))


def _under(effect: Stance, stance: Stance) -> Stance:
    """Give the stance of a proposition under a word that hedges it."""
    changed = stance.weakened_by(effect)
    if stance.modality is Modality.ASSERTED:
        changed = replace(changed, modality=effect.modality)
    return replace(changed, realis=_realis(effect, changed))


def _realis(outer: Stance, inner: Stance) -> Realis:
    """Give the realis that is not actual, if either is not."""
    return outer.realis if inner.realis is Realis.ACTUAL else inner.realis


def _effects(sentence: Sentence, path: tuple[Token, ...]) -> Iterator[Effect]:
    """Give what the words along a path do to its first word, nearest first."""
    below: Token | None = None
    for node in path:
        if below is not None and below.dep in _ISLANDS and not is_infinitive(sentence, below):
            yield from unsaid_beyond(sentence, path[path.index(below) :])
            if denies_cleft(sentence, below):
                yield None
            return
        if below is not None:
            yield from _governing(sentence, node, below)
        yield from _own_effects(sentence, node, below)
        if node.dep == "advcl" and not is_condition(sentence, node):
            yield from (OPEN for t in sentence.below(node, "mark") if t.lower == "whether")
            return
        if below is not None and _only_described(node, below):
            return
        below = node
    if path[-1].dep == "ROOT" and sentence.tokens[-1].text == "?":
        yield OPEN


def _own_effects(sentence: Sentence, node: Token, below: Token | None) -> Iterator[Effect]:
    """Give what a word's own dependents and the words right before it do."""
    if below is None or _shares_words(sentence, below, node):
        yield from _attached(sentence, node, below)
    is_purpose = is_infinitive(sentence, node) and node.dep in {"acl", "relcl", "advcl"}
    if is_purpose and sentence.head(node).pos != "PRON":  # "nothing to do with"
        yield PURPOSE
    if instead_of(sentence, node):
        yield None
    if node.dep in {"aux", "advcl"} and is_fronted_condition(sentence, node):
        yield CONDITION


def _only_described(node: Token, below: Token) -> bool:
    """Say whether a clause or phrase only tells which subject it is: "the man held there fled".

    What is then said of the subject, or denied of it, does not touch the description.
    """
    open_nouns = hedges().evidence | hedges().governors.keys() | cues().nouns.keys()
    return node.dep in _SUBJECTS and below.dep != "conj" and node.lemma not in open_nouns


def _shares_words(sentence: Sentence, below: Token, node: Token) -> bool:
    """Say whether the auxiliaries and adverbs of a word hold for a word coordinated with it."""
    if below.dep == "ccomp" and below.index < node.index and node.lemma not in cues().verbs:
        return False  # "we have no ties to it, we never met"
    if below.dep != "conj" or not is_verbal(below):
        return True
    own = sentence.below(below, "aux", "auxpass", "nsubj", "nsubjpass", "neg")
    links = [t for t in sentence.below(node, "cc") if t.index < below.index]
    apart = not links or links[-1].lower == "but"  # "has no ties to it, remains active"
    if not own and is_alternative(sentence, below):
        return True  # "never sheltered or armed it"
    return not own and below.tag == node.tag and not (apart and below.tag in _FINITE)


def _attached(sentence: Sentence, node: Token, below: Token | None) -> Iterator[Effect]:
    """Give what the dependents of a word do: modals, adverbs, negation, "no" and "nobody"."""
    if node.lower in hedges().nobody:
        yield None
    own = sentence.below(node)
    if below is not None and below.dep == "conj" and is_verbal(below):
        own = sentence.below(node, *_SHARED)  # what its own subject or object is stays its own
    if is_after_nor(sentence, node) and not is_verbal(node):
        yield None
    second = below is not None and below.dep == "conj" and not is_verbal(node)
    own = tuple(t for t in own if not (second and t.dep == "preconj"))  # said of both
    for child in own:
        if below is None or child.index != below.index:
            unknown = node.lemma in hedges().evidence
            yield from told_by_auxiliary(sentence, node, child)
            effects = _word_effects(sentence, node, child)
            yield from (OPEN if e is None and unknown else e for e in effects)


def _word_effects(sentence: Sentence, node: Token, child: Token) -> Iterator[Effect]:
    """Give what one dependent does to the word above it."""
    table = hedges()
    word = child.lower
    rows = _ROWS.get(child.dep)
    if rows is not None and word in (effects := rows(table)):
        yield from _listed(sentence, node, child, effects[word])
    elif child.dep == "aux" and word in table.prospective:
        if is_fronted_condition(sentence, child):
            yield CONDITION
        elif node.lemma not in table.timeless:
            yield replace(PLAIN, realis=Realis.PROSPECTIVE)
    elif child.dep in {"mark", "advmod"} and word in table.conditions:
        yield _condition(sentence, node)
    elif is_condition_of(sentence, node, child):
        yield _condition(sentence, child)
    elif _denies(sentence, node, child):
        yield None


def _listed(sentence: Sentence, node: Token, child: Token, effect: Effect) -> Iterator[Effect]:
    """Give the effect that a table has for a word, where it means that here."""
    could_not = child.lower == "could" and sentence.below(node, "neg")  # is "did not"
    either = child.dep == "cc" and child.index > node.index  # said of the next one
    no_less = child.dep == "det" and sentence.tokens[child.index + 1].lower in hedges().comparing
    if not could_not and not no_less and not either:
        yield effect


def _denies(sentence: Sentence, node: Token, child: Token) -> bool:
    """Say whether a dependent turns the polarity: "nobody", "no longer", "in no way"."""
    if child.dep == "prep":
        nouns = sentence.below(child, "pobj")
        return any(t.lemma in hedges().ways and is_nobody(sentence, t) for t in nouns)
    if child.lower in {"longer", "more"} and child.dep == "advmod":
        return sentence.tokens[child.index - 1].lower == "no"
    return is_verbal(node) and child.dep in _ARGUMENTS and is_nobody(sentence, child)


def _condition(sentence: Sentence, clause: Token) -> Stance:
    """Give what "if" does: in a conditional clause nothing is said to be so."""
    knowing = _is_about_knowing(sentence, sentence.head(clause))
    if is_turned_condition(sentence, clause) or (clause.dep == "advcl" and not knowing):
        return CONDITION
    return OPEN if open_question(sentence, clause) else PLAIN


def _governing(sentence: Sentence, node: Token, below: Token) -> Iterator[Effect]:
    """Give what a word does to what hangs below it: "failed to", "is believed to", "lack of"."""
    if _leaves_open(sentence, node, below):
        yield OPEN
    elif below.dep in _UNGOVERNED:
        return
    elif _is_called_false(sentence, node, below):
        yield None
    else:
        unsaid = held_off(sentence, node, below) or unsaid_over(sentence, node, below)
        yield from _by_table(sentence, node, below) if unsaid is None else (unsaid,)


def _by_table(sentence: Sentence, node: Token, below: Token) -> Iterator[Effect]:
    """Give what the tables say of a word over another."""
    table = hedges()
    clausal = below.dep in _CLAUSAL
    spoken = is_verbal(node) and node.lemma in cues().verbs and below.dep != "xcomp"
    spoken = spoken or _tells_which(sentence, node, below)
    particle = next((f"{node.lemma} {t.lower}" for t in sentence.below(node, "prt")), "")
    if below.dep == "prep" and below.lower in table.over and node.lemma in table.pending:
        yield table.pending[node.lemma]
    elif below.dep == "prep" and _is_loose(sentence, node, below):
        return
    elif particle in table.governors or (node.lemma in table.governors and not spoken):
        yield table.governors.get(particle) or table.governors[node.lemma]
    elif clausal and node.lemma in table.clausal:
        yield table.clausal[node.lemma]
    elif clausal:
        yield from (
            table.clausal[t.lower]
            for t in sentence.below(node, "acomp")
            if t.lower in table.clausal and t.index != below.index
        )
        nouns = (t for t in sentence.below(node, "attr") if t.pos == "NOUN")
        if node.lemma == "be" and any(t.lower in table.false for t in nouns):
            yield None  # "it is a lie that"; "it is absurd that" takes the matter for granted
    if below.dep == "xcomp" and any(t.lower == "yet" for t in sentence.below(node, "advmod")):
        yield None  # "has yet to"


def _is_loose(sentence: Sentence, node: Token, below: Token) -> bool:
    """Say whether a phrase is not what a word is about: "in his absence with", "sought on"."""
    wanted = node.lemma in {"seek", "want"} and is_passive(sentence, node)
    return wanted or (below.lower == "with" and not is_verbal(node))


def _tells_which(sentence: Sentence, noun: Token, below: Token) -> bool:
    """Say whether a participle tells which noun is meant: "the indictment drawn up by"."""
    marked = any(t.dep == "mark" or t.lower == "to" for t in sentence.below(below))
    return not is_verbal(noun) and below.dep == "acl" and not marked


def _leaves_open(sentence: Sentence, node: Token, below: Token) -> bool:
    """Say whether a word leaves open what hangs below it.

    "It is not clear whether", "has not proved that", "who leads it is an open question".
    """
    if below.dep in {"csubj", "csubjpass", "ccomp"} and wh_question(sentence, below):
        return _is_unknown(sentence, node)
    if open_question(sentence, below):
        asked = any(t.lower == "whether" for t in sentence.below(below, "mark"))
        governed = below.dep not in _UNGOVERNED and _is_about_knowing(sentence, node)
        return asked or governed
    is_open = node.lemma == "be" and below.dep == "ccomp" and _is_not_known(sentence, node)
    proved = below.dep in _CLAUSAL or below.dep == "nsubjpass"
    unproved = proved and node.lemma in wording().proving and is_denied(sentence, node)
    return is_open or unproved


def _is_not_known(sentence: Sentence, node: Token) -> bool:
    """Say whether the words before "is that" tell what is not known: "what has not been proved"."""
    knowing = hedges().knowing | wording().proving
    for what in sentence.tokens[: node.index]:
        clause = sentence.head(what)
        words = [clause, *sentence.below(clause, "acomp", "attr")]
        is_about = any(t.lemma in knowing or t.lower in knowing for t in words)
        if what.lower == "what" and is_about and is_denied(sentence, clause):
            return True
    return False


def _is_unknown(sentence: Sentence, node: Token) -> bool:
    """Say whether a word says that nobody knows: "is an open question", "is not known"."""
    words = [node, *sentence.below(node, "acomp", "attr", "oprd")]
    unknown = any(t.lower in hedges().unknown for t in words)
    return unknown or (_is_about_knowing(sentence, node) and is_denied(sentence, node))


def _is_called_false(sentence: Sentence, node: Token, below: Token) -> bool:
    """Say whether a claim or report is called false: "the claim that … is baseless", "a lie that".

    It may have a clause of its own: "accounts circulating in town that … are untrue".
    """
    verb = sentence.head(node)
    if node.dep == "attr" and node.lower in hedges().false and sentence.below(below, "mark"):
        return True
    nouns = sentence.below(node, "nsubj") if node.dep == "csubj" else (node,)
    called = {t.lower for t in sentence.below(verb, "acomp", "attr")}
    is_told = any(t.lemma in cues().nouns for t in nouns)
    return node.dep in {"nsubj", "csubj"} and is_told and bool(called & hedges().false)


def _is_about_knowing(sentence: Sentence, node: Token) -> bool:
    """Say whether a word, or the adjective beside it, is about knowing: "is not clear whether"."""
    words = [node, *sentence.below(node, "acomp", "attr", "oprd")]
    known = hedges().knowing
    subject = sentence.below(node, "nsubj")  # "the question is whether"
    return any(t.lemma in hedges().unknown for t in subject) or any(
        t.lower in known or t.lemma in cues().verbs for t in words
    )
