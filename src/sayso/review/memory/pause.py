"""Holds the search for circles of objects back while a great many objects are made."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

#: From so many new objects on they are never searched: one search of them takes seconds.
_MANY: Final = 500_000


@contextmanager
def no_search() -> Iterator[None]:
    """Search for no circles inside: nothing there makes any, and a search goes through all of it.

    With 100,000 claims in memory, one search takes longer than adding a document. What is no
    longer used is let go as before, by counting who uses it.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if gc.get_count()[0] > _MANY:
                gc.freeze()
            gc.enable()
