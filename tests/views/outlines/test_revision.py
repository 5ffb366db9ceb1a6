"""A later issue says what changed since the earlier one."""

from dataclasses import replace

import pytest

from sayso.errors import BadInput
from sayso.model.briefs import Brief
from sayso.model.findings import Knowledge
from sayso.model.ids import FindingId
from sayso.model.vocabulary import FindingStatus
from sayso.views.brief import html, markdown
from sayso.views.brief.compose import BriefScope, compose
from sayso.views.outlines.revision import read_earlier, revised
from sayso.views.publishing import json
from tests.views.build import NOON
from tests.views.kandor import case


@pytest.fixture(scope="module")
def kandor() -> Knowledge:
    return case()


def issue(knowledge: Knowledge) -> Brief:
    return compose(knowledge, BriefScope(), made=NOON, cut_off=NOON, versions=())


def since(knowledge: Knowledge, earlier: Knowledge) -> tuple[str, ...]:
    before = read_earlier(json.write(issue(earlier)), "first.json")
    return revised(knowledge, issue(knowledge), before).revision


def without(knowledge: Knowledge, number: int) -> Knowledge:
    gone = FindingId(f"f-{number:012x}")
    return replace(knowledge, findings={k: f for k, f in knowledge.findings.items() if k != gone})


def test_an_issue_that_says_the_same_says_so(kandor: Knowledge):
    assert since(kandor, kandor) == (
        "Compared with the issue of 2024-06-01 12:00 UTC.",
        "Nothing that is told has changed.",
    )


def test_what_is_new_and_what_is_gone_are_told(kandor: Knowledge):
    assert "New, or told now: para. 6." in since(kandor, without(kandor, 5))
    assert any("No longer told" in line for line in since(without(kandor, 5), kandor))


def test_a_status_that_changed_is_told_with_both_words(kandor: Knowledge):
    key = FindingId(f"f-{2:012x}")
    found = replace(kandor.findings[key], status=FindingStatus.CORROBORATED)
    later = replace(kandor, findings={**kandor.findings, key: found})
    assert any(line.endswith("was asserted, is now corroborated.") for line in since(later, kandor))


def test_words_of_a_document_that_was_erased_are_not_said_again(kandor: Knowledge):
    later = without(kandor, 5)
    claims = kandor.findings[FindingId(f"f-{5:012x}")].claims
    erased = replace(later, claims={k: c for k, c in later.claims.items() if k not in claims})
    told = " ".join(since(erased, kandor))
    assert "1 finding of the earlier issue" in told
    assert "Baryal Sahak" not in told


def test_what_changed_stands_at_the_head_of_every_form(kandor: Knowledge):
    before = read_earlier(json.write(issue(without(kandor, 5))), "first.json")
    made = revised(kandor, issue(kandor), before)
    for text in (markdown.write(made), html.write(made), json.write(made)):
        assert "New, or told now: para. 6." in text


@pytest.mark.parametrize("text", ["", "{}", "[]", "# a brief", '{"sections": 3}', "null"])
def test_what_is_no_issue_is_refused_with_what_to_keep(text: str):
    with pytest.raises(BadInput, match=r"old\.md: no earlier issue.*--to json"):
        read_earlier(text, "old.md")
