"""Reads corpora of texts with gold places: LGL, TR-News, GeoVirus and GeoWebNews XML.

LGL and TR-News have an article's number in `docid` and a `gaztag` in each placed `toponym`;
GeoWebNews has `file`, and `geonamesID`, `latitude` and `longitude` in the toponym itself; GeoVirus
has neither number, `locations` instead of toponyms, and counts characters from 1.
"""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from sayso.errors import BadInput
from sayso.model.ids import Span

#: Bytes of a file, unpacked.
MAX_BYTES = 200_000_000
GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class Gold:
    """What a corpus says of one place.

    Attributes:
        number: its GeoNames id; 0 where the corpus has none.
        latitude, longitude: degrees.
        country: GeoNames id of its country; 0 where the corpus does not say.
        first: GeoNames id of its first level; 0 where the corpus does not say.
        page: the title of its encyclopaedia page; "" where there is none.
    """

    number: int
    latitude: float
    longitude: float
    country: int = 0
    first: int = 0
    page: str = ""


@dataclass(frozen=True, slots=True)
class Toponym:
    """A name of a place in a text; the gold is None where the corpus does not place it."""

    span: Span
    gold: Gold | None


@dataclass(frozen=True, slots=True)
class Article:
    """One text with its toponyms, in the corpus's order."""

    id: str
    text: str
    toponyms: tuple[Toponym, ...]


def read(path: Path) -> list[Article]:
    """Give the articles of a corpus, plain or packed with gzip.

    Raises:
        BadInput: it is no such XML, or something in it is missing or outside its text; the
            message names the file, the article and the toponym.
    """
    try:
        packed = path.read_bytes()
        content = unpacked(packed, path) if packed.startswith(GZIP) else packed
        root = fromstring(content, forbid_dtd=True)
    except OSError as error:
        raise BadInput(f"{path}: cannot be read ({error.strerror}); check the path") from error
    except (ParseError, DefusedXmlException, ValueError) as error:
        raise BadInput(f"{path}: no well-formed XML ({error}); get the file again") from error
    articles = [read_article(node, n, path) for n, node in enumerate(root.iter("article"))]
    if not articles:
        raise BadInput(f"{path}: no <article> in it; give LGL, TR-News, GeoVirus or GeoWebNews")
    return articles


def unpacked(packed: bytes, path: Path) -> bytes:
    """Give what a gzip file holds.

    Raises:
        BadInput: it is truncated, damaged or too large.
    """
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        content = unpacker.decompress(packed, MAX_BYTES)
    except zlib.error as error:
        raise BadInput(f"{path}: no sound gzip file ({error}); get it again") from error
    if unpacker.unconsumed_tail:
        raise BadInput(f"{path}: more than {MAX_BYTES:,} bytes unpacked; split it")
    if not unpacker.eof:
        raise BadInput(f"{path}: the gzip file ends too early; get it again")
    return content


def read_article(node: Element, number: int, path: Path) -> Article:
    """Read one article; it is called by its number in the file where it has none of its own."""
    own = node.get("docid") or node.get("file") or str(number)
    place = f"{path}, article {own}"
    text = node.findtext("text")
    if text is None:
        raise BadInput(f"{place}: no <text>; get the file again")
    virus = node.find("locations") is not None
    found = node.iter("location") if virus else node.iter("toponym")
    toponyms = [
        read_toponym(one, text, f"{place}, toponym {n}", from_one=virus)
        for n, one in enumerate(found)
    ]
    return Article(own, text, tuple(toponyms))


def read_toponym(node: Element, text: str, place: str, *, from_one: bool) -> Toponym:
    """Read one toponym.

    Raises:
        BadInput: its offsets are no numbers, or lie outside the text.
    """
    start, end = (int(figure(node, tag, place)) - from_one for tag in ("start", "end"))
    if not 0 <= start < end <= len(text):
        raise BadInput(
            f"{place}: {start} to {end} does not lie in its text of {len(text)} characters; "
            "check the offsets"
        )
    return Toponym(Span(start, end), gold_of(node, place))


def gold_of(node: Element, place: str) -> Gold | None:
    """Give where the corpus places a toponym, None where it does not."""
    tag = node.find("gaztag")
    if tag is not None:
        number = tag.get("geonameid")
        if number is None or not number.isdecimal():
            raise BadInput(f"{place}: <gaztag> without a geonameid; mend or remove it")
        return Gold(
            number=int(number),
            latitude=figure(tag, "lat", place),
            longitude=figure(tag, "lon", place),
            country=id_of(tag.find("country")),
            first=id_of(tag.find("admin1")),
        )
    if node.find("lat") is not None:
        page = (node.findtext("page") or "").rsplit("/", 1)[-1].replace("_", " ")
        return Gold(0, figure(node, "lat", place), figure(node, "lon", place), page=page)
    number = (node.findtext("geonamesID") or "").strip()
    if not number.isdecimal():
        return None
    return Gold(int(number), figure(node, "latitude", place), figure(node, "longitude", place))


def id_of(node: Element | None) -> int:
    """Give the GeoNames id that a country or first level bears, 0 where there is none."""
    number = "" if node is None else node.get("geonameid", "")
    return int(number) if number.isdecimal() else 0


def figure(node: Element, tag: str, place: str) -> float:
    """Give the number in a child.

    Raises:
        BadInput: there is no such child, or no number in it.
    """
    words = node.findtext(tag)
    if words is None:
        raise BadInput(f"{place}: no <{tag}>; add it or remove the toponym")
    try:
        number = float(words)
    except ValueError as error:
        raise BadInput(f"{place}: <{tag}> is no number ({words!r}); mend it") from error
    if not abs(number) <= MAX_BYTES:  # not a number, too
        raise BadInput(f"{place}: <{tag}> is no number to be used ({words!r}); mend it")
    return number


def placed(articles: list[Article]) -> Iterator[tuple[Article, int, Toponym, Gold]]:
    """Give every toponym that the corpus places, with its number in its article."""
    for article in articles:
        for index, toponym in enumerate(article.toponyms):
            if toponym.gold is not None:
                yield article, index, toponym, toponym.gold
