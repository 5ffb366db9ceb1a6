"""Puts what another tool says of a text into claims; what does not fit is refused and told."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

from sayso.collect.neighbours.parties import Ground, Parties, Party, home_of, numbered
from sayso.errors import BadInput, Ungrounded
from sayso.model.claims import (
    Argument,
    Claim,
    Extraction,
    PlaceMention,
    Proposition,
    Quantity,
    Refusal,
    TimeMention,
)
from sayso.model.clocks import Stretch
from sayso.model.documents import Intake, Passage
from sayso.model.ids import ClaimId, Span
from sayso.model.vocabulary import (
    Attribution,
    Factuality,
    Modality,
    PlaceLevel,
    Predicate,
    Realis,
    Role,
    SourceKind,
)

#: That what another tool states outright was read rightly; its own figure wins.
USUAL_CONFIDENCE: Final = 0.9
_PREDICATES: Final = {predicate.value: predicate for predicate in Predicate}
_ROLES: Final = {role.value: role for role in Role}
_BY_STANCE: Final = {"+": Modality.ASSERTED, "-": Modality.DENIED, "?": Modality.UNKNOWN}


class Site(NamedTuple):
    """A place as another tool has it: its words, and what else the tool knows of it."""

    span: Span
    code: str | None = None
    level: str | None = None
    country: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One claim as another tool has it.

    Attributes:
        place: where it stands in the file, for errors.
        content: its words, in code points of the text.
        predicate: a word of our vocabulary, or any other, which is kept as it is.
        parties: role and who fills it.
        speakers: outermost first, without the narrator.
        exact: the words that must stand at `content`; None where the tool gives none.
        time: EDTF, and its words; what is none stays in words alone.
        figure: minimum, maximum, exact, and its words.
    """

    place: str
    content: Span
    predicate: str
    parties: tuple[tuple[str, Party], ...]
    speakers: tuple[tuple[SourceKind, Party], ...] = ()
    exact: str | None = None
    pieces: tuple[Span, ...] = ()
    trigger: Span | None = None
    cue: Span | None = None
    factuality: Factuality = Factuality.CERTAIN
    modality: Modality | None = None
    realis: Realis = Realis.ACTUAL
    kind: str | None = None
    direct_quote: bool = False
    confidence: float = USUAL_CONFIDENCE
    time: tuple[str | None, Span] | None = None
    site: Site | None = None
    figure: tuple[tuple[float | None, float | None, float | None], Span] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """A document with the claims that another tool made of it.

    Attributes:
        extraction: of a document that is held already only what is new.
        origin: the file that it came in.
        refused: what did not fit, each with its place and the reason.
        unknown: words for what is said that our vocabulary has not, and how often; they are kept.
        is_held: the document is held already, and the claims come beside those it has.
    """

    intake: Intake
    extraction: Extraction
    origin: str = ""
    refused: tuple[str, ...] = ()
    unknown: Mapping[str, int] = field(default_factory=dict)
    is_held: bool = False


def realis_of(ours: Mapping[str, str]) -> Realis:
    """Give the realis of a link that we exported."""
    told = ours.get("realis", Realis.ACTUAL.value)
    return Realis(told) if told in list(Realis) else Realis.ACTUAL


def ends_of(
    near: tuple[Party, Span], far: tuple[Party, Span], ours: Mapping[str, str]
) -> tuple[tuple[str, Party], ...]:
    """Give both ends with their places; a far end that we told as a place is no party."""
    found = [("subject", near)] if "place" in ours else [("subject", near), ("object", far)]
    return tuple((role, replace(party, span=span)) for role, (party, span) in found)


def place_of(ours: Mapping[str, str], span: Span) -> Site | None:
    """Give the place that is the far end of a link that we exported, with its ISO 3166 code."""
    code = ours.get("place")
    return None if code is None else Site(span, None if code == "unknown" else code)


def stretch(start: str, end: str) -> str:
    """Give a stretch of time as EDTF, from ends that may be empty; "" for none at all."""
    return f"{start or '..'}/{end or '..'}" if start or end else ""


def weaker(stated: Factuality, ours: Mapping[str, str]) -> Factuality:
    """Give how sure a link is: its own word where its status is plain, else that of the status."""
    told = ours.get("factuality", stated.value)
    is_plain = stated is Factuality.CERTAIN and told in list(Factuality)
    return Factuality(told) if is_plain else stated


def assemble(ground: Ground, told: Iterable[Told], tool: str, refused: Sequence[str]) -> Imported:
    """Give a document with its claims; of one that is held, those that it has not yet.

    Args:
        ground: the document, whole.
        told: claims as the tool has them.
        tool: name of the tool, for `extractor`.
        refused: what did not fit already.
    """
    parties, left = Parties(ground), list(refused)
    made = list(_claims(ground, told, tool, parties, left))
    claims = tuple(claim for claim, _ in made)
    unknown = Counter(one.predicate for _, one in made if one.predicate not in _PREDICATES)
    extraction = Extraction(
        document_id=ground.intake.document.id,
        extractor=tool,
        entities=parties.entities(),
        claims=claims,
        places=tuple(c.proposition.place for c in claims if c.proposition.place),
        times=tuple(c.proposition.time for c in claims if c.proposition.time),
        refused=Refusal.of(Counter(line.rsplit(": ", 1)[-1] for line in left)),
        remarks=_remarks(unknown),
    )
    return Imported(
        intake=ground.intake,
        extraction=extraction,
        refused=tuple(left),
        unknown=unknown,
        is_held=ground.held is not None,
    )


def _claims(
    ground: Ground, told: Iterable[Told], tool: str, parties: Parties, left: list[str]
) -> Iterator[tuple[Claim, Told]]:
    """Give the claims that fit their words, each once; tell in `left` of the others."""
    held = ground.held
    known = {_saying(claim) for claim in (() if held is None else held.claims)}
    number = 0
    for one in told:
        try:
            claim = _claim(ground.intake, one, parties, (tool, number + 1))
        except BadInput as bad:
            left.append(f"{one.place}: {bad}")
            continue
        said = _saying(claim)
        if held is not None and said in known:
            continue
        if held is not None:
            known.add(said)
            claim = replace(claim, id=ClaimId(numbered(f"c-{claim.document_id[7:15]}", repr(said))))
        number += 1
        yield claim, one


def _saying(claim: Claim) -> tuple[object, ...]:
    """Give what makes two claims of one document the same: the words, what is said, by whom."""
    said = claim.proposition
    figure = said.quantity
    return (
        (claim.content, said.predicate.value, said.kind, said.realis.value, claim.factuality.value),
        tuple((one.role.value, one.entity or one.text) for one in said.arguments),
        None if said.time is None else said.time.edtf,
        None if said.place is None else (said.place.name, said.place.code),
        None if figure is None else (figure.minimum, figure.maximum, figure.exact),
        tuple((node.kind.value, node.entity or node.span) for node in claim.source_chain),
    )


def _remarks(unknown: Mapping[str, int]) -> tuple[str, ...]:
    return tuple(
        f"“{word}” is no predicate of ours: kept as it stands ({count})"
        for word, count in sorted(unknown.items())
    )


def _claim(intake: Intake, told: Told, parties: Parties, made: tuple[str, int]) -> Claim:
    """Ground a claim: its words must be in one passage, and be those that the tool has.

    Raises:
        Ungrounded: they are not.
    """
    text, (tool, number) = intake.document.text, made
    passage = passage_at(intake, told.content)
    if told.exact is not None and told.content.of(text) != told.exact:
        raise Ungrounded(f"at {told.content.start} the text has other words")
    chain = parties.chain(told.speakers)
    last = chain[-1]
    claim = Claim(
        id=ClaimId(f"c-{intake.document.id[7:15]}-{number}"),
        document_id=intake.document.id,
        passage_id=passage.id,
        sentence=passage.span,
        content=told.content,
        pieces=told.pieces or (told.content,),
        trigger=told.trigger or told.content,
        proposition=_proposition(text, told, parties),
        source_chain=chain,
        attribution=Attribution.EXPLICIT if len(chain) > 1 else Attribution.NARRATOR,
        factuality=told.factuality,
        modality=told.modality or _BY_STANCE[told.factuality.stance],
        extractor=tool,
        confidence=told.confidence,
        cue=told.cue,
        source=last.span,
        direct_quote=told.direct_quote,
    )
    return _inside(claim, passage)


def _inside(claim: Claim, passage: Passage) -> Claim:
    """Give a claim without a source span that another passage has, as of a chain that runs on."""
    is_here = claim.source is None or passage.span.contains(claim.source)
    return claim if is_here else replace(claim, source=None)


def passage_at(intake: Intake, span: Span) -> Passage:
    """Give the passage that holds a span.

    Raises:
        Ungrounded: none does.
    """
    found = home_of(intake.passages, span)
    if found is None:
        raise Ungrounded(
            f"the words from {span.start} to {span.end} do not lie in one sentence of the text"
        )
    return found


def _proposition(text: str, told: Told, parties: Parties) -> Proposition:
    """Give what is said; a word that is no predicate of ours stands as the kind of an `other`."""
    predicate = _PREDICATES.get(told.predicate, Predicate.OTHER)
    arguments = [_argument(role, party, parties) for role, party in told.parties]
    order = list(Role)
    return Proposition(
        predicate=predicate,
        arguments=tuple(sorted(arguments, key=lambda one: order.index(one.role))),
        kind=told.kind if told.predicate in _PREDICATES else told.predicate,
        realis=told.realis,
        time=_time(text, told),
        place=_site(text, told),
        quantity=_figure(text, told),
    )


def _argument(role: str, party: Party, parties: Parties) -> Argument:
    if role not in _ROLES:
        raise BadInput(f"no role {role[:40]!r}: one of {', '.join(_ROLES)}")
    key = parties.key(party)
    words = party.name if key is None else None
    return Argument(role=_ROLES[role], entity=key, text=words, span=party.span)


def _time(text: str, told: Told) -> TimeMention | None:
    if told.time is None:
        return None
    stated, span = told.time
    edtf = stated if stated and Stretch.of(stated) is not None else None
    return TimeMention(span=span, text=span.of(text), edtf=edtf, timex=None)


def _site(text: str, told: Told) -> PlaceMention | None:
    if told.site is None:
        return None
    span, code, level, country, name = told.site
    usual = PlaceLevel.ADMIN1 if code and "-" in code else PlaceLevel.REGION
    return PlaceMention(
        span=span,
        text=span.of(text),
        name=name or span.of(text),
        level=PlaceLevel(level) if level in list(PlaceLevel) else usual,
        code=code,
        country=country or (code[:2] if code else None),
    )


def _figure(text: str, told: Told) -> Quantity | None:
    if told.figure is None:
        return None
    (minimum, maximum, exact), span = told.figure
    return Quantity(minimum=minimum, maximum=maximum, exact=exact, span=span, text=span.of(text))
