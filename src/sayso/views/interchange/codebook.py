"""The codebook of the data set: every column, and every word of the closed sets."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Final

from sayso.model.vocabulary import (
    ENTITY_TYPE_DEFINITIONS,
    EVENTS,
    RELATIONS,
    Attribution,
    DocumentKind,
    Factuality,
    FindingStatus,
    Handling,
    Modality,
    Realis,
    Reply,
)

_OF_ALL: Final[Mapping[str, str]] = {
    "handling": "strictest handling among the documents that the row rests on",
    "lawful_basis": "licences, or other grounds, on which these documents are held",
    "notice": "what must be said wherever these documents are shown",
}
#: Table → column → what it holds.
COLUMNS: Final[Mapping[str, Mapping[str, str]]] = {
    "documents": {
        "id": "SHA-256 of the raw bytes",
        "title": "title, or the last part of the locator",
        "publisher": "who published it; empty where unknown",
        "published": "EDTF, as fine as the document says",
        "kind": "what sort of document it is",
        "language": "ISO 639-1; empty where it could not be told",
        "locator": "path or address that the bytes came from",
        "retrieved": "when they came, ISO 8601, UTC",
        "collection": "the collection that it belongs to",
        "lawful_basis": "licence, or other ground, on which it is held",
        "handling": "who may see it",
        "notice": "what must be said wherever it is shown",
    },
    "entities": {
        "id": "id of the entity in this data set",
        "type": "type of the entity",
        "name": "fullest name",
        "also": "other names, separated by semicolons",
        "standing": "reference on a list, a possible one, or `not listed`",
        "listing_reasons": "what agrees with the entry, what disagrees, what is missing",
        "documents": "ids of the documents that mention it",
        **_OF_ALL,
    },
    "claims": {
        "id": "id of the claim",
        "says": "who says what, with the factuality",
        "speakers": "chain of speakers, the outermost first",
        "words": "exactly as they stand in the document; parts apart are joined by …",
        "predicate": "what is said, as a word of the vocabulary",
        "kind": "of support or of an unknown predicate: the nearer word",
        "subject": "first party",
        "object": "second party or thing",
        "place": "place, by name",
        "place_code": "ISO 3166 code of the place's first level",
        "time": "EDTF",
        "quantity": "figure with its bound, in the document's words",
        "factuality": "how certain the innermost speaker presents it",
        "modality": "colour in which it is presented",
        "realis": "where it stands in time; says nothing of truth",
        "attribution": "how the claim comes by its speaker",
        "confidence": "that the claim was read rightly, 0 to 1; not how likely it is",
        "finding": "id of the finding that weighs it",
        "finding_status": "status of that finding",
        "reply": "what came back from the party concerned",
        "replies": "words of the replies with their speakers",
        "document": "id of its document",
        "document_title": "title of its document",
        "published": "when its document was published, EDTF",
        "locator": "its passage, for people",
        "start": "first code point of its words in the document's text, from 0",
        "end": "code point after its last",
        **_OF_ALL,
    },
    "findings": {
        "id": "id of the finding",
        "status": "how it stands when all its claims are weighed",
        "says": "what it is about, after its status",
        "affirmed_by": "roots that affirm it; those that are not counted say so",
        "denied_by": "roots that deny it",
        "left_open_by": "roots that neither affirm nor deny it",
        "reply": "what came back from the party concerned",
        "replies": "words of the replies with their speakers",
        "right_of_reply": "who was asked by whom, when, and what came back",
        "explanation": "why the status is what it is",
        "predicate": "what is said, as a word of the vocabulary",
        "kind": "of support: the nearer word",
        "subject": "first party",
        "subject_standing": "how it stands to the lists",
        "object": "second party or thing",
        "object_standing": "how it stands to the lists",
        "place": "place, by name",
        "place_code": "ISO 3166 code of the place's first level",
        "time": "EDTF",
        "review": "`waits in review` where a claim about a person was not read surely",
        "reviewed": "who accepted its claims, or DRAFT, NOT REVIEWED",
        "positive_roots": "independent roots that affirm it",
        "negative_roots": "independent roots that deny it",
        "words": "words of its claims with their speakers",
        "claims": "ids of its claims",
        "documents": "ids of the documents that it and its replies rest on",
        **_OF_ALL,
    },
    "ties": {
        "finding": "id of the finding; all columns of findings follow",
        "source": "id of the first entity",
        "target": "id of the second entity",
        "start": "EDTF; empty where no claim says",
        "end": "EDTF; empty where no claim says",
    },
}
_SETS: Final[tuple[type[StrEnum], ...]] = (
    Attribution,
    DocumentKind,
    Factuality,
    FindingStatus,
    Handling,
    Modality,
    Realis,
    Reply,
)


def codebook() -> str:
    """Give the codebook as Markdown, generated from the vocabulary."""
    tables = [
        f"## {name}.csv\n\n| column | holds |\n|---|---|\n{_rows(columns.items())}"
        for name, columns in COLUMNS.items()
    ]
    defined = (
        ("Types of entities", ENTITY_TYPE_DEFINITIONS),
        ("Relations", RELATIONS),
        ("Events", EVENTS),
    )
    words = [
        f"## {title}\n\n| word | means |\n|---|---|\n"
        + _rows((word.value, meaning) for word, meaning in meanings.items())
        for title, meanings in defined
    ]
    sets = [_set(one) for one in _SETS]
    return "\n".join(("# Codebook\n", *tables, *words, *sets))


def _rows(pairs: Iterable[tuple[str, str]]) -> str:
    return "".join(f"| `{word}` | {meaning} |\n" for word, meaning in pairs)


def _set(words: type[StrEnum]) -> str:
    told = (words.__doc__ or "").splitlines()[0]
    return f"## {words.__name__}\n\n{told}\n\n" + ", ".join(f"`{w.value}`" for w in words) + "\n"
