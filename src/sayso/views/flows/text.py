"""Flows and the ladder of capabilities as rows of tables: denials beside what they deny."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from sayso.model.findings import Knowledge
from sayso.model.flows import Capability, End, Figure, Flow, Rung, Standing, Told
from sayso.model.ids import ClaimId
from sayso.model.vocabulary import Factuality, Modality, Predicate
from sayso.views.naming import chain_names, content_words, counted, in_words, label, quote

FLOW_COLUMNS: Final = (
    "From → to",
    "What, how much, how often",
    "When, where",
    "Status, on whose word",
    "Denied or answered",
)
LADDER_COLUMNS: Final = (
    "Kind",
    "Rung",
    "What is told",
    "Since, where",
    "Status, on whose word",
    "Denied or answered",
)
NOT_SAID: Final = "(not said)"
NOTHING: Final = "nothing held"
#: Sources, figures, denials and findings named in one cell, at most; the rest are counted.
MOST_NAMED: Final = 4
#: How what is said with a distance is marked; the first of these that a claim has.
_HEDGES: Final[Mapping[Modality | Factuality, str]] = {
    Modality.PURPORTED: "alleged",
    Modality.SUSPECTED: "suspected",
    Modality.CONCERN: "feared",
    Modality.POSSIBLE: "said to be possible",
    Factuality.POSSIBLE: "said to be possible",
    Factuality.PROBABLE: "said to be probable",
}
#: Where nothing is affirmed there is nothing to hedge.
_NOT_AFFIRMED: Final = frozenset({Standing.OPEN, Standing.DENIED})


def spaced(blocks: Iterable[Iterable[tuple[str, ...]]]) -> Iterator[tuple[str, ...]]:
    """Give blocks of rows with an empty row between two blocks."""
    for n, block in enumerate(blocks):
        yield from [("",)] if n else []
        yield from block


def flow_row(knowledge: Knowledge, flow: Flow) -> tuple[str, ...]:
    """Give one row for FLOW_COLUMNS."""
    told = flow.told
    carried = [f"on {_listed([quote(one) for one in flow.carriers])}"] if flow.carriers else []
    ends = (end_words(knowledge, end) for end in (flow.giver, flow.receiver))
    return (
        _lines([" → ".join(ends), *carried, *_capped(told.findings)]),
        _lines([*_apart(told), _thing_words(flow), *_amounts(flow)]),
        _lines(when_and_where(told)),
        _lines(_standing(knowledge, told)),
        _lines(_against(knowledge, told)),
    )


def ladder_rows(knowledge: Knowledge, row: Capability) -> Iterator[tuple[str, ...]]:
    """Give the rows of one party and one kind for LADDER_COLUMNS, one or more a rung."""
    for rung, every in row.rungs:
        kind = row.thing.name if rung is Rung.SEEKS else ""
        if not every:
            yield (kind, rung.value, NOTHING, "", "", "")
        for n, told in enumerate(every):
            yield (
                kind if n == 0 else "",
                rung.value if n == 0 else "",
                _lines([*_apart(told), *_said(knowledge, told), *_capped(told.findings)]),
                _lines(when_and_where(told)),
                _lines(_standing(knowledge, told)),
                _lines(_against(knowledge, told)),
            )


def end_words(knowledge: Knowledge, end: End | None) -> str:
    """Give a party with its standing to the lists; what has no name in quotation marks."""
    if end is None:
        return NOT_SAID
    entity = knowledge.entity_behind(end.entity)
    return label(entity) if entity is not None and end.named else quote(end.name)


def _thing_words(flow: Flow) -> str:
    """Give the kind of thing; what only "supports" says of is support of a kind not said."""
    if flow.thing is not None:
        return flow.thing.name
    is_support = set(flow.how) == {Predicate.SUPPORTS.value}
    return "support (kind not said)" if is_support else NOT_SAID


def when_and_where(told: Told) -> list[str]:
    """Give when it was, or else when it was told, and the places that are named."""
    when = [in_words(told.time)] if told.time is not None else []
    if not when and told.published is not None:
        when = ["no time said; told " + in_words("/".join(dict.fromkeys(told.published)))]
    return [*when, *([f"in {_listed(told.places)}"] if told.places else [])]


def hedge_of(knowledge: Knowledge, told: Told) -> str | None:
    """Give the word for what every claim keeps a distance from; None where one does not."""
    if not told.hedged or told.standing in _NOT_AFFIRMED:
        return None
    claims = [knowledge.claim(claim) for claim in told.claims]
    colours = {colour for claim in claims for colour in (claim.modality, claim.factuality)}
    return next((words for colour, words in _HEDGES.items() if colour in colours), None)


def figure_words(figure: Figure) -> str:
    """Give a figure as the documents put it, with what it is given by and its accounts."""
    words = " or ".join(figure.words) + (f" a {figure.rate}" if figure.rate else "")
    return words if figure.accounts == 1 else f"{words} ({figure.accounts} accounts)"


def _apart(told: Told) -> list[str]:
    """Give the mark of what does not count as done."""
    return [] if told.standing is Standing.DONE else [told.standing.value.upper()]


def _amounts(flow: Flow) -> Iterator[str]:
    """Give how it is told, in how many accounts, of how many movements; figures; how often."""
    yield f"told as {', '.join(flow.how)}, in {counted(flow.told.accounts, 'account')}"
    if flow.movements and flow.told.standing is Standing.DONE:
        yield f"at least {counted(flow.movements, 'movement')}"
    yield from _capped([figure_words(figure) for figure in flow.told.figures])
    if flow.told.how_often:
        yield f"how often: {_listed([quote(words) for words in flow.told.how_often])}"


def _standing(knowledge: Knowledge, told: Told) -> Iterator[str]:
    """Give the status, the hedge, and on whose word it stands."""
    hedge = hedge_of(knowledge, told)
    yield told.status.value.replace("_", " ") + (f" ({hedge})" if hedge else "")
    if told.roots:
        yield _listed(told.roots)
    if told.nameless:
        yield f"not counted: {_listed(told.nameless)}"


def _said(knowledge: Knowledge, told: Told) -> Iterator[str]:
    """Give what is told in the words of the documents, each once."""
    words = [quote(content_words(knowledge, knowledge.claim(c))) for c in told.claims]
    yield from _capped(tuple(dict.fromkeys(words)))


def _against(knowledge: Knowledge, told: Told) -> Iterator[str]:
    """Give denials and rejections in their own words, the same words of one speaker once."""
    denied = [
        f"{d.by}{', concerned,' if d.concerned else ''} denies"
        f"{f' only {d.only}' if d.only else ''}: {_words(knowledge, d.claim)}"
        for d in told.denials
    ]
    answered: dict[str, list[ClaimId]] = {}
    for claim in told.replies:
        answered.setdefault(chain_names(knowledge, knowledge.claim(claim))[-1], []).append(claim)
    answers = [
        f"{by} answers: {_words(knowledge, own[0])}"
        + (f" ({len(own)} statements)" if len(own) > 1 else "")
        for by, own in answered.items()
    ]
    yield from _capped(tuple(dict.fromkeys((*denied, *answers))))


def _words(knowledge: Knowledge, claim: ClaimId) -> str:
    return quote(content_words(knowledge, knowledge.claim(claim)))


def _capped(words: Sequence[str]) -> list[str]:
    """Give the first few and how many more there are."""
    more = len(words) - MOST_NAMED
    return [*words[:MOST_NAMED], *([f"and {more} more"] if more > 0 else [])]


def _listed(words: Sequence[str]) -> str:
    return ", ".join(_capped(words))


def _lines(words: Sequence[str] | Iterator[str]) -> str:
    return "\n".join(words)
