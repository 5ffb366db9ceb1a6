"""A feed that any reader takes, in which a denial stands beside its allegation."""

import re
from datetime import datetime
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import pytest

from sayso.model.news import WATCH, News
from sayso.views.times import atom, text
from sayso.views.times.json import news_json
from sayso.watching import Watch, judgement_of, news
from tests.fakes import tiny_entry
from tests.review.build import GROUP, PERSON, Page, Said
from tests.timed import Diary, allegation, day, denial, tie

ATOM = "{http://www.w3.org/2005/Atom}"
HOSTILE = 'Zarvan <script>alert("ضرب")</script> & ]]> Front'
#: RFC 4287, section 4.1: what a feed and an entry may hold, and how often.
FEED = {"id": (1, 1), "title": (1, 1), "updated": (1, 1), "author": (1, None)}
FEED |= {"subtitle": (0, 1), "generator": (0, 1), "entry": (0, None)}
ENTRY = {"id": (1, 1), "title": (1, 1), "updated": (1, 1), "content": (1, 1), "category": (0, None)}
PERSON_CONSTRUCT = {"name": (1, 1)}
#: The attributes of each element: of common ones only `xml:lang` is used, on the feed.
ATTRIBUTES = {
    "feed": {"{http://www.w3.org/XML/1998/namespace}lang"},
    "category": {"term"},
    "content": {"type"},
    "generator": {"version"},
}
#: RFC 3339, as RFC 4287, section 3.3, asks for it: T and Z in capitals.
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z")
URN = re.compile(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class Words(HTMLParser):
    """The text of an entry, and its elements."""

    def __init__(self, written: str) -> None:
        super().__init__()
        self.words, self.tags = "", set()
        self.feed(written)

    def handle_data(self, data: str) -> None:
        """Keep the words."""
        self.words += f"{data} "

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the name of an element, which has no attributes."""
        assert not attrs
        self.tags.add(tag)


def told(diary: Diary, at: datetime, **more: object) -> News:
    diary.now = day(30)
    return news(diary.bench, Watch(since=at, until=diary.now, **more))


def written(found: News) -> str:
    return atom.write(found, author="Ada Okoye", version="1")


def children(element: ET.Element, allowed: dict[str, tuple[int, int | None]]) -> None:
    """Check what an element holds against the table."""
    names = [child.tag.removeprefix(ATOM) for child in element]
    assert set(names) <= set(allowed)
    for name, (least, most) in allowed.items():
        assert least <= names.count(name) <= (most or len(names))


@pytest.fixture
def diary() -> Diary:
    made = Diary()
    made.add(allegation(), 1)
    made.add(denial(), 3)
    made.add(tie(), 4)
    old = tiny_entry("QDe.901", "SARBAND FRONT")
    others = [tiny_entry(f"QDe.{n}", f"Name{n} Other{n}") for n in range(100, 150)]
    made.release("2024-05-01", 0, old, *others)
    page = Page("Radio Kunar", "2024-05-20", notice="Invented for a test.")
    front = page.listed(page.name("Sarband Front", GROUP), "QDe.901")
    page.claim(page.name(HOSTILE, PERSON), "leads", front, Said(factuality="PS+"))
    made.add(page, 5)
    made.release("2024-06-06", 6, tiny_entry("QDe.901", "SARBAND FRONT", "جبهه سربند\x0b"), *others)
    watched = judgement_of(WATCH, "Sarband Front", "Ada", "asked", day(2))
    made.store.judgements.add(watched)
    return made


def test_the_feed_is_as_the_standard_asks(diary: Diary):
    feed = ET.fromstring(written(told(diary, day(2, 0))))  # noqa: S314  # our own
    assert feed.tag == f"{ATOM}feed"
    children(feed, FEED)
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "Ada Okoye"
    entries = feed.findall(f"{ATOM}entry")
    assert {e.find(f"{ATOM}category").get("term") for e in entries} == {
        "status_changed",
        "new_finding",
        "new_tie",
        "list_change",
        "screening_hit",
    }
    for entry in entries:
        children(entry, ENTRY)
        assert entry.find(f"{ATOM}content").get("type") == "html"
    ids = [e.findtext(f"{ATOM}id") for e in (feed, *entries)]
    assert all(URN.fullmatch(one) for one in ids)
    assert len(set(ids)) == len(ids)
    times = [e.findtext(f"{ATOM}updated") for e in (feed, *entries)]
    assert all(INSTANT.fullmatch(one) for one in times)
    assert times[1:] == sorted(times[1:], reverse=True)
    assert times[0] == times[1]


def test_every_element_has_the_attributes_and_the_plain_text_that_the_standard_allows(diary: Diary):
    raw = written(told(diary, day(2, 0)))
    feed = ET.fromstring(raw)  # noqa: S314  # our own
    assert raw.startswith('<?xml version="1.0" encoding="utf-8"?>')
    children(feed.find(f"{ATOM}author"), PERSON_CONSTRUCT)
    containers = {"feed", "author", "entry"}
    for element in feed.iter():
        name = element.tag.removeprefix(ATOM)
        assert element.tag.startswith(ATOM), "nothing stands in another namespace"
        assert set(element.attrib) == ATTRIBUTES.get(name, set())
        assert name in containers or len(element) == 0
        assert name in containers | {"category"} or element.text.strip()
    # An entry without content would need a link to what it tells of (section 4.1.2), and there
    # are no links: so none can point twice to the same place, in the same type and language.
    assert all(e.findtext(f"{ATOM}content") for e in feed.iter(f"{ATOM}entry"))


def test_a_feed_keeps_its_id_and_what_is_told_to_others_is_another_feed(diary: Diary):
    def name(at: int, about: tuple[str, ...] = (), **more: object) -> str:
        made = atom.write(told(diary, day(at), **more), author="Ada", version="1", about=about)
        return ET.fromstring(made).findtext(f"{ATOM}id")  # noqa: S314  # our own

    assert name(2) == name(3)
    assert name(2, ("A", "B")) == name(2, ("B", "A"))
    others = {name(2), name(2, public=True), name(2, ("A",)), name(2, ("A",), public=True)}
    assert len(others) == 4


def test_what_a_text_holds_is_never_markup(diary: Diary):
    feed = ET.fromstring(written(told(diary, day(2, 0))))  # noqa: S314  # our own
    for content in feed.iter(f"{ATOM}content"):
        assert Words(content.text).tags <= {"p", "ul", "li"}
    assert any(HOSTILE in Words(c.text).words for c in feed.iter(f"{ATOM}content"))
    assert any(HOSTILE in title.text for title in feed.iter(f"{ATOM}title"))


def test_a_denial_and_its_speaker_stand_in_the_entry_of_the_allegation(diary: Diary):
    feed = ET.fromstring(written(told(diary, day(2))))  # noqa: S314  # our own
    [entry] = [e for e in feed.iter(f"{ATOM}entry") if "contested" in e.findtext(f"{ATOM}title")]
    words = Words(entry.findtext(f"{ATOM}content")).words
    assert entry.findtext(f"{ATOM}title").startswith("asserted → contested · contested: ")
    assert "The Kandor Post says so" in words
    assert "Zarvan Front, the party concerned, says that it is not so" in words
    assert "(not listed)" in words


def test_a_hedge_and_a_notice_survive_in_every_form(diary: Diary):
    found = told(diary, day(4))
    for form in (written(found), text.render(found), str(news_json(found))):
        assert "said to be possible" in form
        assert "Invented for a test." in form


def test_an_entry_keeps_its_id_whatever_it_is_told_since(diary: Diary):
    earlier, later = (
        {e.findtext(f"{ATOM}id"): e.findtext(f"{ATOM}updated") for e in feed.iter(f"{ATOM}entry")}
        for feed in (
            ET.fromstring(written(told(diary, day(n))))  # noqa: S314  # our own
            for n in (2, 3)
        )
    )
    assert later.items() < earlier.items()
    assert written(told(diary, day(2))) == written(told(diary, day(2)))


def test_the_same_names_stand_in_the_json(diary: Diary):
    found = told(diary, day(2))
    feed = ET.fromstring(written(found))  # noqa: S314  # our own
    assert {e.findtext(f"{ATOM}id") for e in feed.iter(f"{ATOM}entry")} == {
        change["id"] for change in news_json(found)["changes"]
    }


def test_nothing_new_is_nothing_written(diary: Diary):
    found = told(diary, day(9))
    assert (written(found), text.render(found)) == ("", "")
    assert news_json(found)["changes"] == []
