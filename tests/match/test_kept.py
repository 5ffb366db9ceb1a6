"""The index is opened from its file while the same lists are in force, and built anew otherwise."""

from pathlib import Path

import pytest

from sayso.errors import BadInput
from sayso.match.index import ListIndex
from sayso.match.kept import kept_index
from sayso.model.lists import ListRelease
from sayso.model.matches import Screening
from tests.fakes import tiny_entry, tiny_release

OLD, _ = tiny_release("2026-01-01", tiny_entry("QDe.901", "KANDOR FRONT"))
NEW, _ = tiny_release("2026-02-01", tiny_entry("QDe.902", "ZARVAN SHIPPING"))


class Lists:
    """Releases, and how often they were read whole."""

    def __init__(self) -> None:
        self.read = 0

    def index(self, path: Path, release: ListRelease) -> ListIndex:
        """Give the index of one release, kept in a file."""

        def load() -> list[ListRelease]:
            self.read += 1
            return [release]

        return kept_index(
            path, [release.id], load, {entry.id: entry for entry in release.entries}.get
        )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "names.idx"


def names(index: ListIndex, name: str) -> list[str]:
    return [candidate.name for candidate in index.screen(Screening(name=name))]


def test_the_second_start_reads_no_release(path: Path):
    lists = Lists()

    for _ in range(3):
        assert names(lists.index(path, OLD), "Kandor Front") == ["KANDOR FRONT"]
    assert lists.read == 1


def test_another_release_in_force_has_an_index_of_its_own(path: Path):
    lists = Lists()
    lists.index(path, OLD)

    assert names(lists.index(path, NEW), "Kandor Front") == []
    assert names(lists.index(path, NEW), "Zarvan Shipping") == ["ZARVAN SHIPPING"]
    assert lists.read == 2


def test_a_file_that_was_changed_is_refused_and_says_what_to_do(path: Path):
    lists = Lists()
    lists.index(path, OLD)
    path.write_bytes(path.read_bytes()[:-1] + b"\x01")

    with pytest.raises(BadInput, match="sayso lists index"):
        lists.index(path, OLD)


def test_where_nothing_can_be_written_the_index_is_built_each_time(tmp_path: Path):
    lists = Lists()
    nowhere = tmp_path / "gone" / "names.idx"

    for _ in range(2):
        assert names(lists.index(nowhere, OLD), "Kandor Front") == ["KANDOR FRONT"]
    assert lists.read == 2


def test_an_index_in_memory_asks_nobody_for_entries_any_more(path: Path):
    held = {entry.id: entry for entry in OLD.entries}
    index = kept_index(path, [OLD.id], lambda: [OLD], held.get).in_memory()
    opened = kept_index(path, [OLD.id], lambda: [OLD], held.get).in_memory()
    held.clear()

    assert names(index, "Kandor Front") == names(opened, "Kandor Front") == ["KANDOR FRONT"]
    assert [hit.name for hit in opened.find_in("the Kandor Front said")] == ["KANDOR FRONT"]
