"""Overseeing the states, from lists as they are published to what is told of a state."""

import io
import random
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from sayso import wiring
from sayso.errors import BadInput, BadListRelease, NotFound, Unavailable
from sayso.lists.reading.files import ListFiles
from sayso.model.clocks import Clocks, Stretch
from sayso.model.concerns import Said
from sayso.model.grades import Verdict
from sayso.model.ids import ClaimId, EntryId
from sayso.model.lists import ListRelease
from sayso.model.oversight import Implementation, Limit, LimitKind, LinkKind, Oversight
from sayso.model.vocabulary import (
    Factuality,
    LagStatus,
    Measure,
    Predicate,
    TranspositionModel,
)
from sayso.overseeing import NoRecords, Overseeing
from sayso.review.judging.making import Asked
from sayso.settings import STATES_FILE, load
from sayso.transposed import MOST_DAYS
from sayso.workbench import Workbench
from tests.lists.build import NOON, un_list
from tests.lists.build import read as read_un
from tests.lists.eu.build import eu_list
from tests.lists.eu.build import read as read_eu
from tests.states.build import (
    automatic,
    eu,
    eu_party,
    ofac,
    overseeing,
    transposition,
    un,
    un_party,
)

NAMES = [
    "Zarmast Tolwak",
    "Sarband Noori",
    "Khalid Ostan",
    "Mirzan Dastgir",
    "Helmand Zaheer",
    "Parwan Qadiri",
]


def of(found: Overseeing, state: str, reference: str = "QDi.901") -> Implementation:
    return next(
        one
        for one in found.implementations(state)
        if one.obligation.reference == reference and one.obligation.measure is Measure.ASSETS_FREEZE
    )


# The independent count


def invented_files(seed: int) -> tuple[str, str]:
    """Give a UN and an EU file whose references are right, odd, doubled, cut short or absent."""
    chance = random.Random(seed)  # noqa: S311  # test data
    un_parties, eu_parties = [], []
    for number in range(30):
        name, day = f"{chance.choice(NAMES)} {number:02}x", f"2020-03-{1 + number % 28:02}"
        reference = f"QDi.{900 + number}"
        un_parties.append(un_party(reference, name, day))
        stated = {
            0: reference,
            1: f" {reference} ",
            2: reference[:-1],
            3: None,
            4: f"QDi.{900 + chance.randrange(30)}",
            5: f"TAi.{900 + number}",
        }[chance.randrange(6)]
        own = name if chance.random() < 0.8 else "Somebody Else"
        designated = day if chance.random() < 0.7 else "1999-01-01"
        eu_parties.append(eu_party(f"{500 + number}", own, stated, designated))
    return un_list(*un_parties), eu_list(*eu_parties)


def counted_otherwise(un_file: str, eu_file: str) -> set[str]:
    """Give the references that are exactly tied, from the bytes of the files alone."""
    listed = {}
    for element in ET.fromstring(un_file).iter("INDIVIDUAL"):  # noqa: S314  # our own
        told = {part.tag: part.text or "" for part in element}
        words = frozenset(re.findall(r"\w+", told["FIRST_NAME"].lower()))
        listed[told["REFERENCE_NUMBER"]] = (words, told["LISTED_ON"])
    bearers: dict[str, list[tuple[frozenset[str], str]]] = {}
    for party in re.findall(r"<sanctionEntity.*?</sanctionEntity>", eu_file, re.DOTALL):
        stated = re.search(r'unitedNationId="([^"]*)"', party)
        day = re.search(r'designationDate="([^"]*)"', party)
        name = re.search(r'wholeName="([^"]*)"', party)
        if stated and name and day:
            words = frozenset(re.findall(r"\w+", name[1].lower()))
            bearers.setdefault(stated[1].replace(" ", ""), []).append((words, day[1]))
    return {
        reference
        for reference, (words, day) in listed.items()
        if any(one == words for one, _ in bearers.get(reference, []))
        or [own for _, own in bearers.get(reference, [])] == [day]
    }


@pytest.mark.parametrize("seed", range(5))
def test_coverage_by_exact_evidence_equals_a_count_from_the_raw_files(seed: int):
    un_file, eu_file = invented_files(seed)
    found = overseeing(read_un(un_file), read_eu(eu_file))

    exact = {
        one.obligation.reference
        for one in found.implementations("EU")
        if one.link is LinkKind.EXACT
    }
    assert exact == counted_otherwise(un_file, eu_file)
    assert 0 < len(exact) < 30
    [line] = found.lines()
    assert line.carried_out == len(exact)
    others = (one for one in found.implementations("EU") if one.link is not LinkKind.EXACT)
    assert {one.status for one in others} == {LagStatus.UNKNOWN}


# What does not change it


def releases() -> tuple[ListRelease, ...]:
    other = un_party("QDi.902", "Sarband Noori")
    return (
        un("2022-01-01", un_party(), other),
        un("2024-01-01", un_party(), other),
        un("2026-02-27", other),
        eu("2021-03-02", eu_party("502", "Sarband NOORI", "QDi.902")),
        eu("2024-05-13", eu_party(), eu_party("502", "Sarband NOORI", "QDi.902")),
        ofac("2023-01-01", (900, "DASTGIR, Mirzan")),
        ofac("2024-05-03", (900, "DASTGIR, Mirzan"), (901, "TOLWAK, Zarmast")),
    )


@pytest.mark.parametrize("seed", range(4))
def test_the_order_in_which_releases_were_added_changes_nothing(seed: int):
    held = list(releases())
    expected = overseeing(*held)
    random.Random(seed).shuffle(held)  # noqa: S311  # test data

    found = overseeing(*held)

    assert found.lines() == expected.lines()
    assert found.lags() != ()
    for state in ("EU", "US", "DE"):
        ours, theirs = (
            [
                (i.obligation.reference, i.status, i.lag, i.link, i.questions)
                for i in which.implementations(state)
            ]
            for which in (found, expected)
        )
        assert ours == theirs


# A link by name, and a person's judgement


def judged(asked_verdict: Verdict, national: str = "ofac:901") -> tuple[Overseeing, Overseeing]:
    """Give what is known before a judgement and after it."""
    before = overseeing(*releases())
    asked = Asked(
        about=f"entry:{national}",
        verdict=asked_verdict,
        by="Ada Okoye",
        reason="same birth in the passport",
        values=("QDi.901",),
    )
    made = before.judgement(asked, NOON)
    return before, overseeing(*releases(), judgements=[made])


def test_a_link_by_name_counts_for_nothing_until_a_person_judges():
    before, after = judged(Verdict.SAME)

    waiting, confirmed = of(before, "US"), of(after, "US")

    assert (waiting.status, waiting.link) == (LagStatus.UNKNOWN, LinkKind.MATCHED)
    assert (waiting.lag, waiting.obligation.reference) == (None, "QDi.901")
    assert waiting.transposition is not None
    assert waiting.transposition.reasons[0].startswith("matched by name at ")
    [line] = [line for line in before.lines() if line.state == "US"]
    assert (line.carried_out, line.to_confirm) == (0, 0)  # the UN's entry has ended
    assert confirmed.link is LinkKind.JUDGED
    assert confirmed.lag is not None
    assert confirmed.transposition is not None
    assert confirmed.transposition.reasons[0] == (
        "judged the same by Ada Okoye on 2026-03-01: same birth in the passport"
    )


def test_entries_that_a_person_told_apart_are_not_linked_again():
    _, after = judged(Verdict.DIFFERENT)
    assert of(after, "US").link is LinkKind.NONE


def test_who_is_unsure_leaves_it_waiting_and_says_so():
    _, after = judged(Verdict.UNSURE)
    one = of(after, "US")
    assert (one.status, one.link) == (LagStatus.UNKNOWN, LinkKind.MATCHED)
    assert one.questions[-1].startswith("left unsure by Ada Okoye on 2026-03-01")


def test_a_person_can_tie_what_neither_evidence_nor_name_did():
    _, after = judged(Verdict.SAME, "ofac:900")
    one = of(after, "US")
    assert (one.link, one.transposition is not None) == (LinkKind.JUDGED, True)
    assert one.transposition is not None
    assert one.transposition.entry == EntryId("ofac:900")


@pytest.mark.parametrize(
    ("about", "other", "verdict", "error", "words"),
    [
        ("entry:ofac:901", "QDi.999", Verdict.SAME, NotFound, "no entry un:QDi.999 in any release"),
        ("entry:ofac:77", "QDi.901", Verdict.SAME, NotFound, "no entry ofac:77 in any release"),
        ("entry:un:QDi.901", "ofac:901", Verdict.SAME, BadInput, "name the national entry first"),
        ("entry:ofac:901", "QDi.901", Verdict.REJECT, BadInput, "one of same, different, unsure"),
    ],
)
def test_a_judgement_on_entries_that_are_none_is_refused(
    about: str, other: str, verdict: Verdict, error: type[Exception], words: str
):
    asked = Asked(about=about, verdict=verdict, by="Ada", reason="why", values=(other,))
    with pytest.raises(error, match=words):
        overseeing(*releases()).judgement(asked, NOON)


def test_a_judgement_asks_again_when_the_entries_say_something_else():
    before = overseeing(*releases())
    asked = Asked(
        about="entry:ofac:901", verdict=Verdict.SAME, by="Ada", reason="why", values=("QDi.901",)
    )
    made = before.judgement(asked, NOON)
    renamed = ofac("2024-06-03", (900, "DASTGIR, Mirzan"), (901, "ZAHEER, Helmand"))
    one = of(overseeing(*releases(), renamed, judgements=[made]), "US")
    assert one.link is LinkKind.JUDGED
    assert any(q.startswith("since that judgement: new: entry's name") for q in one.questions)


# What a user asks


def test_one_line_a_state_of_which_something_is_held_or_every_one():
    laws = {"CH": automatic("CH")}
    found = overseeing(*releases(), models=laws, records=[transposition("PE")])
    lines = {line.state: line for line in found.lines()}
    assert list(lines) == ["CH", "EU", "PE", "US"]
    assert lines["CH"].model is TranspositionModel.AUTOMATIC
    assert lines["CH"].by_status[LagStatus.AUTOMATIC] == 1
    assert lines["EU"].name == "European Union"
    assert (lines["EU"].obligations, lines["EU"].carried_out) == (3, 1)
    assert lines["EU"].last_evidence == "2024-05-13"
    assert lines["EU"].median_lag == (67.0, 114.0)
    assert lines["PE"].last_evidence == "2020-03-10"
    assert len(found.lines(every=True)) == 194


def test_of_who_is_no_member_of_the_un_nothing_is_due_or_missing_and_what_is_shown_is_told():
    denied = transposition("HK", carried_out="no")
    lists = (un("2024-01-01", un_party()), eu("2024-05-13", eu_party()))
    found = overseeing(*lists, records=[transposition("VA", "2020-04-01"), denied])
    shown, said = of(found, "VA"), of(found, "HK")
    assert (shown.status, shown.lag is not None) == (LagStatus.LATE, True)
    assert said.status is LagStatus.UNKNOWN
    assert any("says that it was not carried out" in question for question in said.questions)
    lines = {line.state: line for line in found.lines()}
    assert [(code, line.is_outside) for code, line in lines.items()] == [
        ("EU", False),
        ("HK", True),
        ("VA", True),
    ]
    assert (lines["HK"].obligations, sum(lines["HK"].by_status.values())) == (0, 0)
    assert (lines["VA"].obligations, lines["VA"].carried_out) == (0, 1)
    assert lines["VA"].by_status[LagStatus.LATE] == sum(lines["VA"].by_status.values()) == 1
    assert {one.state for one in found.gaps()} == {"EU"}
    assert {one.state for one in found.lags()} == {"EU", "VA"}
    assert len(found.lines(every=True)) == 196


def claim(state: str, published: str | None, name: str) -> Said:
    """Give the claim that a state has not reported."""
    return Said(
        state=state,
        claim=ClaimId(name),
        finding=None,
        predicate=Predicate.REPORT,
        references=(),
        factuality=Factuality.CERTAIN_NOT,
        own=False,
        against=(),
        published=published,
    )


def test_a_state_that_is_only_talked_about_has_a_line_with_the_claims_and_nothing_else():
    said = [
        claim("KE", "2024-05", "c-1"),
        claim("KE", None, "c-2"),
        claim("US", "2024-06-01", "c-3"),
        claim("ZZ", None, "c-4"),  # a place that is no state's
    ]
    lines = {line.state: line for line in overseeing(*releases(), said=said).lines()}
    assert list(lines) == ["EU", "KE", "US"]
    assert (lines["KE"].claims, lines["KE"].last_evidence) == (("c-1", "c-2"), "2024-05-31")
    assert lines["KE"].by_status[LagStatus.UNKNOWN] == lines["KE"].obligations
    assert lines["KE"].model is TranspositionModel.UNKNOWN
    assert (lines["US"].claims, lines["US"].last_evidence) == (("c-3",), "2024-06-01")
    assert lines["EU"].claims == ()


def test_gaps_and_lags_are_of_states_of_which_something_is_held_unless_one_is_asked_for():
    found = overseeing(*releases())
    assert {one.state for one in found.gaps()} == {"EU", "US"}
    assert {one.obligation.reference for one in found.gaps("EU")} == {"QDi.902"}
    assert {one.state for one in found.lags()} == {"EU"}
    assert {one.via for one in found.lags("Germany")} == {"EU"}
    with pytest.raises(NotFound, match="did you mean DE"):
        found.gaps("Germani")


def test_an_entry_across_states_and_lags_in_slices():
    found = overseeing(*releases())
    across = found.across(" un:QDi.902")
    assert [(one.state, one.obligation.measure) for one in across][:2] == [
        ("EU", Measure.ARMS_EMBARGO),
        ("EU", Measure.ASSETS_FREEZE),
    ]
    with pytest.raises(NotFound, match=r"QDi\.999"):
        found.across("QDi.999")
    slices = found.lag_slices("EU")
    assert [(one.by, one.key, one.known, one.late) for one in slices] == [
        ("year", "2020", 2, 2),
        ("regime", "Al-Qaida", 2, 2),
    ]


def test_a_record_that_is_added_is_seen_at_once_and_a_corrected_one_no_more():
    found = overseeing(*releases())
    assert of(found, "PE").status is LagStatus.UNKNOWN
    wrong = transposition("PE", carried_out="no")
    found.add([wrong])
    assert of(found, "PE").status is LagStatus.MISSING
    right = replace(transposition("PE"), replaces=wrong.id, at=NOON + timedelta(days=1))
    found.add([right])
    assert of(found, "PE").status is LagStatus.LATE
    assert [record.id for record in found.records("PE")] == [right.id]


def test_a_store_without_a_place_for_records_refuses_them():
    with pytest.raises(Unavailable, match="1 records"):
        NoRecords().add([transposition()])


def test_the_limits_say_that_unknown_is_not_non_compliant_and_how_old_the_lists_are():
    limits = overseeing(*releases()).oversight().limits
    assert limits[0] == Limit(LimitKind.UNKNOWN)
    assert Limit(LimitKind.ENDS, {"list": "eu", "day": "2024-05-13"}) in limits
    [held] = [limit.about for limit in limits if limit.kind is LimitKind.UN_RELEASES]
    assert (held["first"], held["last"]) == ("2022-01-01", "2026-02-27")
    assert Limit(LimitKind.NO_UN_RELEASE) in overseeing().oversight().limits


# In a project


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Workbench]:
    made = wiring.workbench(load({"project": str(tmp_path / "p")}, {}, tmp_path), io.BytesIO())
    yield made
    made.close()


def add(bench: Workbench, folder: Path, authority: str, day: str, content: str) -> None:
    path = folder / f"{authority} {day}.xml"
    path.write_text(content, encoding="utf-8")
    bench.add_list(ListFiles(authority=authority, paths=(str(path),), published=day, force=True))


def test_what_the_lists_show_is_kept_and_worked_out_anew_only_for_new_releases(
    bench: Workbench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    add(bench, tmp_path, "un", "2024-01-01", un_list(un_party()))
    add(bench, tmp_path, "eu", "2024-05-13", eu_list(eu_party()))
    first = bench.overseeing().oversight()
    assert (tmp_path / "p" / STATES_FILE).is_file()

    read: list[str] = []
    lists = type(bench._readable().lists)  # noqa: SLF001
    histories = lists.histories

    def counted(self: object, authority: str, wanted: object) -> object:
        read.append(authority)
        return histories(self, authority, wanted)  # type: ignore[arg-type]  # as it was asked

    monkeypatch.setattr(lists, "histories", counted)
    assert bench.overseeing().oversight() == first
    assert read == []

    add(bench, tmp_path, "eu", "2024-06-13", eu_list(eu_party(), eu_party("502", "Other", None)))
    assert bench.overseeing().oversight() != first
    assert read == ["un", "eu"]

    (tmp_path / "p" / STATES_FILE).write_text("{damaged", encoding="utf-8")
    assert of(bench.overseeing(), "EU").status is LagStatus.LATE


def test_what_the_lists_showed_on_other_days_is_kept_for_the_newest_few(
    bench: Workbench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    add(bench, tmp_path, "un", "2024-01-01", un_list(un_party()))
    days = [f"2024-0{month}-01" for month in range(2, 8)]
    for number, day in enumerate(days):
        other = eu_party(f"60{number}", "Other", None)
        add(bench, tmp_path, "eu", day, eu_list(eu_party(), other))

    def seen(day: str) -> Oversight:
        return bench.at(Clocks(valid_on=Stretch.of(day))).overseeing().oversight()

    first = [seen(day) for day in days[:-1]]
    kept = sorted(path.name for path in (tmp_path / "p").glob("states*.json.gz"))
    assert len(kept) == MOST_DAYS
    assert STATES_FILE not in kept
    bench.overseeing().oversight()
    assert len(list((tmp_path / "p").glob("states*.json.gz"))) == MOST_DAYS + 1

    read: list[str] = []
    lists = type(bench._readable().lists)  # noqa: SLF001
    histories = lists.histories

    def counted(self: object, authority: str, wanted: object) -> object:
        read.append(authority)
        return histories(self, authority, wanted)  # type: ignore[arg-type]  # as it was asked

    monkeypatch.setattr(lists, "histories", counted)
    assert [seen(day) for day in days[1:-1]] == first[1:]
    assert seen(days[-1]).releases == bench.overseeing().oversight().releases
    assert read == []  # of the last day it is what is known now
    assert seen(days[0]) == first[0]
    assert read == ["un", "eu"]


def test_an_empty_national_list_is_refused_and_not_taken_for_all_missing(
    bench: Workbench, tmp_path: Path
):
    add(bench, tmp_path, "un", "2024-01-01", un_list(un_party()))
    with pytest.raises(BadListRelease, match="no entries"):
        add(bench, tmp_path, "eu", "2024-05-13", eu_list())
    assert {one.status for one in bench.overseeing().implementations("EU")} == {LagStatus.UNKNOWN}


def test_a_judgement_on_entries_is_kept_undone_and_no_part_of_what_documents_say(
    bench: Workbench, tmp_path: Path
):
    add(bench, tmp_path, "un", "2024-01-01", un_list(un_party()))
    add(bench, tmp_path, "eu", "2024-05-13", eu_list(eu_party(un_reference=None)))
    assert of(bench.overseeing(), "EU").link is LinkKind.MATCHED

    asked = Asked(
        about="entry:eu:501", verdict=Verdict.SAME, by="Ada", reason="why", values=("QDi.901",)
    )
    made = bench.judge(asked)
    assert of(bench.overseeing(), "EU").status is LagStatus.LATE
    assert bench.knowledge().judged.gone == ()

    bench.undo(made.id, "Ada", "the wrong one")
    assert of(bench.overseeing(), "EU").link is LinkKind.MATCHED


def test_it_can_be_seen_as_it_was_known_and_for_a_day(bench: Workbench, tmp_path: Path):
    add(bench, tmp_path, "un", "2024-01-01", un_list(un_party()))
    add(bench, tmp_path, "eu", "2024-05-13", eu_list(eu_party()))

    then = bench.at(Clocks(valid_on=Stretch.of("2024-02-01"))).overseeing()

    assert of(then, "EU").status is LagStatus.UNKNOWN
    assert then.oversight().as_of == "2024-02-01"
    before = bench.at(Clocks(as_of=datetime.fromisoformat("2020-01-01T00:00+00:00")))
    assert before.overseeing().oversight().obligations == ()
