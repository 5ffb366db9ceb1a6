"""A footnote says whose words it has, and where: also where nobody speaks, as in a law."""

from sayso.model.briefs import Footnote
from sayso.views.publishing.sheet import note_pieces
from sayso.views.wording.texts import ENGLISH


def law() -> Footnote:
    return Footnote(
        number=1,
        claim=None,
        words="Changes take effect at once.",
        chain=(),
        document="Ordinance of Kandor (invented)",
        publisher=None,
        published=None,
        locator="article 1",
        address="https://law.example/1",
    )


def test_a_law_is_cited_by_its_place_and_address_and_by_no_speaker():
    words, whose = note_pieces(law(), ENGLISH)
    assert words == "“Changes take effect at once.”"
    assert whose == "Ordinance of Kandor (invented), article 1, https://law.example/1."
