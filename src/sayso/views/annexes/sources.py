"""The documents that a brief cites: their grades, and what stands on its own."""

from typing import Final

from sayso.model.briefs import Annex, Brief
from sayso.model.claims import Claim
from sayso.model.documents import Document
from sayso.model.findings import Knowledge
from sayso.model.ids import DocumentId
from sayso.model.vocabulary import SourceKind
from sayso.views.annexes.told import numbers_told, some
from sayso.views.naming import in_prose, one_line, quote_whole
from sayso.views.signatures.grades import grade_meaning, grade_words, source_grades
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
    origins = _Origins(knowledge, texts)
    undated, no_publisher = texts.say("document.undated"), texts.say("document.no_publisher")
    documents = sorted(
        (knowledge.records[key].document for key in cited),
        key=lambda d: (d.published or "9999", d.id),
    )
    rows = tuple(
        (
            str(number),
            f"{document.publisher or no_publisher}, {quote_whole(document.name, texts)}",
            document.published or undated,
            texts.say(
                "document.kind_and_handling",
                kind=texts.say(f"kind.{document.kind.value}"),
                handling=texts.say(f"handling.{document.handling.value}"),
            ),
            origins.words(document.id),
            _grade(knowledge, document, texts),
            numbers_told(cited[document.id], texts),
        )
        for number, document in enumerate(documents, 1)
    )
    return Annex(
        key="sources",
        heading=texts.say("sources.heading"),
        notes=texts.lines("sources.notes"),
        columns=texts.lines("sources.columns"),
        rows=rows,
    )


def _claims(knowledge: Knowledge, document: Document) -> tuple[Claim, ...]:
    return knowledge.records[document.id].extraction.claims


class _Origins:
    """Under which origins the claims of each document count, and who else carries them."""

    def __init__(self, knowledge: Knowledge, texts: Texts) -> None:
        self._texts = texts
        self._of: dict[DocumentId, dict[str, set[DocumentId]]] = {}
        for finding in knowledge.findings.values():
            for root in finding.roots:
                holders = {knowledge.claim(claim).document_id for claim in root.claims}
                for holder in holders:
                    self._of.setdefault(holder, {}).setdefault(root.name, set()).update(holders)

    def words(self, document: DocumentId) -> str:
        """Give whose words a document brings, first those that it brings alone."""
        origins, texts = self._of.get(document, {}), self._texts
        alone = [in_prose(one_line(n), texts) for n, held in origins.items() if len(held) == 1]
        shared = [in_prose(one_line(n), texts) for n, held in origins.items() if len(held) > 1]
        parts = [
            texts.say(key, names=some(names, MOST_ORIGINS, texts))
            for key, names in (("sources.alone", alone), ("sources.shared", shared))
            if names
        ]
        return "; ".join(parts) or texts.say("sources.no_origin")


def _grade(knowledge: Knowledge, document: Document, texts: Texts) -> str:
    own = (c for c in _claims(knowledge, document) if c.speaker.kind is SourceKind.NARRATOR)
    claim = next(own, None)
    graded = () if claim is None else source_grades(knowledge, claim)
    words = [
        texts.say(
            "sources.graded",
            grade=grade_words(one, texts),
            meaning=grade_meaning(one, texts),
            by=one.by,
        )
        for one in graded
        if one.history
    ]
    return "; ".join(words) or texts.say("sources.not_graded")
