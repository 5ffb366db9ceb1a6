"""An entity of a text is tied to an entry with reasons, or it is not listed."""

import pytest

from sayso.match.index import ListIndex
from sayso.match.link import Company, link
from sayso.model.claims import DocumentEntity
from sayso.model.ids import EntityId, EntryId
from sayso.model.lists import DateInterval, ListEntry
from sayso.model.matches import Listing
from sayso.model.vocabulary import EntityType, ListingStatus
from tests.fakes import tiny_entry, tiny_release

LISTED, POSSIBLE, SUBJECT = (
    ListingStatus.LISTED,
    ListingStatus.POSSIBLE,
    ListingStatus.REGIME_SUBJECT,
)
PERSON, GROUP = EntityType.PERSON, EntityType.ARMED_GROUP


def entity(name: str, *aliases: str, kind: EntityType = GROUP) -> DocumentEntity:
    return DocumentEntity(id=EntityId("e1"), type=kind, name=name, aliases=aliases, mentions=())


def person(name: str, *aliases: str) -> DocumentEntity:
    return entity(name, *aliases, kind=PERSON)


def standing(listing: Listing | None) -> tuple[ListingStatus, str | None, str | None] | None:
    return None if listing is None else (listing.status, listing.reference, listing.regime)


@pytest.mark.parametrize(
    ("names", "reference"),
    [
        (("Tehrik-e Taliban Pakistan", "TTP"), "QDe.132"),
        (("Tehreek-e-Taliban Pakistan (TTP)",), "QDe.132"),
        (("the Pakistani Taliban",), "QDe.132"),
        (("TTP",), "QDe.132"),
        (("ISIL",), "QDe.115"),
        (("Daesh",), "QDe.115"),
        (("the Islamic State group",), "QDe.115"),
        (("Islamic State Khorasan Province", "ISKP"), "QDe.161"),
        (("Al-Qaeda",), "QDe.004"),
        (("تحریک طالبان پاکستان",), "QDe.132"),
    ],
)
def test_a_group_with_a_telling_name_is_listed(
    index: ListIndex, names: tuple[str, ...], reference: str
):
    listing = link(entity(*names), Company(), index)

    assert standing(listing) == (LISTED, reference, "1267")
    assert listing is not None
    assert (listing.authority, listing.release) == ("un", "un@2026-02-27")
    assert listing.reasons


@pytest.mark.parametrize(
    "name",
    ["Taliban", "the Taliban", "Afghan Taliban", "Islamic Emirate of Afghanistan", "Taleban"],
)
def test_the_taliban_are_the_subject_of_a_regime_and_no_entry(index: ListIndex, name: str):
    assert standing(link(entity(name), Company(), index)) == (SUBJECT, None, "1988")


def test_the_taliban_stay_the_taliban_in_the_company_of_the_ttp(index: ListIndex):
    company = Company(names=("Tehrik-e Taliban Pakistan", "TTP"), places=("Pakistan",))

    assert standing(link(entity("Taliban", "the Taliban"), company, index)) == (
        SUBJECT,
        None,
        "1988",
    )


def test_the_ttp_stays_the_ttp_when_the_text_also_says_taliban(index: ListIndex):
    named = entity("Pakistani Taliban", "Taliban", "TTP")

    assert standing(link(named, Company(), index)) == (LISTED, "QDe.132", "1267")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Al-Qaida in the Indian Subcontinent", GROUP),
        ("Tolwak Front", GROUP),
        ("Taliban", PERSON),
        ("TTP", PERSON),
        ("Noor Wali Mehsud", GROUP),
        ("Kabul", EntityType.PLACE),
        ("Haqqani Network", EntityType.FACILITY),
        ("Zarmast Tolwak", PERSON),
        ("Haqqani", PERSON),
        ("Abdul Rahman", PERSON),
        ("Mohammad Hassan", PERSON),
        ("Pakistan Tehrik", GROUP),
        ("Hassan", PERSON),
        ("", PERSON),
        ("?", GROUP),
    ],
)
def test_other_names_and_other_kinds_are_not_listed(index: ListIndex, name: str, kind: EntityType):
    assert link(entity(name, kind=kind), Company(), index) is None


def test_a_group_that_bears_a_listed_groups_name_is_not_that_group(index: ListIndex):
    branch = entity("Al-Qaida in the Indian Subcontinent", "AQIS", "Al-Qaida")

    assert link(branch, Company(names=("Al-Qaida",)), index) is None


def test_an_acronym_alone_needs_something_else(index: ListIndex):
    alone = link(entity("ADF"), Company(), index)
    in_congo = link(entity("ADF"), Company(places=("CD",)), index)
    named = link(entity("Allied Democratic Forces", "ADF"), Company(), index)

    assert standing(alone) == (POSSIBLE, "CDe.001", "1533")
    assert alone is not None
    assert any("only an acronym" in reason for reason in alone.reasons)
    assert standing(in_congo) == standing(named) == (LISTED, "CDe.001", "1533")


def test_a_doubtful_acronym_is_never_enough(index: ListIndex):
    company = Company(names=("Islamic State Khorasan Province",))

    assert standing(link(entity("ISI"), company, index)) == (POSSIBLE, "QDe.115", "1267")
    assert link(entity("ISI"), Company(), index) is None
    assert link(entity("ISI", kind=EntityType.PUBLIC_BODY), company, index) is None


@pytest.mark.parametrize(
    ("name", "kind", "places"),
    [
        ("Ministry of Defence", EntityType.PUBLIC_BODY, ("GB",)),
        ("Ministry of National Defence", EntityType.PUBLIC_BODY, ("CN",)),
        ("Jamaat-e-Islami", EntityType.ORGANISATION, ("Pakistan",)),
        ("Jamiat-e-Islami", GROUP, ("AF",)),
        ("Islamiya College", EntityType.ORGANISATION, ("ID",)),
    ],
)
def test_bodies_that_share_a_describing_name_with_an_entry_are_not_listed(
    index: ListIndex, name: str, kind: EntityType, places: tuple[str, ...]
):
    assert link(entity(name, kind=kind), Company(places=places), index) is None


def test_a_describing_name_is_possible_where_the_country_agrees(index: ListIndex):
    ministry = entity("Ministry of Defence", kind=EntityType.PUBLIC_BODY)

    listing = link(ministry, Company(places=("KP",)), index)

    assert standing(listing) == (POSSIBLE, "KPe.054", "1718")


def test_a_name_of_two_entries_is_told_apart_by_what_stands_around(index: ListIndex):
    alone = link(entity("Ansar al-Sharia"), Company(), index)
    in_tunisia = link(entity("Ansar al-Sharia"), Company(places=("TN",)), index)

    assert alone is not None
    assert alone.status is POSSIBLE
    assert any("also that of QDe.1" in reason for reason in alone.reasons)
    assert standing(in_tunisia) == (LISTED, "QDe.143", "1267")


def test_a_like_name_is_possible_at_most(index: ListIndex):
    listing = link(entity("Credit Bank of Daedong", kind=EntityType.ORGANISATION), Company(), index)

    assert standing(listing) == (POSSIBLE, "KPe.023", "1718")
    assert listing is not None
    assert listing.reasons[0].startswith("only a similar name is listed")


def test_a_full_rare_name_is_listed_and_says_that_it_is_the_name_alone(index: ListIndex):
    listing = link(person("Noor Wali Mehsud"), Company(), index)

    assert standing(listing) == (LISTED, "QDi.427", "1267")
    assert listing is not None
    assert "nothing but the name speaks for it" in listing.reasons
    assert "no birth date in the text to compare" in listing.reasons


def test_a_short_name_needs_a_ground_and_names_it(index: ListIndex):
    alone = link(person("Sirajuddin Haqqani"), Company(), index)
    with_group = link(person("Sirajuddin Haqqani"), Company(names=("Haqqani Network",)), index)

    assert standing(alone) == (POSSIBLE, "TAi.144", "1988")
    assert standing(with_group) == (LISTED, "TAi.144", "1988")
    assert with_group is not None
    assert "the text names Haqqani Network, and so does the entry (TAe.012)" in with_group.reasons


def test_a_namesake_by_part_of_a_common_name_is_not_made_sure_by_place_and_regime(
    index: ListIndex,
):
    company = Company(names=("Taliban",), places=("Afghanistan",), words="a shopkeeper of Kotwal")

    listing = link(person("Mohammad Hassan"), company, index)

    assert standing(listing) == (POSSIBLE, "TAi.002", "1988")


def test_a_name_without_the_first_name_of_the_entry_is_not_sure(index: ListIndex):
    company = Company(names=("Haqqani Network", "Taliban"), words="the minister", places=("AF",))

    listing = link(person("Jalaloudine Haqqani"), company, index)

    assert listing is None or listing.status is POSSIBLE


def test_a_post_and_a_regime_are_grounds(index: ListIndex):
    taliban = Company(names=("Taliban",), words="the governor of Kandahar said")
    listing = link(person("Mohammad Hassan Akhund"), taliban, index)

    assert standing(listing) == (LISTED, "TAi.002", "1988")
    assert listing is not None
    assert any(r.startswith("post agrees") and "Governor of Kandahar" in r for r in listing.reasons)
    assert any("whom the entry's regime (1988) is about" in reason for reason in listing.reasons)


def test_a_name_with_a_word_more_than_the_entry_is_never_sure(index: ListIndex):
    company = Company(names=("TTP",), places=("Pakistan",))
    listing = link(person("Noor Wali Mehsud Tolwak"), company, index)

    assert listing is None or listing.status is POSSIBLE


def test_a_low_quality_alias_is_possible_at_most(index: ListIndex):
    company = Company(places=("Libya",), words="the leader of a transnational trafficking network")
    listing = link(person("Fitwi Esmail Abdelrazak"), company, index)

    assert standing(listing) == (POSSIBLE, "LYi.022", "1970")
    assert listing is not None
    assert "the list calls this alias low quality" in listing.reasons


def test_the_same_text_gives_the_same_listing(index: ListIndex):
    company = Company(names=("Haqqani Network",), places=("AF",), words="He heads the network.")

    assert link(person("Siraj Haqqani"), company, index) == link(
        person("Siraj Haqqani"), company, index
    )


def lists(*entries: ListEntry) -> ListIndex:
    """Give an index of entries of several lists, each with a release of its own."""
    held = {code: [e for e in entries if e.authority == code] for code in ("eu", "ofac", "un")}
    made = [
        tiny_release("2026-01-01", *own, authority=code)[0] for code, own in held.items() if own
    ]
    return ListIndex.build(made)


def of(authority: str, reference: str, *names: str, **more: object) -> ListEntry:
    id_ = EntryId(f"{authority}:{reference}")
    return tiny_entry(reference, *names, id=id_, authority=authority, **more)


def test_a_group_on_several_lists_is_listed_under_its_entry_of_the_un():
    group = ("Kandor Zarnawa Front", "KZF")
    index = lists(tiny_entry("QDe.901", *group), of("eu", "329", *group), of("ofac", "12", *group))

    listing = link(entity("Kandor Zarnawa Front"), Company(), index)

    assert standing(listing)[:2] == (LISTED, "QDe.901")


def test_two_entries_of_one_list_with_the_name_stay_a_question():
    group = "Kandor Zarnawa Front"
    index = lists(tiny_entry("QDe.901", group), of("eu", "329", group), of("eu", "330", group))

    assert link(entity(group), Company(), index).status is LISTED
    twice = lists(of("eu", "329", group), of("eu", "330", group))
    assert link(entity(group), Company(), twice).status is POSSIBLE


def born(year: str) -> tuple[DateInterval, ...]:
    return (DateInterval(start=f"{year}-01-01", end=f"{year}-12-31", surface=year),)


def test_a_person_on_two_lists_is_no_rival_of_oneself_unless_the_births_differ():
    name = "Gulzarin Brennmark Tolwakzai"
    one = tiny_entry("QDi.901", name, schema="Person", births=born("1961"))
    same = of("eu", "77", name, schema="Person", births=born("1961"))
    other = of("eu", "77", name, schema="Person", births=born("1990"))

    assert standing(link(person(name), Company(), lists(one, same)))[:2] == (LISTED, "QDi.901")
    assert link(person(name), Company(), lists(one, other)).status is POSSIBLE


def test_a_reference_to_the_uns_entry_ties_names_that_differ():
    one = tiny_entry("QDi.901", "Gulzarin Brennmark Tolwakzai", schema="Person")
    other = of(
        *("eu", "77", "Gulzareen Brenmark Tolwakzay"),
        schema="Person",
        un_references=("QDi.901",),
    )

    listing = link(person("Gulzarin Brennmark Tolwakzai"), Company(), lists(one, other))

    assert standing(listing)[:2] == (LISTED, "QDi.901")
