"""A sentence says no more than its source: what cannot be retold for sure is quoted."""

from dataclasses import replace

import pytest

from sayso.model.claims import Claim, SourceNode
from sayso.model.findings import Knowledge
from sayso.model.ids import Span
from sayso.model.vocabulary import (
    Attribution,
    DocumentKind,
    EntityType,
    Factuality,
    MentionKind,
    Modality,
    Predicate,
    Realis,
    Role,
    SourceKind,
)
from sayso.views.brief.draft import Draft
from sayso.views.brief.sentences import allegation, rejection, reply
from tests.views.build import NARRATOR, Paper, Said, entity, known


def one_claim(text: str, content: str, **said: object) -> tuple[Knowledge, Claim]:
    """Give one claim of a paper: the Zarnawa Front has ties to the Dast Movement."""
    paper = Paper(text=text, publisher="Kandor Post", kind=DocumentKind.PRESS)
    front = paper.entity(EntityType.ARMED_GROUP, "Zarnawa Front")
    movement = paper.entity(EntityType.ORGANISATION, "Dast Movement")
    base = Said(
        Predicate.TIED_TO, content, {Role.SUBJECT: front, Role.OBJECT: movement}, trigger="ties"
    )
    paper.claim(replace(base, **said))  # type: ignore[arg-type]  # fields of Said by name
    groups = (
        entity(EntityType.ARMED_GROUP, "Zarnawa Front", members=(front,)),
        entity(EntityType.ORGANISATION, "Dast Movement", members=(movement,)),
    )
    return known((paper,), groups, ()), paper.claims[0]


def told(text: str, content: str, **said: object) -> str:
    knowledge, claim = one_claim(text, content, **said)
    return allegation(Draft(knowledge), [claim])


PLAIN = "Zarnawa Front has ties to the Dast Movement"


def test_a_plain_tie_is_retold():
    assert told(f"The {PLAIN}.", PLAIN) == (
        "Kandor Post reported that the Zarnawa Front (not listed) had ties to the Dast Movement "
        "(not listed)."
    )


@pytest.mark.parametrize(
    ("factuality", "modality", "expected"),
    [
        (Factuality.PROBABLE, Modality.ASSERTED, "was reported to have had ties to"),
        (Factuality.POSSIBLE, Modality.POSSIBLE, "may have had ties to"),
        (
            Factuality.UNKNOWN,
            Modality.UNKNOWN,
            "It is not clear, according to Kandor Post, whether",
        ),
        (Factuality.CERTAIN_NOT, Modality.DENIED, "Kandor Post denied that the Zarnawa Front"),
        (Factuality.CERTAIN_NOT, Modality.ASSERTED, "reported that the following is not so: “"),
        (Factuality.PROBABLE_NOT, Modality.ASSERTED, "presented the following as unlikely: “"),
        (Factuality.POSSIBLE_NOT, Modality.ASSERTED, "presented the following as doubtful: “"),
        (Factuality.WITHHELD, Modality.ASSERTED, "did not say whether the following is so: “"),
        (Factuality.POSSIBLE, Modality.PURPORTED, "presented the following as alleged: “"),
        (Factuality.PROBABLE, Modality.SUSPECTED, "spoke of a suspicion: “"),
        (Factuality.CERTAIN, Modality.INTENDED, "spoke of an intention: “"),
        (Factuality.CERTAIN, Modality.ASPIRED, "spoke of an aim: “"),
        (Factuality.CERTAIN, Modality.ATTEMPTED, "spoke of an attempt: “"),
        (Factuality.CERTAIN, Modality.CONCERN, "voiced a concern: “"),
        (Factuality.CERTAIN, Modality.PRESUPPOSED, "took the following as given: “"),
    ],
)
def test_each_way_of_presenting_a_thing_has_its_own_words(
    factuality: Factuality, modality: Modality, expected: str
):
    assert expected in told(f"The {PLAIN}.", PLAIN, factuality=factuality, modality=modality)


@pytest.mark.parametrize("factuality", list(Factuality))
@pytest.mark.parametrize("modality", list(Modality))
def test_only_what_is_affirmed_as_certain_is_ever_told_as_said(
    factuality: Factuality, modality: Modality
):
    text = told(f"The {PLAIN}.", PLAIN, factuality=factuality, modality=modality)
    plainly = text.startswith(("Kandor Post reported that the Zarnawa", "Kandor Post reported: "))
    assert not plainly or factuality is Factuality.CERTAIN


@pytest.mark.parametrize(
    "content",
    [
        "Zarnawa Front allegedly has ties to the Dast Movement",
        "Zarnawa Front has some ties to the Dast Movement",
        "Zarnawa Front no longer has ties to the Dast Movement",
        "Zarnawa Front may have ties to the Dast Movement",
        "Zarnawa Front would have ties to the Dast Movement",
        "up to twelve men of the Zarnawa Front have ties to the Dast Movement",
    ],
)
def test_a_caution_that_a_retelling_would_lose_forces_the_exact_words(content: str):
    assert f"“{content}”" in told(f"The {content}.", content)


def test_words_that_say_no_are_not_denied_a_second_time():
    content = "no ties between the Zarnawa Front and the Dast Movement exist"
    denied = {"factuality": Factuality.CERTAIN_NOT, "modality": Modality.DENIED}
    assert f"denied this: “{content}”" in told(f"Then {content}.", content, **denied)
    stated = {"factuality": Factuality.CERTAIN_NOT}
    assert f"Kandor Post reported: “{content}”" in told(f"Then {content}.", content, **stated)


def test_a_direct_quotation_stays_a_quotation():
    assert f"reported: “{PLAIN}”" in told(f"The {PLAIN}.", PLAIN, direct=True)


def test_a_threat_is_not_told_as_an_act():
    knowledge, claim = one_claim(f"The {PLAIN}.", PLAIN)
    threat = replace(claim, proposition=replace(claim.proposition, realis=Realis.PROSPECTIVE))
    assert f"“{PLAIN}”" in allegation(Draft(knowledge), [threat])


def test_a_figure_that_the_object_does_not_bear_forces_the_exact_words():
    content = "Zarnawa Front has eight ties to the Dast Movement"
    assert f"“{content}”" in told(f"The {content}.", content, quantity="eight")


def test_a_quoted_party_is_introduced_in_brackets():
    content = "it keeps ties to the Dast Movement"
    text = told(f"The Zarnawa Front says it: {content}.", content, direct=True)
    assert text.endswith(
        "“it keeps ties to the Dast Movement” [the Zarnawa Front (not listed); "
        "the Dast Movement (not listed)]."
    )


def test_very_long_words_are_cut_visibly():
    content = "Zarnawa Front has ties, " + "and more ties, " * 40 + "to the Dast Movement"
    text = told(f"The {content}.", content, direct=True)
    assert " […]” [" in text
    assert len(text) < 450


def test_a_reply_that_denies_nothing_is_given_as_a_reply():
    knowledge, claim = one_claim("The Zarnawa Front and the Dast Movement: ties, we pray.", "ties")
    assert reply(Draft(knowledge), claim).startswith("Kandor Post replied: “ties”")


def test_a_nameless_subject_is_never_retold():
    paper = Paper(text="Fighters there have ties to the Dast Movement.", publisher="Kandor Post")
    men = paper.entity(EntityType.ARMED_GROUP, "Fighters there", form=MentionKind.NOMINAL)
    movement = paper.entity(EntityType.ORGANISATION, "Dast Movement")
    content = "Fighters there have ties to the Dast Movement"
    arguments = {Role.SUBJECT: men, Role.OBJECT: movement}
    paper.claim(Said(Predicate.TIED_TO, content, arguments, trigger="ties"))
    groups = (
        entity(EntityType.ARMED_GROUP, "Fighters there", members=(men,)),
        entity(EntityType.ORGANISATION, "Dast Movement", members=(movement,)),
    )
    text = allegation(Draft(known((paper,), groups, ())), paper.claims)
    assert text == f"Kandor Post reported: “{content}” [the Dast Movement (not listed)]."


def rejecting(text: str, content: str) -> str:
    paper = Paper(text=text, publisher="Kandor Post")
    front = paper.entity(EntityType.ARMED_GROUP, "Zarnawa Front")
    document = paper.entity(EntityType.DOCUMENT, "a report of the Panel", form=MentionKind.NOMINAL)
    arguments = {Role.SUBJECT: front, Role.OBJECT: document}
    source = paper.source(SourceKind.ENTITY, front, "Zarnawa Front")
    said = Said(Predicate.ACCUSATION, content, arguments, "rejected", chain=(NARRATOR, source))
    paper.claim(said)
    reported = entity(EntityType.DOCUMENT, "a report of the Panel", members=(document,))
    groups = (entity(EntityType.ARMED_GROUP, "Zarnawa Front", members=(front,)), reported)
    return rejection(Draft(known((paper,), groups, ())), paper.claims[0], reported)


def test_a_rejection_is_quoted_where_its_words_say_more_than_the_documents_name():
    text = "The Zarnawa Front rejected a report of the Panel as lies."
    assert rejecting(text, "rejected a report of the Panel as lies") == (
        "The Zarnawa Front (not listed), as cited by Kandor Post, rejected the report of the Panel "
        "as a whole: “rejected a report of the Panel as lies”."
    )
    assert rejecting(text, "a report of the Panel").endswith(
        "rejected the report of the Panel as a whole."
    )


def unnamed(kind: SourceKind, words: str | None) -> str:
    """Give what a source without a name is told to say."""
    knowledge, claim = one_claim(f"Two elders said: {PLAIN}.", PLAIN)
    span = None if words is None else Span(0, len(words))
    node = SourceNode(kind=kind, name=words, span=span)
    return allegation(Draft(knowledge), [replace(claim, source_chain=(NARRATOR, node))])


def test_an_unnamed_source_keeps_its_words_without_the_capital_of_the_sentence():
    assert unnamed(SourceKind.COLLECTIVE, "Two elders").startswith(
        "Two elders (not named), as cited by Kandor Post, said that the Zarnawa Front"
    )
    knowledge, claim = one_claim(f"Two elders said: {PLAIN}.", PLAIN)
    node = SourceNode(kind=SourceKind.COLLECTIVE, name="Two elders", span=Span(0, 10))
    hedged = replace(claim, source_chain=(NARRATOR, node), factuality=Factuality.POSSIBLE)
    assert allegation(Draft(knowledge), [hedged]).startswith(
        "According to two elders (not named), as cited by Kandor Post, the Zarnawa Front"
    )


def test_a_source_of_which_nothing_is_said_is_called_not_named():
    assert unnamed(SourceKind.UNNAMED, None).startswith("A source that is not named, as cited by")


def test_the_narrator_of_a_statement_states():
    paper = Paper(text=f"The {PLAIN}.", publisher="Dast Movement", kind=DocumentKind.STATEMENT)
    front = paper.entity(EntityType.ARMED_GROUP, "Zarnawa Front")
    movement = paper.entity(EntityType.ORGANISATION, "Dast Movement")
    arguments = {Role.SUBJECT: front, Role.OBJECT: movement}
    paper.claim(Said(Predicate.TIED_TO, PLAIN, arguments, trigger="ties"))
    [claim] = paper.claims
    assert claim.attribution is Attribution.NARRATOR
    text = allegation(Draft(known((paper,), (), ())), [claim])
    assert text == f"The Dast Movement stated: “{PLAIN}”."
