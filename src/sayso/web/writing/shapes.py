"""The shapes of what is written: briefs, their faults, exports."""

from dataclasses import dataclass

from sayso.web.shapes.base import Told


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofTold(Told):
    """What a line rests on where that is no claim: the words of a list, an act or a gazette."""

    document: str
    locator: str
    text: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefLineTold(Told):
    """One sentence of the brief, with what it rests on and its footnotes.

    Attributes:
        proofs: of what is told of states; absent elsewhere.
    """

    text: str
    claims: tuple[str, ...]
    footnotes: tuple[int, ...]
    status: str | None
    finding: str | None
    proofs: tuple[ProofTold, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphTold(Told):
    """A numbered paragraph."""

    number: int
    lines: tuple[BriefLineTold, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionTold(Told):
    """A section of the brief."""

    heading: str
    paragraphs: tuple[ParagraphTold, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FootnoteTold(Told):
    """What a line rests on: exact words with their place; `claim` is null for words of a list."""

    number: int
    claim: str | None
    words: str
    chain: tuple[str, ...]
    document: str
    publisher: str | None
    published: str | None
    locator: str
    address: str
    notice: str | None
    edits: tuple[str, ...]
    grades: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefParty(Told):
    """A party of the brief with its standing on the lists, and why."""

    entity: str
    name: str
    standing: str | None
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionTold(Told):
    """What it was made with."""

    what: str
    version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefFigure(Told):
    """A figure that other forms of the brief draw; `told` says what it shows."""

    key: str
    title: str
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefAnnex(Told):
    """A table at the end of the brief; each row has a cell for each column."""

    key: str
    heading: str
    notes: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    figures: tuple[BriefFigure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefTold(Told):
    """The cited brief; as `sayso brief --to json` has it.

    Attributes:
        mark: "DRAFT, NOT REVIEWED", until every line's claims are accepted.
    """

    title: str
    mark: str | None
    reviewed: bool
    notices: tuple[str, ...]
    made: str
    cut_off: str
    versions: tuple[VersionTold, ...]
    sections: tuple[SectionTold, ...]
    footnotes: tuple[FootnoteTold, ...]
    parties: tuple[BriefParty, ...]
    sources: tuple[str, ...]
    limits: tuple[str, ...]
    language: str
    revision: tuple[str, ...]
    annexes: tuple[BriefAnnex, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportForm(Told):
    """A form that what is known can be written in; `says` what it is and what opens it."""

    format: str
    title: str
    says: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportForms(Told):
    """The forms that there are, and how many findings are of each status."""

    results: tuple[ExportForm, ...]
    total: int
    findings: dict[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class FaultTold(Told):
    """One thing that is wrong with a sentence, and what would mend it.

    Attributes:
        rule: as `sayso brief --lint` names it.
        place: in words ("para. 3").
        paragraph: of the brief, where the program wrote the sentence; else null.
        line: of the outline, from 0, where a person did; else null.
    """

    rule: str
    place: str
    paragraph: int | None
    line: int | None
    text: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckTold(Told):
    """What a brief would say, and what is wrong with it.

    Attributes:
        brief: of an outline that is refused, without the lines at fault; null where none is left.
        refused: why it cannot be written, or cannot be final; null where nothing stands against it.
        unsigned: lines that stand against a final brief: a person is named, and nobody signed.
        sentences: that were read.
    """

    brief: BriefTold | None
    refused: str | None
    unsigned: tuple[str, ...]
    sentences: int
    faults: tuple[FaultTold, ...]
