"""What the view of the states cannot tell, in sentences."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from sayso.model.lists import THIRD_PARTY_COPY, ListRelease
from sayso.states.authorities import UN, authority_of

_ALWAYS: Final = (
    "Unknown is not non-compliant: it says that nothing held here shows the measure carried out.",
    "A national entry that is matched by name counts for nothing until a person confirms it.",
    "The UN list gives days of listing, not hours: it proves nothing to be within 24 hours.",
)
_EU: Final = (
    "The EU's file names the acts that touched an entry, not all of them, and only asset freezes: "
    "a lag is counted to the publication of the earliest act that the releases held name, and may "
    "be overstated. Its acts hold for its members; what a member did before it acceded is not "
    "held, and for the United Kingdom they held until 2020-12-31."
)


def limits_of(
    releases: Sequence[ListRelease], entries: Mapping[str, tuple[int, int]]
) -> tuple[str, ...]:
    """Give the limits of what these releases can show.

    Args:
        releases: those that are looked at, by authority and date.
        entries: by authority, how many there are, and of how many it is told what they bring.
    """
    return (*_ALWAYS, *_of_un(releases), *_of_others(releases, entries))


def _of_un(releases: Sequence[ListRelease]) -> Iterator[str]:
    held = [release for release in releases if release.authority == UN]
    if not held:
        yield "No release of the UN list is held: nothing is known to bind (`sayso lists add un`)."
        return
    yield (
        f"Of the UN list {len(held)} releases are held, from {held[0].published} to "
        f"{held[-1].published}: what left it before the first of them is not known."
    )


def _of_others(
    releases: Sequence[ListRelease], entries: Mapping[str, tuple[int, int]]
) -> Iterator[str]:
    un = max((r.published for r in releases if r.authority == UN), default="")
    newest = {r.authority: r for r in releases if r.authority != UN}
    for code, release in newest.items():
        day = release.published
        if release.is_copy:
            lacks = next(r for r in release.remarks if r.startswith(THIRD_PARTY_COPY))
            yield f"The list {code!r} is {lacks}."
        if authority_of(code) is None:
            yield f"Whose list {code!r} is cannot be told: begin its code with a state's (fr-acme)."
            continue
        every, telling = entries.get(code, (0, 0))
        if not telling:
            yield f"The list {code!r} does not say which measures its entries bring, so shows none."
            continue
        if telling < every:
            yield (
                f"Of {every - telling:,} of the {every:,} entries of the list {code!r} it is not "
                "told which measures they bring: they show none."
            )
        if day < un:
            yield f"The list {code!r} ends on {day}: of what the UN listed since it tells nothing."
    if "eu" in newest:
        yield _EU
