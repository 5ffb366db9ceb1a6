"""Turns incidents into MUC-4 templates by MUC's own fill rules (TASKDOC, version 7).

What MUC counts as an incident is narrower than what the product does: acts that are told as facts,
with a target, victim or weapon that is told, not soldiers and guerrillas fighting each other; a
victim is called by name, an organisation too, and acts of one type without a difference in place,
date or doer are one template.
"""

import functools
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.incident_scores import ROLES, normal
from sayso.model.claims import Claim, DocumentEntity
from sayso.model.findings import Record
from sayso.model.ids import EntityId
from sayso.model.incidents import Incident, IncidentKind, IncidentSlot, SlotValue
from sayso.model.vocabulary import EntityType, MentionKind, Modality, Realis
from sayso.review.incidents.group import group_document
from sayso.review.incidents.sameness import contradict
from sayso.review.incidents.slots import incident_of
from sayso.review.incidents.telling import Telling

#: The types of MUC-4 that GTT keeps; a murder is an attack.
TYPES: Final[Mapping[IncidentKind, str]] = {
    IncidentKind.ATTACK: "attack",
    IncidentKind.KILLING: "attack",
    IncidentKind.BOMBING: "bombing",
    IncidentKind.ABDUCTION: "kidnapping",
    IncidentKind.ARSON: "arson",
    IncidentKind.ROBBERY: "robbery",
    IncidentKind.STOPPAGE: "forced work stoppage",
}
_BODIES: Final = frozenset(
    {EntityType.ARMED_GROUP, EntityType.ORGANISATION, EntityType.PUBLIC_BODY}
)

#: A template as GTT writes it: its type, and by role the mentions of each entity.
Roles = dict[str, list[list[str]]]


@functools.cache
def word_lists() -> Mapping[str, frozenset[str]]:
    """Give the lists of the table of words by their names."""
    table = Path(__file__).with_name("incident_words.toml").read_text(encoding="utf-8")
    return {name: frozenset(words) for name, words in tomllib.loads(table).items()}


def word_list(name: str) -> frozenset[str]:
    """Give one list."""
    return word_lists()[name]


@dataclass(frozen=True, slots=True)
class Reading:
    """One document as it is turned into templates."""

    record: Record
    entities: Mapping[EntityId, DocumentEntity]


def templates_of(record: Record) -> list[tuple[str, Roles]]:
    """Give the templates of a document, those of one type together, in order of appearance."""
    reading = Reading(record, {e.id: e for e in record.extraction.entities})
    found: list[tuple[str, list[Telling], Roles]] = []
    for group in group_document(record, {}):
        told = [t for t in group if is_factual(t.claim)]
        if not told:
            continue
        incident = incident_of(told)
        roles = roles_of(incident, reading)
        kind = type_of(incident, roles)
        if kind is None:
            continue
        told_more = roles["Victim"] or roles["PerpInd"] or roles["PerpOrg"] or roles["Weapon"]
        only_effect = all(t.effect for t in told) and not told_more
        if is_relevant(incident, kind, roles) and not only_effect:
            add(found, kind, told, roles)
    return [(kind, roles) for kind, _, roles in found]


def add(
    found: list[tuple[str, list[Telling], Roles]], kind: str, told: list[Telling], roles: Roles
) -> None:
    """Put an incident to one of its type that is not of another place or day, or beside it."""
    for other, tellings, filled in found:
        if other == kind and not any(contradict(a, b) for a in told for b in tellings):
            merge(filled, roles)
            tellings.extend(told)
            return
    found.append((kind, told, roles))


def type_of(incident: Incident, roles: Roles) -> str | None:
    """Give the type of an incident: a bombing by forces of a state, from the air, is an attack."""
    forces = [name for role in ("PerpOrg", "PerpInd", "Weapon") for [name] in roles[role]]
    if incident.kind is IncidentKind.BOMBING and any(
        is_of(name, word_list("forces")) for name in forces
    ):
        return TYPES[IncidentKind.ATTACK]
    return TYPES.get(incident.kind)


def is_factual(claim: Claim) -> bool:
    """Say whether an act is told as one that took place, and not in some year long ago."""
    time = claim.proposition.time
    is_old = time is not None and time.edtf is not None and time.edtf.isdigit()
    tried = claim.modality is Modality.ATTEMPTED
    certain = claim.factuality.stance == "+" and claim.proposition.realis is Realis.ACTUAL
    return (certain or tried) and not is_old


def roles_of(incident: Incident, reading: Reading) -> Roles:
    """Give what an incident puts into each role of a template."""
    roles: Roles = {role: [] for role in ROLES}
    for value in incident.values:
        for role, text in role_of(value, reading, incident):
            if text and not says_nothing(text, role):
                merge(roles, {role: [[text]]})
    return roles


def says_nothing(text: str, role: str) -> bool:
    """Say whether words only point, or name nobody and nothing in particular."""
    small = text.lower()
    vague = role != "PerpInd" and small in word_list("vague")
    return vague or small in word_list("pointing")


def is_named(entity: DocumentEntity | None) -> bool:
    """Say whether an entity is called by a name."""
    return entity is not None and any(m.kind is MentionKind.NAME for m in entity.mentions)


def role_of(value: SlotValue, reading: Reading, incident: Incident) -> Iterator[tuple[str, str]]:
    """Give the roles of a value, each with what it is called there; none where MUC has none."""
    entity = None if value.entity is None else reading.entities.get(value.entity)
    kind = None if entity is None else entity.type
    if value.slot is IncidentSlot.PERPETRATOR:
        yield from doer(value, reading, incident, entity)
    elif value.slot is IncidentSlot.VICTIM:
        if kind is EntityType.PERSON and is_named(entity):
            yield "Victim", fullest(without_titles(value.text), reading)
    elif value.slot is IncidentSlot.TARGET:
        if kind is not EntityType.PLACE:
            yield "Target", shortened(value.text, word_list("numbers"))
    else:
        yield "Weapon", shortened(value.text)


def doer(
    value: SlotValue, reading: Reading, incident: Incident, entity: DocumentEntity | None
) -> Iterator[tuple[str, str]]:
    """Give a perpetrator: an organisation by its name, people as they are described."""
    is_body = entity is not None and entity.type in _BODIES
    if is_body and is_named(entity):
        yield "PerpOrg", without_acronym(value.text)
        for words in described(value, reading, incident):
            yield "PerpInd", without_owner(shortened(words), reading)
    elif is_body and entity is not None and is_fixed(value.text, entity.type):
        yield "PerpOrg", shortened(value.text)
    else:
        yield "PerpInd", without_owner(shortened(value.text), reading)


def described(value: SlotValue, reading: Reading, incident: Incident) -> Iterator[str]:
    """Give the words for people that an organisation is called by in an incident: "guerrillas"."""
    text = reading.record.document.text
    for claim in incident.claims:
        for argument in claim.proposition.arguments:
            if argument.entity == value.entity and argument.span is not None:
                words = argument.span.of(text)
                if words.lower().split()[-1] in word_list("fighting_words"):
                    yield words


def is_fixed(text: str, kind: EntityType) -> bool:
    """Say whether words are a fixed way of referring to an organisation."""
    return is_of(text, word_list("fixed")) or kind is EntityType.PUBLIC_BODY


def fullest(name: str, reading: Reading) -> str:
    """Give the fullest name in the document that has all words of a person's name."""
    own = set(name.lower().split())
    names = (
        without_titles(n)
        for e in reading.entities.values()
        if e.type is EntityType.PERSON and is_named(e)
        for n in (e.name, *e.aliases)
    )
    fuller = [n for n in names if own <= set(n.lower().split())]
    return max(fuller, key=lambda n: (len(n.split()), n), default=name)


def without_titles(name: str) -> str:
    """Give a person's name without titles before it."""
    words = name.split()
    while len(words) > 1 and words[0].lower().strip(".") in word_list("titles"):
        words = words[1:]
    return " ".join(words)


def without_acronym(name: str) -> str:
    """Give a name without the brackets after it."""
    return name.partition(" (")[0]


def shortened(text: str, more: frozenset[str] = frozenset()) -> str:
    """Give a description without unhelpful words before it, and what stands in brackets after."""
    words = text.partition(" (")[0].split()
    while len(words) > 1 and (
        words[0].lower() in word_list("unhelpful") | more or (more and words[0].isdigit())
    ):
        words = words[1:]
    return " ".join(words)


def without_owner(text: str, reading: Reading) -> str:
    """Give people without the name of the body that they are of, where a plain word is left."""
    names = sorted(
        (n for e in reading.entities.values() if e.type in _BODIES for n in (e.name, *e.aliases)),
        key=lambda n: (-len(n), n),
    )
    for name in names:
        before = f"{name} ".lower()
        if text.lower().startswith(before) and is_named_by(name, reading):
            return text[len(before) :]
        at = text.lower().find(f" of the {name}".lower())
        if at > 0 and is_of(text[:at], word_list("fighters")):
            return text[:at]
    return text


def is_named_by(name: str, reading: Reading) -> bool:
    """Say whether a name is one, and not a description that an entity goes by."""
    return any(
        is_named(e) and (name == e.name or name in e.aliases) for e in reading.entities.values()
    )


def is_relevant(incident: Incident, kind: str, roles: Roles) -> bool:
    """Say whether MUC asks for an incident: something is told of it, and it is no fighting."""
    slots = (IncidentSlot.VICTIM, IncidentSlot.TARGET)
    hit = [v.text for slot in slots for v in incident.values_of(slot)]
    doers = [name for role in ("PerpOrg", "PerpInd") for [name] in roles[role]]
    fighting = bool(hit) and all(
        is_of(text, word_list("military") | word_list("fighters")) for text in hit
    )
    policing = (
        bool(doers) and all(is_of(name, word_list("law")) for name in doers) and not roles["Victim"]
    )
    if fighting or policing:
        return False
    if kind in {"robbery", "forced work stoppage"}:
        return bool(hit and doers)
    return bool(hit) or (kind == "bombing" and bool(roles["Weapon"] and doers))


def is_of(text: str, words: Iterable[str]) -> bool:
    """Say whether one of the words stands in a text."""
    own = set(text.lower().replace("-", " ").split())
    return any(w in own if " " not in w else w in text.lower() for w in words)


def merge(roles: Roles, more: Mapping[str, Sequence[Sequence[str]]]) -> None:
    """Add what another incident of the type tells, each thing once."""
    for role, entities in more.items():
        held = {normal(text) for mentions in roles[role] for text in mentions}
        for mentions in entities:
            if normal(mentions[0]) not in held:
                held.add(normal(mentions[0]))
                roles[role].append(list(mentions))
