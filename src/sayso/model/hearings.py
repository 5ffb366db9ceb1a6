"""The right of reply: what was put to a party, and what came back."""

from dataclasses import dataclass

from sayso.model.ids import ClaimId, DocumentId, EntityId
from sayso.model.vocabulary import Reply


@dataclass(frozen=True, slots=True, kw_only=True)
class Hearing:
    """Whether a party concerned was heard on a finding: who asked, when, and what came back.

    Attributes:
        asked_by: publisher of the document that tells of it; None where nobody is known to have
            asked.
        on: EDTF: the day that the words name, else that of the document.
        put: the claims that the party was given to answer.
        document: that tells of the asking, or else of the answer.
        words: of the text that tells of the asking; "" where only the answer is held.
        locator: of those words, for people.
        answers: the claims with which it answered.
    """

    party: EntityId
    reply: Reply
    asked_by: str | None = None
    on: str | None = None
    put: tuple[ClaimId, ...] = ()
    document: DocumentId | None = None
    words: str = ""
    locator: str = ""
    answers: tuple[ClaimId, ...] = ()
