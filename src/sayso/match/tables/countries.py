"""Countries by the names that lists and texts give them."""

from collections.abc import Mapping
from typing import Final

#: ISO 3166 alpha-2 and the country's usual English name, after Unicode CLDR.
_NAMES: Final = """
AD Andorra; AE United Arab Emirates; AF Afghanistan; AG Antigua and Barbuda; AI Anguilla; AL
Albania; AM Armenia; AO Angola; AQ Antarctica; AR Argentina; AS American Samoa; AT Austria; AU
Australia; AW Aruba; AX Åland Islands; AZ Azerbaijan; BA Bosnia and Herzegovina; BB Barbados;
BD Bangladesh; BE Belgium; BF Burkina Faso; BG Bulgaria; BH Bahrain; BI Burundi; BJ Benin; BL
Saint Barthélemy; BM Bermuda; BN Brunei; BO Bolivia; BQ Caribbean Netherlands; BR Brazil; BS
Bahamas; BT Bhutan; BV Bouvet Island; BW Botswana; BY Belarus; BZ Belize; CA Canada; CC Cocos
(Keeling) Islands; CD Democratic Republic of the Congo; CF Central African Republic; CG Congo;
CH Switzerland; CI Côte d’Ivoire; CK Cook Islands; CL Chile; CM Cameroon; CN China; CO
Colombia; CR Costa Rica; CU Cuba; CV Cape Verde; CW Curaçao; CX Christmas Island; CY Cyprus;
CZ Czechia; DE Germany; DJ Djibouti; DK Denmark; DM Dominica; DO Dominican Republic; DZ
Algeria; EC Ecuador; EE Estonia; EG Egypt; EH Western Sahara; ER Eritrea; ES Spain; ET
Ethiopia; FI Finland; FJ Fiji; FK Falkland Islands; FM Micronesia; FO Faroe Islands; FR
France; GA Gabon; GB United Kingdom; GD Grenada; GE Georgia; GF French Guiana; GG Guernsey; GH
Ghana; GI Gibraltar; GL Greenland; GM Gambia; GN Guinea; GP Guadeloupe; GQ Equatorial Guinea;
GR Greece; GS South Georgia and South Sandwich Islands; GT Guatemala; GU Guam; GW
Guinea-Bissau; GY Guyana; HK Hong Kong; HM Heard and McDonald Islands; HN Honduras; HR
Croatia; HT Haiti; HU Hungary; ID Indonesia; IE Ireland; IL Israel; IM Isle of Man; IN India;
IO British Indian Ocean Territory; IQ Iraq; IR Iran; IS Iceland; IT Italy; JE Jersey; JM
Jamaica; JO Jordan; JP Japan; KE Kenya; KG Kyrgyzstan; KH Cambodia; KI Kiribati; KM Comoros;
KN Saint Kitts and Nevis; KP North Korea; KR South Korea; KW Kuwait; KY Cayman Islands; KZ
Kazakhstan; LA Laos; LB Lebanon; LC Saint Lucia; LI Liechtenstein; LK Sri Lanka; LR Liberia;
LS Lesotho; LT Lithuania; LU Luxembourg; LV Latvia; LY Libya; MA Morocco; MC Monaco; MD
Moldova; ME Montenegro; MF Saint Martin; MG Madagascar; MH Marshall Islands; MK North
Macedonia; ML Mali; MM Myanmar; MN Mongolia; MO Macao; MP Northern Mariana Islands; MQ
Martinique; MR Mauritania; MS Montserrat; MT Malta; MU Mauritius; MV Maldives; MW Malawi; MX
Mexico; MY Malaysia; MZ Mozambique; NA Namibia; NC New Caledonia; NE Niger; NF Norfolk Island;
NG Nigeria; NI Nicaragua; NL Netherlands; NO Norway; NP Nepal; NR Nauru; NU Niue; NZ New
Zealand; OM Oman; PA Panama; PE Peru; PF French Polynesia; PG Papua New Guinea; PH
Philippines; PK Pakistan; PL Poland; PM Saint Pierre and Miquelon; PN Pitcairn Islands; PR
Puerto Rico; PS State of Palestine; PT Portugal; PW Palau; PY Paraguay; QA Qatar; RE Réunion;
RO Romania; RS Serbia; RU Russia; RW Rwanda; SA Saudi Arabia; SB Solomon Islands; SC
Seychelles; SD Sudan; SE Sweden; SG Singapore; SH Saint Helena; SI Slovenia; SJ Svalbard and
Jan Mayen; SK Slovakia; SL Sierra Leone; SM San Marino; SN Senegal; SO Somalia; SR Suriname;
SS South Sudan; ST Sao Tome and Principe; SV El Salvador; SX Sint Maarten; SY Syria; SZ
Eswatini; TC Turks and Caicos Islands; TD Chad; TF French Southern Territories; TG Togo; TH
Thailand; TJ Tajikistan; TK Tokelau; TL Timor-Leste; TM Turkmenistan; TN Tunisia; TO Tonga; TR
Türkiye; TT Trinidad and Tobago; TV Tuvalu; TW Taiwan; TZ Tanzania; UA Ukraine; UG Uganda; UM
U.S. Outlying Islands; US United States; UY Uruguay; UZ Uzbekistan; VA Vatican City; VC Saint
Vincent and the Grenadines; VE Venezuela; VG British Virgin Islands; VI U.S. Virgin Islands;
VN Viet Nam; VU Vanuatu; WF Wallis and Futuna; WS Samoa; XK Kosovo; YE Yemen; YT Mayotte; ZA
South Africa; ZM Zambia; ZW Zimbabwe
"""
#: Other names: as the UN list writes them, former ones, and the words for nationals.
_OTHER_NAMES: Final = """
AF Afghan; BO Bolivia (Plurinational State of); CD DRC; CD Congo-Kinshasa; CG Republic of the Congo;
CI Ivory Coast; CZ Czech Republic; DZ Algerian; GB Britain; GB Great Britain; GB UK;
GB United Kingdom of Great Britain and Northern Ireland; HK China, Hong Kong Special Administrative
Region; HK Hong Kong Special Administrative Region; IR Iran (Islamic Republic of); IQ Iraqi;
KM Union of the Comoros; KP Democratic People's Republic of Korea; KP DPRK; KR Republic of Korea;
LA Lao People's Democratic Republic; LY Libyan Arab Jamahiriya; MM Burma; MK Macedonia;
NL The Netherlands; OM Sultanate of Oman; PK Pakistani; PS Palestine; PS Palestinian;
PS Palestinian Territories; RU Russian Federation; SA Saudi Arabian; SD Sudanese; SO Somali;
SY Syrian Arab Republic; SZ Swaziland; TN Tunisian; TR Turkey; TZ United Republic of Tanzania;
US USA; US United States of America; VE Venezuela (Bolivarian Republic of); YE Yemeni
"""


def _key(name: str) -> str:
    return "".join(c for c in name.casefold() if c.isalnum())


def _read(*tables: str) -> Mapping[str, str]:
    """Give code by folded name."""
    rows = (row.split(maxsplit=1) for table in tables for row in table.split(";"))
    return {_key(name): code for code, name in rows}


_CODES: Final = _read(_NAMES, _OTHER_NAMES)
_KNOWN: Final = frozenset(_CODES.values())


def country_of(name: str) -> str | None:
    """Give the ISO 3166 alpha-2 code of a country's name or code; None when it is not known.

    A code counts in capitals alone ("na" is no Namibia). What follows a bracket or a stop is left
    out: "Bahrain (citizenship revoked …)" is Bahrain.
    """
    if name in _KNOWN:
        return name
    whole = _CODES.get(_key(name))
    return whole or _CODES.get(_key(name.partition("(")[0].partition(".")[0]))


def is_country(name: str) -> bool:
    """Say whether a name is that of a country or of its nationals."""
    return _key(name) in _CODES
