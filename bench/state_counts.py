"""Counts from the raw files, without our readers, what exact evidence ties to the UN list."""

import csv
import gzip
import html
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

Words = frozenset[str]


@dataclass(slots=True)
class Party:
    """What the files say of one entry, gathered over all of them."""

    names: set[Words] = field(default_factory=set)
    days: set[str] = field(default_factory=set)
    references: set[str] = field(default_factory=set)
    numbers: set[str] = field(default_factory=set)
    remarks: set[str] = field(default_factory=set)


def text_of(path: Path) -> str:
    """Give the text of a file, packed or not."""
    content = path.read_bytes()
    packed = path.suffix == ".gz"
    return (gzip.decompress(content) if packed else content).decode("utf-8", "replace")


def words(name: str) -> Words:
    """Give the words of a name in small letters without marks, in no order."""
    plain = unicodedata.normalize("NFKD", html.unescape(name)).lower()
    bare = "".join(c for c in plain if not unicodedata.combining(c))
    return frozenset(re.findall(r"\w+", re.sub(r"['’‘`]", "", bare)))


def number(text: str) -> str | None:
    """Give a number in capitals and digits; None for one that is short or has few digits."""
    key = re.sub(r"[^A-Z0-9]", "", re.split(r"[,;(]", text.upper())[0])
    return key if len(key) >= 6 and sum(c.isdigit() for c in key) >= 5 else None  # noqa: PLR2004


def _tags(element: str, tag: str) -> list[str]:
    found = re.findall(rf"<{tag}>(.*?)</{tag}>", element, re.DOTALL)
    return [" ".join(text.split()) for text in found if text.strip()]


def un_parties(paths: Iterable[Path]) -> dict[str, Party]:
    """Give the entries of UN files by their reference."""
    parties: dict[str, Party] = {}
    for path in paths:
        for _, element in re.findall(r"<(INDIVIDUAL|ENTITY)>(.*?)</\1>", text_of(path), re.DOTALL):
            references = _tags(element, "REFERENCE_NUMBER")
            if not references:
                continue
            party = parties.setdefault("".join(references[0].split()), Party())
            parts = (
                _tags(element, f"{place}_NAME") for place in ("FIRST", "SECOND", "THIRD", "FOURTH")
            )
            whole = " ".join(part[0] for part in parts if part)
            aliases = [a for text in _tags(element, "ALIAS_NAME") for a in text.split(";")]
            script = _tags(element, "NAME_ORIGINAL_SCRIPT")
            party.names |= {words(name) for name in (whole, *aliases, *script)} - {frozenset()}
            party.days |= {day[:10] for day in _tags(element, "LISTED_ON")}
            party.numbers |= {key for text in _tags(element, "NUMBER") if (key := number(text))}
    return parties


def eu_parties(paths: Iterable[Path]) -> dict[str, Party]:
    """Give the entries of EU files by their `logicalId`."""
    parties: dict[str, Party] = {}
    for path in paths:
        for head, body in re.findall(
            r"<sanctionEntity ([^>]*)>(.*?)</sanctionEntity>", text_of(path), re.DOTALL
        ):
            told = dict(re.findall(r'(\w+)="([^"]*)"', head))
            party = parties.setdefault(told["logicalId"], Party())
            party.names |= {words(n) for n in re.findall(r'wholeName="([^"]+)"', body)}
            party.names -= {frozenset()}
            party.days |= {told["designationDate"]} if told.get("designationDate") else set()
            reference = "".join(told.get("unitedNationId", "").split())
            party.references |= {reference} if reference else set()
            papers = re.findall(r"<identification [^>]*?\bnumber=\"([^\"]+)\"", body)
            party.numbers |= {key for text in papers if (key := number(html.unescape(text)))}
    return parties


def ofac_parties(rows: Iterable[Path], whole: Iterable[Path]) -> dict[str, Party]:
    """Give OFAC's entries by their number, from versions of sdn.csv and of sdn.xml."""
    parties: dict[str, Party] = {}
    seen: set[tuple[str, ...]] = set()
    for path in rows:
        for row in csv.reader(io.StringIO(text_of(path).removesuffix("\x1a"))):
            cells = tuple(row)
            if cells not in seen and len(row) > 11:  # noqa: PLR2004  # columns of sdn.csv
                seen.add(cells)
                party = parties.setdefault(row[0].strip(), Party())
                party.names.add(words(row[1]))
                party.remarks.add(re.sub(r"[^A-Z0-9]", "", row[11].upper()))
                party.names |= {words(a) for a in re.findall(r"'([^']+)'", row[11])}
    for path in whole:
        for element in re.findall(r"<sdnEntry>(.*?)</sdnEntry>", text_of(path), re.DOTALL):
            party = parties.setdefault(_tags(element, "uid")[0], Party())
            party.names |= set(_ofac_names(element))
            party.numbers |= {key for text in _tags(element, "idNumber") if (key := number(text))}
    return parties


def _ofac_names(element: str) -> Iterator[Words]:
    own, *akas = re.split(r"<aka>", element)
    for part in (own, *akas):
        given = [text for tag in ("firstName", "lastName") for text in _tags(part, tag)[:1]]
        yield words(" ".join(given))


def tied_by_reference(un: dict[str, Party], national: dict[str, Party]) -> set[str]:
    """Give the UN references that stand on an entry whose name, or only day of listing, agrees."""
    bearers: dict[str, list[Party]] = {}
    for party in national.values():
        for reference in party.references:
            bearers.setdefault(reference, []).append(party)
    return {
        reference
        for reference, held in bearers.items()
        if reference in un
        and any(
            un[reference].names & party.names
            or (len(held) == 1 and un[reference].days & party.days)
            for party in held
        )
    }


def tied_by_number(un: dict[str, Party], national: Sequence[Party]) -> set[str]:
    """Give the UN references of which a number stands on an entry with the same name."""
    found = set()
    by_name: dict[Words, list[Party]] = {}
    for party in national:
        for name in party.names:
            by_name.setdefault(name, []).append(party)
    for reference, party in un.items():
        same = [other for name in party.names for other in by_name.get(name, ())]
        for other in same:
            if party.numbers & other.numbers or any(
                key in remarks for key in party.numbers for remarks in other.remarks
            ):
                found.add(reference)
    return found
