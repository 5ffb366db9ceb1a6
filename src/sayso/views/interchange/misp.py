"""What is known as a MISP event: parties as objects, findings as references and text."""

import hashlib
import json
import uuid
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from sayso.model.documents import Document
from sayso.model.exports import PLAIN, Terms
from sayso.model.findings import Entity, Finding, Knowledge
from sayso.model.ids import EntityId
from sayso.model.vocabulary import EntityType, Handling
from sayso.views.evidence import confident_claims
from sayso.views.exports import rows
from sayso.views.exports.ftm import exported
from sayso.views.json import JsonObject, JsonValue
from sayso.views.naming import standing
from sayso.views.signatures.grades import item_grade, source_grades
from sayso.views.tables import finding_sentence

_TLP: Final = {
    Handling.PUBLIC.value: "tlp:clear",
    Handling.INTERNAL.value: "tlp:amber",
    Handling.RESTRICTED.value: "tlp:red",
}


class _Template(NamedTuple):
    """An object template of MISP, and in it the relations and types of a name and of others.

    Attributes:
        further: of further names; "" where the template has room for one alone.
    """

    name: str
    uuid: str
    version: str
    relation: str
    kind: str = "text"
    further: str = ""


_ORGANISATION: Final = _Template(
    "organization", "f750e12b-127a-432c-b022-b3f9153c4e2a", "9", "name", further="alias"
)
_NOTED: Final = _Template("annotation", "5d8dc046-15a1-4ca3-a09f-ed4ede7c4487", "3", "text")
#: All else is an organisation.
_TEMPLATES: Final[Mapping[EntityType, _Template]] = {
    EntityType.PERSON: _Template(
        *("person", "a15b0477-e9d1-4b9c-9546-abe78a4f4248", "21", "full-name", "full-name"),
        further="alias",
    ),
    EntityType.PLACE: _Template(
        "geolocation", "cd6f2238-ba55-4888-82c4-104e6e1acf21", "8", "region"
    ),
    EntityType.FACILITY: _NOTED,
    EntityType.DOCUMENT: _Template("report", "70a68471-df22-4e3f-aa1a-5a3be19f82df", "8", "title"),
    EntityType.MATERIAL: _NOTED,
}
#: How far an event goes: what is not public stays with the organisation that takes it in.
_OWN_ORGANISATION, _ALL = "0", "3"
_UNDEFINED, _INITIAL = "4", "0"


class MispExporter:
    """Writes one event; nothing in it is an indicator to act on (`to_ids` is never set)."""

    format = "misp"

    def write(self, knowledge: Knowledge, terms: Terms = PLAIN) -> Mapping[str, bytes]:
        """Give one file, as MISP's own interface takes it."""
        made = rows.made_at(knowledge, terms)
        stamp = str(int(made.timestamp()))
        shown = [
            f for f in knowledge.findings.values() if confident_claims(knowledge, f) and f.claims
        ]
        ends = {end for f in shown for end in (f.subject, f.object)}
        told = {key: kind for key, kind in exported(knowledge).items() if key in ends}
        of: Mapping[EntityId, list[Finding]] = {key: [] for key in told}
        for finding in shown:
            if finding.subject is not None and finding.subject in of:
                of[finding.subject].append(finding)
        held = rows.documents_of_entities(knowledge)
        strictest = rows.strictest(record.document for record in knowledge.records.values())
        event: JsonObject = {
            "uuid": _uuid("event", stamp, *knowledge.records),
            "info": f"Claims and denials, {terms.program}: {rows.DRAFT} unless a finding says so",
            "date": made.date().isoformat(),
            "timestamp": stamp,
            "published": False,
            "analysis": _INITIAL,
            "threat_level_id": _UNDEFINED,
            "distribution": _ALL if strictest == Handling.PUBLIC.value else _OWN_ORGANISATION,
            "Tag": [{"name": _TLP[strictest]}] if strictest else [],
            "Attribute": [_finding(knowledge, f, stamp) for f in shown],
            "Object": [
                _party(
                    knowledge.entities[key],
                    held.get(key, []),
                    stamp,
                    list(_references(knowledge, of[key], told)),
                )
                for key in told
            ],
        }
        text = json.dumps({"Event": event}, ensure_ascii=False, indent=1)
        return {"event.misp.json": f"{text}\n".encode("utf-8", "replace")}


def _uuid(*parts: str) -> str:
    told = "\x1f".join(("sayso", *parts)).encode("utf-8", "surrogatepass")
    return str(uuid.UUID(bytes=hashlib.sha256(told).digest()[:16], version=4))


def _attribute(kind: str, value: str, stamp: str, key: tuple[str, ...]) -> dict[str, JsonValue]:
    return {
        "uuid": _uuid("attribute", *key),
        "type": kind,
        "category": "Other",
        "to_ids": False,
        "disable_correlation": True,
        "timestamp": stamp,
        "value": value,
    }


def _finding(knowledge: Knowledge, finding: Finding, stamp: str) -> JsonObject:
    """Give a finding as text: status and speakers, its words and its denial in the comment."""
    documents = rows.documents_behind(knowledge, finding)
    value = f"{finding_sentence(knowledge, finding)} [{finding.status.value}]"
    handling = rows.strictest(documents)
    tags = [_TLP[handling], f'sayso:status="{finding.status.value}"', *_grades(knowledge, finding)]
    return {
        **_attribute("text", value, stamp, (finding.id,)),
        "comment": _comment(knowledge, finding),
        "Tag": [{"name": tag} for tag in tags],
    }


def _comment(knowledge: Knowledge, finding: Finding) -> str:
    documents = rows.documents_behind(knowledge, finding)
    denied, answers = rows.speakers_with(finding, "-"), rows.replies(knowledge, finding)
    lines = (
        finding.explanation,
        *(rows.said(knowledge, claim) for claim in map(knowledge.claim, finding.claims)),
        f"denied by: {denied}" if denied else "",
        f"reply: {answers}" if answers else "",
        f"documents: {'; '.join(document.id for document in documents)}",
        f"finding: {finding.id}",
        *rows.binding(documents),
        rows.reviewed(knowledge, finding),
    )
    return "\n".join(line for line in lines if line)


def _grades(knowledge: Knowledge, finding: Finding) -> Iterator[str]:
    """Give MISP's own tags of the Admiralty code, each once; the two axes stay apart."""
    found: dict[str, None] = {}
    for claim in map(knowledge.claim, finding.claims):
        for one in source_grades(knowledge, claim):
            found[f'admiralty-scale:source-reliability="{one.grade.lower()}"'] = None
        item = item_grade(knowledge, claim)
        found[f'admiralty-scale:information-credibility="{item.grade}"'] = None
    yield from found


def _party(
    entity: Entity, documents: Sequence[Document], stamp: str, references: list[JsonObject]
) -> JsonObject:
    template = _TEMPLATES.get(entity.type, _ORGANISATION)
    also = "" if template.further else "; ".join(entity.names[1:])
    words = "; ".join(filter(None, (entity.type.value, standing(entity), also)))
    return {
        "uuid": _uuid("object", entity.id),
        "name": template.name,
        "template_uuid": template.uuid,
        "template_version": template.version,
        "meta-category": "misc",
        "description": words,
        "comment": "\n".join((words, *rows.binding(documents))),
        "timestamp": stamp,
        "Attribute": list(_names(entity, template, stamp)),
        "ObjectReference": references,
    }


def _names(entity: Entity, template: _Template, stamp: str) -> Iterator[JsonObject]:
    """Give the names as the template has them: the fullest, and the others as aliases."""
    for number, value in enumerate(entity.names):
        kind = template.kind if number == 0 else "text"
        relation = template.relation if number == 0 else template.further
        if relation:
            attribute = _attribute(kind, value, stamp, (entity.id, str(number)))
            category = "Person" if kind == "full-name" else "Other"
            yield {**attribute, "category": category, "object_relation": relation}


def _references(
    knowledge: Knowledge, findings: list[Finding], told: Mapping[EntityId, str]
) -> Iterator[JsonObject]:
    """Give the edges from a party, each with its status and the id of the finding it is told in."""
    for finding in findings:
        far = finding.object
        if far is not None and far in told:
            yield {
                "uuid": _uuid("reference", finding.id),
                "object_uuid": _uuid("object", finding.subject or ""),
                "referenced_uuid": _uuid("object", far),
                "relationship_type": rows.role(knowledge, finding),
                "comment": f"status: {finding.status.value}; told, with who denies it, in "
                f"attribute {_uuid('attribute', finding.id)}; affirmed by: "
                f"{rows.speakers_with(finding, '+')}; denied by: "
                f"{rows.speakers_with(finding, '-') or 'nobody known'}",
            }
