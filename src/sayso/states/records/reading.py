"""Reads rows as records of states: each whole and checked, or refused with its place and why."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final

from sayso.errors import NotFound
from sayso.model.findings import Record
from sayso.model.ids import key_of
from sayso.model.oversight import Proof, RecordKind, Refusal, StateRecord
from sayso.states.countries import state_code
from sayso.states.records.kinds import (
    APART,
    PLACE_HOLDER,
    Kind,
    columns,
    kinds,
    known_columns,
)
from sayso.states.records.proof import held_proof, named_proof
from sayso.states.records.values import Setting, Unfit, edtf_of, instant_of, nearest, value_of

#: What no honest cell holds: bytes of another encoding, and what steers a terminal.
_DAMAGED: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffd]")
_REFERENCE: Final = re.compile(r"[A-Z]{2}[ie]\.[0-9]{3,4}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What rows are read with.

    Attributes:
        kind: of rows that do not say theirs.
        source: gives the document held that a cell names, or None; NotFound where several fit.
        knows: says whether an id is that of a record, claim or finding.
        held: records by id.
        placeholder: the state of the templates, which is none, is taken.
    """

    by: str
    at: datetime
    kind: RecordKind | None = None
    source: Callable[[str], Record | None] = lambda _: None
    knows: Callable[[str], bool] = lambda _: False
    held: Mapping[str, StateRecord] = field(default_factory=dict)
    placeholder: bool = False


class Reading:
    """Reads the rows of one file, one by one."""

    def __init__(self, terms: Terms) -> None:
        self._terms = terms
        self._replaced = {one.replaces for one in terms.held.values()}
        self._told: set[str] = set()

    def read(self, row: int, cells: Mapping[str, object]) -> StateRecord | tuple[Refusal, ...]:
        """Give a row as a record, or all that is wrong with it.

        A column that is unknown is told of once a file.
        """
        faults: list[Refusal] = []
        sheet = _Sheet(row, _plain(cells, row, faults), self._terms, faults)
        kind = sheet.kind()
        if kind is not None:
            self._refuse_strangers(sheet, kind)
        record = None if kind is None or faults else self._record(sheet, kind)
        if record is None or faults:
            return tuple(faults)
        self._replaced.add(record.replaces)
        return record

    def _refuse_strangers(self, sheet: "_Sheet", kind: Kind) -> None:
        """Refuse columns that are none, and those of other kinds that are filled in."""
        own = {*columns(), *(f.name for f in kind.fields)}
        for name, text in sheet.cells.items():
            if name not in known_columns() and name not in self._told:
                self._told.add(name)
                known = (*columns(), *(f.name for f in kind.fields))
                sheet.refuse(name, "no such column", nearest(name, known))
            elif name in known_columns() and name not in own and text:
                step = "empty the cell, or put the kind right"
                sheet.refuse(name, f"a record of kind {kind.kind} has no {name}", step)

    def _record(self, sheet: "_Sheet", kind: Kind) -> StateRecord | None:
        state, on = sheet.state(), sheet.on(kind)
        fields, proof = sheet.fields(kind), sheet.proof()
        references, about = sheet.references(), sheet.about()
        if sheet.faults or proof is None:
            return None
        told = StateRecord(
            id="",
            kind=kind.kind,
            state=state,
            on=on,
            proof=proof,
            by=self._terms.by,
            at=self._terms.at,
            fields=fields,
            references=references,
            about=about,
            replaces=sheet.text("replaces") or None,
        )
        record = _with_id(told)
        if record.id not in self._terms.held:
            self._check_replaced(sheet, record)
        return record

    def _check_replaced(self, sheet: "_Sheet", record: StateRecord) -> None:
        if record.replaces is None:
            return
        before = self._terms.held.get(record.replaces)
        step = "`sayso states records --all` lists them"
        if before is None:
            sheet.refuse("replaces", f"no record {record.replaces!r}", step)
        elif (before.kind, before.state) != (record.kind, record.state):
            what = f"{record.replaces} is of {before.state}, {before.kind}"
            sheet.refuse("replaces", what, "a correction is of the same state and kind")
        elif record.replaces in self._replaced:
            sheet.refuse("replaces", f"{record.replaces} is corrected already", step)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One row under way, with what was found wrong with it."""

    row: int
    cells: Mapping[str, str]
    terms: Terms
    faults: list[Refusal]

    def refuse(self, column: str | None, what: str, step: str) -> None:
        self.faults.append(Refusal(row=self.row, column=column, what=what, step=step))

    def text(self, name: str) -> str:
        return self.cells.get(name, "")

    def several(self, name: str) -> tuple[str, ...]:
        parts = (part.strip() for part in self.text(name).split(APART))
        return tuple(dict.fromkeys(part for part in parts if part))

    def kind(self) -> Kind | None:
        """Give the kind, when that and all columns that it cannot do without are there."""
        asked = self.text("kind") or (self.terms.kind or "")
        known = {kind.value: told for kind, told in kinds().items()}
        kind = known.get(asked.casefold())
        if kind is None:
            what = f"no kind {asked!r}" if asked else "empty"
            self.refuse("kind", what, nearest(asked, tuple(known)))
            return None
        needed = (c.name for c in columns().values() if c.required or c.name in kind.needs)
        for name in needed:
            if not self.text(name):
                self.refuse(name, "empty", f"a record of kind {kind.kind} needs it")
        return kind

    def state(self) -> str:
        asked = self.text("state")
        if asked == PLACE_HOLDER:
            if not self.terms.placeholder:
                step = "put the state's own code, or delete the example"
                self.refuse("state", f"{PLACE_HOLDER} stands for no state", step)
            return asked
        try:
            return state_code(asked)
        except NotFound as bad:
            what, _, step = str(bad).partition(": ")
            self.refuse("state", what, step)
            return asked

    def on(self, kind: Kind) -> str:
        text, today = self.text("on"), self.terms.at.date()
        try:
            return instant_of(text, today) if kind.hour else edtf_of(text, today)
        except Unfit as bad:
            self.refuse("on", bad.what, bad.step)
            return text

    def fields(self, kind: Kind) -> tuple[tuple[str, str], ...]:
        """Give the fields that are filled in, in the table's order."""
        found: dict[str, str] = {}
        for one in kind.fields:
            text = self.text(one.name)
            if not text and one.required:
                self.refuse(one.name, "empty", f"a record of kind {kind.kind} needs it")
            if not text:
                continue
            for other in one.beside:
                if not self.text(other):
                    self.refuse(other, "empty", f"{one.name} is there: say {other} too")
            try:
                found[one.name] = value_of(one, text, Setting(found, self.terms.at.date()))
            except Unfit as bad:
                self.refuse(one.name, bad.what, bad.step)
        return tuple(found.items())

    def references(self) -> tuple[str, ...]:
        found = self.several("references")
        for reference in found:
            if not _REFERENCE.fullmatch(reference):
                what = f"{reference!r} is no permanent reference"
                self.refuse("references", what, "write it as the UN does: QDe.132; QDi.043")
        return found

    def about(self) -> tuple[str, ...]:
        found = self.several("about")
        for key in found:
            if key not in self.terms.held and not self.terms.knows(key):
                step = "`sayso states records`, `sayso claims` and `sayso findings` list the ids"
                self.refuse("about", f"no record, claim or finding {key!r}", step)
        return found

    def proof(self) -> Proof | None:
        named, quote, locator = self.text("document"), self.text("quote"), self.text("locator")
        address = self.text("address") or None
        if address is not None and not address.startswith(("http://", "https://")):
            self.refuse("address", f"{address!r} is no address", "begin it with https://")
        try:
            record = self.terms.source(named)
        except NotFound as bad:
            what, _, step = str(bad).partition(": ")
            self.refuse("document", what, step)
            return None
        if record is None:
            return named_proof(named, locator, quote, address)
        try:
            return held_proof(record, locator, quote, address)
        except Unfit as bad:
            self.refuse("locator" if "stand at" in bad.what else "quote", bad.what, bad.step)
            return None


def _plain(cells: Mapping[str, object], row: int, faults: list[Refusal]) -> dict[str, str]:
    """Give the cells as text by the normal form of their columns; refuse what cannot be meant."""
    found: dict[str, str] = {}
    for column, value in cells.items():
        name = re.sub(r"[\s\-]+", "_", column.strip().casefold())
        text = _as_text(value)
        told = _told_of(text)
        if found.get(name):
            told = ("two columns have this name", "leave one of them")
        if told is not None:
            faults.append(Refusal(row=row, column=name, what=told[0], step=told[1]))
        found[name] = text or ""
    return found


def _told_of(text: str | None) -> tuple[str, str] | None:
    """Say what is wrong with a cell, and what to do."""
    if text is None:
        return "an object stands where a value belongs", "write text, a number or a list of them"
    if _DAMAGED.search(text):
        return "damaged characters", "save the file as UTF-8"
    if text.startswith("="):
        return f"{text[:40]!r} is a formula", "put its value there"
    return None


def _as_text(value: object) -> str | None:
    """Give a value of CSV or JSON as text; None for one that is none."""
    if value is None or isinstance(value, bool):
        return {None: "", True: "yes", False: "no"}[value]
    if isinstance(value, str | int | float):
        return str(value).strip()
    parts = [_as_text(part) for part in value] if isinstance(value, list) else [None]
    whole = [part for part in parts if part is not None]
    return APART.join(whole) if len(whole) == len(parts) else None


def _with_id(told: StateRecord) -> StateRecord:
    """Give a record the id that follows from what it says, and not from who recorded it."""
    proof = told.proof
    parts = (
        *(told.kind, told.state, told.on, proof.document or proof.title),
        *(proof.locator, proof.text, proof.address or "", told.replaces or ""),
        *(f"{name}={value}" for name, value in told.fields),
        *(f"reference={one}" for one in told.references),
        *(f"about={one}" for one in told.about),
    )
    return replace(told, id=key_of("sr", *parts))
