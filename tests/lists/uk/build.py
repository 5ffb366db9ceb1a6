"""Small files of both UK lists about invented parties, and their readers."""

import csv
import io
from collections.abc import Mapping
from xml.sax.saxutils import escape

from sayso.lists.uk.source import UkList, UkOfsiList
from sayso.model.lists import ListEntry, ListRelease
from tests.lists.build import original


def _columns(header: str) -> list[str]:
    return header.split(",")


#: The header of ConList.csv, as readers of it print it.
CONLIST = _columns(
    "Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Title,Name Non-Latin Script,Non-Latin Script Type,"
    "Non-Latin Script Language,DOB,Town of Birth,Country of Birth,Nationality,Passport Number,"
    "Passport Details,National Identification Number,National Identification Details,Position,"
    "Address 1,Address 2,Address 3,Address 4,Address 5,Address 6,Post/Zip Code,Country,"
    "Other Information,Group Type,Alias Type,Alias Quality,Regime,Listed On,"
    "UK Sanctions List Date Designated,Last Updated,Group ID"
)
#: The header of UK-Sanctions-List.csv.
UKSL = _columns(
    "Last Updated,Unique ID,OFSI Group ID,UN Reference Number,Name 6,Name 1,Name 2,Name 3,Name 4,"
    "Name 5,Name type,Alias strength,Title,Name non-latin script,Non-latin script type,"
    "Non-latin script language,Regime Name,Designation Type,Designation source,Sanctions Imposed,"
    "Other Information,UK Statement of Reasons,Address Line 1,Address Line 2,Address Line 3,"
    "Address Line 4,Address Line 5,Address Line 6,Address Postal Code,Address Country,"
    "Phone number,Website,Email address,Date Designated,D.O.B,Nationality(/ies),"
    "National Identifier number,National Identifier additional information,Passport number,"
    "Passport additional information,Position,Gender,Town of birth,Country of birth,"
    "Type of entity,Subsidiaries,Parent company,Business registration number (s),IMO number,"
    "Current owner/operator (s),Previous owner/operator (s),Current believed flag of ship,"
    "Previous flags,Type of ship,Tonnage of ship,Length of ship,Year Built,"
    "Hull identification number (HIN)"
)
PERSON = {"Name 6": "TOLWAK", "Name 1": "Zarmast", "Group Type": "Individual", "Group ID": "901"}
PARTY = {"Name 6": "TOLWAK", "Name 1": "Zarmast", "Unique ID": "ZAR0001", "Name type": "Alias"}


def _file(first: list[str], header: list[str], rows: tuple[Mapping[str, str], ...]) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerows([first] if first else [])
    writer.writerow(header)
    writer.writerows([row.get(column, "") for column in header] for row in rows)
    return out.getvalue()


def conlist(*rows: Mapping[str, str]) -> str:
    return _file(["Last Updated", "03/06/2025"], CONLIST, tuple(PERSON | row for row in rows))


def uksl(*rows: Mapping[str, str], first: str = "Report Date: 13-Feb-2026") -> str:
    return _file([first] if first else [], UKSL, tuple(PARTY | row for row in rows))


def leaf(**told: str) -> str:
    return "".join(f"<{tag}>{escape(text)}</{tag}>" for tag, text in told.items())


def designation(*inside: str, reference: str = "ZAR0001", kind: str = "Individual") -> str:
    name = leaf(Name1="Zarmast", Name6="TOLWAK", NameType="Primary Name")
    return (
        f"<Designation>{leaf(UniqueID=reference, IndividualEntityShip=kind)}"
        f"<Names><Name>{name}</Name></Names>{''.join(inside)}</Designation>"
    )


def xml_list(*designations: str, generated: str = "10/09/2026") -> str:
    dated = leaf(DateGenerated=generated) if generated else ""
    return (
        '<?xml version="1.0" encoding="utf-8"?>'
        '<Designations xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{dated}{''.join(designations)}</Designations>"
    )


def conlist_xml(*targets: Mapping[str, str]) -> str:
    """Give ConList.xml; an element for each name of a party."""
    rows = (f"<FinancialSanctionsTarget>{leaf(**t)}</FinancialSanctionsTarget>" for t in targets)
    return (
        '<?xml version="1.0" encoding="utf-8"?><ArrayOfFinancialSanctionsTarget '
        'xmlns="http://schemas.hmtreasury.gov.uk/ofsi/consolidatedlist">'
        f"{''.join(rows)}</ArrayOfFinancialSanctionsTarget>"
    )


def read_ofsi(
    content: str | bytes, *, published: str | None = None, repair: bool = False
) -> ListRelease:
    raw = content.encode() if isinstance(content, str) else content
    return UkOfsiList().read(original(raw, "ConList.csv"), published=published, repair=repair)


def read_uk(
    content: str | bytes, *, published: str | None = None, repair: bool = False
) -> ListRelease:
    raw = content.encode() if isinstance(content, str) else content
    return UkList().read(original(raw, "UK.file"), published=published, repair=repair)


def ofsi_entry(*rows: Mapping[str, str]) -> ListEntry:
    [entry] = read_ofsi(conlist(*rows)).entries
    return entry


def uk_entry(*rows: Mapping[str, str]) -> ListEntry:
    [entry] = read_uk(uksl(*rows)).entries
    return entry
