"""Nothing that somebody only says is the narrator's: verbs in every position, and turns of phrase.

All names are invented.
"""
# ruff: noqa: E501  # a table reads by its rows

import pytest

from sayso.extract.engine import RuleExtractor
from sayso.model.claims import Claim
from sayso.model.vocabulary import Factuality, Modality, Predicate, Role
from tests.extract.entities.readings import FewNames, document, passages

TELLING = {Predicate.LEADS, Predicate.ATTACK, Predicate.TRANSFER, Predicate.MEMBER_OF}
SAYING = (
    "said", "claimed", "alleged", "insisted", "reported", "added", "swore", "disclosed", "conceded", "granted", "recounted", "related", "hinted",
    "insinuated", "stressed", "confirmed", "concluded", "found", "established", "estimated", "believed", "feared", "reckoned", "held", "heard",
    "boasted", "protested", "charged", "wrote", "theorised", "submitted", "volunteered", "warned", "joked", "shouted", "noticed",
)  # fmt: skip


def claims(text: str) -> list[Claim]:
    """Give the claims about who leads, attacks, supplies or belongs to whom."""
    found = RuleExtractor().extract(document(text), passages(text), FewNames()).claims
    return [c for c in found if c.proposition.predicate in TELLING]


def sources(text: str) -> list[list[str]]:
    """Give the names of each claim's chain behind the narrator."""
    return [[node.name for node in claim.source_chain[1:]] for claim in claims(text)]


@pytest.mark.parametrize("verb", SAYING)
def test_who_says_it_is_heard_wherever_the_verb_stands(verb: str):
    for text in (
        f"The governor {verb} that the Zarkoh Front attacked the post in Ghormach.",
        f"The Zarkoh Front attacked the post in Ghormach, the governor {verb}.",
        f"The Zarkoh Front, the governor {verb}, attacked the post in Ghormach.",
        f"In May, the governor has {verb}, the Zarkoh Front attacked the post.",
    ):
        assert sources(text) == [["governor"]], text


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Harun Dilmo leads the Zarkoh Front, stated the governor.", "governor"),
        ("In Ghormach, where, three traders told us, Harun Dilmo leads the Zarkoh Front, shops are shut.", "traders"),
        ("It had not been proved, the judges held, that Harun Dilmo leads the Zarkoh Front.", "judges"),
        ("Harun Dilmo leads the Zarkoh Front, Ms Tumar went on.", "Tumar"),
        ("The governor was of the view that Harun Dilmo leads the Zarkoh Front.", "governor"),
        ("The governor made it clear that Harun Dilmo leads the Zarkoh Front.", "governor"),
        ("The governor let it be known that Harun Dilmo leads the Zarkoh Front.", "governor"),
        ("The governor is certain that Harun Dilmo leads the Zarkoh Front.", "governor"),
        ("The governor has proof that Harun Dilmo leads the Zarkoh Front.", "governor"),
        ("The governor received word that Harun Dilmo leads the Zarkoh Front.", "governor"),
        ("The governor put it to the court that Harun Dilmo leads the Zarkoh Front.", "governor"),
        ("The governor's confession that Harun Dilmo leads the Zarkoh Front drew laughter.", "governor"),
        ("The belief of the governor that Harun Dilmo leads the Zarkoh Front drew laughter.", "governor"),
        ("The prosecution case is that Harun Dilmo leads the Zarkoh Front.", "prosecution"),
        ("The governor's line is that Harun Dilmo leads the Zarkoh Front.", "governor"),
        ("What the governor said was that Harun Dilmo leads the Zarkoh Front.", "governor"),
        ("From what the governor says, Harun Dilmo leads the Zarkoh Front.", "governor"),
        ("To hear the governor tell it, Harun Dilmo leads the Zarkoh Front.", "governor"),
        ("As the governor sees it, Harun Dilmo leads the Zarkoh Front.", "governor"),
        ("Per the governor, Harun Dilmo leads the Zarkoh Front.", "governor"),
        ("Judging by the report, Harun Dilmo leads the Zarkoh Front.", "report"),
        ("The governor: Harun Dilmo leads the Zarkoh Front.", "governor"),
        ("The governor put it bluntly: Harun Dilmo leads the Zarkoh Front.", "governor"),
        ("The governor cast Harun Dilmo as the leader of the Zarkoh Front.", "governor"),
        ("The governor referred to Harun Dilmo as the leader of the Zarkoh Front.", "governor"),
        ("Harun Dilmo, seen by the governor as the leader of the Zarkoh Front, fled.", "governor"),
        ("The governor holds Harun Dilmo to be the leader of the Zarkoh Front.", "governor"),
        ("The governor declared Harun Dilmo the leader of the Zarkoh Front.", "governor"),
        ("Harun Dilmo styled himself the leader of the Zarkoh Front.", "Harun Dilmo"),
        ("Harun Dilmo, the leader of the Zarkoh Front according to the governor, fled.", "governor"),
        ("The charge sheet has Harun Dilmo leading the Zarkoh Front.", "charge sheet"),
        ("The council sanctioned Harun Dilmo for leading the Zarkoh Front.", "council"),
        ("Harun Dilmo confessed to leading the Zarkoh Front.", "Harun Dilmo"),
        ("The governor credits Harun Dilmo with leading the Zarkoh Front.", "governor"),
        ("Harun Dilmo was convicted in his absence by a court last year of leading the Zarkoh Front.", "court"),
        ("The Zarkoh Front claims to have attacked the post, an exploit that nobody saw.", "Zarkoh Front"),
        ("The governor held the Zarkoh Front responsible for the attack.", "governor"),
        ("The governor described an attack by the Zarkoh Front.", "governor"),
        ("The governor's account of an attack by the Zarkoh Front changed.", "governor"),
        ("Men interviewed in Herat said that Harun Dilmo leads the Zarkoh Front.", "Men"),
    ],
)  # fmt: skip
def test_who_says_it_is_heard_without_a_verb_of_saying(text: str, source: str):
    chains = sources(text)
    assert chains, "the claim was lost"
    assert {tuple(chain) for chain in chains} == {(source,)}


@pytest.mark.parametrize(
    "text",
    [
        "It is understood that Harun Dilmo leads the Zarkoh Front.",
        "It is generally accepted that Harun Dilmo leads the Zarkoh Front.",
        "Harun Dilmo is held to lead the Zarkoh Front.",
        "Harun Dilmo is widely seen as the leader of the Zarkoh Front.",
        "Harun Dilmo was portrayed as the leader of the Zarkoh Front.",
        "A man described as the leader of the Zarkoh Front, Harun Dilmo, fled.",
        "The belief that Harun Dilmo leads the Zarkoh Front spread quickly.",
        "Police searched the town amid suggestions that Harun Dilmo leads the Zarkoh Front.",
        "There are stories that Harun Dilmo leads the Zarkoh Front.",
        "There is evidence that Harun Dilmo leads the Zarkoh Front.",
        "The consensus is that Harun Dilmo leads the Zarkoh Front.",
        "By all accounts, Harun Dilmo leads the Zarkoh Front.",
        "Reports of an attack by the Zarkoh Front spread.",
        "Suspected Zarkoh Front fighters attacked the post.",
        "The self-proclaimed leader of the Zarkoh Front, Harun Dilmo, fled.",
        "Harun Dilmo was arrested in March and stands accused of leading the Zarkoh Front.",
        "Harun Dilmo has been implicated in leading the Zarkoh Front.",
        "Whether Harun Dilmo leads the Zarkoh Front we do not know.",
    ],
)
def test_what_is_told_on_nobodys_word_is_not_certain(text: str):
    found = claims(text)
    assert found, "the claim was lost"
    assert all(claim.factuality is not Factuality.CERTAIN for claim in found)


def test_an_attack_that_somebody_says_never_took_place_is_denied_by_them():
    text = "The Zarkoh Front has claimed to have burned down a customs post near Herat in March, an attack that the border service says never took place."
    denied = [c for c in claims(text) if c.factuality is Factuality.CERTAIN_NOT]
    assert [[n.name for n in c.source_chain[1:]] for c in denied] == [["border service"]]


@pytest.mark.parametrize(
    "text",
    [
        "Harun Dilmo leads the Zarkoh Front.",
        "The fact that Harun Dilmo leads the Zarkoh Front is no secret.",
        "The Zarkoh Front appointed Harun Dilmo as its leader.",
        "The raid meant that the Zarkoh Front had attacked the post twice.",
        "The Zarkoh Front attacked the post, and the governor fled.",
        "In May, after the Zarkoh Front attacked the post, shops were shut.",
    ],
)
def test_what_the_narrator_tells_stays_the_narrators(text: str):
    found = claims(text)
    assert found
    assert all(len(c.source_chain) == 1 for c in found)
    assert all(c.factuality is Factuality.CERTAIN for c in found)


@pytest.mark.parametrize(
    "text",
    [
        "The Zarkoh Front neither attacked the post nor burned it.",
        "The Zarkoh Front was to have attacked the post.",
        "The Zarkoh Front would have attacked the post.",
        "The Zarkoh Front was about to attack the post.",
        "The Zarkoh Front discussed attacking the post.",
        "The Zarkoh Front called off an attack on the post.",
        "The Zarkoh Front must have attacked the post.",
        "Had the Zarkoh Front attacked the post, it would have lost.",
        "Were the Zarkoh Front to attack the post, the army would answer.",
        "In case the Zarkoh Front attacks the post, the army is ready.",
        "It was not the Zarkoh Front that attacked the post.",
        "It could not be established whether the Zarkoh Front had attacked the post.",
        "They differ as to whether the Zarkoh Front attacked the post.",
        "The Zarkoh Front never sheltered them or attacked the post.",
        "In all likelihood the Zarkoh Front attacked the post.",
        "Harun Dilmo, not a member of the Zarkoh Front, fled.",
    ],
)
def test_what_was_not_done_or_may_not_have_been_is_not_told_as_done(text: str):
    for claim in claims(text):
        plain = claim.factuality is Factuality.CERTAIN and claim.modality is Modality.ASSERTED
        assert not plain, claim


def test_clauses_between_semicolons_do_not_bend_one_another():
    text = (
        "Bank records show that the Helvan Company sent rifles to Harun Dilmo; it could not be "
        "established whether the Zarkoh Front had attacked the post."
    )
    found = {c.proposition.predicate: c for c in claims(text)}
    assert [n.name for n in found[Predicate.TRANSFER].source_chain[1:]] == ["Bank records"]
    assert found[Predicate.TRANSFER].factuality is Factuality.CERTAIN
    assert found[Predicate.ATTACK].factuality is Factuality.UNKNOWN


def test_who_says_it_is_found_though_the_parser_lost_the_subject():
    text = (
        "On 9 November the Evening Mirror, quoting an officer, wrote that Harun Dilmo leads the "
        "Zarkoh Front."
    )
    assert sources(text) == [["Evening Mirror", "officer"]]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The army blamed the raid on the Zarkoh Front.", "Zarkoh Front"),
        ("The army warned the Zarkoh Front against attacking the post.", "Zarkoh Front"),
        ("The army held the Zarkoh Front responsible for the attack.", "Zarkoh Front"),
    ],
)
def test_who_is_blamed_is_who_did_it_and_not_who_blames(text: str, subject: str):
    extraction = RuleExtractor().extract(document(text), passages(text), FewNames())
    names = {e.id: e.name for e in extraction.entities}
    attacks = [
        c.proposition for c in extraction.claims if c.proposition.predicate is Predicate.ATTACK
    ]
    doers = [a.filler(Role.SUBJECT) for a in attacks]
    assert {names[d.entity] for d in doers if d is not None and d.entity} == {subject}
