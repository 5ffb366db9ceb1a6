"""Web pages: the article, and what the page says of itself."""

import time

import pytest

from sayso.collect.passages import cut
from sayso.collect.readers.html import HtmlReader
from sayso.errors import Unreadable
from sayso.model.ids import digest_of
from sayso.model.vocabulary import PassageKind
from sayso.ports import ReadText
from tests.collect.made import original

SAID = "The Sarband Authority rejected the report of the Panel on Thursday."


def read(page: str, encoding: str = "utf-8", **headers: str) -> ReadText:
    return HtmlReader().read(original(page.encode(encoding), "page.html", **headers))


def words(found: ReadText) -> list[tuple[str, str]]:
    return [(block.kind.value, block.span.of(found.text)) for block in found.blocks]


def test_the_article_is_read_without_the_page_around_it():
    found = read(
        f"""<!doctype html><html><head><title>Report rejected</title><script>evil()</script></head>
        <body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
        <article><h1>Report rejected</h1><p>{SAID}</p><h2>Camps</h2>
        <ul><li>Camps in <b>Kunar</b></li><li>Camps in Laghman</li></ul>
        <table><tr><td>Idris Wardak</td><td>spokesman</td></tr></table></article>
        <script>document.write("hidden")</script><footer>© Sarhad</footer></body></html>"""
    )
    assert words(found) == [
        ("heading", "Report rejected"),
        ("sentence", SAID),
        ("heading", "Camps"),
        ("sentence", "• Camps in Kunar"),
        ("sentence", "• Camps in Laghman"),
        ("sentence", "Idris Wardak\tspokesman"),
    ]
    assert found.title == "Report rejected"


def test_what_the_page_states_is_taken():
    found = read(
        f"""<html><head><title>Camps report rejected | Sarhad Daily</title>
        <meta property="og:site_name" content="Sarhad &amp; Daily">
        <meta content='2024-05-24T23:30:00+04:30' property='article:published_time'>
        <meta property="og:title" content="Camps report rejected - Sarhad &amp; Daily">
        </head><body><p>{SAID}</p></body></html>"""
    )
    assert (found.title, found.publisher, found.published) == (
        "Camps report rejected",
        "Sarhad & Daily",
        "2024-05-24",
    )


@pytest.mark.parametrize(
    ("markup", "published"),
    [
        ('<meta name="date" content="2024-05">', "2024-05"),
        ("<meta name=DC.date.issued content=2024>", "2024"),
        ('<time itemprop="datePublished" datetime="2024-05-24 08:00">', "2024-05-24"),
        (
            '<script type="application/ld+json">{"datePublished": "2024-05-24T01:00Z"}</script>',
            "2024-05-24",
        ),
        ('<meta name="date" content="2024-02-31">', None),
        ('<meta name="date" content="0001-01-01">', None),
        ('<meta name="date" content="yesterday">', None),
        ('<meta name="date" content="2024-0524">', None),
        ("<p>Posted on 24 May 2024</p>", None),
        ("<footer>© 2024 Sarhad Daily</footer>", None),
    ],
)
def test_a_date_is_taken_as_stated_and_never_invented(markup: str, published: str | None):
    assert (
        read(f"<html><head>{markup}</head><body><p>{SAID}</p></body></html>").published == published
    )


def test_a_page_that_says_nothing_of_itself_has_no_title_publisher_or_date():
    found = read(f"<html><body><p>{SAID}</p></body></html>")
    assert (found.title, found.publisher, found.published) == (None, None, None)


def test_a_publisher_is_found_in_linked_data():
    page = f"""<html><head><script type="application/ld+json">{{"publisher": {{"@type":
    "Organization", "name": "Herat Courier"}}}}</script></head><body><p>{SAID}</p></body></html>"""
    assert read(page).publisher == "Herat Courier"


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [("cp1256", '<meta charset="windows-1256">'), ("utf-8", ""), ("utf-16", "")],
)
def test_the_encoding_of_the_page_is_followed(encoding: str, declared: str):
    said = "قال المتحدث باسم الحركة إن التقرير دعاية لا أساس لها من الصحة."
    found = read(f"<html><head>{declared}</head><body><p>{said}</p></body></html>", encoding)
    assert found.text == said


def test_the_server_knows_the_encoding_better_than_the_page():
    page = "<html><head><meta charset=latin-1></head><p>Представитель отверг доклад.</p></html>"
    found = read(page, "cp1251", content_type="text/html; charset=windows-1251")
    assert "Представитель отверг доклад." in found.text


def seconds_to_read(page: str) -> float:
    began = time.perf_counter()
    found = read(page)
    assert SAID in found.text
    assert "alert" not in found.text
    return time.perf_counter() - began


@pytest.mark.parametrize(
    "page",
    [
        "<html><body>" + "<div>" * 100_000 + f"<p>{SAID}</p>" + "</div>" * 100_000,
        "<html><body>" + "<b><i>" * 50_000 + SAID,
        "<html><body><table>" + "<tr><td><table>" * 3_000 + SAID,
        f"<html><body><p>{SAID}</p>" + "<!--" * 50_000,
        f"<html><body><p>{SAID}</p><p " + "a=b " * 50_000,
        f"<html><body><p>{SAID}</p>" + "<script>alert(1)" * 20_000,
        f"<html><body><p>{SAID}</p>" + "<a href=x>y</a><" * 5_000,
        f"<html><body><p>{SAID}</p><svg onload=alert(1)><style>alert</style><a onerror=alert(1)>",
        f"<html><body><p>{SAID}</p>" + '<meta property="' * 20_000,
    ],
    ids=[
        "divs",
        "inline",
        "tables",
        "comments",
        "attributes",
        "scripts",
        "links",
        "events",
        "metas",
    ],
)
def test_deep_and_hostile_markup_is_read_in_time(page: str):
    assert seconds_to_read(page) < 5


def test_a_page_without_an_article_is_read_whole_and_says_so():
    found = read("<html><body>" + "<div>" * 2_000 + f"<p>{SAID}</p><ul><li>Kunar<li>Herat</ul>")
    assert words(found) == [("sentence", SAID), ("sentence", "• Kunar"), ("sentence", "• Herat")]
    assert "no article was found" in found.remarks[0]


@pytest.mark.parametrize(
    "page", ["<html><script>alert(1)</script></html>", "<html><body></body></html>"]
)
def test_a_page_that_shows_nothing_is_refused(page: str):
    with pytest.raises(Unreadable, match=r"page\.html: the page shows no text"):
        read(page)


def test_entities_become_characters_and_halves_of_characters_do_not_come_through():
    found = read(f"<html><body><p>{SAID} Caf&eacute; &#x41; &#xD800; &amp;lt;</p></body></html>")
    assert "Café A" in found.text
    found.text.encode("utf-8")


def test_headings_of_the_page_are_no_claims():
    found = read(f"<html><body><article><h1>Camps</h1><p>{SAID}</p></article></body></html>")
    passages = cut(digest_of(b""), found.text, found.blocks)
    assert [passage.kind for passage in passages] == [PassageKind.HEADING, PassageKind.SENTENCE]


@pytest.mark.parametrize(
    "page",
    [
        f"<html><body><div {' '.join(f'a{i}=1' for i in range(60_000))}><p>{SAID}</p></div>",
        f"<html><body><p>{SAID}</p>" + '<p class="comment">a</p>' * 21_000,
    ],
    ids=["attributes", "tags"],
)
def test_a_page_whose_tree_would_take_minutes_is_read_without_one(page: str):
    began = time.monotonic()
    found = read(page)
    assert time.monotonic() - began < 5
    assert found.text.startswith(SAID)
    assert "no article was found" in found.remarks[0]
