"""FollowTheMoney entities come in as claims of their publishers, their status kept."""

import json
from dataclasses import replace

import pytest

from sayso.errors import BadInput
from sayso.model.vocabulary import Factuality, Predicate, Realis
from sayso.views.exports.ftm import FtmExporter
from tests.collect.neighbours.build import read, sentences
from tests.fakes import TEN_SCRIPTS
from tests.views.kandor import case


def entity(key: str, schema: str, **properties: str) -> dict:
    told = {name: [value] for name, value in properties.items()}
    return {"id": key, "schema": schema, "properties": told}


def lines(*entities: dict) -> bytes:
    return "".join(json.dumps(e, ensure_ascii=False) + "\n" for e in entities).encode()


def test_an_interval_is_a_claim_of_its_publisher():
    told = lines(
        entity("a", "Person", name="Omid Tarzi"),
        entity("b", "Organization", name="Dast Movement"),
        entity("m", "Membership", member="a", organization="b", publisher="Kandor Panel"),
    )
    [found] = read("ftm", told)
    assert sentences(found) == [("Kandor Panel", "Omid Tarzi", "member_of", "CT+")]
    [claim] = found.extraction.claims
    assert "Omid Tarzi" in claim.content.of(found.intake.document.text)


@pytest.mark.parametrize("name", TEN_SCRIPTS)
def test_a_name_in_any_script_keeps_its_place(name: str):
    told = lines(
        entity("a", "Organization", name=name),
        entity("b", "Organization", name="Sorkh 🜂 Network"),
        entity("m", "UnknownLink", subject="a", object="b", role="has ties to"),
    )
    [found] = read("ftm", told)
    [first, _] = found.extraction.entities
    assert first.mentions[0].span.of(found.intake.document.text) == name


def test_what_a_role_says_is_kept_where_we_have_no_word_for_it():
    told = lines(
        entity("a", "Organization", name="A Front"),
        entity("b", "Organization", name="B Front"),
        entity("m", "UnknownLink", subject="a", object="b", role="owes grain to"),
    )
    [found] = read("ftm", told)
    assert sentences(found) == [("", "A Front", "other: owes grain to", "CT+")]
    assert found.unknown == {"owes grain to": 1}
    assert "owes grain to" in found.extraction.remarks[0]


def test_our_own_export_comes_back_without_one_allegation_made_plainer():
    [content] = FtmExporter().write(case()).values()
    [found] = read("ftm", content)
    factualities = {
        (kind, factuality) for _, subject, kind, factuality in sentences(found) if subject
    }
    assert ("supports: funds", "Uu") in factualities
    assert ("operates", "Uu") in factualities  # contested
    assert ("leads", "CT+") in factualities
    assert ("acquired", "PS+") in factualities
    assert "denied by: Zarnawa Front" in found.intake.document.text
    assert "Nobody of the Zarnawa Front is in Ghazni" in found.intake.document.text


def test_an_edge_to_nowhere_is_refused_with_its_line_and_its_words_stay():
    told = lines(entity("m", "Membership", member="x", organization="y", summary="odd words"))
    [found] = read("ftm", told)
    assert found.refused == (
        "their.file, line 1: its member or organization is not in the file: kept as words alone",
    )
    assert "odd words" in found.intake.document.text


def test_a_schema_that_we_do_not_know_is_kept_as_words():
    [found] = read("ftm", lines(entity("c", "Cryptofarm", name="Zar", note="new in 2031")))
    assert "Cryptofarm · name: Zar · note: new in 2031" in found.intake.document.text


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (lines(entity("a", "Person", name="O"))[:-20], "their.file, line 1, .*no JSON"),
        (b'{"id": 1}\n', "line 1: no FollowTheMoney entity"),
        (b"[" * 100_000, "nested too deep"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "XML is not taken in"),
        (b"PK\x03\x04slip", "an archive"),
        (b"\xff\xfe\x00", "no UTF-8"),
        (b" \n", "is empty"),
    ],
)
def test_what_is_truncated_or_hostile_is_refused_with_its_place(content: bytes, why: str):
    with pytest.raises(BadInput, match=why):
        read("ftm", content)


def test_what_is_intended_or_probable_says_so_on_the_edge_and_comes_back_so():
    known = case()
    leads = next(c for c in known.claims.values() if c.proposition.predicate is Predicate.LEADS)
    planned = replace(
        leads,
        factuality=Factuality.PROBABLE,
        proposition=replace(leads.proposition, realis=Realis.PROSPECTIVE),
    )
    changed = replace(known, claims={**known.claims, leads.id: planned})
    [content] = FtmExporter().write(changed).values()
    told = next(e for e in map(json.loads, content.splitlines()) if e["schema"] == "Directorship")
    assert told["properties"]["role"] == ["read as PR+: intended or foreseen: leads"]
    [found] = read("ftm", content)
    [back] = [c for c in found.extraction.claims if c.proposition.predicate is Predicate.LEADS]
    assert (back.factuality, back.proposition.realis) == (Factuality.PROBABLE, Realis.PROSPECTIVE)
