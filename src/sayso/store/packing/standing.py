"""Which entries stand in a release, in order, by the numbers of their rows, and since when."""

import json
import zlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate

from sayso.errors import BadInput
from sayso.model.ids import EntryId
from sayso.store.database import Database
from sayso.store.packing.numbers import pack, unpack

#: The releases of the authority of one of them, in the order of adding.
_ADDED = """SELECT number, published FROM release
    WHERE authority = (SELECT authority FROM release WHERE number = ?) ORDER BY number"""


def keep_standing(database: Database, release: int, entries: Sequence[int]) -> None:
    """Keep the numbers of a release's entries, and which came and went since the one added before.

    To be called inside of what keeps the release.
    """
    database.run("INSERT INTO standing VALUES (?, ?)", release, pack(entries))
    added = database.rows(lambda number, _: int(number), _ADDED, release)
    before = frozenset(standing(database, added[-2])) if len(added) > 1 else frozenset[int]()
    came = ((entry, release, 1) for entry in entries if entry not in before)
    went = ((entry, release, 0) for entry in sorted(before.difference(entries)))
    database.run_each("INSERT INTO move VALUES (?, ?, ?)", (*came, *went))


def standing(database: Database, release: int) -> tuple[int, ...]:
    """Give the numbers of a release's entries, in their order.

    Raises:
        BadInput: what is kept is damaged.
    """
    packed = database.first(bytes, "SELECT entries FROM standing WHERE release = ?", release)
    if packed is None:  # kept before there was the table
        rows = "SELECT entry FROM seen WHERE release = ? ORDER BY place"
        return tuple(database.rows(int, rows, release))
    try:
        return unpack(packed)
    except zlib.error as bad:
        what = f"the entries of a release cannot be read ({bad})"
        raise BadInput(f"{database.path}: {what}: restore a backup") from bad


def ids_of(database: Database, entries: Iterable[int]) -> list[EntryId]:
    """Give the ids of entries, in the order of their numbers given."""
    query = "SELECT entry.id FROM json_each(?) JOIN entry ON number = value ORDER BY key"
    return database.rows(EntryId, query, json.dumps(list(entries)))


def holding(
    database: Database, entries: Iterable[int], releases: Iterable[int]
) -> Mapping[int, int | None]:
    """Say which of these entries, of which at most one stands at a time, each release has.

    Args:
        database: that keeps them.
        entries: that have one id.
        releases: all of their authority.
    """
    moves: dict[int, list[tuple[int, int]]] = defaultdict(list)
    query = "SELECT release, arrives, entry FROM move JOIN json_each(?) ON entry = value"
    for release, *move in database.rows(lambda *row: row, query, json.dumps(list(entries))):
        moves[release].append((move[0], move[1]))
    found: dict[int, int | None] = {}
    now: int | None = None
    for release in sorted(releases):
        for arrives, entry in sorted(moves[release]):  # one goes before another comes
            now = entry if arrives else None
        found[release] = now
    return found


def stretches_in(
    database: Database, releases: Sequence[int]
) -> Mapping[int, tuple[tuple[int, int], ...]]:
    """Give, for each entry that stands in any of these releases, its stretches of them.

    Args:
        database: that keeps them.
        releases: of one authority, in the order in which they are to follow one another; at least
            one. A stretch is the places in this order of its first and last release.
    """
    place = {number: index for index, number in enumerate(releases)}
    added = database.rows(lambda number, _: int(number), _ADDED, releases[0])
    order = {number: index for index, number in enumerate(added)}
    query = """SELECT entry, move.release, coalesce((SELECT min(later.release) FROM move later
            WHERE later.entry = move.entry AND later.release > move.release), -1)
        FROM move JOIN release ON number = move.release
        WHERE arrives AND authority = (SELECT authority FROM release WHERE number = ?)"""
    places: dict[int, list[int]] = defaultdict(list)
    for entry, came, went in database.rows(lambda *row: row, query, releases[0]):
        until = order.get(went, len(added))
        places[entry] += [place[n] for n in added[order[came] : until] if n in place]
    return {entry: _stretches(sorted(found)) for entry, found in places.items() if found}


def _stretches(places: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """Join numbers in order that follow one another."""
    breaks = [n for n in range(1, len(places)) if places[n] != places[n - 1] + 1]
    starts, ends = (0, *breaks), (*breaks, len(places))
    pairs = zip(starts, ends, strict=True)
    return tuple((places[start], places[end - 1]) for start, end in pairs)


def standing_before(database: Database, release: int, edition: str) -> list[int]:
    """Give the numbers of the entries that any release published before an edition has.

    Args:
        database: that keeps them.
        release: any one of their authority.
        edition: as ids have it.
    """
    added = database.rows(lambda number, published: (number, published < edition), _ADDED, release)
    place = {number: index for index, (number, _) in enumerate(added)}
    earlier = (0, *accumulate(int(is_earlier) for _, is_earlier in added))
    query = """SELECT entry, move.release, coalesce((SELECT min(later.release) FROM move later
            WHERE later.entry = move.entry AND later.release > move.release), -1)
        FROM move JOIN release ON number = move.release
        WHERE arrives AND authority = (SELECT authority FROM release WHERE number = ?)"""
    stays = database.rows(lambda *row: row, query, release)
    return [
        entry
        for entry, came, went in stays
        if earlier[place.get(went, len(added))] > earlier[place[came]]
    ]
