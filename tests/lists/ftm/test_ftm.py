"""FollowTheMoney files of any publisher; every party in them is invented."""

import json

import pytest

from sayso.errors import BadListRelease
from sayso.lists.ftm.release import FtmList
from sayso.model.lists import ListEntry, ListRelease
from sayso.model.vocabulary import Measure
from tests.lists.build import original

SEEN = "2026-02-27T10:00:00"


def line(key: str, schema: str, about: dict | None = None, **properties: object) -> dict:
    told = {
        name: [value] if isinstance(value, str) else value for name, value in properties.items()
    }
    return {"id": key, "schema": schema, "properties": told, "last_seen": SEEN, **(about or {})}


BAROSH = line(
    "NK-1",
    "Person",
    {
        "caption": "Ilya Barosh",
        "target": True,
        "datasets": ["kx_list", "ax_list"],
        "referents": ["kx-77"],
        "first_seen": "2024-01-01T00:00:00",
        "last_change": "2025-05-06T07:08:09",
    },
    name=["Ilya BAROSH", "Ilya Barosh", "Илья Барош"],
    weakAlias="The Quartermaster",
    previousName="Ilya Tolwak",
    birthDate=["1961-06-13", "1963"],
    birthPlace="Old Kandor",
    nationality="kx",
    country="zv",
    position="Treasurer of the Kandor Front",
    gender="male",
    passportNumber="K1",
    taxNumber="77",
    address="1 Quay, Kandor",
    addressEntity="addr-1",
    notes="Heads an invented front.",
    email="ilya@kandor.example",
    eyeColor="grey",
)
FRONT = line(
    "NK-2", "Organization", {"caption": "Kandor Front", "target": True}, name="Kandor Front"
)
SISTER = line("NK-3", "Person", {"caption": "Mira Barosh", "target": False}, name="Mira Barosh")


def file(*rows: dict | str) -> bytes:
    lines = (row if isinstance(row, str) else json.dumps(row) for row in rows)
    return ("\n".join(lines) + "\n").encode()


def read(content: bytes, published: str | None = None) -> ListRelease:
    return FtmList("others").read(original(content), published=published, repair=False)


def entry(*rows: dict, key: str = "NK-1") -> ListEntry:
    return next(e for e in read(file(*rows)).entries if e.reference == key)


def test_a_party_is_an_entry_under_its_own_id_and_the_code_of_the_user():
    told = entry(BAROSH)

    assert (told.id, told.authority, told.schema) == ("others:NK-1", "others", "Person")
    assert [(n.text, n.kind, n.quality, n.script) for n in told.names] == [
        ("Ilya Barosh", "primary", None, "Latn"),
        ("Ilya BAROSH", "aka", None, "Latn"),
        ("Илья Барош", "aka", None, "Cyrl"),
        ("The Quartermaster", "aka", "weak", "Latn"),
        ("Ilya Tolwak", "fka", None, "Latn"),
    ]
    assert [(b.start, b.end) for b in told.births] == [
        ("1961-06-13", "1961-06-13"),
        ("1963-01-01", "1963-12-31"),
    ]
    assert (told.nationalities, told.gender) == (("kx",), "male")
    assert told.designations == ("Treasurer of the Kandor Front",)
    assert (told.contacts, told.remarks) == (("ilya@kandor.example",), "Heads an invented front.")
    assert told.amended_on == ("2025-05-06",)


def test_what_has_no_field_is_kept_with_the_lists_and_ids_that_were_merged():
    assert entry(BAROSH).extras == (
        ("country", "zv"),
        ("eyeColor", "grey"),
        ("datasets", "ax_list"),
        ("datasets", "kx_list"),
        ("referents", "kx-77"),
        ("first_seen", "2024-01-01T00:00:00"),
    )


def test_an_entry_is_the_same_however_late_it_was_last_seen():
    later = BAROSH | {"last_seen": "2026-03-01T00:00:00"}
    assert entry(BAROSH) == entry(later)
    assert (read(file(BAROSH)).id, read(file(later)).id) == (
        "others@2026-02-27",
        "others@2026-03-01",
    )


def test_addresses_and_papers_with_lines_of_their_own_are_folded_and_told_once():
    told = entry(
        BAROSH,
        line(
            "addr-1",
            "Address",
            full="1 Quay, Kandor",
            street="1 Quay",
            city="Kandor",
            postalCode="99",
            country="kx",
        ),
        line(
            "id-1",
            "Passport",
            holder="NK-1",
            number="K1",
            country="kx",
            startDate="2010-01-02",
            endDate="2020-01-02",
        ),
    )
    [address] = told.addresses
    assert (address.street, address.city, address.zip_code, address.country) == (
        *("1 Quay", "Kandor", "99"),
        "kx",
    )
    assert [(d.type, d.number, d.issued_on, d.note) for d in told.documents] == [
        ("Passport", "K1", "2010-01-02", "expires 2020-01-02"),
        ("taxNumber", "77", None, None),
    ]


def test_sanctions_give_programmes_acts_reasons_and_the_first_day():
    told = entry(
        BAROSH,
        line(
            "s-1",
            "Sanction",
            entity="NK-1",
            authority="Ministry of Kandor",
            authorityId="KX-9",
            program="Kandor programme",
            listingDate="2021-02-03",
            reason="Pays the front.",
            unscId="KXi.001",
            provisions="Asset freeze",
        ),
        line("s-2", "Sanction", entity="NK-1", authority="Zarvan Office", startDate="2019-01-01"),
    )
    assert (told.listed_on, told.regimes) == ("2019-01-01", ("Kandor programme",))
    assert [(a.title, a.published, a.in_force) for a in told.acts] == [
        ("Ministry of Kandor, KX-9", "2021-02-03", None),
        ("Zarvan Office", None, "2019-01-01"),
    ]
    assert told.un_references == ("KXi.001",)
    assert told.remarks == "Heads an invented front.\nPays the front."
    assert ("sanction provisions", "Asset freeze") in told.extras
    assert told.measures == (Measure.ASSETS_FREEZE,)


def test_ties_stand_at_both_ends_and_only_who_is_listed_has_a_reference():
    rows = (
        BAROSH,
        FRONT,
        SISTER,
        line("t-1", "Directorship", director="NK-1", organization="NK-2", role="treasurer"),
        line("t-2", "Family", person="NK-1", relative="NK-3", relationship="sister"),
        line("t-3", "Ownership", owner="NK-1", asset="NK-9", percentage="51"),
    )
    assert [(k.relation, k.reference, k.name) for k in entry(*rows).links] == [
        ("Directorship: treasurer, as director of the organization", "NK-2", "Kandor Front"),
        ("Family: sister, as person of the relative", None, "Mira Barosh"),
        ("Ownership (51 %), as owner of the asset", None, "NK-9"),
    ]
    [back] = entry(*rows, key="NK-2").links
    assert (back.relation, back.reference) == (
        "Directorship: treasurer, as organization of the director",
        "NK-1",
    )


def test_nobody_is_listed_by_association():
    release = read(file(BAROSH, SISTER))
    assert [e.reference for e in release.entries] == ["NK-1"]
    assert release.remarks == ("no entries: 1 parties that the file says are no targets",)


def test_a_file_that_knows_no_targets_lists_all_its_parties():
    assert len(read(file(line("a", "Company", name="Kandor Works"))).entries) == 1


def test_a_post_is_a_position():
    told = entry(
        BAROSH,
        line("p", "Position", name="Mayor of Old Kandor"),
        line("o", "Occupancy", holder="NK-1", post="p", startDate="2001", endDate="2004"),
    )
    assert told.designations[-1] == "Mayor of Old Kandor (2001 to 2004)"


def test_ships_and_aircraft_have_their_particulars():
    ship = entry(
        FRONT,
        line(
            "v",
            "Vessel",
            name="Kandor Star",
            imoNumber=["IMO9000001", "IMO9000002"],
            flag="kx",
            pastFlags=["zv"],
            mmsi="600000001",
            owner="NK-2",
            buildDate="2011",
            tonnage="900",
        ),
        key="v",
    )
    assert ship.craft is not None
    assert (ship.craft.imo, ship.craft.flag, ship.craft.former_flags) == ("9000001", "kx", ("zv",))
    assert (ship.craft.owner, ship.craft.built) == ("Kandor Front", "2011")
    assert ("imoNumber", "IMO9000002") in ship.extras
    assert [(k.relation, k.reference) for k in ship.links] == [("owner", "NK-2")]
    plane = entry(line("x", "Airplane", name="KX-1", registrationNumber="KX-ABC"), key="x")
    assert plane.craft is not None
    assert (plane.craft.tail_number, plane.documents) == ("KX-ABC", ())


def test_a_wallet_is_an_entry_and_stands_with_its_holder():
    wallet = line(
        "w", "CryptoWallet", publicKey="bc1qinvented", currencySymbol="XBT", holder="NK-1"
    )
    told = entry(BAROSH, wallet)
    assert [(w.currency, w.address) for w in told.wallets] == [("XBT", "bc1qinvented")]
    own = entry(BAROSH, wallet, key="w")
    assert (own.name, own.wallets) == ("bc1qinvented", told.wallets)


@pytest.mark.parametrize(
    ("party", "called"),
    [
        (line("n", "Person", firstName="Ilya", lastName="Barosh"), "Ilya Barosh"),
        (line("n", "Vessel", {"caption": "Kandor Star"}, imoNumber="IMO9000001"), "Kandor Star"),
    ],
)
def test_a_party_without_a_name_is_called_by_its_parts_or_what_the_file_calls_it(
    party: dict, called: str
):
    assert [(n.text, n.kind) for n in entry(party, key="n").names] == [(called, "primary")]


def test_schemata_that_no_entry_can_hold_are_counted():
    release = read(file(BAROSH, line("d", "Document"), line("e", "Document"), line("f", "Note")))
    assert release.remarks == ("not read, because no entry can hold it: 2 Document, 1 Note",)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "states no date"),
        (file(BAROSH)[:-20], "line 1: no JSON"),
        (file(BAROSH, "[1]"), "line 2: no FollowTheMoney entity but list"),
        (file(BAROSH, "[" * 100_000), "line 2: no JSON"),
        (file(BAROSH, '{"id": "x", "schema": "Person"}'), "an entity without properties"),
        (file(BAROSH, '{"id": " ", "schema": "Person", "properties": {}}'), "without id or schema"),
        (file(BAROSH, line("n", "Person")), r"line 2 \(n\): no name"),
        (file(line("n", "Person", {"caption": "Person"})), r"line 1 \(n\): no name"),
        (file(SISTER), "no party in it is a target"),
        (file(line("n", "Person", name=[{"id": "x"}])), "holds whole entities"),
        (b"\xff\xfe" + file(BAROSH), "line 1: no JSON"),
        (b"<data-set/>", "line 1: no JSON"),
    ],
)
def test_what_is_no_whole_file_is_refused_by_its_line(content: bytes, reason: str):
    with pytest.raises(BadListRelease, match=reason):
        read(content)


def test_odd_values_are_read_as_text_and_never_break_what_is_kept():
    odd = line("n", "Person", name=["\ud800Ilya", None, 7], birthDate="long ago", idNumber=5)
    told = entry(odd, key="n")
    assert [n.text for n in told.names] == ["?Ilya", "7"]
    assert told.questions == ("a date of birth only in words: 'long ago'",)
    json.dumps([n.text for n in told.names]).encode()


def test_a_party_on_two_lines_is_one_entry():
    more = line(
        "NK-1", "Person", {"caption": "Ilya Barosh"}, name="Ilya Barosh", alias="Abu Kandor"
    )
    told = entry(BAROSH, more)
    assert "Abu Kandor" in [n.text for n in told.names]
