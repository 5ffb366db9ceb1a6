"""A frozen data set: tables, codebook, versions, sums and how to cite it."""

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime
from typing import Final

from sayso.model.exports import PLAIN, Terms
from sayso.model.findings import Knowledge
from sayso.views.exports import rows
from sayso.views.exports.csv import CsvExporter
from sayso.views.interchange.codebook import codebook

_FORMAT: Final = 1
#: Licences of documents as people write them → SPDX, as citation files have them.
_SPDX: Final = {
    "cc0 1.0": "CC0-1.0",
    "cc by 3.0": "CC-BY-3.0",
    "cc by 4.0": "CC-BY-4.0",
    "cc by-sa 4.0": "CC-BY-SA-4.0",
    "cc by-nc 4.0": "CC-BY-NC-4.0",
    "open government licence v3.0": "OGL-UK-3.0",
}


class DatasetExporter:
    """Writes a folder that can be put away and cited, and checked by anyone with `sha256sum`.

    It is dated by the last of its records: the same knowledge gives the same bytes on any day.
    """

    format = "dataset"

    def write(self, knowledge: Knowledge, terms: Terms = PLAIN) -> Mapping[str, bytes]:
        """Give file names with their contents; `SHA256SUMS` has all others."""
        made = terms.recorded or rows.made_at(knowledge, terms)
        tables = CsvExporter().write(knowledge, terms)
        texts = {
            "CODEBOOK.md": codebook(),
            "CITATION.cff": _citation(knowledge, terms, made, _digest(tables)),
            "README.md": _readme(knowledge, terms, made),
            "versions.json": _versions(knowledge, terms, made),
        }
        files = {**tables, **{name: text.encode() for name, text in texts.items()}}
        sums = "".join(
            f"{hashlib.sha256(content).hexdigest()}  {name}\n"
            for name, content in sorted(files.items())
        )
        return {**files, "SHA256SUMS": sums.encode()}


def _digest(files: Mapping[str, bytes]) -> str:
    """Give one digest of several files, by name and content."""
    told = hashlib.sha256()
    for name, content in sorted(files.items()):
        told.update(f"{name}\0{hashlib.sha256(content).hexdigest()}\n".encode())
    return told.hexdigest()


def _versions(knowledge: Knowledge, terms: Terms, made: datetime) -> str:
    told = {
        "format": _FORMAT,
        "program": terms.program,
        "recorded": made.isoformat(),
        "notices": list(terms.notices),
        "lists": list(terms.releases),
        "public": terms.public,
        "left_out": [status.value for status in terms.left_out],
        "extractors": sorted({r.extraction.extractor for r in knowledge.records.values()}),
        "rows": {
            "documents": len(knowledge.records),
            "entities": len(knowledge.entities),
            "claims": len(knowledge.claims),
            "findings": len(knowledge.findings),
            "ties": len(knowledge.ties),
        },
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _citation(knowledge: Knowledge, terms: Terms, made: datetime, digest: str) -> str:
    """Give a citation file (CFF 1.2.0); its strings are written as JSON, which YAML contains."""
    day = _day(terms, made)
    title = json.dumps(f"Claims, findings and ties as known on {day}")
    licence = _licence(knowledge)
    about = f"Made with {terms.program}. Attributed claims, not facts."
    if licence is None:
        about += " Licences and other grounds differ by document: README.md and documents.csv."
    return (
        "cff-version: 1.2.0\n"
        'message: "If you use this data set, cite it as below, and each source with its words."\n'
        "type: dataset\n"
        f"title: {title}\n"
        "authors:\n"
        '  - name: "The compilers of this data set"\n'
        f'version: "{day}"\n'
        f'date-released: "{day}"\n'
        f"abstract: {json.dumps(about)}\n"
        f"{'' if licence is None else f'license: {licence}{chr(10)}'}"
        "identifiers:\n"
        "  - type: other\n"
        f'    value: "sha256:{digest}"\n'
        '    description: "digest of the tables"\n'
    )


def _day(terms: Terms, made: datetime) -> str:
    """Give the day that is looked back to, or else the last on which anything was recorded."""
    return (terms.known or made).date().isoformat()


def _licence(knowledge: Knowledge) -> str | None:
    """Give the SPDX name of the one licence of all documents; None where there is none such."""
    told = {record.document.lawful_basis or "" for record in knowledge.records.values()}
    found = {_SPDX.get(basis.casefold()) for basis in told}
    return found.pop() if len(found) == 1 else None


def _readme(knowledge: Knowledge, terms: Terms, made: datetime) -> str:
    """Give what the data set is, what binds whoever uses it, and what it leaves out."""
    documents = [record.document for record in knowledge.records.values()]
    drafts = sum(rows.reviewed(knowledge, f) == rows.DRAFT for f in knowledge.findings.values())
    left_out = ", ".join(status.value for status in terms.left_out) or "none"
    scope = "public documents alone" if terms.public else "documents of every handling"
    return (
        f"# Claims, findings and ties as known on {_day(terms, made)}\n\n"
        f"Made by {terms.program} from {scope}. Every row is on somebody's say-so: `affirmed_by`, "
        "`denied_by`, `status` and `replies` belong to it wherever it goes.\n\n"
        f"- {rows.DRAFT}: {drafts} of {len(knowledge.findings)} findings.\n"
        f"- Strictest handling: {rows.strictest(documents) or 'none'}.\n"
        f"- Licences and other grounds: {rows.bases(documents) or 'none told'}.\n"
        f"- Notices: {rows.notices(documents) or 'none'}.\n"
        f"- Findings left out by status: {left_out}.\n"
        f"{''.join(f'- {one}{chr(10)}' for one in terms.notices)}\n"
        "A cell that a spreadsheet would run as a formula has an apostrophe before it. "
        "`CODEBOOK.md` defines every column and word; check the files with "
        "`sha256sum -c SHA256SUMS`.\n"
    )
