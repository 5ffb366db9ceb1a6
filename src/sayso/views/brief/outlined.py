"""Paragraphs in a person's order and words: cited as ever, and never without the other side."""

from collections.abc import Iterable, Iterator, Sequence

from sayso.errors import NotFound, Uncited
from sayso.model.briefs import BriefLine
from sayso.model.claims import Claim
from sayso.model.findings import Entity, Finding, Knowledge
from sayso.model.outlines import Outline, OutlineLine
from sayso.views.brief.draft import Draft
from sayso.views.brief.paragraphs import Telling
from sayso.views.evidence import confident_claims
from sayso.views.naming import is_named_here, label, one_line, standing
from sayso.views.tables import lead_claim
from sayso.views.wording.texts import Texts


def outlined(draft: Draft, outline: Outline) -> list[tuple[str, list[tuple[BriefLine, ...]]]]:
    """Give the sections of an outline, each with the lines of its paragraphs; no empty ones.

    Raises:
        NotFound: it names a claim or finding that is not held, or no longer.
        Uncited: a sentence names nothing that it rests on.
    """
    writer = _Writer(draft, outline)
    written = (
        (
            section.heading,
            [lines for paragraph in section.paragraphs for lines in writer.paragraphs(paragraph)],
        )
        for section in outline.sections
    )
    return [(heading, paragraphs) for heading, paragraphs in written if paragraphs]


def in_own_words(outline: Outline | None, texts: Texts) -> Iterator[str]:
    """Say how many sentences are a person's; nothing where none is."""
    sections = () if outline is None else outline.sections
    lines = (line for section in sections for p in section.paragraphs for line in p)
    count = sum(line.text is not None for line in lines)
    if count:
        yield texts.say("limit.own_words", count=count)


def outlined_findings(knowledge: Knowledge, outline: Outline) -> tuple[Finding, ...]:
    """Give the findings that an outline tells, in its order, each once.

    Raises:
        NotFound: it names a claim or finding that is not held, or no longer.
    """
    lines = [x for s in outline.sections for paragraph in s.paragraphs for x in paragraph]
    found = (f for line in lines for f in findings_under(knowledge, line, outline.origin))
    return tuple({finding.id: finding for finding in found}.values())


def findings_under(knowledge: Knowledge, line: OutlineLine, origin: str) -> list[Finding]:
    """Give the findings that a line names, and those of the claims that it names."""
    named = list(line.findings)
    for claim in line.claims:
        if claim not in knowledge.claims:
            raise _gone(origin, line, "claim", claim)
        named += [home for home in (knowledge.finding_of.get(claim),) if home is not None]
    for key in named:
        if key not in knowledge.findings:
            raise _gone(origin, line, "finding", key)
    return [knowledge.findings[key] for key in dict.fromkeys(named)]


def _gone(origin: str, line: OutlineLine, what: str, key: str) -> NotFound:
    return NotFound(
        f"{origin}, line {line.row}: no {what} {key!r}: `sayso {what}s` lists those that stand; "
        "its document may have been erased or be not public, or a person rejected it: take it out"
    )


class _Writer:
    """Writes the paragraphs of one outline."""

    def __init__(self, draft: Draft, outline: Outline) -> None:
        self._draft = draft
        self._origin = outline.origin

    def paragraphs(self, lines: Sequence[OutlineLine]) -> Iterable[tuple[BriefLine, ...]]:
        """Give a paragraph of own words, and one for each finding that the program is to tell."""
        own = [line for line in lines if line.text is not None]
        if own:
            yield self._own(own)
        for line in lines:
            if line.text is None:
                for finding in findings_under(self._draft.knowledge, line, self._origin):
                    yield self._told(finding)

    def _told(self, finding: Finding) -> tuple[BriefLine, ...]:
        if not confident_claims(self._draft.knowledge, finding):
            raise NotFound(
                f"{self._origin}: {finding.id} waits in review: no brief tells what was not read "
                "surely: `sayso review` shows it"
            )
        return Telling(self._draft, [finding]).tell()

    def _own(self, lines: Sequence[OutlineLine]) -> tuple[BriefLine, ...]:
        """Give sentences of a person, and after them what the other side says that they leave."""
        written: list[BriefLine] = []
        findings: dict[str, Finding] = {}
        for line in lines:
            found = findings_under(self._draft.knowledge, line, self._origin)
            claims = self._claims(line, found)
            opens = bool(found) and found[0].id not in findings
            findings |= {finding.id: finding for finding in found}
            text = self._introduced(line.text or "", claims)
            written.append(self._draft.line(text, claims, next(iter(found), None), opens=opens))
        told = tuple(written)
        for finding in findings.values():
            told = Telling(self._draft, [finding]).answer(told)
        return told

    def _claims(self, line: OutlineLine, found: Sequence[Finding]) -> list[Claim]:
        knowledge = self._draft.knowledge
        if line.claims:
            return [knowledge.claim(claim) for claim in line.claims]
        if not found:
            raise Uncited(
                f"{self._origin}, line {line.row}: no claim stands behind {line.text!r}: put the "
                "ids of its claims after it, as {c-…}"
            )
        return [lead_claim(knowledge, confident_claims(knowledge, f) or f.claims) for f in found]

    def _introduced(self, text: str, claims: Iterable[Claim]) -> str:
        """Give a sentence in which each party has its standing where it is first named."""
        knowledge = self._draft.knowledge
        for entity in _named(knowledge, claims):
            name = one_line(entity.name)
            if standing(entity) is None or entity.id in self._draft.parties or name not in text:
                continue
            self._draft.parties[entity.id] = entity
            if f"{name} (" not in text:
                text = text.replace(name, one_line(label(entity, self._draft.texts)), 1)
        return text


def _named(knowledge: Knowledge, claims: Iterable[Claim]) -> Iterator[Entity]:
    """Give whom claims name, each once: who is spoken of, then who speaks."""
    seen = set()
    for claim in claims:
        ends = [argument.entity for argument in claim.proposition.arguments]
        ends += [node.entity for node in claim.voices]
        for end in ends:
            entity = knowledge.entity_behind(end)
            if entity is None or end is None or entity.id in seen:
                continue
            if is_named_here(knowledge, claim, end):
                seen.add(entity.id)
                yield entity
