"""The benchmark of releases counts by row and by class alike. All parties are invented."""

import io
import json
import tarfile
from pathlib import Path

import pytest

from bench import releases
from tests.lists.ofac.build import END, entry_row

VERSIONS = {
    "sdn_2024-05-01.csv": "".join(entry_row(n, f"KANDOR {n}") for n in range(1, 11)),
    "sdn_2024-05-02.csv": "".join(entry_row(n, f"KANDOR  {n}") for n in range(1, 10)),
    "sdn_2024-05-03.csv": "".join(
        entry_row(n, f"KANDOR {n}", remarks="DOB 1970." if n == 1 else "-0- ") for n in range(1, 12)
    ),
}


def test_rows_are_counted_as_they_stand_and_changes_by_class(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    archive = tmp_path / "versions.tar.xz"
    with tarfile.open(archive, "w:xz") as packed:
        for name, text in VERSIONS.items():
            member = tarfile.TarInfo(name)
            content = (text + END).encode()
            member.size = len(content)
            packed.addfile(member, io.BytesIO(content))

    releases.main(archive, "ofac", None)

    told = json.loads(capsys.readouterr().out)
    assert told["rows"] == {
        "additions": 2,
        "removals": 1,
        "changed": 18,
        "changed_normalised": 1,
        "first_entries": 10,
        "last_entries": 11,
        "most_lost": 0.1,
    }
    assert told["ours"]["classes"] == {
        "added": 1,
        "amended_substantive": 1,
        "reappeared": 1,
        "removed": 1,
    }
    assert [one["in"] for one in told["history"]] == [3, 1]
