"""Documents, their claims, annotations, judgements, steps, one a line: they come back equal.

Lists are not among them: they come from their authorities, or with a backup.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final, NamedTuple, Never

from sayso.errors import BadInput
from sayso.model.documents import Intake, Original
from sayso.model.findings import Annotation, Judgement, Record, annotated, unannotated
from sayso.model.hypotheses import Step
from sayso.model.ids import DocumentId, digest_of
from sayso.model.oversight import StateRecord
from sayso.model.vocabulary import DocumentKind, Handling
from sayso.ports import Store
from sayso.store.codec import decode, encode

FORMAT: Final = "sayso-records"
VERSION: Final = 1
#: The least of lines between which there is something: a head and an end.
_ENDS: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """One document as it is carried: its raw bytes, and all that was taken out of it.

    Attributes:
        at: when it was added, UTC.
    """

    at: datetime
    original: Original
    record: Record


@dataclass(frozen=True, slots=True, kw_only=True)
class _Head:
    format: str
    version: int
    program: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _End:
    lines: int
    sha256: str


class Taken(NamedTuple):
    """How many of each were new, and how many were here already; `tellings` are of states."""

    documents: int
    annotations: int
    judgements: int
    steps: int
    tellings: int
    already_here: int


def write_records(store: Store, *, public: bool, program: str) -> Iterator[str]:
    """Give the lines: a head, documents, judgements and steps, and an end with their digest.

    With `public` only public documents, and nothing that people decided: reasons may tell more.
    """
    lines = 0
    told = hashlib.sha256()
    for line in _lines(store, public=public, program=program):
        lines += 1
        told.update(line.encode("utf-8") + b"\n")
        yield line
    yield _line("end", encode(_End, _End(lines=lines, sha256=told.hexdigest())))


def _lines(store: Store, *, public: bool, program: str) -> Iterator[str]:
    head = _Head(format=FORMAT, version=VERSION, program=program)
    yield _line("head", encode(_Head, head))
    gone: set[str | None] = {None}  # what is only named goes with anything
    for carried in _carried(store, public=public):
        gone.add(carried.original.id)
        yield _line("document", encode(Carried, carried))
    for annotation in store.annotations.annotations():
        if annotation.document_id in gone:
            yield _line("annotation", encode(Annotation, annotation))
    if not public:
        yield from _decided(store, gone)


def _carried(store: Store, *, public: bool) -> Iterator[Carried]:
    """Give the documents that leave, without what was marked in them later."""
    marked = _by_document(store.annotations.annotations())
    for added in store.documents.additions():
        record = store.documents.record(added.document_id)
        original = store.documents.original(added.document_id)
        if record is not None and original is not None and _leaves(record, public=public):
            bare = unannotated(record.extraction, marked.get(added.document_id, ()))
            record = replace(record, extraction=bare)
            yield Carried(at=added.at, original=original, record=record)


def _decided(store: Store, gone: Container[str | None]) -> Iterator[str]:
    """Give what people decided, and what the documents that leave tell of states."""
    for judgement in store.judgements.judgements():
        yield _line("judgement", encode(Judgement, judgement))
    for step in store.hypotheses.steps():
        yield _line("step", encode(Step, step))
    for telling in store.states.records():
        if telling.proof.document in gone:
            yield _line("telling", encode(StateRecord, telling))


def _by_document(found: Sequence[Annotation]) -> Mapping[DocumentId, list[Annotation]]:
    of: dict[DocumentId, list[Annotation]] = defaultdict(list)
    for one in found:
        of[one.document_id].append(one)
    return of


def _leaves(record: Record, *, public: bool) -> bool:
    is_release = record.document.kind is DocumentKind.LIST_RELEASE
    return not is_release and (not public or record.document.handling is Handling.PUBLIC)


def _line(kind: str, told: str) -> str:
    return f'{{"{kind}":{told}}}'


def read_records(content: bytes, place: str, store: Callable[[], Store]) -> Taken:
    """Keep records, once all of them are read and sound.

    Args:
        content: of the file.
        place: its name, for errors.
        store: opens what keeps them; it is asked when all are sound.

    Raises:
        BadInput: they are truncated, changed, of a newer version, or not records.
    """
    read = _read(content, place)
    held = store()
    _refuse_erased(held, read.documents, place)
    known = {judgement.id for judgement in held.judgements.judgements()}
    done = {step.id for step in held.hypotheses.steps()}
    added = sum(_keep(held, carried) for carried in read.documents)
    here = held.annotations.annotations()
    marked = [annotation for annotation in read.annotations if annotation not in here]
    for annotation in marked:
        held.annotations.add(annotation)
    fresh = [judgement for judgement in read.judgements if judgement.id not in known]
    for judgement in fresh:
        held.judgements.add(judgement)
    new_steps = [step for step in read.steps if step.id not in done]
    if new_steps:
        held.hypotheses.add(new_steps)
    told = held.states.add(read.tellings) if read.tellings else 0
    new = added, len(marked), len(fresh), len(new_steps), told
    return Taken(*new, read.count - sum(new))


def _refuse_erased(store: Store, documents: Sequence[Carried], place: str) -> None:
    """Refuse documents that were erased here, before the first of them is kept.

    Raises:
        BadInput: names the first one.
    """
    erased = {erasure.document_id: erasure for erasure in store.documents.erasures()}
    for carried in documents:
        found = erased.get(carried.original.id)
        if found is not None:
            name, day = carried.record.document.name, found.at.date()
            raise BadInput(
                f"{place}: “{name}” was erased here on {day} by {found.by}: {found.reason}: "
                "nothing was taken in"
            )


def _keep(store: Store, carried: Carried) -> bool:
    record = carried.record
    return store.documents.add(_intake(carried), record.extraction, record.listings, at=carried.at)


def _intake(carried: Carried) -> Intake:
    record = carried.record
    return Intake(
        original=carried.original,
        document=record.document,
        passages=record.passages,
        remarks=record.remarks,
    )


@dataclass(slots=True)
class _Records:
    """What a file holds, by kind."""

    documents: list[Carried] = field(default_factory=list)
    annotations: list[Annotation] = field(default_factory=list)
    judgements: list[Judgement] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    tellings: list[StateRecord] = field(default_factory=list)

    @property
    def count(self) -> int:
        """Give how many there are."""
        kinds: tuple[Sequence[object], ...] = (
            *(self.documents, self.annotations, self.judgements),
            *(self.steps, self.tellings),
        )
        return sum(map(len, kinds))

    def take(self, kind: str, told: str) -> None:
        """Take up one record, if it is sound.

        Raises:
            BadInput: it is not, or is of a kind that is not known.
        """
        match kind:
            case "document":
                self.documents.append(_sound(decode(Carried, told)))
            case "annotation":
                self.annotations.append(_fitting(decode(Annotation, told), self.documents))
            case "judgement":
                self.judgements.append(decode(Judgement, told))
            case "step":
                self.steps.append(decode(Step, told))
            case "telling":
                self.tellings.append(decode(StateRecord, told))
            case _:
                _refuse_kind(kind)


def _fitting(annotation: Annotation, documents: Sequence[Carried]) -> Annotation:
    """Refuse an annotation whose document does not stand before it, or has not its words."""
    key = annotation.document_id
    carried = next((one for one in documents if one.original.id == key), None)
    if carried is None:
        raise BadInput(f"an annotation on {key}, which does not stand before it")
    extraction = annotated(carried.record.extraction, [annotation])
    _sound(replace(carried, record=replace(carried.record, extraction=extraction)))
    return annotation


def _read(content: bytes, place: str) -> _Records:
    lines = content.split(b"\n")
    _check_ends(lines, place)
    found = _Records()
    for number, line in enumerate(lines[1:-2], start=2):
        kind, told = _opened(line, f"{place}, line {number}")
        try:
            found.take(kind, told)
        except BadInput as bad:
            raise BadInput(f"{place}, line {number}: {bad}") from bad
    return found


def _refuse_kind(kind: str) -> Never:
    raise BadInput(f"a record of an unknown kind {kind[:40]!r}")


def _check_ends(lines: Sequence[bytes], place: str) -> None:
    """Refuse what does not begin with a head that we know, or end with the digest of it all."""
    kind, told = _opened(lines[0], f"{place}, line 1")
    head = json.loads(told)
    known = isinstance(head, dict) and head.get("format") == FORMAT
    if kind != "head" or not known:
        raise BadInput(f"{place}, line 1: no records of Sayso: they begin with a head")
    version = head.get("version")
    if not isinstance(version, int) or version > VERSION:
        raise BadInput(
            f"{place}: records of version {version}, and this Sayso knows up to {VERSION}: "
            "install a newer Sayso to read them"
        )
    end = lines[-2] if len(lines) > _ENDS and not lines[-1] else b""
    if not end.startswith(b'{"end":'):
        raise BadInput(f"{place}: truncated: its last line is no end; export it anew")
    kept = decode(_End, _opened(end, f"{place}, line {len(lines) - 1}")[1])
    found = hashlib.sha256(b"".join(line + b"\n" for line in lines[:-2])).hexdigest()
    if (kept.lines, kept.sha256) != (len(lines) - 2, found):
        raise BadInput(f"{place}: it was changed after it was written: export it anew")


def _opened(line: bytes, place: str) -> tuple[str, str]:
    """Give what a line tells of, and its JSON."""
    try:
        told = json.loads(line)
    except (ValueError, RecursionError) as bad:
        raise BadInput(f"{place}: no JSON ({type(bad).__name__}): export it anew") from bad
    if not isinstance(told, dict) or len(told) != 1:
        raise BadInput(f"{place}: no record of Sayso: one object with one kind is expected")
    [(kind, value)] = told.items()
    return kind, json.dumps(value, ensure_ascii=False)


def _sound(carried: Carried) -> Carried:
    """Refuse what could not be kept: other bytes than its id's, words that are not in its text."""
    original, record = carried.original, carried.record
    document, extraction = record.document, record.extraction
    ids = {original.id, document.id, extraction.document_id, digest_of(original.content)}
    if len(ids) != 1:
        raise BadInput(f"{document.name}: its bytes, text and claims are of different documents")
    _intake(carried)
    encode(Carried, carried)
    passages = {passage.id: passage for passage in record.passages}
    for claim in (*extraction.claims, *extraction.accounts):
        home = passages.get(claim.passage_id)
        if home is None or not home.span.contains(claim.content):
            raise BadInput(f"{document.name}: the words of claim {claim.id} are not in its passage")
    return carried
