"""What turns of phrase ascribe to somebody: "according to", "in a poll", "reportedly", "N: …"."""

import re
from collections.abc import Iterator
from typing import Final

from sayso.extract.attributions.attributed import Draft
from sayso.extract.attributions.page import Page
from sayso.extract.grammar.extents import NO_WORDS, clause_of, noun_words, trimmed, under
from sayso.extract.grammar.syntax import Sentence, Token
from sayso.extract.grammar.tree import is_verbal
from sayso.extract.wording.frames import frames

#: "Brenk: We will pay", "POLL: Half of the voters …".
_LABEL: Final = re.compile(r"[A-Z][^:.!?\n]{1,50}:\s+\S")
#: A longer label is no name; words.
_LONGEST_LABEL: Final = 5
#: Labels of clauses that a source at the end speaks for with what is above them.
_INNER: Final = frozenset({"ccomp", "xcomp", "advcl", "conj", "acl", "pcomp"})


def read_phrases(page: Page) -> Iterator[Draft]:
    """Give what the turns of phrase of a sentence ascribe, in order."""
    sentence = page.sentence
    for word in sentence.tokens:
        found: Draft | None = None
        if word.lower == "according":
            found = _according(sentence, word)
        elif word.lower in frames().adverbs and word.dep == "advmod":
            found = _hearsay(sentence, word)
        elif word.dep == "prep" and word.lower == "in":
            found = _polled(sentence, word)
        if found is not None:
            yield found
    label = _labelled(sentence)
    if label is not None:
        yield label


def _according(s: Sentence, word: Token) -> Draft | None:
    """Give what is so "according to" somebody: all that the sentence says but for that."""
    behind = s.tokens[word.index + 1 : word.index + 2]
    if not behind or behind[0].lower != "to":
        return None
    nouns = s.below(behind[0], "pobj") or s.below(word, "pobj")
    if not nouns:
        return None
    cue, source = frozenset({word.index, behind[0].index}), noun_words(s, nouns[0])
    told = under(s, _over(s, word)) - under(s, word) - source - cue
    told = told or frozenset(t.index for t in s.tokens) - source - cue
    return Draft(head=word, source=source, cue=cue, content=trimmed(s, told))


def _over(s: Sentence, word: Token) -> Token:
    """Give the head of all that a source at the end of a sentence stands for."""
    root = clause_of(s, s.head(word))
    while root.dep in _INNER and root.head != root.index:
        above = clause_of(s, s.head(root))
        if above.index == root.index:
            break
        root = above
    return root


def _hearsay(s: Sentence, adverb: Token) -> Draft:
    """Give what is so by hearsay, of nobody: the clause of "reportedly"."""
    told = under(s, clause_of(s, s.head(adverb))) - {adverb.index}
    cue = frozenset({adverb.index})
    return Draft(head=adverb, source=NO_WORDS, cue=cue, content=trimmed(s, told))


def _polled(s: Sentence, link: Token) -> Draft | None:
    """Give what is found "in a poll": the clause that it hangs on."""
    nouns, verb = s.below(link, "pobj"), s.head(link)
    if not nouns or nouns[0].lemma not in frames().polls or not is_verbal(verb):
        return None
    told = under(s, verb) - under(s, link)
    cue = frozenset({link.index})
    return Draft(head=link, source=noun_words(s, nouns[0]), cue=cue, content=trimmed(s, told))


def _labelled(s: Sentence) -> Draft | None:
    """Give what stands behind a name and a colon."""
    mark = next((t for t in s.tokens if t.text == ":"), None)
    if mark is None or not _LABEL.match(s.passage.text):
        return None
    before, behind = s.tokens[: mark.index], s.tokens[mark.index + 1 :]
    if not 0 < len(before) <= _LONGEST_LABEL or any(is_verbal(t) for t in before):
        return None
    if before[-1].pos != "PROPN" and before[-1].lemma not in frames().polls:
        return None
    return Draft(
        head=mark,
        source=frozenset(t.index for t in before),
        cue=frozenset({mark.index}),
        content=trimmed(s, frozenset(t.index for t in behind)),
    )
