"""Numbers of papers, ships and wallets: what of them counts, whoever writes their kind before."""

import re
from typing import Final

from sayso.model.lists import ListEntry

_SHORTEST: Final = 5
#: What a number is of, as people write it before the number, in small letters.
_KINDS: Final = (
    *("imo", "mmsi", "call sign", "callsign", "hull", "vessel", "ship", "aircraft", "tail"),
    *("passport", "travel", "document", "doc", "identity", "identification", "id", "national"),
    *("citizen", "card", "driving", "driver's", "drivers", "licence", "license", "permit"),
    *("residence", "tax", "taxpayer", "vat", "tin", "inn", "ogrn", "kpp", "lei", "swift", "bic"),
    *("cnic", "nic", "ssn", "dni", "nif", "cif", "registration", "registry", "reg", "company"),
    *("serial", "certificate", "number", "numbers", "num", "no", "nr", "паспорт", "номер", "инн"),
    *(
        "огрн",
        "رقم",
        "جواز",
        "سفر",
        "السفر",
        "هوية",
        "الهوية",
        "护照",
        "护照号码",
        "号码",
        "身份证",
    ),
)
#: Kinds with all that is between them and the number, and ships' own that stand close to it.
_KIND: Final = re.compile(
    r"(?:(?:{})(?!\w)[\W_]*|[#№][\W_]*)+|imo(?=\d{{7}}$)|mmsi(?=\d{{9}}$)".format(
        "|".join(map(re.escape, _KINDS))
    )
)
#: One number alone: a word of digits, with a few letters before it and signs in it.
_NUMBER: Final = re.compile(r"[^\W\d_]{0,4}[ -]?\d[\w/.-]*(?: [\d/.-]+)*")


def number_of(told: str) -> str:
    """Give the letters and digits of a paper's number, in small letters, without its kind.

    "Passport No. A123456" is a123456. "" for too short a one.
    """
    number = "".join(c for c in _without_kind(told) if c.isalnum())
    return number if len(number) >= _SHORTEST else ""


def numbers_of(entry: ListEntry) -> frozenset[str]:
    """Give the numbers of an entry's papers, craft and wallets, as `number_of` gives them."""
    told = [paper.number or "" for paper in entry.documents]
    told += [wallet.address for wallet in entry.wallets]
    if entry.craft is not None:
        craft = entry.craft
        told += [craft.imo or "", craft.mmsi or "", craft.tail_number or ""]
        told += [craft.serial_number or "", craft.call_sign or ""]
    return frozenset(number_of(number) for number in told) - {""}


def is_number(name: str) -> bool:
    """Say whether a name is none but a number with its kind before it: "IMO 9187629"."""
    told = " ".join(name.casefold().split())
    return _KIND.match(told) is not None and _NUMBER.fullmatch(_without_kind(told)) is not None


def _without_kind(told: str) -> str:
    told = told.casefold().strip()
    kind = _KIND.match(told)
    return told if kind is None else told[kind.end() :]
