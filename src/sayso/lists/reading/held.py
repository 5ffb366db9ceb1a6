"""Which of the releases held is meant."""

from sayso.errors import NotFound
from sayso.model.ids import ReleaseId, day_of_edition, is_edition
from sayso.model.lists import ListRelease
from sayso.ports import ListStore


def release_named(key: str, lists: ListStore) -> ListRelease:
    """Give the release with this id; of a day on which none came out, the one in force then.

    Raises:
        NotFound: there is none.
    """
    authority, at, edition = key.rpartition("@")
    if not at or not is_edition(edition):
        raise NotFound(f"{key!r} is neither a file nor like un@2026-02-27")
    found = lists.release(ReleaseId(key))
    if found is None and edition == day_of_edition(edition):
        return release_by(authority, edition, lists)
    if found is None:
        raise NotFound(f"no release {key!r}: `sayso lists show` has them")
    return found


def release_by(authority: str, day: str, lists: ListStore) -> ListRelease:
    """Give the release in force on an ISO day.

    Raises:
        NotFound: there is none.
    """
    found = lists.in_force(authority, day)
    if found is None:
        raise NotFound(f"no release of {authority!r} by {day}: `sayso lists show` has them")
    return found


def held_for(release: ListRelease, lists: ListStore) -> ListRelease:
    """Give, of a release that is here already, the one held: of the same file if that is known."""
    held = [r for r in lists.releases(release.authority) if r.published <= release.published]
    newest = max(held, key=lambda r: (r.document_id == release.document_id, r.id), default=release)
    return lists.release(newest.id) or release
