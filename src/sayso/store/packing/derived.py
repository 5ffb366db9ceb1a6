"""What follows from the records and took long, kept in a small file beside the project."""

import gzip
import zlib
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from sayso.errors import BadInput
from sayso.store.codec import decode, encode
from sayso.whole import write_whole

T = TypeVar("T")


def read_derived(path: Path, kind: type[T]) -> T | None:
    """Give what is kept; None where there is nothing, or what another version wrote.

    It can be worked out anew, so a damaged file is none.
    """
    try:
        return decode(kind, gzip.decompress(path.read_bytes()).decode())
    except (OSError, EOFError, zlib.error, BadInput, UnicodeDecodeError):
        return None


def keep_newest(paths: Iterable[Path], most: int) -> None:
    """Keep the files that were written last, and take the others away.

    What another process took away meanwhile is gone.
    """
    dated: list[tuple[int, Path]] = []
    for path in paths:
        with suppress(OSError):
            dated.append((path.stat().st_mtime_ns, path))
    for _, path in sorted(dated, reverse=True)[most:]:
        with suppress(OSError):
            path.unlink()


def keep_derived(path: Path, kind: type[T], value: T) -> None:
    """Keep it, whole; where nothing can be written it is worked out anew each time."""
    if not path.parent.is_dir():
        return
    packed = gzip.compress(encode(kind, value).encode(), compresslevel=6)
    with suppress(OSError):
        write_whole({path: packed})
