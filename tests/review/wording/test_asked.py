"""Who was asked, from the words of a sentence."""

import pytest

from sayso.model.vocabulary import Reply
from sayso.review.assemble import assemble
from tests.review.build import GROUP, Page


@pytest.mark.parametrize(
    ("sentence", "reply"),
    [
        ("The Aral Front declined to comment.", Reply.DECLINED),
        ("The Aral Front refused to answer questions.", Reply.DECLINED),
        ("The Aral Front had no comment.", Reply.DECLINED),
        ("The Aral Front did not reply.", Reply.SOUGHT),
        ("The Aral Front has not yet responded to several e-mails.", Reply.SOUGHT),
        ("The Aral Front was given until Friday to respond.", Reply.SOUGHT),
        ("The Aral Front was asked for its view.", Reply.SOUGHT),
        ("The Courier sent a list of questions to the Aral Front.", Reply.SOUGHT),
        ("The Courier put the allegations to the Aral Front.", Reply.SOUGHT),
        ("The Courier asked the Aral Front to comment.", Reply.SOUGHT),
        ("The Aral Front did not respond to the attack.", Reply.NOT_SOUGHT),
        ("The Aral Front was asked to leave.", Reply.NOT_SOUGHT),
        ("The Courier sent a reporter to the Aral Front.", Reply.NOT_SOUGHT),
        ("The Aral Front declined to take part.", Reply.NOT_SOUGHT),
        ("The Aral Front approached the border.", Reply.NOT_SOUGHT),
    ],
)
def test_words_tell_whose_answer_was_sought(sentence: str, reply: Reply):
    page = Page("Courier", "2024-05-24")
    front, band = page.name("Aral Front", GROUP), page.name("Baghlan Band", GROUP)
    claim = page.claim(front, "supports", band)
    page.write(sentence)
    page.mention(front, "Aral Front")
    knowledge = assemble([page.record()])
    finding = knowledge.findings[knowledge.finding_of[claim]]
    assert finding.reply is reply
    [hearing] = [h for h in knowledge.hearings[finding.id] if h.party == finding.subject]
    assert hearing.reply is reply
    if reply is not Reply.NOT_SOUGHT:
        assert (hearing.asked_by, hearing.put, hearing.words) == ("Courier", (claim,), sentence)
