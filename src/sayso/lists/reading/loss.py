"""Whether a release has lost more entries than any authority takes off at once."""

from typing import Final

from sayso.errors import BadListRelease
from sayso.model.lists import ListRelease
from sayso.ports import ListStore

#: A release that loses a larger share of the entries of the one before it is refused. Of the 294
#: steps between OFAC's releases from 2021-08 to 2024-05 the largest took off 1.6 % of them
#: (`python -m bench.releases`).
MOST_LOST: Final = 0.2


def check_loss(release: ListRelease, lists: ListStore) -> None:
    """Refuse a release that lacks over a fifth of the entries of the newest held before it.

    Raises:
        BadListRelease: names both, and how many are gone.
    """
    held = [r for r in lists.releases(release.authority) if r.id < release.id]
    if not held:
        return
    before = held[-1]
    entries = lists.entry_ids(before.id)
    lost = frozenset(entries).difference(entry.id for entry in release.entries)
    if len(lost) > MOST_LOST * len(entries):
        raise BadListRelease(
            f"{release.locator}: {len(lost):,} of the {len(entries):,} entries of {before.id} are "
            f"not in it ({len(lost) / len(entries):.0%}): it is cut off, or another list; fetch "
            "it again, or if it is right say --force"
        )
