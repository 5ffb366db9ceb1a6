"""Names of a whole document: what is told of one anywhere holds wherever it stands."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.extract.names.clues import HINT, SURE, clues_of
from sayso.extract.names.lexicon import heads, shapes, word_list
from sayso.extract.names.runs import Run, clue_words, runs_in
from sayso.extract.where_when.places import Gazetteer, fold
from sayso.model.documents import Passage
from sayso.model.ids import Span
from sayso.model.vocabulary import EntityType

#: Types of bodies, whose names are shortened to their first words or, after "the", to one.
BODIES = frozenset(
    {
        *(EntityType.ARMED_GROUP, EntityType.ORGANISATION),
        *(EntityType.PUBLIC_BODY, EntityType.MEDIA_OUTLET),
    }
)
Told = dict[str, EntityType]


@dataclass(frozen=True, slots=True)
class Short:
    """What the short form of a name stands for.

    Attributes:
        article: it is a name only after "the" ("the Front").
    """

    type: EntityType
    article: bool


def told_names(
    sentences: Sequence[Passage],
    tables: Iterable[tuple[str, EntityType]],
    gazetteer: Gazetteer,
) -> dict[int, list[tuple[Span, EntityType]]]:
    """Give the names that the text itself tells, by the start of their sentence.

    Args:
        sentences: of the document.
        tables: names that are known already, with their types; the text shortens these too.
        gazetteer: where "in X" looks X up.
    """
    runs = [run for passage in sentences for run in runs_in(passage)]
    known, hinted = told_types(runs, gazetteer)
    shorter = short_forms({**{fold(name): kind for name, kind in tables}, **known}, gazetteer)
    known.update({name: kind for name, kind in hinted.items() if name not in shorter})
    capital = {run.text for run in runs if not run.begins}
    names = {*known, *shorter}
    found: dict[int, list[tuple[Span, EntityType]]] = {}
    for run in runs:
        kind = known.get(fold(run.text)) or short_type(run, shorter)
        if kind is not None and (not run.begins or is_name(run, names, capital)):
            first = run.passage.span.start
            span = Span(first + run.start, first + run.end)
            found.setdefault(first, []).append((span, kind))
    return found


def told_types(runs: Sequence[Run], gazetteer: Gazetteer) -> tuple[Told, Told]:
    """Give the type of each name, folded, that the clues agree on; apart, what is only hinted."""
    votes: dict[str, dict[EntityType, int]] = defaultdict(lambda: defaultdict(int))
    for run in runs:
        if is_common(run) or gazetteer.people_of(run.text) is not None:
            continue
        known = any(place.sure for place in gazetteer.named(run.text))
        for kind, weight in clues_of(run, gazetteer):
            if not known or weight >= SURE or kind is EntityType.PLACE:
                votes[fold(run.text)][kind] += weight
    told: Told = {}
    hinted: Told = {}
    for name, kinds in votes.items():
        best = winner(kinds)
        if best is not None:
            (told if kinds[best] > HINT else hinted)[name] = best
    return told, hinted


def winner(votes: Mapping[EntityType, int]) -> EntityType | None:
    """Give the type with the most votes, None where two have as many."""
    ranked = sorted(votes, key=lambda kind: (-votes[kind], kind))
    tied = len(ranked) > 1 and votes[ranked[0]] == votes[ranked[1]]
    return None if tied else ranked[0]


def is_common(run: Run) -> bool:
    """Say whether a run is one word that is a noun of the language ("Fuel", "Parliament")."""
    word = run.text.casefold()
    noun = heads().type_of(word, frozenset(), plural=False) or heads().type_of(
        word.removesuffix("s"), frozenset(), plural=True
    )
    return " " not in run.text and (noun is not None or run.text in word_list("no_names"))


def is_name(run: Run, known: Collection[str], capital: Collection[str]) -> bool:
    """Say whether the first word of a sentence is a name: one of several words, or met before."""
    return len(run.words) > 1 or run.text in capital or fold(run.text) in known


def short_forms(known: Told, gazetteer: Gazetteer) -> dict[str, Short]:
    """Give the short forms of names, folded; of two names with one the first has it."""
    short: dict[str, Short] = {}
    for name, kind in known.items():
        words = name.split(" ")
        if len(words) > 1:
            for form, article in forms_of(words, kind):
                short.setdefault(form, Short(kind, article))
    return {s: told for s, told in short.items() if s not in known and is_free(s, told, gazetteer)}


def forms_of(words: Sequence[str], kind: EntityType) -> Iterator[tuple[str, bool]]:
    """Give the short forms of one name, and whether "the" must stand before each."""
    if kind is EntityType.PERSON:
        yield " ".join(words[-2:]), False
        yield words[-1], False
    elif kind in BODIES:
        stem = without_trades(words)
        if stem is not None:
            yield stem, False
        for word in (words[0], words[-1]):
            if word.capitalize() in {*shapes().last, *shapes().first}:
                yield word, True


def is_free(short: str, told: Short, gazetteer: Gazetteer) -> bool:
    """Say whether a short form means nothing else: no country, people or large city."""
    places = gazetteer.named(short)
    return told.article or (gazetteer.people_of(short) is None and not any(p.sure for p in places))


def without_trades(words: Sequence[str]) -> str | None:
    """Give "lotus qeshm" of "lotus qeshm marine"; None where nothing distinctive is left."""
    trades = {fold(word) for word in clue_words("trades")}
    end = len(words)
    while end > 0 and words[end - 1] in trades:
        end -= 1
    stem = " ".join(words[:end])
    plain = end == 1 and heads().type_of(stem, frozenset(), plural=False) is not None
    return None if end in {0, len(words)} or plain else stem


def short_type(run: Run, shorter: Mapping[str, Short]) -> EntityType | None:
    """Give the type of the name that a run is short for, or None."""
    told = shorter.get(fold(run.text))
    if told is None or (told.article and not run.before.endswith(("the ", "The "))):
        return None
    return told.type
