"""Judgements as people ask for them: checked, signed, dated, reasoned, with what was seen."""

import difflib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from sayso.errors import BadInput, NotFound
from sayso.model.findings import Change, Entity, Finding, Judgement, Knowledge
from sayso.model.grades import STATUS, Confidence, ItemGrade, Likelihood, SourceGrade, Verdict
from sayso.model.ids import EntityId, JudgementId, key_of
from sayso.review.judgements import standing
from sayso.review.judging.basis import seen_claim
from sayso.review.judging.edits import read_changes
from sayso.review.judging.pairs import Entries, evidence_of_pair, listings_of
from sayso.review.judging.standing import shown_in
from sayso.review.judging.subjects import (
    claim_named,
    entry_named,
    find_claim,
    find_entry,
    finding_named,
    party_named,
    source_named,
    status_named,
)

#: How the ids of claims (with accounts of incidents) and findings begin.
_ACCOUNTS: Final = "a-"
_CLAIMS: Final = ("c-", _ACCOUNTS)
_FINDINGS: Final = ("f-",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A judgement that somebody asks for.

    Attributes:
        about: what it is on, as a user calls it.
        values: the other side of a pair, a grade, or a likelihood and a confidence.
        changes: of an edit, as slot=value.
    """

    about: str
    verdict: Verdict
    by: str
    reason: str
    values: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Made:
    """What a judgement comes to, apart from its signature; see `Judgement` for the fields."""

    about: str
    other: str | None = None
    changes: tuple[Change, ...] = ()
    basis: tuple[str, ...] = ()


def make(knowledge: Knowledge, asked: Asked, entries: Entries, at: datetime) -> Judgement:
    """Give a judgement on something that is known.

    Raises:
        NotFound: it is on nothing that is known; names the nearest.
        BadInput: nobody signs it, it has no reason, or the verdict is none for such a thing.
    """
    check_signed(asked.by, asked.reason)
    if asked.changes and asked.verdict is not Verdict.EDIT:
        raise BadInput(f"{asked.verdict} sets no slots: leave --set out, or use `edit`")
    made = _MAKERS[asked.verdict](knowledge, asked, entries)
    return _signed(made, asked, at)


def undo(
    judgements: Sequence[Judgement], key: str, by: str, reason: str, at: datetime
) -> Judgement:
    """Give the judgement that takes another one back; it can be taken back itself.

    Raises:
        NotFound: there is no such judgement; names the nearest.
        BadInput: it was undone already, or nobody signs.
    """
    check_signed(by, reason)
    known = {j.id: j for j in judgements}
    if key not in known:
        near = difflib.get_close_matches(key, known, n=3, cutoff=0.0)
        hint = f"; near it: {', '.join(near)}" if near else ""
        raise NotFound(f"no judgement {key!r}{hint}: `sayso log` lists them")
    if key not in {j.id for j in standing(judgements, undoings=True)}:
        undone = [j for j in judgements if j.verdict == Verdict.UNDO and j.about == key]
        raise BadInput(f"judgement {key} is undone already, by {undone[-1].by} ({undone[-1].id})")
    asked = Asked(about=key, verdict=Verdict.UNDO, by=by, reason=reason)
    return _signed(_Made(key), asked, at)


def check_signed(by: str, reason: str) -> None:
    """Refuse what nobody signs, and what has no reason.

    Raises:
        BadInput: says which.
    """
    if not by.strip():
        raise BadInput("nobody signs: give --by NAME")
    if not reason.strip():
        raise BadInput("no reason: give --reason, for the record that stays")


def _signed(made: _Made, asked: Asked, at: datetime) -> Judgement:
    changes = (f"{change.slot}={change.value}" for change in made.changes)
    told = (made.about, asked.verdict, made.other or "", *changes, asked.by, asked.reason)
    return Judgement(
        id=JudgementId(key_of("j", *told, at.isoformat())),
        about=made.about,
        verdict=asked.verdict.value,
        reason=asked.reason.strip(),
        by=asked.by.strip(),
        at=at,
        other=made.other,
        changes=made.changes,
        basis=made.basis,
    )


def _on_claims(knowledge: Knowledge, asked: Asked, entries: Entries) -> _Made:
    """Accept, reject or be unsure of a claim, or of a finding with the claims in it."""
    if asked.verdict is Verdict.UNSURE and asked.values:
        return _pair(knowledge, asked, entries)
    _values(asked, 0)
    if asked.about.startswith(_FINDINGS):
        finding = finding_named(knowledge, asked.about)
        return _Made(finding.id, basis=_seen_in(knowledge, finding, asked.verdict))
    if not asked.about.startswith(_CLAIMS):
        raise BadInput(
            f"{asked.verdict} is of a claim (c-…) or a finding (f-…), not of {asked.about!r}: "
            "`sayso review` shows what waits"
        )
    claim = claim_named(knowledge, asked.about)
    read = knowledge.judged.as_read.get(claim.id, claim)
    return _Made(claim.id, basis=(seen_claim(read if asked.verdict is Verdict.REJECT else claim),))


def _seen_in(knowledge: Knowledge, finding: Finding, verdict: Verdict) -> tuple[str, ...]:
    """Give the claims that a judge of a finding sees; a rejection is of its own alone."""
    if verdict is Verdict.REJECT:
        own = (knowledge.claim(claim) for claim in finding.claims)
        return tuple(seen_claim(knowledge.judged.as_read.get(c.id, c)) for c in own)
    return tuple(seen_claim(knowledge.claim(claim)) for claim in shown_in(finding))


def _edit(knowledge: Knowledge, asked: Asked, _: Entries) -> _Made:
    _values(asked, 0)
    if asked.about.startswith(_ACCOUNTS):
        raise BadInput(f"{asked.about} is an account of an incident: accept, reject or unsure only")
    claim = claim_named(knowledge, asked.about)
    changes = read_changes(knowledge, claim, asked.changes)
    read = knowledge.judged.as_read.get(claim.id, claim)
    return _Made(claim.id, changes=changes, basis=(seen_claim(read),))


def _pair(knowledge: Knowledge, asked: Asked, entries: Entries) -> _Made:
    """Say whether two entities are one, or whether an entity is that of a list entry."""
    [other] = _values(asked, 1)
    about, entity = party_named(knowledge, asked.about)
    is_one_reading = EntityId(about) in knowledge.entity_of
    entry = find_entry(knowledge, entity, other)
    if entry is None:
        other, far = party_named(knowledge, other)
        if other == about or (far.id == entity.id and asked.verdict is Verdict.SAME):
            raise BadInput(
                f"{asked.about!r} and {asked.values[0]!r} are one already: {entity.name}"
            )
        return _Made(about, other)
    if asked.verdict is Verdict.DIFFERENT and not is_one_reading:
        raise BadInput(
            f"{entity.name} and list entry {entry}: `clear` sets the pair aside; `different` is of "
            f"one document's own reading ({', '.join(entity.members[:3])})"
        )
    evidence = evidence_of_pair(entity, listings_of(knowledge, entity), entry, entries)
    return _Made(_lasting(knowledge, about, entity), entry, basis=tuple(evidence))


def _clear(knowledge: Knowledge, asked: Asked, entries: Entries) -> _Made:
    """Set a pair of an entity and a list entry aside until there is other evidence."""
    [other] = _values(asked, 1)
    about, entity = party_named(knowledge, asked.about)
    entry = entry_named(knowledge, entity, other)
    if entity.id == entry:
        raise BadInput(
            f"{entity.name} is resolved to {entry}, not set beside it: say of which document's own "
            f"reading it is `different` ({', '.join(entity.members[:3])})"
        )
    evidence = evidence_of_pair(entity, listings_of(knowledge, entity), entry, entries)
    return _Made(_lasting(knowledge, about, entity), entry, basis=tuple(evidence))


def _lasting(knowledge: Knowledge, about: str, entity: Entity) -> str:
    """Give an id of an entity that stays: of one document's own reading of it.

    An entity that is resolved to a list entry, or joined with another, has another id than before.
    """
    return about if EntityId(about) in knowledge.entity_of else entity.members[0]


def _grade(knowledge: Knowledge, asked: Asked, _: Entries) -> _Made:
    """Grade the item that a claim is, or a source: a document, its author, its publisher.

    Or make a rule: a grade for all documents of a kind, for all that is affirmed of findings of
    one status.
    """
    [grade] = _values(asked, 1)
    if asked.about.startswith(STATUS):
        rule = _choice(ItemGrade, grade, "items are graded")
        return _Made(status_named(asked.about), changes=(Change("item", rule),))
    if asked.about.startswith(_CLAIMS) and find_claim(knowledge, asked.about) is not None:
        claim = claim_named(knowledge, asked.about)
        change = Change("item", _choice(ItemGrade, grade, "the item of a claim is graded"))
        return _Made(claim.id, changes=(change,), basis=(seen_claim(claim),))
    about = source_named(knowledge, asked.about)
    return _Made(
        about,
        changes=(Change("source", _choice(SourceGrade, grade.upper(), "a source is graded")),),
    )


def _assess(knowledge: Knowledge, asked: Asked, _: Entries) -> _Made:
    """Say how likely a finding is, and how well founded that is."""
    if len(asked.values) != 2:  # noqa: PLR2004  # two axes
        words = "; ".join(", ".join(kind) for kind in (Likelihood, Confidence))
        raise BadInput(f"assess takes a likelihood and a confidence: {words}")
    likelihood, confidence = (word.lower().replace(" ", "_") for word in asked.values)
    finding = finding_named(knowledge, asked.about)
    changes = (
        Change("likelihood", _choice(Likelihood, likelihood, "a likelihood is")),
        Change("confidence", _choice(Confidence, confidence, "a confidence is")),
    )
    return _Made(finding.id, changes=changes, basis=_seen_in(knowledge, finding, asked.verdict))


def _undo(_: Knowledge, asked: Asked, __: Entries) -> _Made:
    raise BadInput(f"`sayso undo {asked.about}` takes a judgement back")


def _values(asked: Asked, wanted: int) -> tuple[str, ...]:
    if len(asked.values) != wanted:
        takes = "takes nothing more" if not wanted else "takes one thing more"
        given = f", not {' '.join(asked.values)}" if asked.values else ""
        raise BadInput(f"{asked.verdict} {takes}{given}: see `sayso judge --help`")
    return asked.values


def _choice(kind: type[StrEnum], word: str, what: str) -> str:
    words = [choice.value for choice in kind]
    if word not in words:
        raise BadInput(f"{word!r}: {what} {', '.join(words)}")
    return word


_MAKERS: Final[Mapping[Verdict, Callable[[Knowledge, Asked, Entries], _Made]]] = {
    Verdict.ACCEPT: _on_claims,
    Verdict.REJECT: _on_claims,
    Verdict.UNSURE: _on_claims,
    Verdict.EDIT: _edit,
    Verdict.SAME: _pair,
    Verdict.DIFFERENT: _pair,
    Verdict.CLEAR: _clear,
    Verdict.GRADE: _grade,
    Verdict.ASSESS: _assess,
    Verdict.UNDO: _undo,
}
