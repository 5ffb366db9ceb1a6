"""Records of states as text and JSON: replies beside what they answer, and what is said beside."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from sayso.model.concerns import Said
from sayso.model.findings import Knowledge
from sayso.model.ids import ClaimId
from sayso.model.oversight import RecordKind, Refusal, StateRecord
from sayso.views.json import JsonObject
from sayso.views.naming import chain_names, content_words, quote, quote_whole
from sayso.views.shapes.evidence import document_ref
from sayso.views.tables import claim_sentence

#: Stands under every list of records.
NOTE: Final = "what is not recorded is unknown: it says nothing against a state"


@dataclass(frozen=True, kw_only=True)
class Listed:
    """What is shown of the records of states.

    Attributes:
        records: in the order of adding; corrected ones too where they are asked for.
        said: what documents say of the states.
        knowledge: where that stands; None where nothing is said.
        names: of the states, by code.
    """

    records: Sequence[StateRecord]
    said: Sequence[Said]
    knowledge: Knowledge | None
    names: Mapping[str, str]

    def replies_to(self, *ids: str | None) -> tuple[StateRecord, ...]:
        """Give the replies that answer a record, a claim or a finding."""
        found = (reply for key in ids for reply in self._replies.get(key or "", ()))
        return tuple({reply.id: reply for reply in found}.values())

    @cached_property
    def corrected(self) -> Mapping[str, str]:
        """Give the id of the correction of each record that has one."""
        return {one.replaces: one.id for one in self.records if one.replaces is not None}

    @cached_property
    def _replies(self) -> Mapping[str, Sequence[StateRecord]]:
        """Give the replies by the id of what they answer."""
        found: dict[str, list[StateRecord]] = defaultdict(list)
        for one in self.records:
            for key in one.about if one.kind is RecordKind.REPLY else ():
                found[key].append(one)
        return found


def records_text(listed: Listed) -> str:
    """Give the records state by state, each with its document, its words and the replies to it."""
    own: dict[str, list[StateRecord]] = defaultdict(list)
    said: dict[str, list[Said]] = defaultdict(list)
    for record in listed.records:
        own[record.state].append(record)
    for one in listed.said:
        said[one.state].append(one)
    # A reply stands beside what it answers; one to something that is not shown, by itself.
    answers = {r.id for one in listed.records for r in listed.replies_to(one.id)}
    answers |= {r.id for one in listed.said for r in listed.replies_to(one.claim, one.finding)}
    lines: list[str] = []
    for state in sorted({*own, *said}):
        lines.append(f"{listed.names[state]} ({state})")
        shown = (one for one in own[state] if one.id not in answers)
        lines += [f"  {line}" for one in shown for line in _record_lines(listed, one)]
        lines += [f"  {line}" for line in _said_lines(listed, said[state])]
        lines.append("")
    return "\n".join(lines)


def records_json(listed: Listed) -> JsonObject:
    """Give the records in the order of adding, and what is said of the states."""
    corrected = listed.corrected
    return {
        "records": [
            {
                **record_shape(one),
                "name": listed.names[one.state],
                "corrected_by": corrected.get(one.id),
                "replies": [reply.id for reply in listed.replies_to(one.id)],
            }
            for one in listed.records
        ],
        "said": [_said_shape(listed, one) for one in listed.said],
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


def _record_lines(listed: Listed, one: StateRecord, lead: str = "") -> Iterator[str]:
    corrected = listed.corrected.get(one.id)
    mark = "" if corrected is None else f"  CORRECTED by {corrected}"
    yield f"{lead}{one.on}  {one.kind.value.replace('_', ' ')}  {one.id}{mark}"
    told = [f"{name.replace('_', ' ')} {value}" for name, value in one.fields]
    told += [f"on {', '.join(one.references)}"] if one.references else []
    if told:
        yield f"    {'; '.join(told)}"
    yield f"    {proof_line(one)}"
    if one.replaces is not None:
        yield f"    corrects {one.replaces}"
    for reply in listed.replies_to(one.id):
        yield from (f"    {line}" for line in _record_lines(listed, reply, "REPLY  "))


def proof_line(one: StateRecord) -> str:
    """Give the document, whether it is held, the place and the words."""
    proof = one.proof
    held = "" if proof.document is not None else " (not held)"
    where = f", {proof.locator}" if proof.locator else ""
    words = f": {quote_whole(proof.text)}" if proof.text else ""
    return f"“{proof.title}”{held}{where}{words}  [recorded by {one.by}, {one.at.date()}]"


def _said_lines(listed: Listed, said: Sequence[Said]) -> Iterator[str]:
    """Give what is said of a state, with the state's own word and replies right below it."""
    if listed.knowledge is None or not said:
        return
    yield "Said of it in documents:"
    for one in said:
        own = "  (the state's own word)" if one.own else ""
        yield f"  {claim_line(listed.knowledge, one.claim)}{own}"
        for other in one.against:
            yield f"      against it: {claim_line(listed.knowledge, other)}"
        for reply in listed.replies_to(one.claim, one.finding):
            yield from (f"      {line}" for line in _record_lines(listed, reply, "REPLY  "))


def claim_line(knowledge: Knowledge, claim: ClaimId) -> str:
    """Give a claim with who says so, in whose words and where."""
    found = knowledge.claim(claim)
    words = quote(content_words(knowledge, found))
    where = knowledge.document_of(found).name
    return f"{claim}  {claim_sentence(knowledge, found)}: {words} ({where})"


def _said_shape(listed: Listed, one: Said) -> JsonObject:
    knowledge = listed.knowledge
    return {
        "state": one.state,
        "claim": one.claim,
        "finding": one.finding,
        "factuality": one.factuality.value,
        "own": one.own,
        **({} if knowledge is None else claim_shape(knowledge, one.claim)),
        "against": [
            {"claim": other, **({} if knowledge is None else claim_shape(knowledge, other))}
            for other in one.against
        ],
        "replies": [reply.id for reply in listed.replies_to(one.claim, one.finding)],
    }


def claim_shape(knowledge: Knowledge, claim: ClaimId) -> JsonObject:
    """Give a claim's own words, its speakers and its document."""
    found = knowledge.claim(claim)
    return {
        "by": list(chain_names(knowledge, found)),
        "words": content_words(knowledge, found),
        "document": document_ref(knowledge.document_of(found)),
    }
