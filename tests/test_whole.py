"""Files are written whole or not at all, and touch nothing else."""

import errno
import os
from pathlib import Path

import pytest

from sayso.whole import write_whole


def test_a_file_of_somebody_that_is_called_like_a_part_stays(tmp_path: Path):
    (tmp_path / "brief.md.part").write_bytes(b"notes of my own")
    write_whole({tmp_path / "brief.md": b"new"})
    held = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert held == {"brief.md": b"new", "brief.md.part": b"notes of my own"}


def test_whatever_stops_it_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "نامه.md").write_bytes(b"old")

    def stopped(part: Path, content: bytes) -> None:
        with part.open("wb") as file:
            file.write(content[:2])
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "write_bytes", stopped)
    with pytest.raises(KeyboardInterrupt):
        write_whole({tmp_path / "نامه.md": b"new"})
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"نامه.md": b"old"}


def test_the_place_that_fails_is_named(tmp_path: Path):
    (tmp_path / "b.md").mkdir()
    with pytest.raises(OSError, match="directory") as caught:
        write_whole({tmp_path / "a.md": b"A", tmp_path / "b.md": b"B"})
    assert (caught.value.errno, caught.value.filename) == (errno.EISDIR, str(tmp_path / "b.md"))
    assert [path.name for path in tmp_path.iterdir()] == ["b.md"]


def test_a_pipe_is_written_to_and_stays_one(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe")
    reading = os.open(tmp_path / "pipe", os.O_RDWR | os.O_NONBLOCK)
    try:
        write_whole({tmp_path / "pipe": b"told"})
        assert os.read(reading, 10) == b"told"
    finally:
        os.close(reading)
    assert (tmp_path / "pipe").is_fifo()
