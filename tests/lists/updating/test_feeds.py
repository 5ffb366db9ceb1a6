"""Addresses of lists: the published ones, and those that a user states."""

import pytest

from sayso.errors import BadInput
from sayso.lists.ftm.release import FtmList
from sayso.lists.national.flat import FlatCopy
from sayso.lists.un import UnList
from sayso.lists.updating.feeds import PUBLISHED, chosen, feeds_with, source_of

SOURCES = {"un": UnList()}


def test_every_published_address_is_safe_to_ask_and_says_where_it_is_stated():
    for code, feed in PUBLISHED.items():
        assert (feed.code, feed.is_stated) == (code, False)
        assert feed.address.startswith("https://")
        assert feed.page is not None
        assert feed.terms is not None


def test_a_stated_address_takes_the_place_of_the_published_one():
    feeds = feeds_with("un=http://un.example/list.xml  others=ftm=https://a.example/e.json?a=b&c=d")
    assert (feeds["un"].address, feeds["un"].is_stated) == ("http://un.example/list.xml", True)
    assert (feeds["un"].format, feeds["un"].terms) == ("XML", PUBLISHED["un"].terms)
    others = feeds["others"]
    assert (others.code, others.authority) == ("others", "others=ftm")
    assert (others.address, others.terms) == ("https://a.example/e.json?a=b&c=d", None)


@pytest.mark.parametrize("stated", ["un", "un=", "=https://a.example", "un=list.xml", "a=ftm=x"])
def test_what_is_no_address_is_refused_with_an_example(stated: str):
    with pytest.raises(BadInput, match=r"list_addresses: .* is not like ca=https://"):
        feeds_with(stated)


@pytest.mark.parametrize(("form", "kind"), [("ftm", FtmList), ("flat", FlatCopy)])
def test_some_forms_of_files_are_read_under_a_code_of_the_users_own(form: str, kind: type[object]):
    source = source_of(f"others={form}", SOURCES)
    assert isinstance(source, kind)
    assert source.authority == "others"


@pytest.mark.parametrize(
    ("named", "reason"),
    [
        ("others", r"no list source 'others': there is un; .* write others=ftm, .* others=flat"),
        ("un=ftm", "un is an authority of its own"),
        ("un=flat", "un is an authority of its own"),
        ("ofac=ftm", "ofac is an authority of its own"),
        ("others=xml", "no such form"),
        ("Others List=ftm", "a code has small letters"),
        ("a:b=ftm", "a code has small letters"),
    ],
)
def test_nobody_else_s_list_can_pass_for_an_authority_s(named: str, reason: str):
    with pytest.raises(BadInput, match=reason):
        source_of(named, SOURCES)


def test_without_names_every_list_that_can_be_read_is_asked_for():
    feeds = feeds_with("others=ftm=https://a.example/e.json")
    assert [f.code for f in chosen(feeds, SOURCES, [])] == ["un", "others"]
    assert [f.code for f in chosen(feeds, SOURCES, ["others=ftm", "un", "un"])] == ["others", "un"]
    with pytest.raises(BadInput, match=r"no address for 'ca': there is un, others"):
        chosen(feeds, SOURCES, ["ca"])
