"""Reads web pages: the article without the page around it, and what the page says of itself."""

import html
import logging
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

import trafilatura

from sayso.collect.media import HTML
from sayso.collect.readers.decode import decoded
from sayso.collect.readers.plain import Part, charset_of, joined
from sayso.errors import Unreadable
from sayso.model.documents import Original
from sayso.model.vocabulary import PassageKind
from sayso.ports import ReadText


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


#: A larger page is read without looking for the article in it; characters, tags.
_MAX_ARTICLE_PAGE, _MAX_ARTICLE_TAGS = 4_000_000, 40_000
#: With more attributes in one tag, the time that the tree takes grows with their square.
_MAX_ATTRIBUTES = 5_000
#: What a page says of itself stands in this much of it; characters.
_HEAD_LENGTH = 400_000

_META_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w.:\-]+)", re.IGNORECASE)
_TAG_START = re.compile(r"<(?:!--|(/?)([a-zA-Z][a-zA-Z0-9]*))|<[!?]")
_WHOLE_TAG = re.compile(r"<[a-zA-Z](?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+")
_BETWEEN_ATTRIBUTES = re.compile(r"(?:\"[^\"]*\"|'[^']*'|[\s/=]+)+")
_HTML_SPACE = re.compile(r"[ \t\r\n\f]+")
_SPACES = re.compile(r" {2,}")
#: Elements whose content is never shown.
_UNSHOWN = _words("script style template noscript title svg")
#: Elements that do not end a block; the last four are trafilatura's own names, as are "head"
#: (for headings), "item", "lb" and "cell" below.
_INLINE = _words(
    "a abbr b bdi bdo cite code em font i kbd mark q s small span strong sub sup time u wbr "
    "hi ref del graphic"
)
_HEADINGS = _words("h1 h2 h3 h4 h5 h6 head")
_ITEMS = frozenset({"li", "item"})
_SIGNS = {"br": "\n", "lb": "\n", "td": "\t", "th": "\t", "cell": "\t"}
_BULLET = "• "

#: Names under which pages state a thing, the surest first.
_TITLES = ("og:title", "dc.title", "citation_title", "twitter:title")
_PUBLISHERS = ("og:site_name", "dc.publisher", "dcterms.publisher", "application-name")
_DATES = (
    "article:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.issued",
    "citation_publication_date",
    "parsely-pub-date",
    "pubdate",
    "publish-date",
    "dc.date",
    "date",
)

_META = re.compile(r"<(?:meta|time)\b([^>]{1,2000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([\w:.\-]{1,40})\s{0,9}=\s{0,9}(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_TITLE = re.compile(r"<title\b[^>]{0,200}>([^<]{1,1000})</title", re.IGNORECASE)
_JSON_DATE = re.compile(r"\"datePublished\"\s{0,9}:\s{0,9}\"([^\"]{4,40})\"")
_JSON_PUBLISHER = re.compile(
    r"\"publisher\"\s{0,9}:\s{0,9}\{[^{}]{0,500}?\"name\"\s{0,9}:\s{0,9}\"([^\"\\]{1,200})\""
)
_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?![\d\-])")
_OLDEST_YEAR = 1900

#: Its warnings repeat, without the page's name, what the reader says with it.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


class _Element(Protocol):
    """As much of an XML element as is used here."""

    tag: str
    text: str | None
    tail: str | None

    def __iter__(self) -> Iterator["_Element"]: ...


class _Flow:
    """Words and tags as they come, gathered into blocks."""

    def __init__(self) -> None:
        self.parts: list[Part] = []
        self._words: list[str] = []
        self._has_words = False
        self._mark = ""
        self._kind = PassageKind.SENTENCE

    def say(self, words: str | None) -> None:
        """Add words to the block at hand, white space as a browser shows it."""
        if words:
            self._words.append(_HTML_SPACE.sub(" ", words))
            self._has_words = self._has_words or not words.isspace()

    def open(self, tag: str) -> None:
        """Begin an element; a block inside another begins anew only after words."""
        if tag in _SIGNS:
            self._words.append(_SIGNS[tag])
        elif tag in _HEADINGS:
            self.turn(PassageKind.HEADING)
        elif tag in _ITEMS:
            self.turn(mark=_BULLET)
        elif tag not in _INLINE and self._has_words:
            self.turn()

    def close(self, tag: str) -> None:
        """End an element."""
        if tag not in _SIGNS and tag not in _INLINE:
            self.turn()

    def turn(self, kind: PassageKind = PassageKind.SENTENCE, mark: str = "") -> None:
        """End the block at hand and begin another, with a mark before its first word."""
        if self._has_words:
            words = _SPACES.sub(" ", "".join(self._words)).strip()
            self.parts.append((self._mark + words, self._kind, None))
        self._words, self._has_words = [], False
        self._mark, self._kind = mark, kind


class HtmlReader:
    """Reads HTML; scripts, menus and comments are left out."""

    media_types = frozenset({HTML})

    def read(self, original: Original) -> ReadText:
        """Give the article's headings and paragraphs; where there is no article, all that is shown.

        Title, publisher and date are given only as the page states them.

        Raises:
            Unreadable: the page shows no text.
        """
        found = decoded(original.content, original.locator, _charset(original))
        page = found.text.replace("\0", "")
        parts = _article(page)
        remarks = found.remarks
        if not parts:
            parts = _everything(page)
            remarks += ("no article was found in the page; all of its text was read",)
        text, blocks = joined(parts)
        if not text:
            raise Unreadable(f"{original.locator}: the page shows no text; save it as PDF instead")
        stated = _stated_by(page[:_HEAD_LENGTH])
        return ReadText(
            text=text,
            blocks=blocks,
            title=stated.title,
            publisher=stated.publisher,
            published=stated.published,
            encoding=found.encoding,
            remarks=remarks,
        )


def _charset(original: Original) -> str | None:
    """Give the character set that the server names, else the page."""
    named = _META_CHARSET.search(original.content[:4096])
    return charset_of(original) or (named[1].decode("ascii") if named else None)


def _article(page: str) -> list[Part]:
    """Give the blocks of the article in a page; none where there is no article."""
    if _is_swollen(page):
        return []
    found = trafilatura.bare_extraction(page, include_comments=False)
    flow = _Flow()
    body: _Element | None = getattr(found, "body", None)
    waiting = [] if body is None else [(body, False)]
    while waiting:
        element, is_read = waiting.pop()
        if is_read:
            flow.close(element.tag)
            flow.say(element.tail)
        else:
            flow.open(element.tag)
            flow.say(element.text)
            waiting.append((element, True))
            waiting.extend((inner, False) for inner in reversed(list(element)))
    return flow.parts


def _is_swollen(page: str) -> bool:
    """Say whether a page, or a tag in it, is larger than any article needs."""
    if len(page) > _MAX_ARTICLE_PAGE or page.count("<") > _MAX_ARTICLE_TAGS:
        return True
    long = (tag[0] for tag in _WHOLE_TAG.finditer(page) if len(tag[0]) > _MAX_ATTRIBUTES)
    return any(len(_BETWEEN_ATTRIBUTES.findall(tag)) > _MAX_ATTRIBUTES for tag in long)


def _everything(page: str) -> list[Part]:
    """Give all text that a page shows, in one pass, however deep or broken its markup is."""
    flow = _Flow()
    place = 0
    while (tag := _TAG_START.search(page, place)) is not None:
        flow.say(html.unescape(page[place : tag.start()]))
        name = (tag[2] or "").lower()
        place = _end_of(page, tag, name)
        if tag[1]:
            flow.close(name)
        elif name:
            flow.open(name)
    flow.say(html.unescape(page[place:]))
    flow.turn()
    return flow.parts


def _end_of(page: str, tag: re.Match[str], name: str) -> int:
    """Give where a tag ends, with all that it hides; what never ends hides the rest."""
    if tag[0] == "<!--":
        end = page.find("-->", tag.end())
        return len(page) if end < 0 else end + 3
    if name in _UNSHOWN and not tag[1]:
        closing = re.compile(f"</{name}", re.IGNORECASE).search(page, tag.end())
        return len(page) if closing is None else closing.start()
    end = page.find(">", tag.end())
    return len(page) if end < 0 else end + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stated:
    """What a page says of itself; None where it says nothing.

    Attributes:
        published: EDTF.
    """

    title: str | None
    publisher: str | None
    published: str | None


def _stated_by(page: str) -> _Stated:
    """Give what the head of a page states.

    Args:
        page: the beginning of the page's markup.
    """
    metas = _metas(page)
    in_title, in_json = _TITLE.search(page), _JSON_PUBLISHER.search(page)
    publisher = _first(metas, _PUBLISHERS) or (_clean(in_json[1]) if in_json else None)
    title = _first(metas, _TITLES) or (_clean(in_title[1]) if in_title else None)
    return _Stated(
        title=_without_publisher(title, publisher),
        publisher=publisher,
        published=_date(page, metas),
    )


def _metas(page: str) -> Mapping[str, str]:
    """Give the page's statements by lower-case name; of two with one name the first."""
    metas: dict[str, str] = {}
    for tag in _META.finditer(page):
        attributes = {
            name.lower(): double or single or bare
            for name, double, single, bare in _ATTRIBUTE.findall(tag[1])
        }
        value = attributes.get("content") or attributes.get("datetime")
        for key in ("property", "name", "itemprop"):
            if key in attributes and value is not None:
                metas.setdefault(attributes[key].lower(), _clean(value))
    return metas


def _first(metas: Mapping[str, str], names: Sequence[str]) -> str | None:
    return next((metas[name] for name in names if metas.get(name)), None)


def _clean(value: str) -> str:
    return " ".join(html.unescape(value).split())


def _without_publisher(title: str | None, publisher: str | None) -> str | None:
    """Give "Camps report rejected" for "Camps report rejected | Sarhad Daily"."""
    if title is None or publisher is None:
        return title or None
    return re.sub(rf"\s+[|\-–—·:]\s+{re.escape(publisher)}\Z", "", title) or title


def _date(page: str, metas: Mapping[str, str]) -> str | None:
    in_json = _JSON_DATE.search(page)
    stated = [metas[name] for name in _DATES if name in metas] + ([in_json[1]] if in_json else [])
    return next((found for found in map(_edtf, stated) if found is not None), None)


def _edtf(stated: str) -> str | None:
    """Give year, month or day of an ISO date or time; None for anything else."""
    found = _ISO.match(stated)
    if found is None or int(found[1]) < _OLDEST_YEAR:
        return None
    try:
        date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    except ValueError:
        return None
    return found[0]
