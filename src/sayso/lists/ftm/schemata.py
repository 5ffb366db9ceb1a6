"""FollowTheMoney's schemata and properties, as far as a list entry can hold them (model 4.11)."""

from collections.abc import Mapping
from typing import Final

#: Parties, ships, aircraft and wallets: each is an entry, if the file does not say otherwise.
PARTIES: Final = frozenset(
    {
        *("Person", "Organization", "Company", "LegalEntity", "PublicBody"),
        *("Vessel", "Airplane", "Vehicle", "CryptoWallet", "Asset", "Security", "BankAccount"),
    }
)
#: Ties between two parties → the property that holds each end; the first acts on the second.
TIES: Final[Mapping[str, tuple[str, str]]] = {
    "Associate": ("person", "associate"),
    "Control": ("controller", "controlled"),
    "Debt": ("debtor", "creditor"),
    "Directorship": ("director", "organization"),
    "Employment": ("employee", "employer"),
    "Family": ("person", "relative"),
    "Membership": ("member", "organization"),
    "Ownership": ("owner", "asset"),
    "Payment": ("payer", "beneficiary"),
    "Representation": ("agent", "client"),
    "Succession": ("predecessor", "successor"),
    "UnknownLink": ("subject", "object"),
}
#: What is said of one party → the property that names it.
HELD: Final[Mapping[str, str]] = {
    "Sanction": "entity",
    "Identification": "holder",
    "Passport": "holder",
    "Occupancy": "holder",
    "CryptoWallet": "holder",
}
#: What parties point to.
PLACES: Final = frozenset({"Address", "Position"})

#: Property → (kind, quality) of a name.
NAMES: Final[Mapping[str, tuple[str, str | None]]] = {
    "name": ("aka", None),
    "alias": ("aka", None),
    "weakAlias": ("aka", "weak"),
    "previousName": ("fka", None),
    "abbreviation": ("aka", "weak"),
}
#: Properties that are numbers of a party; each becomes a paper of this type.
NUMBERS: Final = (
    *("passportNumber", "idNumber", "socialSecurityNumber", "taxNumber", "registrationNumber"),
    *("licenseNumber", "vatCode", "innCode", "ogrnCode", "okpoCode", "kppCode", "bikCode"),
    *("leiCode", "dunsCode", "uscCode", "swiftBic", "cageCode", "permId", "giiNumber"),
    *("uniqueEntityId", "npiCode", "cikCode", "isinCode", "isin", "ticker", "figiCode"),
    *("irsCode", "jibCode", "voenCode", "wikidataId", "icijId", "crsNumber", "icaoCode"),
    *("accountNumber", "iban", "bic"),
)
CONTACTS: Final = ("website", "email", "phone")
REMARKS: Final = ("notes", "description", "summary")
#: Properties of a craft → field of ListedCraft.
CRAFT: Final[Mapping[str, str]] = {
    "type": "type",
    "flag": "flag",
    "callSign": "call_sign",
    "imoNumber": "imo",
    "mmsi": "mmsi",
    "tonnage": "tonnage",
    "grossRegisteredTonnage": "gross_tonnage",
    "owner": "owner",
    "operator": "operator",
    "model": "model",
    "serialNumber": "serial_number",
    "registrationNumber": "tail_number",
    "buildDate": "built",
}
CRAFTS: Final = frozenset({"Vessel", "Airplane", "Vehicle"})
#: Properties that point to another party and are ties of their own.
POINTERS: Final = ("parent", "owner", "operator", "issuer", "holder")
#: Properties of parties with a field of ours beside those above.
_OTHERS: Final = (
    *("gender", "birthDate", "birthPlace", "birthCountry", "nationality", "citizenship"),
    *("title", "position", "address", "addressEntity", "pastFlags"),
    *("publicKey", "cryptoAddress", "accountId", "currencySymbol"),
)
READ: Final = frozenset({*NAMES, *CONTACTS, *REMARKS, *POINTERS, *_OTHERS})
