"""Turns of phrase around a source: who has seen a document, what is quoted."""

from typing import Final

from sayso.extract.sources.tree import after
from sayso.extract.syntax import Sentence, Token

_OPENINGS: Final = frozenset({"whether", "if"})
#: What somebody does with a document before telling of it.
_VIEWING: Final = frozenset({"see", "obtain", "review", "read", "examine", "acquire", "view"})
#: Documents that speak in their author's place: "the panel said in its report".
_REPORTS: Final = frozenset(
    {"report", "study", "assessment", "survey", "briefing", "paper", "document"}
)
_OPENING_MARKS: Final = frozenset("“«„")
_CLOSING_MARKS: Final = frozenset("”»")


def open_question(sentence: Sentence, root: Token) -> bool:
    """Say whether a clause asks whether it is so."""
    return any(
        t.lower in _OPENINGS and t.dep in {"mark", "advmod", "cc", "preconj"}
        for t in sentence.below(root)
    )


def find_viewers(sentence: Sentence, source: Token) -> tuple[Token, ...]:
    """Give who has seen the document that speaks: "a document seen by the newspaper"."""
    for clause in sentence.below(source, "acl"):
        if clause.lemma in _VIEWING:
            viewer = after(sentence, clause, "by")
            return () if viewer is None else (viewer,)
    return ()


def report_that_says(sentence: Sentence, verb: Token) -> Token | None:
    """Give the report in which somebody says it; a document and its author are one node."""
    place = after(sentence, verb, "in")
    return place if place is not None and place.lemma in _REPORTS else None


def quoted_words(sentence: Sentence, *, is_open: bool = False) -> frozenset[int]:
    """Give the indices of the words between quotation marks; open ends count as quoted.

    Args:
        sentence: at most some of it is quoted.
        is_open: a quotation goes on from the sentence before.
    """
    inside = is_open
    found: set[int] = set()
    for token in sentence.tokens:
        inside, is_mark = _after_mark(token.text, inside=inside)
        if inside and not is_mark:
            found.add(token.index)
    return frozenset(found)


def stays_open(sentence: Sentence, *, is_open: bool) -> bool:
    """Say whether a quotation is still open at the end of a sentence."""
    inside = is_open
    for token in sentence.tokens:
        inside, _ = _after_mark(token.text, inside=inside)
    return inside


def _after_mark(text: str, *, inside: bool) -> tuple[bool, bool]:
    """Give whether a quotation is open after a word, and whether the word is a quotation mark."""
    if text in _OPENING_MARKS:
        return True, True
    if text in _CLOSING_MARKS:
        return False, True
    return (not inside, True) if text == '"' else (inside, False)
