"""The queue and the log as lines of text."""

from collections.abc import Iterator, Mapping

from sayso.model.findings import Judgement, Knowledge
from sayso.model.log import LogEntry, LogKind
from sayso.views.naming import quote_whole
from sayso.views.review.queue import Item, Quote
from sayso.views.signatures.words import told

#: Digits of a hash and of a document's id that a person sees.
_DIGITS = 12
_ADDED: Mapping[LogKind, str] = {
    LogKind.ADDITION: "document added",
    LogKind.DESCRIPTION: "description of the document corrected",
    LogKind.ERASURE: "document erased",
    LogKind.RELEASE: "list release added",
    LogKind.STEP: "step on a question",
    LogKind.RELISTING: "names of the document set beside newer lists",
    LogKind.CONTENTS: "contents told of from here on",
    LogKind.STATE_RECORD: "record of a state, from the document",
    LogKind.ANNOTATION: "claims marked in the document",
}


def item_text(item: Item) -> str:
    """Give one thing that waits: what it is, why it waits, the exact words, what decides it."""
    lines = [f"{item.kind.value.upper()}  {item.about}  {item.says}"]
    lines += [f"    why: {why}" for why in item.why]
    for quote in item.quotes:
        lines += _quoted(quote)
    lines += [f"    … and {item.further} more"] if item.further else []
    lines += [f"    $ {command}" for command in item.commands]
    return "\n".join(lines) + "\n"


def _quoted(quote: Quote) -> Iterator[str]:
    yield f"    {quote_whole(quote.words)}"
    sure = "" if quote.confidence is None else f", read with confidence {quote.confidence}"
    yield f"      {quote.where}{sure}"
    if quote.claim is not None:
        yield f"      {quote.claim}: {quote.said}"


def entry_text(
    knowledge: Knowledge, entry: LogEntry, judgements: Mapping[str, Judgement], *, stands: bool
) -> str:
    """Give one entry of the log in one line."""
    head = f"{entry.number}  {entry.at[:16].replace('T', ' ')}"
    tail = f"  [{entry.hash[:_DIGITS]}]"
    judgement = judgements.get(entry.about)
    if judgement is None:
        by = f" by {entry.by}" if entry.by else ""
        what = _ADDED.get(entry.kind, entry.kind.value)
        about = entry.about.removeprefix("sha256:")
        return f"{head}  {what}{by}: {about[:_DIGITS] if about != entry.about else about}{tail}"
    undone = "" if stands else " (undone)"
    return f"{head}  {judgement.id}  {judgement.about} {told(knowledge, judgement)}{undone}{tail}"
