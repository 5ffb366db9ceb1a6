"""What the product takes out of a text, for the benchmarks that measure a part of it."""

import functools
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from sayso.collect.passages import cut
from sayso.collect.readers.plain import blocks_of
from sayso.extract.encoder.scores import Scores
from sayso.extract.encoder.session import Encoder
from sayso.extract.engine import RuleExtractor, readings_of
from sayso.extract.reading import Reading
from sayso.model.claims import Extraction
from sayso.model.documents import Document, Passage
from sayso.model.ids import Span, digest_of
from sayso.model.vocabulary import DocumentKind
from sayso.ports import NameIndex
from sayso.settings import load
from sayso.wiring import workbench

#: Nothing that is measured may depend on the day of the measurement.
_THEN: Final = datetime(2026, 1, 1, tzinfo=UTC)


@functools.cache
def names() -> NameIndex:
    """Give the names of the list that ships with the product."""
    return workbench(load({}, {}, Path()), sys.stdin.buffer).index()


@functools.cache
def extractor() -> RuleExtractor:
    """Give the extractor as the product puts it together."""
    return RuleExtractor(Encoder())


def intake(text: str) -> tuple[Document, tuple[Passage, ...]]:
    """Give an English text as a document, cut as the product cuts plain text."""
    document = Document(
        id=digest_of(text.encode("utf-8", "surrogatepass")),
        kind=DocumentKind.PRESS,
        title=None,
        publisher=None,
        published=None,
        retrieved=_THEN,
        language="en",
        locator="a text of the benchmark",
        media_type="text/plain",
        text=text,
    )
    return document, cut(document.id, text, blocks_of(text))


@functools.lru_cache(maxsize=1)
def extraction(text: str) -> Extraction:
    """Give the entities and claims of a text."""
    return extractor().extract(*intake(text), names())


@functools.lru_cache(maxsize=1)
def readings(text: str) -> tuple[Reading, ...]:
    """Give the sentences of a text with what is known at their words."""
    return readings_of(*intake(text), names())


def windows(text: str) -> Iterator[Scores]:
    """Give what the encoder gives for a text, window by window."""
    spans = [passage.span for passage in intake(text)[1]]
    return Encoder().read(text, spans, spans)


def at_once(text: str) -> Scores:
    """Give what the encoder gives for a short text as one window, or for its beginning."""
    whole = (Span(0, len(text)),)
    return next(Encoder().read(text, whole, whole))
