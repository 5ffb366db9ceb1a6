"""PDFs, page by page."""

import stat
import time
import zlib
from pathlib import Path

import pytest

from sayso.collect.limits import Limits
from sayso.collect.passages import cut
from sayso.collect.readers import pdf as pdf_reader
from sayso.collect.readers.ocr import Recogniser, installed_recogniser
from sayso.collect.readers.pdf import PdfReader
from sayso.errors import Unreadable
from sayso.model.vocabulary import PassageKind
from sayso.ports import ReadText
from tests.collect.made import PdfLine, original, pdf, pdf_of_streams


def read(
    content: bytes, recogniser: Recogniser | None = None, limits: Limits | None = None
) -> ReadText:
    return PdfReader(limits, lambda: recogniser).read(original(content, "report.pdf"))


def blocks(found: ReadText) -> list[tuple[int | None, str, str]]:
    return [(block.page, block.kind.value, block.span.of(found.text)) for block in found.blocks]


def body(*lines: str, top: float = 650) -> list[PdfLine]:
    return [(72, top - 14 * row, 12, "F1", line) for row, line in enumerate(lines)]


def page(number: int, *lines: PdfLine) -> list[PdfLine]:
    """Put a running title above the lines and a page number below, as reports have them."""
    title = (72.0, 750.0, 9.0, "F1", "PRSO/2024/7")
    return [title, *lines, (300.0, 40.0, 9.0, "F1", f"{number}/3")]


def test_paragraphs_headings_notes_and_furniture_are_told_apart():
    found = read(
        pdf(
            [
                page(
                    1,
                    (72, 690, 18, "F1", "Seventh report"),
                    (72, 670, 12, "F2", "Finances of the network"),
                    *body("12. The network is paid by the authority in Kunar.1 It", "denies that."),
                    *body("13. The Team met.", top=600),
                    (72, 90, 8, "F1", "1 See S/2024/499, para. 12, on"),
                    (72, 80, 8, "F1", "the camps and their annex"),
                    (72, 70, 8, "F1", "2 Ibid."),
                ),
                page(2, *body("It left again."), (72, 70, 8, "F1", "3 Ibid.")),
            ]
        )
    )
    assert blocks(found) == [
        (1, "heading", "Seventh report"),
        (1, "heading", "Finances of the network"),
        (1, "sentence", "12. The network is paid by the authority in Kunar.1 It\ndenies that."),
        (1, "sentence", "13. The Team met."),
        (1, "footnote", "1 See S/2024/499, para. 12, on\nthe camps and their annex"),
        (1, "footnote", "2 Ibid."),
        (1, "furniture", "PRSO/2024/7"),
        (1, "furniture", "1/3"),
        (2, "sentence", "It left again."),
        (2, "footnote", "3 Ibid."),
        (2, "furniture", "PRSO/2024/7"),
        (2, "furniture", "2/3"),
    ]
    assert found.title == "Seventh report"
    passages = cut(original(b"").id, found.text, found.blocks)
    said = [(p.locator, p.text) for p in passages if p.kind is PassageKind.SENTENCE]
    assert said == [
        ("p. 1, para. 12", "The network is paid by the authority in Kunar.1"),
        ("p. 1, para. 12", "It\ndenies that."),
        ("p. 1, para. 13", "The Team met."),
        ("p. 2, para. 13 (cont.)", "It left again."),
    ]


def test_a_sentence_that_runs_over_the_page_stays_whole():
    found = read(
        pdf(
            [
                page(
                    1,
                    *body("The network moved from Kunar to the"),
                    (72, 90, 8, "F1", "1 See above."),
                ),
                page(2, *body("province of Herat.", "It stayed.")),
            ]
        )
    )
    first = blocks(found)[0]
    assert first == (
        1,
        "sentence",
        "The network moved from Kunar to the\nprovince of Herat.\nIt stayed.",
    )


def test_hyphens_stay_as_the_page_has_them():
    found = read(pdf([body("He is in contact with Harakat-e-", "Safid Koh in Kunar.")]))
    assert "".join(found.text.split()).startswith("HeisincontactwithHarakat-e-SafidKoh")


def test_the_title_that_the_file_states_wins_unless_a_program_wrote_it():
    pages = [[(72, 700, 20, "F1", "Seventh report"), *body("The Team met.", "It left.")]]
    assert read(pdf(pages, title="Report of the Panel")).title == "Report of the Panel"
    assert read(pdf(pages, title="Microsoft Word - N24.docx")).title == "Seventh report"


def test_the_date_of_a_united_nations_document_is_taken():
    found = read(
        pdf([body("United Nations", "Distr.: General", "8 July 2024", "Original: English")])
    )
    assert found.published == "2024-07-08"
    assert read(pdf([body("The Team met on 8 July 2024.")])).published is None


def test_contents_lists_are_furniture():
    found = read(pdf([body("Finances . . . . . . . . . . 12", "The Team met.")]))
    assert [block[1] for block in blocks(found)] == ["sentence", "furniture"]


def test_a_truncated_pdf_is_refused_by_name():
    content = pdf([body("The Team met.")])
    for length in (20, len(content) // 2, len(content) - 10):
        with pytest.raises(Unreadable, match=r"report\.pdf is truncated"):
            read(content[:length])


def test_an_encrypted_pdf_is_refused_with_what_to_do():
    with pytest.raises(Unreadable, match=r"report\.pdf is encrypted: remove the password"):
        read(pdf([body("The Team met.")], encrypt=True))


@pytest.mark.parametrize(
    "content", [b"%PDF-1.7\nnothing\n%%EOF", b"%PDF-1.4\n" + b"\xff" * 5_000 + b"%%EOF"]
)
def test_a_damaged_pdf_is_refused(content: bytes):
    with pytest.raises(Unreadable, match=r"report\.pdf: a damaged PDF"):
        read(content)


def test_five_hundred_pages_are_read_in_time_and_in_order():
    pages = [
        page(n, *body(*(f"Line {row} of page {n} says that the group moved." for row in range(30))))
        for n in range(1, 501)
    ]
    content = pdf(pages)
    began = time.process_time()
    found = read(content)
    assert time.process_time() - began < 20
    assert [block.page for block in found.blocks] == sorted(
        block.page or 0 for block in found.blocks
    )
    assert "Line 29 of page 500" in found.text


def test_more_pages_than_the_limit_are_refused():
    with pytest.raises(Unreadable, match="3 pages; at most 2"):
        read(pdf([body("The Team met.")] * 3), limits=Limits(max_pages=2))


PICTURE = b"0.5 g 100 100 300 300 re f"


def test_pages_without_a_text_layer_say_what_to_install():
    with pytest.raises(Unreadable, match=r"report\.pdf: pages 1, 2: no text layer: install"):
        read(pdf_of_streams([PICTURE, PICTURE]))


def test_a_picture_among_pages_is_remarked_on():
    found = read(pdf_of_streams([b"BT /F1 12 Tf 72 700 Td (The Team met.) Tj ET", PICTURE, b""]))
    assert found.text == "The Team met."
    assert found.remarks == (
        "page 2: no text layer: install tesseract-ocr to have such pages read",
    )


def test_pictures_are_given_to_tesseract_and_its_words_are_marked():
    seen: list[bytes] = []

    def recognise(picture: bytes) -> str:
        seen.append(picture)
        return "The Team met.\n\nIt left."

    found = read(pdf_of_streams([PICTURE]), recognise)
    head, _, dots = seen[0].partition(b"\n")
    width, height = (int(size) for size in head.split()[1:3])
    assert head.startswith(b"P5 ")
    assert head.endswith(b" 255")
    assert (width // 10, height // 10) == (255, 330)
    assert len(dots) == width * height
    assert {128, 255} >= set(dots[::1_001]) > {255}
    assert blocks(found) == [(1, "sentence", "The Team met."), (1, "sentence", "It left.")]
    assert "recognised from the picture" in found.remarks[0]


def test_of_many_pictures_the_first_pages_are_named():
    with pytest.raises(Unreadable, match=r"pages 1, 2, 3, 4, 5, 6, 7, 8 … \(20 in all\): no text"):
        read(pdf_of_streams([PICTURE] * 20))


def test_a_giant_page_is_drawn_coarser():
    seen: list[int] = []

    def recognise(picture: bytes) -> str:
        seen.append(len(picture))
        return "The Team met."

    content = pdf_of_streams([PICTURE]).replace(b"[0 0 612 792]", b"[0 0 9000 9000]")
    read(content, recognise)
    assert 40_000_000 < seen[0] < 60_000_000


def test_a_page_that_tesseract_fails_on_is_remarked_on():
    def fail(picture: bytes) -> str:
        raise Unreadable(f"tesseract failed on {len(picture)} bytes")

    with pytest.raises(Unreadable, match="page 1: no text layer: tesseract failed"):
        read(pdf_of_streams([PICTURE]), fail)


def program(folder: Path, script: str) -> None:
    path = folder / "tesseract"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


def test_tesseract_is_found_on_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    program(tmp_path, 'cat >/dev/null; echo "$OMP_THREAD_LIMIT $1 $2"')
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    recognise = installed_recogniser()
    assert recognise is not None
    assert recognise(b"P5 1 1 255\nx") == "1 stdin stdout\n"
    program(tmp_path, "exit 3")
    with pytest.raises(Unreadable, match="tesseract failed"):
        recognise(b"P5 1 1 255\nx")


def test_without_tesseract_nothing_is_recognised(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert installed_recogniser() is None


def test_an_empty_page_is_passed_over():
    with pytest.raises(Unreadable, match=r"report\.pdf: no text"):
        read(pdf_of_streams([b"", b""]))


def test_the_same_bytes_give_the_same_text():
    content = pdf([page(1, *body("The Team met.", "It left."))])
    assert read(content) == read(content)


def test_a_pdf_reads_the_same_in_a_process_of_its_own():
    content = pdf([page(1, *body("The Team met in Kaboul’s café."))], title="Seventh report")
    here = read(content)
    assert PdfReader().read(original(content, "report.pdf")) == here
    assert here.blocks


def test_a_refusal_comes_back_from_the_process_that_reads():
    with pytest.raises(Unreadable, match=r"wire\.pdf is encrypted: remove the password"):
        PdfReader().read(original(pdf([body("x")], encrypt=True), "wire.pdf"))


def test_a_pdf_that_swells_takes_its_reader_down_and_not_the_batch(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(pdf_reader, "_MEMORY_BYTES", 300_000_000)
    bomb = zlib.compress(b" " * 300_000_000, 1)
    content = pdf_of_streams([bomb]).replace(b"/Length ", b"/Filter /FlateDecode /Length ")
    with pytest.raises(Unreadable, match=r"bomb\.pdf: broke its reader, or takes more than 300"):
        PdfReader().read(original(content, "bomb.pdf"))


def test_more_characters_than_a_page_or_a_document_holds_are_refused(
    monkeypatch: pytest.MonkeyPatch,
):
    two = pdf([body("The Team met."), body("It left again.")])
    with pytest.raises(Unreadable, match=r"report\.pdf, page 2: 14 characters on the page"):
        read(two, limits=Limits(max_text=20))
    monkeypatch.setattr(pdf_reader, "_MAX_ON_PAGE", 10)
    with pytest.raises(Unreadable, match="page 1: 13 characters on the page; at most 10"):
        read(two)


def test_zeros_after_the_end_are_no_truncation():
    content = pdf([body("The Team met.")]) + b"\0" * 10_000
    assert read(content).text == "The Team met."
