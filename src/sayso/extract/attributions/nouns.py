"""What nouns and adjectives ascribe to somebody: "his claim that", "is confident that"."""

from collections.abc import Iterator
from typing import Final

from sayso.extract.attributions.attributed import Draft
from sayso.extract.attributions.page import Page
from sayso.extract.grammar.extents import (
    NO_WORDS,
    Words,
    noun_words,
    phrase_beside,
    trimmed,
    under,
    verb_words,
)
from sayso.extract.grammar.syntax import Sentence, Token
from sayso.extract.grammar.tree import subject_of
from sayso.extract.wording.frames import frames

#: Labels of an adjective that says what somebody is.
_SAID_OF: Final = frozenset({"acomp", "oprd", "ROOT", "conj", "ccomp", "relcl", "advcl"})
_UNDER_COPULA: Final = frozenset({"acomp", "oprd"})
_NOBODY: Final = frozenset({"it", "that", "this"})


def read_nouns(page: Page) -> Iterator[Draft]:
    """Give what the nouns and adjectives of a sentence ascribe, in order."""
    for word in page.sentence.tokens:
        found = None
        if word.pos == "NOUN" and word.lemma in frames().nouns:
            found = _noun(page.sentence, word)
        elif word.lemma in frames().adjectives and word.dep in _SAID_OF:
            found = _adjective(page.sentence, word)
        if found is not None:
            outside = found.cue | found.source
            yield Draft(
                head=word,
                source=found.source,
                cue=found.cue,
                content=page.with_quotations(found.content, outside),
            )


def _noun(s: Sentence, noun: Token) -> Draft | None:
    """Give what somebody's noun brings in: his own, or that of a verb such as "made"."""
    source, cue = _owner(s, noun), frozenset({noun.index})
    lent = _lender(s, noun)
    if not source and lent is not None:
        subject = subject_of(s, lent)
        source = NO_WORDS if subject is None else phrase_beside(s, subject, lent)
        cue = frozenset(range(min(verb_words(s, lent)), noun.index + 1))
    content, link = _clause_on(s, noun), NO_WORDS
    if not content:
        hosts = (noun,) if lent is None else (noun, lent)
        content, link = _behind_link(s, noun, hosts, source)
    return _draft(s, noun, (source, cue | link, content))


def _draft(s: Sentence, head: Token, parts: tuple[Words, Words, Words]) -> Draft | None:
    """Give a draft of a source, a cue and what is said, if it has a source and content."""
    source, cue, content = parts
    content = trimmed(s, content - source - cue)
    if not content or not source:
        return None
    return Draft(head=head, source=source, cue=cue - source, content=content)


def _owner(s: Sentence, noun: Token) -> Words:
    """Give the words for whose it is: "Brenk's claim", "a demand by Brenk"."""
    owners = s.below(noun, "poss")
    by = [t for p in s.below(noun, "prep") if p.lower in {"by", "from"} for t in s.below(p, "pobj")]
    found = [*owners, *by]
    return noun_words(s, found[0]) if found else NO_WORDS


def _lender(s: Sentence, noun: Token) -> Token | None:
    """Give the verb whose subject makes, has or expresses it."""
    verb = s.head(noun)
    return verb if noun.dep == "dobj" and verb.lemma in frames().light else None


def _clause_on(s: Sentence, noun: Token) -> Words:
    """Give the clause with "that", "whether" or "to" that hangs on a noun."""
    for clause in s.below(noun, "acl", "ccomp", "relcl"):
        marks = {t.lower for t in s.below(clause, "mark", "aux")}
        if clause.index > noun.index and marks & {"that", "whether", "to"}:
            return under(s, clause)
    return NO_WORDS


def _behind_link(
    s: Sentence, word: Token, hosts: tuple[Token, ...], source: Words
) -> tuple[Words, Words]:
    """Give what stands after the first preposition behind a word, and the preposition."""
    for link in (p for host in hosts for p in s.below(host, "prep")):
        found = s.below(link, "pobj", "pcomp")
        behind = link.index > word.index and not under(s, link) & source
        if found and behind and link.lower in frames().noun_links:
            return under(s, *found), frozenset({link.index})
    return NO_WORDS, NO_WORDS


def _adjective(s: Sentence, adjective: Token) -> Draft | None:
    """Give what one is glad, sure or critical of."""
    verb = s.head(adjective) if adjective.dep in _UNDER_COPULA else adjective
    subject = subject_of(s, verb)
    if subject is None or subject.lower in _NOBODY:
        return None
    if verb.index != adjective.index and verb.lemma not in frames().copulas:
        return None
    own = s.below(adjective, "advmod", "neg", "auxpass", "aux")
    cue = verb_words(s, verb) | {adjective.index} | {t.index for t in own}
    clauses = s.below(adjective, "ccomp", "xcomp")
    clauses = clauses or tuple(c for c in s.below(verb, "ccomp") if c.index > adjective.index)
    source = phrase_beside(s, subject, verb) - cue
    content, link = under(s, *clauses), NO_WORDS
    if not content:
        content, link = _behind_link(s, adjective, (adjective,), source)
    return _draft(s, adjective, (source, cue | link, content))
