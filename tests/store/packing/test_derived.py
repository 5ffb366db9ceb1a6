"""What can be worked out anew is kept whole or not at all."""

import gzip
import os
from datetime import timedelta
from pathlib import Path

from sayso.model.ids import EntryId
from sayso.model.oversight import Difference, DifferenceKind, LinkKind
from sayso.store.packing.derived import keep_derived, keep_newest, read_derived

STILL = Difference(
    state="EU",
    reference="QDi.901",
    entry=EntryId("eu:501"),
    link=LinkKind.EXACT,
    kind=DifferenceKind.STILL_LISTED,
    field="entry",
    un=None,
    national="Zarmast TOLWAK",
    for_at_least=timedelta(days=3, hours=7, microseconds=1),
)


def test_what_was_kept_comes_back(tmp_path: Path):
    keep_derived(tmp_path / "kept.json", Difference, STILL)
    assert read_derived(tmp_path / "kept.json", Difference) == STILL
    assert [path.name for path in tmp_path.iterdir()] == ["kept.json"]


def test_nothing_and_what_is_damaged_is_worked_out_anew(tmp_path: Path):
    path = tmp_path / "kept.json"
    assert read_derived(path, Difference) is None
    path.write_bytes(b'{"state":"\xff')
    assert read_derived(path, Difference) is None
    path.write_bytes(gzip.compress(b'{"state": "EU"}'))
    assert read_derived(path, Difference) is None
    keep_derived(path, Difference, STILL)
    path.write_bytes(path.read_bytes()[:-9])
    assert read_derived(path, Difference) is None


def test_the_files_that_were_written_last_are_kept(tmp_path: Path):
    paths = [tmp_path / f"kept-{number}.json" for number in range(4)]
    for number, path in enumerate(paths):
        keep_derived(path, Difference, STILL)
        os.utime(path, ns=(number, number))
    keep_newest([*paths, tmp_path / "gone.json"], 2)
    assert sorted(tmp_path.iterdir()) == paths[2:]


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path):
    keep_derived(tmp_path / "no such folder" / "kept.json", Difference, STILL)
    assert list(tmp_path.iterdir()) == []
