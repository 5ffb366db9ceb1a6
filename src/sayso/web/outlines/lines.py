"""Outlines between the page and the file: what each line rests on, in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar, Final

from pydantic import ConfigDict, Field

from sayso.briefing import read_outline
from sayso.errors import BadInput
from sayso.model.claims import Claim
from sayso.model.findings import Knowledge
from sayso.model.ids import ClaimId, FindingId
from sayso.model.outlines import Outline, OutlineLine, OutlineSection
from sayso.views.json import JsonObject
from sayso.views.naming import chain_names, content_words
from sayso.views.outlines.text import text_of
from sayso.views.tables import finding_sentence
from sayso.views.wording.texts import own_headings
from sayso.web.asking.limits import Text

#: What an outline from the page is called in an error.
ORIGIN: Final = "the outline"
_CLAIM: Final = r"^c-[0-9a-f]{6,}-\d+$"
_FINDING: Final = r"^f-[0-9a-f]{6,}$"


@dataclass(frozen=True, slots=True, kw_only=True)
class LineAsked:
    """A sentence of a person; without `text` the program tells what it rests on."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    text: Text | None = None
    claims: tuple[Annotated[str, Field(pattern=_CLAIM)], ...] = ()
    findings: tuple[Annotated[str, Field(pattern=_FINDING)], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionAsked:
    """A heading with its paragraphs of lines."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    heading: Text
    paragraphs: tuple[tuple[LineAsked, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineAsked:
    """An outline as a person ordered it."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    title: Text | None = None
    sections: tuple[SectionAsked, ...]


def model_of(asked: OutlineAsked) -> Outline:
    """Give an outline as the model has it; lines with neither words nor ids are left out."""
    sections = (
        OutlineSection(
            heading=section.heading,
            paragraphs=tuple(p for p in map(_lines, section.paragraphs) if p),
        )
        for section in asked.sections
    )
    return Outline(title=asked.title, sections=tuple(sections), origin=ORIGIN)


def _lines(paragraph: tuple[LineAsked, ...]) -> tuple[OutlineLine, ...]:
    return tuple(
        OutlineLine(
            text=line.text if (line.text or "").strip() else None,
            claims=tuple(map(ClaimId, dict.fromkeys(line.claims))),
            findings=tuple(map(FindingId, dict.fromkeys(line.findings))),
        )
        for line in paragraph
        if (line.text or "").strip() or line.claims or line.findings
    )


def outline_of(asked: OutlineAsked) -> Outline:
    """Give an outline as it is read from the file in which it would be kept.

    Raises:
        BadInput: it has no section, one without a heading, or one that the program writes itself:
            what stands under that would be lost.
    """
    text, own = text_of(model_of(asked)), own_headings()
    for section in asked.sections:
        if " ".join(section.heading.split()) in own:
            raise BadInput(
                f"“{section.heading}” is a section that the program writes itself: name yours "
                "otherwise"
            )
    return read_outline(text, ORIGIN)


def told(knowledge: Knowledge, outline: Outline) -> JsonObject:
    """Give an outline with what each line rests on."""
    return {
        "name": None,
        "version": None,
        "file": None,
        "title": outline.title,
        "sections": [
            {
                "heading": section.heading,
                "paragraphs": [
                    [_line(knowledge, line) for line in paragraph]
                    for paragraph in section.paragraphs
                ],
            }
            for section in outline.sections
        ],
    }


def _line(knowledge: Knowledge, line: OutlineLine) -> JsonObject:
    return {"text": line.text, "rests_on": list(_rests_on(knowledge, line))}


def _rests_on(knowledge: Knowledge, line: OutlineLine) -> Iterator[JsonObject]:
    for key in line.findings:
        finding = knowledge.findings.get(key)
        held = () if finding is None else finding.claims
        claims = [knowledge.claims[claim] for claim in held if claim in knowledge.claims]
        yield {
            "id": key,
            "says": None if finding is None else finding_sentence(knowledge, finding),
            "status": None if finding is None else finding.status.value,
            "claims": [words_of(knowledge, claim) for claim in claims],
        }
    for claim_key in line.claims:
        claim = knowledge.claims.get(claim_key)
        yield {
            "id": claim_key,
            "says": None if claim is None else content_words(knowledge, claim),
            "status": None,
            "claims": [] if claim is None else [words_of(knowledge, claim)],
        }


def words_of(knowledge: Knowledge, claim: Claim) -> JsonObject:
    """Give a claim's words, and whose they are."""
    return {
        "id": claim.id,
        "words": content_words(knowledge, claim),
        "chain": list(chain_names(knowledge, claim)),
    }
