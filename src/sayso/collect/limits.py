"""How much collection takes before it refuses."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds that no input may pass.

    Attributes:
        max_bytes: of one file or one answer to a request.
        max_text: of one document, in characters; ten million are 4,000 pages, and what is read out
            of them fills some gigabytes and takes the better part of an hour.
        max_pages: of one PDF.
        max_unpacked: what a packed file (DOCX, gzip) may grow to, in bytes.
        max_ratio: how many times larger than itself a packed file may grow; files that grow to
            less than a megabyte are always taken.
        max_attachment_depth: documents inside documents inside documents.
        fetch_timeout_s: for one address with all its redirects and retries.
        max_redirects: of one request.
    """

    max_bytes: int = 200_000_000
    max_text: int = 10_000_000
    max_pages: int = 5_000
    max_unpacked: int = 400_000_000
    max_ratio: int = 200
    max_attachment_depth: int = 3
    fetch_timeout_s: float = 60.0
    max_redirects: int = 5

    def unpacked(self, packed_bytes: int) -> int:
        """Give how many bytes a packed file of this size may grow to."""
        return min(self.max_unpacked, max(1_000_000, packed_bytes * self.max_ratio))
