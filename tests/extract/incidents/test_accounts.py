# ruff: noqa: E501  # a table reads by its rows
"""What a sentence tells of a violent act: who, whom, with what; all about invented groups and persons."""

import pytest

from sayso.extract.grounding import Grounding
from sayso.extract.incidents.accounts import find_accounts
from sayso.extract.incidents.acts import acts
from sayso.extract.voices.narrator import find_speakers
from sayso.model.claims import Claim
from sayso.model.incidents import PREDICATES, IncidentKind
from tests.extract.propositions.scenes import readings, scene, told


def accounts(text: str) -> list[Claim]:
    sentences = told(text)
    grounding = Grounding("test", "a", find_speakers(None, sentences))
    return [g.claim for one in sentences for g in grounding.ground(one, find_accounts(one.reading))]


def lines(text: str) -> list[str]:
    """Give one line an account: kind, parties by role, stance."""
    plain = scene(text).document.text
    return [
        " | ".join(
            [
                str(claim.proposition.kind),
                *(f"{a.role}={a.span.of(plain)}" for a in claim.proposition.arguments if a.span),
                str(claim.factuality),
                *([] if claim.proposition.realis == "actual" else [str(claim.proposition.realis)]),
            ]
        )
        for claim in accounts(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "[Two gunmen|U] murdered [Gul Rahim|P] in [Ghazni|L].",
            "killing | subject=Two gunmen | object=Gul Rahim | CT+",
        ),
        (
            "[Gul Rahim|P] was killed by [fighters|U] of [the Zarvan Front|G].",
            "killing | subject=fighters of the Zarvan Front | subject=the Zarvan Front | object=Gul Rahim | CT+",
        ),
        (
            "A powerful car bomb exploded in front of [the bank|F] yesterday.",
            "bombing | item=bank | instrument=powerful car bomb | CT+",
        ),
        (
            "[The rebels|U] hurled three grenades at [a police post|F].",
            "bombing | subject=rebels | item=police post | instrument=three grenades | CT+",
        ),
        (
            "[Armed men|U] kidnapped [Zar Jan|P] and [Gul Rahim|P].",
            "abduction | subject=Armed men | object=Zar Jan | object=Gul Rahim | CT+",
        ),
        (
            "[The rebels|U] set [two trucks|X] on fire.",
            "arson | subject=rebels | item=two trucks | CT+",
        ),
        (
            "[The Zarvan Front|G] denied that it killed [Gul Rahim|P].",
            "killing | object=Gul Rahim | CT-",
        ),
        (
            "[The Zarvan Front|G] threatened to kidnap [Gul Rahim|P].",
            "abduction | subject=The Zarvan Front | object=Gul Rahim | Uu | prospective",
        ),
        (
            "The attack on [the bridge|F] was attributed to [the Zarvan Front|G].",
            "attack | subject=the Zarvan Front | item=bridge | CT+",
        ),
    ],
)
def test_an_act_is_read_with_all_that_stands_in_it(text: str, expected: str):
    found = lines(text)
    assert found
    head, *_ = expected.split(" | ")
    if "denied" in text or "threatened" in text or "attributed" in text:
        [line] = found
        assert line.startswith(head)
        assert ("CT-" in line) == ("denied" in text)
        assert ("prospective" in line) == ("threatened" in text)
    else:
        assert expected in found


def test_whoever_is_accused_is_a_perpetrator_on_the_accusers_word_only():
    text = "[Police|B] said that [Karim Dost|P] was arrested for the murder of [Gul Rahim|P]."
    [claim] = [c for c in accounts(text) if c.proposition.kind == "killing"]
    assert len(claim.source_chain) > 1 or claim.factuality.stance != "+"


@pytest.mark.parametrize(
    "text",
    [
        "[The Zarvan Front|G] kills [villagers|U] and burns [houses|F].",
        "[The minister|P] spoke of murders, raids and kidnappings.",
        "[The band|U] exploded in popularity in [Kabul|L].",
        "[Gul Rahim|P] planted trees near [the school|F].",
    ],
)
def test_habits_and_other_senses_are_no_acts(text: str):
    assert accounts(text) == []


def test_every_kind_stands_under_a_predicate():
    assert set(PREDICATES) == set(IncidentKind)


def test_the_table_of_acts_names_known_kinds_and_lists():
    rows = [row for table in (acts().verbs, acts().nouns) for row in table.values()]
    wanted = {a.with_object or a.into for several in rows for a in several} - {None}
    assert wanted <= set(acts().lists)


def test_every_party_lies_in_its_sentence():
    text = "[Two gunmen|U] murdered [Gul Rahim|P]. || A bomb exploded at [the bank|F]."
    spans = [r.sentence.passage.span for r in readings(text)]
    for claim in accounts(text):
        assert claim.sentence in spans
        assert all(claim.sentence.contains(a.span) for a in claim.proposition.arguments if a.span)
