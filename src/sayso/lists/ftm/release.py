"""Any FollowTheMoney file as a list of an authority that its user names."""

from collections.abc import Iterator
from dataclasses import replace

from sayso.errors import BadListRelease
from sayso.lists.ftm.entry import entry_of
from sayso.lists.ftm.folded import Folded, fold
from sayso.lists.ftm.lines import entities_of
from sayso.lists.ftm.schemata import PARTIES
from sayso.lists.reading.release import begun, date_of, merged
from sayso.model.documents import Original
from sayso.model.lists import ListEntry, ListRelease


class FtmList:
    """Reads releases of FollowTheMoney entities under an authority's code."""

    def __init__(self, authority: str) -> None:
        self.authority = authority

    def read(self, original: Original, *, published: str | None, repair: bool) -> ListRelease:
        """Give the release, whole, its entries ordered by reference; repair changes nothing.

        A party that the file says is no target is no entry: nobody is listed by association.
        Ties to it name it. The release bears the newest day on which the publisher saw an entity.

        Raises:
            BadListRelease: a line is no entity, a party has no name, or there is no date.
        """
        del repair  # JSON has no characters that it forbids
        folded = fold(entities_of(original))
        date, dated = date_of(original.locator, folded.seen, published, field="last_seen")
        entries, joined = merged(self._entries(original, folded))
        if not entries:
            raise BadListRelease(f"{original.locator}: no party in it is a target")
        return replace(
            begun(original, self.authority, date),
            entries=entries,
            generated=folded.seen or None,
            remarks=(*dated, *joined, *_remarks(folded)),
        )

    def _entries(self, original: Original, folded: Folded) -> Iterator[ListEntry]:
        for entity in entities_of(original):
            if entity.schema in PARTIES and entity.is_target is not False:
                yield entry_of(entity, folded, self.authority)


def _remarks(folded: Folded) -> Iterator[str]:
    if folded.left_out:
        yield f"no entries: {folded.left_out:,} parties that the file says are no targets"
    if folded.unread:
        told = ", ".join(f"{count:,} {schema}" for schema, count in sorted(folded.unread.items()))
        yield f"not read, because no entry can hold it: {told}"
