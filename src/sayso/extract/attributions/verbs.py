"""What verbs ascribe to somebody: sayings, thoughts, wishes and attitudes."""

from collections.abc import Iterator
from typing import Final

from sayso.extract.attributions.attributed import Draft
from sayso.extract.attributions.matter import Clause, matter_of
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
from sayso.extract.grammar.tree import is_passive, subject_of
from sayso.extract.wording.frames import frames

_NO_VERBS: Final = frozenset({"amod", "compound"})
#: Labels under which a cue may have all that it brings in beyond its sentence.
_TELLING: Final = frozenset({"ROOT", "conj", "advcl", "ccomp", "parataxis"})
_MEDIA_LINKS: Final = frozenset({"in", "on", "via", "through", "by"})
#: Where the parser puts a subject behind its verb: "said N".
_BEHIND: Final = ("nsubj", "dobj", "npadvmod", "attr", "oprd", "appos")


def read_verbs(page: Page) -> Iterator[Draft]:
    """Give what the verbs of a sentence ascribe, in order."""
    for verb in page.sentence.tokens:
        if verb.pos != "VERB" or verb.dep in _NO_VERBS:
            continue
        found = _seeming(page, verb) if verb.lemma in frames().seeming else _read(page, verb)
        if found is not None:
            yield found


def _seeming(page: Page, verb: Token) -> Draft | None:
    """Give what seems to be, with who or what does."""
    s = page.sentence
    subject = subject_of(s, verb)
    told = s.below(verb, "xcomp", "oprd", "acomp", "ccomp")
    if not told or subject is None:
        return None
    who = NO_WORDS if subject.lower == "it" else phrase_beside(s, subject, verb)
    cue = verb_words(s, verb)
    content = trimmed(s, (who | under(s, *told)) - cue)
    return Draft(head=verb, source=NO_WORDS, cue=cue, content=content)


def _read(page: Page, verb: Token) -> Draft | None:
    """Give what a verb ascribes; None for a verb that is no cue here."""
    s = page.sentence
    passive = is_passive(s, verb)
    subject = _subject(page, verb, passive=passive)
    cue = verb_words(s, verb)
    source = _source(s, verb, subject, passive=passive) - cue
    clause = Clause(page=page, verb=verb, subject=subject, passive=passive, outside=cue | source)
    matter = matter_of(clause)
    outside = cue | matter.cue | source
    content = trimmed(s, matter.words - outside)
    if not (content or _tells(page, verb)) or not (source or passive):
        return None
    return Draft(
        head=verb,
        source=source,
        cue=(cue | matter.cue | _medium(s, verb)) - source - content,
        content=page.with_quotations(content, outside) if content else NO_WORDS,
    )


def _subject(page: Page, verb: Token, *, passive: bool) -> Token | None:
    """Give the subject; who stands behind a verb whose subject the tree finds in the quotation."""
    s = page.sentence
    subject = subject_of(s, verb)
    strays = subject is not None and page.is_quoted(subject) and not page.is_quoted(verb)
    if passive or not (strays or (subject is None and verb.lemma in frames().clause)):
        return subject
    behind = (t for t in s.below(verb, *_BEHIND) if not page.is_quoted(t))
    return next((t for t in behind if t.index > verb.index), None)


def _source(s: Sentence, verb: Token, subject: Token | None, *, passive: bool) -> Words:
    """Give the words for who says it: the subject's, or in a passive those after "by"."""
    if passive:
        agents = [t for p in s.below(verb, "agent") for t in s.below(p, "pobj")]
        return noun_words(s, agents[0]) if agents else NO_WORDS
    return NO_WORDS if subject is None else phrase_beside(s, subject, verb)


def _tells(page: Page, verb: Token) -> bool:
    """Say whether what a verb brings in may be a quotation in another sentence."""
    objects = page.sentence.below(verb, "dobj") if verb.lemma not in frames().told else ()
    return (
        verb.lemma in frames().clause
        and verb.dep in _TELLING
        and not objects
        and not page.is_quoted(verb)
    )


def _medium(s: Sentence, verb: Token) -> Words:
    """Give the words for how it was said: "in a statement", "on Twitter"."""
    if verb.lemma not in frames().clause:
        return NO_WORDS
    found = NO_WORDS
    for link in s.below(verb, "prep"):
        nouns = [t for t in s.below(link, "pobj") if t.lemma in frames().media]
        if nouns and link.lower in _MEDIA_LINKS:
            before = {t.index for t in s.subtree(nouns[0]) if t.index < nouns[0].index}
            found |= {link.index, nouns[0].index} | before
    return found
