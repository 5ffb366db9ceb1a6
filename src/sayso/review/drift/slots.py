"""Figure, time, hedge and speaker: how a secondary account departs from its primary in each."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from math import inf
from typing import Final

from sayso.model.claims import Claim, Quantity, SourceChain
from sayso.model.drift import Departure, Difference, Slot
from sayso.model.vocabulary import Factuality, Modality, Realis
from sayso.review.accounts.align import Pair
from sayso.review.accounts.groups import Group, side
from sayso.review.accounts.measures import bounds, comparable, figure_departs, time_departs
from sayso.review.accounts.points import Point
from sayso.review.corpus import Corpus
from sayso.review.entities.names import head_noun

#: How sure, with which sign; nobody knows is 0.
_CERTAINTY: Final = {
    Factuality.CERTAIN: 3,
    Factuality.PROBABLE: 2,
    Factuality.POSSIBLE: 1,
    Factuality.WITHHELD: 0,
    Factuality.UNKNOWN: 0,
    Factuality.POSSIBLE_NOT: -1,
    Factuality.PROBABLE_NOT: -2,
    Factuality.CERTAIN_NOT: -3,
}
_SURENESS: Final = {
    Factuality.CERTAIN: "certain",
    Factuality.PROBABLE: "probable",
    Factuality.POSSIBLE: "possible",
    Factuality.WITHHELD: "not told",
    Factuality.UNKNOWN: "not known",
    Factuality.POSSIBLE_NOT: "possibly not so",
    Factuality.PROBABLE_NOT: "probably not so",
    Factuality.CERTAIN_NOT: "not so",
}
_YET_TO_COME: Final = {Realis.PROSPECTIVE: "still to come", Realis.HYPOTHETICAL: "on a condition"}
_HEDGES: Final = frozenset(
    {Modality.PURPORTED, Modality.SUSPECTED, Modality.POSSIBLE, Modality.CONCERN}
)

#: What stands before a nameless source and says how many there are: the ladder of attribution.
_HOW_MANY: Final = re.compile(
    r"\b(?:an?|another|one|two|three|four|some|several|many|most|all|regional)\s+$", re.IGNORECASE
)
_LONGEST_COUNT: Final = 12


def slot_differences(group: Group, corpus: Corpus) -> Iterable[Difference]:
    """Give what departs in figure, time, hedge and speaker.

    The same departure stands once, by its first claim; the others depend on the same slot.
    """
    alike: dict[tuple[str, str | None, str | None], list[Difference]] = {}
    for slot in (_figures, _times, _hedges, _speakers):
        for found in slot(group, corpus):
            values = [None if s is None else s.value for s in (found.secondary, found.primary)]
            alike.setdefault((found.slot, values[0], values[1]), []).append(found)
    for first, *others in alike.values():
        same = (other.secondary.claim for other in others if other.secondary is not None)
        yield replace(first, dependent=tuple(same)) if first.misquotes else first


def _figures(group: Group, corpus: Corpus) -> Iterable[Difference]:
    """Compare each figure with the primary's; where one side has none, its words must not."""
    theirs = [p for p in group.primary if _figure(p) is not None]
    ours = [pair for pair in group.pairs if _figure(pair.secondary) is not None]
    if theirs and not ours:
        yield from _no_value(Slot.QUANTITY, group, theirs[0], corpus)
    for pair in ours if theirs else ():
        told = pair.secondary.claim.proposition.quantity
        if _figure(pair.secondary) == _figure(pair.primary):
            continue
        near = [pair.primary] if _figure(pair.primary) is not None else []
        ranked = [(p, p.claim.proposition.quantity) for p in (*near, *theirs)]
        hows = [(p, q, figure_departs(told, q)) for p, q in ranked if told and q]
        point, figure, how = hows[0]
        if how is None or any(other is None for _, _, other in hows) or told is None:
            continue
        yield Difference(
            slot=Slot.QUANTITY,
            how=how,
            secondary=side(pair.secondary, told.text),
            primary=side(point, figure.text),
            note=f"{how}: {told.text}, where the primary has {figure.text}{_bound(told, figure)}",
        )


def _figure(point: Point) -> str | None:
    """Give the words of a point's figure, or None."""
    figure = point.claim.proposition.quantity
    return None if figure is None else figure.text


def _bound(told: Quantity, primary: Quantity) -> str:
    """Say that a bound was dropped or turned, where the number itself is the same."""
    (low, high), (least, most) = bounds(told), bounds(primary)
    shared = {low, high} & {least, most} - {-inf, inf}
    if not comparable(told, primary) or not shared:
        return ""
    return " (the bound is dropped)" if low == high else " (the bound is another)"


def _times(group: Group, corpus: Corpus) -> Iterable[Difference]:
    """Compare each time with the primary's."""
    theirs = [p for p in group.primary if _time(p) is not None]
    if theirs and not any(_time(p) for p in group.secondary):
        yield from _no_value(Slot.TIME, group, theirs[0], corpus)
    for pair in group.pairs:
        told = pair.secondary.claim.proposition.time
        if told is None or told.edtf == _time(pair.primary):
            continue
        dated = [(p, p.claim.proposition.time) for p in group.like(pair)]
        hows = [(p, t, time_departs(told, t)) for p, t in dated if t is not None]
        if not hows or any(how is None for _, _, how in hows):
            continue
        point, time, how = hows[0]
        yield Difference(
            slot=Slot.TIME,
            how=how or Departure.DIFFERENT,
            secondary=side(pair.secondary, told.edtf),
            primary=side(point, time.edtf),
            note=f"{how}: {told.edtf}, where the primary has {time.edtf}",
        )


def _time(point: Point) -> str | None:
    """Give a point's time as EDTF, or None."""
    time = point.claim.proposition.time
    return None if time is None else time.edtf


def _no_value(slot: Slot, group: Group, theirs: Point, corpus: Corpus) -> Iterable[Difference]:
    """Say that the account gives no figure or time, where its sentence does not have its words."""
    read: Callable[[Point], str | None] = _figure if slot is Slot.QUANTITY else _time
    ours, value = group.pairs[0].secondary, read(theirs)
    sentence = ours.claim.sentence.of(corpus.document(ours.claim).text).casefold()
    if value is None or value.casefold() in sentence:
        return
    noun = "figure" if slot is Slot.QUANTITY else "time"
    yield Difference(
        slot=slot,
        how=Departure.COARSER,
        secondary=side(ours, None),
        primary=side(theirs, value),
        note=f"coarser: no {noun} is given, where the primary has {value}",
    )


def _hedges(group: Group, _: Corpus) -> Iterable[Difference]:
    """Compare how sure it is said to be, and whether it has happened."""
    for pair in group.pairs:
        told = _sureness(pair.secondary.claim)
        if _sureness(pair.primary.claim) == told or any(
            _sureness(p.claim) == told for p in group.like(pair)
        ):
            continue
        ours, theirs = (_stand(p.claim) for p in (pair.secondary, pair.primary))
        mine, primary = (_in_words(p.claim) for p in (pair.secondary, pair.primary))
        yield Difference(
            slot=Slot.HEDGE,
            how=Departure.DIFFERENT,
            secondary=side(pair.secondary, ours),
            primary=side(pair.primary, theirs),
            note=f"different: {_shift(pair)} (told as {mine}, where the primary has {primary})",
        )


def _sureness(claim: Claim) -> tuple[int, bool, Realis]:
    """Give how sure a claim is: certainty, a hedge beside it, and whether it is to come."""
    certainty = _CERTAINTY[claim.factuality]
    hedged = abs(certainty) == 3 and claim.modality in _HEDGES  # noqa: PLR2004  # certain, yet hedged
    return certainty, hedged, claim.proposition.realis


def _stand(claim: Claim) -> str:
    """Give factuality, with modality and realis where they say more."""
    realis = claim.proposition.realis
    parts = [claim.factuality.value]
    parts += [claim.modality.value] if claim.modality in _HEDGES else []
    parts += [] if realis is Realis.ACTUAL else [realis.value]
    return " ".join(parts)


def _in_words(claim: Claim) -> str:
    """Give how sure a claim is in words: "possible, purported", "certain", "not so"."""
    realis = claim.proposition.realis
    parts = [_SURENESS[claim.factuality]]
    parts += [claim.modality.value] if claim.modality in _HEDGES else []
    parts += [] if realis is Realis.ACTUAL else [_YET_TO_COME[realis]]
    return ", ".join(dict.fromkeys(parts))


def _shift(pair: Pair) -> str:
    """Say what was done to the hedge."""
    (ours, _, here), (theirs, _, there) = (
        _sureness(p.claim) for p in (pair.secondary, pair.primary)
    )
    if here is not there:
        return "what has happened and what has not are exchanged"
    if ours and not theirs:
        return "the primary leaves it open"
    if ours * theirs < 0:
        return "affirmed and denied are exchanged"
    return "a hedge is added" if abs(ours) < abs(theirs) else "a hedge is dropped"


def _speakers(group: Group, corpus: Corpus) -> Iterable[Difference]:
    """Compare who says it within the primary; a source that is left out is coarser."""
    inner = {speaker_key(p.inner, corpus) for p in group.secondary}
    for pair in group.pairs:
        told = speaker_key(pair.secondary.inner, corpus)
        if told == speaker_key(pair.primary.inner, corpus):
            continue
        keys = [speaker_key(p.inner, corpus) for p in group.like(pair)]
        if told in keys or (told is None and inner & set(keys)):
            continue
        how = Departure.COARSER if told is None else Departure.DIFFERENT
        ours, theirs = (speaker_name(p, corpus) for p in (pair.secondary, pair.primary))
        source = theirs or "the primary itself"
        yield Difference(
            slot=Slot.SPEAKER,
            how=how,
            secondary=side(pair.secondary, ours),
            primary=side(pair.primary, theirs),
            note=f"{how}: {f'{ours} says so' if ours else 'no source is named'}, "
            f"where in the primary it is {source}",
        )


def speaker_key(inner: SourceChain, corpus: Corpus) -> str | None:
    """Give who says it within the primary: a party, or what sort of nameless one; None itself."""
    if not inner:
        return None
    node = inner[-1]
    cluster = corpus.cluster(node.speaks_for) or corpus.cluster(node.entity)
    if cluster is not None and corpus.is_named(cluster):
        return cluster
    return f"{node.kind}/{head_noun(node.name or '')}"


def speaker_name(point: Point, corpus: Corpus) -> str | None:
    """Give who says it within the primary: a name, or "One Member State"; None for itself."""
    if not point.inner:
        return None
    node = point.inner[-1]
    member = None if node.entity is None else corpus.members.get(node.entity)
    if member is not None and member.named:
        return corpus.entity(corpus.clusters.entity_of[member.id]).name
    text = corpus.document(point.claim).text
    is_noun = node.span and head_noun(node.span.of(text)) == head_noun(node.name or "")
    if node.span is None or not is_noun:  # a pronoun says nothing
        return node.name or node.kind.value
    before = _HOW_MANY.search(text, max(0, node.span.start - _LONGEST_COUNT), node.span.start)
    return " ".join(text[before.start() if before else node.span.start : node.span.end].split())
