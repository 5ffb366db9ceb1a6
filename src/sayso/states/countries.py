"""The states: ISO 3166 codes, names in English, and who is a member of what."""

import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from functools import cache
from typing import Final

from babel import Locale
from babel.core import get_global

from sayso.errors import NotFound

#: The European Union, whose acts hold for its members; reserved for it in ISO 3166.
EU: Final = "EU"
#: Members of the United Nations (un.org/en/about-us/member-states): 193.
UN_MEMBERS: Final = frozenset(
    [
        "AD",
        "AE",
        "AF",
        "AG",
        "AL",
        "AM",
        "AO",
        "AR",
        "AT",
        "AU",
        "AZ",
        "BA",
        "BB",
        "BD",
        "BE",
        "BF",
        "BG",
        "BH",
        "BI",
        "BJ",
        "BN",
        "BO",
        "BR",
        "BS",
        "BT",
        "BW",
        "BY",
        "BZ",
        "CA",
        "CD",
        "CF",
        "CG",
        "CH",
        "CI",
        "CL",
        "CM",
        "CN",
        "CO",
        "CR",
        "CU",
        "CV",
        "CY",
        "CZ",
        "DE",
        "DJ",
        "DK",
        "DM",
        "DO",
        "DZ",
        "EC",
        "EE",
        "EG",
        "ER",
        "ES",
        "ET",
        "FI",
        "FJ",
        "FM",
        "FR",
        "GA",
        "GB",
        "GD",
        "GE",
        "GH",
        "GM",
        "GN",
        "GQ",
        "GR",
        "GT",
        "GW",
        "GY",
        "HN",
        "HR",
        "HT",
        "HU",
        "ID",
        "IE",
        "IL",
        "IN",
        "IQ",
        "IR",
        "IS",
        "IT",
        "JM",
        "JO",
        "JP",
        "KE",
        "KG",
        "KH",
        "KI",
        "KM",
        "KN",
        "KP",
        "KR",
        "KW",
        "KZ",
        "LA",
        "LB",
        "LC",
        "LI",
        "LK",
        "LR",
        "LS",
        "LT",
        "LU",
        "LV",
        "LY",
        "MA",
        "MC",
        "MD",
        "ME",
        "MG",
        "MH",
        "MK",
        "ML",
        "MM",
        "MN",
        "MR",
        "MT",
        "MU",
        "MV",
        "MW",
        "MX",
        "MY",
        "MZ",
        "NA",
        "NE",
        "NG",
        "NI",
        "NL",
        "NO",
        "NP",
        "NR",
        "NZ",
        "OM",
        "PA",
        "PE",
        "PG",
        "PH",
        "PK",
        "PL",
        "PT",
        "PW",
        "PY",
        "QA",
        "RO",
        "RS",
        "RU",
        "RW",
        "SA",
        "SB",
        "SC",
        "SD",
        "SE",
        "SG",
        "SI",
        "SK",
        "SL",
        "SM",
        "SN",
        "SO",
        "SR",
        "SS",
        "ST",
        "SV",
        "SY",
        "SZ",
        "TD",
        "TG",
        "TH",
        "TJ",
        "TL",
        "TM",
        "TN",
        "TO",
        "TR",
        "TT",
        "TV",
        "TZ",
        "UA",
        "UG",
        "US",
        "UY",
        "UZ",
        "VC",
        "VE",
        "VN",
        "VU",
        "WS",
        "YE",
        "ZA",
        "ZM",
        "ZW",
    ]
)
#: Members of the European Union (european-union.europa.eu, "EU countries"): 27.
EU_MEMBERS: Final = frozenset(
    [
        "AT",
        "BE",
        "BG",
        "CY",
        "CZ",
        "DE",
        "DK",
        "EE",
        "ES",
        "FI",
        "FR",
        "GR",
        "HR",
        "HU",
        "IE",
        "IT",
        "LT",
        "LU",
        "LV",
        "MT",
        "NL",
        "PL",
        "PT",
        "RO",
        "SE",
        "SI",
        "SK",
    ]
)


#: Codes that CLDR names and that are no state's or territory's: groups, parts of a state, tests.
_NO_STATES: Final = frozenset(
    ["AC", "CP", "CQ", "DG", "EA", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"]
)
#: ISO 4217 codes that mean no currency: for tests, and for none.
_NO_CURRENCIES: Final = frozenset({"XTS", "XXX"})
#: Names in English beside those of CLDR: the UN's own, those of the FATF, former and short ones.
_ALSO: Final = {
    "bolivia (plurinational state of)": "BO",
    "brunei darussalam": "BN",
    "burma": "MM",
    "cabo verde": "CV",
    "china, hong kong sar": "HK",
    "china, hong kong special administrative region": "HK",
    "china, macao sar": "MO",
    "china, macao special administrative region": "MO",
    "chinese taipei": "TW",
    "congo": "CG",
    "cote d'ivoire": "CI",
    "czech republic": "CZ",
    "democratic people's republic of korea": "KP",
    "democratic republic of the congo": "CD",
    "dprk": "KP",
    "dr congo": "CD",
    "east timor": "TL",
    "guinea bissau": "GW",
    "holy see": "VA",
    "hong kong": "HK",
    "hong kong, china": "HK",
    "iran (islamic republic of)": "IR",
    "islamic republic of iran": "IR",
    "ivory coast": "CI",
    "lao people's democratic republic": "LA",
    "libyan arab jamahiriya": "LY",
    "macao": "MO",
    "macao, china": "MO",
    "macau": "MO",
    "macedonia": "MK",
    "micronesia (federated states of)": "FM",
    "myanmar": "MM",
    "netherlands (kingdom of the)": "NL",
    "occupied palestinian territory": "PS",
    "palestine": "PS",
    "republic of korea": "KR",
    "republic of moldova": "MD",
    "russian federation": "RU",
    "saint vincent and the grenadines": "VC",
    "state of palestine": "PS",
    "swaziland": "SZ",
    "syrian arab republic": "SY",
    "taiwan province of china": "TW",
    "the former yugoslav republic of macedonia": "MK",
    "turkey": "TR",
    "uk": "GB",
    "united kingdom of great britain and northern ireland": "GB",
    "united republic of tanzania": "TZ",
    "united states of america": "US",
    "usa": "US",
    "venezuela (bolivarian republic of)": "VE",
    "viet nam": "VN",
    "zaire": "CD",
}
#: Names of states that ceased to exist → the codes that they had, as CLDR keeps them.
_CEASED: Final = {
    "german democratic republic": "DD",
    "serbia and montenegro": "CS",
    "soviet union": "SU",
    "ussr": "SU",
    "yugoslavia": "YU",
}


@cache
def currencies() -> frozenset[str]:
    """Give the ISO 4217 codes of currencies, of those that are no more too."""
    return frozenset(Locale("en").currencies) - _NO_CURRENCIES


@cache
def _names() -> dict[str, str]:
    territories = Locale("en").territories
    return {
        code: name
        for code, name in sorted(territories.items())
        if len(code) == len(EU) and code.isalpha() and code not in _NO_STATES
    }


@cache
def _by_name() -> dict[str, str]:
    return {_plain(name): code for code, name in _names().items()} | _ALSO


def _plain(name: str) -> str:
    """Give a name in small letters without marks, with even white space; "St." and "&" in full."""
    bare = unicodedata.normalize("NFKD", name.replace("’", "'").replace("&", " and "))
    kept = "".join(c for c in bare if not unicodedata.combining(c))
    words = kept.casefold().split()
    return " ".join("saint" if word == "st." else word for word in words)


def find_state(name: str) -> str | None:
    """Give the code of the state or territory with this name in English, a former one too."""
    return _by_name().get(_plain(name))


def state_name(code: str) -> str:
    """Give the name in English of a state or territory; of any other code the code itself."""
    return _names().get(code, code)


def is_state(code: str) -> bool:
    """Say whether it is the code of a state or territory, or the EU's."""
    return code in _names()


def is_outside(code: str) -> bool:
    """Say whether it is neither a Member State of the United Nations nor a union of them."""
    return code != EU and code not in UN_MEMBERS


def state_code(asked: str) -> str:
    """Give the code of a state that is named by its code or a name in English, a former one too.

    Who is no member of the United Nations has one too, and territories with a code of their own in
    ISO 3166 or, as Kosovo (XK), in CLDR.

    Raises:
        NotFound: no state is named so, or none any more; says which are like it, or followed it.
    """
    code, name = asked.strip().upper(), _plain(asked)
    found = code if code in _names() else find_state(asked)
    if found is not None:
        return found
    followed = _successors(_CEASED.get(name, code))
    if len(followed) == 1:
        return followed[0]
    if followed:
        raise NotFound(f"{asked!r} is no state any more: name one of {_told(followed)}")
    near = get_close_matches(name, _by_name(), n=3)
    like = list(dict.fromkeys(_by_name()[one] for one in near))
    hint = f"did you mean {_told(like)}?" if like else "give an ISO 3166 code (`DE`), or `EU`"
    raise NotFound(f"no state {asked!r}: {hint}")


def _successors(code: str) -> list[str]:
    """Give the states of today that a former code of ISO 3166 stands for, as CLDR has them."""
    return [one for one in get_global("territory_aliases").get(code, ()) if one in _names()]


def _told(codes: Iterable[str]) -> str:
    return ", ".join(f"{code} ({state_name(code)})" for code in codes)
