"""What changed in a brief since an earlier issue of it."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from sayso.errors import BadInput
from sayso.model.briefs import Brief
from sayso.model.findings import Knowledge
from sayso.model.ids import ClaimId, FindingId
from sayso.views.annexes.told import paragraphs_by_finding, see
from sayso.views.naming import quote, quote_whole
from sayso.views.wording.texts import texts_of


@dataclass(slots=True)
class _Told:
    """What an issue says of one finding."""

    text: str
    status: str | None = None
    claims: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """An earlier issue, as far as it is compared.

    Attributes:
        made: in words.
        findings: what it tells of each, in its order.
        standings: by name.
    """

    title: str
    made: str
    findings: Mapping[str, _Told]
    standings: Mapping[str, str]


def read_earlier(text: str, origin: str) -> Earlier:
    """Read an issue that was written as JSON.

    Raises:
        BadInput: it is none.
    """
    try:
        held = json.loads(text)
        lines = [x for s in held["sections"] for p in s["paragraphs"] for x in p["lines"]]
        findings: dict[str, _Told] = {}
        for line in lines:
            if line["finding"] is not None:
                told = findings.setdefault(str(line["finding"]), _Told(str(line["text"])))
                told.status = told.status or line["status"]
                told.claims |= set(map(str, line["claims"]))
        return Earlier(
            title=str(held["title"]),
            made=str(held["made"])[:16].replace("T", " "),
            findings=findings,
            standings={str(p["name"]): str(p["standing"]) for p in held["parties"]},
        )
    except (ValueError, KeyError, TypeError) as bad:
        raise BadInput(
            f"{origin}: no earlier issue can be read from it: keep each issue with "
            "`sayso brief --to json -o FILE`, and name that file"
        ) from bad


def revised(knowledge: Knowledge, brief: Brief, earlier: Earlier) -> Brief:
    """Give a brief that says what changed since an earlier issue."""
    return replace(brief, revision=changes(knowledge, brief, earlier))


def changes(knowledge: Knowledge, brief: Brief, earlier: Earlier) -> tuple[str, ...]:
    """Give what is new, what stands otherwise and what is no longer told, one sentence each."""
    found = (*_told(brief, earlier), *_gone(knowledge, brief, earlier), *_standings(brief, earlier))
    texts = texts_of(brief.language)
    is_same = earlier.title == brief.title
    title = quote_whole(earlier.title, texts)
    key = "revision.compared" if is_same else "revision.compared_title"
    first = texts.say(key, made=earlier.made, title=title)
    return (first, *(found or (texts.say("revision.nothing"),)))


def _told(brief: Brief, earlier: Earlier) -> Iterator[str]:
    paragraphs, now, texts = paragraphs_by_finding(brief), _now(brief), texts_of(brief.language)
    new = [n for key, numbers in paragraphs.items() if key not in earlier.findings for n in numbers]
    if new:
        yield texts.say("revision.new", paragraphs=see(new, texts))
    for key, told in now.items():
        before = earlier.findings.get(key)
        if before is None:
            continue
        place = texts.say("revision.place", number=paragraphs[key][0])
        if before.status is not None and told.status is not None and before.status != told.status:
            was, is_now = (texts.say(f"status.{s}") for s in (before.status, told.status))
            yield texts.say("revision.status", paragraph=place, before=was, now=is_now)
        more, fewer = len(told.claims - before.claims), len(before.claims - told.claims)
        if more:
            yield texts.say("revision.more", paragraph=place, count=more)
        if fewer:
            yield texts.say("revision.fewer", paragraph=place, count=fewer)


def _now(brief: Brief) -> dict[FindingId, _Told]:
    now: dict[FindingId, _Told] = {}
    for line in (x for s in brief.sections for p in s.paragraphs for x in p.lines):
        if line.finding is not None:
            told = now.setdefault(line.finding, _Told(line.text))
            told.status = told.status or (None if line.status is None else line.status.value)
            told.claims |= set(line.claims)
    return now


def _gone(knowledge: Knowledge, brief: Brief, earlier: Earlier) -> Iterator[str]:
    """Say what is no longer told, and why, without words whose document is no longer held."""
    now, texts = paragraphs_by_finding(brief), texts_of(brief.language)
    lost = 0
    for key, told in earlier.findings.items():
        if key in now:
            continue
        held = [ClaimId(claim) in knowledge.claims for claim in told.claims]
        if all(held):
            yield texts.say("revision.gone", words=quote(told.text, texts))
        else:
            lost += 1
    if lost:
        yield texts.say("revision.lost", count=lost)


def _standings(brief: Brief, earlier: Earlier) -> Iterator[str]:
    texts = texts_of(brief.language)
    for party in brief.parties:
        before = earlier.standings.get(party.name)
        if before is not None and before != party.standing:
            yield texts.say("revision.standing", name=party.name, before=before, now=party.standing)
