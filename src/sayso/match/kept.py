"""The index of the lists in force, kept in a file: the next start is a matter of opening it."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from sayso.errors import Unavailable
from sayso.match.index import ListIndex
from sayso.match.names.file import read, write
from sayso.model.ids import EntryId, ReleaseId
from sayso.model.lists import ListEntry, ListRelease


def kept_index(
    path: Path,
    releases: Sequence[ReleaseId],
    load: Callable[[], Sequence[ListRelease]],
    entry_of: Callable[[EntryId], ListEntry | None],
) -> ListIndex:
    """Give the index of these releases, from the file if it is theirs, else built and kept there.

    Where nothing can be written it is built each time.

    Args:
        path: of the file; its folder exists.
        releases: of whose entries the index is.
        load: gives them with their entries, in that order.
        entry_of: gives one of these entries.

    Raises:
        BadInput: the file is cut off or was changed.
    """
    found = read(path) if path.is_file() else None
    if found is not None and found[1] == tuple(releases):
        return ListIndex(found[0], releases, entry_of)
    index = ListIndex.build(load())
    with suppress(Unavailable):
        write(path, index.arrays, releases)
    return index
