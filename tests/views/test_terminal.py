"""Longer texts for a terminal: a marked document, a profile."""

from dataclasses import replace

from sayso.views.shapes.evidence import entity_json
from sayso.views.terminal import marked_text, other_side, profile_text
from tests.views.build import NOTICE
from tests.views.kandor import case, hearsay, press, report


def test_marks_stand_where_the_words_of_a_claim_end():
    text = marked_text(press().record())
    assert '"Nobody of the Zarnawa Front is in Ghazni[3]," he said.' in text
    assert "[3] گل رحیم (via The Kandor Post) says that it is not so: " in text


def test_claims_that_end_at_one_place_are_marked_in_their_order():
    assert "Ghazni, Logar and Parwan[2][3][4]." in marked_text(report().record())


def test_an_invented_document_says_so_before_its_text():
    text = marked_text(report().record())
    assert text.index(NOTICE) < text.index("The Zarnawa Front has ties")


def test_what_was_refused_and_not_read_is_shown():
    text = marked_text(hearsay().record())
    assert "refused: 2 × no trigger" in text
    assert "language 'fa': stored and searchable, not read for claims" in text


def test_only_named_parties_are_given_a_standing():
    text = marked_text(hearsay().record())
    assert "Person: Omid Tarzi (not listed)" in text
    assert "Person: a former official" not in text


def test_a_profile_shows_replies_beside_what_is_alleged():
    kandor = case()
    front = next(iter(kandor.entities.values()))
    lines = profile_text(kandor, front).splitlines()
    alleged = next(n for n, line in enumerate(lines) if "contested: " in line)
    assert lines[alleged + 1 : alleged + 3] == [
        "      Replies:",
        "      گل رحیم (via The Kandor Post): “Nobody of the Zarnawa Front is in Ghazni”",
    ]


def test_the_profile_of_a_speaker_shows_denials_apart():
    kandor = case()
    speaker = next(e for e in kandor.entities.values() if e.name == "گل رحیم")
    text = profile_text(kandor, speaker)
    assert text.index("\nDenies\n") < text.index("\nSays\n")


def test_the_far_side_of_a_rejection_is_the_document():
    kandor = case()
    assert other_side(kandor, kandor.links[0]) == "the document: A report by the Kandor Panel"


def test_a_profile_has_what_those_say_who_speak_for_a_party():
    kandor = case()
    front = next(e for e in kandor.entities.values() if e.name == "Zarnawa Front")
    text = profile_text(kandor, front)
    assert text.index("\nDenies\n") < text.index("\nSays\n")
    assert len(entity_json(kandor, front)["denials"]) == 1


def test_a_profile_has_what_a_body_says_in_its_own_documents():
    kandor = case()
    front = next(e for e in kandor.entities.values() if e.name == "Zarnawa Front")
    body = replace(front, id="e-panel", names=("Kandor Panel",), members=(), reasons=())
    assert "Kandor Panel: Zarnawa Front operates" in profile_text(kandor, body)
