"""What a judge saw, as short digests: enough to tell later what is new, without keeping words."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from sayso.model.claims import Argument, Claim, PlaceMention, SourceNode
from sayso.model.findings import Judgement
from sayso.model.lists import DateInterval, ListedAddress, ListedCraft, ListEntry
from sayso.model.matches import Listing
from sayso.review.judgements import SEEN_CLAIM, seen

#: Hexadecimal digits of a digest: enough among the few things that one judge saw.
_DIGITS: Final = 12


def digest(*parts: str) -> str:
    """Give a short digest of parts."""
    joined = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.sha256(joined).hexdigest()[:_DIGITS]


def seen_claim(claim: Claim) -> str:
    """Give a claim as it is read now, so that another reading of it can be told from this one."""
    found = claim.proposition
    reading = (
        *(f"{span.start}-{span.end}" for span in (claim.sentence, claim.content, claim.trigger)),
        found.predicate.value,
        *(part for argument in found.arguments for part in _argument(argument)),
        *(part for node in claim.source_chain for part in _node(node)),
        found.time.edtf or "" if found.time is not None else "",
        *_place(found.place),
        found.quantity.text if found.quantity is not None else "",
        found.kind or "",
        found.realis.value,
        claim.factuality.value,
        claim.modality.value,
    )
    return f"{SEEN_CLAIM}{claim.id}:{digest(*reading)}"


def _argument(argument: Argument) -> tuple[str, ...]:
    return (argument.role.value, argument.entity or "", argument.text or "")


def _node(node: SourceNode) -> tuple[str, ...]:
    return (node.kind.value, node.entity or node.name or "", node.speaks_for or "")


def _place(place: PlaceMention | None) -> tuple[str, ...]:
    return () if place is None else (place.name, place.code or "")


def reads_as_seen(judgement: Judgement, claim: Claim) -> bool:
    """Say whether a claim reads as its judge saw it; so it does where that was not noted."""
    then = dict(seen(judgement)).get(claim.id)
    return then is None or seen_claim(claim) == f"{SEEN_CLAIM}{claim.id}:{then}"


def pair_evidence(
    names: Sequence[str], listings: Iterable[Listing], entry: ListEntry | None
) -> dict[str, str]:
    """Give what speaks for and against a pair of an entity and a list entry, by its digest.

    Args:
        names: of the entity.
        listings: of its members, to that entry.
        entry: as it stands in the release in force; None when it does not.
    """
    told = [("name", name) for name in names]
    told += [("comparison", reason) for listing in listings for reason in listing.reasons]
    told += [("entry in force", "")] if entry is not None else []
    told += [] if entry is None else _entry_evidence(entry)
    return {f"{kind}:{digest(words)}": f"{kind} {words}".strip() for kind, words in told}


def _entry_evidence(entry: ListEntry) -> list[tuple[str, str]]:
    told = [("entry's name", name.text) for name in entry.names]
    told += [("entry's birth", _birth(birth)) for birth in entry.births]
    told += [("entry's nationality", country) for country in entry.nationalities]
    told += [("entry's paper", f"{p.type or 'paper'} {p.number or ''}") for p in entry.documents]
    places = [(p.city, p.state_province, p.country) for p in entry.birth_places]
    told += [("entry's birth place", ", ".join(filter(None, place))) for place in places]
    told += [("entry's gender", entry.gender)] if entry.gender else []
    told += [("entry's address", ", ".join(_address(place))) for place in entry.addresses]
    told += [("entry's contact", words) for words in entry.contacts]
    told += [("entry's wallet", wallet.address) for wallet in entry.wallets]
    told += [] if entry.craft is None else [("entry's craft", m) for m in _marks(entry.craft)]
    told += [("entry's function", words) for words in entry.designations]
    told += [("entry's remark", words) for words in _remarks(entry)]
    return told


def _address(place: ListedAddress) -> list[str]:
    parts = (place.street, place.city, place.state_province, place.country, place.note)
    return [part for part in parts if part]


def _marks(craft: ListedCraft) -> list[str]:
    """Give what tells a ship or an aircraft from others."""
    marks = (craft.imo, craft.mmsi, craft.call_sign, craft.tail_number, craft.serial_number)
    return [mark for mark in (*marks, craft.flag) if mark]


def _remarks(entry: ListEntry) -> list[str]:
    """Give the sentences of an entry's remarks but those that record a review: they say no more."""
    sentences = (words.strip(" .") for words in (entry.remarks or "").split(". "))
    reviews = {words.strip(" .") for words in entry.reviews}
    return [words for words in sentences if words and words not in reviews]


def _birth(birth: DateInterval) -> str:
    dates = dict.fromkeys(day for day in (birth.start, birth.end) if day is not None)
    return birth.surface or " to ".join(dates)


def what_changed(basis: Sequence[str], now: Mapping[str, str]) -> tuple[str, ...]:
    """Say what is new, in its own words, and of what kind what is gone was."""
    new = [f"new: {words}" for key, words in now.items() if key not in basis]
    lost = [part.partition(":")[0] for part in basis if part not in now]
    gone = [f"no longer there: {lost.count(kind)} × {kind}" for kind in dict.fromkeys(lost)]
    return (*new, *gone)
