"""What the commands print as JSON is what the contract says, key by key."""

import json
from datetime import UTC, datetime

import pytest

from sayso.match.index import ListIndex
from sayso.model.documents import Erasure
from sayso.model.findings import Knowledge
from sayso.model.ids import DocumentId, EntryId, ReleaseId
from sayso.model.lists import FieldChange, ListChange, ListedName, ListEntry, ListRelease
from sayso.model.matches import Candidate, Feature
from sayso.model.screenings import Alert, Screened, Subject
from sayso.model.vocabulary import LinkKind, ListChangeKind
from sayso.views import contract, why
from sayso.views.json import JsonObject, JsonValue
from sayso.views.screening.json import screened_json
from tests.views.build import NOON, NOTICE
from tests.views.kandor import case, press, report

SPAN = {"start", "end", "text"}
CLAIM = {
    "id",
    "sentence",
    "content",
    "source",
    "cue",
    "trigger",
    "predicate",
    "category",
    "arguments",
    "kind",
    "source_chain",
    "attribution",
    "factuality",
    "modality",
    "time",
    "place",
    "quantity",
    "realis",
    "confidence",
}


@pytest.fixture(scope="module")
def kandor() -> Knowledge:
    return case()


def plain(value: JsonObject) -> dict[str, JsonValue]:
    """Give what a reader of the printed JSON gets back."""
    return json.loads(json.dumps(value, ensure_ascii=False))


def test_an_extraction_has_exactly_the_keys_of_the_contract():
    got = plain(contract.extraction_json(press().record(), 0.4))
    assert set(got) == {
        "document",
        "entities",
        "claims",
        "links",
        "places",
        "times",
        "refused",
        "seconds",
    }
    assert set(got["document"]) == {"id", "title", "publisher", "published", "language", "text"}
    entity, claim = got["entities"][0], got["claims"][0]
    assert set(entity) == {"id", "type", "name", "aliases", "mentions", "listing"}
    assert set(entity["mentions"][0]) == {"start", "end", "text", "kind", "rule"}
    assert set(claim) == CLAIM
    assert set(claim["content"]) == {*SPAN, "pieces"}
    assert set(claim["place"]) == {"name", "code", "level", "text"}
    assert set(claim["quantity"]) == {"min", "max", "exact", "text"}
    place = {"start", "end", "text", "name", "code", "lat", "lon", "level", "country"}
    assert set(got["places"][0]) == place
    assert set(got["times"][0]) == {"start", "end", "text", "edtf", "timex"}
    assert got["refused"] == [{"reason": "no trigger", "count": 2}]
    assert got["seconds"] == 0.4


def test_ids_of_one_file_are_short_and_in_order_of_appearance():
    got = plain(contract.extraction_json(press().record(), 0.0))
    assert [e["id"] for e in got["entities"]] == [f"e{n}" for n in range(1, 8)]
    assert [c["id"] for c in got["claims"]] == ["c1", "c2", "c3", "c4"]
    assert got["claims"][0]["arguments"] == {"subject": "e1", "object": "e4"}
    assert got["links"] == [
        {
            "kind": "rejects_document",
            "a": "c2",
            "b": "e2",
            "reason": "the spokesman calls the report propaganda",
        }
    ]


def test_a_chain_begins_with_the_narrator_and_says_for_whom_the_last_one_speaks():
    got = plain(contract.extraction_json(press().record(), 0.0))
    assert got["claims"][2]["source_chain"] == [
        {"kind": "narrator"},
        {"kind": "entity", "entity": "e3", "name": "گل رحیم", "speaks_for": "e1"},
    ]
    assert got["claims"][0]["source_chain"][1] == {
        "kind": "document",
        "entity": "e2",
        "name": "A report by the Kandor Panel",
    }


def test_offsets_give_their_words_back_also_after_letters_of_another_script():
    got = plain(contract.extraction_json(press().record(), 0.0))
    text = got["document"]["text"]
    spans = [claim[part] for claim in got["claims"] for part in ("content", "cue", "trigger")]
    spans += [m for entity in got["entities"] for m in entity["mentions"]]
    spans += [*got["places"], *got["times"]]
    assert all(text[s["start"] : s["end"]] == s["text"] for s in spans if s is not None)
    assert got["claims"][2]["content"]["text"] == "Nobody of the Zarnawa Front is in Ghazni"


def test_a_listing_has_its_reasons_and_an_unlisted_entity_has_null():
    got = plain(contract.extraction_json(report().record(), 0.0))
    front, network = got["entities"][:2]
    assert front["listing"] is None
    assert network["listing"] == {
        "status": "listed",
        "list": "un",
        "reference": "QDe.999",
        "regime": None,
        "probability": 0.97,
        "reasons": ["the name agrees", "no date of birth to compare"],
    }


def test_findings_have_the_keys_of_the_contract_and_carry_their_replies(kandor: Knowledge):
    got = plain(contract.findings_json(kandor, kandor.findings.values()))
    first = got["findings"][0]
    assert set(first) >= {
        "id",
        "subject",
        "predicate",
        "object",
        "place",
        "time",
        "status",
        "roots",
        "positive_roots",
        "negative_roots",
        "reply",
        "replies",
        "claims",
        "explanation",
    }
    assert first["subject"] == {"id": "e-zarnawa-front", "name": "Zarnawa Front"}
    assert first["place"] == {"name": "Ghazni", "code": "AF-GHA"}
    assert (first["positive_roots"], first["negative_roots"]) == (1, 1)
    assert len(first["replies"]) == 2


def test_a_rejected_document_is_the_far_side_of_its_link(kandor: Knowledge):
    [link] = plain(contract.contradictions_json(kandor, kandor.links))["links"]
    assert link["kind"] == LinkKind.REJECTS_DOCUMENT
    assert link["b"]["document"]["name"] == "A report by the Kandor Panel"
    side = {"id", "document", "text", "start", "end", "predicate", "factuality", "source_chain"}
    assert set(link["a"]) == side


def test_a_claim_says_in_one_line_who_says_it(kandor: Knowledge):
    claim = next(c for c in kandor.claims.values() if c.factuality.stance == "-")
    got = plain(contract.claim_json(kandor, claim))
    assert set(got) >= CLAIM
    assert got["says"].startswith("گل رحیم (via The Kandor Post) says that it is not so: ")
    assert got["names"]["e-zarnawa-front"] == "Zarnawa Front"


def test_what_bears_a_notice_is_never_named_without_it(kandor: Knowledge):
    panel = next(iter(kandor.claims.values()))
    got = plain(contract.claims_json(kandor, [panel]))["claims"][0]
    assert got["document"]["notice"] == NOTICE
    documents = [record.document for record in kandor.records.values()]
    assert plain(contract.documents_json(documents))["documents"][0]["notice"] == NOTICE


def test_a_profile_has_ties_claims_and_denials(kandor: Knowledge):
    front = next(iter(kandor.entities.values()))
    got = plain(contract.entity_json(kandor, front))
    assert got["standing"] == "not listed"
    assert {tie["status"] for tie in got["ties"]} >= {"contested", "unclear", "asserted"}
    assert len(got["findings"]) == got["finding_count"] == 8
    speaker = next(e for e in kandor.entities.values() if e.name == "گل رحیم")
    assert len(plain(contract.entity_json(kandor, speaker))["denials"]) == 1


def test_entities_come_with_their_standing_and_the_number_of_their_findings(kandor: Knowledge):
    got = plain(contract.entities_json(kandor, kandor.entities.values()))["entities"]
    assert [e["finding_count"] for e in got[:2]] == [8, 1]
    assert got[1]["standing"] == "QDe.999"
    assert next(e for e in got if e["name"] == "Ghazni")["standing"] is None


def test_a_tie_never_leaves_without_status_and_roots(kandor: Knowledge):
    got = plain(contract.ties_json(kandor, kandor.ties))["ties"]
    assert all(tie["status"] and tie["roots"] for tie in got)
    assert got[0]["says"].startswith("contested: ")


def test_the_chain_of_evidence_is_whole_in_json(kandor: Knowledge):
    got = plain(contract.why_json(why.explain(kandor, "f-000000000001")))
    assert [root["stance"] for root in got["roots"]] == ["+", "-"]
    assert got["roots"][0]["evidence"][0]["words"].startswith("The Zarnawa Front runs up to eight")
    assert len(got["replies"]) == len(got["rejections"]) == 1


def candidate() -> Candidate:
    return Candidate(
        entry=EntryId("un:QDe.999"),
        authority="un",
        reference="QDe.999",
        release=ReleaseId("un@2026-02-27"),
        name="SORKH NETWORK",
        matched_name="شبکه سرخ",
        probability=0.97,
        features=(
            Feature(
                name="name_agreement",
                log_odds=4.1,
                query="Sorkh",
                entry="SORKH",
                note="the name agrees",
            ),
        ),
    )


def test_a_row_of_screening_is_as_the_contract_says():
    one = Screened(
        subject=Subject(key="7", name="Sorkh"), alerts=(Alert(candidate=candidate(), basis=()),)
    )
    row = plain(screened_json(one, ListIndex.build(()), 0.9))
    [result] = row["results"]
    assert result.pop("line").startswith("UN QDe.999 (un@2026-02-27) | 0.97 ")
    assert "nothing to disagree" in result.pop("says")
    assert result.pop("ground") == "name_only"
    assert row == {
        "qid": "7",
        "ms": 0.9,
        "results": [
            {
                "entry": "un:QDe.999",
                "list": "un",
                "reference": "QDe.999",
                "release": "2026-02-27",
                "name": "SORKH NETWORK",
                "matched_name": "شبکه سرخ",
                "probability": 0.97,
                "score": 0.97,
                "features": [
                    {
                        "name": "name_agreement",
                        "log_odds": 4.1,
                        "query": "Sorkh",
                        "entry": "SORKH",
                        "note": "the name agrees",
                    }
                ],
            }
        ],
    }


def release(published: str, *entries: ListEntry) -> ListRelease:
    return ListRelease(
        id=ReleaseId(f"un@{published}"),
        authority="un",
        published=published,
        document_id=DocumentId("sha256:00"),
        locator="un.xml",
        retrieved=NOON,
        entries=entries,
    )


ENTRY = ListEntry(
    id=EntryId("un:QDe.999"),
    authority="un",
    reference="QDe.999",
    schema="Organization",
    names=(ListedName(text="SORKH NETWORK", kind="primary"),),
)


def test_a_comparison_of_releases_is_as_the_contract_says():
    change = ListChange(
        reference="QDe.999",
        name="SORKH NETWORK",
        change=ListChangeKind.AMENDED_EDITORIAL,
        fields=(
            FieldChange(
                field="remarks", old="a", new=None, change=ListChangeKind.AMENDED_EDITORIAL
            ),
        ),
    )
    old, new = release("2025-04-19"), release("2026-02-27", ENTRY)
    assert plain(contract.list_diff_json(old, new, [change])) == {
        "old": {"authority": "un", "published": "2025-04-19", "entries": 0},
        "new": {"authority": "un", "published": "2026-02-27", "entries": 1},
        "changes": [
            {
                "reference": "QDe.999",
                "name": "SORKH NETWORK",
                "change": "amended_editorial",
                "fields": [
                    {"field": "remarks", "old": "a", "new": None, "change": "amended_editorial"}
                ],
            }
        ],
    }


def test_an_entry_that_left_the_list_is_null_in_its_history():
    steps = [(ReleaseId("un@2025-04-19"), ENTRY), (ReleaseId("un@2026-02-27"), None)]
    got = plain(contract.history_json("QDe.999", steps))
    assert [step["entry"] is None for step in got["releases"]] == [False, True]
    assert got["releases"][0]["entry"]["name"] == "SORKH NETWORK"


def test_of_an_erased_document_hash_date_and_reason_stay():
    at = datetime(2024, 6, 2, tzinfo=UTC)
    erasure = Erasure(document_id=DocumentId("sha256:ab"), reason="court order", by="A.", at=at)
    got = plain(contract.erasure_json(erasure))
    assert got == {
        "document": "sha256:ab",
        "reason": "court order",
        "by": "A.",
        "at": "2024-06-02T00:00:00+00:00",
    }


def test_a_new_release_says_how_many_entries_it_has():
    got = plain(contract.release_json(release("2026-02-27", ENTRY), is_new=True))
    assert (got["entries"], got["status"]) == (1, "added")
