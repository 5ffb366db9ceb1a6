"""The queue and the log as JSON."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from sayso.model.findings import Judgement
from sayso.model.log import LogCheck, LogEntry
from sayso.views.json import JsonObject, JsonValue
from sayso.views.review.queue import Item
from sayso.views.shapes.judgements import judgement_json


def queue_json(shown: Sequence[Item], every: Sequence[Item]) -> JsonObject:
    """Give what waits, as far as it is shown, and how much waits of each kind."""
    counts = Counter(item.kind.value for item in every)
    return {
        "queue": [item_shape(item) for item in shown],
        "waiting": len(every),
        "kinds": dict(counts),
    }


def item_shape(item: Item) -> dict[str, JsonValue]:
    """Give one thing that waits."""
    return {
        "kind": item.kind.value,
        "about": item.about,
        "other": item.other,
        "says": item.says,
        "why": list(item.why),
        "words": [
            {
                "words": quote.words,
                "where": quote.where,
                "claim": quote.claim,
                "says": quote.said or None,
                "confidence": quote.confidence,
            }
            for quote in item.quotes
        ],
        "further": item.further,
        "commands": list(item.commands),
    }


def log_json(
    entries: Sequence[LogEntry], judgements: Mapping[str, Judgement], standing: Collection[str]
) -> JsonObject:
    """Give the log in order; a judgement stands in its entry, and whether it was undone."""
    return {"entries": [log_shape(entry, judgements, standing) for entry in entries]}


def log_shape(
    entry: LogEntry, judgements: Mapping[str, Judgement], standing: Collection[str]
) -> JsonObject:
    """Give one entry of the log."""
    judgement = judgements.get(entry.about)
    return {
        "number": entry.number,
        "kind": entry.kind.value,
        "about": entry.about,
        "at": entry.at,
        "by": entry.by or None,
        "judgement": None if judgement is None else judgement_json(judgement),
        "undone": judgement is not None and judgement.id not in standing,
        "digest": entry.digest,
        "previous": entry.previous,
        "hash": entry.hash,
    }


def check_json(check: LogCheck) -> JsonObject:
    """Give what a check of the log came to."""
    return {
        "sound": not check.faults,
        "entries": check.entries,
        "head": check.head,
        "faults": [
            {"entry": fault.number, "about": fault.about, "what": fault.what}
            for fault in check.faults
        ],
    }
