"""One file for the arrays of names: written whole or not at all, mapped into memory by readers."""

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, fields
from hashlib import blake2b
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Final

import numpy as np
from numpy.typing import NDArray

from sayso.errors import BadInput, Unavailable
from sayso.match.names.arrays import NameArrays, assembled

#: Raised when arrays are built otherwise: a file of another version is built anew.
VERSION: Final = 3
_MAGIC: Final = b"SAYSO-NAMES\n"
#: The header's length, in bytes, stands in so many; what follows begins at such a place.
_LENGTH: Final = 8
_ALIGNED: Final = 64
_CHUNK: Final = 1 << 22


@dataclass(frozen=True, slots=True)
class _Header:
    """What stands before the arrays.

    Attributes:
        size, digest: of all that follows, in bytes, and by BLAKE2b.
        arrays: name, NumPy's name of the type, first byte, and number of items of each.
    """

    version: int
    releases: tuple[str, ...]
    size: int
    digest: str
    arrays: tuple[tuple[str, str, int, int], ...]


def write(path: Path, arrays: NameArrays, releases: Sequence[str]) -> None:
    """Write the arrays beside the path, then put them there at once.

    Who has the old file open goes on reading it.

    Raises:
        Unavailable: it cannot be written; what was there stays.
    """
    digest, places, end = blake2b(digest_size=16), [], 0
    for name, kind, items, content in _contents(arrays):
        places.append((name, kind, end, items))
        end += len(content)
        digest.update(content)
    header = _Header(VERSION, tuple(releases), end, digest.hexdigest(), tuple(places))
    told = json.dumps(asdict(header)).encode()
    told += b" " * (-(len(told) + len(_MAGIC) + _LENGTH) % _ALIGNED)
    beside = None
    try:
        with NamedTemporaryFile(dir=path.parent, prefix=f"{path.name}.", delete=False) as file:
            beside = Path(file.name)
            file.write(_MAGIC + len(told).to_bytes(_LENGTH, "little") + told)
            for _, _, _, content in _contents(arrays):
                file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as bad:
        if beside is not None:
            beside.unlink(missing_ok=True)
        raise Unavailable(f"{path}: the index of names cannot be written: {bad}") from bad


def _contents(arrays: NameArrays) -> Iterator[tuple[str, str, int, bytes]]:
    """Give each array's name, type, number of items and bytes, filled up to the next place."""
    for field in fields(arrays):
        part: NDArray[np.generic] = getattr(arrays, field.name)
        content = np.ascontiguousarray(part).tobytes()
        yield field.name, part.dtype.str, part.size, content + b"\0" * (-len(content) % _ALIGNED)


def read(path: Path) -> tuple[NameArrays, tuple[str, ...]] | None:
    """Map a file into memory.

    Returns:
        The arrays, read-only, and the ids of the releases that they were built from; None for a
        file of another version of Sayso.

    Raises:
        BadInput: it is no such file, cut off or changed.
    """
    try:
        header, start = _header(path)
        if header is None:
            return None
        whole = np.memmap(path, np.uint8, mode="r", offset=start)
    except (OSError, KeyError, TypeError, ValueError) as bad:
        raise _refused(path, "no index of names, or cut off") from bad
    digest = blake2b(digest_size=16)
    for place in range(0, whole.size, _CHUNK):
        digest.update(whole[place : place + _CHUNK].tobytes())
    if whole.size != header.size or digest.hexdigest() != header.digest:
        raise _refused(path, "cut off, or changed since it was written")
    parts = {}
    for name, kind, first, items in header.arrays:
        last = first + items * np.dtype(kind).itemsize
        parts[name] = whole[first:last].view(np.dtype(kind))
    return assembled(parts), header.releases


def _header(path: Path) -> tuple[_Header | None, int]:
    """Give the header, or None for one of another version, and where the arrays begin.

    Raises:
        ValueError, KeyError, TypeError, OSError: it is none.
    """
    with path.open("rb") as file:
        magic, length = file.read(len(_MAGIC)), file.read(_LENGTH)
        size = int.from_bytes(length, "little")
        if magic != _MAGIC or size > path.stat().st_size:
            raise ValueError(magic)
        told = json.loads(file.read(size))
    start = len(_MAGIC) + _LENGTH + size
    if told["version"] != VERSION:
        return None, start
    arrays = tuple(
        (str(n), str(k), int(first), int(items)) for n, k, first, items in told["arrays"]
    )
    releases = tuple(map(str, told["releases"]))
    header = _Header(VERSION, releases, int(told["size"]), str(told["digest"]), arrays)
    return header, start


def _refused(path: Path, what: str) -> BadInput:
    return BadInput(f"{path}: {what}: `sayso lists index` builds it anew")
