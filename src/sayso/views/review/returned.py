"""Pairs of a customer and a list entry that were cleared, and wait again in the queue."""

import shlex

from sayso.model.findings import Knowledge
from sayso.model.screenings import Alert, Subject
from sayso.views.review.queue import Item, Waiting
from sayso.views.signatures.words import told


def returned_item(knowledge: Knowledge, name: str, subject: Subject, alert: Alert) -> Item:
    """Give a cleared pair whose evidence changed: what changed since, and what clears it again.

    Args:
        knowledge: for the words of the clearing.
        name: of the set of customers.
        subject: the customer.
        alert: with its clearing.
    """
    entry, clearing = alert.candidate.entry, alert.clearing
    why = [f"since then {change}" for change in alert.changed]
    pair = f"{shlex.quote(name)} {shlex.quote(subject.key)} {entry}"
    return Item(
        kind=Waiting.CHANGED,
        about=f"{name}/{subject.key}" if clearing is None else clearing.about,
        other=entry,
        says=f"Is {subject.name} ({name}) the party of list entry {entry}?",
        why=(*([] if clearing is None else [told(knowledge, clearing)]), *why),
        commands=(f"sayso customers clear {pair} --by NAME --reason WHY",),
    )
