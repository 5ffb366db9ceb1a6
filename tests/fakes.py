"""The reference implementation of the store's ports, and tiny things to put into a store."""
# ruff: noqa: D102  # the ports say what these methods do

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from sayso.errors import BadInput, BadListRelease, NotFound
from sayso.model.claims import (
    NARRATED,
    Argument,
    Claim,
    DocumentEntity,
    Extraction,
    Mention,
    Proposition,
)
from sayso.model.documents import (
    Addition,
    Description,
    Document,
    Erasure,
    Intake,
    Original,
    Passage,
    SearchHit,
)
from sayso.model.findings import Annotation, Judgement, Record, Relisting, annotated
from sayso.model.hypotheses import Act, Step, StepId
from sayso.model.ids import (
    ClaimId,
    DocumentId,
    EntityId,
    EntryId,
    JudgementId,
    MentionId,
    PassageId,
    ReleaseId,
    Span,
    day_of_edition,
    digest_of,
    edition_of,
    is_edition,
    key_of,
)
from sayso.model.lists import EntryHistory, ListedName, ListEntry, ListRelease, Wording
from sayso.model.log import (
    NO_ENTRY,
    WHOLE,
    LogCheck,
    LogEntry,
    LogFault,
    LogPart,
    chained,
    digest_of_parts,
    utc,
)
from sayso.model.matches import Listing
from sayso.model.oversight import StateRecord
from sayso.model.screenings import Customer, CustomerSet, Run, Told
from sayso.model.vocabulary import (
    Attribution,
    DocumentKind,
    EntityType,
    Factuality,
    Handling,
    ListingStatus,
    MentionKind,
    Modality,
    Predicate,
    Role,
)
from sayso.store.codec import encode
from sayso.store.log import held as logged
from sayso.store.log.held import Held

#: One name in ten scripts.
TEN_SCRIPTS = (
    "Zarnawa Front",
    "Совет Зарнавы",
    "جبهه زرناوه",
    "ज़रनावा मोर्चा",
    "扎尔纳瓦阵线",
    "ザルナワ戦線",
    "자르나와 전선",
    "Μέτωπο Ζαρνάουα",
    "חזית זרנאווה",
    "ზარნავას ფრონტი",
)
NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)

CHOICES = {"kind": DocumentKind, "handling": Handling}
BINDING = {"handling", "notice", "lawful_basis"}
FREE_WORDS = {"title", "publisher", "published", "language", "collection", "lawful_basis", "notice"}


class MemoryLog:
    """What was added and decided, in order."""

    def __init__(self) -> None:
        self._entries: list[LogEntry] = []

    def append(self, thing: Held) -> None:
        previous, number = (self._entries or [None])[-1], len(self._entries) + 1
        before = NO_ENTRY if previous is None else previous.hash
        told = thing._asdict()
        hashed = chained(before, number, *thing)
        self._entries.append(LogEntry(number=number, previous=before, hash=hashed, **told))

    def entries(self, part: LogPart = WHOLE) -> tuple[LogEntry, ...]:
        wanted = [e for e in self._entries if part.about is None or e.about in part.about]
        ordered = wanted[::-1] if part.newest else wanted
        return tuple(ordered[part.offset :][: part.limit])

    def count(self, part: LogPart = WHOLE) -> int:
        return len(self.entries(replace(part, limit=None, offset=0)))

    def head(self) -> str:
        return self._entries[-1].hash if self._entries else NO_ENTRY

    def check(self, noted: str | None = None) -> LogCheck:
        known = [entry.hash for entry in self._entries if entry.hash.startswith(noted or "")]
        faults = () if known or not noted else (LogFault(number=None, about=noted, what="gone"),)
        return LogCheck(entries=len(self._entries), head=self.head(), faults=faults)


class MemoryDocuments:
    """Documents by id, in the order of adding."""

    def __init__(self, log: MemoryLog) -> None:
        self._log = log
        self._records: dict[DocumentId, Record] = {}
        self._originals: dict[DocumentId, Original] = {}
        self._descriptions: list[Description] = []
        self._relistings: dict[DocumentId, list[Relisting]] = defaultdict(list)
        self._erasures: dict[DocumentId, Erasure] = {}
        self._additions: dict[DocumentId, Addition] = {}
        self.annotated: list[Annotation] = []
        self.changes = 0

    def add(
        self,
        intake: Intake,
        extraction: Extraction,
        listings: Sequence[Listing],
        *,
        at: datetime | None = None,
    ) -> bool:
        document = intake.document
        if not document.id == intake.original.id == extraction.document_id:
            raise BadInput(f"{document.name}: parts of different documents")
        if document.id in self._erasures:
            erasure = self._erasures[document.id]
            raise BadInput(f"{document.name} was erased on {erasure.at}: {erasure.reason}")
        if self.holds(document.id):
            return False
        for text in (document.text, *(p.text for p in intake.passages)):
            if any("\ud800" <= sign <= "\udfff" for sign in text):
                raise BadInput(f"{document.name}: half a surrogate pair")
        self._originals[document.id] = intake.original
        known = intake.original.retrieved if at is None else at
        self._additions[document.id] = Addition(document_id=document.id, at=known)
        self._records[document.id] = Record(
            document=document,
            passages=intake.passages,
            extraction=extraction,
            listings=tuple(listings),
            remarks=intake.remarks,
        )
        at = utc(intake.original.retrieved)
        self._log.append(logged.addition(document.id, digest_of_parts((document.text,)), at))
        self.changes += 1
        return True

    def documents(self) -> tuple[Document, ...]:
        return tuple(record.document for record in self.records())

    def additions(self) -> tuple[Addition, ...]:
        return tuple(
            replace(
                a,
                corrections=len(self._corrections(key))
                + len(self._relistings[key])
                + sum(one.document_id == key for one in self.annotated),
            )
            for key, a in self._additions.items()
        )

    def record(self, document_id: DocumentId, as_of: datetime | None = None) -> Record | None:
        held = self._records.get(document_id)
        if held is None:
            return None
        document = held.document
        for correction in self._corrections(document_id):
            if as_of is not None and as_of < correction.at and correction.about not in BINDING:
                continue
            choices = CHOICES.get(correction.about)
            value = choices(correction.value) if choices else correction.value or None
            document = replace(document, **{correction.about: value})
        marked = [
            a
            for a in self.annotated
            if a.document_id == document_id and (as_of is None or a.at <= as_of)
        ]
        newer = [r for r in self._relistings[document_id] if as_of is None or r.at <= as_of]
        listings = newer[-1].listings if newer else held.listings
        extraction = annotated(held.extraction, marked)
        return replace(held, document=document, listings=listings, extraction=extraction)

    def records(self, as_of: datetime | None = None) -> Iterator[Record]:
        for document_id in tuple(self._records):
            if as_of is None or self._additions[document_id].at <= as_of:
                yield self.record(document_id, as_of)

    def original(self, document_id: DocumentId) -> Original | None:
        return self._originals.get(document_id)

    def holds(self, document_id: DocumentId) -> bool:
        return document_id in self._records

    def search(self, query: str, limit: int) -> tuple[SearchHit, ...]:
        terms = [
            re.compile(r"\b" + r"\W+".join(words) + (r"\w*" if term.endswith("*") else r"\b"))
            for term in re.findall(r'"[^"]*"|[^\s"]+', fold(query))
            if (words := re.findall(r"\w+", term))
        ]
        if not terms:
            raise BadInput(f"no words to search for in {query!r}")
        found = [
            (self._density(terms, passage), record, passage)
            for record in self.records()
            for passage in record.passages
            if all(term.search(fold(passage.text)) for term in terms)
        ]
        found.sort(key=lambda hit: -hit[0])
        return tuple(
            SearchHit(passage=p, document_name=r.document.name, marked=marked(terms, p.text))
            for _, r, p in found[:limit]
        )

    def _density(self, terms: list[re.Pattern[str]], passage: Passage) -> float:
        return sum(len(t.findall(fold(passage.text))) for t in terms) / len(passage.text)

    def describe(self, description: Description) -> None:
        about, value = description.about, description.value
        if about not in FREE_WORDS | set(CHOICES):
            raise BadInput(f"{about}: one of {sorted(FREE_WORDS | set(CHOICES))}")
        if about in CHOICES and value not in list(CHOICES[about]):
            raise BadInput(f"{value}: one of {[c.value for c in CHOICES[about]]}")
        self._refuse_unknown(description.document_id)
        self._descriptions.append(description)
        self._log.append(logged.description(description))
        self.changes += 1

    def relist(self, relisting: Relisting) -> None:
        self._refuse_unknown(relisting.document_id)
        self._relistings[relisting.document_id].append(relisting)
        self._log.append(logged.relisting(relisting))
        self.changes += 1

    def _corrections(self, document_id: DocumentId) -> tuple[Description, ...]:
        return tuple(d for d in self._descriptions if d.document_id == document_id)

    def erase(self, erasure: Erasure) -> None:
        self._refuse_unknown(erasure.document_id)
        title = self.record(erasure.document_id).document.name
        self._additions[erasure.document_id] = replace(
            self._additions[erasure.document_id], title=title, erasure=erasure
        )
        del self._records[erasure.document_id], self._originals[erasure.document_id]
        self._relistings.pop(erasure.document_id, None)
        self.annotated = [a for a in self.annotated if a.document_id != erasure.document_id]
        self._descriptions = [d for d in self._descriptions if d.document_id != erasure.document_id]
        self._erasures[erasure.document_id] = erasure
        self._log.append(logged.erasure(erasure))
        self.changes += 1

    def erasures(self) -> tuple[Erasure, ...]:
        return tuple(self._erasures.values())

    def _refuse_unknown(self, document_id: DocumentId) -> None:
        if not self.holds(document_id):
            raise NotFound(f"no document {document_id}")


def fold(text: str) -> str:
    """Take case and diacritics away, sign for sign."""
    return "".join(unicodedata.normalize("NFD", sign)[0].casefold()[0] for sign in text)


def marked(terms: list[re.Pattern[str]], text: str) -> str:
    """Set «» around what the terms find."""
    places = {span for term in terms for span in (m.span() for m in term.finditer(fold(text)))}
    for start, end in sorted(places, reverse=True):
        text = f"{text[:start]}«{text[start:end]}»{text[end:]}"
    return text


class MemoryLists:
    """Releases by id."""

    def __init__(self, log: MemoryLog | None = None) -> None:
        self._log = MemoryLog() if log is None else log
        self._releases: dict[ReleaseId, ListRelease] = {}
        self.changes = 0

    def add(self, release: ListRelease, original: Original) -> bool:
        assert original.id == release.document_id
        if not is_edition(edition_of(release.id)):
            raise BadListRelease(f"{release.locator}: {release.id!r} is of no day")
        ids = [entry.id for entry in release.entries]
        if len(set(ids)) < len(ids):
            raise BadListRelease(f"{release.locator}: {max(ids, key=ids.count)} twice")
        own = [held for held in self._in_order() if held.authority == release.authority]
        before = [held for held in own if held.id <= release.id]
        if before and before[-1].document_id == release.document_id:
            return False
        held = self._releases.get(release.id)
        if held is not None and held.entries == release.entries:
            return False
        files = {r.document_id for r in own if r.published == release.published}
        if held is not None and release.document_id in files:
            return False
        if held is not None:
            raise BadInput(f"{release.id} is here from {held.locator}")
        self._releases[release.id] = release
        self._log.append(logged.release(release, digest_of_parts(ids)))
        self.changes += 1
        return True

    def releases(self, authority: str | None = None) -> tuple[ListRelease, ...]:
        return tuple(
            replace(release, entries=())
            for release in self._in_order()
            if authority in {None, release.authority}
        )

    def release(self, release_id: ReleaseId) -> ListRelease | None:
        return self._releases.get(release_id)

    def entry(self, release_id: ReleaseId, entry_id: EntryId) -> ListEntry | None:
        release = self.release(release_id)
        held = () if release is None else release.entries
        return next((entry for entry in held if entry.id == entry_id), None)

    def in_force(self, authority: str, on: str) -> ListRelease | None:
        if not is_day(on):
            raise BadInput(f"{on!r} is no day")
        before = [r for r in self._in_order() if r.authority == authority and r.published <= on]
        return before[-1] if before else None

    def history(self, entry_id: EntryId) -> tuple[tuple[ReleaseId, ListEntry | None], ...]:
        return tuple(
            (release.id, next((e for e in release.entries if e.id == entry_id), None))
            for release in self._in_order()
            if release.authority == entry_id.partition(":")[0]
        )

    def histories(
        self, authority: str, releases: Sequence[ReleaseId]
    ) -> dict[EntryId, EntryHistory]:
        chosen = [r for r in self._in_order() if r.authority == authority and r.id in releases]
        bare = tuple(replace(release, entries=()) for release in chosen)
        wordings: dict[EntryId, dict[ListEntry, list[tuple[int, int]]]] = {}
        for place, release in enumerate(chosen):
            for entry in release.entries:
                stretches = wordings.setdefault(entry.id, {}).setdefault(entry, [])
                follows = bool(stretches) and stretches[-1][1] == place - 1
                first = stretches.pop()[0] if follows else place
                stretches.append((first, place))
        return {
            entry: EntryHistory(
                releases=bare,
                wordings=tuple(Wording(entry=e, stretches=tuple(s)) for e, s in found.items()),
            )
            for entry, found in sorted(wordings.items())
        }

    def entry_ids(self, release_id: ReleaseId) -> tuple[EntryId, ...]:
        held = self._releases.get(release_id)
        return () if held is None else tuple(entry.id for entry in held.entries)

    def first_stated(self, release_id: ReleaseId) -> frozenset[EntryId]:
        earlier: list[ListEntry] = []
        for held in self._releases.values():
            if held.id == release_id:
                return frozenset(e.id for e in held.entries if e not in earlier)
            earlier += held.entries
        return frozenset()

    def seen_before(self, authority: str, edition: str) -> frozenset[EntryId]:
        of_it = [r for r in self._in_order() if r.authority == authority]
        before = [r for r in of_it if edition_of(r.id) < edition]
        return frozenset(entry.id for release in before for entry in release.entries)

    def _in_order(self) -> list[ListRelease]:
        return sorted(self._releases.values(), key=lambda r: (r.authority, r.id))


def is_day(text: str) -> bool:
    """Say whether a text is an ISO date."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


class MemoryJudgements:
    """Judgements in the order of adding."""

    def __init__(self, log: MemoryLog) -> None:
        self._log = log
        self._judgements: dict[JudgementId, Judgement] = {}

    def add(self, judgement: Judgement) -> None:
        if judgement.id in self._judgements:
            raise BadInput(f"judgement {judgement.id} is already here")
        self._judgements[judgement.id] = judgement
        self._log.append(logged.judgement(judgement))

    def judgements(self, about: str | None = None) -> tuple[Judgement, ...]:
        return tuple(j for j in self._judgements.values() if about in {None, j.about})


class MemoryHypotheses:
    """Steps in the order of adding."""

    def __init__(self, log: MemoryLog) -> None:
        self._log = log
        self._steps: dict[StepId, Step] = {}

    def add(self, steps: Sequence[Step]) -> None:
        new = {step.id: step for step in steps}
        twice = next((s.id for s in steps if s.id in self._steps), None)
        if twice is not None or len(new) < len(steps):
            raise BadInput(f"step {twice} is already here")
        held = {step.question: step.by for step in reversed(self._steps.values())}
        if any(step.act is Act.OPEN and step.question in held for step in steps):
            raise BadInput(f"{held[steps[0].question]} has opened {steps[0].question} meanwhile")
        self._steps |= new
        for step in steps:
            self._log.append(logged.step(step))

    def steps(self) -> tuple[Step, ...]:
        return tuple(self._steps.values())


class MemoryScreenings:
    """Sets of customers by name, and the runs in order."""

    def __init__(self, log: MemoryLog) -> None:
        self._log = log
        self._sets: dict[str, tuple[datetime, dict[str, Customer]]] = {}
        self._told: dict[str, Told] = {}
        self._runs: list[Run] = []

    def sets(self) -> tuple[CustomerSet, ...]:
        return tuple(
            CustomerSet(name=name, at=at, count=len(held))
            for name, (at, held) in sorted(self._sets.items())
        )

    def customers(self, name: str) -> tuple[Customer, ...]:
        return tuple(self._sets[name][1].values()) if name in self._sets else ()

    def put(self, name: str, customers: Sequence[Customer], at: datetime) -> None:
        held = {customer.subject.key: customer for customer in customers}
        self._sets[name] = at, held
        self._told[name] = {k: v for k, v in self._told.get(name, {}).items() if k in held}

    def remove(self, name: str, key: str | None, run: Run) -> int:
        if name not in self._sets or (key is not None and key not in self._sets[name][1]):
            raise NotFound(f"no {name}/{key}")
        held = self._sets[name][1]
        gone = list(held) if key is None else [key]
        for one in gone:
            held.pop(one)
            self._told.get(name, {}).pop(one, None)
        if key is None:
            del self._sets[name]
        self.log(run)
        return len(gone)

    def told(self, name: str) -> Told:
        return {key: dict(entries) for key, entries in self._told.get(name, {}).items() if entries}

    def tell(self, name: str, told: Told) -> None:
        if name not in self._sets:
            raise NotFound(f"no {name}")
        self._told[name] = {k: told[k] for k in self._sets[name][1] if k in told}

    def log(self, *runs: Run) -> None:
        for run in runs:
            self._runs.append(run)
            self._log.append(logged.screening(run))

    def runs(self) -> tuple[Run, ...]:
        return tuple(self._runs)


class MemoryStates:
    """Records of states in the order of adding."""

    def __init__(self, log: MemoryLog, documents: MemoryDocuments) -> None:
        self._log = log
        self._documents = documents
        self._records: dict[str, StateRecord] = {}

    def add(self, records: Sequence[StateRecord]) -> int:
        new = {one.id: one for one in records if one.id not in self._records}
        held = (one.proof.document for one in new.values() if one.proof.document is not None)
        if not all(map(self._documents.holds, held)):
            raise NotFound("a document is not held")
        self._records |= new
        for one in new.values():
            self._log.append(logged.state_record(one, encode(StateRecord, one)))
        return len(new)

    def records(self, state: str | None = None) -> tuple[StateRecord, ...]:
        gone = {erasure.document_id for erasure in self._documents.erasures()}
        held = (one for one in self._records.values() if one.proof.document not in gone)
        return tuple(one for one in held if state in {None, one.state})


class MemoryAnnotations:
    """What was marked in documents, kept with them."""

    def __init__(self, log: MemoryLog, documents: MemoryDocuments) -> None:
        self._log = log
        self._documents = documents

    def add(self, annotation: Annotation) -> None:
        if not self._documents.holds(annotation.document_id):
            raise NotFound(f"no document {annotation.document_id}")
        self._documents.annotated.append(annotation)
        self._log.append(logged.annotation(annotation))
        self._documents.changes += 1

    def annotations(self) -> tuple[Annotation, ...]:
        return tuple(self._documents.annotated)


class MemoryStore:
    """A project that is forgotten when it is closed."""

    def __init__(self) -> None:
        self.log = MemoryLog()
        self.documents = MemoryDocuments(self.log)
        self.lists = MemoryLists(self.log)
        self.judgements = MemoryJudgements(self.log)
        self.hypotheses = MemoryHypotheses(self.log)
        self.screenings = MemoryScreenings(self.log)
        self.states = MemoryStates(self.log, self.documents)
        self.annotations = MemoryAnnotations(self.log, self.documents)

    def version(self) -> str:
        judged = len(self.judgements.judgements())
        recorded = len(self.states.records())
        return f"{self.documents.changes}.{self.lists.changes}.{judged}.{recorded}"

    def close(self) -> None:
        """Have nothing to let go of."""


def tiny_original(content: bytes, locator: str = "report.txt") -> Original:
    """Give bytes as collection would."""
    return Original(
        id=digest_of(content),
        content=content,
        locator=locator,
        media_type="text/plain",
        retrieved=NOON,
        headers={"content-type": "text/plain; charset=utf-8"},
    )


def tiny_intake(text: str, **about: object) -> Intake:
    """Give a text cut into one passage a sentence; `about` sets fields of the document."""
    original = tiny_original(text.encode("utf-8", "surrogatepass"))
    document = Document(
        id=original.id,
        kind=DocumentKind.REPORT,
        title=None,
        publisher=None,
        published=None,
        retrieved=NOON,
        language="en",
        locator=original.locator,
        media_type=original.media_type,
        text=text,
    )
    sentences = re.finditer(r"\S[^.!?؟۔]*[.!?؟۔]?", text)
    passages = tuple(
        Passage(
            id=PassageId(f"{document.id[7:23]}:{number}"),
            document_id=document.id,
            span=Span(*sentence.span()),
            text=sentence.group(),
            locator=f"para. 1, sentence {number + 1}",
        )
        for number, sentence in enumerate(sentences)
    )
    return Intake(original=original, document=replace(document, **about), passages=passages)


def tiny_extraction(intake: Intake) -> Extraction:
    """Give one claim a passage: that its first word reports something, says the narrator."""
    read = [_read(passage) for passage in intake.passages]
    return Extraction(
        document_id=intake.document.id,
        extractor="tiny 1",
        entities=tuple(entity for entity, _ in read),
        claims=tuple(claim for _, claim in read),
    )


def _read(passage: Passage) -> tuple[DocumentEntity, Claim]:
    word = re.match(r"\w*", passage.text)[0] or passage.text
    span = Span(passage.span.start, passage.span.start + len(word))
    entity_id = EntityId(key_of("e", passage.id))
    mention = Mention(
        id=MentionId(key_of("m", passage.id)),
        passage_id=passage.id,
        span=span,
        text=word,
        type=EntityType.ORGANISATION,
        kind=MentionKind.NAME,
        resolved_to=entity_id,
        resolved_by="name",
    )
    entity = DocumentEntity(
        id=entity_id, type=mention.type, name=word, aliases=(), mentions=(mention,)
    )
    subject = Argument(role=Role.SUBJECT, entity=entity_id, text=word, span=span)
    claim = Claim(
        id=ClaimId(key_of("c", passage.id)),
        document_id=passage.document_id,
        passage_id=passage.id,
        sentence=passage.span,
        content=passage.span,
        pieces=(),
        trigger=span,
        proposition=Proposition(predicate=Predicate.REPORT, arguments=(subject,)),
        source_chain=NARRATED,
        attribution=Attribution.NARRATOR,
        factuality=Factuality.CERTAIN,
        modality=Modality.ASSERTED,
        extractor="tiny 1",
        confidence=0.75,
    )
    return entity, claim


def tiny_listing(extraction: Extraction) -> Listing:
    """Give the first entity a possible listing."""
    return Listing(
        entity=extraction.entities[0].id,
        status=ListingStatus.POSSIBLE,
        authority="un",
        reference="QDe.999",
        regime="1267",
        probability=0.6,
        reasons=("the name agrees", "no place is given"),
    )


def tiny_entry(reference: str, *names: str, **more: object) -> ListEntry:
    """Give an entry of the UN list under one or more names."""
    entry = ListEntry(
        id=EntryId(f"un:{reference}"),
        authority="un",
        reference=reference,
        schema="Organization",
        names=tuple(
            ListedName(text=name, kind="aka" if place else "primary")
            for place, name in enumerate(names)
        ),
    )
    return replace(entry, **more)


def tiny_release(
    published: str, *entries: ListEntry, content: bytes | None = None, authority: str = "un"
) -> tuple[ListRelease, Original]:
    """Give a release with its file, which holds the date and the references unless it is given."""
    words = " ".join([authority, published, *(entry.reference for entry in entries)])
    original = tiny_original(words.encode() if content is None else content, f"{published}.xml")
    release = ListRelease(
        id=ReleaseId(f"{authority}@{published}"),
        authority=authority,
        published=day_of_edition(published),
        document_id=original.id,
        locator=original.locator,
        retrieved=NOON,
        entries=tuple(sorted(entries, key=lambda entry: entry.reference)),
    )
    return release, original


def tiny_judgement(number: int, about: str = "f-1") -> Judgement:
    """Give an acceptance, so many minutes past noon."""
    return Judgement(
        id=JudgementId(f"j-{number}"),
        about=about,
        verdict="accept",
        reason="the wording agrees — «согласен»",
        by="A. Clerk",
        at=NOON + timedelta(minutes=number),
    )
