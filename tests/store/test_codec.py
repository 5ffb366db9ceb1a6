"""Records are written and read back without loss, and what does not fit is refused by name."""

import json
from collections.abc import Callable, Mapping
from dataclasses import is_dataclass, replace
from datetime import UTC, datetime, timedelta, timezone
from types import UnionType
from typing import Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import BadInput, Ungrounded
from sayso.model.claims import NARRATED, Claim, Extraction, SourceNode
from sayso.model.documents import Description, Document, Erasure, Original, Passage
from sayso.model.findings import Judgement
from sayso.model.ids import Span
from sayso.model.lists import ListEntry, ListRelease
from sayso.model.matches import Listing
from sayso.model.vocabulary import Attribution, SourceKind
from sayso.store.codec import decode, encode
from tests.fakes import NOON, tiny_entry, tiny_extraction, tiny_intake, tiny_judgement

SENTENCE = Span(0, 900)

spans = st.tuples(st.integers(0, 400), st.integers(1, 400)).map(lambda p: Span(p[0], sum(p)))
finite = st.floats(allow_nan=False, allow_infinity=False)
KNOWN: Mapping[object, st.SearchStrategy] = {
    Span: spans,
    float: finite | st.integers(-(10**6), 10**6),
    datetime: st.datetimes(timezones=st.just(UTC)),
    bytes: st.binary(max_size=20),
    str: st.text(max_size=12),
}


def anything(hint: object) -> st.SearchStrategy:
    """Give values of a type, with every field filled or left out."""
    parts = get_args(hint)
    many: Mapping[object, Callable[[], st.SearchStrategy]] = {
        tuple: lambda: (
            st.lists(anything(parts[0]), max_size=2).map(tuple)
            if parts[-1] is Ellipsis
            else st.tuples(*map(anything, parts))
        ),
        Union: lambda: st.one_of(*map(anything, parts)),
        UnionType: lambda: st.one_of(*map(anything, parts)),
        Mapping: lambda: st.dictionaries(*map(anything, parts), max_size=2),
        None: lambda: filled(hint) if is_dataclass(hint) else st.from_type(hint),
    }
    plain = getattr(hint, "__supertype__", hint)
    return KNOWN[plain] if plain in KNOWN else many[get_origin(hint)]()


def filled(kind: type, **chosen: st.SearchStrategy) -> st.SearchStrategy:
    hints = {name: hint for name, hint in get_type_hints(kind).items() if name not in chosen}
    return st.builds(kind, **{name: anything(hint) for name, hint in hints.items()}, **chosen)


chains = st.lists(filled(SourceNode), max_size=3).map(lambda nodes: (*NARRATED, *nodes))
claims = filled(Claim, sentence=st.just(SENTENCE), source_chain=chains)
several = st.lists(claims, max_size=2).map(tuple)
KINDS = {
    Claim: claims,
    Extraction: filled(Extraction, claims=several, accounts=several),
    ListEntry: filled(ListEntry),
    ListRelease: filled(ListRelease, entries=st.just(())),
    tuple[Listing, ...]: anything(tuple[Listing, ...]),
    **{kind: filled(kind) for kind in (Document, Passage, Original)},
    **{kind: filled(kind) for kind in (Description, Erasure, Judgement)},
}


@pytest.mark.parametrize("kind", KINDS, ids=str)
@settings(max_examples=25)
@given(choice=st.data())
def test_every_kind_of_record_comes_back_as_it_was(kind: type, choice: st.DataObject):
    value = choice.draw(KINDS[kind])

    again = decode(kind, encode(kind, value))

    assert again == value
    assert encode(kind, again) == encode(kind, value)


def test_names_in_any_script_stand_in_the_file_as_they_are():
    entry = tiny_entry("QDe.901", "جبهه سربند", "Сарбанд", "सरबंद", "萨尔班德", "a\0b\u2028\u202e𐍈")

    written = encode(ListEntry, entry)

    assert "جبهه سربند" in written
    assert "萨尔班德" in written
    assert decode(ListEntry, written) == entry


def test_a_record_from_before_a_field_was_added_is_read_and_stays_as_it_is():
    entry = tiny_entry("QDe.901", "ZARNAWA COUNCIL")
    with_all_fields = json.loads(encode(ListEntry, entry)) | {"gender": None, "births": []}

    assert "craft" not in encode(ListEntry, entry)
    assert decode(ListEntry, json.dumps(with_all_fields)) == entry


def test_choices_come_back_as_members_and_a_list_as_a_tuple():
    claim = decode(Claim, encode(Claim, tiny_extraction(tiny_intake("It rains.")).claims[0]))

    assert claim.attribution is Attribution.NARRATOR
    assert claim.source_chain[0].kind is SourceKind.NARRATOR
    assert isinstance(claim.proposition.arguments, tuple)


def test_a_time_is_kept_in_utc_to_the_microsecond():
    kabul = timezone(timedelta(hours=4, minutes=30))
    judgement = replace(tiny_judgement(1), at=datetime(2026, 3, 1, 16, 30, 0, 7, tzinfo=kabul))

    again = decode(Judgement, encode(Judgement, judgement))

    assert again == judgement
    assert again.at.isoformat() == "2026-03-01T12:00:00.000007+00:00"


def test_a_time_without_a_zone_is_refused():
    with pytest.raises(BadInput, match=r"Judgement.*zone"):
        encode(Judgement, replace(tiny_judgement(1), at=NOON.replace(tzinfo=None)))


def test_a_number_that_is_none_is_refused():
    [claim] = tiny_extraction(tiny_intake("It rains.")).claims

    with pytest.raises(BadInput, match="Claim"):
        encode(Claim, replace(claim, confidence=float("nan")))


WRONG = {
    "a field is missing": ({"by": ...}, r"missing fields \['by'\]"),
    "a field is unknown": ({"colour": "red"}, r"unknown fields \['colour'\]"),
    "one is missing and one is unknown": ({"by": ..., "colour": "red"}, r"'by'.*'colour'"),
    "a number stands for words": ({"by": 7}, "Judgement.by: str expected, found 7"),
    "nothing stands for words": ({"by": None}, "Judgement.by: str expected"),
    "a time is none": ({"at": "noon"}, "Judgement.at: .*noon"),
    "a time is a number": ({"at": 12}, "Judgement.at: a time expected"),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_record_that_does_not_fit_is_refused_by_field(case: str):
    changes, told = WRONG[case]
    raw = json.loads(encode(Judgement, tiny_judgement(1))) | changes
    kept = {name: value for name, value in raw.items() if value is not ...}

    with pytest.raises(BadInput, match=told):
        decode(Judgement, json.dumps(kept))


@pytest.mark.parametrize(
    ("field", "wrong", "told"),
    [
        ("factuality", "certain", "Claim.factuality: Factuality has no value 'certain'"),
        ("factuality", ["CT+"], "Claim.factuality"),
        ("sentence", {"start": True, "end": 9}, "Claim.sentence: Span.start: int expected"),
        ("sentence", [0, 9], "Claim.sentence: Span: an object expected"),
        ("pieces", "abc", "Claim.pieces: a list expected"),
        ("direct_quote", 1, "Claim.direct_quote: bool expected"),
        ("confidence", "high", "Claim.confidence: float expected"),
    ],
)
def test_what_is_wrong_deep_inside_is_named_with_its_path(field: str, wrong: object, told: str):
    raw = json.loads(encode(Claim, tiny_extraction(tiny_intake("It rains.")).claims[0]))

    with pytest.raises(BadInput, match=told):
        decode(Claim, json.dumps(raw | {field: wrong}))


def test_a_kept_claim_whose_words_moved_out_of_its_sentence_is_refused():
    raw = json.loads(encode(Claim, tiny_extraction(tiny_intake("It rains.")).claims[0]))

    with pytest.raises(Ungrounded, match=raw["id"]):
        decode(Claim, json.dumps(raw | {"content": {"start": 0, "end": 99}}))


@pytest.mark.parametrize("text", ["", "{", "null", "[]", '"words"', '{"id": "j-1"}'])
def test_what_is_no_record_at_all_is_refused_with_the_next_step(text: str):
    with pytest.raises(BadInput, match=r"Judgement.*restore a backup"):
        decode(Judgement, text)


@pytest.mark.parametrize(
    ("kind", "text", "told"),
    [
        (tuple[tuple[str, str], ...], '[["a"]]', "shorter|longer"),
        (Mapping[str, str], "[]", "an object expected"),
        (bytes, '"§"', "ASCII|base64"),
        (bytes, "3", "base64 expected"),
    ],
)
def test_pairs_mappings_and_bytes_are_read_as_strictly(kind: type, text: str, told: str):
    with pytest.raises(BadInput, match=told):
        decode(kind, text)


def test_a_type_that_nobody_taught_it_is_a_bug_and_says_so():
    with pytest.raises(TypeError, match="frozenset"):
        encode(frozenset[str], frozenset())
