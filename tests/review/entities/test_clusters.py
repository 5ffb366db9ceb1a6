"""Which documents' entities are one, which stay apart, and what judgements change."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model.findings import Knowledge
from sayso.model.ids import EntityId
from sayso.model.vocabulary import EntityType, ListingStatus, PlaceLevel
from sayso.review.assemble import assemble
from tests.review.build import BODY, GROUP, PERSON, Page, judge, site


def two_pages() -> tuple[Page, Page]:
    return Page("Herat Courier", "2024-05-24"), Page("Radio Pamir", "2024-05-25")


def known(*pages: Page) -> Knowledge:
    return assemble([page.record() for page in pages])


def are_one(knowledge: Knowledge, *members: EntityId) -> bool:
    return len({knowledge.entity_of[m] for m in members}) == 1


def test_two_names_of_one_list_entry_are_one_entity_that_bears_its_reference():
    one, other = two_pages()
    first = one.listed(one.name("Al-Qaida", GROUP), "QDe.004")
    second = other.listed(other.name("القاعدة", EntityType.ORGANISATION), "QDe.004")
    knowledge = known(one, other)
    entity = knowledge.entity_behind(first)
    assert entity is not None
    assert (entity.id, entity.members) == ("un:QDe.004", tuple(sorted((first, second))))
    assert entity.listing is not None
    assert entity.listing.entity == entity.id
    assert all("un:QDe.004" in reason for reason in entity.reasons)


def test_a_possible_listing_alone_makes_no_two_names_one():
    one, other = two_pages()
    first = one.listed(one.name("Zarnawa Council", GROUP), "QDe.900", "possible")
    second = other.listed(other.name("Zarnawi Shura", GROUP), "QDe.900", "possible")
    assert not are_one(known(one, other), first, second)


def test_a_namesake_of_a_listed_person_does_not_become_listed():
    one, other = two_pages()
    listed = one.listed(one.name("Gul Rahim", PERSON), "QDi.901")
    namesake = other.name("Gul Rahim", PERSON)
    knowledge = known(one, other)
    entity = knowledge.entity_behind(namesake)
    assert not are_one(knowledge, listed, namesake)
    assert entity is not None
    assert entity.listing is None


def test_the_subject_of_a_regime_is_one_under_all_its_names():
    one, other = two_pages()
    first = one.listed(one.name("Taliban", GROUP), None, "regime_subject")
    second = other.listed(other.name("Islamic Emirate", BODY), None, "regime_subject")
    knowledge = known(one, other)
    entity = knowledge.entity_behind(second)
    assert are_one(knowledge, first, second)
    assert entity is not None
    assert entity.listing is not None
    assert entity.listing.status is ListingStatus.REGIME_SUBJECT


def test_one_name_of_a_group_is_one_group_whatever_kind_of_body_a_text_takes_it_for():
    one, other = two_pages()
    first = one.name("The Sarband Authority", GROUP)
    second = other.name("Sarband Authority", BODY)
    assert are_one(known(one, other), first, second)


def test_a_person_and_a_group_of_one_name_stay_two():
    one, other = two_pages()
    person, group = one.name("Abu Nasr", PERSON), other.name("Abu Nasr", GROUP)
    assert not are_one(known(one, other), person, group)


def test_two_groups_with_like_names_stay_two():
    one, other = two_pages()
    first = one.name("Kandor Liberation Front", GROUP)
    second = other.name("Kandor Liberation Army", GROUP)
    assert not are_one(known(one, other), first, second)


def test_a_surname_alone_ties_no_persons_of_two_documents():
    one, other = two_pages()
    first, second = one.name("Wardak", PERSON), other.name("Wardak", PERSON)
    assert not are_one(known(one, other), first, second)


def test_a_full_name_ties_persons_and_says_that_nothing_else_was_compared():
    one, other = two_pages()
    first, second = one.name("Idris Wardak", PERSON), other.name("Dr Idris Wardak", PERSON)
    knowledge = known(one, other)
    entity = knowledge.entity_behind(first)
    assert are_one(knowledge, first, second)
    assert entity is not None
    assert all("nothing else was compared" in reason for reason in entity.reasons)


def test_two_persons_of_one_name_in_one_text_stay_apart_everywhere():
    one, other = two_pages()
    father, son = one.name("Ahmad Khan", PERSON), one.name("Ahmad Khan", PERSON)
    third = other.name("Ahmad Khan", PERSON)
    knowledge = known(one, other)
    assert len({knowledge.entity_of[m] for m in (father, son, third)}) == 3


def test_a_thing_without_a_name_stays_in_its_document():
    one, other = two_pages()
    first, second = one.nominal("the group", GROUP), other.nominal("the group", GROUP)
    assert not are_one(known(one, other), first, second)


def test_an_acronym_is_the_group_that_another_document_gives_in_full():
    one, other = two_pages()
    full = one.name("Harakat-e-Safid Koh", GROUP, "HSK")
    short = other.name("HSK", EntityType.ORGANISATION)
    assert are_one(known(one, other), full, short)


def test_an_acronym_of_two_groups_is_neither():
    one, other = two_pages()
    third = Page("Valley Watch", "2024-06-01")
    full = one.name("Harakat-e-Safid Koh", GROUP, "HSK")
    rival = other.name("Herat Shura of Kandor", GROUP, "HSK")
    short = third.name("HSK", GROUP)
    knowledge = known(one, other, third)
    assert len({knowledge.entity_of[m] for m in (full, rival, short)}) == 3


def test_spellings_of_a_province_are_one_place():
    one, other = two_pages()
    first = one.place(site("Uruzgan", "AF-URU"))
    second = other.place(replace(site("Uruzgan", "AF-URU"), text="Oruzgan"))
    assert are_one(known(one, other), first, second)


def test_two_places_of_one_name_in_two_countries_are_two():
    one, other = two_pages()
    first = one.place(site("Hamdan", "IR-13", PlaceLevel.CITY))
    second = other.place(site("Hamdan", "YE-SN", PlaceLevel.CITY))
    assert not are_one(known(one, other), first, second)


def test_the_most_mentioned_entity_comes_first_under_its_fullest_name():
    one, other = two_pages()
    one.name("Aral Front", GROUP)
    often = one.name("Kandor Liberation Front", GROUP, "KLF")
    one.write("KLF")
    one.mention(often, "KLF")
    other.name("KLF", GROUP)
    [first, *_] = known(one, other).entities.values()
    assert first.names == ("Kandor Liberation Front", "KLF")


def test_a_judgement_joins_two_entities_and_signs_the_reason():
    one, other = two_pages()
    first, second = one.name("Harakat-e-Safid Koh", GROUP), other.name("Kohsar Tehreek", GROUP)
    records = [one.record(), other.record()]
    before = assemble(records)
    pair = (before.entity_of[first], before.entity_of[second])
    after = assemble(records, [judge(pair[0], "same", pair[1])])
    entity = after.entity_behind(first)
    assert are_one(after, first, second)
    assert entity is not None
    assert any("judged the same by Ada Okoye: seen in the register" in r for r in entity.reasons)


def test_a_judgement_keeps_two_namesakes_apart():
    one, other = two_pages()
    first, second = one.name("Gul Rahim", PERSON), other.name("Gul Rahim", PERSON)
    records = [one.record(), other.record()]
    assert not are_one(assemble(records, [judge(first, "different", second)]), first, second)


def test_entities_to_be_kept_apart_are_not_joined_through_a_third():
    pages = [Page(name, "2024-05-24") for name in ("Courier", "Pamir", "Ledger")]
    a, b, c = (
        page.name(name, GROUP)
        for page, name in zip(pages, ("Aral Front", "Baghlan Front", "Chaman Front"), strict=True)
    )
    verdicts = [judge(a, "different", b, 1), judge(a, "same", c, 2), judge(b, "same", c, 3)]
    knowledge = assemble([page.record() for page in pages], verdicts)
    assert are_one(knowledge, a, c)
    assert not are_one(knowledge, a, b)


def test_the_latest_judgement_on_a_pair_wins_in_whatever_order_it_comes():
    one, other = two_pages()
    first, second = one.name("Aral Front", GROUP), other.name("Baghlan Front", GROUP)
    records = [one.record(), other.record()]
    verdicts = [judge(first, "different", second, 2), judge(second, "same", first, 1)]
    assert not are_one(assemble(records, verdicts), first, second)
    assert not are_one(assemble(records, verdicts[::-1]), first, second)


NAMES = [("Aral Front", GROUP), ("Baghlan Front", GROUP), ("Aral Front", BODY)]
NAMES += [("Chaman Front", GROUP), ("Gul Rahim", PERSON)]
Verdicts = list[tuple[str, int, int]]
VERDICTS = st.tuples(st.sampled_from(["same", "different"]), st.integers(0, 4), st.integers(0, 4))


@settings(max_examples=30, deadline=None)
@given(st.lists(VERDICTS, max_size=8))
def test_judgements_undone_leave_the_clusters_as_they_were(verdicts: Verdicts):
    pages = [Page(f"Paper {n}", "2024-05-24") for n in range(5)]
    ids = [page.name(name, kind) for page, (name, kind) in zip(pages, NAMES, strict=True)]
    records = [page.record() for page in pages]
    made = [judge(ids[a], verdict, ids[b], day) for day, (verdict, a, b) in enumerate(verdicts)]
    undone = [judge(j.id, "undo", day=100 + n) for n, j in enumerate(made)]
    redone = [judge(j.id, "undo", day=300 + n) for n, j in enumerate(undone)]
    assert assemble(records, made + undone).entities == assemble(records).entities
    assert assemble(records, made + undone + redone) == assemble(records, made)
