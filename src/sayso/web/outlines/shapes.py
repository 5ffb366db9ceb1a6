"""The shapes of outlines: what each line rests on, in words."""

from dataclasses import dataclass

from sayso.web.shapes.base import Told


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsOfClaim(Told):
    """A claim's words, and whose they are, the nearest to the reader first."""

    id: str
    words: str
    chain: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RestsOn(Told):
    """A finding or a claim that a line rests on.

    Attributes:
        says: what it says, with its status; null where it is not held, or no longer.
        status: of the finding; null for a claim.
        claims: of a finding, with their words.
    """

    id: str
    says: str | None
    status: str | None
    claims: tuple[WordsOfClaim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineLineTold(Told):
    """One sentence of an outline; without `text` the program tells what it rests on."""

    text: str | None
    rests_on: tuple[RestsOn, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineSectionTold(Told):
    """A heading with its paragraphs of lines."""

    heading: str
    paragraphs: tuple[tuple[OutlineLineTold, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineTold(Told):
    """An outline.

    Attributes:
        name: under which it is kept; null where it is not.
        version: changes with every change; null where it is not kept.
        file: where it is kept, within the project's folder.
    """

    name: str | None
    version: str | None
    file: str | None
    title: str | None
    sections: tuple[OutlineSectionTold, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineRow(Told):
    """An outline that is kept; `changed` is UTC."""

    name: str
    title: str | None
    sections: int
    lines: int
    changed: str
    version: str
