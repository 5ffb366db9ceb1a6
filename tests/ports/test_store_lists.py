"""What every store promises of list releases and judgements."""

from dataclasses import replace

import pytest

from sayso.errors import BadInput, BadListRelease
from sayso.model.ids import EntryId, ReleaseId
from sayso.ports import Store
from tests.fakes import tiny_entry, tiny_judgement, tiny_release


def test_a_release_comes_back_whole(store: Store):
    release, original = tiny_release(
        "2026-02-27",
        tiny_entry("QDe.901", "SARBAND FRONT", "جبهه سربند", remarks="Reviewed."),
        tiny_entry("QDe.902", "ZARNAWA COUNCIL", extras=(("SORT_KEY", "7"),)),
    )

    assert store.lists.add(release, original)

    assert store.lists.release(release.id) == release
    assert store.lists.releases() == (replace(release, entries=()),)
    assert store.lists.releases("un") == store.lists.releases()
    assert store.lists.releases("eu") == ()
    assert store.lists.release(ReleaseId("un@2001-01-01")) is None


def test_the_same_file_twice_changes_nothing(store: Store):
    release, original = tiny_release("2026-02-27", tiny_entry("QDe.901", "SARBAND FRONT"))
    store.lists.add(release, original)
    before = store.version()

    redated = replace(release, id=ReleaseId("un@2026-02-28"), published="2026-02-28")
    assert not store.lists.add(release, original)
    assert not store.lists.add(redated, original)

    assert store.version() == before
    assert store.lists.releases() == (replace(release, entries=()),)


def test_a_list_that_goes_back_to_the_file_of_before_is_a_release_of_its_own(store: Store):
    front, other = tiny_entry("QDe.901", "SARBAND FRONT"), tiny_entry("QDe.902", "ZARNAWA COUNCIL")
    first, original = tiny_release("2026-02-01", front)
    again = replace(first, id=ReleaseId("un@2026-02-03"), published="2026-02-03")
    store.lists.add(first, original)
    store.lists.add(*tiny_release("2026-02-02", other))

    assert store.lists.add(again, original)

    newest = store.lists.in_force("un", "2026-03-01")
    assert newest is not None
    assert (newest.id, newest.entries) == ("un@2026-02-03", (front,))
    assert [entry for _, entry in store.lists.history(front.id)] == [front, None, front]


def test_a_file_that_was_added_as_another_list_can_be_added_as_what_it_is(store: Store):
    release, original = tiny_release("2026-02-27", tiny_entry("QDe.901", "SARBAND FRONT"))
    store.lists.add(release, original)
    other = replace(release, id=ReleaseId("eu@2026-02-27"), authority="eu", entries=())

    assert store.lists.add(other, original)
    assert [held.id for held in store.lists.releases()] == ["eu@2026-02-27", "un@2026-02-27"]


def test_another_file_of_the_same_day_is_refused_unless_its_entries_are_the_same(store: Store):
    entry = tiny_entry("QDe.901", "SARBAND FRONT")
    store.lists.add(*tiny_release("2026-02-27", entry))

    assert not store.lists.add(*tiny_release("2026-02-27", entry, content=b"other blanks"))
    with pytest.raises(BadInput, match=r"un@2026-02-27 .*2026-02-27\.xml"):
        store.lists.add(*tiny_release("2026-02-27", replace(entry, gender="?"), content=b"x"))

    release = store.lists.release(ReleaseId("un@2026-02-27"))
    assert release is not None
    assert release.entries == (entry,)


def test_two_releases_of_one_day_are_kept_in_their_order_however_they_were_added(store: Store):
    front, council = tiny_entry("QDe.901", "SARBAND FRONT"), tiny_entry("QDe.902", "مجلس زرناوه")
    later = tiny_release("2026-02-27b", front, council)
    for made in (later, tiny_release("2026-02-28"), tiny_release("2026-02-27", front)):
        assert store.lists.add(*made)

    ids = ["un@2026-02-27", "un@2026-02-27b", "un@2026-02-28"]
    assert [release.id for release in store.lists.releases()] == ids
    assert [release.published for release in store.lists.releases()][1] == "2026-02-27"
    assert store.lists.history(council.id) == tuple(zip(ids, (None, council, None), strict=True))
    in_force = store.lists.in_force("un", "2026-02-27")
    assert in_force is not None
    assert (in_force.id, in_force.entries) == ("un@2026-02-27b", (front, council))
    assert store.lists.seen_before("un", "2026-02-27b") == {front.id}
    assert store.lists.seen_before("un", "2026-02-28") == {front.id, council.id}


def test_a_file_of_the_second_release_of_a_day_is_known_without_its_letter(store: Store):
    front, other = tiny_entry("QDe.901", "SARBAND FRONT"), tiny_entry("QDe.902", "KANDOR FRONT")
    store.lists.add(*tiny_release("2026-02-27", front))
    later, original = tiny_release("2026-02-27b", other)
    store.lists.add(later, original)

    assert not store.lists.add(replace(later, id=ReleaseId("un@2026-02-27")), original)
    with pytest.raises(BadInput):
        store.lists.add(*tiny_release("2026-02-27", front, other))


def test_releases_come_by_authority_and_date_however_they_were_added(store: Store):
    for authority, day in [("un", "2026-02-27"), ("eu", "2026-01-05"), ("un", "2025-04-19")]:
        store.lists.add(*tiny_release(day, authority=authority))

    ids = [release.id for release in store.lists.releases()]

    assert ids == ["eu@2026-01-05", "un@2025-04-19", "un@2026-02-27"]


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2025-04-18", None),
        ("2025-04-19", "un@2025-04-19"),
        ("2026-02-26", "un@2025-04-19"),
        ("2030-01-01", "un@2026-02-27"),
    ],
)
def test_the_release_in_force_is_the_newest_on_that_day(
    store: Store, on: str, expected: str | None
):
    entry = tiny_entry("QDe.901", "SARBAND FRONT")
    for day in ("2026-02-27", "2025-04-19"):
        store.lists.add(*tiny_release(day, entry))

    release = store.lists.in_force("un", on)

    assert (release and release.id) == expected
    assert release is None or release.entries == (entry,)
    assert store.lists.in_force("eu", on) is None


def test_a_day_that_is_none_is_refused(store: Store):
    with pytest.raises(BadInput, match="February"):
        store.lists.in_force("un", "27 February 2026")
    with pytest.raises(BadListRelease, match="2026-02-30"):
        store.lists.add(*tiny_release("2026-02-30"))


def test_an_entry_that_stands_twice_in_a_release_refuses_it_whole(store: Store):
    entry = tiny_entry("QDe.901", "SARBAND FRONT")

    with pytest.raises(BadListRelease, match=r"QDe\.901"):
        store.lists.add(*tiny_release("2026-02-27", entry, replace(entry, gender="?")))

    assert store.lists.releases() == ()


def test_an_entry_is_given_as_each_release_has_it(store: Store):
    first = tiny_entry("QDe.901", "ZARNAWA COUNCIL")
    other = tiny_entry("QDe.902", "KANDOR FRONT")
    later = tiny_entry("QDe.901", "ZARNAWA COUNCIL", "ZC")
    for day, entries in (("01", [first, other]), ("02", [other]), ("03", [later, other])):
        store.lists.add(*tiny_release(f"2026-01-{day}", *entries))

    told = [store.lists.entry(ReleaseId(f"un@2026-01-{d}"), first.id) for d in ("01", "02", "03")]
    assert told == [first, None, later]
    assert store.lists.entry(ReleaseId("un@2026-01-02"), other.id) == other
    assert store.lists.entry(ReleaseId("un@2030-01-01"), other.id) is None


def test_the_history_of_an_entry_shows_when_it_was_absent(store: Store):
    front, other = tiny_entry("QDe.901", "SARBAND FRONT"), tiny_entry("QDe.902", "ZARNAWA COUNCIL")
    renamed = tiny_entry("QDe.901", "SARBAND ARMY", "SARBAND FRONT")
    for day, entries in {
        "2026-02-27": [renamed, other],
        "2024-01-01": [other],
        "2025-04-19": [front],
        "2025-09-09": [other],
    }.items():
        store.lists.add(*tiny_release(day, *entries))
    store.lists.add(*tiny_release("2025-01-01", authority="eu"))

    assert store.lists.history(front.id) == (
        ("un@2024-01-01", None),
        ("un@2025-04-19", front),
        ("un@2025-09-09", None),
        ("un@2026-02-27", renamed),
    )
    assert [entry for _, entry in store.lists.history(EntryId("un:QDe.1"))] == [None] * 4


def test_all_entries_come_with_the_stretches_of_releases_in_which_each_wording_stands(
    store: Store,
):
    front, other = tiny_entry("QDe.901", "SARBAND FRONT"), tiny_entry("QDe.902", "ZARNAWA COUNCIL")
    renamed = tiny_entry("QDe.901", "SARBAND ARMY", "SARBAND FRONT")
    for day, entries in {
        "2026-02-27": [front, other],
        "2024-01-01": [front, other],
        "2025-04-19": [renamed],
        "2025-09-09": [renamed, other],
        "2025-10-01": [other],
    }.items():
        store.lists.add(*tiny_release(day, *entries))
    store.lists.add(*tiny_release("2025-01-01", tiny_entry("13", "X"), authority="eu"))

    every = [release.id for release in store.lists.releases()]
    held = store.lists.histories("un", every)

    assert list(held) == [front.id, other.id]
    assert held[front.id].releases == store.lists.releases("un")
    assert {w.entry: w.stretches for w in held[front.id].wordings} == {
        front: ((0, 0), (4, 4)),
        renamed: ((1, 2),),
    }
    assert [w.stretches for w in held[other.id].wordings] == [((0, 0), (2, 4))]
    assert (held[front.id].newest, held[front.id].is_listed) == (front, True)
    assert [held[front.id].at(place) for place in range(5)] == [
        front,
        renamed,
        renamed,
        None,
        front,
    ]

    some = [ReleaseId("un@2025-10-01"), ReleaseId("un@2025-09-09")]
    few = store.lists.histories("un", some)
    assert [w.stretches for w in few[front.id].wordings] == [((0, 0),)]
    assert not few[front.id].is_listed
    assert store.lists.histories("un", ()) == {}


def test_what_a_release_has_first_and_what_any_before_a_day_had_is_told_without_reading_it(
    store: Store,
):
    front, other = tiny_entry("QDe.901", "SARBAND FRONT"), tiny_entry("QDe.902", "ZARNAWA COUNCIL")
    renamed = tiny_entry("QDe.901", "SARBAND ARMY", "SARBAND FRONT")
    for day, entries in {
        "2025-04-19": [front, other],
        "2026-02-27": [renamed, other],
        "2024-01-01": [other],  # an older file, added late
        "2026-03-01": [front],
    }.items():
        store.lists.add(*tiny_release(day, *entries))
    store.lists.add(*tiny_release("2025-01-01", tiny_entry("13", "X"), authority="eu"))

    ids = {day: ReleaseId(f"un@{day}") for day in ("2025-04-19", "2026-02-27", "2026-03-01")}
    assert store.lists.entry_ids(ids["2026-02-27"]) == ("un:QDe.901", "un:QDe.902")
    assert store.lists.entry_ids(ReleaseId("un@2001-01-01")) == ()
    assert {day: store.lists.first_stated(key) for day, key in ids.items()} == {
        "2025-04-19": {"un:QDe.901", "un:QDe.902"},
        "2026-02-27": {"un:QDe.901"},
        "2026-03-01": frozenset(),
    }
    assert store.lists.seen_before("un", "2024-01-01") == frozenset()
    assert store.lists.seen_before("un", "2025-01-01") == {"un:QDe.902"}
    assert store.lists.seen_before("un", "2030-01-01") == {"un:QDe.901", "un:QDe.902"}
    assert store.lists.seen_before("uk", "2030-01-01") == frozenset()


def test_judgements_come_in_the_order_in_which_they_were_made(store: Store):
    made = [tiny_judgement(2), tiny_judgement(1, about="f-2"), tiny_judgement(3)]
    for one in made:
        store.judgements.add(one)

    assert store.judgements.judgements() == tuple(made)
    assert store.judgements.judgements("f-1") == (made[0], made[2])
    assert store.judgements.judgements("f-9") == ()


def test_a_judgement_is_never_replaced(store: Store):
    store.judgements.add(tiny_judgement(1))

    with pytest.raises(BadInput, match="j-1"):
        store.judgements.add(replace(tiny_judgement(1), verdict="reject"))

    assert store.judgements.judgements() == (tiny_judgement(1),)
