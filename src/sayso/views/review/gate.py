"""The gate before a final brief: no line names a person unless somebody signed for its claims."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from sayso.errors import Unsigned
from sayso.model.briefs import Brief, BriefLine, Section
from sayso.model.claims import Claim
from sayso.model.findings import Knowledge
from sayso.model.ids import ClaimId, EntityId
from sayso.model.vocabulary import EntityType, MentionKind
from sayso.views.naming import is_named_here, one_line

#: Shorter names stand in too many other words to be looked for; code points.
SHORTEST_NAME: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class UnsignedLine:
    """A line that names persons and rests on claims that nobody signed for.

    Attributes:
        paragraph: its number in the brief.
        persons: by name, in alphabetical order.
        commands: that accept what it rests on.
    """

    paragraph: int
    text: str
    persons: tuple[str, ...]
    claims: tuple[ClaimId, ...]
    commands: tuple[str, ...]


def is_reviewed(knowledge: Knowledge, sections: Iterable[Section]) -> bool:
    """Say whether somebody signed for every claim that the lines rest on; not of no lines."""
    lines = [line for _, line in _lines(sections)]
    return bool(lines) and not any(unsigned(knowledge, line.claims) for line in lines)


def refuse_unsigned(knowledge: Knowledge, brief: Brief) -> None:
    """Let only a brief pass whose lines that name persons are signed for.

    Raises:
        Unsigned: names the lines, and the command that accepts what each rests on.
    """
    found = unsigned_lines(knowledge, brief)
    if found:
        told = [
            f"para. {line.paragraph}: “{line.text}” names {', '.join(line.persons)}: "
            f"{' ; '.join(line.commands)}"
            for line in found
        ]
        count = "1 line names" if len(found) == 1 else f"{len(found)} lines name"
        raise Unsigned(
            f"the brief cannot be final: {count} a person without a signed acceptance; "
            "`sayso review` shows what waits with its words",
            lines=tuple(told),
        )


def unsigned_lines(knowledge: Knowledge, brief: Brief) -> tuple[UnsignedLine, ...]:
    """Give the lines that name a person without a signature, in reading order."""
    names = Names(knowledge)
    found = []
    for paragraph, line in _lines(brief.sections):
        claims = unsigned(knowledge, line.claims)
        persons = names.in_line(line) if claims else ()
        if persons:
            abouts = dict.fromkeys(knowledge.finding_of.get(c, c) for c in claims)
            found.append(
                UnsignedLine(
                    paragraph=paragraph,
                    text=line.text,
                    persons=persons,
                    claims=claims,
                    commands=tuple(map(accepting, abouts)),
                )
            )
    return tuple(found)


def unsigned(knowledge: Knowledge, claims: Iterable[ClaimId]) -> tuple[ClaimId, ...]:
    """Give the claims that nobody signed for, in order."""
    return tuple(c for c in claims if knowledge.judged.acceptance(c) is None)


def accepting(about: str) -> str:
    """Give the command that accepts a claim or a finding."""
    return f"sayso judge {about} accept --by NAME --reason WHY"


class Names:
    """Finds the persons that lines name: in their words, and among whom their claims are about."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._called = dict(_names(knowledge))
        longest_first = sorted(self._called, key=lambda name: (-len(name), name))
        words = "|".join(map(re.escape, longest_first))
        self._pattern = re.compile(rf"(?<!\w)(?:{words})(?!\w)") if words else None

    def in_line(self, line: BriefLine) -> tuple[str, ...]:
        """Give the persons that a line names, by name; one that counts findings only by words."""
        found = [] if self._pattern is None else self._pattern.findall(one_line(line.text))
        named = {self._called[name] for name in found}
        if line.finding is not None:
            for claim in map(self._knowledge.claim, line.claims):
                named.update(self.about(claim), self.speaking(claim))
        return tuple(sorted(named))

    def about(self, claim: Claim) -> Iterator[str]:
        """Give the named persons that a claim is about."""
        yield from self._named(claim, (a.entity for a in claim.proposition.arguments))

    def speaking(self, claim: Claim) -> Iterator[str]:
        """Give the named persons that speak in a claim."""
        yield from self._named(claim, (node.entity for node in claim.voices))

    def _named(self, claim: Claim, members: Iterable[EntityId | None]) -> Iterator[str]:
        for member in members:
            entity = self._knowledge.entity_behind(member)
            if entity is None or member is None or entity.type is not EntityType.PERSON:
                continue
            if is_named_here(self._knowledge, claim, member):
                yield entity.name


def _names(knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    """Give each name that a document uses for a person, with the person's fullest."""
    for record in knowledge.records.values():
        for local in record.extraction.entities:
            entity = knowledge.entity_behind(local.id)
            if entity is None or EntityType.PERSON not in {entity.type, local.type}:
                continue
            called = [m.text for m in local.mentions if m.kind is MentionKind.NAME]
            called += [local.name, *local.aliases] if called else []
            for name in map(one_line, called):
                if len(name) >= SHORTEST_NAME:
                    yield name, entity.name


def _lines(sections: Iterable[Section]) -> Iterator[tuple[int, BriefLine]]:
    for section in sections:
        for paragraph in section.paragraphs:
            for line in paragraph.lines:
                yield paragraph.number, line
