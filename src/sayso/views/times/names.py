"""Lasting names of news: the same news has the same name in every feed and on every day."""

from typing import Final
from uuid import UUID, uuid5

from sayso.model.news import CustomerNews, EntryNews, FindingNews, FindingNewsKind, HitNews

#: Made once, by chance, for this purpose.
_NAMESPACE: Final = UUID("5d2c7b1e-0f64-4b0e-9a53-6e1f3b8a9c20")


def urn(*parts: str) -> str:
    """Give a `urn:uuid:` for these parts."""
    return uuid5(_NAMESPACE, "\x1f".join(parts)).urn


def urn_of(one: FindingNews | EntryNews | HitNews | CustomerNews) -> str:
    """Give the lasting name of a piece of news, whatever it is told since.

    A finding that reaches a status has one name, by the first of its claims that was held; what
    more is said of it later makes the news newer, not another.
    """
    match one:
        case FindingNews():
            gone = one.kind is FindingNewsKind.FINDING_GONE
            return urn("finding", one.anchor, "gone" if gone else one.finding.status)
        case EntryNews():
            return urn("entry", one.authority, one.change.reference, one.new)
        case HitNews():
            return urn("hit", one.name, one.candidate.entry)
        case CustomerNews():
            return urn("customer", one.name, one.subject.key, *one.alert.basis)
