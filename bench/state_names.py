"""Lists by which nobody is tied exactly: to whom names lead, and whether the regimes agree."""

from collections import Counter

from sayso.model.ids import EntryId
from sayso.model.lists import ListEntry
from sayso.model.oversight import Oversight, Transposition
from sayso.model.vocabulary import Measure
from sayso.states.transposing.bringing import brought_by
from sayso.workbench import Workbench

#: Code → the state.
BY_NAME_ALONE = {"au-copy": "AU", "uk-copy": "GB", "ca": "CA", "ae": "AE"}
#: UN_LIST_TYPE → words for the regime in the lists of Australia, the UK and Canada, small letters.
REGIMES = {
    "Al-Qaida": ("1267/1989/2253", "al-qaeda"),
    "CAR": ("2127", "central african republic"),
    "DPRK": ("1718", "democratic people's republic of korea"),
    "DRC": ("1533", "democratic republic of the congo"),
    "Haiti": ("haiti",),
    "Iraq": ("1518", "the iraq"),
    "Libya": ("1970", "1973", "libya"),
    "Mali": ("mali ",),
    "Somalia": ("751", "2713", "somalia"),
    "SouthSudan": ("2206", "south sudan"),
    "Sudan": ("1591", "the sudan"),
    "Taliban": ("1988", "afghanistan"),
    "Yemen": ("2140", "yemen"),
}
_ALL = tuple(words for regime in REGIMES.values() for words in regime)


def by_name_figures(bench: Workbench, oversight: Oversight, code: str) -> dict[str, object]:
    """Tell of one list; counted are the UN's asset freezes of the release held from before its own.

    A regime agrees where the likeliest entry stands under words for the UN's.
    """
    lists = bench._readable().lists  # noqa: SLF001  # a benchmark looks inside
    release = max((r for r in bench.releases() if r.authority == code), key=lambda r: r.published)
    held = {e: h.newest for e, h in lists.histories(code, [release.id]).items()}
    stood = _stood(bench, release.published)
    standing = {
        one.reference: one
        for one in oversight.obligations
        if one.measure is Measure.ASSETS_FREEZE and one.reference in stood
    }
    shown = oversight.transpositions.get(BY_NAME_ALONE[code], {})
    acts = {ref: [a for a in shown.get(ref, ()) if a.source == code] for ref in standing}
    told = {ref: _regimes(held, own[0]) for ref, own in acts.items() if own}
    compared = {
        ref: words
        for ref, words in told.items()
        if standing[ref].regimes[0] in REGIMES and any(known in words for known in _ALL)
    }
    agree = [
        ref
        for ref, words in compared.items()
        if any(known in words for known in REGIMES[standing[ref].regimes[0]])
    ]
    return {
        "remarks": list(release.remarks),
        "entries": len(held),
        "told_what_they_bring": sum(
            bool(brought_by(entry, BY_NAME_ALONE[code])) for entry in held.values()
        ),
        "un_entries_that_stood": len(standing),
        "an_entry_by_name": len(told),
        "regimes_compared": len(compared),
        "regime_agrees": len(agree),
        "regimes_not_compared": dict(
            Counter(
                f"{', '.join(standing[ref].regimes)} / {words.strip()}"
                for ref, words in told.items()
                if ref not in compared
            )
        ),
        "links": dict(Counter(own[0].link.value for own in acts.values() if own)),
    }


def _stood(bench: Workbench, day: str) -> set[str]:
    """Give the references in the newest release of the UN list that was out on a day."""
    un = [r for r in bench.releases() if r.authority == "un" and r.published <= day]
    newest = max(un, key=lambda release: release.published)
    held = bench._readable().lists.histories("un", [newest.id])  # noqa: SLF001
    return {history.newest.reference for history in held.values()}


def _regimes(held: dict[EntryId, ListEntry], act: Transposition) -> str:
    return "" if act.entry is None else "; ".join(held[act.entry].regimes).casefold() + " "
