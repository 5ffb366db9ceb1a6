"""Writes what has no text of its own as one: a line, and so a passage, for each thing."""

from collections.abc import Iterable
from typing import Final

from sayso.collect.collector import Hints
from sayso.collect.language import language_of
from sayso.model.documents import Document, Intake, Original, Passage
from sayso.model.ids import PassageId, Span
from sayso.model.vocabulary import DocumentKind, Handling, PassageKind

_BETWEEN: Final = " · "


class Sheet:
    """A text in the making."""

    def __init__(self) -> None:
        self._lines: list[tuple[str, str]] = []
        self._at = 0

    def line(self, place: str, parts: Iterable[str]) -> tuple[Span, ...]:
        """Add a line of parts and give where each of them stands; an empty one is left out."""
        spans, words, at = [], [], self._at
        for part in parts:
            spans.append(Span(at, at + len(part)))
            if part:
                words.append(part)
                at += len(part) + len(_BETWEEN)
        text = _BETWEEN.join(words)
        self._lines.append((place, text))
        self._at += len(text) + 1
        return tuple(spans)

    def intake(self, original: Original, hints: Hints) -> Intake:
        """Give the document whose bytes are the other tool's file, and whose text is this."""
        text = "".join(f"{line}\n" for _, line in self._lines)
        document = Document(
            id=original.id,
            kind=hints.kind or DocumentKind.SUBMISSION,
            title=hints.title,
            publisher=hints.publisher,
            published=hints.published,
            retrieved=original.retrieved,
            language=language_of(text),
            locator=original.locator,
            media_type=original.media_type,
            text=text,
            notice=hints.notice,
            handling=hints.handling or Handling.PUBLIC,
            collection=hints.collection,
            lawful_basis=hints.lawful_basis,
        )
        return Intake(original=original, document=document, passages=self._passages(document))

    def _passages(self, document: Document) -> tuple[Passage, ...]:
        found, at = [], 0
        for number, (place, line) in enumerate(self._lines):
            span = Span(at, at + len(line))
            at = span.end + 1
            if line.strip():
                passage = Passage(
                    id=PassageId(f"{document.id[7:23]}:{number}"),
                    document_id=document.id,
                    span=span,
                    text=line,
                    locator=place,
                    kind=PassageKind.ENTRY,
                    paragraph=number + 1,
                )
                found.append(passage)
        return tuple(found)
