"""Documents in, by every door."""

import gzip
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.collect.collector import Hints
from sayso.collect.limits import Limits
from sayso.errors import BadInput, NotFound, SaysoError, Unavailable, Unreadable
from sayso.model.documents import Original
from sayso.model.ids import digest_of
from sayso.model.vocabulary import DocumentKind, Handling
from tests.collect.made import NOON, NoNetwork, collector, original, packed, pdf

TEXT = "The Sarband Authority rejected the report. د هېواد هیڅوک نشته."
NOTHING = Hints()


def test_a_text_file_becomes_a_whole_document(tmp_path: Path):
    path = tmp_path / "wire.txt"
    path.write_text(TEXT, encoding="utf-8")
    hints = Hints(
        publisher="Meridian Wire",
        published="2024-05",
        kind=DocumentKind.STATEMENT,
        title="Rejected",
        handling=Handling.RESTRICTED,
        collection="spring",
        lawful_basis="public interest",
        notice="Invented.",
    )
    intake = collector().take(str(path), hints)
    document = intake.document
    assert document.text == TEXT
    assert intake.original.content == path.read_bytes()
    assert document.id == intake.original.id == digest_of(TEXT.encode())
    assert (document.title, document.publisher, document.published) == (
        "Rejected",
        "Meridian Wire",
        "2024-05",
    )
    assert (document.kind, document.handling, document.retrieved) == (
        DocumentKind.STATEMENT,
        Handling.RESTRICTED,
        NOON,
    )
    assert (document.collection, document.lawful_basis, document.notice, document.locator) == (
        "spring",
        "public interest",
        "Invented.",
        str(path),
    )
    assert [passage.text for passage in intake.passages] == [
        "The Sarband Authority rejected the report.",
        "د هېواد هیڅوک نشته.",
    ]


def test_standard_input_is_read():
    intake = collector(stdin=TEXT.encode()).take("-", NOTHING)
    assert (intake.document.text, intake.document.locator) == (TEXT, "standard input")


@pytest.mark.parametrize(
    "address", ["https://paper.example/a", "un:S/2024/499", "file:///etc/passwd"]
)
def test_addresses_and_symbols_go_to_the_fetcher(address: str):
    class OnePage(NoNetwork):
        def fetch(self, address: str) -> Original:
            return original(b"<html><p>The group moved to Kunar.</p>", f"at {address}")

    intake = collector(fetcher=OnePage()).take(address, NOTHING)
    assert intake.document.locator == f"at {address}"
    assert intake.document.kind is DocumentKind.PRESS
    with pytest.raises(Unavailable):
        collector().take(address, NOTHING)


def test_a_folder_gives_its_files_sorted_and_hidden_ones_left_out(tmp_path: Path):
    for name in ("b.txt", "a/z.txt", "a/.hidden.txt", ".git/config", "c/d/e.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    (tmp_path / "a" / "around").symlink_to(tmp_path)
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    os.mkfifo(tmp_path / "pipe")
    located = collector().locate(
        ["-", str(tmp_path), "un:S/2024/499", "missing.txt", "https://a.b"]
    )
    inside = [str(Path(path).relative_to(tmp_path)) for path in located[1:-3]]
    assert inside == ["a/z.txt", "b.txt", "c/d/e.txt", "loop"]
    assert located[0] == "-"
    assert located[-3:] == ("un:S/2024/499", "missing.txt", "https://a.b")


def test_bad_files_of_a_folder_do_not_stop_the_good_ones(tmp_path: Path):
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "c.txt").symlink_to(tmp_path / "gone.txt")
    (tmp_path / "d.txt").symlink_to(tmp_path / "d.txt")
    (tmp_path / "e.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "f.txt").write_text("Nobody is there.", encoding="utf-8")
    taken, refused = [], []
    here = collector()
    for source in here.locate([str(tmp_path)]):
        try:
            taken.append(here.take(source, NOTHING).document.name)
        except SaysoError as bad:
            refused.append((Path(source).name, type(bad), Path(source).name in str(bad)))
    assert taken == ["b.txt", "f.txt"]
    assert refused == [
        ("a.txt", Unreadable, True),
        ("c.txt", NotFound, True),
        ("d.txt", Unreadable, True),
        ("e.png", Unreadable, True),
    ]


def test_what_cannot_be_opened_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    with pytest.raises(NotFound, match=r"missing\.txt: no such file"):
        collector().take("missing.txt", NOTHING)
    with pytest.raises(BadInput, match="a folder; add its files"):
        collector().take(str(tmp_path), NOTHING)
    with pytest.raises(Unreadable, match="cannot be opened"):
        collector().take("x" * 5_000, NOTHING)
    with pytest.raises(Unreadable, match="cannot be opened"):
        collector().take("a\0b", NOTHING)

    def locked(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "locked.txt"
    path.touch()
    monkeypatch.setattr(Path, "open", locked)
    with pytest.raises(Unreadable, match=r"locked\.txt: cannot be opened: Permission denied; "):
        collector().take(str(path), NOTHING)


@pytest.mark.parametrize("content", [b"", b" \n\t ", b"\xef\xbb\xbf", b"\0\0\0\0"])
def test_an_empty_file_is_refused(content: bytes):
    with pytest.raises(Unreadable, match=r"empty|no text"):
        collector().take_bytes(content, "empty.txt", NOTHING)


@pytest.mark.parametrize(
    ("content", "advice"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "save it as .docx"),
        (b"{\\rtf1 x}", "save it as .docx"),
        (packed({"a.txt": b"x"}), "unpack it"),
        (b"\x7fELF\0\0", "not a type of document"),
    ],
)
def test_files_of_other_types_are_refused_with_advice(content: bytes, advice: str):
    with pytest.raises(Unreadable, match=advice):
        collector().take_bytes(content, "a.doc", NOTHING)


def test_a_file_beyond_the_limits_is_refused():
    small = Limits(max_bytes=100, max_text=50)
    with pytest.raises(Unreadable, match="more than 100 bytes"):
        collector(limits=small, stdin=b"x" * 200).take("-", NOTHING)
    with pytest.raises(Unreadable, match="60 characters of text"):
        collector(limits=small).take_bytes(b"x " * 30, "long.txt", NOTHING)


def test_a_gzip_file_is_read_and_kept_as_it_came():
    content = gzip.compress(TEXT.encode())
    intake = collector().take_bytes(content, "wire.txt.gz", NOTHING)
    assert intake.document.text == TEXT
    assert intake.document.media_type == "text/plain"
    assert intake.original.content == content
    assert intake.document.id == digest_of(content)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (gzip.compress(b"a" * 30_000_000), "unpacks to more than"),
        (gzip.compress(TEXT.encode())[:-9], "damaged gzip"),
        (gzip.compress(gzip.compress(b"x" * 99)), "application/gzip"),
    ],
    ids=["bomb", "truncated", "twice"],
)
def test_a_gzip_file_that_swells_or_is_damaged_is_refused(content: bytes, reason: str):
    with pytest.raises(Unreadable, match=reason):
        collector().take_bytes(content, "wire.gz", NOTHING)


def test_a_path_with_stray_bytes_is_shown_with_question_marks():
    locator = os.fsdecode(b"caf\xe9.txt")
    assert collector().take_bytes(TEXT.encode(), locator, NOTHING).document.name == "caf?.txt"


def test_each_type_has_its_kind_until_somebody_says_otherwise():
    here = collector()
    report = here.take_bytes(pdf([[(72, 700, 12, "F1", "The Team met.")]]), "a", NOTHING)
    page = here.take_bytes(b"<html><p>The group moved to Kunar.</p>", "b", NOTHING)
    mail = here.take_bytes(
        b"From: a@b.example\nMIME-Version: 1.0\nTo: c\n\nWe deny it.", "c", NOTHING
    )
    assert [intake.document.kind for intake in (report, page, mail)] == [
        DocumentKind.REPORT,
        DocumentKind.PRESS,
        DocumentKind.STATEMENT,
    ]


def mail_with(name: str, content: bytes, subject: str = "Reports") -> bytes:
    return b"\r\n".join(
        [
            b"From: Press Office <press@sarband.example>",
            b"MIME-Version: 1.0",
            b"Date: Thu, 23 May 2024 11:20:00 +0430",
            f"Subject: {subject}".encode(),
            f'Content-Type: multipart/mixed; boundary="{subject}"\r\n'.encode(),
            f"--{subject}\r\nContent-Type: text/plain\r\n\r\nSee the attachment.".encode(),
            f"--{subject}\r\nContent-Type: application/octet-stream".encode(),
            f'Content-Disposition: attachment; filename="{name}"'.encode(),
            b"Content-Transfer-Encoding: 8bit\r\n",
            content,
            f"--{subject}--".encode(),
        ]
    )


def test_attachments_are_documents_of_their_own_with_the_mails_handling():
    hints = Hints(handling=Handling.INTERNAL, title="The mail", publisher="Sarband")
    intake = collector().take_bytes(mail_with("note.txt", TEXT.encode()), "a.eml", hints)
    (attached,) = intake.attachments
    assert attached.document.text == TEXT
    assert attached.document.attached_to == intake.document.id
    assert attached.document.locator == "a.eml/note.txt"
    assert (attached.document.title, attached.document.publisher) == (None, None)
    assert attached.document.handling is Handling.INTERNAL
    assert attached.document.id == digest_of(TEXT.encode())


def test_an_attachment_that_cannot_be_read_is_told_and_the_mail_is_kept():
    intake = collector().take_bytes(mail_with("logo.png", b"\x89PNG\r\n\x1a\n"), "a.eml", NOTHING)
    assert intake.attachments == ()
    assert any("a.eml/logo.png" in remark for remark in intake.remarks)


def test_mails_inside_mails_end():
    content = mail_with("note.txt", TEXT.encode())
    for depth in range(6):
        content = mail_with(f"{depth}.eml", content, f"Level {depth}")
    intake = collector().take_bytes(content, "a.eml", NOTHING)
    seen = []
    while intake.attachments:
        seen.append(intake.document.title)
        (intake,) = intake.attachments
    assert seen == ["Level 5", "Level 4", "Level 3"]
    assert "too many e-mails inside e-mails" in " ".join(intake.remarks)


def test_a_pipe_or_a_device_is_refused_at_once_and_a_nameless_source_too(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "zeros.txt").symlink_to("/dev/zero")
    for source in (str(tmp_path / "pipe"), str(tmp_path / "zeros.txt")):
        with pytest.raises(Unreadable, match=f"{source}: a pipe or device.*standard input"):
            collector().take(source, NOTHING)
    with pytest.raises(BadInput, match="without a name"):
        collector().take("", NOTHING)


def test_a_folder_that_may_not_be_read_is_told_and_its_neighbours_are_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "locked").mkdir()
    (tmp_path / "open.txt").write_text(TEXT, encoding="utf-8")
    listed = os.scandir

    def scandir(place: str) -> Iterator[os.DirEntry[str]]:
        if str(place).endswith("locked"):
            raise PermissionError(13, "Permission denied", place)
        return listed(place)

    monkeypatch.setattr(os, "scandir", scandir)
    located = collector().locate([str(tmp_path)])
    assert [Path(path).name for path in located] == ["locked", "open.txt"]
    with pytest.raises(BadInput, match="locked"):
        collector().take(located[0], NOTHING)


def test_a_mail_that_holds_its_own_parent_again_ends():
    inner = mail_with("note.txt", TEXT.encode(), "Inner")
    outer = mail_with("a.eml", mail_with("b.eml", inner, "Middle"), "Outer")
    whole = mail_with("again.eml", outer, "Whole")
    intake = collector().take_bytes(whole, "a.eml", NOTHING)
    titles = []
    while intake.attachments:
        titles.append(intake.document.title)
        (intake,) = intake.attachments
    assert titles == ["Whole", "Outer", "Middle"]


@pytest.mark.parametrize(
    "text",
    ["(" * 500_000 + ")" * 500_000, "a moved " * 125_000, "x" * 1_000_000, "." * 1_000_000],
    ids=["brackets", "no stop", "no blank", "stops"],
)
def test_a_megabyte_on_one_line_is_cut_in_time_into_bounded_passages(text: str):
    began = time.monotonic()
    passages = collector().take_bytes(text.encode(), "line.txt", NOTHING).passages
    assert time.monotonic() - began < 5
    assert max(len(passage.text) for passage in passages) <= 1_500
    assert sum(len(passage.text.replace(" ", "")) for passage in passages) == len(
        text.replace(" ", "")
    )
