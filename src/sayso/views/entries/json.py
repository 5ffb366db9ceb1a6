"""The JSON of discrepancies, of the amendment note and of the fairness file."""

from collections import Counter
from collections.abc import Iterable

from sayso.model.ids import ReleaseId
from sayso.model.upkeep import DISCREPANCIES, Discrepancy, EntryFile, EntryWords
from sayso.views.entries.fairness import FairnessFile
from sayso.views.entries.matters import Holdings, Matter
from sayso.views.entries.note import AmendmentNote
from sayso.views.json import JsonObject, JsonValue
from sayso.views.shapes.evidence import evidence_shape
from sayso.views.shapes.lists import entry_json


def check_json(release: ReleaseId, entries: int, found: Iterable[Discrepancy]) -> JsonObject:
    """Give the discrepancies of one release, in the order given, and their number by class."""
    found = tuple(found)
    counts = Counter(one.kind for one in found)
    return {
        "release": release,
        "entries": entries,
        "classes": [
            {"kind": kind.value, "severity": severity.value, "means": means, "count": counts[kind]}
            for kind, (severity, means) in DISCREPANCIES.items()
        ],
        "discrepancies": [discrepancy_json(one) for one in found],
    }


def discrepancy_json(one: Discrepancy) -> JsonObject:
    """Give one discrepancy with the words that it rests on."""
    return {
        "kind": one.kind.value,
        "severity": one.severity.value,
        "reference": one.reference,
        "name": one.name,
        "says": one.says,
        "words": [_words(words) for words in one.words],
        "others": list(one.others),
        "findings": list(one.findings),
    }


def note_json(note: AmendmentNote) -> JsonObject:
    """Give the draft amendment note; `reviewed` is always false."""
    return {
        **_file(note.file),
        "said_elsewhere": [_words(words) for words in note.file.said_elsewhere],
        "against": [_matter(one) for one in note.against],
        "beyond": [_matter(one) for one in note.beyond],
        "proposals": [
            {
                "strike": proposal.strike,
                "wording": proposal.wording,
                "why": proposal.why,
                "claims": list(proposal.claims),
            }
            for proposal in note.proposals
        ],
        **_limits(note.holdings),
    }


def fairness_json(fair: FairnessFile) -> JsonObject:
    """Give the fairness file; `reviewed` is always false."""
    file, holdings = fair.file, fair.holdings
    return {
        **_file(file),
        "list_says": list(file.remarks),
        "others_say": [_matter(one) for one in holdings.matters],
        "reviews": [
            {"resolution": r.resolution, "concluded_on": r.concluded_on, "words": r.words}
            for r in file.reviews
        ],
        "steps": [_words(words) for words in file.steps],
        "changes": [
            {
                "release": release,
                "change": change.change.value,
                "fields": [
                    {"field": f.field, "old": f.old, "new": f.new, "change": f.change.value}
                    for f in change.fields
                ],
            }
            for release, change in file.changes
        ],
        "in_favour": {
            "told": [evidence_shape(one) for one in holdings.favourable],
            "unsure": [one.finding.id for one in fair.unsure],
            "discrepancies": [discrepancy_json(one) for one in fair.for_the_party],
        },
        **_limits(holdings),
    }


def _file(file: EntryFile) -> dict[str, JsonValue]:
    return {
        "reference": file.entry.reference,
        "release": file.newest,
        "stated_in": file.stated_in,
        "listed": file.stated_in == file.newest,
        "releases": list(file.releases),
        "entry": entry_json(file.entry),
        "discrepancies": [discrepancy_json(one) for one in file.discrepancies],
    }


def _limits(holdings: Holdings) -> dict[str, JsonValue]:
    return {
        "waiting": holdings.waiting,
        "possible": [{"id": e.id, "name": e.name} for e in holdings.possible],
        "reviewed": False,
    }


def _words(words: EntryWords) -> JsonObject:
    return {"reference": words.reference, "field": words.field, "words": words.words}


def _matter(one: Matter) -> JsonObject:
    return {
        "finding": one.finding.id,
        "says": one.sentence,
        "status": one.finding.status.value,
        "explanation": one.finding.explanation,
        "reply": one.finding.reply.value,
        "said": [evidence_shape(e) for e in one.said],
        "denied": [evidence_shape(e) for e in one.denied],
    }
