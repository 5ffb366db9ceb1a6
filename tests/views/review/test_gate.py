"""No line of a final brief names a person unless somebody signed for what it rests on."""

from dataclasses import replace

import pytest

from sayso.errors import Unsigned
from sayso.model.briefs import Brief
from sayso.model.findings import Judged, Judgement, Knowledge
from sayso.model.ids import ClaimId, JudgementId
from sayso.views.brief.compose import BriefScope, compose
from sayso.views.brief.markdown import write
from sayso.views.review.gate import refuse_unsigned, unsigned_lines
from tests.views.build import NOON
from tests.views.kandor import case


def brief(knowledge: Knowledge) -> Brief:
    return compose(knowledge, BriefScope(), made=NOON, cut_off=NOON, versions=())


def signed(knowledge: Knowledge, *claims: ClaimId, verdict: str = "accept") -> Knowledge:
    """Give what is known with a verdict of Ada Okoye's on some claims."""
    made = {
        claim: Judgement(
            id=JudgementId(f"j-{claim}"),
            about=claim,
            verdict=verdict,
            reason="read it",
            by="Ada Okoye",
            at=NOON,
        )
        for claim in claims
    }
    return replace(knowledge, judged=Judged(claims={**knowledge.judged.claims, **made}))


def test_a_brief_that_nobody_signed_for_is_refused_with_lines_persons_and_commands():
    knowledge = case()
    with pytest.raises(Unsigned, match="without a signed acceptance") as refused:
        refuse_unsigned(knowledge, brief(knowledge))
    lines = "\n".join(refused.value.lines)
    assert "names Baryal Sahak: sayso judge f-000000000005 accept --by NAME" in lines
    assert "names گل رحیم" in lines
    assert "Sorkh Network" not in " ".join(line.partition(" names ")[2] for line in lines)


def test_signing_what_it_names_lets_a_brief_pass_and_signing_all_of_it_ends_the_draft():
    knowledge = case()
    while found := unsigned_lines(knowledge, brief(knowledge)):
        knowledge = signed(knowledge, *found[0].claims)
    refuse_unsigned(knowledge, brief(knowledge))
    assert "DRAFT, NOT REVIEWED" in write(brief(knowledge))
    assert "Ada Okoye accepted" in write(brief(knowledge))
    knowledge = signed(knowledge, *knowledge.claims)
    text = write(brief(knowledge))
    assert "DRAFT, NOT REVIEWED" not in text
    assert "no person has reviewed" not in text
    assert "Ada Okoye accepted every claim used here" in text


@pytest.mark.parametrize("verdict", ["unsure", "reject"])
def test_only_an_acceptance_is_a_signature(verdict: str):
    knowledge = case()
    every = unsigned_lines(knowledge, brief(knowledge))
    knowledge = signed(knowledge, *knowledge.claims, verdict=verdict)
    assert len(unsigned_lines(knowledge, brief(knowledge))) <= len(every)
    assert unsigned_lines(knowledge, brief(knowledge))


def test_the_word_of_a_person_brings_what_was_read_unsurely_into_the_brief():
    knowledge = case()
    [belongs] = [c.id for c in knowledge.claims.values() if c.confidence == 0.5]
    assert "Omid Tarzi" not in write(brief(knowledge))
    assert "Omid Tarzi" in write(brief(signed(knowledge, belongs)))
