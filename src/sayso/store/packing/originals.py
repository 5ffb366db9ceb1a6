"""Raw bytes as rows, and back."""

import zlib
from dataclasses import replace

from sayso.errors import BadInput
from sayso.model.documents import Original
from sayso.store.codec import decode, encode
from sayso.store.database import Database
from sayso.store.packing.pieces import keep_pieces, whole


def original_row(original: Original) -> tuple[str, bytes]:
    """Give the record and the packed bytes of an original."""
    return _record(original), zlib.compress(original.content)


def release_row(database: Database, original: Original) -> tuple[str, bytes]:
    """Give the record of a list file and what stands for its bytes, of which the pieces are kept.

    To be called inside of what keeps the row.
    """
    return _record(original), keep_pieces(database, original.content)


def original_of(database: Database, record: str, packed: bytes) -> Original:
    """Give the original back.

    Raises:
        BadInput: the bytes are damaged.
    """
    try:
        return replace(decode(Original, record), content=whole(database, packed))
    except zlib.error as bad:
        raise BadInput(f"the kept bytes are damaged ({bad}): restore a backup") from bad


def _record(original: Original) -> str:
    return encode(Original, replace(original, content=b""))
