"""A project from Python and from notebooks: typed, read with a few verbs, shown with its words."""

import io
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from sayso import wiring
from sayso.adding import AddOutcome
from sayso.collect.collector import Hints
from sayso.errors import BadInput, NotFound
from sayso.exchanging import Wanted
from sayso.model.documents import Document
from sayso.model.findings import Entity, Finding, Knowledge
from sayso.model.vocabulary import FindingStatus
from sayso.review.choose import ClaimQuery, chosen_claims, chosen_ties
from sayso.settings import load_here
from sayso.views.evidence import sure_ties
from sayso.views.notebook.cards import Shown, ShownClaim, ShownFinding, ShownTie
from sayso.workbench import Workbench


def open_project(folder: str | Path = ".", *, public: bool = False) -> "OpenProject":
    """Open the project in a folder; nothing is read before it is asked for.

    Args:
        folder: that holds it; a project is begun there when the first document is added.
        public: show nothing that rests on documents that are not public.
    """
    settings = load_here({"project": str(folder)})
    return OpenProject(wiring.workbench(settings, io.BytesIO()), public=public)


class OpenProject:
    """A project that is open; `with` closes it."""

    def __init__(self, workbench: Workbench, *, public: bool) -> None:
        self._workbench = workbench
        self._public = public

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the project's files."""
        self._workbench.close()

    @property
    def knowledge(self) -> Knowledge:
        """Give everything that follows from the records, as the model has it."""
        return self._workbench.knowledge(public=self._public)

    def add(
        self, *sources: str | Path, publisher: str | None = None, published: str | None = None
    ) -> tuple[AddOutcome, ...]:
        """Read documents and keep them with their claims; a source that fails is told as such.

        Args:
            sources: files, folders or addresses.
            publisher: who published them; wins over what they state.
            published: EDTF.
        """
        located = self._workbench.locate([str(source) for source in sources])
        hints = Hints(publisher=publisher, published=published)
        return tuple(self._workbench.add(located, hints))

    def documents(self) -> tuple[Document, ...]:
        """Give the documents held, in the order of adding; list releases are not among them."""
        return tuple(record.document for record in self.knowledge.records.values())

    def entities(self) -> tuple[Entity, ...]:
        """Give the persons, groups, places and things known, the most mentioned first."""
        return tuple(self.knowledge.entities.values())

    def claims(self, entity: str | None = None) -> Shown[ShownClaim]:
        """Give claims, in the order of the documents; of one entity, named as a user would.

        Raises:
            NotFound: nothing is called so.
        """
        knowledge = self.knowledge
        found = chosen_claims(knowledge, ClaimQuery(entity=entity))
        return Shown(tuple(ShownClaim.of(knowledge, claim) for claim in found))

    def findings(self, status: FindingStatus | str | None = None) -> Shown[ShownFinding]:
        """Give findings, what matters most first; of one status, if it is named.

        Raises:
            ValueError: there is no such status.
        """
        knowledge = self.knowledge
        wanted = None if status is None else FindingStatus(status)
        found: Sequence[Finding] = tuple(knowledge.findings.values())
        chosen = [f for f in found if wanted in {None, f.status}]
        return Shown(tuple(ShownFinding.of(knowledge, finding) for finding in chosen))

    def finding(self, key: str) -> ShownFinding:
        """Give a finding by its id.

        Raises:
            NotFound: there is none.
        """
        knowledge = self.knowledge
        found = {str(one): finding for one, finding in knowledge.findings.items()}.get(key)
        if found is None:
            raise NotFound(f"no finding {key!r}: `findings()` gives them")
        return ShownFinding.of(knowledge, found)

    def ties(self, *names: str, unsure: bool = False) -> Shown[ShownTie]:
        """Give the ties of one named party, or between two; all for none.

        Those that were not read surely wait in review, and are given only with `unsure`.

        Raises:
            NotFound: a name fits nobody, or the two have no tie.
        """
        knowledge = self.knowledge
        held = chosen_ties(knowledge, names)
        chosen = held if unsure else sure_ties(knowledge, held)
        return Shown(tuple(ShownTie.of(knowledge, tie) for tie in chosen))

    def export(
        self,
        form: str,
        *,
        leave_out: Sequence[FindingStatus | str] = (),
        precise: bool = False,
    ) -> dict[str, bytes]:
        """Give the files of an export by name, as the command of this name writes them.

        Args:
            form: "csv", "stix", "ftm", …; `sayso export --help` has them all.
            leave_out: findings of these statuses go, with their claims.
            precise: tell points finer than a district.

        Raises:
            BadInput: there is no such form, or a library that it needs is not installed.
            ValueError: there is no such status.
        """
        exchange = self._workbench.exchange()
        if form not in exchange.forms:
            raise BadInput(f"no form {form!r}: one of {', '.join(exchange.forms)}")
        statuses = tuple(FindingStatus(status) for status in leave_out)
        wanted = Wanted(public=self._public, precise=precise, leave_out=statuses)
        return dict(exchange.export(form, wanted).files)
