"""Who says it: cues of every kind bring in what is said, and nothing else."""
# ruff: noqa: E501  # a table reads by its rows

import pytest

from tests.extract.sources.hearing import chain, heard


@pytest.mark.parametrize(
    ("text", "word", "sources"),
    [
        ("[The file|D] closes with a warning that [the league|G] could attack ships.", "attack", "document:The file"),
        ("[Dara Solh|P] claimed the bombing.", "bombing", "entity:Dara Solh"),
        ("[Dara Solh|P] claimed responsibility for the kidnapping and for the bombing.", "bombing", "entity:Dara Solh"),
        ("[The ledger|D] lists payments to [the league|G].", "payments", "document:The ledger"),
        ("[Mara Veld|P] rejected the dossier, according to which [the league|G]'s men buy arms.", "buy", "document:dossier"),
        ("[The Keld Post|M] quoted [a trader|P] as having heard from [fishermen|U] that [the envoy|P] met them.", "met", "entity:The Keld Post > unnamed:a trader > collective:fishermen"),
        ("[The trader|P] is quoted in [it|D=the memo] as saying that [the envoy|P] met them.", "met", "document:the memo > unnamed:The trader"),
        ("[Keld Post|M], citing [a diplomat|P], said that [the nurse|P] visited the town.", "visited", "entity:Keld Post > unnamed:a diplomat"),
        ("According to [it|D=the memo], [he|P=Dara Solh] added, [the trader|P] had been kidnapped.", "kidnapped", "unnamed:Dara Solh > document:the memo"),
        ("[Mara Veld|P] holds that [the league|G] sold the fuel.", "sold", "entity:Mara Veld"),
        ("[Mara Veld|P] described [Dara Solh|P] as the owner of the mill.", "owner", "entity:Mara Veld"),
        ("[The petition|D] asks the committee to strike [the firm|O] off the list.", "strike", "document:The petition"),
        ("[Officials|U] said the fuel was sold, adding that [the league|G] paid for it.", "paid", "collective:Officials"),
        ("[Dara Solh|P] is accused by [prosecutors|U] of funnelling money to [the league|G].", "funnelling", "collective:prosecutors"),
        ("[The Treasury|B] sanctioned [the firm|O], accusing it of financing [the league|G].", "financing", "entity:The Treasury"),
        ("[Investigators|U] have linked [the firm|O] to [the league|G].", "linked", "collective:Investigators"),
        ("[Keld Post|M] reported on Friday, citing [two diplomats|U], that [the league|G] moved its mortars.", "moved", "entity:Keld Post > collective:two diplomats"),
        ("A report by [the Panel|B], seen by [Keld Post|M], alleges that [the league|G] holds drones.", "holds", "entity:Keld Post > document:report"),
        ("On the account of [the Keld Mission|B], [the league|G] shelled the town.", "shelled", "entity:the Keld Mission"),
        ("By the count of [the Keld Mission|B], [the league|G] shelled the town twice.", "shelled", "entity:the Keld Mission"),
        ("By [Mara Veld|P]'s own admission, [the league|G] shelled the town.", "shelled", "entity:Mara Veld"),
        ("In the words of [Mara Veld|P], it was [the league|G] that shelled the town.", "shelled", "entity:Mara Veld"),
        ("In the assessment of [the Keld Mission|B], [the league|G] shelled the town.", "shelled", "entity:the Keld Mission"),
        ("[The firm|O] sold fuel to [Dara Solh|P], whom [two envoys|U] consider the treasurer of [the league|G].", "treasurer", "collective:two envoys"),
        ("[Prosecutors|U] consider [Dara Solh|P] the treasurer of [the league|G].", "treasurer", "collective:Prosecutors"),
        ("[Officials|U] call [Dara Solh|P] the treasurer of [the league|G].", "treasurer", "collective:Officials"),
        ("[The army|B]'s version is that [the league|G] shelled the town.", "shelled", "entity:The army"),
        ("[The league|G], [Mara Veld|P] went on, shelled the town.", "shelled", "entity:Mara Veld"),
        ("[The army|B] dismissed the shelling of the town as fiction.", "shelling", "entity:The army"),
        ("The brief claims that [the league|G] shelled the town.", "shelled", "unnamed:brief"),
        ("[The petition|D] describes the camp in [Keld|L] as the largest.", "camp", "document:The petition"),
        ("[Keld Post|M] has withdrawn as untrue a report that [the league|G] shelled the town.", "shelled", "entity:Keld Post"),
        ("[The auditors|U] found no evidence of payments to [the league|G].", "payments", "collective:The auditors"),
        ("There was a raid that [the league|G] claimed.", "raid", "entity:the league"),
        ("[The records|D] have shown [Dara Solh|P] as the owner of the mill.", "owner", "document:The records"),
        ("[Mara Veld|P] blamed herders allied with [the league|G] for the raid.", "allied", "entity:Mara Veld"),
        ("[Prosecutors|U] charged [Dara Solh|P] in his absence with having smuggled gold.", "smuggled", "collective:Prosecutors"),
        ("[Member States|B] reported that [the league|G] opened a camp.", "opened", "collective:Member States"),
    ],
)  # fmt: skip
def test_every_kind_of_cue_gives_its_sources(text: str, word: str, sources: str):
    assert chain(text, word) == f"N > {sources}"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("[Dara Solh|P] holds a camp in [Keld|L].", "camp"),
        ("[Dara Solh|P] was denied entry by [the border police|B].", "entry"),
        ("[Dara Solh|P] asked not to be named.", "named"),
        ("On account of [the storm|D], [the league|G] left the camp.", "left"),
        ("[The army|B] dismissed the shelling of the town as a pinprick.", "shelling"),
        ("[The league|G] shelled the town; [Mara Veld|P] blamed [the army|B].", "shelled"),
        ("[The army|B] withdrew its troops, which had shelled the town.", "shelled"),
        ("[Dara Solh|P] told [the men|U] to leave the camp.", "leave"),
        ("[Mara Veld|P] called [the memo|D] yesterday.", "memo"),
    ],
)  # fmt: skip
def test_the_same_words_without_a_speech_give_no_source(text: str, word: str):
    assert chain(text, word) == "N"


def test_a_ground_that_is_cited_is_no_source():
    text = "[Mara Veld|P], citing security reasons, said that [the nurse|P] visited the town."
    assert chain(text, "visited") == "N > entity:Mara Veld"


def test_what_one_denies_as_another_claims_has_two_voices():
    text = "[Mara Veld|P] denied that [the league|G] had armed them, as [Dara Solh|P] claims."
    assert heard(text, "armed") == [
        ("N > entity:Mara Veld", "CT- denied"),
        ("N > entity:Dara Solh", "CT+ asserted"),
    ]


def test_what_nobody_found_is_said_by_those_who_claim_it():
    text = "We have found no evidence that [the league|G] sold it, as [Dara Solh|P] claims."
    assert heard(text, "sold") == [("N", "Uu unknown"), ("N > entity:Dara Solh", "CT+ asserted")]


def test_a_clause_with_a_speaker_of_its_own_is_out_of_the_speech_around_it():
    text = "[Dara Solh|P] said that he never armed [the league|G], which [the monitors|U] call his client."
    assert chain(text, "client") == "N > collective:the monitors"


def test_what_a_clause_tells_of_things_is_not_what_was_notified():
    text = "[Dara Solh|P] said that [the office|B] notified [the panel|B] of two crates that [the navy|B] had seized."
    assert chain(text, "seized") == "N > entity:Dara Solh"
