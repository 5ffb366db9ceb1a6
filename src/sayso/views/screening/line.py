"""One alert on one line that can be pasted into a file."""

from collections.abc import Iterator
from typing import Final

from sayso.model.lists import ListedName
from sayso.model.matches import Feature
from sayso.model.screenings import Alert
from sayso.views.screening.carve_outs import carve_out_words
from sayso.views.screening.grounds import (
    ALWAYS,
    Compared,
    asked_of,
    beyond_the_name,
    ground_words,
    kind_of,
)

_SEPARATOR: Final = " | "
#: Code points of what either side says that are shown.
_MOST: Final = 60
_KINDS: Final = {
    "primary": "primary name",
    "aka": "a.k.a.",
    "fka": "f.k.a.",
    "original": "original",
}


def line_of(compared: Compared, alert: Alert) -> str:
    """Give the two names, what agrees and differs, where it is listed, and what is carved out."""
    return _SEPARATOR.join(" ".join(part.split()) for part in _parts(compared, alert))


def _parts(compared: Compared, alert: Alert) -> Iterator[str]:
    candidate = compared.candidate
    yield f"{candidate.authority.upper()} {candidate.reference} ({candidate.release})"
    yield f"{candidate.probability:.2f} {ground_words(compared)}"
    yield f"asked: {compared.subject.name}"
    kind = "" if compared.entry is None else f"{compared.entry.schema}: "
    yield f"listed: {candidate.matched_name} ({kind}{quality_words(compared)})"
    names = (_name_words(f) for f in candidate.features if kind_of(f) == "name" and f.log_odds)
    yield f"names: {'; '.join(filter(None, names))}"
    yield from _facts(compared)
    if alert.clearing is not None:
        signed = f"{alert.clearing.by} on {alert.clearing.at.date()}"
        yield f"cleared before by {signed}, but {'; '.join(alert.changed)}"
    elif alert.changed:
        yield f"changed: {'; '.join(alert.changed)}"
    if compared.entry is not None:
        yield from _law(compared)


def _law(compared: Compared) -> Iterator[str]:
    entry = compared.entry
    if entry is None:
        return
    measures = ", ".join(measure.value.replace("_", " ") for measure in entry.measures)
    yield f"regime: {', '.join(entry.regimes) or 'not told'}" + (f" ({measures})" * bool(measures))
    yield f"carve-out: {carve_out_words(entry)}"


def quality_words(compared: Compared) -> str:
    """Say what the list itself says of the name that agreed."""
    name = compared.listed_name
    kind = "name" if name is None else name_words(name)
    primary = compared.candidate.name
    return kind if primary == compared.candidate.matched_name else f"{kind} of {primary}"


def name_words(name: ListedName) -> str:
    """Give the kind of a listed name and its quality: "a.k.a., weak"."""
    kind = _KINDS.get(name.kind, name.kind)
    return f"{kind}, {name.quality}" if name.quality else kind


def _facts(compared: Compared) -> Iterator[str]:
    """Give what each side says beyond the name; what was not compared stands as such."""
    every = beyond_the_name(compared.candidate)
    asked = asked_of(compared.subject)
    found = [f for f in every if f.log_odds or kind_of(f) in ALWAYS or kind_of(f) in asked]
    for kind in dict.fromkeys((*ALWAYS, *map(kind_of, found))):
        own = [f for f in found if kind_of(f) == kind]
        told = [_fact(f) for f in own]
        if told and kind in ALWAYS and kind not in asked and not any(f.query for f in own):
            listed = _cut("; ".join(filter(None, (f.entry for f in own))))
            yield f"{kind}: not asked" + (f"; listed: {listed}" if listed else "")
        elif told:
            yield f"{kind}: {'; '.join(told)}"
        else:
            yield f"{kind}: not compared"


def _fact(feature: Feature) -> str:
    sides = " / ".join(_cut(side) or "none" for side in (feature.query, feature.entry))
    return f"{sides}: {feature.note}"


def _cut(words: str) -> str:
    return words if len(words) <= _MOST else f"{words[:_MOST]}…"


def _name_words(feature: Feature) -> str:
    """Give the words that answer each other, where a comparison has such; else its note."""
    pairs = [
        f"{asked} = {listed}" if kind == "same" else f"{asked} ~ {listed} ({kind})"
        for asked, listed, kind in feature.pairs
    ]
    return ", ".join(pairs) or feature.note
