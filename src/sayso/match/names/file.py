"""One file for the arrays of names: written whole or not at all, mapped into memory by readers."""

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, fields, replace
from hashlib import blake2b
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO, Final

import numpy as np
from numpy.typing import NDArray

from sayso.errors import BadInput, Unavailable
from sayso.match.names.arrays import NameArrays, assembled

#: Raised when arrays are built otherwise, or names become other words: a file of another version is
#: built anew.
VERSION: Final = 6
_MAGIC: Final = b"SAYSO-NAMES\n"
#: The header's length, in bytes, stands in so many; what follows begins at such a place.
_LENGTH: Final = 8
_ALIGNED: Final = 64
_CHUNK: Final = 1 << 22


@dataclass(frozen=True, slots=True)
class _Header:
    """What stands before the arrays.

    Attributes:
        size: of all that follows, in bytes.
        digest: BLAKE2b of this header, with "" for it, and of all that follows.
        arrays: name, NumPy's name of the type, first byte, and number of items of each.
    """

    version: int
    releases: tuple[str, ...]
    size: int
    digest: str
    arrays: tuple[tuple[str, str, int, int], ...]

    def digesting(self) -> blake2b:
        """Give the digest so far: of this header alone."""
        return blake2b(json.dumps(asdict(replace(self, digest=""))).encode(), digest_size=16)


def write(path: Path, arrays: NameArrays, releases: Sequence[str]) -> None:
    """Write the arrays beside the path, then put them there at once.

    Who has the old file open goes on reading it.

    Raises:
        Unavailable: it cannot be written; what was there stays.
    """
    told = _header_of(arrays, releases)
    beside = path.with_name(f"{path.name}.{token_hex(8)}")
    try:
        with beside.open("xb") as file:
            file.write(_MAGIC + len(told).to_bytes(_LENGTH, "little") + told)
            for _, _, _, content in _contents(arrays):
                file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as bad:
        raise Unavailable(f"{path}: the index of names cannot be written: {bad}") from bad
    finally:
        with suppress(OSError):  # there is none any more, or never was
            beside.unlink()


def _header_of(arrays: NameArrays, releases: Sequence[str]) -> bytes:
    """Give the header's bytes, filled up so that the arrays begin at an aligned place."""
    places, end = [], 0
    for name, kind, items, content in _contents(arrays):
        places.append((name, kind, end, items))
        end += len(content)
    header = _Header(VERSION, tuple(releases), end, "", tuple(places))
    digest = header.digesting()
    for _, _, _, content in _contents(arrays):
        digest.update(content)
    told = json.dumps(asdict(replace(header, digest=digest.hexdigest()))).encode()
    return told + b" " * (-(len(told) + len(_MAGIC) + _LENGTH) % _ALIGNED)


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
        with path.open("rb") as file:  # one file throughout, whatever takes its place meanwhile
            header, start = _header(file)
            if header is None:
                return None
            # Without the wrapper of `memmap`, which makes each small step on it slower.
            whole = np.asarray(np.memmap(file, np.uint8, mode="r", offset=start))
    except OSError as bad:
        raise _refused(path, f"cannot be read ({bad.strerror})") from bad
    except (KeyError, TypeError, ValueError) as bad:
        raise _refused(path, "no index of names, or cut off") from bad
    digest = header.digesting()
    for place in range(0, whole.size, _CHUNK):
        digest.update(whole[place : place + _CHUNK].data)
    if whole.size != header.size or digest.hexdigest() != header.digest:
        raise _refused(path, "cut off, or changed since it was written")
    parts = {}
    for name, kind, first, items in header.arrays:
        last = first + items * np.dtype(kind).itemsize
        parts[name] = whole[first:last].view(np.dtype(kind))
    return assembled(parts), header.releases


def _header(file: BinaryIO) -> tuple[_Header | None, int]:
    """Give the header, or None for one of another version, and where the arrays begin.

    Raises:
        ValueError, KeyError, TypeError, OSError: it is none.
    """
    magic, length = file.read(len(_MAGIC)), file.read(_LENGTH)
    size = int.from_bytes(length, "little")
    if magic != _MAGIC or size > os.fstat(file.fileno()).st_size:
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
