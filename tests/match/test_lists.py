"""The entries of one list beside another's: who may be whom."""

from sayso.match.linking.lists import LEAST, candidates_beside
from sayso.model.ids import EntryId, ReleaseId
from sayso.model.lists import DateInterval, ListedName, ListEntry

RELEASE = ReleaseId("eu@2024-05-13")


def entry(key: str, *names: str, **more: object) -> ListEntry:
    authority, _, reference = key.partition(":")
    kinds = ("primary", *("aka" for _ in names))
    return ListEntry(
        id=EntryId(key),
        authority=authority,
        reference=reference,
        schema="Person",
        names=tuple(
            ListedName(text=name, kind=kind, script="Latn")
            for name, kind in zip(names, kinds, strict=False)
        ),
        **more,  # type: ignore[arg-type]  # fields of an entry
    )


def born(day: str) -> tuple[DateInterval, ...]:
    return (DateInterval(start=day, end=day, surface=day),)


def test_the_likeliest_entries_come_first_and_unlike_ones_not_at_all():
    listed = [
        entry("eu:1", "Zarmast TOLWAK", births=born("1980-05-01")),
        entry("eu:2", "Zarmast TOLWAK", births=born("1955-01-01")),
        entry("eu:3", "Sarband NOORI"),
    ]
    asked = [
        entry("un:QDi.901", "Tolwak, Zarmast", births=born("1980-05-01")),
        entry("un:QDi.902", "Parwan Qadiri"),
    ]

    found = candidates_beside(asked, {one.id: one for one in listed}, RELEASE)

    assert list(found) == ["QDi.901"]
    assert found["QDi.901"][0].entry == "eu:1"
    assert found["QDi.901"][0].probability >= LEAST
    assert found["QDi.901"][0].release == RELEASE
    assert all(feature.note for feature in found["QDi.901"][0].features[:1])


def test_an_alias_finds_what_the_primary_name_does_not():
    listed = {EntryId("eu:1"): entry("eu:1", "Mirzan the Elder Dastgir")}
    asked = [entry("un:QDi.901", "Zarmast Tolwak", "Mirzan Elder Dastgir")]
    assert [c.entry for c in candidates_beside(asked, listed, RELEASE)["QDi.901"]] == ["eu:1"]
