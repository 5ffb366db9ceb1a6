"""What exact evidence ties, counted from raw files another way, by reference and by number."""

import gzip
import random
from pathlib import Path

import pytest

from bench.state_counts import (
    eu_parties,
    ofac_parties,
    tied_by_number,
    tied_by_reference,
    un_parties,
)
from sayso.demo import lists
from sayso.lists.un import UnList
from sayso.model.oversight import LinkKind
from sayso.model.vocabulary import LagStatus, Measure
from sayso.overseeing import Overseeing
from tests.lists.build import original, un_list
from tests.lists.build import read as read_un
from tests.lists.eu.build import eu_list
from tests.lists.eu.build import read as read_eu
from tests.lists.ofac.build import END, entry_row, read_files
from tests.states.build import eu_party, overseeing, un_party

FIRST = ("Zarmast", "Sarband", "Khalid", "Mirzan", "Helmand", "Parwan", "Ghorak", "Tirin")
LAST = ("Tolwak", "Noori", "Ostan", "Dastgir", "Zaheer", "Qadiri")
PAPER = (
    "<KIND_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT>"
    "<NUMBER>{}</NUMBER></KIND_DOCUMENT>"
)


def files(seed: int) -> tuple[str, str, str]:
    """Give a UN, an EU and an OFAC file of invented persons.

    Names, references and numbers of theirs are right, doubled, cut short, another's or absent.
    """
    chance = random.Random(seed)  # noqa: S311  # test data
    un, eu, us = [], [], []
    for number in range(40):
        name = f"{FIRST[number % 8]} {LAST[number % 6]}"
        reference, paper = f"QDi.{900 + number}", f"OB{2043318 + 17 * number}"
        un.append(un_party(reference, name, "2020-03-08", PAPER.format(paper)))
        other = f"QDi.{900 + chance.randrange(40)}"
        stated = chance.choice([reference, f" {reference}", reference[:-1], other, None])
        told = chance.choice([paper, f"OB {paper[2:5]}-{paper[5:]}", paper[:-2], "4711"])
        own = name if chance.random() < 0.8 else "Somebody Else"
        day = chance.choice(["2020-03-08", "1999-01-01"])
        inside = f'<identification identificationTypeCode="passport" number="{told}"/>'
        eu.append(eu_party(f"{500 + number}", own, stated, day, inside=inside))
        given, _, family = own.partition(" ")
        remarks = f"DOB 1980; Passport {told} (Kandor)."
        us.append(entry_row(700 + number, f"{family.upper()}, {given}", "individual", remarks))
    return un_list(*un), eu_list(*eu), "".join(us) + END


def tied(found: Overseeing, state: str, reason: str) -> set[str]:
    shown = found.oversight().transpositions[state]
    return {
        reference
        for reference, acts in shown.items()
        for act in acts
        if act.link is LinkKind.EXACT and any(told.startswith(reason) for told in act.reasons)
    }


@pytest.mark.parametrize("seed", range(4))
def test_exact_evidence_is_what_the_raw_files_hold_counted_another_way(seed: int, tmp_path: Path):
    un_file, eu_file, us_file = files(seed)
    paths = {name: tmp_path / name for name in ("un.xml", "eu.xml", "sdn.csv")}
    for path, content in zip(paths.values(), (un_file, eu_file, us_file), strict=True):
        path.write_text(content, encoding="utf-8")
    un = un_parties([paths["un.xml"]])
    eu = eu_parties([paths["eu.xml"]])
    us = ofac_parties([paths["sdn.csv"]], [])
    found = overseeing(read_un(un_file), read_eu(eu_file), read_files({"sdn.csv": us_file}))

    by_reference, by_number = tied_by_reference(un, eu), tied_by_number(un, list(eu.values()))
    assert 0 < len(by_reference) < 40
    assert 0 < len(by_number) < 40
    assert tied(found, "EU", "reference") == by_reference
    assert tied(found, "EU", "the number") == by_number
    assert tied(found, "US", "the number") == tied_by_number(un, list(us.values()))

    for one in found.implementations("EU"):
        is_exact = one.obligation.reference in by_reference | by_number
        if one.obligation.measure is Measure.ASSETS_FREEZE:
            assert (one.link is LinkKind.EXACT) == is_exact
        assert is_exact or one.status is LagStatus.UNKNOWN


def test_every_entry_of_the_uns_releases_that_ship_obliges_states_to_something():
    paths = sorted(Path(lists.__path__[0]).glob("un_*.xml.gz"))
    assert len(paths) == 2
    held = [
        UnList().read(original(gzip.decompress(path.read_bytes())), published=None, repair=False)
        for path in paths
    ]
    oblige = {one.reference for one in overseeing(*held).oversight().obligations}
    assert oblige == un_parties(paths).keys()
