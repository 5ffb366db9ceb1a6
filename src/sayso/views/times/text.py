"""What is new, for a terminal."""

from collections.abc import Iterable, Iterator
from datetime import timedelta

from sayso.model.lists import FieldChange
from sayso.model.news import (
    CustomerNews,
    EntryNews,
    FindingNews,
    FindingNewsKind,
    HitNews,
    News,
)
from sayso.views.evidence import alike
from sayso.views.naming import chain_names, content_words, counted, one_line, quote
from sayso.views.phrases import REPLY_WORDS
from sayso.views.tables import finding_sentence
from sayso.views.times.causes import (
    because,
    because_of_list,
    document_words,
    entry_headline,
    headline,
    knowledge_of,
    notices,
    resolved,
)
from sayso.views.times.notes import moment

_HEADINGS = {
    FindingNewsKind.STATUS_CHANGED: "Findings that changed status",
    FindingNewsKind.NEW_TIE: "New ties of watched names",
    FindingNewsKind.NEW_FINDING: "New findings",
    FindingNewsKind.FINDING_GONE: "Findings no longer held",
}
#: Of a day, everything is new that came in after the instant before it.
_TICK = timedelta(microseconds=1)
#: Documents that are named at the head.
_MOST_DOCUMENTS = 12
#: Code points of a changed field that are shown on each side.
_MOST_SHOWN = 160


def render(news: News) -> str:
    """Write the news under their headings; "" when nothing is new."""
    if news.is_quiet:
        return ""
    lines = [f"New since {moment(news.since + _TICK)}", *(f"  {what}" for what in _came(news))]
    lines += notices(news)
    for kind, heading in _HEADINGS.items():
        is_new = kind is FindingNewsKind.NEW_FINDING
        told = (
            _new(news) if is_new else [_finding(news, x) for x in news.findings if x.kind is kind]
        )
        lines += _block(heading, told)
    lines += _block("List entries that changed", [_entry(news, x) for x in news.entries])
    lines += _block("Screening hits of watched names", [_hit(x) for x in news.hits])
    lines += _block("Alerts of customers", [_customer(x) for x in news.customers])
    if news.in_review:
        lines += [
            "",
            f"{news.in_review} more about persons and ties wait in review, read unsurely.",
        ]
    return "\n".join(lines) + "\n"


def _came(news: News) -> Iterator[str]:
    """Say what came in and what went."""
    for document in [*news.added][:_MOST_DOCUMENTS]:
        yield f"document {document_words(news, document)}"
    if len(news.added) > _MOST_DOCUMENTS:
        yield f"and {counted(len(news.added) - _MOST_DOCUMENTS, 'more document')}"
    for addition in news.erased:
        erasure = addition.erasure
        if erasure is not None:
            why = f"by {erasure.by}: {one_line(erasure.reason)}"
            yield f"erased: “{addition.title}”, on {erasure.at:%Y-%m-%d} {why}"
    for release in news.releases:
        yield f"list release {release.id}, taken in {release.retrieved:%Y-%m-%d}"


def _block(heading: str, blocks: list[list[str]]) -> list[str]:
    return ["", f"{heading} ({len(blocks)})", *(x for b in blocks for x in b)] if blocks else []


def _new(news: News) -> list[list[str]]:
    """Give the new findings, under the documents that brought them."""
    found = [one for one in news.findings if one.kind is FindingNewsKind.NEW_FINDING]
    blocks: list[list[str]] = []
    brought: tuple[str, ...] = ()
    place = {document: n for n, document in enumerate(news.added)}
    for one in sorted(found, key=lambda one: [place[d] for d in one.cause.documents[:1]]):
        named = tuple(document_words(news, d) for d in one.cause.documents[:1])
        lines = [f"  {name}" for name in named if named != brought]
        blocks.append([*lines, *_finding(news, one)])
        brought = named
    return blocks


def _finding(news: News, one: FindingNews) -> list[str]:
    knowledge, finding = knowledge_of(news, one), one.finding
    is_new = one.kind is FindingNewsKind.NEW_FINDING
    head = "" if is_new else f"[{headline(one)}] "
    lines = [f"  {finding.id}  {head}{finding_sentence(knowledge, finding)}"]
    lines += [] if is_new else [f"      because {line}" for line in because(news, one)]
    if one.cause.further and not is_new:
        lines.append(
            f"      also {counted(one.cause.further, 'more document')} since, with no new voice"
        )
    lines.append(f"      {finding.explanation}")
    for same in alike(knowledge, finding.replies):
        *carriers, speaker = chain_names(knowledge, same[0])
        via = f" (via {', '.join(reversed(carriers))})" if carriers else ""
        lines.append(f"      reply: {speaker}{via}: {quote(content_words(knowledge, same[0]))}")
    if not finding.replies and not is_new:
        lines.append(f"      reply: {REPLY_WORDS[finding.reply]}")
    return [f"  {line}" for line in lines] if is_new else lines


def _entry(news: News, one: EntryNews) -> list[str]:
    lines = [f"  {entry_headline(one)}", f"      here: {'; '.join(resolved(news, one))}"]
    return lines + [f"      {line}" for line in field_lines(one.change.fields)]


def field_lines(fields: Iterable[FieldChange]) -> Iterator[str]:
    """Give each changed field before and after, from where the two part."""
    for field in fields:
        old, new = _parted(one_line(field.old or ""), one_line(field.new or ""))
        yield f"{field.field}: {old or '(none)'} → {new or '(none)'}"


def _parted(old: str, new: str) -> tuple[str, str]:
    """Give two texts from the word at which they begin to differ, cut to what can be shown."""
    same = next(
        (n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b),
        min(len(old), len(new)),
    )
    start = max(old.rfind(" ", 0, same) + 1, 0) if same > _MOST_SHOWN // 2 else 0
    lead = "… " if start else ""
    cut = (text[start : start + _MOST_SHOWN] for text in (old, new))
    ends = ("" if len(text) <= start + _MOST_SHOWN else " …" for text in (old, new))
    shown_old, shown_new = (f"{lead}{text}{end}" for text, end in zip(cut, ends, strict=True))
    return shown_old if old else "", shown_new if new else ""


def _hit(one: HitNews) -> list[str]:
    c = one.candidate
    notes = "; ".join(feature.note for feature in c.features if feature.log_odds)
    return [
        f"  {one.name}: {c.probability:.2f} {c.name} ({c.reference}, {c.release})",
        f"      a question, not an answer: {notes}",
    ]


def _customer(one: CustomerNews) -> list[str]:
    c = one.alert.candidate
    who = f"{one.name}/{one.subject.key} {one.subject.name}"
    return [
        f"  {who}: {c.probability:.2f} {c.name} ({c.reference}, {c.release})",
        f"      {because_of_list(one)}",
        *(f"      cleared before; {what}" for what in one.alert.changed),
    ]
