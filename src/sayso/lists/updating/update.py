"""Asks authorities for newer releases of their lists: each whole and plausible, or as before."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from sayso.errors import BadListRelease, SaysoError, Unavailable, Undated
from sayso.lists.compare import compare, seen_before
from sayso.lists.reading.files import content_of, media_type_of
from sayso.lists.reading.loss import check_loss
from sayso.lists.reading.release import refuse_future
from sayso.model.documents import Original
from sayso.model.ids import digest_of, edition_after, edition_of
from sayso.model.lists import ListRelease
from sayso.model.updates import Feed, ListUpdate, UpdateStatus
from sayso.ports import Fetcher, ListSource, ListStore, Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """What updating takes from the world around it.

    Attributes:
        source_of: gives what reads a feed's list.
        store: of the project; None while there is no project.
        keep: keeps a release whole, or nothing of it: False when it is already here, and in how
            many documents names stand otherwise to the lists now; None for a dry run.
        max_bytes: of a list, unpacked.
        force: take a release even though it has lost many entries.
    """

    source_of: Callable[[str], ListSource]
    fetcher: Fetcher
    store: Callable[[], Store | None]
    keep: Callable[[ListRelease, Original], tuple[bool, int]] | None
    clock: Callable[[], datetime]
    max_bytes: int
    force: bool = False


def update_all(feeds: Sequence[Feed], means: Means) -> Iterator[ListUpdate]:
    """Bring each list up to date, in order; one that fails is told as such, and the next follows.

    What is held stays as it is where anything goes wrong.
    """
    for feed in feeds:
        try:
            yield _update(feed, means)
        except SaysoError as bad:
            yield ListUpdate(
                authority=feed.code,
                address=feed.address,
                status=UpdateStatus.FAILED,
                error=str(bad),
                is_outside=isinstance(bad, Unavailable),
            )


def _update(feed: Feed, means: Means) -> ListUpdate:
    store = means.store()
    held = None if store is None else _newest(feed, store.lists)
    known = None if store is None or held is None else _original(held, feed, store)
    answer = means.fetcher.fetch(feed.address, known)
    unchanged = ListUpdate(
        authority=feed.code,
        address=feed.address,
        status=UpdateStatus.UNCHANGED,
        release=None if held is None else held.id,
    )
    if answer is known:
        return unchanged
    original = _unpacked(answer, means.max_bytes)
    if held is not None and original.id == held.document_id:
        return unchanged
    before = None if store is None or held is None else store.lists.release(held.id)
    seen = frozenset[str]() if store is None or held is None else seen_before(held, store.lists)
    release = _read(feed, original, before, means)
    _check(release, held, means)
    is_new, relisted = (True, 0) if means.keep is None else means.keep(release, original)
    if not is_new:
        return unchanged
    changes = () if before is None else compare(before, release, seen)
    return replace(
        unchanged,
        status=UpdateStatus.WOULD_ADD if means.keep is None else UpdateStatus.ADDED,
        release=release.id,
        entries=len(release.entries),
        previous=None if before is None else before.id,
        changes=Counter(change.change for change in changes),
        remarks=release.remarks,
        relisted=relisted,
    )


def _newest(feed: Feed, lists: ListStore) -> ListRelease | None:
    """Give the newest release held, without its entries."""
    held = lists.releases(feed.code)
    return held[-1] if held else None


def _original(held: ListRelease, feed: Feed, store: Store) -> Original | None:
    """Give the bytes held, with what its server said of them, if they came from this address."""
    return store.documents.original(held.document_id) if held.locator == feed.address else None


def _unpacked(answer: Original, max_bytes: int) -> Original:
    content = content_of([(answer.locator, answer.content)], max_bytes=max_bytes)
    media_type = media_type_of(content)
    return replace(answer, id=digest_of(content), content=content, media_type=media_type)


def _read(feed: Feed, original: Original, before: ListRelease | None, means: Means) -> ListRelease:
    """Read a release, dated by the file, or else by the server.

    Of a list that was changed again on the day of the one before it is the next of that day.
    """
    source = means.source_of(feed.authority)
    try:
        release = source.read(original, published=None, repair=False)
    except Undated:
        release = source.read(original, published=_changed_on(original), repair=False)
    if before is None or before.published != release.published:
        return release
    if before.entries == release.entries:
        return release
    following = edition_after(edition_of(before.id))
    return source.read(original, published=following, repair=False)


def _changed_on(original: Original) -> str:
    """Give the day on which the server says that the file was changed, else when it was fetched."""
    try:
        changed = parsedate_to_datetime(original.headers.get("last-modified", ""))
    except ValueError:
        changed = original.retrieved
    return changed.astimezone(UTC).date().isoformat()


def _check(release: ListRelease, held: ListRelease | None, means: Means) -> None:
    """Refuse a release that cannot be the newest.

    Raises:
        BadListRelease: it is older than the one held, has lost more entries than is plausible, or
            is of a day that has not come.
    """
    if held is not None and release.published < held.published:
        raise BadListRelease(
            f"{release.locator}: serves the release of {release.published}, and that of "
            f"{held.published} is held; see whether the list has moved to another address"
        )
    refuse_future(release, means.clock())
    store = means.store()
    if store is not None and not means.force:
        check_loss(release, store.lists)
