"""Names that mean one entity: sieves from the surest to the least sure."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from sayso.extract.mentions.drafts import Draft
from sayso.extract.names.lexicon import known_bodies, shapes, word_list
from sayso.extract.names.runs import clue_words
from sayso.extract.where_when.places import Gazetteer, Place, fold
from sayso.model.vocabulary import EntityType, MentionKind

#: Entities of like names that a short form is compared with.
CANDIDATES = 20
#: "his uncle X", "Zorgani's brother, X".
KIN = re.compile(r"(?:\b(?:his|her|their|whose)|['’]s?)\s(?:[\w-]+\s){0,2}?([\w-]+),?\s$")
BODIES = frozenset(
    {
        *(EntityType.ARMED_GROUP, EntityType.ORGANISATION, EntityType.PUBLIC_BODY),
        *(EntityType.MEDIA_OUTLET, EntityType.GROUP),
    }
)


@dataclass(slots=True, eq=False)
class Cluster:
    """An entity in the making.

    Attributes:
        members: its drafts with the rule that brought each, in the order of coming.
        names: different names, in order of appearance, and plain: their words, folded.
        heads: nouns that have described it.
        owners: whose it was said to be ("the group's spokesman").
        firm: its type came from a list, a table or a description, not from a guess.
    """

    type: EntityType
    plural: bool
    members: list[tuple[Draft, str]] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    plain: list[list[str]] = field(default_factory=list)
    heads: set[str] = field(default_factory=set)
    owners: list["Cluster"] = field(default_factory=list)
    gender: str | None = None
    place: Place | None = None
    firm: bool = False

    def take(self, draft: Draft, rule: str) -> None:
        """Add a mention."""
        self.members.append((draft, rule))
        if draft.kind is MentionKind.NAME and draft.text not in self.names:
            self.names.append(draft.text)
            self.plain.append(plain_name(draft.text).split(" "))

    @property
    def is_several(self) -> bool:
        """Say whether its name is of several in arms ("the Rifles"), whom "they" means."""
        ends = (name.split()[-1] for name in self.names)
        return any(end.endswith("s") and end in shapes().last for end in ends)

    @property
    def is_named(self) -> bool:
        """Say whether it has a name."""
        return bool(self.names)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the names of a document before they are gathered.

    Attributes:
        long_forms: folded acronym → folded full name beside it.
        places: by the start of the name.
        labels: folded names before the turns of a transcript.
    """

    gazetteer: Gazetteer
    long_forms: dict[str, str]
    places: dict[int, Place]
    labels: frozenset[str] = frozenset()


def gathered(drafts: Sequence[Draft], known: Known) -> list[Cluster]:
    """Give the entity of each name, in the order of the names, sieve after sieve."""
    by_key: dict[str, Cluster] = {}
    by_end: dict[str, list[Cluster]] = {}
    found: list[Cluster] = []
    for draft in drafts:
        keys, words = keys_of(draft, known), plain_name(draft.text).split(" ")
        cluster, rule = next(((by_key[k], r) for k, r in keys.items() if k in by_key), (None, ""))
        if cluster is None and not is_fixed(keys):
            alike = [c for w in (words[-1], words[0]) for c in by_end.get(w, [])[-CANDIDATES:]]
            cluster, rule = short_form(draft, list(dict.fromkeys(alike)), known)
        if cluster is None:
            cluster, rule = Cluster(draft.type, draft.plural), "name"
            cluster.place = known.places.get(draft.span.start)
        cluster.take(draft, rule)
        cluster.firm = cluster.firm or is_firm(draft)
        cluster.gender = cluster.gender or gender_of(draft.text)
        found.append(cluster)
        for key in keys:
            by_key.setdefault(key, cluster)
        for word in sorted({words[0], words[-1]}):
            if cluster not in by_end.setdefault(word, [])[-CANDIDATES:]:
                by_end[word].append(cluster)
    return found


def keys_of(draft: Draft, known: Known) -> dict[str, str]:
    """Give the keys under which a name is known, with the rule each stands for, surest first."""
    name = plain_name(draft.text)
    if draft.type is EntityType.PLACE:
        place = known.places.get(draft.span.start)
        if place is not None:
            return {f"place {place.country} {place.code} {place.level} {place.name}": "same place"}
        return {f"place {name}": "exact name"}
    if draft.rule == "government":
        place = known.places.get(draft.span.start)
        return {f"government {place.country if place else name} {name}": "exact name"}
    family = "person" if draft.type is EntityType.PERSON else "body"
    keys = dict.fromkeys(draft.keys, "same list entry")
    body = known_bodies().get(name)
    if body is not None and draft.type is not EntityType.PERSON:
        keys[f"known body {body.key}"] = "known body"
    whole = fold(draft.text) if family == "person" and " " not in name else name
    keys[f"{family} {whole}"] = "exact name"
    if name in known.long_forms:
        keys[f"{family} {known.long_forms[name]}"] = "acronym"
    return keys


def is_fixed(keys: Iterable[str]) -> bool:
    """Say whether a name is known for itself, so that it is no short form of another."""
    return any(key.startswith(("known body ", "entry ", "place ", "government ")) for key in keys)


def plain_name(text: str) -> str:
    """Give a name folded, without article and titles."""
    words = fold(text).split(" ")
    while len(words) > 1 and (words[0] in word_list("titles") or words[0] == "the"):
        words = words[1:]
    return " ".join(words)


def short_form(
    draft: Draft, clusters: Sequence[Cluster], known: Known
) -> tuple[Cluster | None, str]:
    """Give the one entity that the name is a part of, or that is a part of the name.

    None where there are two: a father and a son of one surname stay apart.
    """
    words = plain_name(draft.text).split(" ")
    for rule, fits in PARTS:
        found = [
            c
            for c in clusters
            if same_family(draft.type, c.type)
            and not (rule in UNTITLED and has_full_name(c))
            and any(fits(words, name, draft, known) for name in c.plain)
        ]
        if rule == "surname" and len(found) > 1:
            found = [c for c in found if not is_brought_in_by_kin(c)]
        if len(found) == 1:
            return found[0], rule
        if found:
            break
    return None, ""


def has_full_name(cluster: Cluster) -> bool:
    """Say whether a person is known by more than one word or a title with it."""
    alone = all(" " in name for name in cluster.names)
    return alone or any(len(words) > 1 for words in cluster.plain)


def is_brought_in_by_kin(cluster: Cluster) -> bool:
    """Say whether a person first comes as somebody's relative ("his uncle X").

    Of two bearers of a surname, the one who is not is called by it alone.
    """
    draft = cluster.members[0][0]
    first = draft.sentence.passage.span.start
    kin = KIN.search(draft.sentence.passage.text[: draft.span.start - first])
    return kin is not None and kin[1].casefold() in clue_words("person_owned")


def surname(words: list[str], longer: list[str], draft: Draft, _known: Known) -> bool:
    """Say whether a person's name ends with these words, or is these after a title."""
    return draft.type is EntityType.PERSON and (longer == words or ends_with(longer, words))


def given_name(words: list[str], longer: list[str], draft: Draft, _known: Known) -> bool:
    """Say whether a person's name begins with this word."""
    return draft.type is EntityType.PERSON and len(words) == 1 and longer[:1] == words != longer


def fuller_name(words: list[str], shorter: list[str], draft: Draft, _known: Known) -> bool:
    """Say whether these words are the full name of a person known by the last of them."""
    return draft.type is EntityType.PERSON and len(shorter) == 1 and ends_with(words, shorter)


def labelled_name(words: list[str], shorter: list[str], draft: Draft, known: Known) -> bool:
    """Say whether these words are the full name of a person whom a label calls by the first."""
    label = len(shorter) == 1 and shorter[0] in known.labels
    return draft.type is EntityType.PERSON and label and words[:1] == shorter != words


def last_words(words: list[str], longer: list[str], draft: Draft, known: Known) -> bool:
    """Say whether a body's name ends with these words, and no people's adjective is left out."""
    if draft.type is EntityType.PERSON or not ends_with(longer, words):
        return False
    return known.gazetteer.people_of(longer[len(longer) - len(words) - 1]) is None


def without_trades(words: list[str], longer: list[str], draft: Draft, _known: Known) -> bool:
    """Say whether a body's name is these words and some like "Network" or "Shipping Ltd"."""
    rest = longer[len(words) :]
    if draft.type is EntityType.PERSON or not rest or longer[: len(words)] != words:
        return False
    trades = {fold(word) for word in clue_words("trades")}
    return all(word in trades for word in rest) or (
        len(rest) == 1 and rest[0].capitalize() in shapes().last
    )


def first_word(words: list[str], longer: list[str], draft: Draft, _known: Known) -> bool:
    """Say whether a body's name goes on from this word with "of" ("Army of the Reeds")."""
    body = draft.type is not EntityType.PERSON and len(longer) > len(words)
    return body and longer[: len(words)] == words and longer[len(words)] in {"of", "for"}


def ends_with(longer: list[str], words: list[str]) -> bool:
    """Say whether a name ends with these words and has more before them."""
    return len(words) < len(longer) and longer[len(longer) - len(words) :] == words


Fits = Callable[[list[str], list[str], Draft, Known], bool]
#: In the order in which they are tried.
PARTS: tuple[tuple[str, Fits], ...] = (
    ("surname", surname),
    ("short name", last_words),
    ("short name", without_trades),
    ("short name", first_word),
    ("given name", given_name),
    ("fuller name", fuller_name),
    ("fuller name", labelled_name),
)
#: Rules for which the shorter name must stand without a title: "Haji Wali" is no "Noor Wali".
UNTITLED = frozenset({"fuller name"})


def same_family(one: EntityType, other: EntityType) -> bool:
    """Say whether two types can be of one entity: both bodies, or the same."""
    return one is other or (one in BODIES and other in BODIES)


def is_firm(draft: Draft) -> bool:
    """Say whether the type of a name is known rather than guessed from its shape."""
    return draft.rule in {"list", "known body", "gazetteer"}


def gender_of(text: str) -> str | None:
    """Give "m" or "f" where a title tells it."""
    first = fold(text).split(" ")[0]
    if first in word_list("female"):
        return "f"
    return "m" if first in word_list("male") else None
