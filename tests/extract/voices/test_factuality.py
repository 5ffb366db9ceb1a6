"""How surely: no denial, doubt, wish or condition comes out as a fact."""
# ruff: noqa: E501  # a table reads by its rows

import pytest

from tests.extract.sources.hearing import stance


@pytest.mark.parametrize("judged", ["wrong", "absurd", "a disgrace"])
def test_what_is_judged_and_not_called_false_is_taken_for_granted(judged: str):
    assert stance(f"It is {judged} that [the league|G] holds [nine men|U].", "holds")[:3] == "CT+"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("[Dara Solh|P] said that not one of the [Kandor Front|G]'s brigades runs a camp.", "runs"),
        ("The [Kandor Front|G] no longer runs a camp.", "runs"),
        ("None of [the brigades|G] runs a camp.", "runs"),
        ("Neither [the brigade|G] nor [the league|G] runs a camp.", "runs"),
        ("Nobody in [the league|G] runs a camp.", "runs"),
        ("[The league|G] has yet to receive arms.", "receive"),
        ("[The league|G] is far from controlling [Keld|L].", "controlling"),
        ("[The league|G] sold the fuel instead of burning it.", "burning"),
        ("[The league|G] hid the mortars rather than destroying them.", "destroying"),
        ("[The league|G] left without burning the village.", "burning"),
        ("In no way does [the league|G] control the town.", "control"),
        ("[The league|G] refrained from shelling the town.", "shelling"),
        ("[The league|G] has no camp and trains nobody.", "trains"),
        ("[The league|G] never had anything to do with [the firm|O].", "do"),
        ("[Dara Solh|P] denied financing [the league|G].", "financing"),
        ("[The army|B] dismissed the shelling of the town as a fabrication.", "shelling"),
        ("Accounts circulating online that [Dara Solh|P] was killed in the raid are untrue.", "killed"),
        ("Accounts circulating online that [Dara Solh|P] was killed are untrue.", "killed"),
        ("The rumour that [Dara Solh|P] was killed is baseless.", "killed"),
        ("It is a lie that [Dara Solh|P] was killed.", "killed"),
        ("It was nonsense, [the mayor|P] said, that [Dara Solh|P] was killed.", "killed"),
        ("[Keld Post|M] has retracted a report that [Dara Solh|P] was killed.", "killed"),
        ("[Dara Solh|P] denied any ties to [the league|G].", "ties"),
        ("[Dara Solh|P] was acquitted of financing [the league|G].", "financing"),
    ],
)  # fmt: skip
def test_what_is_denied_is_negative(text: str, word: str):
    assert stance(text, word).startswith("CT-")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("[The panel|B] found no evidence that [the league|G] had acquired drones.", "acquired"),
        ("There is no proof that [the league|G] acquired drones.", "acquired"),
        ("It has not been proved that [the league|G] acquired drones.", "acquired"),
        ("[The file|D] does not show that [the league|G] acquired drones.", "acquired"),
        ("No evidence was found that [the league|G] acquired drones.", "acquired"),
        ("[The panel|B] has not been able to establish whether [the firm|O] paid [them|G=the league].", "paid"),
        ("[Dara Solh|P] could not say whether [the envoy|P] had met [the general|P].", "met"),
        ("[The mission|O] did not know whether [the envoy|P] had met [the general|P].", "met"),
        ("It was not proved, [the judges|U] wrote, that [the league|G] acquired drones.", "acquired"),
        ("What has not been proved is that [the league|G] acquired drones.", "acquired"),
        ("What is not clear, [Mara Veld|P] said, is that [the league|G] acquired drones.", "acquired"),
        ("Who commands [the league|G] is an open question.", "commands"),
        ("It is not known who commands [the league|G].", "commands"),
        ("Has the ministry frozen the accounts of [the firm|O]?", "frozen"),
    ],
)  # fmt: skip
def test_what_is_open_stays_open(text: str, word: str):
    assert stance(text, word) == "Uu unknown"


@pytest.mark.parametrize(
    "text",
    [
        "[Dara Solh|P] would neither confirm nor deny that [the envoy|P] had met [the general|P].",
        "We neither confirm nor deny that [the envoy|P] had met [the general|P].",
        "[Dara Solh|P] declined to comment on whether [the envoy|P] had met [the general|P].",
        "[Dara Solh|P] would not say whether [the envoy|P] had met [the general|P].",
    ],
)
def test_what_somebody_keeps_to_himself_is_withheld(text: str):
    assert stance(text, "met") == "CTu unknown"


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Two men were held on suspicion of belonging to [the league|G].", "belonging", "PS+ suspected"),
        ("[Dara Solh|P] faces charges of supplying [the league|G].", "supplying", "PS+ purported"),
        ("[Dara Solh|P] stood trial for supplying [the league|G].", "supplying", "PS+ purported"),
        ("[Dara Solh|P] is wanted for supplying [the league|G].", "supplying", "PS+ purported"),
        ("[Dara Solh|P] is being sought on suspicion of supplying [the league|G].", "supplying", "PS+ suspected"),
        ("[Dara Solh|P] was arrested for supplying [the league|G].", "supplying", "PS+ suspected"),
        ("[Dara Solh|P] financed [the league|G], an allegation that he denies.", "financed", "PS+ purported"),
        ("[The league|G] vowed to shell the town.", "shell", "CT+ intended prospective"),
        ("[The league|G] hopes to shell the town.", "shell", "Uu aspired prospective"),
        ("[Mara Veld|P] doubts that [Dara Solh|P] fled.", "fled", "Uu unknown"),
        ("The question is whether [the league|G] bought drones.", "bought", "Uu unknown"),
        ("[Dara Solh|P] is believed to live in [Keld|L].", "live", "PR+ suspected"),
        ("[Dara Solh|P] is considered the treasurer of [the league|G].", "treasurer", "PR+ suspected"),
        ("[Dara Solh|P] is called the treasurer of [the league|G].", "treasurer", "PR+ purported"),
        ("The rumour is that [Dara Solh|P] fled.", "fled", "PS+ purported"),
        ("Word in the bazaar is that [Dara Solh|P] fled.", "fled", "PS+ purported"),
        ("The official version is that [Dara Solh|P] fled.", "fled", "PR+ purported"),
        ("[Dara Solh|P] probably lives in [Keld|L].", "lives", "PR+ suspected"),
        ("[Officials|U] estimate that 40 fighters live in [Keld|L].", "live", "PR+ suspected"),
        ("[The league|G] might shell the town.", "shell", "PS+ possible"),
        ("[The league|G] plans to shell the town.", "shell", "CT+ intended prospective"),
        ("[Dara Solh|P] threatened that [the league|G] would shell the town.", "shell", "CT+ intended prospective"),
        ("[The panel|B] recommends that the committee add [Dara Solh|P] to the list.", "add", "Uu aspired prospective"),
        ("[The envoy|P] urged [the league|G] to free [the nurse|P].", "free", "Uu aspired prospective"),
        ("If [the army|B] enters the forest, [the league|G] will strike its columns.", "strike", "Uu possible hypothetical"),
        ("Should [the firm|O] resume its deliveries, [the ministry|B] will list it.", "list", "Uu possible hypothetical"),
        ("Should [the firm|O] resume its deliveries, [the ministry|B] will list it.", "deliveries", "Uu possible hypothetical"),
    ],
)  # fmt: skip
def test_hedges_and_plans_have_their_own_stance(text: str, word: str, expected: str):
    assert stance(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("[A man|P] held in [Keld|L] since May was not in court.", "held"),
        ("[Dara Solh|P] was charged with smuggling in 2020; [Mara Veld|P] was not.", "charged"),
        ("[Dara Solh|P] was arrested for smuggling, a charge that he denies.", "arrested"),
        ("The indictment, drawn up by [the prosecutor|P], is long.", "drawn"),
        ("No fewer than 30 [farmers|U] were killed.", "killed"),
        ("[The league|G] has no camp and feeds orphans.", "feeds"),
        ("[The league|G], which has no ties to [the firm|O], stays active in [Keld|L].", "active"),
    ],
)  # fmt: skip
def test_a_negation_elsewhere_denies_nothing_here(text: str, word: str):
    assert stance(text, word) == "CT+ asserted"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("From whom [the league|G] acquired the drones is unknown.", "acquired"),
        ("That [the league|G] acquired drones, [Dara Solh|P] leaves undisputed.", "acquired"),
        ("Should [the army|B] come, [the league|G] burns the camp.", "burns"),
    ],
)  # fmt: skip
def test_what_is_left_open_or_under_a_turned_condition_is_not_so(text: str, word: str):
    assert stance(text, word).startswith("Uu")


def test_what_is_reported_by_turns_is_on_nobodys_word():
    assert stance("[Dara Solh|P] is reported by turns to lead [the league|G].", "lead")[:3] == "PR+"
