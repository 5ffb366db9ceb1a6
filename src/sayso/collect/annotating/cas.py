"""UIMA CAS of INCEpTION, as JSON 0.4 or XMI: annotations with features, and arrows between them."""

from collections.abc import Iterator, Mapping
from typing import Final
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from sayso.collect.annotating.labels import Page, Region, Relation, in_points
from sayso.collect.neighbours.sound import (
    MOST_BYTES,
    Json,
    code_points,
    json_of,
    objects_in,
    span_in,
    text_of,
    texts,
    whole_signs,
)
from sayso.errors import BadInput, Unreadable

#: Tags of an XMI file; a document with more annotations is none that people made.
_MOST_TAGS: Final = 2_000_000
_XMI: Final = "{http://www.omg.org/XMI}"
#: Packages of layers that tell of grammar, of the page or of the file, and nothing of the world.
_NOT_SAID: Final = (
    "uima.",
    "org.dkpro.core.api.pdf.",
    "org.dkpro.core.api.xml.",
    *(
        f"de.tudarmstadt.ukp.dkpro.core.api.{package}."
        for package in ("coref", "lexmorph", "metadata", "morph", "segmentation", "syntax")
    ),
)
_PLACES: Final = frozenset({"begin", "end", "sofa", "sofaString", "sofaID", "mimeType", "language"})
_ARROW: Final = ("Governor", "Dependent")


def cas_json(content: bytes, place: str) -> list[Page]:
    """Read one document as UIMA CAS JSON 0.4.

    Raises:
        BadInput: it is truncated, of another version, or has no text.
    """
    cas = json_of(text_of(content, place), place)
    structures = objects_in(cas.get("%FEATURE_STRUCTURES")) if isinstance(cas, dict) else []
    return [_page(structures, f"{place}: no UIMA CAS JSON 0.4", place)]


def cas_xmi(content: bytes, place: str) -> list[Page]:
    """Read one document as UIMA CAS XMI (XML 1.0 or 1.1).

    Raises:
        BadInput: it is truncated, hostile, no XMI, or has no text.
    """
    if len(content) > MOST_BYTES or content.count(b"<") > _MOST_TAGS:
        raise Unreadable(f"{place}: larger than any annotated document: hand it on in parts")
    try:
        # XML 1.1 only lets more control characters stand as numbers: the parser knows 1.0 alone.
        root = fromstring(content.replace(b'version="1.1"', b'version="1.0"', 1), forbid_dtd=True)
    except ParseError as bad:
        line, column = bad.position
        raise Unreadable(f"{place}, line {line}, column {column}: no XML: export it anew") from bad
    except DefusedXmlException as bad:
        raise Unreadable(f"{place}: refused: it declares a document type or entities") from bad
    except (LookupError, ValueError) as bad:
        raise Unreadable(f"{place}: an encoding that is not known: {bad}") from bad
    if root.tag != f"{_XMI}XMI":
        raise BadInput(f"{place}: no UIMA CAS XMI: export the document as UIMA CAS XMI")
    keys = {key for one in root if (key := one.get(f"{_XMI}id")) is not None}
    return [_page([_structure(one, keys) for one in root], f"{place}: no UIMA CAS XMI", place)]


def _structure(element: Element, keys: set[str]) -> Json:
    """Give an element of XMI as CAS JSON has it: what refers to another one begins with @."""
    package, _, name = element.tag.removeprefix("{http:///").partition(".ecore}")
    found: dict[str, object] = {
        "%ID": element.get(f"{_XMI}id"),
        "%TYPE": f"{package.replace('/', '.')}.{name}",
    }
    for feature, value in element.attrib.items():
        if feature in {"begin", "end"}:
            found[feature] = int(value) if value.isascii() and value.isdigit() else None
        elif feature in _ARROW:
            found[f"@{feature}"] = value
        elif not feature.startswith("{") and value not in {*keys, "true", "false"}:
            found[feature] = value
    for child in element:
        if child.text and child.text.strip():
            found.setdefault(child.tag, child.text)
    return found


def _page(structures: list[Json], failed: str, place: str) -> Page:
    """Give the first text with what is marked on it.

    Raises:
        BadInput: there is no text.
    """
    sofas = (one.get("sofaString") for one in structures)
    text = next((one for one in sofas if isinstance(one, str)), None)
    if text is None:
        raise BadInput(f"{failed}: it has no text (`sofaString`)")
    whole_signs(text, place)
    points = code_points(text)
    regions: dict[str, Region] = {}
    relations: list[Relation] = []
    refused: list[str] = []
    for one in _said(structures):
        where = f"{place}, structure {one.get('%ID')}"
        labels = _features(one)
        near, far = (str(one.get(f"@{name}")) for name in _ARROW)
        if "@Governor" in one:
            relations.append(Relation(near, far, labels, where))
        elif span_in(one, "begin") is not None:
            try:
                regions[str(one.get("%ID"))] = _region(one, labels, points)
            except BadInput as bad:
                refused.append(f"{where}: {bad}")
    return Page(text, regions, relations, refused)


def _said(structures: list[Json]) -> Iterator[Json]:
    """Give what annotators may have said: not what tells of grammar, of pages or of the file."""
    return (one for one in structures if not str(one.get("%TYPE")).startswith(_NOT_SAID))


def _region(one: Json, labels: list[str], points: Mapping[int, int]) -> Region:
    return Region(in_points(span_in(one, "begin"), points), labels, None)


def _features(one: Json) -> list[str]:
    """Give the values of an annotation's own features: its labels."""
    own = [name for name in one if not name.startswith(("%", "@")) and name not in _PLACES]
    return [told for name in own for told in texts(one[name])]
