"""The shapes of the front page: the project, what is new in it, what a search finds."""

from dataclasses import dataclass

from pydantic import JsonValue

from sayso.web.shapes.base import PartyRef, Told
from sayso.web.shapes.parties import EntityTold


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts(Told):
    """How many there are of each; `waiting` is what waits in review; null: not counted yet.

    Attributes:
        findings, contested: without those that wait in review, as the list of findings has them.
    """

    documents: int
    claims: int
    entities: int
    findings: int | None
    contested: int | None
    ties: int
    questions: int | None
    hypotheses: int
    to_obtain: int | None
    judgements: int
    waiting: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListAge(Told):
    """A list in force and how old it is; `age_days` is null for the one that Sayso ships."""

    authority: str
    title: str
    release: str
    published: str
    age_days: int | None
    old: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeTold(Told):
    """Words that must stand wherever documents that bear them are shown."""

    notice: str
    documents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Told):
    """Something to do next: what it is, the command that does it, and the page where one can."""

    says: str
    command: str | None
    page: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectTold(Told):
    """The project at a glance.

    Attributes:
        name: of its folder.
        empty: it holds no document yet; then `teaches` says how to begin.
        version: of the program.
        data_version: changes with everything that is added or decided.
    """

    name: str
    empty: bool
    teaches: tuple[Step, ...]
    counts: Counts
    lists: tuple[ListAge, ...]
    notices: tuple[NoticeTold, ...]
    version: str
    data_version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionTold(Told):
    """Who asks, and what they may do.

    Attributes:
        role: reader, reviewer or admin; null for a stranger, who must tell a token.
        token: whether requests must carry one.
        by: the name that signs unless another is given.
        upload_bytes: of one file, at most.
    """

    role: str | None
    token: bool
    by: str | None
    upload_bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HitDocument(Told):
    """The document of a passage that was found."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageHit(Told):
    """A passage that holds the words; `marked` has them in «»."""

    document: HitDocument
    passage: str
    locator: str
    start: int
    end: int
    text: str
    marked: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryHit(Told):
    """A list entry that may be meant: a question, not an answer.

    Attributes:
        probability: 0 to 1, that the name is the party's.
        says: why it was found, in words.
    """

    entry: str
    list: str
    reference: str
    name: str
    matched_name: str
    probability: float
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTold(Told):
    """What is found for some words, the best of each kind first.

    Attributes:
        more: whether there are passages, entities or entries beyond these.
        unread: why a part of it could not be searched ("no words in it").
    """

    q: str
    passages: tuple[PassageHit, ...]
    entities: tuple[EntityTold, ...]
    entries: tuple[EntryHit, ...]
    more: dict[str, bool]
    unread: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AddedDocument(Told):
    """A document that came in, and when."""

    id: str
    title: str
    publisher: str | None
    added: str
    notice: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasedTold(Told):
    """What stays of an erased document."""

    document: str
    title: str | None
    added: str
    erased: str | None
    by: str | None
    reason: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsTold(Told):
    """What is new since a time; as `sayso watch --json` has it.

    Attributes:
        changes: findings, list changes and hits, each with its `kind`; at most 200.
        total: of the changes.
        in_review: new findings that wait there.
    """

    since: str
    until: str
    documents: tuple[AddedDocument, ...]
    erased: tuple[ErasedTold, ...]
    releases: tuple[str, ...]
    changes: tuple[dict[str, JsonValue], ...]
    total: int
    in_review: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleTold(Told):
    """What a role may do, beside what those before it may."""

    role: str
    may: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListTerms(Told):
    """The least probability of an alert on one list.

    Attributes:
        release: in force; null where the list is not held.
        own: whether the settings name this list; else it is that of all others.
    """

    authority: str
    release: str | None
    threshold: float
    own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreeningTerms(Told):
    """On which terms names are screened unless somebody asks otherwise.

    Attributes:
        without: fields that are not looked at.
    """

    threshold: float
    lists: tuple[ListTerms, ...]
    without: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceTold(Told):
    """Where the project is on this machine; `config` is its settings file, which need not exist."""

    folder: str
    bytes: int
    config: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingTold(Told):
    """A setting: `origin` is flag, environment, default, or the file that states it."""

    name: str
    value: str
    origin: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsTold(Told):
    """What this project is, and how it is set.

    Attributes:
        role: of who asks.
        by: who signs where nobody else is named.
        place, settings: null and empty for whoever is no admin.
    """

    name: str
    version: str
    role: str
    roles: tuple[RoleTold, ...]
    by: str | None
    upload_bytes: int
    list_age_days: int
    screening: ScreeningTerms
    place: PlaceTold | None
    settings: tuple[SettingTold, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchedTold(Told):
    """A name on the watch list.

    Attributes:
        known_as: all entities that bear it; none need be known yet.
    """

    name: str
    known_as: tuple[PartyRef, ...]
    by: str
    reason: str
    at: str
