"""Word documents."""

import io
import tracemalloc
import zipfile

import docx
import pytest

from sayso.collect.limits import Limits
from sayso.collect.readers import docx as docx_reader
from sayso.collect.readers.docx import DocxReader
from sayso.errors import Unreadable
from sayso.ports import ReadText
from tests.collect.made import original, packed

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = b"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml"
ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
</Types>"""
RELS = b"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Target="word/document.xml" Type=
"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>
</Relationships>"""
NOTES_RELS = b"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Target="footnotes.xml" Type=
"http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"/>
</Relationships>"""


def read(content: bytes, limits: Limits | None = None) -> ReadText:
    return DocxReader(limits).read(original(content, "report.docx"))


def of_body(body: str, more: dict[str, bytes] | None = None, prolog: str = "") -> bytes:
    document = f"{prolog}<w:document {W}><w:body>{body}</w:body></w:document>".encode()
    package = {"[Content_Types].xml": TYPES, "_rels/.rels": RELS, "word/document.xml": document}
    return packed(package | (more or {}))


def para(words: str) -> str:
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def words(found: ReadText) -> list[tuple[str, str]]:
    return [(block.kind.value, block.span.of(found.text)) for block in found.blocks]


def test_headings_paragraphs_and_tables_come_in_order():
    document = docx.Document()
    document.core_properties.title = ""
    document.add_heading("Seventh report", 0)
    document.add_heading("Finances", 1)
    document.add_paragraph("The network is paid. هیڅوک نشته.")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Idris Wardak", "spokesman"
    document.add_paragraph("")
    document.add_paragraph("It moved.")
    file = io.BytesIO()
    document.save(file)
    found = read(file.getvalue())
    assert words(found) == [
        ("heading", "Seventh report"),
        ("heading", "Finances"),
        ("sentence", "The network is paid. هیڅوک نشته."),
        ("sentence", "Idris Wardak"),
        ("sentence", "spokesman"),
        ("sentence", "It moved."),
    ]
    assert found.title == "Seventh report"


def test_the_stated_title_wins():
    document = docx.Document()
    document.core_properties.title = "Seventh report of the Panel"
    document.add_paragraph("The network is paid.")
    file = io.BytesIO()
    document.save(file)
    assert read(file.getvalue()).title == "Seventh report of the Panel"


def test_tracked_changes_are_read_as_they_now_stand():
    found = read(
        of_body(
            "<w:p><w:r><w:t>The group</w:t></w:r>"
            "<w:ins><w:r><w:t> never</w:t></w:r></w:ins>"
            "<w:del><w:r><w:delText> often</w:delText></w:r></w:del>"
            "<w:moveFrom><w:r><w:t> here</w:t></w:r></w:moveFrom>"
            "<w:hyperlink><w:r><w:t> paid</w:t></w:r></w:hyperlink>"
            "<w:r><w:tab/><w:t>Wardak</w:t><w:br/><w:t>Harakat</w:t><w:noBreakHyphen/><w:t>e</w:t></w:r>"
            "</w:p>"
        )
    )
    assert found.text == "The group never paid\tWardak\nHarakat-e"


def test_text_boxes_are_read_once():
    box = f"<w:txbxContent>{para('In a box.')}</w:txbxContent>"
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    found = read(
        of_body(
            f'<w:p><w:r><w:t>Outside.</w:t><mc:AlternateContent xmlns:mc="{mc}"><mc:Choice>{box}'
            f"</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
        )
    )
    assert found.text == "Outside.\n\nIn a box."


def test_footnotes_stand_after_the_text():
    notes = (
        f'<w:footnotes {W}><w:footnote w:type="separator">{para("line")}</w:footnote>'
        f"<w:footnote>{para('See S/2024/499.')}</w:footnote></w:footnotes>"
    )
    types = TYPES.replace(
        b"</Types>",
        b'<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-'
        b'officedocument.wordprocessingml.footnotes+xml"/></Types>',
    )
    more = {
        "[Content_Types].xml": types,
        "word/footnotes.xml": notes.encode(),
        "word/_rels/document.xml.rels": NOTES_RELS,
    }
    found = read(of_body(para("The Team met."), more))
    assert words(found) == [("sentence", "The Team met."), ("footnote", "See S/2024/499.")]


def test_entities_are_refused():
    bomb = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10))
    for prolog in (
        f'<!DOCTYPE x [<!ENTITY a0 "ha">{bomb}]>',
        '<!DOCTYPE x [<!ENTITY a9 SYSTEM "file:///etc/passwd">]>',
    ):
        with pytest.raises(Unreadable, match=r"word/document\.xml: declares entities"):
            read(of_body(para("&a9;"), prolog=prolog))


def test_entities_in_disguise_are_refused():
    document = f'<!DOCTYPE x [<!ENTITY a "ha">]><w:document {W}/>'.encode("utf-16")
    with pytest.raises(Unreadable, match="declares entities"):
        read(of_body("", {"word/document.xml": document}))


@pytest.mark.parametrize(
    "bomb",
    [{"word/media/a.bin": b"\0" * 30_000_000}, {f"x{i}": b"" for i in range(10_001)}],
    ids=["large", "many"],
)
def test_a_zip_bomb_is_refused_before_it_unpacks(bomb: dict[str, bytes]):
    with pytest.raises(Unreadable, match=r"report\.docx: .* bytes that unpack to"):
        read(of_body(para("The Team met."), bomb))


def test_a_part_that_lies_about_its_size_is_refused():
    content = bytearray(of_body(para("The Team met."), {"a.bin": b"\0" * 900_000}))
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        size = package.getinfo("a.bin").file_size.to_bytes(4, "little")
    content[:] = content.replace(size, (10).to_bytes(4, "little"))
    with pytest.raises(Unreadable, match="truncated or damaged"):
        read(bytes(content))


def test_a_truncated_document_is_refused_by_name():
    content = of_body(para("The Team met."))
    for length in (len(content) // 2, len(content) - 30):
        with pytest.raises(Unreadable, match=r"report\.docx: truncated or damaged"):
            read(content[:length])


def test_an_encrypted_part_is_refused():
    content = of_body(para("The Team met."))
    locked = content.replace(
        b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00"
    )
    assert locked != content
    with pytest.raises(Unreadable, match="is encrypted: remove the password"):
        read(locked)


@pytest.mark.parametrize(
    "members",
    [
        {"word/document.xml": b"<x/>"},
        {"[Content_Types].xml": TYPES, "_rels/.rels": RELS, "word/document.xml": b"<broken"},
        {"[Content_Types].xml": TYPES, "_rels/.rels": RELS, "word/document.xml": b"<other/>"},
    ],
)
def test_an_archive_of_something_else_is_refused(members: dict[str, bytes]):
    with pytest.raises(Unreadable, match="not a sound Word document"):
        read(packed(members))


def test_markup_nested_without_end_is_read_or_refused():
    body = "<w:sdt>" * 100_000 + para("The Team met.") + "</w:sdt>" * 100_000
    with pytest.raises(Unreadable, match="not a sound Word document"):
        read(of_body(body), Limits(max_ratio=10_000))
    body = "<w:sdt>" * 200 + para("The Team met.") + "</w:sdt>" * 200
    assert read(of_body(body)).text == "The Team met."


def test_a_part_that_hides_its_size_is_not_unpacked():
    content = bytearray(of_body(para("The Team met."), {"a.xml": b"<" * 60_000_000}))
    at = content.rindex(b"PK\x01\x02") + 24  # of a.xml, where the directory states its size
    content[at : at + 4] = (10).to_bytes(4, "little")
    tracemalloc.start()
    with pytest.raises(Unreadable, match="truncated or damaged"):
        read(bytes(content))
    assert tracemalloc.get_traced_memory()[1] < 10_000_000
    tracemalloc.stop()


def test_entities_are_refused_in_a_part_of_any_name():
    document = f'<!DOCTYPE x [<!ENTITY a "ha">]><w:document {W}/>'.encode()
    with pytest.raises(Unreadable, match=r"word/styles\.bin: declares entities"):
        read(of_body(para("The Team met."), {"word/styles.bin": document}))


def test_more_tags_than_any_report_has_are_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(docx_reader, "_MAX_TAGS", 500)
    with pytest.raises(Unreadable, match=r"tags and attributes; save it again"):
        read(of_body("<w:p/>" * 500))
    assert read(of_body(para("The Team met."))).text == "The Team met."
