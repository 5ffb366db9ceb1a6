"""A table with a mapping: a row is a claim, and every broken row says why it is none."""

import pytest

from sayso.errors import BadInput
from sayso.views.exports.csv import CsvExporter, guarded
from sayso.views.naming import chain_names
from tests.collect.neighbours.build import read, sentences
from tests.fakes import TEN_SCRIPTS
from tests.views.interchange.rich import cases, rich

MAPPING = b"""
[columns]
subject = "Who"
object = "Whom"
predicate = "Does what"
speaker = "Source"
factuality = "How sure"
place = "Where"
time = "When"

[constants]
subject_type = "ArmedGroup"

[predicates]
"belongs to" = "member_of"
"""
HEAD = "Who,Does what,Whom,Source,How sure,Where,When,Note\n"


def table(*rows: str, mapping: bytes = MAPPING):
    [found] = read("csv", (HEAD + "\n".join(rows)).encode(), mapping=(mapping, "map.toml"))
    return found


def test_a_row_is_a_claim_of_its_source_with_place_and_time():
    found = table("Zarnawa Front,belongs to,Dast Movement,Kandor Panel,PS+,Ghazni,2024-03,seen")
    assert sentences(found) == [("Kandor Panel", "Zarnawa Front", "member_of", "PS+")]
    [claim] = found.extraction.claims
    assert claim.proposition.place.text == "Ghazni"
    assert claim.proposition.time.edtf == "2024-03"
    assert "Note: seen" in found.intake.document.text


def test_a_word_that_is_no_predicate_of_ours_is_kept_and_told():
    found = table("Zarnawa Front,owes grain to,Dast Movement,,,,,")
    assert found.unknown == {"owes grain to": 1}
    assert sentences(found)[0][2] == "other: owes grain to"


@pytest.mark.parametrize("name", TEN_SCRIPTS)
def test_names_in_any_script_stand_at_their_place(name: str):
    found = table(f"{name},opposes,Dast Movement,,,,,")
    first = found.extraction.entities[0]
    assert first.mentions[0].span.of(found.intake.document.text) == name


def test_broken_rows_are_refused_with_their_line_and_the_others_stay():
    found = table("A,opposes,B,,,,,", ",opposes,B,,,,,", "C,opposes,D,,sure,,,")
    assert len(found.extraction.claims) == 1
    assert found.refused[0] == "their.file, line 3: no subject, or nothing said of it"
    assert found.refused[1].startswith("their.file, line 4: no factuality 'sure': one of CT+")


def test_the_guard_of_a_formula_is_taken_off_and_put_on_again():
    found = table("'=1+1 Front,opposes,B,,,,,")
    name = found.extraction.entities[0].name
    assert name == "=1+1 Front"
    assert guarded(name) == "'=1+1 Front"


@pytest.mark.parametrize(
    ("mapping", "why"),
    [
        (b"[columns]\nsubject = 'Who'\n", "does not say where the predicate stands"),
        (b"[columns]\nsubject = 'Who'\npredicate = 'Does what'\nmood = 'x'\n", "no slot 'mood'"),
        (b"[columns]\nsubject = 1\n", "holds texts alone"),
        (b"[columns", "no TOML"),
        (b"[columns]\nsubject = 'Nobody'\npredicate = 'Does what'\n", "no column `nobody`"),
    ],
)
def test_a_mapping_that_does_not_fit_says_why(mapping: bytes, why: str):
    with pytest.raises(BadInput, match=why):
        table("A,opposes,B,,,,,", mapping=mapping)


def test_a_table_needs_a_mapping():
    with pytest.raises(BadInput, match="needs --mapping"):
        read("csv", HEAD.encode())


def test_a_time_that_is_none_is_refused_with_its_line():
    told = mapped('time = "When"')
    rows = "Who,Does what,Whom,When\nZar,owes,Dast,2023-99\nZar,owes,Dast,2023-09\n"
    [found] = read("csv", rows.encode(), mapping=told)
    assert found.refused == (
        "their.file, line 2: no time '2023-99': write EDTF, as 2024-05-23, 2024-05 or 2021/..",
    )
    assert [c.proposition.time.edtf for c in found.extraction.claims] == ["2023-09"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le"])
def test_a_table_in_any_encoding_of_unicode_is_read_with_its_odd_line_ends(encoding: str):
    rows = "Who,Does what,Whom\r\nСовет\u2028Зарнавы,owes,扎尔纳瓦\r\n"
    [found] = read("csv", rows.encode(encoding), mapping=mapped())
    assert [e.name for e in found.extraction.entities] == ["Совет Зарнавы", "扎尔纳瓦"]


def mapped(further: str = "") -> tuple[bytes, str]:
    columns = f'[columns]\nsubject = "Who"\npredicate = "Does what"\nobject = "Whom"\n{further}\n'
    return columns.encode(), "m.toml"


def test_our_own_claims_come_back_from_their_table_with_all_their_speakers():
    claims = CsvExporter().write(rich(cases()))["claims.csv"]
    told = {"subject", "predicate", "kind", "object", "factuality", "place", "place_code", "words"}
    columns = "".join(f'{slot} = "{slot}"\n' for slot in sorted(told))
    mapping = f'[columns]\nspeaker = "speakers"\n{columns}'.encode(), "m.toml"
    [found] = read("csv", claims, mapping=mapping)
    assert found.refused == ()
    back = [
        ([node.name for node in c.source_chain[1:]], c.factuality, c.proposition.kind)
        for c in found.extraction.claims
    ]
    known = rich(cases())
    assert back == [
        ([*chain_names(known, c)], c.factuality, c.proposition.kind) for c in known.claims.values()
    ]
