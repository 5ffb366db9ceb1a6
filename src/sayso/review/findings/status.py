"""How a finding stands when all its voices are weighed, and the sentence that explains it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from sayso.model.claims import Claim
from sayso.model.findings import Root
from sayso.model.vocabulary import Factuality, FindingStatus, Modality, Realis
from sayso.review.findings.roots import Origin

_HEDGED_FACTUALITY: Final = frozenset({Factuality.POSSIBLE, Factuality.POSSIBLE_NOT})
_HEDGED_MODALITY: Final = frozenset(
    {Modality.PURPORTED, Modality.SUSPECTED, Modality.POSSIBLE, Modality.CONCERN}
)
_STANCES: Final = "+-?"
_STANCE_OF: Final = {factuality: factuality.stance for factuality in Factuality}


@dataclass(frozen=True, slots=True)
class Voice:
    """One claim in the weighing: from where it comes, and whether that party is concerned.

    Attributes:
        misquotes: what the primary says otherwise, where that is held and does; else None.
    """

    claim: Claim
    origin: Origin
    concerned: bool
    misquotes: str | None = None

    @property
    def stance(self) -> str:
        """Give "+", "-" or "?"; what is said under a condition affirms and denies nothing."""
        if self.claim.proposition.realis is Realis.HYPOTHETICAL:
            return "?"
        return _STANCE_OF[self.claim.factuality]

    @property
    def hedged(self) -> bool:
        """Say whether the source itself keeps a distance: possible, purported, feared."""
        factuality, modality = self.claim.factuality, self.claim.modality
        return factuality in _HEDGED_FACTUALITY or modality in _HEDGED_MODALITY

    @property
    def firm(self) -> bool:
        """Say whether it affirms or denies without a hedge."""
        return self.stance != "?" and not self.hedged


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """The voices counted, without misquoting ones; names are in alphabetical order.

    Attributes:
        ascribed: the roots of which a misquoting voice says that they affirm it.
        otherwise: what the primaries of misquoting voices say instead, each once.
        roots: the independent roots that affirm without a hedge.
        seen: those of them with a claim that rests on no unseen document.
        affirmed, firm: something is affirmed; something is affirmed without a hedge.
        denied, known: something is denied without a hedge; something is affirmed or denied.
        concerned, third: who denies: parties concerned, and others that can be named.
    """

    roots: tuple[str, ...]
    seen: tuple[str, ...]
    affirmed: bool
    firm: bool
    denied: bool
    known: bool
    concerned: tuple[str, ...]
    third: tuple[str, ...]
    ascribed: tuple[str, ...]
    otherwise: tuple[str, ...]
    claims: int
    documents: int


def count(voices: Sequence[Voice]) -> Tally:
    """Count the voices of a finding."""
    faithful = [v for v in voices if v.misquotes is None]
    affirming = [v for v in faithful if v.stance == "+"]
    firm = [v for v in affirming if v.firm]
    independent = [v for v in firm if v.origin.independent]
    denying = [v for v in faithful if v.stance == "-" and v.firm]
    concerned = _names(v for v in denying if v.concerned)
    return Tally(
        roots=_names(independent),
        seen=_names(v for v in independent if not v.origin.unseen),
        affirmed=bool(affirming),
        firm=bool(firm),
        denied=bool(denying),
        known=any(v.stance != "?" for v in faithful),
        concerned=concerned,
        third=_names(v for v in denying if v.origin.independent and not v.concerned),
        ascribed=_names(v for v in voices if v.misquotes is not None and v.stance == "+"),
        otherwise=tuple(dict.fromkeys(v.misquotes for v in voices if v.misquotes is not None)),
        claims=len(voices),
        documents=len({v.claim.document_id for v in voices}),
    )


#: The first row that holds gives the status. What is only ascribed to a primary that says otherwise
#: comes first, because nobody is left who affirms it. Unclear and denied come next because nothing
#: is affirmed there either; then disputes, because numbers must never hide them; then the hedge,
#: because a hedged or unnamed voice corroborates nothing; numbers last.
PRECEDENCE: Final[tuple[tuple[FindingStatus, Callable[[Tally], bool]], ...]] = (
    (FindingStatus.PRIMARY_DIFFERS, lambda t: bool(t.ascribed) and not t.affirmed),
    (FindingStatus.UNCLEAR, lambda t: not t.known),
    (FindingStatus.DENIED, lambda t: t.denied and not t.affirmed),
    (FindingStatus.CONTESTED, lambda t: bool(t.concerned)),
    (FindingStatus.DISPUTED_BY_THIRD_PARTY, lambda t: bool(t.third)),
    (FindingStatus.HEDGED, lambda t: not t.roots),
    (FindingStatus.CORROBORATED, lambda t: len(t.roots) > 1),
    (FindingStatus.SECONDARY_ONLY, lambda t: not t.seen),
    (FindingStatus.ASSERTED, lambda _: True),
)


def status_of(tally: Tally) -> FindingStatus:
    """Give the status of the first row of the table that holds."""
    return next(status for status, holds in PRECEDENCE if holds(tally))


def explain(status: FindingStatus, tally: Tally) -> str:
    """Give one sentence that names who says it and who denies it, with numbers."""
    parts = {
        FindingStatus.UNCLEAR: ("nobody says whether it is so",),
        FindingStatus.DENIED: ("only a denial is held", *_against(tally)),
        FindingStatus.PRIMARY_DIFFERS: (*_ascribed(tally), *_against(tally)),
    }
    words = "; ".join(parts.get(status, (_for(tally), *_against(tally), *_misquoted(tally))))
    basis = f"{_number(tally.claims, 'claim')} in {_number(tally.documents, 'document')}"
    return f"{words[0].upper()}{words[1:]} ({basis})."


def _for(tally: Tally) -> str:
    """Say who affirms it."""
    if not tally.affirmed:
        return "only a hedged denial is held"
    if not tally.firm:
        return "it is said only with a hedge"
    if not tally.roots:
        return "only unnamed sources say so"
    verb = "says" if len(tally.roots) == 1 else "say"
    unseen = "" if tally.seen else ", in a document that is cited and not held"
    sources = _number(len(tally.roots), "independent source")
    return f"{sources} ({_list(tally.roots)}) {verb} so{unseen}"


def _against(tally: Tally) -> tuple[str, ...]:
    """Say who denies it, if anybody does."""
    sides = ((tally.concerned, "concerned"), (tally.third, "third party"))
    return tuple(f"denied by {_list(names)} ({side})" for names, side in sides if names)


def _ascribed(tally: Tally) -> tuple[str, ...]:
    """Say to whom it is ascribed, and what the primary says instead."""
    if not tally.ascribed:
        return ()
    return (f"it is ascribed to {_list(tally.ascribed)}, but {'; '.join(tally.otherwise)}",)


def _misquoted(tally: Tally) -> tuple[str, ...]:
    """Say what is not counted because a primary that is held says otherwise."""
    return tuple(f"not counted, since {what}" for what in tally.otherwise)


def roots_of(voices: Sequence[Voice]) -> tuple[Root, ...]:
    """Give the roots: positive, then negative, then neither; by name within each.

    What is only ascribed to a root stands apart from what it says.
    """
    grouped: dict[tuple[int, str, str, bool], list[Voice]] = {}
    for voice in voices:
        origin, misquoted = voice.origin, voice.misquotes is not None
        place = (_STANCES.index(voice.stance), origin.name, origin.key, misquoted)
        grouped.setdefault(place, []).append(voice)
    return tuple(
        Root(
            name=own[0].origin.name,
            stance=own[0].stance,
            claims=tuple(v.claim.id for v in own),
            independent=any(v.origin.independent for v in own),
            concerned=any(v.concerned for v in own),
            misquoted=misquoted,
        )
        for (_, _, _, misquoted), own in sorted(grouped.items())
    )


def _names(voices: Iterable[Voice]) -> tuple[str, ...]:
    """Give the name of each root once, by alphabet; two roots of one name are two."""
    roots = {v.origin.key: v.origin.name for v in voices}
    return tuple(sorted(roots.values()))


def _list(names: Sequence[str]) -> str:
    """Give names as a phrase: "X, Y and Z"."""
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _number(count: int, noun: str) -> str:
    """Give a number with its noun."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
