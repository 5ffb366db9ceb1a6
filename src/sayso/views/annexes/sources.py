"""The documents that a brief cites: their grades, and what stands on its own."""

from typing import Final

from sayso.model.briefs import Annex, Brief
from sayso.model.claims import Claim
from sayso.model.documents import Document
from sayso.model.findings import Knowledge
from sayso.model.ids import DocumentId
from sayso.model.vocabulary import SourceKind
from sayso.views.annexes.told import numbers_told
from sayso.views.naming import in_prose, one_line
from sayso.views.signatures.grades import grade_words, source_grades
from sayso.views.wording.texts import Texts

#: Origins named of one document; the others are counted.
MOST_ORIGINS: Final = 4


def sources_annex(knowledge: Knowledge, brief: Brief, texts: Texts) -> Annex | None:
    """Give one row for each document cited, by date of publication, undated last."""
    cited: dict[DocumentId, list[int]] = {}
    for note in brief.footnotes:
        claim = None if note.claim is None else knowledge.claims.get(note.claim)
        if claim is not None:  # else it is of no document that was read for claims
            cited.setdefault(claim.document_id, []).append(note.number)
    if not cited:
        return None
    origins = _Origins(knowledge)
    documents = sorted(
        (knowledge.records[key].document for key in cited),
        key=lambda d: (d.published or "9999", d.id),
    )
    rows = tuple(
        (
            str(number),
            f"{document.publisher or 'no publisher named'}, “{one_line(document.name)}”",
            document.published or "undated",
            f"{document.kind.value.replace('_', ' ')}, {document.handling.value}",
            origins.words(document.id),
            _grade(knowledge, document),
            numbers_told(cited[document.id]),
        )
        for number, document in enumerate(documents, 1)
    )
    return Annex(
        key="sources",
        heading=texts.sources,
        notes=texts.sources_notes,
        columns=texts.sources_columns,
        rows=rows,
    )


def _claims(knowledge: Knowledge, document: Document) -> tuple[Claim, ...]:
    return knowledge.records[document.id].extraction.claims


class _Origins:
    """Under which origins the claims of each document count, and who else carries them."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._of: dict[DocumentId, dict[str, set[DocumentId]]] = {}
        for finding in knowledge.findings.values():
            for root in finding.roots:
                holders = {knowledge.claim(claim).document_id for claim in root.claims}
                for holder in holders:
                    self._of.setdefault(holder, {}).setdefault(root.name, set()).update(holders)

    def words(self, document: DocumentId) -> str:
        """Give whose words a document brings, first those that it brings alone."""
        origins = self._of.get(document, {})
        alone = [in_prose(one_line(name)) for name, held in origins.items() if len(held) == 1]
        shared = [in_prose(one_line(name)) for name, held in origins.items() if len(held) > 1]
        parts = []
        if alone:
            parts.append(f"alone brings the word of {_some(alone)}")
        if shared:
            parts.append(f"shares with other documents the word of {_some(shared)}")
        return "; ".join(parts) or "counted under no origin"


def _some(names: list[str]) -> str:
    beyond = len(names) - MOST_ORIGINS
    return ", ".join(names[:MOST_ORIGINS]) + (f" and {beyond} more" if beyond > 0 else "")


def _grade(knowledge: Knowledge, document: Document) -> str:
    own = (c for c in _claims(knowledge, document) if c.speaker.kind is SourceKind.NARRATOR)
    claim = next(own, None)
    graded = () if claim is None else source_grades(knowledge, claim)
    words = [f"{grade_words(one)} ({one.meaning}), by {one.by}" for one in graded if one.history]
    return "; ".join(words) or "not graded"
