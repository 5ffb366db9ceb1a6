"""The states: ISO 3166 codes, names in English, and who is a member of what."""

from difflib import get_close_matches
from functools import cache
from typing import Final

from babel import Locale

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


#: ISO 4217 codes that mean no currency: for tests, and for none.
_NO_CURRENCIES: Final = frozenset({"XTS", "XXX"})


@cache
def currencies() -> frozenset[str]:
    """Give the ISO 4217 codes of currencies, of those that are no more too."""
    return frozenset(Locale("en").currencies) - _NO_CURRENCIES


@cache
def _names() -> dict[str, str]:
    territories = Locale("en").territories
    return {code: territories[code] for code in sorted({EU, *UN_MEMBERS})}


def state_name(code: str) -> str:
    """Give a state's name in English; of a code that is no state's the code itself."""
    return _names().get(code, code)


@cache
def _codes() -> dict[str, str]:
    return {name.casefold(): code for code, name in _names().items()}


def find_state(name: str) -> str | None:
    """Give the code of the state with this name in English, or None."""
    return _codes().get(name.casefold())


def state_code(asked: str) -> str:
    """Give the code of a state that is named by its code or its name in English.

    Raises:
        NotFound: no state is named so; says which are like it.
    """
    found = asked.upper() if asked.upper() in _names() else find_state(asked)
    if found is not None:
        return found
    like = [_codes()[name] for name in get_close_matches(asked.casefold(), _codes(), n=3)]
    told = ", ".join(f"{code} ({state_name(code)})" for code in like)
    near = f"did you mean {told}?" if like else "give an ISO 3166 code (`DE`), or `EU`"
    raise NotFound(f"no state {asked!r}: {near}")
