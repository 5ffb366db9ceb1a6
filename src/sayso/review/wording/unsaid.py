"""How texts take back what was said: "has withdrawn its claim that", "an earlier version of …"."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from sayso.model.claims import Claim
from sayso.model.documents import Passage
from sayso.model.findings import Record
from sayso.model.ids import ClaimId, EntityId, Span
from sayso.model.vocabulary import EntityType, LinkKind


@dataclass(frozen=True, slots=True)
class Unsaid:
    """What the words around a claim make of it: nothing that is said, but something taken back.

    Attributes:
        kind: retracts or corrects; None for what leaves the matter open: the denial of a denial,
            the demand that somebody take something back.
        stance: of what is taken back: "+" an allegation, "-" a denial.
        by_publisher: the document takes back what it said itself, whoever the claim's speaker is.
        own: it counts only when the speaker is the document's publisher.
    """

    kind: LinkKind | None
    stance: str = "+"
    by_publisher: bool = False
    own: bool = False


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """That a party took back a document as a whole."""

    document: EntityId
    party: EntityId
    passage: Passage


@dataclass(frozen=True, slots=True)
class _Turn:
    """A turn of phrase.

    Attributes:
        pattern: its group "content" holds the claims that are taken back; without that group they
            come after its end. A group "thing" says what is taken back.
        by_publisher, own: as of what is taken back.
        denials: it counts only for claims that say "not so".
    """

    pattern: re.Pattern[str]
    kind: LinkKind | None
    by_publisher: bool = False
    own: bool = False
    denials: bool = False


_THING: Final = (
    r"(?P<thing>(?:report|claim|statement|allegation|accusation|assertion|assessment|finding|story"
    r"|article|account|charge|denial|remark|comment|suggestion)s?)"
)
#: "withdrew", "has since withdrawn", "took back"; not "was asked to withdraw", "has not retracted".
_TOOK_BACK: Final = (
    r"(?<!not )(?<!never )\b(?:withdrew|retracted|retracts|withdraws|recanted|recants|rescinded"
    r"|(?:took|takes)\s+back|(?:has|have|had)\s+(?:since\s+|now\s+|formally\s+|also\s+)?"
    r"(?:withdrawn|retracted|recanted|rescinded|taken\s+back))\s+"
)
_WHOSE: Final = r"(?:its|his|her|their|our|the|an?|this|that)\s+(?:[\w-]+\s+){0,3}?"
_OWN: Final = r"(?:its|his|her|their|our)\s+(?:own\s+)?"
_THAT: Final = r"\s+(?:that|which\s+(?:had\s+)?said\s+that|saying\s+that)\b"
_WRONG: Final = (
    r"(?:was|were|is|are|had\s+been)\s+(?:wrong|incorrect|false|mistaken|inaccurate|untrue|unfounded"
    r"|an?\s+(?:error|mistake)|in\s+error)\b"
)
_WRONGLY: Final = r"(?:in\s+error|wrongly|incorrectly|mistakenly|erroneously)"
_SAID: Final = r"(?:reported|said|stated|wrote|claimed)"


def _turn(words: str) -> re.Pattern[str]:
    return re.compile(words, re.IGNORECASE | re.DOTALL)


#: The first that holds of a claim counts.
_TURNS: Final = (
    _Turn(_turn(_TOOK_BACK + _WHOSE + _THING + _THAT), LinkKind.RETRACTS),
    _Turn(
        _turn(
            r"\b(?:withdraw(?:n|ing)?|retract(?:ed|ing)?|recant|rescind|tak(?:e|ing)\s+back)\s+"
            + _WHOSE
            + _THING
            + _THAT
        ),
        kind=None,  # was asked to, refused to, has not: nothing is taken back, and nothing said
    ),
    _Turn(_turn(rf"\bcorrect(?:ed|s)\s+{_WHOSE}{_THING}{_THAT}"), LinkKind.CORRECTS),
    _Turn(
        _turn(rf"\b{_OWN}(?:[\w-]+\s+){{0,2}}?{_THING}\s+that\b(?P<content>.+?)\b{_WRONG}"),
        LinkKind.RETRACTS,
    ),
    _Turn(
        _turn(r"\b(?:no|not\s+any)\s+longer\s+(?:says?|claims?|maintains?|asserts?)\s+that\b"),
        LinkKind.RETRACTS,
    ),
    _Turn(
        _turn(
            r"\b(?:earlier|previous|original|first)\s+versions?\s+of\s+(?:this|our)\s+"
            r"(?:article|story|report|piece|dispatch|page|item|text)\b"
        ),
        LinkKind.CORRECTS,
        by_publisher=True,
    ),
    _Turn(
        _turn(
            r"\bapologi[sz]e[sd]?\s+for\s+(?:[\w-]+\s+){0,2}?"
            r"(?:reporting|saying|stating|claiming|writing|alleging)\s+that\b"
        ),
        LinkKind.RETRACTS,
        own=True,
    ),
    _Turn(
        _turn(rf"\b(?:{_SAID}\s+{_WRONGLY}|{_WRONGLY}\s+{_SAID})\s+that\b"),
        LinkKind.CORRECTS,
        own=True,
    ),
    _Turn(
        _turn(r"^\W*(?:correction|erratum|corrigendum)\b"),
        LinkKind.CORRECTS,
        own=True,
        denials=True,
    ),
    _Turn(
        _turn(
            r"\bden(?:y|ies|ied)\s+(?:that\s+(?:it|he|she|they)\s+(?:had|has|have)|having)\s+"
            r"(?:ever\s+)?denied\b"
        ),
        kind=None,
    ),
)
_WHOLE: Final = _turn(_TOOK_BACK + _WHOSE + r"(?=(?:report|statement|article|study|assessment)\b)")
#: What is looked for before anything else: a text without any of these takes nothing back.
_HINTS: Final = (
    *("withdr", "retract", "recant", "rescind", " back", "correct", "erratum", "corrigendum"),
    *("version", "apologi", "longer", "denied", "denies", "deny", "wrong", "false", "mistake"),
    *("inaccurate", "error", "untrue", "unfounded", "erroneous"),
)


def find_unsaid(record: Record) -> Mapping[ClaimId, Unsaid]:
    """Give the claims of a document that its words take back, or leave open."""
    if not _is_hinted(record.document.text):
        return {}
    passages = {p.id: p for p in record.passages if _is_hinted(p.text)}
    found = (
        (claim.id, _taken(claim, passages[claim.passage_id]))
        for claim in record.extraction.claims
        if claim.passage_id in passages
    )
    return {claim: unsaid for claim, unsaid in found if unsaid is not None}


def find_withdrawn(record: Record) -> Iterator[Withdrawn]:
    """Give the documents that a text says were withdrawn as a whole, in order."""
    text = record.document.text
    if not _is_hinted(text) or _WHOLE.search(text) is None:
        return
    mentions = sorted(
        (m for e in record.extraction.entities for m in e.mentions), key=lambda m: (m.span, m.id)
    )
    for passage in record.passages:
        turn = _WHOLE.search(passage.text)
        if turn is None or any(t.pattern.search(passage.text) for t in _TURNS):
            continue
        start, end = (passage.span.start + offset for offset in turn.span())
        here = [m for m in mentions if passage.span.contains(m.span)]
        before = [m for m in here if m.span.end <= start and m.type is not EntityType.DOCUMENT]
        after = (m for m in here if m.type is EntityType.DOCUMENT and m.span.end > end)
        document = next(after, None)
        if before and document is not None:
            yield Withdrawn(document.resolved_to, before[-1].resolved_to, passage)


def _is_hinted(text: str) -> bool:
    """Say whether a text has a word without which nothing is taken back."""
    words = text.lower()
    return any(hint in words for hint in _HINTS)


def _taken(claim: Claim, passage: Passage) -> Unsaid | None:
    """Give what the first turn of phrase that holds makes of a claim."""
    for turn in _TURNS:
        found = turn.pattern.search(passage.text)
        if found is None or not _holds(turn, found, claim, passage):
            continue
        thing = found.groupdict().get("thing") or ""
        stance = "-" if thing.lower().startswith("denial") else "+"
        return Unsaid(turn.kind, stance, turn.by_publisher, turn.own)
    return None


def _holds(turn: _Turn, found: re.Match[str], claim: Claim, passage: Passage) -> bool:
    """Say whether a claim stands where a turn of phrase takes it back."""
    if turn.denials and claim.factuality.stance != "-":
        return False
    has_content = "content" in turn.pattern.groupindex
    start, end = found.span("content") if has_content else (found.end(), len(passage.text))
    within = Span(passage.span.start + start, passage.span.start + end)
    return within.contains(claim.trigger)
