"""Alerts, what stays cleared, and what is new about them, on an index that says what it is told."""
# ruff: noqa: D102  # the port says what these methods do

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import BadInput
from sayso.model.ids import EntryId, ReleaseId
from sayso.model.lists import ListedAddress, ListedCraft, ListedWallet, ListEntry
from sayso.model.matches import Candidate, NameHit, Screening
from sayso.model.screenings import Omissible, Subject, Terms
from sayso.review.screening.clearing import clear, clearings, customer, key_of_subject
from sayso.review.screening.screener import Screener
from tests.fakes import NOON, tiny_entry

KARIM = Subject(key="7", name="Karim Zarvan", birth="1970", country="AF", ids=("A 1",))
SIGNED = ("Ada Okoye", "another person", NOON)


def candidate(reference: str, probability: float, authority: str = "un") -> Candidate:
    return Candidate(
        entry=EntryId(f"{authority}:{reference}"),
        authority=authority,
        reference=reference,
        release=ReleaseId(f"{authority}@2026-02-01"),
        name="Karim Zarvan",
        matched_name="Karim Zarvan",
        probability=probability,
        features=(),
    )


class Index:
    """Gives the first of these candidates, up to the limit and above the threshold."""

    def __init__(self, *candidates: Candidate, **entries: ListEntry) -> None:
        self.candidates, self.entries = candidates, entries
        self.asked: list[Screening] = []

    def find_in(self, text: str) -> tuple[NameHit, ...]:
        raise AssertionError(text)

    def screen(self, question: Screening) -> tuple[Candidate, ...]:
        self.asked.append(question)
        found = (c for c in self.candidates if c.probability >= question.threshold)
        return tuple(found)[: question.limit]

    def entry(self, entry_id: EntryId) -> ListEntry | None:
        return self.entries.get(entry_id)


def references(screener: Screener, subject: Subject = KARIM) -> list[str]:
    return [alert.candidate.reference for alert in screener.screen(subject).alerts]


def test_a_strict_list_does_not_crowd_out_a_lenient_one():
    many = [candidate(f"{n}", 0.9, "ofac") for n in range(100)]
    index = Index(*many, candidate("QDi.901", 0.6))
    terms = Terms(threshold=0.5, thresholds=(("ofac", 0.95),), limit=10)
    assert references(Screener(index, terms)) == ["QDi.901"]
    assert references(Screener(index, replace(terms, thresholds=(("ofac", 0.9),)))) == [
        str(n) for n in range(10)
    ]


@given(st.frozensets(st.sampled_from(list(Omissible))))
def test_what_is_left_out_is_never_asked(left_out: frozenset[Omissible]):
    index = Index()
    whole = replace(KARIM, schema="Person", gender="male", address="5 River Street, Ostan")
    Screener(index, Terms(without=tuple(left_out))).screen(whole)
    [question] = index.asked
    for omitted in Omissible:
        assert bool(getattr(question, omitted)) == (omitted not in left_out)


def test_a_clearing_holds_for_the_set_in_which_it_was_made_and_the_last_one_decides():
    entry = tiny_entry("QDi.901", "Karim Zarvan")
    index = Index(candidate("QDi.901", 0.9), **{"un:QDi.901": entry})
    first = Screener(index, name="clients")
    basis = tuple(first.evidence(KARIM, EntryId("un:QDi.901")))
    made = clear(customer("clients", "7"), EntryId("un:QDi.901"), basis, SIGNED)
    held = clearings([made])
    assert references(replace(first, clearings=held)) == []
    assert references(replace(first, clearings=held), replace(KARIM, key="8")) == ["QDi.901"]
    assert references(Screener(index, clearings=held)) == ["QDi.901"]
    renamed = replace(KARIM, name="KARIM  zarvan")
    assert references(replace(first, clearings=held), renamed) == []
    older = replace(first, clearings=held).screen(replace(KARIM, birth="1971"))
    assert older.alerts[0].changed == ("new: birth 1971", "no longer there: 1 × birth")
    again = replace(made, at=NOON.replace(hour=13), basis=older.alerts[0].basis)
    held = clearings([made, replace(again, id="j-2")])
    assert references(replace(first, clearings=held), replace(KARIM, birth="1971")) == []


@pytest.mark.parametrize("signed", [("", "why", NOON), ("Ada Okoye", " ", NOON)])
def test_a_clearing_is_signed_and_has_a_reason(signed: tuple):
    with pytest.raises(BadInput):
        clear(customer("clients", "7"), EntryId("un:QDi.901"), (), signed)


def test_an_alert_is_news_once_and_again_when_the_evidence_changes():
    index = Index(candidate("QDi.901", 0.9), **{"un:QDi.901": tiny_entry("QDi.901", "Karim")})
    screener = Screener(index, name="clients")
    one = screener.screen(KARIM)
    told = {alert.candidate.entry: alert.basis for alert in one.alerts}
    assert screener.news(one, {}) == one
    assert screener.news(one, told).alerts == ()
    other = screener.screen(replace(KARIM, country="IR"))
    [alert] = screener.news(other, told).alerts
    assert alert.changed == ("new: country IR", "no longer there: 1 × country")


@pytest.mark.parametrize(
    ("more", "change"),
    [
        ({"gender": "Female"}, "entry's gender Female"),
        (
            {"addresses": (ListedAddress(street="5 River Street", city="Ostan"),)},
            "entry's address 5 River Street, Ostan",
        ),
        ({"craft": ListedCraft(imo="9000001")}, "entry's craft 9000001"),
        ({"wallets": (ListedWallet(currency="XBT", address="1Abc"),)}, "entry's wallet 1Abc"),
        ({"contacts": ("+93 1",)}, "entry's contact +93 1"),
    ],
)
def test_a_clearing_does_not_outlast_what_the_list_adds_to_an_entry(more: dict, change: str):
    entry = tiny_entry("QDi.901", "Karim Zarvan")
    screener = Screener(Index(candidate("QDi.901", 0.9), **{entry.id: entry}), name="clients")
    basis = tuple(screener.evidence(KARIM, entry.id))
    made = clear(customer("clients", "7"), entry.id, basis, SIGNED)
    held = replace(screener, clearings=clearings([made]))
    assert held.screen(KARIM).alerts == ()
    grown = Index(candidate("QDi.901", 0.9), **{entry.id: replace(entry, **more)})
    [alert] = replace(held, index=grown).screen(KARIM).alerts
    assert alert.changed == (f"new: {change}",)


def test_a_clearing_of_a_name_is_for_these_details_alone():
    keys = {
        key_of_subject(subject)
        for subject in (
            KARIM,
            replace(KARIM, gender="male"),
            replace(KARIM, address="Ostan"),
            replace(KARIM, birth=None),
            replace(KARIM, ids=()),
        )
    }
    assert len(keys) == 5
    assert key_of_subject(replace(KARIM, name="karim  ZARVAN")) in keys


def test_what_is_cleared_takes_no_alerts_place_and_what_is_left_out_is_told():
    entries = {f"un:{n}": tiny_entry(f"{n}", "Karim Zarvan") for n in range(30)}
    index = Index(*(candidate(f"{n}", 0.9) for n in range(30)), **entries)
    screener = Screener(index, Terms(limit=3), name="clients")
    crowded = screener.screen(KARIM)
    assert references(screener) == ["0", "1", "2"]
    assert crowded.subject.remarks == (
        "more than 3 candidates: the others are left out, raise the limit",
    )
    made = []
    for n in range(29):
        entry = EntryId(f"un:{n}")
        basis = tuple(screener.evidence(KARIM, entry))
        made.append(clear(customer("clients", "7"), entry, basis, SIGNED))
    last = replace(screener, clearings=clearings(made)).screen(KARIM)
    assert [alert.candidate.reference for alert in last.alerts] == ["29"]
    assert (len(last.cleared), last.subject.remarks) == (29, ())
