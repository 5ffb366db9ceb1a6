"""The JSON of list releases: held, compared, followed by entry, screened."""

from collections.abc import Iterable, Sequence
from dataclasses import fields

from sayso.model.ids import ReleaseId, edition_of
from sayso.model.lists import (
    EntryLink,
    ListChange,
    ListedAct,
    ListedAddress,
    ListedCraft,
    ListedWallet,
    ListEntry,
    ListRelease,
)
from sayso.model.matches import Candidate, Feature
from sayso.views.json import JsonObject


def releases_json(releases: Iterable[ListRelease]) -> JsonObject:
    """Give the releases held, in the order given."""
    return {"releases": [release_shape(release) for release in releases]}


def release_json(release: ListRelease, *, is_new: bool) -> JsonObject:
    """Give one release that was to be added."""
    entries = len(release.entries)
    return {
        **release_shape(release),
        "entries": entries,
        "status": "added" if is_new else "already here",
    }


def release_shape(release: ListRelease) -> JsonObject:
    """Give one release without its entries."""
    return {
        "id": release.id,
        "authority": release.authority,
        "published": release.published,
        "document": release.document_id,
        "locator": release.locator,
        "generated": release.generated,
        "repaired": release.repaired,
        "remarks": list(release.remarks),
    }


def list_diff_json(old: ListRelease, new: ListRelease, changes: Iterable[ListChange]) -> JsonObject:
    """Give what changed between two releases, in the order given (by reference)."""
    return {
        "old": _compared(old),
        "new": _compared(new),
        "changes": [change_shape(change) for change in changes],
    }


def change_shape(change: ListChange) -> JsonObject:
    """Give what happened to one entry, field by field."""
    return {
        "reference": change.reference,
        "name": change.name,
        "change": change.change.value,
        "fields": [
            {
                "field": field.field,
                "old": field.old,
                "new": field.new,
                "change": field.change.value,
            }
            for field in change.fields
        ],
    }


def _compared(release: ListRelease) -> JsonObject:
    return {
        "authority": release.authority,
        "published": release.published,
        "entries": len(release.entries),
    }


def history_json(reference: str, steps: Sequence[tuple[ReleaseId, ListEntry | None]]) -> JsonObject:
    """Give one entry in each release held, oldest first; null where it is absent."""
    return {
        "reference": reference,
        "releases": [
            {"release": release, "entry": None if entry is None else entry_json(entry)}
            for release, entry in steps
        ],
    }


def entry_json(entry: ListEntry) -> JsonObject:
    """Give one list entry with every field that we keep."""
    return {
        "id": entry.id,
        "authority": entry.authority,
        "reference": entry.reference,
        "schema": entry.schema,
        "name": entry.name,
        "names": [
            {"text": n.text, "kind": n.kind, "quality": n.quality, "script": n.script}
            for n in entry.names
        ],
        "gender": entry.gender,
        "births": [
            {"start": b.start, "end": b.end, "approximate": b.approximate, "surface": b.surface}
            for b in entry.births
        ],
        "birth_places": [_parts(place) for place in entry.birth_places],
        "documents": [
            {"type": d.type, "number": d.number, "issuing_country": d.issuing_country}
            for d in entry.documents
        ],
        "nationalities": list(entry.nationalities),
        "addresses": [_parts(place) for place in entry.addresses],
        "titles": list(entry.titles),
        "designations": list(entry.designations),
        "regimes": list(entry.regimes),
        "measures": [measure.value for measure in entry.measures],
        "listed_on": entry.listed_on,
        "amended_on": list(entry.amended_on),
        "remarks": entry.remarks,
        "reviews": list(entry.reviews),
        "references": list(entry.references),
        "questions": list(entry.questions),
        **_beyond_the_party(entry),
    }


def _beyond_the_party(entry: ListEntry) -> JsonObject:
    """Give what the list says of things, ties and law."""
    return {
        "craft": None if entry.craft is None else _parts(entry.craft),
        "wallets": [_parts(wallet) for wallet in entry.wallets],
        "links": [_parts(link) for link in entry.links],
        "un_references": list(entry.un_references),
        "acts": [_parts(act) for act in entry.acts],
        "contacts": list(entry.contacts),
    }


def _parts(whole: ListedAddress | ListedCraft | ListedWallet | EntryLink | ListedAct) -> JsonObject:
    """Give what the list says part by part; what it does not say is left out."""
    told = ((field.name, getattr(whole, field.name)) for field in fields(whole))
    return {
        name: list(value) if isinstance(value, tuple) else value for name, value in told if value
    }


def candidate_shape(candidate: Candidate) -> JsonObject:
    """Give one candidate with its reasons."""
    probability = round(candidate.probability, 6)
    return {
        "entry": candidate.entry,
        "list": candidate.authority,
        "reference": candidate.reference,
        "release": edition_of(candidate.release),
        "name": candidate.name,
        "matched_name": candidate.matched_name,
        "probability": probability,
        "score": probability,
        "features": [_feature(feature) for feature in candidate.features],
    }


def _feature(feature: Feature) -> JsonObject:
    return {
        "name": feature.name,
        "log_odds": round(feature.log_odds, 4),
        "query": feature.query,
        "entry": feature.entry,
        "note": feature.note,
    }
