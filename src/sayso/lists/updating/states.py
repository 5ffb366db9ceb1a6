"""What lists can be read, and what of each is held."""

from collections.abc import Iterable, Mapping
from datetime import date

from sayso.lists.text import list_named
from sayso.model.lists import ListRelease
from sayso.model.updates import Feed, ListState
from sayso.ports import ListSource


def states_of(
    feeds: Mapping[str, Feed],
    sources: Mapping[str, ListSource],
    held: Iterable[ListRelease],
    today: date,
) -> tuple[ListState, ...]:
    """Give every authority that can be read or is held, in the order of the feeds, then by code.

    Args:
        feeds: by code.
        sources: by authority.
        held: the releases, by authority and date.
        today: to count ages from.
    """
    by_code: dict[str, list[ListRelease]] = {}
    for release in held:
        by_code.setdefault(release.authority, []).append(release)
    readable = [code for code, feed in feeds.items() if feed.code in sources or feed.is_stated]
    codes = dict.fromkeys((*readable, *sorted({*sources, *by_code})))
    return tuple(_state(code, feeds.get(code), by_code.get(code, []), today) for code in codes)


def _state(code: str, feed: Feed | None, held: list[ListRelease], today: date) -> ListState:
    publisher, name = list_named(code)
    newest = held[-1] if held else None
    age = None if newest is None else (today - date.fromisoformat(newest.published)).days
    return ListState(
        authority=code,
        name=name,
        publisher=publisher,
        feed=feed,
        newest=newest,
        releases=len(held),
        age_days=age,
    )
