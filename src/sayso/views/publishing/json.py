"""The brief as JSON."""

import json

from sayso.model.briefs import Annex, Brief, BriefLine, Footnote, Party
from sayso.model.oversight import Proof
from sayso.views.brief.markdown import draft_mark
from sayso.views.json import JsonObject


def write(brief: Brief) -> str:
    """Write the brief as one JSON object."""
    return json.dumps(brief_json(brief), ensure_ascii=False, indent=2) + "\n"


def brief_json(brief: Brief) -> JsonObject:
    """Give the brief with all its parts, in reading order; `mark` says that it is a draft."""
    return {
        "title": brief.title,
        "mark": draft_mark(brief),
        "reviewed": brief.reviewed,
        "notices": list(brief.notices),
        "made": brief.made.isoformat(),
        "cut_off": brief.cut_off.isoformat(),
        "versions": [{"what": what, "version": version} for what, version in brief.versions],
        "sections": [
            {
                "heading": section.heading,
                "paragraphs": [
                    {"number": p.number, "lines": [_line(line) for line in p.lines]}
                    for p in section.paragraphs
                ],
            }
            for section in brief.sections
        ],
        "footnotes": [_footnote(note) for note in brief.footnotes],
        "parties": [_party(party) for party in brief.parties],
        "sources": list(brief.sources),
        "limits": list(brief.limits),
        "language": brief.language,
        "revision": list(brief.revision),
        "annexes": [_annex(annex) for annex in brief.annexes],
    }


def _line(line: BriefLine) -> JsonObject:
    return {
        "text": line.text,
        "claims": list(line.claims),
        "footnotes": list(line.footnotes),
        "status": None if line.status is None else line.status.value,
        "finding": line.finding,
        **({"proofs": [_proof(proof) for proof in line.proofs]} if line.proofs else {}),
    }


def _proof(proof: Proof) -> JsonObject:
    return {
        "document": proof.document or proof.title,
        "locator": proof.locator,
        "text": proof.text,
        "address": proof.address,
    }


def _footnote(note: Footnote) -> JsonObject:
    return {
        "number": note.number,
        "claim": note.claim,
        "words": note.words,
        "chain": list(note.chain),
        "document": note.document,
        "publisher": note.publisher,
        "published": note.published,
        "locator": note.locator,
        "address": note.address,
        "notice": note.notice,
        "edits": list(note.edits),
        "grades": list(note.grades),
    }


def _party(party: Party) -> JsonObject:
    return {
        "entity": party.entity,
        "name": party.name,
        "standing": party.standing,
        "reasons": list(party.reasons),
    }


def _annex(annex: Annex) -> JsonObject:
    return {
        "key": annex.key,
        "heading": annex.heading,
        "notes": list(annex.notes),
        "columns": list(annex.columns),
        "rows": [list(row) for row in annex.rows],
        "figures": [{"key": f.key, "title": f.title, "told": f.told} for f in annex.figures],
    }
