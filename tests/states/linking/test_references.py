"""Links by UN references as national lists write them."""

from collections.abc import Sequence

import pytest

from sayso.model.ids import EntryId
from sayso.model.oversight import LinkKind
from sayso.states.assembling import by_reference
from sayso.states.linking.links import ExactLinks, Lists
from sayso.states.linking.references import links_by_reference
from sayso.transposed import FORMS
from tests.states.build import eu, eu_party, histories, un, un_party

UN = [
    un_party("QDi.901", "Zarmast Tolwak", "2020-03-08"),
    un_party("QDi.902", "Sarband Noori", "2020-03-08"),
    un_party("TAi.903", "Khalid Ostan", "2019-01-02", regime="Taliban"),
]


def links(*parties: str, un_parties: Sequence[str] = UN) -> ExactLinks:
    un_held = histories(un("2026-02-27", *un_parties))
    lists = Lists(un=by_reference(un_held), national=histories(eu("2024-05-13", *parties)))
    return links_by_reference(lists, FORMS)


def pairs(found: ExactLinks) -> list[tuple[str, str]]:
    return [(link.reference, link.entry) for link in found.links]


@pytest.mark.parametrize("reference", ["QDi.901", " QDi.901", "QDi. 901\n"])
def test_a_reference_ties_where_name_or_day_agree_and_white_space_counts_for_nothing(
    reference: str,
):
    found = links(eu_party("501", "TOLWAK  Zarmast", reference, "2020-03-08"))
    [link] = found.links
    assert (link.reference, link.entry, link.kind) == ("QDi.901", "eu:501", LinkKind.EXACT)
    assert link.reasons[1:] == (
        "a name agrees: Zarmast Tolwak",
        "the day of listing agrees: 2020-03-08",
    )
    assert link.questions == ()
    assert not found.questions


def test_either_agreement_is_enough_where_the_reference_stands_once():
    assert pairs(links(eu_party("501", "Zarmast Tolvak", "QDi.901", "1999-01-01"))) == [
        ("QDi.901", "eu:501")
    ]
    assert pairs(links(eu_party("501", "Somebody Else", "QDi.901", "2020-03-08"))) == [
        ("QDi.901", "eu:501")
    ]


def test_a_reference_alone_is_no_proof_but_a_question():
    found = links(eu_party("501", "Somebody Else", "QDi.901", "1999-01-01"))
    assert found.links == ()
    assert found.questions == {
        EntryId("eu:501"): (
            "reference QDi.901 stands on it, and is that of Zarmast Tolwak, whose names differ",
        )
    }


def test_a_reference_that_stands_on_two_persons_ties_the_one_whose_name_agrees():
    found = links(
        eu_party("501", "Zarmast Tolwak", "QDi.901", "2020-03-08"),
        eu_party("502", "Sarband Noori", "QDi.901", "2020-03-08"),
    )
    doubled = "reference QDi.901 stands on 2 entries: eu:501, eu:502"
    assert pairs(found) == [("QDi.901", "eu:501")]
    assert found.links[0].questions == (doubled,)
    assert found.questions[EntryId("eu:502")][-1] == doubled


@pytest.mark.parametrize("reference", ["QDi.90", "QDi.91", "qdi.901", "QDi901", "QDi.0901", "901"])
def test_a_reference_that_is_cut_short_or_unpadded_is_never_completed(reference: str):
    found = links(eu_party("501", "Zarmast Tolwak", reference, "2020-03-08"))
    assert found.links == ()
    [question] = found.questions[EntryId("eu:501")]
    assert "is no reference as the UN writes them; it is not completed here" in question


def test_another_regimes_prefix_is_asked_about_and_names_whose_number_it_may_be():
    found = links(eu_party("501", "Khalid Ostan", "QDi.903", "2019-01-02"))
    assert found.links == ()
    [question] = found.questions[EntryId("eu:501")]
    assert question == (
        "no release of the UN list that is held has the reference QDi.903; "
        "a name agrees with TAi.903, of another regime"
    )


def test_another_regimes_prefix_is_asked_about_where_that_number_is_somebodys_too():
    listed = [*UN, un_party("QDi.903", "Helmand Zaheer", "2018-02-03")]
    found = links(eu_party("501", "Khalid Ostan", "QDi.903", "2019-01-02"), un_parties=listed)
    assert found.links == ()
    [question] = found.questions[EntryId("eu:501")]
    assert question == (
        "reference QDi.903 stands on it, and is that of Helmand Zaheer, whose names differ; "
        "a name agrees with TAi.903, of another regime"
    )


def test_a_remark_with_the_uns_date_is_a_check_of_the_link():
    remark = "<remark>UNLI-08.03.2020</remark>"
    other = "<remark>Date of designation referred to in Article 7e(e): 9.3.2020</remark>"
    [right] = links(eu_party(inside=remark)).links
    article = "Date of designation referred to in Article 2a (4) (b): 8.3.2020."
    [older] = links(eu_party(inside=f"<remark>{article}</remark>")).links
    [wrong] = links(eu_party(inside=other)).links
    assert right.reasons[-1] == older.reasons[-1] == "it states the UN's date: 2020-03-08"
    assert wrong.questions == (
        "it states 2020-03-09 as the UN's date; the UN's list has 2020-03-08",
    )


def test_what_an_older_release_states_counts_too():
    un_held = histories(un("2026-02-27", *UN))
    national = histories(
        eu("2021-03-02", eu_party("501", un_reference="QDi.901")),
        eu("2024-05-13", eu_party("501", un_reference=None)),
    )
    found = links_by_reference(Lists(un=by_reference(un_held), national=national), FORMS)
    assert pairs(found) == [("QDi.901", "eu:501")]
