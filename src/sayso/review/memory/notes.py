"""Who looked what up, so that only what a change concerns is worked out again.

This is all that makes review incremental. A *piece* is what follows for one document, or for one
finding. While it is worked out, every look-up in a *table* (what is known of all documents, by
key) is noted. When a table gets another answer, the pieces that looked this answer up are stale,
and they alone are worked out again. Nobody says what depends on what, so that nobody can forget it.

Two things must be kept to: a table is complete before a piece looks something up in it, and a
piece uses nothing but tables, its own record or topic, and what never changes.
"""

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Generic, TypeVar, overload

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
T = TypeVar("T")

_ABSENT: Final = object()
#: So many readers of one answer are kept in order; that takes less room.
_FEW: Final = 4


class Notes:
    """The tables, and the pieces that are stale.

    Attributes:
        stale: readers of an answer that has changed since.
    """

    def __init__(self) -> None:
        self.stale: set[str] = set()
        self._pages: list[Page] = []

    def table(self) -> "Table[K, V]":
        """Give a new table."""
        made: Table[K, V] = Table(self.stale)
        self._pages.append(made.page)
        return made

    def piece(self, reader: str, work: Callable[[], T]) -> T:
        """Work a piece out, and note what it looks up. Pieces are not worked out in each other.

        Args:
            reader: its id: of the document or of the finding.
            work: gives the same whenever its look-ups are answered the same.
        """
        for page in self._pages:
            page.keys.clear()
        made = work()
        for page in self._pages:
            if page.keys:
                page.sign(reader)
        self.stale.discard(reader)
        return made

    def shared(self, known: "dict[K, Shared[T]]", key: K, work: Callable[[], T]) -> T:
        """Work a part of several pieces out once; each of them rests on what it looked up.

        Args:
            known: the parts of this time; it is begun anew when tables may have changed.
            key: of the part.
            work: as of a piece.
        """
        if key not in known:
            before = self._looked_up()
            for page in self._pages:
                page.keys.clear()
            known[key] = Shared(work(), self._looked_up())
            _note(before)
        _note(known[key].looked_up)
        return known[key].made

    def _looked_up(self) -> "LookedUp":
        """Give what is noted now."""
        return tuple((page, frozenset(page.keys)) for page in self._pages if page.keys)


class Page:
    """The look-ups in one table: those of the piece that is being worked out, and by whom each is.

    Attributes:
        keys: that are looked up by the piece that is being worked out.
    """

    __slots__ = ("_readers", "_stale", "keys")

    def __init__(self, stale: set[str]) -> None:
        self.keys: set[Hashable] = set()
        self._stale = stale
        self._readers: dict[Hashable, str | tuple[str, ...] | set[str]] = {}

    def sign(self, reader: str) -> None:
        """Write down who rests on these answers; few have many readers."""
        readers = self._readers
        for key in self.keys:
            known = readers.setdefault(key, reader)
            if known is reader or reader in _all(known):
                continue
            if isinstance(known, set):
                known.add(reader)
            else:
                several = (*_all(known), reader)
                readers[key] = several if len(several) <= _FEW else set(several)

    def change(self, key: Hashable) -> None:
        """Make stale who rests on an answer."""
        self._stale.update(_all(self._readers.pop(key, ())))


def _all(readers: str | tuple[str, ...] | set[str]) -> Collection[str]:
    """Give readers as they are kept: one by itself, few in order."""
    return (readers,) if isinstance(readers, str) else readers


#: What was looked up, by page.
LookedUp = tuple[tuple[Page, frozenset[Hashable]], ...]


@dataclass(frozen=True, slots=True)
class Shared(Generic[T]):
    """A part of several pieces, and what was looked up for it."""

    made: T
    looked_up: LookedUp


class Table(Generic[K, V]):
    """Answers by key; who looks one up, found or not, leaves a note.

    Attributes:
        answers: all of them, for what concerns all documents at once; no piece looks there.
        page: where look-ups are noted.
    """

    __slots__ = ("_note", "answers", "page")

    def __init__(self, stale: set[str]) -> None:
        self.answers: dict[K, V] = {}
        self.page = Page(stale)
        self._note = self.page.keys.add

    def __getitem__(self, key: K) -> V:
        self._note(key)
        return self.answers[key]

    @overload
    def get(self, key: K) -> V | None: ...

    @overload
    def get(self, key: K, default: V | T) -> V | T: ...

    def get(self, key: K, default: V | T | None = None) -> V | T | None:
        """Give an answer, or the default."""
        self._note(key)
        return self.answers.get(key, default)

    def __contains__(self, key: K) -> bool:
        self._note(key)
        return key in self.answers

    def put(self, key: K, answer: V | None) -> None:
        """Set an answer, or take it out when it is None."""
        known = self.answers.get(key)
        if known is answer or known == answer:
            return
        if answer is None:
            del self.answers[key]
        else:
            self.answers[key] = answer
        self.page.change(key)

    def exchange(self, gone: Iterable[K], fresh: Mapping[K, V]) -> None:
        """Take the answers to some keys out, and set others."""
        for key in gone:
            if key not in fresh:
                self.put(key, None)
        for key, answer in fresh.items():
            self.put(key, answer)

    def become(self, answers: Mapping[K, V]) -> None:
        """Set all answers, and take all others out."""
        for key in self.answers.keys() - answers.keys():
            self.put(key, None)
        for key, answer in answers.items():
            if self.answers.get(key, _ABSENT) is not answer:
                self.put(key, answer)


def _note(looked_up: LookedUp) -> None:
    """Note look-ups that were noted before."""
    for page, keys in looked_up:
        page.keys.update(keys)
