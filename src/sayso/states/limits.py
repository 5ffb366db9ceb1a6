"""What the view of the states cannot tell."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from sayso.model.lists import THIRD_PARTY_COPY, ListRelease
from sayso.model.oversight import Limit, LimitKind
from sayso.states.authorities import UN, authority_of

_ALWAYS: Final = (Limit(LimitKind.UNKNOWN), Limit(LimitKind.BY_NAME), Limit(LimitKind.DAYS))


def limits_of(
    releases: Sequence[ListRelease], entries: Mapping[str, tuple[int, int]]
) -> tuple[Limit, ...]:
    """Give the limits of what these releases can show.

    Args:
        releases: those that are looked at, by authority and date.
        entries: by authority, how many there are, and of how many it is told what they bring.
    """
    return (*_ALWAYS, _of_un(releases), *_of_others(releases, entries))


def _of_un(releases: Sequence[ListRelease]) -> Limit:
    held = [release.published for release in releases if release.authority == UN]
    if not held:
        return Limit(LimitKind.NO_UN_RELEASE)
    return Limit(LimitKind.UN_RELEASES, {"releases": len(held), "first": held[0], "last": held[-1]})


def _of_others(
    releases: Sequence[ListRelease], entries: Mapping[str, tuple[int, int]]
) -> Iterator[Limit]:
    un = max((r.published for r in releases if r.authority == UN), default="")
    newest = {r.authority: r for r in releases if r.authority != UN}
    for code, release in newest.items():
        day = release.published
        if release.is_copy:
            lacks = next(r for r in release.remarks if r.startswith(THIRD_PARTY_COPY))
            yield Limit(LimitKind.COPY, {"list": code, "remark": lacks})
        if authority_of(code) is None:
            yield Limit(LimitKind.WHOSE, {"list": code})
            continue
        every, telling = entries.get(code, (0, 0))
        if not telling:
            yield Limit(LimitKind.NO_MEASURES, {"list": code})
            continue
        if telling < every:
            yield Limit(
                LimitKind.SOME_MEASURES,
                {"list": code, "untold": every - telling, "entries": every},
            )
        if day < un:
            yield Limit(LimitKind.ENDS, {"list": code, "day": day})
    if "eu" in newest:
        yield Limit(LimitKind.EU_ACTS)
