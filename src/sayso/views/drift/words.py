"""What stands in a cell: a claim's exact words with their place, and how its finding stands."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sayso.model.documents import Document
from sayso.model.drift import Development, Series
from sayso.model.findings import Knowledge
from sayso.model.ids import ClaimId
from sayso.views.evidence import confident_claims, words_span
from sayso.views.naming import PARTIES, label, one_line, quote_whole
from sayso.views.phrases import REPLY_WORDS


def words_of(knowledge: Knowledge, claim: ClaimId) -> str:
    """Give a claim's sentence, character for character; of a long one what is said with its cue."""
    found = knowledge.claim(claim)
    return words_span(found).of(knowledge.document_of(found).text)


def cited(knowledge: Knowledge, claim: ClaimId) -> str:
    """Give a claim's words with their place and its id."""
    locator = knowledge.passage_of(knowledge.claim(claim)).locator
    words = quote_whole(words_of(knowledge, claim))
    return f"{words} ({locator}, {claim})"


def stands(knowledge: Knowledge, claim: ClaimId) -> str:
    """Say how a claim's finding stands and what was replied; "" for a claim without one."""
    key = knowledge.finding_of.get(claim)
    if key is None:
        return ""
    finding = knowledge.findings[key]
    return f"{key} {finding.status}; {REPLY_WORDS[finding.reply]}"


def resting(knowledge: Knowledge, claims: Iterable[ClaimId]) -> str:
    """Give claims with their findings, in order: "c-1, c-2; finding f-1"."""
    named = tuple(claims)
    found = dict.fromkeys(knowledge.finding_of[c] for c in named if c in knowledge.finding_of)
    findings = ", ".join(found)
    return "; ".join(filter(None, (", ".join(named), findings and f"finding {findings}")))


def parties(knowledge: Knowledge, claims: Iterable[ClaimId]) -> list[str]:
    """Give one line with the persons and groups that claims are about and their standing."""
    arguments = (a for c in claims for a in knowledge.claim(c).proposition.arguments)
    ends = (knowledge.entity_behind(argument.entity) for argument in arguments)
    labels = dict.fromkeys(label(end) for end in ends if end is not None and end.type in PARTIES)
    return [f"Parties: {'; '.join(labels)}"] if labels else []


def sure_series(knowledge: Knowledge, series: Series) -> Series:
    """Give a series without what was not read surely where it must be: that waits in review."""
    sure = tuple(one for one in series.developments if _is_sure(knowledge, one))
    return replace(series, developments=sure)


def _is_sure(knowledge: Knowledge, one: Development) -> bool:
    claims = [side.claim for side in (one.earlier, one.later) if side is not None]
    keyed = ((claim, knowledge.finding_of.get(claim)) for claim in claims)
    return all(
        key is None or claim in confident_claims(knowledge, knowledge.findings[key])
        for claim, key in keyed
    )


def markdown_table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write a table that can be pasted: one line a row, bars inside cells escaped."""
    lines = [columns, ["---"] * len(columns), *rows]
    return "\n".join(f"| {' | '.join(_cell(cell) for cell in line)} |" for line in lines)


def heading(document: Document) -> str:
    """Give which document it is, in one line."""
    parts = (document.name, document.publisher, document.published)
    return one_line(" · ".join(part for part in parts if part))


def notices(documents: Iterable[Document]) -> tuple[str, ...]:
    """Give what must be said of documents, each once."""
    return tuple(dict.fromkeys(d.notice for d in documents if d.notice is not None))


def _cell(text: str) -> str:
    return one_line(text).replace("|", "\\|")
