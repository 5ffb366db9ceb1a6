"""OFAC's CSV set is joined by entry number, or refused. All parties are invented."""

import pytest

from sayso.errors import BadListRelease
from sayso.model.lists import ListedAddress
from tests.lists.ofac.build import END, NOTHING, entry_row, read_files, row

SDN = entry_row(902, "KANDOR FRONT") + entry_row(36, "TOLWAK, Zarmast", "individual") + END
ALT = row(36, 12, "aka", "TOLWAK, Z. A.", NOTHING) + row(902, 13, "fka", "KF", NOTHING) + END
ADD = (
    row(36, 25, NOTHING, "Ostan City, Kunar 1001", "Afghanistan", NOTHING)
    + row(36, 26, NOTHING, NOTHING, NOTHING, NOTHING)
    + END
)


def test_names_and_addresses_of_the_files_beside_come_to_their_entry():
    release = read_files({"sdn.csv": SDN, "alt.csv": ALT, "add.csv": ADD})

    assert [entry.id for entry in release.entries] == ["ofac:36", "ofac:902"]
    tolwak, front = release.entries
    assert [(n.text, n.kind, n.quality) for n in tolwak.names] == [
        ("TOLWAK, Zarmast", "primary", None),
        ("TOLWAK, Z. A.", "aka", "strong"),
    ]
    assert tolwak.addresses == (
        ListedAddress(city="Ostan City, Kunar 1001", country="Afghanistan"),
    )
    assert (front.names[1].text, front.names[1].kind) == ("KF", "fka")
    assert (front.schema, front.regimes, front.measures) == (
        "Organization",
        ("SDGT", "IFSR"),
        ("assets_freeze",),
    )


def test_the_entries_alone_are_a_release_too_and_the_order_of_files_is_nothing():
    assert len(read_files({"any name": SDN}).entries) == 2
    files = {"sdn.csv": SDN, "alt.csv": ALT, "add.csv": ADD}
    turned = dict(reversed(files.items()))
    first, second = read_files(files), read_files(turned)
    assert (first.document_id, first.entries) == (second.document_id, second.entries)


def test_a_ship_has_the_columns_of_ships():
    more = ("Captain", "KD12", "Crude Oil Tanker", "99,144", "56,068", "Togo", "ZARVAN SHIPPING")
    [ship] = read_files({"sdn.csv": entry_row(7, "KANDOR STAR", "vessel", more=more)}).entries
    assert ship.designations == ("Captain",)
    assert ship.craft is not None
    assert (ship.craft.call_sign, ship.craft.type, ship.craft.tonnage) == (
        "KD12",
        "Crude Oil Tanker",
        "99,144",
    )
    assert (ship.craft.gross_tonnage, ship.craft.flag, ship.craft.owner) == (
        "56,068",
        "Togo",
        "ZARVAN SHIPPING",
    )


def test_the_remarks_go_on_in_the_file_of_comments():
    parts = "Gender Male; " + "x" * 967 + "; Passport KF123"
    head, rest = (parts + "456 (Iran)")[:1000], (parts + "456 (Iran).")[1000:]
    sdn = entry_row(36, "TOLWAK, Zarmast", "individual", head)

    whole = read_files({"sdn.csv": sdn, "sdn_comments.csv": row(36, rest)}).entries[0]
    assert whole.remarks == head + rest
    assert [(p.number, p.issuing_country) for p in whole.documents] == [("KF123456", "Iran")]
    assert whole.questions == ()

    cut_off = read_files({"sdn.csv": sdn}).entries[0]
    assert (cut_off.gender, cut_off.documents) == ("Male", ())
    assert cut_off.questions == ("the remarks are cut off: the file of comments has the rest",)


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"sdn.csv": ""}, r"sdn\.csv: it has no rows"),
        ({"sdn.csv": END}, r"sdn\.csv: it has no rows"),
        ({"alt.csv": ALT}, r"the file of entries .* is missing"),
        ({"sdn.csv": SDN, "sdn2.csv": SDN}, r"two files of entries"),
        ({"sdn.csv": SDN + SDN}, r"line 3: '\\x1a902' is no entry number"),
        ({"sdn.csv": SDN.replace(END, "") * 2}, r"entry 36 is there twice"),
        ({"sdn.csv": SDN[:-20]}, r"sdn\.csv, line 2: 9 columns instead of 12; it is cut off"),
        ({"sdn.csv": SDN[:95]}, r"sdn\.csv, line 2: unexpected end of data; .*fetch it again"),
        ({"sdn.csv": SDN.replace("-0- ,-0- ,-0- ", "-0- ", 1)}, r"line 1: 10 columns"),
        ({"sdn.csv": SDN.replace("36,", "36,,", 1)}, r"line 2: 13 columns instead of 12"),
        ({"sdn.csv": "ent_num,SDN_Name\r\n36,TOLWAK\r\n"}, r"line 1: 'ent_num' is no entry number"),
        ({"sdn.csv": SDN.replace('"KANDOR FRONT"', NOTHING)}, r"entry 902: no name"),
        ({"sdn.csv": SDN.replace("KANDOR", "\0KANDOR")}, r"zero bytes"),
        ({"sdn.csv": entry_row(1, "X" * 200_000)}, r"line 1: field larger than"),
        (
            {"sdn.csv": SDN, "alt.csv": row(37, 1, "aka", "KF", NOTHING)},
            r"aliases of 1 entries \(first 37\) that sdn\.csv does not have: .* two releases",
        ),
        ({"list.json": '{"entities": []}'}, r"columns"),
    ],
    ids=lambda value: None if isinstance(value, dict) else value[:30],
)
def test_files_that_are_not_one_whole_release_are_refused(files: dict[str, str], told: str):
    with pytest.raises(BadListRelease, match=told):
        read_files(files)


def test_a_few_strange_rows_are_left_out_and_told():
    sdn = "".join(entry_row(n, f"KANDOR {n}") for n in range(1, 201))
    alt = "".join(row(n, n, "aka", f"K {n}", NOTHING) for n in range(1, 202))
    release = read_files({"sdn.csv": sdn, "alt.csv": alt})
    assert len(release.entries) == 200
    [remark] = release.remarks
    assert "aliases of 1 entries (first 201) that sdn.csv does not have, left out" in remark
