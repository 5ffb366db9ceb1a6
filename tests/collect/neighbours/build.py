"""What another tool handed on, in the making; all groups and persons are invented."""

import io
import json
from datetime import UTC, datetime

from sayso.collect.collector import Collector, Hints, Limits
from sayso.collect.neighbours.pages import Imported
from sayso.collect.readers.plain import PlainReader
from sayso.importing import Handed, read_handed

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


class NoFetcher:
    """Fetches nothing."""

    def fetch(self, address: str, held: object = None) -> object:
        """Refuse."""
        raise AssertionError(address, held)


def collector() -> Collector:
    limits = Limits(max_bytes=10_000_000, fetch_timeout_s=1)
    stdin = io.BytesIO()
    return Collector([PlainReader()], NoFetcher(), clock=lambda: NOON, stdin=stdin, limits=limits)


def read(form: str, content: object, **beside: object):
    """Give what becomes of a file of a form; an object is written as JSON."""
    raw = (
        content if isinstance(content, bytes) else json.dumps(content, ensure_ascii=False).encode()
    )
    handed = Handed(content=raw, place="their.file", hints=Hints(), **beside)
    return read_handed(form, handed, collector())


def sentences(imported: Imported) -> list[tuple[str, str, str, str]]:
    """Give speaker, subject, predicate with its kind, and factuality of each claim."""
    names = {e.id: e.name for e in imported.extraction.entities}
    return [
        (
            claim.source_chain[-1].name or "",
            names.get(claim.proposition.arguments[0].entity, ""),
            ": ".join(filter(None, (claim.proposition.predicate.value, claim.proposition.kind))),
            claim.factuality.value,
        )
        for claim in imported.extraction.claims
    ]
