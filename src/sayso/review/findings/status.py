"""How a finding stands when all its voices are weighed, and the sentence that explains it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from sayso.model.claims import Claim
from sayso.model.findings import Root
from sayso.model.ids import ClaimId
from sayso.model.vocabulary import Factuality, FindingStatus, LinkKind, Modality, Realis
from sayso.review.origins.roots import Origin
from sayso.review.wording.unsaid import Unsaid

_HEDGED_FACTUALITY: Final = frozenset({Factuality.POSSIBLE, Factuality.POSSIBLE_NOT})
_HEDGED_MODALITY: Final = frozenset(
    {Modality.PURPORTED, Modality.SUSPECTED, Modality.POSSIBLE, Modality.CONCERN}
)
_STANCES: Final = "+-?"
_STANCE_OF: Final = {factuality: factuality.stance for factuality in Factuality}


@dataclass(frozen=True, slots=True)
class Lapse:
    """That a statement counts no more.

    Attributes:
        kind: retracts, corrects or supersedes.
        by: the claim that does so; None where only words do ("has withdrawn its report").
        words: that take it back, with their place; "" where a later statement replaces it.
    """

    kind: LinkKind
    by: ClaimId | None
    words: str


@dataclass(frozen=True, slots=True)
class Voice:
    """One claim in the weighing.

    Attributes:
        origin: from where it comes.
        concerned: it is that of a party concerned.
        published: when its document was, EDTF.
        unsaid: what it takes back, where it does.
        lapse: how its own source took it back or replaced it; None while it stands.
        misquotes: what the primary says otherwise, where that is held and does; else None.
        stance: "+", "-" or "?"; what is said under a condition, or taken back, is neither.
    """

    claim: Claim
    origin: Origin
    concerned: bool
    published: str | None = None
    unsaid: Unsaid | None = None
    lapse: Lapse | None = None
    misquotes: str | None = None
    stance: str = field(init=False)

    def __post_init__(self) -> None:
        told = self.unsaid is None and self.claim.proposition.realis is not Realis.HYPOTHETICAL
        stance = _STANCE_OF[self.claim.factuality] if told else "?"
        object.__setattr__(self, "stance", stance)

    @property
    def takes_back(self) -> str:
        """Give the stance of what it takes back; "" where it takes back nothing."""
        return self.unsaid.stance if self.unsaid is not None and self.unsaid.kind else ""

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
    """The voices counted; names are in alphabetical order.

    What lapsed, and what misquotes its primary, counts nowhere else.

    Attributes:
        ascribed: the roots of which a misquoting voice says that they affirm it.
        otherwise: what the primaries of misquoting voices say instead, each once.
        roots: the independent roots that affirm without a hedge; where none but parties concerned
            do, those.
        parties: the parties concerned among who affirms without a hedge: counted apart.
        seen: those of the roots with a claim that rests on no unseen document.
        affirmed, firm: something is affirmed; something is affirmed without a hedge.
        denied, known: something is denied without a hedge; something is affirmed or denied.
        concerned, third: who denies: parties concerned, and others that can be named.
        doubting, nameless: who denies with a hedge only, or cannot be named: neither counts.
        withdrawn, replaced: whose allegation was taken back, and whose by a later word of theirs.
        recanted: whose denial was taken back or replaced.
    """

    roots: tuple[str, ...]
    parties: tuple[str, ...]
    seen: tuple[str, ...]
    affirmed: bool
    firm: bool
    denied: bool
    known: bool
    concerned: tuple[str, ...]
    third: tuple[str, ...]
    doubting: tuple[str, ...]
    nameless: tuple[str, ...]
    withdrawn: tuple[str, ...]
    replaced: tuple[str, ...]
    recanted: tuple[str, ...]
    ascribed: tuple[str, ...]
    otherwise: tuple[str, ...]
    claims: int
    documents: int

    @property
    def alone(self) -> bool:
        """Say whether nobody but parties concerned says so."""
        return bool(self.parties) and self.roots == self.parties


def count(voices: Sequence[Voice]) -> Tally:
    """Count the voices of a finding."""
    standing = [v for v in voices if v.lapse is None and v.misquotes is None]
    affirming = [v for v in standing if v.stance == "+"]
    firm = [v for v in affirming if v.firm]
    independent = [v for v in firm if v.origin.independent]
    parties = [v for v in independent if v.concerned]
    roots = [v for v in independent if not v.concerned] or parties
    denying = [v for v in standing if v.stance == "-" and v.firm]
    lapsed = [v for v in voices if v.lapse is not None]
    return Tally(
        roots=_names(roots),
        parties=_names(parties),
        seen=_names(v for v in roots if not v.origin.unseen),
        affirmed=bool(affirming),
        firm=bool(firm),
        denied=bool(denying),
        known=any(v.stance != "?" for v in standing),
        concerned=_names(v for v in denying if v.concerned),
        third=_names(v for v in denying if v.origin.independent and not v.concerned),
        doubting=_names(v for v in standing if v.stance == "-" and v.hedged),
        nameless=_names(v for v in denying if not (v.origin.independent or v.concerned)),
        withdrawn=_names(v for v in voices if _is_taken_back(v, "+") or v.takes_back == "+"),
        replaced=_names(v for v in lapsed if v.stance == "+" and not _is_taken_back(v, "+")),
        recanted=_names(v for v in voices if v.takes_back == "-" or (v.lapse and v.stance == "-")),
        ascribed=_names(v for v in voices if v.misquotes is not None and v.stance == "+"),
        otherwise=tuple(dict.fromkeys(v.misquotes for v in voices if v.misquotes is not None)),
        claims=len(voices),
        documents=len({v.claim.document_id for v in voices}),
    )


def _is_taken_back(voice: Voice, stance: str) -> bool:
    """Say whether a statement was taken back in so many words, and not only replaced."""
    lapse = voice.lapse
    return voice.stance == stance and lapse is not None and lapse.kind is not LinkKind.SUPERSEDES


#: The first row that holds gives the status. What its own source took back, and what is only
#: ascribed to a primary that says otherwise, come first: nobody is left who affirms it. Unclear and
#: denied follow, because nothing is affirmed there; then disputes, because numbers must never hide
#: them; then the hedge, because a hedged or unnamed voice corroborates nothing; numbers last.
PRECEDENCE: Final[tuple[tuple[FindingStatus, Callable[[Tally], bool]], ...]] = (
    (FindingStatus.RETRACTED, lambda t: bool(t.withdrawn) and not t.affirmed),
    (FindingStatus.SUPERSEDED, lambda t: bool(t.replaced) and not t.affirmed),
    (FindingStatus.PRIMARY_DIFFERS, lambda t: bool(t.ascribed) and not t.affirmed),
    (FindingStatus.UNCLEAR, lambda t: not t.known),
    (FindingStatus.DENIED, lambda t: t.denied and not t.affirmed),
    (FindingStatus.CONTESTED, lambda t: bool(t.concerned)),
    (FindingStatus.DISPUTED_BY_THIRD_PARTY, lambda t: bool(t.third)),
    (FindingStatus.HEDGED, lambda t: not t.roots),
    (FindingStatus.CORROBORATED, lambda t: len(t.roots) > 1 and not t.alone),
    (FindingStatus.SECONDARY_ONLY, lambda t: not t.seen),
    (FindingStatus.ASSERTED, lambda _: True),
)


def status_of(tally: Tally) -> FindingStatus:
    """Give the status of the first row of the table that holds."""
    return next(status for status, holds in PRECEDENCE if holds(tally))


def explain(status: FindingStatus, tally: Tally, notes: Sequence[str] = ()) -> str:
    """Give one sentence that names who says it and who denies it, with numbers.

    Args:
        status: as it follows from the tally.
        tally: the voices counted.
        notes: what else a reader must know, each a clause.
    """
    parts = {
        FindingStatus.RETRACTED: (f"withdrawn by its source ({_list(tally.withdrawn)})",),
        FindingStatus.SUPERSEDED: (
            f"replaced by a later statement of the same source ({_list(tally.replaced)})",
        ),
        FindingStatus.UNCLEAR: ("nobody says whether it is so",),
        FindingStatus.DENIED: ("only a denial is held",),
        FindingStatus.PRIMARY_DIFFERS: _ascribed(tally),
    }
    told = (_for(tally), *_taken_back(tally), *_misquoted(tally))
    words = "; ".join((*parts.get(status, told), *_against(tally), *notes))
    basis = f"{_number(tally.claims, 'claim')} in {_number(tally.documents, 'document')}"
    return f"{words[0].upper()}{words[1:]} ({basis})."


def _for(tally: Tally) -> str:
    """Say who affirms it."""
    weak = (
        (not tally.affirmed, "only a hedged denial is held"),
        (not tally.firm, "it is said only with a hedge"),
        (not tally.roots, "only unnamed sources say so"),
    )
    found = next((words for holds, words in weak if holds), None)
    if found is not None:
        return found
    if tally.alone:
        noun = "the party concerned" if len(tally.parties) == 1 else "the parties concerned"
        return f"{noun} ({_list(tally.parties)}) and no other source says so"
    verb = "says" if len(tally.roots) == 1 else "say"
    unseen = "" if tally.seen else ", in a document that is cited and not held"
    sources = _number(len(tally.roots), "independent source")
    besides = f", and the party concerned ({_list(tally.parties)})" if tally.parties else ""
    return f"{sources} ({_list(tally.roots)}) {verb} so{unseen}{besides}"


def _taken_back(tally: Tally) -> tuple[str, ...]:
    """Say whose words count no more, beside those that stand."""
    return tuple(
        f"{_list(names)} {words}"
        for names, words in (
            (tally.withdrawn, "took back having said so"),
            (tally.replaced, "said so before, and later not"),
            (tally.recanted, "denied it before, and later not"),
        )
        if names
    )


def _against(tally: Tally) -> tuple[str, ...]:
    """Say who denies it, if anybody does, counted or not, and who says both."""
    sides = ((tally.concerned, "concerned"), (tally.third, "third party"))
    denied = tuple(f"denied by {_list(names)} ({side})" for names, side in sides if names)
    affirming = {*tally.roots, *tally.parties}
    both = [name for names, _ in sides for name in names if name in affirming]
    says = "says" if len(both) == 1 else "say"
    denies = "denies" if len(tally.doubting) == 1 else "deny"
    beside = (
        (both, f"{_list(both)} {says} both"),
        (tally.doubting, f"{_list(tally.doubting)} {denies} it only with a hedge, not counted"),
        (tally.nameless, f"denied by {_list(tally.nameless)}, not named and so not counted"),
    )
    return (*denied, *(words for names, words in beside if names))


def _ascribed(tally: Tally) -> tuple[str, ...]:
    """Say to whom it is ascribed, and what the primary says instead."""
    if not tally.ascribed:
        return ()
    return (f"it is ascribed to {_list(tally.ascribed)}, but {'; '.join(tally.otherwise)}",)


def _misquoted(tally: Tally) -> tuple[str, ...]:
    """Say what is not counted because a primary that is held says otherwise."""
    return tuple(f"not counted, since {what}" for what in tally.otherwise)


def roots_of(
    voices: Sequence[Voice], statements: Callable[[Sequence[Voice]], int]
) -> tuple[Root, ...]:
    """Give the roots: positive, then negative, then neither; by name within each.

    What a root took back, or is only said to have said, stands apart from what it still says.

    Args:
        voices: of one finding.
        statements: counts the occasions on which a root spoke, whose voices these are.
    """
    grouped: dict[tuple[int, str, str, bool, bool], list[Voice]] = {}
    for voice in voices:
        origin, lapsed = voice.origin, voice.lapse is not None or voice.takes_back != ""
        misquoted = voice.misquotes is not None
        place = (_STANCES.index(voice.stance), origin.name, origin.key, lapsed, misquoted)
        grouped.setdefault(place, []).append(voice)
    return tuple(
        Root(
            name=own[0].origin.name,
            stance=own[0].stance,
            claims=tuple(v.claim.id for v in own),
            independent=any(v.origin.independent for v in own),
            concerned=any(v.concerned for v in own),
            hedged=all(v.hedged for v in own),
            withdrawn=lapsed,
            misquoted=misquoted,
            statements=statements(own),
            reasons=tuple(dict.fromkeys(reason for v in own for reason in _reasons(v))),
        )
        for (_, _, _, lapsed, misquoted), own in sorted(grouped.items())
    )


def _reasons(voice: Voice) -> Iterable[str]:
    """Give why a claim counts to its root, and why it counts no more."""
    yield from voice.origin.reasons
    if voice.lapse is not None:
        words = voice.lapse.words
        later = "a later statement of the same source says otherwise"
        yield f"it was taken back: {words}" if words else later


def _names(voices: Iterable[Voice]) -> tuple[str, ...]:
    """Give the name of each root once, by alphabet; two roots of one name are two."""
    roots = {v.origin.key: v.origin.name for v in voices}
    return tuple(sorted(roots.values()))


def _list(names: Sequence[str]) -> str:
    """Give names as a phrase: "X, Y and Z"; "" for none."""
    if not names:
        return ""
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _number(count: int, noun: str) -> str:
    """Give a number with its noun."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
