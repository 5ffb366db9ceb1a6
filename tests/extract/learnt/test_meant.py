"""Words mean whom the encoder is sure of, where the answer of the rules is unlikely."""

from collections.abc import Mapping, Sequence

import pytest

from sayso.extract.entities.assemble import Entities, read_entities
from sayso.extract.learnt.meant import RULE, Meant, resolved
from sayso.extract.names.find import find_names
from sayso.extract.parsing.stand_ins import parse_names
from sayso.model.claims import Mention
from sayso.model.ids import Span
from tests.extract.entities.readings import WORLD, FewNames, document, passages

TEXT = (
    "The Kandor Front attacked the Zarnawa Brigades near Herat. Then it left two lorries."
    " Gul Rahim leads the Kandor Front."
)
PARTIES = {"Kandor Front", "Zarnawa Brigades"}


def read(text: str) -> Entities:
    """Give the entities of a text as the rules have them."""
    told, parts = document(text), passages(text)
    names = find_names(told, parts, FewNames(), WORLD)
    sentences = tuple(parse_names(parts, [(n.span, n.type) for n in names]))
    return read_entities(told, sentences, names, WORLD)


def at(entities: Entities, words: str) -> Mention:
    """Give the first mention in these words."""
    return next(m for m in entities.mentions if m.text == words)


def means(entities: Entities, sure: Mapping[tuple[str, str], float]) -> Meant:
    """Give what the encoder hears, by the words of a mention and of an earlier one."""
    heard: dict[Span, Sequence[tuple[Span, float]]] = {}
    for (later, earlier), likely in sure.items():
        span = at(entities, later).span
        heard[span] = (*heard.get(span, ()), (at(entities, earlier).span, likely))
    return heard


def owner(entities: Entities, words: str) -> str:
    """Give the name of whom words mean."""
    mention = at(entities, words)
    return next(e.name for e in entities.entities if e.id == mention.resolved_to)


def test_a_mention_moves_to_one_far_likelier_of_its_kind():
    before = read(TEXT)
    other = (PARTIES - {owner(before, "it")}).pop()
    after = resolved(before, means(before, {("it", other): 0.9}))
    assert owner(after, "it") == other
    assert at(after, "it").resolved_by == RULE
    assert len(after.mentions) == len(before.mentions)


@pytest.mark.parametrize("likely", [0.0, 0.3, 0.55])
def test_it_stays_where_the_other_is_not_likely_enough(likely: float):
    before = read(TEXT)
    other = (PARTIES - {owner(before, "it")}).pop()
    assert resolved(before, means(before, {("it", other): likely})) == before


def test_it_stays_where_its_own_is_likely_too():
    before = read(TEXT)
    own = owner(before, "it")
    other = (PARTIES - {own}).pop()
    assert resolved(before, means(before, {("it", other): 0.65, ("it", own): 0.3})) == before


def test_a_name_never_moves_and_a_group_is_no_place():
    before = read(TEXT)
    assert resolved(before, means(before, {("Gul Rahim", "Kandor Front"): 0.99})) == before
    assert resolved(before, means(before, {("it", "Herat"): 0.99})) == before


def test_every_entity_keeps_a_mention_and_every_mention_its_entity():
    before = read(TEXT)
    for later in before.mentions:
        for earlier in before.mentions:
            if earlier.span < later.span:
                after = resolved(before, {later.span: ((earlier.span, 0.99),)})
                assert all(entity.mentions for entity in after.entities)
                held = [m for entity in after.entities for m in entity.mentions]
                assert sorted(m.id for m in held) == sorted(m.id for m in after.mentions)
                assert {m.resolved_to for m in held} == {e.id for e in after.entities}
                assert {p.entity for p in after.places} - {None} <= {e.id for e in after.entities}
