"""What monitors know and a list does not say: press names, regimes by number, words to distrust."""

from collections.abc import Mapping
from typing import Final

from sayso.model.vocabulary import EntityType

#: Permanent reference → names that the press and the Council's own reports use for the entry and
#: the list does not spell out. They are shown as the entry's primary name.
PRESS_NAMES: Final[Mapping[tuple[str, str], tuple[str, ...]]] = {
    ("un", "QDe.001"): ("Abu Sayyaf", "ASG"),
    ("un", "QDe.004"): ("Al-Qaeda", "AlQaida", "AlQaeda"),
    ("un", "QDe.010"): ("Islamic Movement of Uzbekistan", "IMU"),
    ("un", "QDe.014"): ("Al-Qaida in the Islamic Maghreb", "AQIM"),
    ("un", "QDe.019"): ("Jaish-e-Mohammed", "Jaish-e-Muhammad", "JeM"),
    ("un", "QDe.088"): (
        *("ETIM/TIP", "TIP/ETIM", "Turkistan Islamic Party", "Turkestan Islamic Party"),
        *("East Turkestan Islamic Movement", "ETIP"),
    ),
    ("un", "QDe.096"): ("Lashkar-e-Jhangvi", "LeJ"),
    ("un", "QDe.115"): (
        *("ISIL", "ISIS", "Daesh", "Da'esh", "Daish", "Islamic State", "Islamic State group"),
        *("Islamic State of Iraq and the Levant", "Islamic State of Iraq and Syria"),
        *("Islamic State in Iraq and Syria", "Islamic State of Iraq and al-Sham"),
    ),
    ("un", "QDe.118"): ("Lashkar-e-Taiba", "LeT"),
    ("un", "QDe.119"): ("Islamic Jihad Union", "IJU"),
    ("un", "QDe.129"): ("Al-Qaida in the Arabian Peninsula", "AQAP"),
    ("un", "QDe.132"): ("TTP", "Tehreek-e-Taliban Pakistan", "Pakistan Taliban"),
    ("un", "QDe.137"): ("Jabhat al-Nusra", "Nusra Front", "Al-Nusrah Front", "HTS"),
    ("un", "QDe.159"): ("JNIM",),
    ("un", "QDe.161"): (
        *("ISIL-K", "ISIS-K", "IS-K", "ISKP", "Islamic State Khorasan", "ISIL-Khorasan"),
        *("Islamic State - Khorasan Province", "Islamic State in Khorasan", "Daesh Khorasan"),
        *("Islamic State in Khorasan Province", "ISIS-Khorasan", "Islamic State-Khorasan"),
    ),
    ("un", "QDe.162"): ("Islamic State in West Africa Province", "ISWAP"),
    ("un", "SOe.001"): ("AlShabaab", "Harakat al-Shabaab"),
    ("un", "TAe.012"): ("Haqqani Network", "HQN"),
    ("un", "YEe.001"): ("Houthi movement", "Houthi group", "Houthi rebels", "Houthi militia"),
}

#: Names that hold a listed name, or are spelt much like one, and are not it: there is no hit.
NOT_LISTED_NAMES: Final = (
    *("Al-Qaida in the Indian Subcontinent", "Al-Qaida in the Sinai Peninsula"),
    *("Jamaat-e-Islami", "Jamiat-e-Islami", "Jamiat Ulema-e-Islam", "Palestinian Islamic Jihad"),
    *("Islamic State Sinai Province", "Islamic State in the Sinai"),
    *("Islamic State Central Africa Province", "Islamic State Mozambique"),
    *("Islamic State in Somalia", "Islamic State Somalia", "Islamic State in Pakistan"),
    *("Islamic State Pakistan Province", "Islamic State Hind Province", "Islamic State in India"),
)

#: Acronyms that are also words, places or well-known bodies of another kind: weak.
DOUBTFUL_ACRONYMS: Final = frozenset(
    {"LET", "MIT", "ISI", "MAK", "ASC", "JIT", "JUD", "TIP", "BAL", "UCI", "SEP", "SIG", "PAD"}
    | {"CMC", "AAS", "HUM", "HUA", "JAT", "FOCA", "MAKIN", "NADA", "MID", "GIA", "LJ", "BIF", "FIF"}
    | {"RGB", "NATA", "TPD"}
)

_COMMON_ENGLISH: Final = """
army arthur bach bank barbeque base bashir battalion brigade caesar chadian chairman company dave
defender doctor foundation front general george god group international islam islamic israel jihad
joe john lava leader leo liberation living lydia major mighty movement muslim network partisans
party people pharaoh punisher pure rash righteous romeo sentinels society soldiers state supporters
tango terminator together troy trust uncle veiled victory war youth adam
"""
_COMMON_ARABIC: Final = """
ajnad akhund amir ansar emir faran furqan hadid hadith hajji imam istikamet jamiyat khalifa khan
kifah malik mujahidin mullah murshid qari riyadh sayyid shahid shaykh sirat tawhid ustadh wafa
zakariya zakir
"""
#: Words that alone name nobody, though lists give them as names; small ASCII letters.
COMMON_WORDS: Final = frozenset((_COMMON_ENGLISH + _COMMON_ARABIC).split())

_DESCRIPTIONS: Final = """
2nd 39 academy administration aerospace agitation agricultural agriculture ammunition armed atomic
battery brotherhood bureau care center central centre chemical chemicals combatant command commerce
commercial commission committee complex corporation credit cruise defence defense department
development directorate division economic economics electronics energy equipment export factories
factory fighters finance first floor force forces foreign fund guidance import industrial industries
industry institute instrumentation insurance intelligence investment joint law limited line ltd
machine machinery manufacturing marine maritime medical medicine military mining ministry missile
modern movements munitions national natural naval new nuclear office oil operation organisation
organization party plant precision procurement products project propaganda reconnaissance relief
research resources rocket safety school science sciences sea second security service services
shipping space special strategic supplies supply technical technique technology third tool tools
trade trading transport union united unity venture welfare wing
"""
#: Words that describe a body and name none: "Ministry of Defence", "Foreign Trade Bank".
DESCRIBING_WORDS: Final = COMMON_WORDS | frozenset(_DESCRIPTIONS.split())

#: Names of the subject of a regime that is no entry → the regime's number.
REGIME_SUBJECTS: Final[Mapping[str, str]] = {
    "Taliban": "1988",
    "Taleban": "1988",
    "Afghan Taliban": "1988",
    "Afghanistan Taliban": "1988",
    "Taliban movement": "1988",
    "Taliban regime": "1988",
    "Taliban government": "1988",
    "Taliban authorities": "1988",
    "Taliban administration": "1988",
    "Taliban de facto authorities": "1988",
    "Islamic Emirate": "1988",
    "Islamic Emirate of Afghanistan": "1988",
}

#: Regime as the UN list names it → the resolution that its committee is called by.
REGIME_NUMBERS: Final[Mapping[str, str]] = {
    "Al-Qaida": "1267",
    "Taliban": "1988",
    "CAR": "2745",
    "DPRK": "1718",
    "DRC": "1533",
    "GB": "2048",
    "Haiti": "2653",
    "Iran": "1737",  # reapplied in September 2025; releases from 2016 to then: 2231
    "Iraq": "1518",
    "Libya": "1970",
    "Mali": "2374",
    "Somalia": "2713",
    "SouthSudan": "2206",
    "Sudan": "1591",
    "Yemen": "2140",
}

#: Regimes whose organisations are armed groups, unless their name says otherwise.
_ARMED_REGIMES: Final = frozenset(
    {"Al-Qaida", "Taliban", "Somalia", "Yemen", "Haiti", "DRC", "CAR", "Mali"}
)


_BODIES: Final = "ministry bureau authority commission department academy"
_FIRMS_AND_CHARITIES: Final = """
aerienne airlines association bank branch center centre charitable charity co commercial committee
companies company corporation enterprise exchange foundation fund hawala heritage holding house
humanitarian impex industrial industries institute khidamat limited ltd ngo office rabita
reconstruction relief sarafi service services society taibah tameer trading trust union university
wafa welfare
"""
#: The first type with one of its words in the name decides.
_TYPES_BY_WORD: Final = (
    (EntityType.PUBLIC_BODY, frozenset(_BODIES.split())),
    (EntityType.ORGANISATION, frozenset(_FIRMS_AND_CHARITIES.split())),
)


def type_of_organisation(name: str, regimes: tuple[str, ...]) -> EntityType:
    """Give the type of an entry that is no person: by the words of its name, else its regime."""
    words = frozenset("".join(c if c.isalnum() else " " for c in name.casefold()).split())
    for kind, telling in _TYPES_BY_WORD:
        if words & telling:
            return kind
    armed = any(regime in _ARMED_REGIMES for regime in regimes)
    return EntityType.ARMED_GROUP if armed else EntityType.ORGANISATION
