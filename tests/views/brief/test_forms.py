"""The brief in each form: whole, marked as a draft, and safe to open."""

import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model.briefs import Brief
from sayso.views.brief import html, markdown
from sayso.views.brief.compose import BriefScope, compose
from sayso.views.publishing import json as json_form
from tests.views.build import HOSTILE, NOON, NOTICE
from tests.views.kandor import case

DRAFT = "DRAFT, NOT REVIEWED"
OWN_TAGS = {
    *("html", "head", "meta", "title", "style", "body", "header", "main", "footer", "section"),
    *("table", "thead", "tbody", "tr", "td", "h1", "h2", "p", "ol", "ul", "li", "dl", "dt", "dd"),
    *("span", "sup", "a", "q", "bdi", "em"),
}


class Page(HTMLParser):
    """Reads a page and keeps its tags, links, ids and text."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag."""
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        """Keep text."""
        self.text += data

    def values(self, name: str) -> list[str]:
        """Give all values of an attribute."""
        return [value for one, value in self.attributes if one == name]


@pytest.fixture(scope="module")
def brief() -> Brief:
    return compose(case(), BriefScope(), made=NOON, cut_off=NOON, versions=(("Sayso", "0.1"),))


def test_no_input_becomes_markup(brief: Brief):
    page = Page(html.write(brief))
    assert set(page.tags) <= OWN_TAGS
    assert HOSTILE in page.text


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=60))
def test_whatever_a_title_holds_the_page_has_the_same_tags(title: str):
    made = compose(case(), BriefScope(), made=NOON, cut_off=NOON, versions=())
    tags = Page(html.write(made)).tags
    named = Page(html.write(replace(made, title=title))).tags
    assert [tag for tag in named if tag != "bdi"] == [tag for tag in tags if tag != "bdi"]


def test_the_page_asks_for_nothing_from_outside(brief: Brief):
    text = html.write(brief)
    page = Page(text)
    assert all(value.startswith("#") for value in page.values("href"))
    assert page.values("src") == []
    assert not re.search(r"@import|url\(", text)
    assert "default-src 'none'" in text


def test_footnotes_are_linked_both_ways(brief: Brief):
    page = Page(html.write(brief))
    ids, links = page.values("id"), page.values("href")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in links} <= set(ids)
    for note in brief.footnotes:
        assert {f"#n{note.number}", f"#r{note.number}"} <= set(links)


def test_every_printed_page_says_that_it_is_a_draft(brief: Brief):
    text = html.write(brief)
    assert f'<thead><tr><td class="mark">{DRAFT}</td></tr></thead>' in text
    assert "display: table-header-group" in text


def test_names_from_right_to_left_are_set_apart(brief: Brief):
    assert "<bdi>گل رحیم</bdi> (not listed)" in html.write(brief)


def test_a_character_that_turns_the_direction_cannot_reorder_the_page(brief: Brief):
    turned = replace(brief, title="invoice\u202egpj.exe")
    assert "\u202e" not in Page(html.write(turned)).text.split("Summary", maxsplit=1)[1]
    assert "invoicegpj.exe" in html.write(turned)


def test_the_page_knows_light_and_dark_and_print(brief: Brief):
    text = html.write(brief)
    assert "prefers-color-scheme: dark" in text
    assert "@media print" in text
    assert text.startswith("<!doctype html>")
    assert '<meta charset="utf-8">' in text


@pytest.mark.parametrize("write", [markdown.write, html.write, json_form.write])
def test_every_form_says_that_it_is_a_draft_and_what_is_invented(brief: Brief, write):  # noqa: ANN001
    text = write(brief)
    assert DRAFT in text
    assert NOTICE in text


@pytest.mark.parametrize("write", [markdown.write, html.write])
def test_a_reviewed_brief_is_no_draft(brief: Brief, write):  # noqa: ANN001
    assert DRAFT not in write(replace(brief, reviewed=True))


def test_markdown_has_every_footnote_that_it_refers_to(brief: Brief):
    text = markdown.write(brief)
    assert set(re.findall(r"\[\^(\d+)\](?!:)", text)) == set(
        re.findall(r"^\[\^(\d+)\]:", text, re.MULTILINE)
    )


def test_markdown_lets_no_input_become_markup(brief: Brief):
    text = markdown.write(brief)
    assert "<script>" not in text.replace(r"\<script\>", "")
    assert r"\[x\](http://x) \`y\` \*z\*" in text


def test_markdown_leaves_file_names_readable():
    assert markdown.escaped("my_long_report.pdf is _not_ *this*") == (
        r"my_long_report.pdf is \_not\_ \*this\*"
    )


def test_json_has_the_same_lines_and_footnotes(brief: Brief):
    got = json.loads(json_form.write(brief))
    assert got["mark"] == DRAFT
    assert got["reviewed"] is False
    assert got["versions"] == [{"what": "Sayso", "version": "0.1"}]
    assert [note["words"] for note in got["footnotes"]] == [n.words for n in brief.footnotes]
    lines = [line["text"] for s in got["sections"] for p in s["paragraphs"] for line in p["lines"]]
    assert lines == [x.text for s in brief.sections for p in s.paragraphs for x in p.lines]
