"""Which brief is asked for: about what, from which outline, for whom."""

from dataclasses import dataclass, field, replace
from typing import Annotated, ClassVar, Literal

from fastapi import Query
from pydantic import ConfigDict, Field

from sayso.briefing import Ordered
from sayso.errors import BadInput, NotFound
from sayso.model.briefs import Brief
from sayso.surveying import telling_of_states
from sayso.web.asking.limits import Text
from sayso.web.desk import Desk
from sayso.web.outlines.lines import OutlineAsked, outline_of

#: Findings that a brief may tell at most.
MOST_FINDINGS = 1_000

Form = Literal["md", "html", "docx", "pdf", "json"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What a brief is about; what is not given narrows nothing.

    Attributes:
        entity, question: by id, name or words.
        region: an ISO 3166 code or the name of a place.
        period: EDTF.
        findings: ids, with commas between them.
        most: findings at most, what matters most first.
        states: also how Member States carry the measures out.
        public: nothing rests on a document that is not public.
        final: it is refused while a line names a person whom nobody signed for.
    """

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    entity: Text | None = None
    question: Text | None = None
    region: Text | None = None
    period: Text | None = None
    findings: Text | None = None
    most: Annotated[int, Query(ge=1, le=MOST_FINDINGS)] = 40
    states: bool = False
    public: bool = False
    final: bool = False

    @property
    def ordered(self) -> Ordered:
        """Give the order for the brief."""
        picked = (self.findings or "").replace(",", " ").split()
        return Ordered(
            entity=self.entity,
            question=self.question,
            region=self.region,
            period=self.period,
            findings=tuple(dict.fromkeys(picked)),
            most=self.most,
            final=self.final,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefAsked:
    """A brief of a scope, or of an outline, which then says alone what is told.

    Attributes:
        since: an earlier issue, as it was kept as JSON: the brief says what changed.
        annexes: of names, places, times, ties, sources, questions and method.
    """

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    scope: Scope = field(default_factory=Scope)
    outline: OutlineAsked | None = None
    since: Annotated[str | None, Field(max_length=MOST_FINDINGS * 1_000)] = None
    annexes: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class FileAsked:
    """A brief as a file."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    form: Form
    brief: BriefAsked = field(default_factory=BriefAsked)


def ordered(asked: BriefAsked) -> Ordered:
    """Give the order for a brief.

    Raises:
        BadInput: an outline is to be narrowed, or cannot be read.
    """
    order = asked.scope.ordered
    if asked.outline is None:
        return order
    if any((order.entity, order.question, order.region, order.period, order.findings)):
        raise BadInput("an outline says what is told: leave entity, question, … out of the scope")
    return replace(order, outline=outline_of(asked.outline))


def composed(desk: Desk, asked: BriefAsked, order: Ordered) -> Brief:
    """Give the brief, without its annexes.

    Raises:
        NotFound: nothing is held, or what is named is not known.
        BadInput: a final brief is asked for of an outline that has faults.
        Unsigned: it is to be final, and lines of it name a person whom nobody signed for.
    """
    if not desk.has_project():
        raise NotFound("nothing is held yet that a brief could rest on: add documents first")
    public, bench = asked.scope.public, desk.bench
    briefing = bench.briefing(public=public)
    if order.final and order.outline is not None:
        faults = briefing.faults_against_final(order.outline)
        if faults:
            raise BadInput(f"no final brief of an outline with faults ({len(faults)}): mend them")
    made = briefing.compose(order)
    if asked.since is not None:
        made = briefing.revised(made, asked.since, "the earlier issue")
    if asked.scope.states:
        made = telling_of_states(
            bench.overseeing(public=public), bench.recording(public=public), made, ()
        )
    return made
