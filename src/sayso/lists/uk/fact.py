"""What a cell or an element of a UK list tells, under one name for all of their layouts.

Where the layouts were taken from, as no whole file of either list could be had: the headers of
both CSV files (36 and 58 columns), copied from public readers of them, agree in several; the
elements of the XML file are those that a public reader transcribed from the whole file of 2026
(6,194 designations), and agree with a public extract of it. Those of OFSI's
XML are told by two public readers of it. FCDO's "UK Sanctions List: change to the list's format"
(17 February 2022) names the types of name and the qualities of an alias.
"""

from collections.abc import Mapping
from enum import StrEnum, auto
from typing import Final


class Fact(StrEnum):
    """One thing that the lists tell of a party."""

    REFERENCE = auto()
    NAME_1 = auto()
    NAME_2 = auto()
    NAME_3 = auto()
    NAME_4 = auto()
    NAME_5 = auto()
    NAME_6 = auto()
    NAME_TYPE = auto()
    ALIAS_QUALITY = auto()
    ORIGINAL_NAME = auto()
    SCRIPT_TYPE = auto()
    SCRIPT_LANGUAGE = auto()
    TITLE = auto()
    BIRTH = auto()
    BIRTH_TOWN = auto()
    BIRTH_COUNTRY = auto()
    NATIONALITY = auto()
    GENDER = auto()
    POSITION = auto()
    PASSPORT = auto()
    PASSPORT_NOTE = auto()
    NATIONAL_ID = auto()
    NATIONAL_ID_NOTE = auto()
    ADDRESS_1 = auto()
    ADDRESS_2 = auto()
    ADDRESS_3 = auto()
    ADDRESS_4 = auto()
    ADDRESS_5 = auto()
    ADDRESS_6 = auto()
    POSTCODE = auto()
    COUNTRY = auto()
    PHONE = auto()
    WEBSITE = auto()
    EMAIL = auto()
    TYPE = auto()
    REGIME = auto()
    SANCTIONS = auto()
    INDICATOR = auto()
    SOURCE = auto()
    UN_REFERENCE = auto()
    OTHER_REFERENCE = auto()
    LISTED = auto()
    DESIGNATED = auto()
    UPDATED = auto()
    OTHER_INFORMATION = auto()
    REASONS = auto()
    ENTITY_TYPE = auto()
    PARENT = auto()
    SUBSIDIARY = auto()
    REGISTRATION = auto()
    IMO = auto()
    OWNER = auto()
    FORMER_OWNER = auto()
    FLAG = auto()
    FORMER_FLAG = auto()
    SHIP_TYPE = auto()
    TONNAGE = auto()
    LENGTH = auto()
    BUILT = auto()
    HULL = auto()


NAMES: Final = (Fact.NAME_1, Fact.NAME_2, Fact.NAME_3, Fact.NAME_4, Fact.NAME_5, Fact.NAME_6)
ADDRESS_LINES: Final = (
    Fact.ADDRESS_1,
    Fact.ADDRESS_2,
    Fact.ADDRESS_3,
    Fact.ADDRESS_4,
    Fact.ADDRESS_5,
    Fact.ADDRESS_6,
)
_NUMBERED_NAMES: Final = {f"name {n}": fact for n, fact in enumerate(NAMES, start=1)}

#: Column of OFSI's ConList.csv, in small letters → fact.
CONLIST: Final[Mapping[str, Fact]] = {
    **_NUMBERED_NAMES,
    **{f"address {n}": fact for n, fact in enumerate(ADDRESS_LINES, start=1)},
    "title": Fact.TITLE,
    "name non-latin script": Fact.ORIGINAL_NAME,
    "non-latin script type": Fact.SCRIPT_TYPE,
    "non-latin script language": Fact.SCRIPT_LANGUAGE,
    "dob": Fact.BIRTH,
    "town of birth": Fact.BIRTH_TOWN,
    "country of birth": Fact.BIRTH_COUNTRY,
    "nationality": Fact.NATIONALITY,
    "passport number": Fact.PASSPORT,
    "passport details": Fact.PASSPORT_NOTE,
    "national identification number": Fact.NATIONAL_ID,
    "national identification details": Fact.NATIONAL_ID_NOTE,
    "position": Fact.POSITION,
    "post/zip code": Fact.POSTCODE,
    "country": Fact.COUNTRY,
    "other information": Fact.OTHER_INFORMATION,
    "group type": Fact.TYPE,
    "alias type": Fact.NAME_TYPE,
    "alias quality": Fact.ALIAS_QUALITY,
    "regime": Fact.REGIME,
    "listed on": Fact.LISTED,
    "uk sanctions list date designated": Fact.DESIGNATED,
    "last updated": Fact.UPDATED,
    "group id": Fact.REFERENCE,
}
#: Element of OFSI's ConList.xml, in small letters ("name1" stands beside "Name6") → fact.
CONLIST_XML: Final[Mapping[str, Fact]] = {
    **{f"name{n}": fact for n, fact in enumerate(NAMES, start=1)},
    **{f"address{n}": fact for n, fact in enumerate(ADDRESS_LINES, start=1)},
    "title": Fact.TITLE,
    "namenonlatinscript": Fact.ORIGINAL_NAME,
    "nonlatinscripttype": Fact.SCRIPT_TYPE,
    "nonlatinscriptlanguage": Fact.SCRIPT_LANGUAGE,
    "individual_dateofbirth": Fact.BIRTH,
    "individual_townofbirth": Fact.BIRTH_TOWN,
    "individual_countryofbirth": Fact.BIRTH_COUNTRY,
    "individual_nationality": Fact.NATIONALITY,
    "individual_passportnumber": Fact.PASSPORT,
    "individual_passportdetails": Fact.PASSPORT_NOTE,
    "individual_ninumber": Fact.NATIONAL_ID,
    "individual_nidetails": Fact.NATIONAL_ID_NOTE,
    "individual_position": Fact.POSITION,
    "individual_gender": Fact.GENDER,
    "entity_type": Fact.ENTITY_TYPE,
    "entity_businessregnumber": Fact.REGISTRATION,
    "ship_imonumber": Fact.IMO,
    "ship_flag": Fact.FLAG,
    "ship_type": Fact.SHIP_TYPE,
    "postcode": Fact.POSTCODE,
    "country": Fact.COUNTRY,
    "otherinformation": Fact.OTHER_INFORMATION,
    "ukstatementofreasons": Fact.REASONS,
    "grouptypedescription": Fact.TYPE,
    "aliastype": Fact.NAME_TYPE,
    "aliasquality": Fact.ALIAS_QUALITY,
    "regimename": Fact.REGIME,
    "datelisted": Fact.LISTED,
    "datedesignated": Fact.DESIGNATED,
    "uksanctionslistref": Fact.OTHER_REFERENCE,
    "lastupdated": Fact.UPDATED,
    "groupid": Fact.REFERENCE,
}
#: Column of the UK Sanctions List's CSV, in small letters → fact.
UKSL: Final[Mapping[str, Fact]] = {
    **_NUMBERED_NAMES,
    **{f"address line {n}": fact for n, fact in enumerate(ADDRESS_LINES, start=1)},
    "last updated": Fact.UPDATED,
    "unique id": Fact.REFERENCE,
    "ofsi group id": Fact.OTHER_REFERENCE,
    "un reference number": Fact.UN_REFERENCE,
    "name type": Fact.NAME_TYPE,
    "alias strength": Fact.ALIAS_QUALITY,
    "title": Fact.TITLE,
    "name non-latin script": Fact.ORIGINAL_NAME,
    "non-latin script type": Fact.SCRIPT_TYPE,
    "non-latin script language": Fact.SCRIPT_LANGUAGE,
    "regime name": Fact.REGIME,
    "designation type": Fact.TYPE,
    "individual, entity, ship": Fact.TYPE,
    "designation source": Fact.SOURCE,
    "sanctions imposed": Fact.SANCTIONS,
    "other information": Fact.OTHER_INFORMATION,
    "uk statement of reasons": Fact.REASONS,
    "address postal code": Fact.POSTCODE,
    "address country": Fact.COUNTRY,
    "phone number": Fact.PHONE,
    "website": Fact.WEBSITE,
    "email address": Fact.EMAIL,
    "date designated": Fact.LISTED,
    "d.o.b": Fact.BIRTH,
    "nationality(/ies)": Fact.NATIONALITY,
    "national identifier number": Fact.NATIONAL_ID,
    "national identifier additional information": Fact.NATIONAL_ID_NOTE,
    "passport number": Fact.PASSPORT,
    "passport additional information": Fact.PASSPORT_NOTE,
    "position": Fact.POSITION,
    "gender": Fact.GENDER,
    "town of birth": Fact.BIRTH_TOWN,
    "country of birth": Fact.BIRTH_COUNTRY,
    "type of entity": Fact.ENTITY_TYPE,
    "subsidiaries": Fact.SUBSIDIARY,
    "parent company": Fact.PARENT,
    "business registration number (s)": Fact.REGISTRATION,
    "imo number": Fact.IMO,
    "current owner/operator (s)": Fact.OWNER,
    "previous owner/operator (s)": Fact.FORMER_OWNER,
    "current believed flag of ship": Fact.FLAG,
    "previous flags": Fact.FORMER_FLAG,
    "type of ship": Fact.SHIP_TYPE,
    "tonnage of ship": Fact.TONNAGE,
    "length of ship": Fact.LENGTH,
    "year built": Fact.BUILT,
    "hull identification number (hin)": Fact.HULL,
}
#: Element of the UK Sanctions List's XML → fact.
UKSL_XML: Final[Mapping[str, Fact]] = {
    **{f"Name{n}": fact for n, fact in enumerate(NAMES, start=1)},
    **{f"AddressLine{n}": fact for n, fact in enumerate(ADDRESS_LINES, start=1)},
    "LastUpdated": Fact.UPDATED,
    "DateDesignated": Fact.LISTED,
    "UniqueID": Fact.REFERENCE,
    "OFSIGroupID": Fact.OTHER_REFERENCE,
    "UNReferenceNumber": Fact.UN_REFERENCE,
    "NameType": Fact.NAME_TYPE,
    "AliasStrength": Fact.ALIAS_QUALITY,
    "NameNonLatinScript": Fact.ORIGINAL_NAME,
    "NonLatinScriptType": Fact.SCRIPT_TYPE,
    "NonLatinScriptLanguage": Fact.SCRIPT_LANGUAGE,
    "Title": Fact.TITLE,
    "RegimeName": Fact.REGIME,
    "IndividualEntityShip": Fact.TYPE,
    "DesignationSource": Fact.SOURCE,
    "SanctionsImposed": Fact.SANCTIONS,
    "OtherInformation": Fact.OTHER_INFORMATION,
    "UKStatementofReasons": Fact.REASONS,
    "AddressPostalCode": Fact.POSTCODE,
    "AddressCountry": Fact.COUNTRY,
    "PhoneNumber": Fact.PHONE,
    "EmailAddress": Fact.EMAIL,
    "Website": Fact.WEBSITE,
    "DOB": Fact.BIRTH,
    "Nationality": Fact.NATIONALITY,
    "Gender": Fact.GENDER,
    "Position": Fact.POSITION,
    "PassportNumber": Fact.PASSPORT,
    "PassportAdditionalInformation": Fact.PASSPORT_NOTE,
    "NationalIdentifierNumber": Fact.NATIONAL_ID,
    "NationalIdentifierAdditionalInformation": Fact.NATIONAL_ID_NOTE,
    "TownOfBirth": Fact.BIRTH_TOWN,
    "CountryOfBirth": Fact.BIRTH_COUNTRY,
    "TypeOfEntity": Fact.ENTITY_TYPE,
    "BusinessRegistrationNumber": Fact.REGISTRATION,
    "ParentCompany": Fact.PARENT,
    "Subsidiary": Fact.SUBSIDIARY,
    "IMONumber": Fact.IMO,
    "CurrentOwnerOperator": Fact.OWNER,
    "PreviousOwnerOperator": Fact.FORMER_OWNER,
    "CurrentBelievedFlagOfShip": Fact.FLAG,
    "PreviousFlag": Fact.FORMER_FLAG,
    "TypeOfShip": Fact.SHIP_TYPE,
    "TonnageOfShip": Fact.TONNAGE,
    "LengthOfShip": Fact.LENGTH,
    "YearBuilt": Fact.BUILT,
    "HullIdentificationNumber": Fact.HULL,
}
