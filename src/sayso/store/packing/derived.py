"""What follows from the records and took long, kept in a file beside the project."""

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
        return decode(kind, path.read_text(encoding="utf-8"))
    except (OSError, BadInput, UnicodeDecodeError):
        return None


def keep_derived(path: Path, kind: type[T], value: T) -> None:
    """Keep it, whole; where nothing can be written it is worked out anew each time."""
    if not path.parent.is_dir():
        return
    with suppress(OSError):
        write_whole({path: encode(kind, value).encode("utf-8")})
