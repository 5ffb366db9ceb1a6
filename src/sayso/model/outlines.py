"""The outline of a brief: which findings are told, in which order, and in whose words."""

from dataclasses import dataclass

from sayso.model.ids import ClaimId, FindingId


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineLine:
    """One sentence of an outline, or one finding that the program tells.

    Attributes:
        text: a person's own words; None where the program is to tell what it rests on.
        claims, findings: what it rests on, in the order given.
        status: that stands behind the sentence, in words; None where none does.
        row: of the file, from 1.
    """

    text: str | None
    claims: tuple[ClaimId, ...] = ()
    findings: tuple[FindingId, ...] = ()
    status: str | None = None
    row: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineSection:
    """A heading with its paragraphs: lines of one paragraph stand together."""

    heading: str
    paragraphs: tuple[tuple[OutlineLine, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A brief as a person orders it.

    Attributes:
        title: None for the one that the program gives.
        origin: the file that it was read from.
    """

    title: str | None
    sections: tuple[OutlineSection, ...]
    origin: str = ""
