"""What is new, as an Atom feed (RFC 4287)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from typing import Final
from xml.etree import ElementTree as ET

from sayso.model.news import CustomerNews, EntryNews, FindingNews, HitNews, News
from sayso.views.evidence import Evidence
from sayso.views.naming import quote_whole
from sayso.views.tables import finding_sentence
from sayso.views.times.causes import (
    because,
    because_of_list,
    entry_headline,
    headline,
    knowledge_of,
    resolved,
)
from sayso.views.times.names import urn, urn_of
from sayso.views.times.text import field_lines
from sayso.views.why import Why, explain, notices

_ATOM: Final = "http://www.w3.org/2005/Atom"
#: What XML forbids, and what turns the words after it round.
_FORBIDDEN: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u202d\u202e]"
)
_STANCES: Final = {"+": "says so", "-": "says that it is not so", "?": "leaves it open"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """One entry of the feed; `html` is escaped already."""

    id: str
    title: str
    at: datetime
    category: str
    html: str


def write(news: News, *, author: str, version: str, about: tuple[str, ...] = ()) -> str:
    """Write the feed, the newest entry first, ties by id; "" when nothing is new.

    A feed on the same question keeps its id; one for the public is another feed, for its entries
    say less. It has no link to itself: it is a file, and nobody knows where it will be served.

    Args:
        news: what is new.
        author: whose feed it is.
        version: of the program.
        about: the entities that it was narrowed to, as they were named.
    """
    if news.is_quiet:
        return ""
    entries = sorted(_entries(news), key=lambda e: (-e.at.timestamp(), e.id))
    feed = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": "en"})
    _put(feed, "id", urn("feed", news.origin, *["public"][: news.public], *sorted(about)))
    _put(feed, "title", "Sayso: what is new" + (f" about {', '.join(about)}" if about else ""))
    _put(feed, "subtitle", "Each entry says who says it and who denies it; nothing here is proved.")
    _put(feed, "updated", _instant(entries[0].at))
    _put(ET.SubElement(feed, "author"), "name", author)
    _put(feed, "generator", "Sayso", version=version)
    for entry in entries:
        element = ET.SubElement(feed, "entry")
        _put(element, "id", entry.id)
        _put(element, "title", entry.title)
        _put(element, "updated", _instant(entry.at))
        ET.SubElement(element, "category", term=entry.category)
        _put(element, "content", entry.html, type="html")
    ET.indent(feed)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(feed, encoding="unicode") + "\n"


def _put(parent: ET.Element, name: str, text: str, **attributes: str) -> None:
    element = ET.SubElement(parent, name, attributes)
    element.text = _FORBIDDEN.sub("\ufffd", text)


def _instant(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _entries(news: News) -> Iterator[_Entry]:
    for finding in news.findings:
        yield _finding(news, finding)
    for entry in news.entries:
        yield _list_entry(news, entry)
    for hit in news.hits:
        yield _hit(hit)
    for customer in news.customers:
        yield _customer(customer)


def _finding(news: News, one: FindingNews) -> _Entry:
    knowledge = knowledge_of(news, one)
    why = explain(knowledge, one.finding.id)
    parts = [
        *(_paragraph(f"Notice: {notice}") for notice in notices(why)),
        _paragraph(why.sentence),
        _paragraph(f"Status: {why.status.value.replace('_', ' ')}. {why.explanation}"),
        *_listing("Because of", because(news, one)),
        *_evidence(why),
    ]
    return _Entry(
        id=urn_of(one),
        title=f"{headline(one)} · {finding_sentence(knowledge, one.finding)}",
        at=one.cause.at,
        category=one.kind.value,
        html="\n".join(parts),
    )


def _evidence(why: Why) -> Iterator[str]:
    """Give who says it, who denies it and what was replied, in the words of the documents."""
    for one in why.roots:
        concerned = ", the party concerned," if one.root.concerned else ""
        yield from _listing(
            f"{one.root.name}{concerned} {_STANCES[one.root.stance]}", _cited(one.evidence)
        )
    yield from _listing("Replies of the party concerned", _cited(why.replies))
    yield from _listing("Rejections of the document as a whole", _cited(why.rejections))
    if not why.replies and not why.rejections:
        yield _paragraph(f"Reply: {why.reply}.")


def _cited(evidence: Iterable[Evidence]) -> list[str]:
    """Give the words with their speakers and places; what several documents carry stands once."""
    places: dict[tuple[str, str, str], list[str]] = {}
    for one in evidence:
        where = ", ".join(filter(None, (one.document, one.publisher, one.published, one.locator)))
        said = (quote_whole(one.words), one.chain[-1], one.factuality)
        places.setdefault(said, []).append(f"{' → '.join(one.chain)}: {where}")
    return [
        f"{words} {speaker} [{factuality}]. In {'; '.join(found)}."
        for (words, speaker, factuality), found in places.items()
    ]


def _list_entry(news: News, one: EntryNews) -> _Entry:
    parts = [
        _paragraph(entry_headline(one)),
        _paragraph(f"In this project: {'; '.join(resolved(news, one))}."),
        *_listing("Fields", field_lines(one.change.fields)),
    ]
    return _Entry(
        id=urn_of(one),
        title=f"list change · {entry_headline(one)}",
        at=one.at,
        category="list_change",
        html="\n".join(parts),
    )


def _hit(one: HitNews) -> _Entry:
    found = one.candidate
    named = f"{found.name} ({found.reference}, {found.release}), {found.probability:.2f}"
    parts = [
        _paragraph(f"The watched name “{one.name}” may be {named}: a question, not an answer."),
        *_listing("What was compared", (f.note for f in found.features)),
    ]
    return _Entry(
        id=urn_of(one),
        title=f"screening hit · {one.name}: may be {named}",
        at=one.at,
        category="screening_hit",
        html="\n".join(parts),
    )


def _customer(one: CustomerNews) -> _Entry:
    """Give an alert of a customer by the customer's id: a feed is read elsewhere."""
    found, about = one.alert.candidate, f"{one.name}/{one.subject.key}"
    named = f"{found.name} ({found.reference}, {found.release}), {found.probability:.2f}"
    parts = [
        _paragraph(f"The customer {about} may be {named}: a question, not an answer."),
        _paragraph(f"It is news because {because_of_list(one)}."),
        *_listing("Cleared before; since then", one.alert.changed),
    ]
    return _Entry(
        id=urn_of(one),
        title=f"customer · {about}: may be {named}",
        at=one.at,
        category="customer_alert",
        html="\n".join(parts),
    )


def _paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>"


def _listing(heading: str, lines: Iterable[str]) -> Iterator[str]:
    points = "".join(f"<li>{escape(line)}</li>" for line in lines)
    if points:
        yield f"<p>{escape(heading)}:</p><ul>{points}</ul>"
