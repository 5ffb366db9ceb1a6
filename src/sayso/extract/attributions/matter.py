"""What a verb ascribes to somebody: a clause, a quotation, what one wants to do, or a noun."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from sayso.extract.attributions.page import Page
from sayso.extract.grammar.extents import NO_WORDS, Words, noun_words, phrase_beside, under
from sayso.extract.grammar.syntax import Sentence, Token
from sayso.extract.wording.frames import frames

#: Prepositions that tell something of the object of a verb: "accused N of", "seen as".
_OF_OBJECTS: Final = frozenset({"as", "for", "of", "to", "on", "over"})
_OF_SUBJECTS: Final = frozenset({"as", "for", "of"})
_NO_CLAUSES: Final = frozenset({"so", "not"})
_MAIN: Final = frozenset({"ROOT", "conj", "ccomp", "parataxis"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A verb in its sentence, before it is known what it brings in.

    Attributes:
        subject: whom the tree gives as such, own or shared; in a passive who undergoes it.
        outside: words that are no part of what is said: the verb group and its source.
    """

    page: Page
    verb: Token
    subject: Token | None
    passive: bool
    outside: Words

    @property
    def sentence(self) -> Sentence:
        """Give the sentence."""
        return self.page.sentence

    @property
    def lemma(self) -> str:
        """Give the lemma of the verb."""
        return self.verb.lemma

    @property
    def undergoes(self) -> Words:
        """Give the noun phrase of who or what a passive is about."""
        if self.subject is None or not self.passive:
            return NO_WORDS
        return phrase_beside(self.sentence, self.subject, self.verb)


@dataclass(frozen=True, slots=True)
class Matter:
    """What is said, and what else belongs to the cue: the preposition of "called for"."""

    words: Words
    cue: Words = NO_WORDS


_NOTHING: Final = Matter(NO_WORDS)


def matter_of(clause: Clause) -> Matter:
    """Give what a verb brings in, by the first way that finds something."""
    ways = _PASSIVE if clause.passive else _ACTIVE
    return next((found for way in ways if (found := way(clause)).words), _NOTHING)


def _clauses(clause: Clause) -> Matter:
    """Give the clauses below the verb; one before it only where none follows, or quoted."""
    s, verb = clause.sentence, clause.verb
    if clause.lemma not in frames().clause:
        return _NOTHING
    found = [c for c in s.below(verb, "ccomp") if c.lower not in _NO_CLAUSES]
    found += [c for c in s.below(verb, "advcl") if _asks(s, verb, c)]
    if any(c.index > verb.index for c in found):
        found = [c for c in found if c.index > verb.index or clause.page.is_quoted(c)]
    return Matter(under(s, *found) if found else NO_WORDS)


def _strayed(clause: Clause) -> Matter:
    """Give a "that" clause hung on a noun beside the verb: "said in a statement that"."""
    s, verb = clause.sentence, clause.verb
    nouns = [t for p in s.below(verb, "prep") for t in s.below(p, "pobj")]
    for noun in nouns if clause.lemma in frames().clause else ():
        for told in s.below(noun, "acl", "relcl", "ccomp"):
            if any(t.lower == "that" for t in s.below(told, "mark")):
                return Matter(under(s, told))
    return _NOTHING


def _asks(s: Sentence, verb: Token, clause: Token) -> bool:
    """Say whether a clause is what somebody asks, hung beside the verb: "asked her if"."""
    marks = {t.lower for t in s.below(clause, "mark")}
    return verb.lemma in frames().asking and bool(marks & {"if", "whether"})


def _around(clause: Clause) -> Matter:
    """Give the clause in which "…, she said, …" or "as she said" stands."""
    s, verb = clause.sentence, clause.verb
    if clause.lemma not in frames().clause or verb.head == verb.index:
        return _NOTHING
    is_as = any(t.lower == "as" for t in s.below(verb, "mark", "advmod"))
    first = s.subtree(verb)[0].index
    apart = first > 0 and s.tokens[first - 1].text == "," and verb.index < verb.head
    apart = apart and not s.below(verb, "mark")
    if (
        verb.dep == "parataxis"
        or (verb.dep == "advcl" and is_as)
        or (verb.dep == "ccomp" and apart)
    ):
        return Matter(under(s, s.head(verb)) - under(s, verb))
    return _NOTHING


def _quoted(clause: Clause) -> Matter:
    """Give the quotations of the sentence, for a verb outside of them that has no clause."""
    if clause.lemma not in frames().clause or clause.page.is_quoted(clause.verb):
        return _NOTHING
    return Matter(NO_WORDS.union(*(p for p in clause.page.parts if not p & clause.outside)))


def _before(clause: Clause) -> Matter:
    """Give all that stands before a cue at the end of its sentence: "A, B and C, she said."."""
    s, verb = clause.sentence, clause.verb
    behind = [t for t in s.tokens if t.index > max(clause.outside)]
    first = min(clause.outside)
    closes = all(t.pos == "PUNCT" for t in behind)
    apart = first > 1 and s.tokens[first - 1].text in {",", "”", '"', "''"}
    if clause.lemma not in frames().clause or verb.dep not in _MAIN or not closes or not apart:
        return _NOTHING
    stops = [t.index for t in s.tokens[: first - 1] if t.text in {";", ":"}]
    return Matter(frozenset(range(max(stops, default=-1) + 1, first)))


def _infinitives(clause: Clause) -> Matter:
    """Give what somebody wants to do, or is expected to: then with who is."""
    s, verb = clause.sentence, clause.verb
    known = frames().infinitive | (frames().clause if clause.passive else NO_WORDS)
    if clause.lemma not in known:
        return _NOTHING
    found = [c for c in s.below(verb, "xcomp") if any(t.lower == "to" for t in s.below(c, "aux"))]
    return Matter(under(s, *found) | clause.undergoes) if found else _NOTHING


def _of_object(clause: Clause) -> Matter:
    """Give an object with what is said of it: "accused N of", "called N a", "urged N to"."""
    s, verb = clause.sentence, clause.verb
    objects = [t for t in s.below(verb, "dobj") if t.index > verb.index]
    told = [t for t in s.below(verb, "oprd", "xcomp", "ccomp") if t.index > verb.index]
    links = [p for p in s.below(verb, "prep") if p.lower in _OF_OBJECTS and p.index > verb.index]
    told += links if objects else []
    if clause.lemma not in frames().whole or not told:
        return _NOTHING
    return Matter(under(s, *objects, *told))


def _linked(clause: Clause) -> Matter:
    """Give the noun behind a preposition that belongs to the verb: "called for N"."""
    s = clause.sentence
    links = frames().links.get(clause.lemma, NO_WORDS)
    for link in s.below(clause.verb, "prep", "prt", "dative"):
        found = s.below(link, "pobj", "pcomp")
        if link.lower in links and found:
            return Matter(under(s, *found), frozenset({link.index}))
    return _NOTHING


def _object(clause: Clause) -> Matter:
    """Give the noun that is denied, wanted or praised; of one who is told it is no matter."""
    objects = clause.sentence.below(clause.verb, "dobj")
    if clause.lemma not in frames().object or not objects:
        return _NOTHING
    return Matter(under(clause.sentence, objects[0]))


def _antecedent(clause: Clause) -> Matter:
    """Give the noun that a relative clause is about: "the charge that he denies"."""
    s, verb = clause.sentence, clause.verb
    noun = s.head(verb)
    known = frames().object | frames().clause
    gone = verb.dep == "relcl" and not s.below(verb, "dobj") and noun.pos in {"NOUN", "PROPN"}
    if clause.lemma not in known or not gone:
        return _NOTHING
    return Matter(noun_words(s, noun, under(s, verb)))


def _undergone(clause: Clause) -> Matter:
    """Give who or what a passive is about, with what is said of it: "N was seen as"."""
    s, verb = clause.sentence, clause.verb
    named = bool(s.below(verb, "agent"))
    whole = clause.lemma in frames().whole
    if not whole and not (named and clause.lemma in frames().object):
        return _NOTHING
    links = [p for p in s.below(verb, "prep") if p.lower in _OF_SUBJECTS]
    return Matter(clause.undergoes | under(s, *s.below(verb, "oprd", "xcomp"), *links))


_Way = Callable[[Clause], Matter]
_ACTIVE: Final[tuple[_Way, ...]] = (
    _clauses,
    _strayed,
    _around,
    _infinitives,
    _of_object,
    _linked,
    _quoted,
    _before,
    _object,
    _antecedent,
)
_PASSIVE: Final[tuple[_Way, ...]] = (_clauses, _around, _infinitives, _linked, _quoted, _undergone)
