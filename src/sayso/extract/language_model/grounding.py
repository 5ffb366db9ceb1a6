"""Claims out of a model's proposals; what the text or the vocabulary has not is refused."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeVar

from sayso.extract.grounding import NO_WORDS, REPEATED, SAME_ENTITY
from sayso.extract.language_model.answers import Proposed
from sayso.extract.language_model.parties import Surroundings
from sayso.extract.locate import find_words
from sayso.model.claims import NARRATED, Argument, Claim, Proposition, Refusal, SourceChain
from sayso.model.documents import Passage
from sayso.model.ids import ClaimId, Span
from sayso.model.vocabulary import (
    Attribution,
    Factuality,
    Modality,
    Predicate,
    Realis,
    Role,
)

NO_SENTENCE: Final = "no such sentence was asked about"
NO_SUCH_WORD: Final = "a predicate, role, factuality or modality that does not exist"
NO_CUE: Final = "a source, but no words that say that it says so"
AT_ODDS: Final = "denied, yet told as so"
NO_PARTY: Final = "nobody and nothing takes part"

#: How sure a model's claim is held to be read, 0 to 1: not measured, so below what default views
#: of findings ask for.
CONFIDENCE: Final = 0.5

_QUOTED: Final = re.compile(r"“[^”]*”|„[^“”]*[“”]|«[^»]*»|\"[^\"]*\"")
_Word = TypeVar("_Word", bound=StrEnum)


class _Refused(Exception):
    """A proposal cannot be a claim; the message is the reason that is counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """The words of a proposal at their places in the document."""

    content: Span
    trigger: Span
    cue: Span | None
    sources: tuple[Span, ...]
    arguments: tuple[tuple[Role, Span], ...]


class ModelGrounding:
    """Turns a model's proposals for one document into claims, in their order.

    Args:
        extractor: what proposes, with its version and rule.
        prefix: of the claims' ids.
        around: what our own reading knows of the document.
    """

    def __init__(self, extractor: str, prefix: str, around: Surroundings) -> None:
        self._extractor = extractor
        self._prefix = prefix
        self._around = around
        self._refused: Counter[str] = Counter()
        self._seen: set[tuple[object, ...]] = set()
        self._number = 0

    @property
    def refused(self) -> tuple[Refusal, ...]:
        """Give what was refused so far, by reason."""
        return Refusal.of(self._refused)

    def count(self, refused: Mapping[str, int]) -> None:
        """Count what was refused before it could be grounded."""
        self._refused.update(refused)

    def ground(self, passages: Sequence[Passage], proposed: Iterable[Proposed]) -> Iterator[Claim]:
        """Give the claims among the proposals about these sentences, in their order there."""
        placed: list[tuple[Passage, Proposed, _Words]] = []
        for proposal in proposed:
            try:
                passage = _sentence(passages, proposal.sentence)
                placed.append((passage, proposal, _located(passage, proposal)))
            except _Refused as no:
                self._refused[str(no)] += 1
        for passage, proposal, words in sorted(placed, key=lambda p: (p[2].content, p[2].trigger)):
            try:
                yield self._claim(passage, proposal, words)
            except _Refused as no:
                self._refused[str(no)] += 1

    def _claim(self, passage: Passage, proposal: Proposed, words: _Words) -> Claim:
        """Give one claim, or refuse."""
        factuality = _word(Factuality, proposal.factuality)
        modality = _word(Modality, proposal.modality)
        if modality is Modality.DENIED and factuality.stance == "+":
            raise _Refused(AT_ODDS)
        if words.sources and words.cue is None:
            raise _Refused(NO_CUE)
        proposition = self._proposition(passage, proposal, words)
        chain = self._chain(words)
        key = (passage.id, proposition.predicate, proposition.arguments, proposition.place, chain)
        if key in self._seen:
            raise _Refused(REPEATED)
        self._seen.add(key)
        self._number += 1
        told = len(chain) > 1
        return Claim(
            id=ClaimId(f"{self._prefix}{self._number}"),
            document_id=passage.document_id,
            passage_id=passage.id,
            sentence=passage.span,
            content=words.content,
            pieces=(words.content,),
            trigger=words.trigger,
            proposition=proposition,
            source_chain=chain,
            attribution=Attribution.EXPLICIT if told else Attribution.NARRATOR,
            factuality=factuality,
            modality=modality,
            extractor=self._extractor,
            confidence=CONFIDENCE,
            cue=words.cue,
            source=words.sources[-1] if words.sources else None,
            direct_quote=told and _is_quoted(passage, words.content),
        )

    def _proposition(self, passage: Passage, proposal: Proposed, words: _Words) -> Proposition:
        """Give what is said, with the entities, places and times of our own reading."""
        predicate = _word(Predicate, proposal.predicate)
        arguments = tuple(self._argument(role, span) for role, span in words.arguments)
        parties = [a for a in arguments if a.role in {Role.SUBJECT, Role.OBJECT}]
        if not parties and predicate is not Predicate.OTHER:
            raise _Refused(NO_PARTY)
        who = {role: {a.entity or a.span for a in parties if a.role is role} for role in Role}
        if who[Role.SUBJECT] & who[Role.OBJECT]:
            raise _Refused(SAME_ENTITY)
        place = _optional(proposal.place, passage, words.content)
        time = _optional(proposal.time, passage, words.content)
        return Proposition(
            predicate=predicate,
            arguments=arguments,
            place=None if place is None else self._around.place_at(place),
            time=None if time is None else self._around.time_at(time),
            realis=_word(Realis, proposal.realis),
        )

    def _argument(self, role: Role, span: Span) -> Argument:
        mention = self._around.mention_at(span)
        if mention is None:
            return Argument(role=role, text=self._around.words(span), span=span)
        return Argument(role=role, entity=mention.resolved_to, span=mention.span)

    def _chain(self, words: _Words) -> SourceChain:
        """Give the chain of sources, the narrator first; a cue alone stands for an unnamed one."""
        if words.cue is None:
            return NARRATED
        return NARRATED + self._around.sources_at(words.sources)


def _sentence(passages: Sequence[Passage], number: int) -> Passage:
    if not 1 <= number <= len(passages):
        raise _Refused(NO_SENTENCE)
    return passages[number - 1]


def _located(passage: Passage, proposal: Proposed) -> _Words:
    """Give the places of all words of a proposal, or refuse.

    Those that carry the claim and take part in it are looked for in its content first.
    """
    content = _place(proposal.content, passage, None)
    arguments = tuple(
        (_word(Role, role), _place(words, passage, content)) for role, words in proposal.arguments
    )
    order = {role: place for place, role in enumerate(Role)}
    return _Words(
        content=content,
        trigger=_place(proposal.trigger, passage, content),
        cue=None if proposal.cue is None else _beside(proposal.cue, passage, content),
        sources=tuple(_beside(words, passage, content) for words in proposal.sources),
        arguments=tuple(sorted(arguments, key=lambda a: order[a[0]])),
    )


def _place(words: str, passage: Passage, near: Span | None) -> Span:
    """Give where words stand in a sentence, in the document's code points, or refuse."""
    first = passage.span.start
    close = None if near is None else Span(near.start - first, near.end - first)
    found = find_words(words, passage.text, close)
    if found is None:
        raise _Refused(NO_WORDS)
    return Span(first + found.start, first + found.end)


def _beside(words: str, passage: Passage, content: Span) -> Span:
    """Give where words stand that tell who says so: before the content or after it, if they do."""
    for aside in (
        Span(passage.span.start, content.start),
        Span(content.end, passage.span.end),
    ):
        found = _place(words, passage, aside)
        if aside.contains(found):
            return found
    return _place(words, passage, None)


def _optional(words: str | None, passage: Passage, content: Span) -> Span | None:
    return None if words is None else _place(words, passage, content)


def _word(kind: type[_Word], told: str) -> _Word:
    """Give a word of a closed set, or refuse."""
    try:
        return kind(told)
    except ValueError:
        raise _Refused(NO_SUCH_WORD) from None


def _is_quoted(passage: Passage, content: Span) -> bool:
    """Say whether the content stands between quotation marks of its sentence."""
    first = passage.span.start
    return any(
        Span(first + found.start(), first + found.end()).contains(content)
        for found in _QUOTED.finditer(passage.text)
    )
