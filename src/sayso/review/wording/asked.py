"""How texts say that a party was asked: "did not respond to", "declined to comment"."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sayso.model.claims import Mention
from sayso.model.documents import Passage
from sayso.model.findings import Record
from sayso.model.ids import DocumentId, EntityId
from sayso.model.vocabulary import MentionKind, Reply
from sayso.review.corpus import Corpus
from sayso.review.entities.owners import PARTIES


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """That a document tells that a party was asked, and what came of it: sought or declined.

    Attributes:
        on: EDTF: the day that the words name, else that of the document.
        words: the sentences that tell of it.
        locator: of the first of them.
    """

    document: DocumentId
    party: EntityId
    reply: Reply
    on: str | None
    words: str
    locator: str


@dataclass(frozen=True, slots=True)
class _Cue:
    """Words that tell of asking; the party stands before them, or after them."""

    reply: Reply
    pattern: re.Pattern[str]
    after: bool = False


def _cue(words: str) -> re.Pattern[str]:
    return re.compile(words, re.IGNORECASE)


_ASKING: Final = (
    r"(?:for\s+(?:an?\s+|its\s+|his\s+|her\s+|their\s+)?(?:comment|response|reply|answer|view)s?"
    r"|to\s+(?:comment|respond|reply|answer)|about\b|whether\b)"
)
_TOLD_NOT: Final = r"\b(?:did|has|have|had)\s+not\s+(?:immediately\s+|yet\s+)?"
#: The first that is found in a sentence counts.
_CUES: Final = (
    _Cue(
        Reply.DECLINED,
        _cue(
            r"\b(?:declined|refused)\s+to\s+(?:comment|answer|respond|reply|discuss|be\s+interviewed)"
            r"|\b(?:would\s+not\s+comment|had\s+no\s+comment|gave\s+no\s+comment)\b"
        ),
    ),
    _Cue(
        Reply.SOUGHT,
        _cue(
            _TOLD_NOT + r"(?:respond|repl|answer)\w*(?:\s+to\s+(?:[\w-]+\s+){0,4}?"
            r"(?:requests?|questions?|messages?|calls?|e-?mails?|letters?)|\s*[.,;]|\s+by\b|\s*$)"
            r"|\bcould\s+not\s+(?:immediately\s+)?be\s+reached"
            r"|\bwas\s+not\s+(?:immediately\s+)?available\s+(?:for|to)\s+comment"
        ),
    ),
    _Cue(
        Reply.SOUGHT,
        _cue(
            r"\b(?:was|were|has\s+been|have\s+been)\s+(?:asked|approached|contacted|invited)\s+"
            + _ASKING
            + r"|\b(?:was|were)\s+given\s+[^.]{1,60}?\bto\s+(?:comment|respond|reply|answer)"
        ),
    ),
    _Cue(
        Reply.SOUGHT,
        _cue(
            r"\b(?:sent|put|submitted|e-?mailed|addressed)\s+(?:[\w-]+\s+){0,5}?"
            r"(?:questions?|allegations?|findings?|requests?|claims?)\s+(?:[\w-]+\s+){0,6}?to\s+"
        ),
        after=True,
    ),
    _Cue(
        Reply.SOUGHT,
        _cue(r"\b(?:asked|approached|contacted|invited)\s+(?=[^.]{1,80}?\s" + _ASKING + ")"),
        after=True,
    ),
)
#: What is looked for before anything else: a sentence without any of these tells of no asking.
_HINTS: Final = (
    *("comment", "respon", "repl", "answer", "reached", "question", "allegation", "finding"),
    *("request", "claim", "interview", "discuss", "about", "whether", "its view", "their view"),
)
#: Words that tell that what a party says is its answer to questions.
_ANSWERING: Final = _cue(
    r"\b(?:repl(?:y|ies|ied)|respon(?:se|ded)|answer(?:s|ed)?)\s+to\s+(?:[\w-]+\s+){0,4}?"
    r"(?:questions?|requests?|queries|query|e-?mails?|letters?)\b|\basked\s+(?:about|whether)\b"
)


def find_asked(
    told: Iterable[Sequence[Asked]], corpus: Corpus
) -> Mapping[tuple[DocumentId, EntityId], Asked]:
    """Give who was asked, by document and party: one of each, that which tells most.

    Args:
        told: what each document tells of asking, by its own entities.
        corpus: which says who they are.
    """
    asked: dict[tuple[DocumentId, EntityId], Asked] = {}
    for one in (row for rows in told if rows for row in rows):
        cluster = corpus.clusters.entity_of.answers.get(one.party)
        if cluster is not None:
            key = one.document, cluster
            mine = replace(one, party=cluster)
            asked[key] = _together(asked[key], mine) if key in asked else mine
    return asked


def asked_in(record: Record) -> tuple[Asked, ...]:
    """Give what the sentences of one document tell of asking, in order."""
    return tuple(_asked_in(record))


def is_answer(sentence: str) -> bool:
    """Say whether a sentence tells that what a party says answers questions put to it."""
    return _ANSWERING.search(sentence) is not None


def _together(first: Asked, later: Asked) -> Asked:
    """Put together what two sentences of a document tell of one party."""
    declined = Reply.DECLINED in {first.reply, later.reply}
    return replace(
        first,
        reply=Reply.DECLINED if declined else Reply.SOUGHT,
        words=f"{first.words} {later.words}",
    )


def _asked_in(record: Record) -> Iterator[Asked]:
    told = [(passage, *_search(passage.text)) for passage in record.passages]
    told = [one for one in told if one[1] is not None]
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for mention in (m for e in record.extraction.entities if told for m in e.mentions):
        mentions[mention.passage_id].append(mention)
    for passage, cue, found in told:
        if cue is None or found is None:
            continue
        within = (m for m in mentions[passage.id] if passage.span.contains(m.span))
        here = sorted(within, key=lambda m: (m.span, m.id))
        place = passage.span.start + (found.end() if cue.after else found.start())
        party = _party(here, place, after=cue.after)
        if party is not None:
            yield Asked(
                document=record.document.id,
                party=party.resolved_to,
                reply=cue.reply,
                on=_day(record, passage),
                words=" ".join(passage.text.split()),
                locator=passage.locator,
            )


def _party(mentions: Sequence[Mention], place: int, *, after: bool) -> Mention | None:
    """Give the party nearest to a place: a nameless one only where no other is named there.

    "The spokesman of the Front declined" asks the Front.
    """
    side = (
        [m for m in mentions if m.span.start >= place]
        if after
        else [m for m in reversed(mentions) if m.span.end <= place]
    )
    parties = [m for m in side if m.type in PARTIES]
    named = (m for m in parties if m.kind is not MentionKind.NOMINAL)
    nearest = next(iter(side), None)
    return next(named, None) if nearest is None or nearest.type in PARTIES else None


def _day(record: Record, passage: Passage) -> str | None:
    """Give the day that a sentence names, else that of its document."""
    named: Iterable[str | None] = (
        t.edtf for t in record.extraction.times if passage.span.contains(t.span)
    )
    return next((day for day in named if day is not None), record.document.published)


def _search(sentence: str) -> tuple[_Cue | None, re.Match[str] | None]:
    """Give the first cue of a sentence, and where it stands."""
    words = sentence.lower()
    for cue in _CUES if any(hint in words for hint in _HINTS) else ():
        found = cue.pattern.search(sentence)
        if found is not None:
            return cue, found
    return None, None
