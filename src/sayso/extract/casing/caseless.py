"""Documents whose capitals tell nothing: read with the capitals that their words should have."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Final, TypeVar

from sayso.extract.casing.restore import Capitals, seen_capitals
from sayso.extract.where_when.places import Gazetteer
from sayso.model.claims import Extraction
from sayso.model.documents import Document, Passage
from sayso.model.ids import Span

T = TypeVar("T")

#: Share of capitals among the letters from which on they tell nothing.
SHOUTING: Final = 0.7
#: Share below which a text has no capitals to speak of; English prose has some 0.03.
WHISPERING: Final = 0.002
#: Letters; of a shorter text nothing can be told.
_ENOUGH: Final = 40


def is_caseless(text: str) -> bool:
    """Say whether a text is written in capitals throughout, or without any."""
    letters = {c: n for c, n in Counter(text).items() if c.isalpha() and c.upper() != c.lower()}
    every = sum(letters.values())
    if every < _ENOUGH:
        return False
    share = sum(n for c, n in letters.items() if c.isupper()) / every
    return share > SHOUTING or share < WHISPERING


def with_capitals(
    document: Document, passages: Sequence[Passage], gazetteer: Gazetteer
) -> tuple[Document, tuple[Passage, ...]]:
    """Give a document and its passages as they would be written with capitals, for reading only.

    Every character stays at its place, so that a span of the one is a span of the other. A text
    that uses capitals is given back as it is, but for sentences in capitals throughout.
    """
    wrong = {p.id for p in passages if is_caseless(p.text)}
    if is_caseless(document.text):
        wrong = {p.id for p in passages}
    shouted = [p for p in passages if p.id in wrong and not _is_small(p.text, document.text)]
    if not shouted:
        return document, tuple(passages)
    seen = seen_capitals(p.text for p in passages if p.id not in wrong)
    capitals = Capitals(document.text, gazetteer, seen)
    restored = {p.id: capitals.restore(p.text) for p in shouted}
    text = list(document.text)
    for passage in shouted:
        text[passage.span.start : passage.span.end] = restored[passage.id]
    return (
        replace(document, text="".join(text)),
        tuple(replace(p, text=restored.get(p.id, p.text)) for p in passages),
    )


def _is_small(passage: str, document: str) -> bool:
    """Say whether a sentence has no capitals in a document that has: one without any name."""
    return not is_caseless(document) and not passage.isupper() and passage == passage.lower()


def as_written(extraction: Extraction, text: str) -> Extraction:
    """Give what was found with the words that stand in the document at their spans.

    Only the names of entities and of sources keep their capitals.
    """
    return _with_words(extraction, text)


def _with_words(value: T, text: str) -> T:
    """Give a value with the document's words wherever a span and its text stand side by side."""
    if isinstance(value, tuple):
        return type(value)(_with_words(part, text) for part in value)
    if not is_dataclass(value) or isinstance(value, type | Span):
        return value
    parts = {f.name: _with_words(getattr(value, f.name), text) for f in fields(value)}
    span = parts.get("span")
    if isinstance(span, Span) and parts.get("text") is not None:
        parts["text"] = span.of(text)
    return replace(value, **parts)
