"""What INCEpTION exports becomes the same claims in each of its forms; nothing hostile is read."""

from pathlib import Path

import pytest

from sayso.errors import BadInput
from sayso.importing import form_of
from tests.collect.neighbours.build import read, sentences

DATA = Path(__file__).resolve().parents[2] / "data" / "inception"
XMI = (DATA / "story.xmi").read_bytes()
TSV = (DATA / "story.tsv").read_bytes()
TEXT = (
    "🜂 The Zarnawa Front runs a camp in Ghazni, گل رحیم said. He left.\n"
    "The Dast Movement denied it."
)


@pytest.mark.parametrize("content", [XMI, TSV], ids=["xmi", "tsv"])
def test_a_tie_between_two_spans_is_a_claim_of_the_speaker_in_its_sentence(content: bytes):
    assert form_of(content, "story") == "inception"
    [found] = read("inception", content)
    assert found.refused == ()
    assert found.intake.document.text == TEXT
    assert sentences(found) == [("گل رحیم", "Zarnawa Front", "operates", "PS+")]
    [claim] = found.extraction.claims
    assert claim.content.of(TEXT) == "Zarnawa Front runs a camp"


@pytest.mark.parametrize("content", [XMI, TSV], ids=["xmi", "tsv"])
def test_it_comes_on_the_document_that_is_named_whatever_space_stands_between(
    content: bytes, tmp_path: Path
):
    path = tmp_path / "story.txt"
    path.write_text(TEXT + "\n", encoding="utf-8")
    [found] = read("inception", content, text=str(path))
    assert found.intake.document.text == TEXT + "\n"
    assert len(found.extraction.claims) == 1


def test_grammar_is_not_what_anybody_said():
    assert b"nsubj" in XMI
    [found] = read("inception", XMI)
    assert len(found.extraction.claims) == 1
    assert found.refused == ()


def test_stacked_annotations_and_escapes_are_read():
    told = (
        "#FORMAT=WebAnno TSV 3.3\n"
        "#T_SP=webanno.custom.Party|value\n"
        "#T_RL=webanno.custom.Tie|label|BT_webanno.custom.Party\n\n\n"
        "#Text=Zarnawa owes Dast\n"
        "1-1\t0-7\tZarnawa\tArmedGroup[1]|Source[2]\t_\t_\t\n"
        "1-2\t8-12\towes\t_\t_\t_\t\n"
        "1-3\t13-17\tDast\tOrganisation\towes\\_grain\\|oil|guards\t1-1[1_0]|1-1[2_0]\t\n"
    )
    [found] = read("inception", told.encode())
    assert [one[2] for one in sentences(found)] == ["other: owes_grain|oil", "other: guards"]


BOMB = b"""<?xml version="1.0"?><!DOCTYPE xmi:XMI [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>
<xmi:XMI xmlns:xmi="http://www.omg.org/XMI"><a>&b;</a></xmi:XMI>"""
FILE = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><x>&f;</x>"""


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (BOMB, "declares a document type"),
        (FILE, "declares a document type"),
        (XMI[: len(XMI) // 2], "no XML"),
        (b"<html/>", "no UIMA CAS XMI"),
        (XMI.replace(b"sofaString", b"other"), "no text"),
        (XMI.replace(b"encoding='UTF-8'", b"encoding='klingon'"), "encoding"),
        (TSV.replace(b"3.3", b"2.0").replace(b"TSV 2", b"TSV 2"), "no JSON|no WebAnno TSV 3"),
        (TSV.replace(b"\tcamp\t", b"\tCamp\t"), "the sentence has other words"),
        (TSV.replace(b"15-20", b"15-99"), "the sentence has other words"),
        (TSV.replace(b"\t0-2\t", b"\t900000000-900000002\t"), "not that of its sentence"),
        (TSV[: TSV.rindex(b"2-1\t")], "a sentence without its tokens"),
        (TSV.replace(b"1-2\t", b"so what\t"), "neither a sentence nor a token"),
    ],
)
def test_what_is_hostile_truncated_or_of_another_version_is_refused(content: bytes, why: str):
    with pytest.raises(BadInput, match=why):
        read("inception", content)


@pytest.mark.parametrize(
    "content",
    [
        XMI.replace(b'begin="7" end="20"', b'begin="7" end="2000"'),
        XMI.replace(b'begin="7" end="20"', b'begin="-7" end="x"'),
        XMI.replace(b'Governor="29"', b'Governor="999"'),
        TSV.replace(b"1-3[1_2]", b"9-9[7_2]"),
    ],
)
def test_what_leads_nowhere_is_refused_with_its_place(content: bytes):
    [found] = read("inception", content)
    assert found.extraction.claims == ()
    assert all(line.startswith("their.file, ") for line in found.refused)
    assert "a region that it joins was refused or is not there" in found.refused[-1]
