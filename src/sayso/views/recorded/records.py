"""What documents tell of states: records, replies beside what they answer, and what is said."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from sayso.model.concerns import Said
from sayso.model.findings import Knowledge
from sayso.model.ids import ClaimId, FindingId
from sayso.model.oversight import RecordKind, Refusal, StateRecord
from sayso.model.vocabulary import Predicate
from sayso.views.json import JsonObject
from sayso.views.naming import chain_names, content_words, in_words, one_line, quote, quote_whole
from sayso.views.shapes.evidence import document_ref
from sayso.views.tables import claim_sentence, finding_sentence
from sayso.views.wording.texts import ENGLISH, Texts

#: Stands under every list of records.
NOTE: Final = "what is not recorded is unknown: it says nothing against a state"
#: Which records are about what a claim says of a state: of both, a person may read one beside the
#: other.
_BESIDE: Final[Mapping[Predicate, frozenset[RecordKind]]] = {
    Predicate.REPORT: frozenset({RecordKind.IMPLEMENTATION_REPORT}),
    Predicate.DESIGNATION: frozenset(
        {RecordKind.ASSETS_FROZEN, RecordKind.TRANSPOSITION, RecordKind.EXEMPTION_REQUEST}
    ),
}
#: The id of a list release, by which it is titled.
_RELEASE: Final = re.compile(r"[\w-]+@\d{4}[\d-]*(?:[.:~+\w-]*)")
#: Fields whose values are words of ours, with underscores.
_CHOICES: Final = frozenset({"measures", "event", "assessment", "follow_up"})


@dataclass(frozen=True, kw_only=True)
class Listed:
    """What documents tell of states, as it is shown.

    Attributes:
        records: in the order of adding; corrected ones too where they are asked for.
        said: what documents say of the states.
        knowledge: where that stands, and what replies answer.
        names: of the states, by code.
    """

    records: Sequence[StateRecord]
    said: Sequence[Said] = ()
    knowledge: Knowledge = field(default_factory=Knowledge)
    names: Mapping[str, str] = field(default_factory=dict)

    def replies_to(self, *ids: str | None) -> tuple[StateRecord, ...]:
        """Give the replies that answer a record, a claim or a finding."""
        found = (reply for key in ids for reply in self._replies.get(key or "", ()))
        return tuple({reply.id: reply for reply in found}.values())

    def beside(self, one: Said) -> tuple[StateRecord, ...]:
        """Give the records of the state that are about what is said of it, or belong to it."""
        kinds = _BESIDE.get(one.predicate, frozenset())
        return tuple(
            record
            for record in self.records
            if record.state == one.state
            and record.kind is not RecordKind.REPLY
            and (
                not {one.claim, one.finding}.isdisjoint(record.about)
                or (record.kind in kinds and _may_be_of(record.references, one.references))
            )
        )

    @cached_property
    def corrected(self) -> Mapping[str, str]:
        """Give the id of the correction of each record that has one."""
        return {one.replaces: one.id for one in self.records if one.replaces is not None}

    @cached_property
    def answering(self) -> frozenset[str]:
        """Give the ids of the replies that stand beside what they answer."""
        found = [r for one in self.records for r in self.replies_to(one.id)]
        found += [r for one in self.said for r in self.replies_to(one.claim, one.finding)]
        return frozenset(one.id for one in found)

    @cached_property
    def _replies(self) -> Mapping[str, Sequence[StateRecord]]:
        """Give the replies by the id of what they answer."""
        found: dict[str, list[StateRecord]] = defaultdict(list)
        for one in self.records:
            for key in one.about if one.kind is RecordKind.REPLY else ():
                found[key].append(one)
        return found


def _may_be_of(references: Sequence[str], others: Sequence[str]) -> bool:
    """Say whether two may be about the same entries: one leaves it open, or they share one."""
    return not references or not others or not set(references).isdisjoint(others)


def records_text(listed: Listed) -> str:
    """Give the records state by state, each with its document, its words and the replies to it."""
    lines: list[str] = []
    for state in sorted({*(r.state for r in listed.records), *(s.state for s in listed.said)}):
        lines.append(f"{listed.names.get(state, state)} ({state})")
        own = [one for one in listed.records if one.state == state]
        lines += [f"  {line}" for line in record_lines(listed, own)]
        said = [one for one in listed.said if one.state == state]
        if said:
            lines.append("  Said of it in documents:")
        lines += [f"    {line}" for line in said_lines(listed, said)]
        lines.append("")
    return "\n".join(lines)


def records_json(listed: Listed) -> JsonObject:
    """Give the records in the order of adding, and what is said of the states."""
    return {
        "records": [listed_record(listed, one) for one in listed.records],
        "said": [said_shape(listed, one) for one in listed.said],
    }


def listed_record(listed: Listed, one: StateRecord) -> JsonObject:
    """Give one record with its state's name, its correction and the replies to it."""
    return {
        **record_shape(one),
        "name": listed.names.get(one.state, one.state),
        "corrected_by": listed.corrected.get(one.id),
        "replies": [reply.id for reply in listed.replies_to(one.id)],
    }


def record_shape(one: StateRecord) -> JsonObject:
    """Give one record; `held` says whether its document is here."""
    return {
        "id": one.id,
        "kind": one.kind.value,
        "state": one.state,
        "on": one.on,
        "document": {"id": one.proof.document, "title": one.proof.title},
        "held": one.proof.document is not None,
        "locator": one.proof.locator,
        "text": one.proof.text,
        "address": one.proof.address,
        "fields": dict(one.fields),
        "references": list(one.references),
        "about": list(one.about),
        "replaces": one.replaces,
        "by": one.by,
        "at": one.at.isoformat(),
    }


def refusal_shape(one: Refusal) -> JsonObject:
    """Give why a row is no record, and what to do."""
    return {"row": one.row, "column": one.column, "what": one.what, "step": one.step}


def refusal_line(place: str, one: Refusal) -> str:
    """Give a refusal on one line: file, row, column, what is wrong, what to do."""
    row = "" if one.row is None else f", row {one.row}"
    column = "" if one.column is None else f", column {one.column}"
    return f"{place}{row}{column}: {one.what}: {one.step}"


def record_lines(listed: Listed, records: Sequence[StateRecord]) -> Iterator[str]:
    """Give records in order, each with the replies to it right below.

    A reply to what is said of the state stands there; one to what is not shown stands by itself.
    """
    for one in records:
        if one.id not in listed.answering:
            yield from _record_lines(listed, one)


def _record_lines(listed: Listed, one: StateRecord, lead: str = "") -> Iterator[str]:
    corrected = listed.corrected.get(one.id)
    mark = "" if corrected is None else f"  CORRECTED by {corrected}"
    yield f"{lead}{one.on}  {kind_words(one)}  {one.id}{mark}"
    told = told_words(one)
    if told:
        yield f"    {told}"
    yield f"    {proof_line(one)}"
    if one.replaces is not None:
        yield f"    corrects {one.replaces}"
    for key in one.about if not lead else ():
        yield f"    {_about(listed, key)}"
    for reply in listed.replies_to(one.id):
        yield from (f"    {line}" for line in _record_lines(listed, reply, "REPLY  "))


def kind_words(one: StateRecord) -> str:
    """Give the kind of a record in words: "implementation report", "FATF rating"."""
    return one.kind.value.replace("_", " ").replace("fatf", "FATF")


def told_words(one: StateRecord) -> str:
    """Give what a record tells, field by field, and which entries it is about."""
    told = [f"{name.replace('_', ' ')}: {_value_words(name, value)}" for name, value in one.fields]
    told += [f"on {', '.join(one.references)}"] if one.references else []
    return "; ".join(told)


def _value_words(name: str, value: str) -> str:
    """Give the value of a field: of a closed choice in words, of any other as it stands."""
    return value.replace(";", ", ").replace("_", " ") if name in _CHOICES else value


def _about(listed: Listed, key: str) -> str:
    """Say what a record answers or belongs to, in its own words where it is known here."""
    knowledge = listed.knowledge
    if key in knowledge.claims:
        return f"about {claim_line(knowledge, ClaimId(key))}"
    finding = knowledge.findings.get(FindingId(key))
    return f"about {key}" + ("" if finding is None else f"  {finding_sentence(knowledge, finding)}")


def proof_line(one: StateRecord) -> str:
    """Give the document, whether it is held, the place and the words, and who recorded it."""
    proof = one.proof
    words = f": {quote_whole(proof.text)}" if proof.text else ""
    address = f", {proof.address}" if proof.address is not None else ""
    recorded = f"[recorded by {one.by}, {one.at.date()}]"
    return f"{document_words(one)}{words}{address}  {recorded}"


def document_words(one: StateRecord) -> str:
    """Give the document that tells a record, whether it is held, and the place in it."""
    proof = one.proof
    held = "" if proof.document is not None else " (not held)"
    return f"{quote_whole(proof.title)}{held}" + (f", {proof.locator}" if proof.locator else "")


def said_lines(listed: Listed, said: Sequence[Said]) -> Iterator[str]:
    """Give what is said of a state, with its own word, replies and records right below it."""
    for one in said:
        own = "  (the state's own word)" if one.own else ""
        yield f"{claim_line(listed.knowledge, one.claim)}{own}"
        for other in one.against:
            yield f"    against it: {claim_line(listed.knowledge, other)}"
        for reply in listed.replies_to(one.claim, one.finding):
            yield from (f"    {line}" for line in _record_lines(listed, reply, "REPLY  "))
        for record in listed.beside(one):
            when, where = in_words(record.on), document_words(record)
            yield f"    recorded: {when}: {kind_words(record)} ({record.id}), {where}"


def claim_line(knowledge: Knowledge, claim: ClaimId) -> str:
    """Give a claim with who says so, in whose words and where."""
    found = knowledge.claim(claim)
    words = quote(content_words(knowledge, found))
    where = knowledge.document_of(found).name
    return f"{claim}  {claim_sentence(knowledge, found)}: {words} ({where})"


def said_shape(listed: Listed, one: Said) -> JsonObject:
    """Give what one claim says of a state, what is against it, and what is recorded beside it."""
    return {
        "state": one.state,
        "claim": one.claim,
        "finding": one.finding,
        "predicate": one.predicate.value,
        "factuality": one.factuality.value,
        "own": one.own,
        **claim_shape(listed.knowledge, one.claim),
        "against": [
            {"claim": other, **claim_shape(listed.knowledge, other)} for other in one.against
        ],
        "replies": [reply.id for reply in listed.replies_to(one.claim, one.finding)],
        "records": [record.id for record in listed.beside(one)],
    }


def claim_shape(knowledge: Knowledge, claim: ClaimId) -> JsonObject:
    """Give a claim's own words, its speakers, its document and the place in it."""
    found = knowledge.claim(claim)
    return {
        "by": list(chain_names(knowledge, found)),
        "words": content_words(knowledge, found),
        "document": document_ref(knowledge.document_of(found)),
        "locator": knowledge.passage_of(found).locator,
    }


def titled(title: str, texts: Texts = ENGLISH) -> str:
    """Give a document's title on one line; the id of a list release says that it is one."""
    flat = one_line(title)
    return texts.say("document.list_release", release=flat) if _RELEASE.fullmatch(flat) else flat
