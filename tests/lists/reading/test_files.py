"""The files of a release become one original, always the same, or are refused."""

import gzip
import io
import os
import tarfile
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.errors import BadInput, BadListRelease, NotFound
from sayso.lists.reading.files import TAR, content_of, files_at, files_of, media_type_of
from tests.lists.build import original
from tests.lists.workbooks import workbook

FILES = {"sdn.csv": b"1,ZARVAN\r\n", "alt.csv": b"1,2,aka\r\n", "add.csv": b"1,3,Ostan\r\n"}
MOST = 1_000_000
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def tarred(files: dict[str, bytes], mode: str = "w") -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode=mode) as archive:
        for name, content in files.items():
            member = tarfile.TarInfo(name)
            member.size, member.mtime, member.uname = len(content), 1_700_000_000, "clerk"
            archive.addfile(member, io.BytesIO(content))
    return packed.getvalue()


def zipped(files: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return packed.getvalue()


def test_the_same_files_make_the_same_bytes_however_they_are_packed(tmp_path: Path):
    plain = content_of(FILES.items(), max_bytes=MOST)
    assert media_type_of(plain) == TAR
    nested = {f"lists/{name}": content for name, content in FILES.items()}
    for name, content in FILES.items():
        (tmp_path / f"{name}.gz").write_bytes(gzip.compress(content))
    ways = {
        "turned": reversed(FILES.items()),
        "gzip": [(f"/here/{n}.gz", gzip.compress(c)) for n, c in FILES.items()],
        "zip": [("list.zip", zipped(nested | {"__MACOSX/._sdn.csv": b"x", ".hidden": b"x"}))],
        "tar": [("list.tar", tarred(nested))],
        "tar.gz": [("list.tar.gz", tarred(nested, "w:gz"))],
        "tar.xz": [("list.tar.xz", tarred(nested, "w:xz"))],
        "folder": files_at([str(tmp_path)], max_bytes=MOST),
    }
    assert {way: content_of(files, max_bytes=MOST) == plain for way, files in ways.items()} == (
        dict.fromkeys(ways, True)
    )


def test_the_files_come_out_of_the_original_by_name():
    content = content_of(FILES.items(), max_bytes=MOST)
    assert files_of(replace(original(content), media_type=TAR)) == FILES
    assert files_of(original(b"<list/>", "/here/list.xml")) == {"list.xml": b"<list/>"}


def test_a_single_file_is_the_original_itself():
    for packed in (b"<list/>", gzip.compress(b"<list/>"), zipped({"a.xml": b"<list/>"})):
        assert content_of([("a.xml.gz", packed)], max_bytes=MOST) == b"<list/>"


def test_a_spreadsheet_stays_the_one_file_that_it_is_though_it_is_packed_like_an_archive():
    open_document = zipped({"mimetype": b"x", "content.xml": b"<a/>"})
    for packed in (workbook([("Reference",)]), open_document):
        assert content_of([("list.xlsx", packed)], max_bytes=MOST) == packed
        assert content_of([("list.xlsx.gz", gzip.compress(packed))], max_bytes=MOST) == packed


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ([], "no file of a list"),
        ([("list.zip", zipped({"folder/": b""}))], "no file of a list"),
        ([("a/sdn.csv", b"1"), ("b/sdn.csv", b"2")], r"two files named sdn\.csv"),
        ([("list.zip", zipped(FILES)[:-40])], r"list\.zip: damaged archive"),
        ([("list.tar.xz", tarred(FILES, "w:xz")[:90])], r"list\.tar\.xz: damaged archive"),
        ([("list.csv.gz", gzip.compress(b"1" * 100)[:-9])], r"list\.csv\.gz: .* cut off"),
        ([("bomb.zip", zipped({"a.csv": b"0" * (MOST + 1)}))], r"bomb\.zip: more than 1,000,000"),
        (
            [("bomb.tar.xz", tarred({"a.csv": b"0" * (MOST + 1)}, "w:xz"))],
            r"bomb\.tar\.xz: more than 1,000,000",
        ),
        ([("a.csv", b"1" * MOST), ("b.csv", b"22")], r"b\.csv: more than 1,000,000"),
    ],
    ids=range(9),
)
def test_what_is_damaged_or_too_large_is_refused(files: list[tuple[str, bytes]], told: str):
    with pytest.raises(BadListRelease, match=told):
        content_of(files, max_bytes=MOST)


def test_a_pipe_a_missing_and_a_huge_file_are_refused_before_they_are_read(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "large.csv").write_bytes(b"12")
    with pytest.raises(BadInput, match="pipe: a pipe or device"):
        list(files_at([str(tmp_path / "pipe")], max_bytes=MOST))
    with pytest.raises(BadInput, match=r"large\.csv: more than 1 bytes"):
        list(files_at([str(tmp_path / "large.csv")], max_bytes=1))
    with pytest.raises(NotFound, match="nowhere: no such file"):
        list(files_at([str(tmp_path / "nowhere")], max_bytes=MOST))


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (b"\xef\xbb\xbf <?xml version='1.0'?>", "application/xml"),
        ("<list/>".encode("utf-16"), "application/xml"),
        (b' {"id": "1"}', "application/x-ndjson"),
        (b' [{"id": "1"}]', "application/json"),
        (workbook([("Reference",)]), XLSX),
        (b'36,"ZARVAN"', "text/csv"),
        (b"", "text/csv"),
    ],
)
def test_a_files_type_is_told_by_its_first_signs(content: bytes, media_type: str):
    assert media_type_of(content) == media_type
