"""Plain text in any encoding, character for character."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.collect.readers.plain import PlainReader, blocks_of
from sayso.errors import Unreadable
from sayso.ports import ReadText
from tests.collect.made import original

ARABIC = "قال المتحدث باسم الحركة إن التقرير دعاية لا أساس لها من الصحة وإن أحدا لا يوجد في البلاد"


def read(content: bytes, **headers: str) -> ReadText:
    return PlainReader().read(original(content, "wire.txt", **headers))


def paragraphs(text: str) -> list[str]:
    return [block.span.of(text) for block in blocks_of(text)]


@pytest.mark.parametrize(
    ("text", "written", "told"),
    [
        ("The group moved.\r\n\r\n It stayed.  \n", "utf-8", "utf-8"),
        ("Zero\u200bwidth, \u202bright to left\u202c, \u00a0 and \ufeff marks.", "utf-8", "utf-8"),
        (ARABIC, "utf-8-sig", "utf-8"),
        (ARABIC, "utf-16", "utf-16-le"),
        (ARABIC, "utf-32", "utf-32-le"),
        ("The group moved to Kunar.", "utf-16-be", "utf-16-be"),
        (ARABIC, "utf-16-le", "utf-16-le"),
        ("他说报告是宣传。\n该组织在阿富汗没有任何营地。\n", "utf-16-be", "utf-16-be"),
        ("タリバンは報告書を否定した。\n四百人がいると述べた。\n", "cp932", "cp932"),
        (ARABIC, "cp1256", "cp1256"),
        ("Le porte-parole a nié que le réseau ait été établi à Kaboul.", "latin-1", "cp1252"),
        ("“Nobody is there,” the spokesman’s office said.", "cp1252", "cp1252"),
        ("Rzecznik odrzucił raport, mówiąc że są to kłamstwa.", "cp1250", "cp1250"),
        ("Представитель движения отверг доклад и заявил, что никого нет.", "cp1251", "cp1251"),
        ("他说报告是宣传，没有根据。该组织在阿富汗没有任何营地。", "gb18030", "gb18030"),
    ],
)
def test_any_encoding_is_read_and_told(text: str, written: str, told: str):
    found = read(text.encode(written))
    assert (found.text, found.encoding) == (text, told)


def test_a_guessed_encoding_is_remarked_on():
    assert "read as cp1256" in read(ARABIC.encode("cp1256")).remarks[0]
    assert read(ARABIC.encode()).remarks == ()


def test_a_declared_encoding_is_believed_where_it_fits():
    text = "Говорит"
    found = read(text.encode("koi8-r"), content_type="text/plain; charset=koi8-r")
    assert (found.text, found.encoding) == (text, "koi8-r")
    assert read(text.encode(), content_type="text/plain; charset=nonsense").text == text


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"a \xed\xa0\xbd\xed\xb8\x80 b", "a 😀 b"),
        (b"lone \xed\xa0\x80 half", "lone \ufffd half"),
        ("سلام دنیا ".encode() * 5 + b"\xff", "سلام دنیا " * 5 + "\ufffd"),
        (b"\xff\xfea\0\0\xd8b\0", "a\ufffdb"),
    ],
)
def test_surrogates_never_come_through(content: bytes, text: str):
    found = read(content)
    assert found.text == text
    assert ("\ufffd" in text) == bool(found.remarks)
    found.text.encode("utf-8")


@pytest.mark.parametrize(
    "content",
    [
        bytes(range(256)) * 20,
        b"\x00\x01\x02text\x03\x04" * 50,
        b"\x80\x81\x8d\x8f\x90\x9d\xff" * 40,
        b"MZ" + b"\0" * 100 + b"\x12\x07" * 40,
    ],
)
def test_binary_is_refused_as_text(content: bytes):
    with pytest.raises(Unreadable, match=r"wire\.txt: looks binary"):
        read(content)


@settings(max_examples=100)
@given(st.text(min_size=1, max_size=200).filter(lambda text: text.isprintable()))
def test_utf8_is_kept_character_for_character(text: str):
    assert read(text.encode("utf-8-sig")).text == text


@settings(max_examples=60)
@given(st.binary(min_size=1, max_size=300))
def test_any_bytes_give_text_or_a_refusal(content: bytes):
    try:
        found = read(content)
    except Unreadable:
        return
    found.text.encode("utf-8")
    assert all(block.span.of(found.text).strip() for block in found.blocks)


def test_lines_wrapped_by_hand_are_one_paragraph():
    text = "The group\nmoved to\nKunar.\n\nIt\nstayed."
    assert paragraphs(text) == ["The group\nmoved to\nKunar.", "It\nstayed."]


def test_among_long_lines_each_is_a_paragraph():
    line = "The group moved to Kunar and stayed there, the report said, until it was found. " * 2
    assert len(paragraphs(f"A title\n{line}\n{line}\r\n{line}")) == 4


def test_a_title_right_above_its_text_stands_alone():
    text = (
        "Authority rejects report\n"
        "KABUL (Meridian Wire) - The Sarband Authority on Thursday rejected\n"
        "a report by the Panel."
    )
    assert paragraphs(text)[0] == "Authority rejects report"


def test_list_items_and_numbered_paragraphs_stand_alone():
    text = "1. The Team met:\n(a) in Kunar;\n(b) in Herat.\n2. It left\nsoon.\n• One\n• Two"
    assert paragraphs(text) == [
        "1. The Team met:",
        "(a) in Kunar;",
        "(b) in Herat.",
        "2. It left\nsoon.",
        "• One",
        "• Two",
    ]


def test_a_sentence_that_stray_line_breaks_tore_apart_is_one_paragraph():
    torn = "In Iraq, the U.S.-led\n\ncoalition\n\n, he said, moved."
    text = f"{torn}\n\nal-Qaran stayed\n\nal-Qaran left"
    assert paragraphs(text) == [torn, "al-Qaran stayed", "al-Qaran left"]


def test_page_breaks_and_all_kinds_of_line_ends_part_paragraphs():
    assert paragraphs("One.\fTwo.\r\n \r\nThree.\r\rFour.\u2029Five.") == [
        "One.",
        "Two.",
        "Three.",
        "Four.",
        "Five.",
    ]
