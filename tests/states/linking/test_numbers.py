"""Links by the numbers of papers and ships."""

from sayso.model.ids import EntryId
from sayso.states.assembling import by_reference
from sayso.states.linking.links import ExactLinks, Lists
from sayso.states.linking.numbers import links_by_number, number_key
from sayso.transposed import FORMS
from tests.states.build import eu, eu_party, histories, un, un_party

PASSPORT = (
    "<KIND_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT>"
    "<NUMBER>{}</NUMBER></KIND_DOCUMENT>"
)


def paper(number: str) -> str:
    return f'<identification identificationTypeCode="passport" number="{number}"/>'


def links(un_number: str, eu_number: str, name: str = "Zarmast TOLWAK") -> ExactLinks:
    un_held = histories(un("2026-02-27", un_party(more=PASSPORT.format(un_number))))
    party = eu_party(name=name, un_reference=None, inside=paper(eu_number))
    national = histories(eu("2024-05-13", party))
    return links_by_number(Lists(un=by_reference(un_held), national=national), FORMS)


def test_a_number_of_a_paper_ties_where_a_name_agrees():
    [link] = links("OB 0243-318", "ob0243318").links
    assert (link.reference, link.entry) == ("QDi.901", "eu:501")
    assert link.reasons == (
        "the number ob0243318 of a paper stands on both",
        "a name agrees: Zarmast Tolwak",
    )


def test_a_name_of_one_word_beside_a_number_is_asked_about():
    held = histories(un("2026-02-27", un_party(name="Tolwak", more=PASSPORT.format("OB0243318"))))
    party = eu_party(name="TOLWAK", un_reference=None, inside=paper("OB0243318"))
    lists = Lists(un=by_reference(held), national=histories(eu("2024-05-13", party)))
    [link] = links_by_number(lists, FORMS).links
    assert link.questions == ("beside the number a name of one word agrees alone: Tolwak",)
    [whole] = links("OB0243318", "OB0243318").links
    assert whole.questions == ()


def test_a_number_that_two_persons_share_is_a_question():
    found = links("OB 0243318", "OB0243318", "Sarband Noori")
    assert found.links == ()
    assert found.questions[EntryId("eu:501")] == (
        "the number OB0243318 of a paper stands on QDi.901 too, whose names differ",
    )


def test_short_numbers_and_words_tie_nothing():
    assert links("4711", "4711").links == ()
    assert number_key("unknown") is None
    assert number_key("№ 12-345-67") == "1234567"
    assert number_key("R00012098, South Sudan") == number_key("r 00012098 (issued 2010)")


def test_a_ship_is_tied_by_its_imo_number():
    ship = un_party("KPe.901", "Mirzan Star", regime="DPRK")
    ship = ship.replace("</ENTITY>", "<COMMENTS1>IMO number: 9000003.</COMMENTS1></ENTITY>")
    other = (
        '<sanctionEntity logicalId="601" euReferenceNumber="EU.601.1">'
        '<subjectType code="enterprise" classificationCode="E"/>'
        '<nameAlias wholeName="MIRZAN STAR" logicalId="1"/>'
        '<identification identificationTypeCode="imo" number="9000003"/></sanctionEntity>'
    )
    lists = Lists(
        un=by_reference(histories(un("2026-02-27", ship))),
        national=histories(eu("2024-05-13", other)),
    )
    [link] = links_by_number(lists, FORMS).links
    assert (link.reference, link.reasons[0]) == (
        "KPe.901",
        "the IMO number 9000003 stands on both",
    )
