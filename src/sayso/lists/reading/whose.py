"""Whose list a file is, told by its first bytes: so that none is read as another's."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from sayso.errors import BadListRelease
from sayso.model.documents import Original

#: So many bytes are looked at; a root element or a header stands in them.
_HEAD: Final = 8192


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose file it seems to be.

    Attributes:
        authority: what `lists add` calls it; None when no source of ours reads such a file.
        name: what it is, in words.
        step: what to do with it, where another file of the same list has to be taken.
    """

    authority: str | None
    name: str
    step: str | None = None


_OFAC: Final = "a list of the US Office of Foreign Assets Control"
_OFSI: Final = "the UK's consolidated list of OFSI"
_FTM: Final = "a file of FollowTheMoney entities"
#: Authority → whose files its own look like.
_LOOKS_LIKE: Final = {"ofac-cons": "ofac"}
_EU: Final = "the EU's consolidated list of financial sanctions"
_SPREADSHEET: Final = Owner(None, "a spreadsheet (ODS or Excel) or a zip", "take the CSV or XML")
#: Authorities that publish spreadsheets, which are read as such.
_IN_SPREADSHEETS: Final = frozenset({"ae", "au"})
#: Root element, without its namespace → whose.
_ROOTS: Final = {
    "CONSOLIDATED_LIST": Owner("un", "the UN Consolidated List"),
    "sdnList": Owner("ofac", _OFAC),
    "Sanctions": Owner("ofac", f"{_OFAC}, in its advanced format", "take sdn.xml"),
    "Designations": Owner("uk", "the UK Sanctions List"),
    "ArrayOfFinancialSanctionsTarget": Owner("uk-ofsi", _OFSI),
    "data-set": Owner("ca", "Canada's consolidated list of autonomous sanctions"),
    "swiss-sanctions-list": Owner("ch", "the Swiss list of SECO"),
    "html": Owner(None, "a web page, perhaps one that asks to log in", "fetch the list again"),
}
_ROOT: Final = re.compile(r"\s*(?:<[?!][^>]*>\s*)*<(?:[\w.-]+:)?([\w.-]+)([^>]*)")
#: What a file begins with, white space and quotation marks left out → whose.
_BEGINNINGS: Final = (
    (r"LastUpdated:?,\d\d/\d\d/\d{4}", Owner("uk-ofsi", _OFSI)),
    (r"(ReportDate:[^,]{6,20}?,*)?LastUpdated,UniqueID,", Owner("uk", "the UK Sanctions List")),
    (r"fileGenerationDate;", Owner("eu", f"{_EU}, as CSV", "take the XML of all its entries")),
    (r"Reference,NameofIndividualorEntity,", Owner("au", "Australia's consolidated list of DFAT")),
    (r"NameStreet_Address", Owner("us-dpl", "the US list of denied persons of BIS")),
    (
        r"[\u0621-\u064a]{4,30}فيقائمةالإرهابالمحلية",
        Owner("ae", "the local terrorist list of the UAE"),
    ),
    (r"\d{1,6},[^\n]{1,350},(-0-|individual|vessel|aircraft),", Owner("ofac", f"{_OFAC}, as CSV")),
    (r"\{[^\n]*schema:", Owner("ftm", _FTM, "add it as opensanctions=ftm, or like that")),
    (
        r"Name,Alias,Nationality,Designation,SanctionType,Source",
        Owner(
            "flat", "a third party's flat copy of a list", "add it as uk-copy=flat, or like that"
        ),
    ),
    (r"PK\x03\x04", _SPREADSHEET),
    (r"%PDF-", Owner(None, "a PDF", "take the list's CSV or XML")),
)
_BEGINS: Final = tuple((re.compile(pattern), owner) for pattern, owner in _BEGINNINGS)
_LEFT_OUT: Final = re.compile(r"[\s\"\u200f]+")


def whose(content: bytes) -> Owner | None:
    """Give the authority whose file it seems to be; None for one that we do not recognise."""
    head = _text(content[:_HEAD])
    root = _ROOT.match(head)
    if root is not None:
        fsd = root[1] == "export" and "fsd/export" in root[2]
        return Owner("eu", _EU) if fsd else _ROOTS.get(root[1])
    even = _LEFT_OUT.sub("", head)
    return next((owner for pattern, owner in _BEGINS if pattern.match(even)), None)


def alike(content: bytes, authorities: Iterable[str]) -> tuple[str, ...]:
    """Give those authorities whose files this one looks like, in their order."""
    owner = whose(content)
    seems = None if owner is None else owner.authority
    return tuple(code for code in authorities if _LOOKS_LIKE.get(code, code) == seems)


def refuse_others(original: Original, authority: str) -> None:
    """Refuse a file that is another authority's, or in a form that we do not read.

    Raises:
        BadListRelease: says whose it seems to be, and what to do with it.
    """
    owner = whose(original.content)
    looks = _LOOKS_LIKE.get(authority, authority)
    if owner is None or (owner.authority == looks and owner.step is None):
        return
    if owner is _SPREADSHEET and authority in _IN_SPREADSHEETS:
        return
    step = owner.step or f"add it as {owner.authority}: sayso lists add {owner.authority} FILE"
    raise BadListRelease(
        f"{original.locator}: it seems to be {owner.name}, not {authority}; {step}"
    )


def _text(head: bytes) -> str:
    encoding = "utf-16" if head[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    return head.decode(encoding, errors="replace")
