"""What follows from the records and took long, kept in a file beside the project."""

import os
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TypeVar

from sayso.errors import BadInput
from sayso.store.codec import decode, encode

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
    beside = None
    try:
        with NamedTemporaryFile(
            "w", encoding="utf-8", dir=path.parent, prefix=f"{path.name}.", delete=False
        ) as file:
            beside = Path(file.name)
            file.write(encode(kind, value))
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError:
        if beside is not None:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
