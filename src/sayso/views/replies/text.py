"""The right of reply in lines of text: who was asked, by whom, when, and what came back."""

from collections.abc import Iterable, Iterator
from typing import Final

from sayso.model.claims import Claim
from sayso.model.findings import Finding, Knowledge
from sayso.model.hearings import Hearing
from sayso.model.ids import ClaimId
from sayso.model.vocabulary import Reply
from sayso.views.naming import chain_names, content_words, in_words, label, quote, quote_whole
from sayso.views.phrases import REPLY_WORDS

#: Longer answers are cut where they stand in a table; code points.
LONGEST_IN_A_TABLE: Final = 160
_CAME_BACK: Final = {
    Reply.NOT_SOUGHT: "nobody is known to have asked",
    Reply.SOUGHT: "no answer is told of",
    Reply.DECLINED: "declined to answer",
    Reply.RECEIVED: "answered",
    Reply.GENERAL_REJECTION: "rejected the document as a whole",
}


def hearings_of(knowledge: Knowledge, finding: Finding) -> tuple[Hearing, ...]:
    """Give what is held on hearing the parties of a finding; none where it is not assembled."""
    return knowledge.hearings.get(finding.id, ())


def hearing_line(knowledge: Knowledge, hearing: Hearing) -> str:
    """Give who was asked by whom, when, and what came back, in its own words.

    'Kandor Front (not listed): asked by The Post on 2 May 2024; declined to answer: “…”'
    """
    party = knowledge.entities[hearing.party]
    came_back = _CAME_BACK[hearing.reply]
    words = _words(knowledge, hearing)
    said = came_back if words is None else f"{came_back}: {words}"
    asked = _asked(knowledge, hearing)
    return f"{label(party)}: {asked}{said}"


def _asked(knowledge: Knowledge, hearing: Hearing) -> str:
    """Give "asked by The Post on 2 May 2024; ", or where an answer is held."""
    when = f" {in_words(hearing.on)}" if hearing.on else ""
    if hearing.asked_by is not None:
        return f"asked by {hearing.asked_by}{when}; "
    if hearing.document is None:
        return ""
    document = knowledge.records[hearing.document].document
    where = document.publisher or document.name
    own = where in knowledge.entities[hearing.party].names
    return f"in {'its own words' if own else where}{when}, "


def _words(knowledge: Knowledge, hearing: Hearing) -> str | None:
    """Give the words of the answer, else those that tell of the asking; None for neither."""
    if hearing.answers:
        first, *rest = map(knowledge.claim, hearing.answers)
        more = f" and {len(rest)} more" if rest else ""
        return f"{quote(content_words(knowledge, first))}{more}"
    if not hearing.words:
        return None
    place = f" ({hearing.locator})" if hearing.locator else ""
    return f"{quote_whole(hearing.words)}{place}"


def unanswered(knowledge: Knowledge, finding: Finding) -> Iterator[Hearing]:
    """Give where a party was asked and nothing came back, or it declined."""
    silent = {Reply.SOUGHT, Reply.DECLINED}
    return (h for h in hearings_of(knowledge, finding) if h.reply in silent)


def reply_cell(knowledge: Knowledge, finding: Finding) -> str:
    """Give what came back in one cell of a table: what it was, and the words of the first."""
    said = REPLY_WORDS[finding.reply]
    if finding.replies:
        claims = [knowledge.claim(reply) for reply in finding.replies]
        denials = [_said(knowledge, c) for c in claims if c.factuality.stance == "-"]
        others = [_said(knowledge, c) for c in claims if c.factuality.stance != "-"]
        if finding.reply is Reply.GENERAL_REJECTION and others:
            besides = (f"; denied besides: {words}" for words in denials[:1])
            return f"{said}: {others[0]}{''.join(besides)}"
        return f"{said}: {(denials or others)[0]}"
    told = next(unanswered(knowledge, finding), None)
    return said if told is None else f"{said}: {_shortened(quote_whole(told.words))}"


def _said(knowledge: Knowledge, claim: Claim) -> str:
    """Give who says it, and its words, cut where they are long."""
    words = quote(content_words(knowledge, claim))
    return f"{chain_names(knowledge, claim)[-1]}: {_shortened(words)}"


def hearing_lines(knowledge: Knowledge, hearings: Iterable[Hearing]) -> str:
    """Give hearings, each on a line of its own."""
    return "\n".join(hearing_line(knowledge, hearing) for hearing in hearings)


def asked_of(knowledge: Knowledge, claims: Iterable[ClaimId]) -> tuple[str, ...]:
    """Give the unanswered askings on the findings of claims, each once, in order."""
    homes = dict.fromkeys(knowledge.finding_of[c] for c in claims if c in knowledge.finding_of)
    found = (knowledge.findings[home] for home in homes if home in knowledge.findings)
    return tuple(dict.fromkeys(line for f in found for line in reply_lines(knowledge, f)))


def reply_lines(knowledge: Knowledge, finding: Finding) -> Iterator[str]:
    """Give the unanswered askings of a finding in lines, for where the answers stand already."""
    for hearing in unanswered(knowledge, finding):
        yield hearing_line(knowledge, hearing)


def _shortened(words: str) -> str:
    """Give the beginning of long words."""
    if len(words) <= LONGEST_IN_A_TABLE:
        return words
    return words[:LONGEST_IN_A_TABLE].rsplit(" ", 1)[0] + " […]”"
