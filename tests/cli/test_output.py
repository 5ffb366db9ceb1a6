"""What is printed cannot steer a terminal, and what is written is whole."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from sayso.cli.briefs import write_files
from sayso.cli.output import Desk, in_one_line, open_desk, shown, told
from sayso.errors import BadInput, Unavailable

#: The program, as its script calls it.
PROGRAM = (sys.executable, "-c", "from sayso.cli import main; main()")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO()))
    return open_desk({"project": str(tmp_path)}, as_json=False, quiet=False)


@pytest.mark.parametrize(
    ("text", "on_screen"),
    [
        ("سلام\u200f دنیا\u200c", "سلام\u200f دنیا\u200c"),
        ("red\x1b[31m, a title\x1b]0;x\x07", "red\ufffd[31m, a title\ufffd]0;x\ufffd"),
        ("one\r\ntwo\rthree\x0cfour\tfive", "one\ntwo\nthree\nfour\tfive"),
        ("photo\u202egpj.exe", "photo\ufffdgpj.exe"),
        ("caf\udce9 \x9b1m", "caf\ufffd \ufffd1m"),
    ],
)
def test_text_is_shown_and_what_would_steer_the_terminal_is_not(text: str, on_screen: str):
    assert shown(text) == on_screen


def test_an_error_stands_on_one_line_and_names_its_file_once():
    assert told("a.txt", "a.txt is empty") == "a.txt is empty"
    assert told("a.pdf", "page 3: no text layer") == "a.pdf: page 3: no text layer"
    assert in_one_line("a\nsayso: b.txt: kept") == "a\ufffdsayso: b.txt: kept"


@pytest.mark.parametrize("name", ["[/red]", "\\[/red]", "[bold]x", "a\\", "esc\x1b[31m"])
def test_no_name_is_taken_for_markup(desk: Desk, capsys: pytest.CaptureFixture[str], name: str):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(desk.out, "_file", sys.stdout)
        desk.table(("Name",), [(name,)])
    assert shown(name) in capsys.readouterr().out


def test_files_are_written_whole_with_their_folder(tmp_path: Path):
    write_files({tmp_path / "new" / "a.md": b"A", tmp_path / "new" / "b.md": b"B"})
    assert sorted(p.name for p in (tmp_path / "new").iterdir()) == ["a.md", "b.md"]


def test_of_files_that_cannot_all_be_written_none_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "a.csv").write_bytes(b"old")
    write = Path.write_bytes

    def full(path: Path, content: bytes) -> int:
        if content == b"no room":
            raise OSError(28, "No space left on device")
        return write(path, content)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(Unavailable, match=r"b\.csv: cannot be written: No space left"):
        write_files({tmp_path / "a.csv": b"new", tmp_path / "b.csv": b"no room"})
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("a.csv", b"old")]


def test_a_place_that_is_no_folder_is_told(tmp_path: Path):
    (tmp_path / "file").touch()
    with pytest.raises(BadInput, match=r"a\.md: cannot be written: .*--output"):
        write_files({tmp_path / "file" / "a.md": b"A"})


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no full disk at hand")  # noqa: PTH110
def test_output_that_finds_no_room_is_told_without_a_traceback(tmp_path: Path):
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*PROGRAM, "config", "show", "--project", str(tmp_path)],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert (done.returncode, done.stderr.count("\n")) == (3, 1)
    assert "sayso: the output: cannot be read or written: No space left" in done.stderr


def test_a_stray_byte_in_a_name_does_not_stop_the_output(tmp_path: Path):
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_bytes(b"")
    done = subprocess.run(
        [*PROGRAM, "add", ".", "--json", "--project", "p"],
        cwd=tmp_path,
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "utf-8:strict"},
        check=False,
    )
    assert done.returncode == 2
    assert rb"caf\udce9.txt" in done.stdout
    assert b"Traceback" not in done.stderr
