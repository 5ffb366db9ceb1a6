"""Why a finding is news, in words: which documents and judgements came in, and what they say."""

from collections.abc import Iterator, Mapping
from typing import Final

from sayso.model.findings import Judgement, Knowledge
from sayso.model.ids import DocumentId
from sayso.model.news import CustomerNews, EntryNews, FindingNews, FindingNewsKind, News
from sayso.model.vocabulary import Factuality
from sayso.views.naming import chain_names, one_line

#: What the innermost speaker of a claim does; a hedge stays one.
_DOES: Final[Mapping[Factuality, str]] = {
    Factuality.CERTAIN: "says so",
    Factuality.PROBABLE: "says that it is probable",
    Factuality.POSSIBLE: "says that it is possible",
    Factuality.CERTAIN_NOT: "says that it is not so",
    Factuality.PROBABLE_NOT: "says that it is probably not so",
    Factuality.POSSIBLE_NOT: "says that it is possibly not so",
    Factuality.WITHHELD: "does not say whether it is so",
    Factuality.UNKNOWN: "leaves it open",
}
#: Documents named where all that came in may be the cause.
_MOST_NAMED: Final = 5


def knowledge_of(news: News, one: FindingNews) -> Knowledge:
    """Give the knowledge that a finding is to be told from: of then when it is gone."""
    return news.past if one.kind is FindingNewsKind.FINDING_GONE else news.present


def headline(one: FindingNews) -> str:
    """Give what happened: "asserted → contested", "new tie of Kandor Front"."""
    was, now = " and ".join(s.value for s in one.was), one.finding.status.value
    match one.kind:
        case FindingNewsKind.STATUS_CHANGED:
            return f"{was} → {now}".replace("_", " ")
        case FindingNewsKind.NEW_TIE:
            return f"new tie of {' and '.join(one.watched)}"
        case FindingNewsKind.NEW_FINDING:
            return "new finding"
        case FindingNewsKind.FINDING_GONE:
            return f"no longer held; was {was}".replace("_", " ")


def because(news: News, one: FindingNews) -> tuple[str, ...]:
    """Give one line for each document and judgement that came in and bears on a finding."""
    cause, knowledge = one.cause, knowledge_of(news, one)
    judged = [_judged(judgement) for judgement in cause.judgements]
    if cause.direct:
        return (*(_said(news, knowledge, one, d) for d in cause.documents), *judged)
    named = [document_words(news, d) for d in cause.documents[:_MOST_NAMED]]
    more = len(cause.documents) - len(named)
    named += [f"and {more} more"] if more > 0 else []
    came = "; ".join(named) or "nothing was added"
    return (f"nothing new speaks to it; it is weighed anew with all that is held: {came}", *judged)


def entry_headline(one: EntryNews) -> str:
    """Give which entry changed, and how."""
    how = one.change.change.value.replace("_", " ")
    return f"{one.change.reference} {one.change.name}: {how} ({one.old} → {one.new})"


def because_of_list(one: CustomerNews) -> str:
    """Say why an alert of a customer is news."""
    if one.change is None:
        return "the customer, or the list, is new"
    fields = ", ".join(field.field for field in one.change.fields)
    how = one.change.change.value.replace("_", " ")
    return f"the entry was {how}" + (f": {fields}" if fields else "")


def stances(knowledge: Knowledge, one: FindingNews, document: DocumentId) -> tuple[str, ...]:
    """Give who says what to a finding in a document: "Zarvan Front says that it is not so".

    Each once, in the order of the text; the speaker is the innermost, not who carries the words.
    """
    claims = knowledge.records[document].extraction.claims
    words = (
        f"{chain_names(knowledge, claim)[-1]} {_DOES[claim.factuality]}"
        for claim in claims
        if claim.id in one.finding.voices
    )
    return tuple(dict.fromkeys(words))


def document_words(news: News, document: DocumentId) -> str:
    """Give a document by name, publisher and date, and when it was added."""
    held = news.present.records[document].document
    about = ", ".join(filter(None, (held.publisher, held.published)))
    bracket = f" ({about})" if about else ""
    return f"“{one_line(held.name)}”{bracket}, added {news.added[document]:%Y-%m-%d}"


def notices(news: News) -> tuple[str, ...]:
    """Give what must be said of the documents that the news rest on, each once."""
    found = [
        knowledge_of(news, one).document_of(knowledge_of(news, one).claim(claim)).notice
        for one in news.findings
        for claim in one.finding.claims
    ]
    return tuple(dict.fromkeys(notice for notice in found if notice is not None))


def resolved(news: News, one: EntryNews) -> Iterator[str]:
    """Give the names of the entities that are, or may be, an entry."""
    for entity in one.entities:
        found = news.present.entities[entity]
        may_be = "may be: " if found.listing and found.listing.status != "listed" else ""
        yield f"{may_be}{found.name}"


def _said(news: News, knowledge: Knowledge, one: FindingNews, document: DocumentId) -> str:
    said = "; ".join(stances(knowledge, one, document))
    return f"{document_words(news, document)}: {said}"


def _judged(judgement: Judgement) -> str:
    other = f" and {judgement.other}" if judgement.other else ""
    return (
        f"{judgement.by} on {judgement.at:%Y-%m-%d}: {judgement.verdict} {judgement.about}{other} "
        f"({one_line(judgement.reason)})"
    )
