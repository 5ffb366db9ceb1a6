"""Questions about identity and matrices as they are shown: attributed, guarded, and readable."""

import time
from dataclasses import replace

from sayso.model.claims import Claim
from sayso.model.findings import Knowledge
from sayso.model.identities import IdentityQuestion
from sayso.model.ids import ClaimId
from sayso.review.assemble import assemble
from sayso.review.hypotheses.grounds import Ground
from sayso.review.identities.raising import identity_questions
from sayso.views.hypotheses.identities import identities_shape, identity_text, waits
from sayso.views.hypotheses.wording import answers, asked
from tests.review.build import GROUP, PERSON, Page, Said, judge, says


def raised(made: Page) -> tuple[Knowledge, IdentityQuestion]:
    known = assemble([made.record()])
    [question] = identity_questions(known)
    return known, question


def persons(confidence: float) -> Page:
    made = Page("The Kandor Post", "2024-05-23")
    one, other = made.name("Commander Shaheen", PERSON), made.name("Gul Rahim Ostani", PERSON)
    made.claim(one, "alias_of", other, Said(changes={"confidence": confidence}))
    return made


def test_of_two_persons_it_is_asked_whether_they_are_one_and_never_whether_one_is_a_front():
    known, question = raised(persons(0.9))
    assert asked(known, question) == "Is Commander Shaheen another name for Gul Rahim Ostani?"
    assert answers(known, question) == (
        "Commander Shaheen and Gul Rahim Ostani are two",
        "Commander Shaheen is another name for Gul Rahim Ostani",
    )


def test_a_question_about_a_person_that_was_read_unsurely_waits_in_review():
    assert waits(*raised(persons(0.4)))
    assert not waits(*raised(persons(0.9)))


def test_a_question_on_what_a_person_accepted_waits_no_more():
    made = persons(0.4)
    accepted = judge(made.claims[0].id, "accept")
    known = assemble([made.record()], [accepted])
    [question] = identity_questions(known)
    assert not waits(known, question)
    assert "read unsurely" not in identity_text(known, question, {})


def test_a_question_shows_standing_notice_denial_and_that_it_is_no_answer():
    made = Page("The Kandor Post", "2024-05-23", notice="Invented for testing")
    front, movement = made.name("Kandor Front", GROUP), made.name("Zarvan Movement", GROUP)
    made.claim(front, "front_for", movement, Said(factuality="PS+"))
    made.claim(front, "front_for", movement, Said(by=(says(front),), factuality="CT-"))
    known, question = raised(made)

    text = identity_text(known, question, {question.id: "q-1"})
    for words in (
        "Kandor Front (not listed) · Zarvan Movement (not listed)",
        "Invented for testing",
        "denied by Kandor Front",
        "says that possibly",
        "A question, not an answer",
        "sayso hypotheses show q-1",
    ):
        assert words in text
    assert text.index("For a front") < text.index("Against a front")


def test_fifty_thousand_claims_about_one_pair_are_one_question_in_a_few_seconds():
    made = Page("The Kandor Post", "2024-05-23")
    front, movement = made.name("Kandor Front", GROUP), made.name("Zarvan Movement", GROUP)
    made.claim(front, "front_for", movement)
    [claim] = made.claims
    made.claims += [numbered(claim, n) for n in range(50_000)]
    known = assemble([made.record()])

    began = time.perf_counter()
    [question] = identity_questions(known)
    ground = Ground(known, ())
    assert {ground.under(c).roots for c in question.indications[0].claims} == {("The Kandor Post",)}
    text = " ".join(identity_text(known, question, {}).split())
    assert "and 50000 more of the same root" in text
    assert identities_shape(known, [question], {}, 0)["questions"]
    [row] = identities_shape(known, [question], {}, 0, most=10)["questions"]
    counted = [(len(sign["claims"]), sign["more"]) for sign in row["signs"]]
    assert (10, 50_001 - 10) in counted
    assert time.perf_counter() - began < 20


def numbered(claim: Claim, number: int) -> Claim:
    return replace(claim, id=ClaimId(f"{claim.id}-{number}"))
