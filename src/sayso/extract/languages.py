"""The seam for languages: each has a reader, which is an extractor of its own."""

from collections.abc import Callable, Mapping, Sequence

from sayso.model.claims import Extraction
from sayso.model.documents import Document, Passage
from sayso.ports import Extractor, NameIndex


class ByLanguage:
    """Hands a document to the reader of its language; one without a reader gives a remark.

    Args:
        readers: ISO 639-1 code → what makes the reader, called when its first document comes;
            None is for a document whose language could not be told.
    """

    name = "sayso by language 0.1"

    def __init__(self, readers: Mapping[str | None, Callable[[], Extractor]]) -> None:
        self._readers = readers

    def extract(
        self, document: Document, passages: Sequence[Passage], names: NameIndex
    ) -> Extraction:
        """Give what the reader of the document's language gives, under that reader's name."""
        reader = self._readers.get(document.language)
        if reader is None:
            return unread(document, self.name)
        return reader().extract(document, passages, names)


def unread(document: Document, extractor: str) -> Extraction:
    """Give the extraction of a document in a language that an extractor does not know."""
    remark = f"language '{document.language}': stored and searchable, not read for claims"
    return Extraction(document_id=document.id, extractor=extractor, remarks=(remark,))
