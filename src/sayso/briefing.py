"""Briefs of one project: composed of what was asked for, in a person's outline, and linted."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from sayso.deliberation import Deliberation
from sayso.model.briefs import Brief
from sayso.model.findings import Knowledge
from sayso.model.outlines import Outline
from sayso.review import choose
from sayso.views.annexes.whole import with_annexes
from sayso.views.brief.compose import BriefScope, compose
from sayso.views.linting.lint import lint
from sayso.views.linting.sentences import Fault, Rule, of_brief, of_outline
from sayso.views.outlines import read, revision
from sayso.views.outlines import write as outlines
from sayso.views.outlines.scope import Wanted, chosen
from sayso.views.review.gate import refuse_unsigned
from sayso.views.wording.texts import own_headings


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordered:
    """What a brief is asked to be.

    Attributes:
        entity, question: by id, name or words.
        region: an ISO 3166 code or a name; period: EDTF; findings: ids.
        outline: a person's order and words; nothing else is told then.
        most: findings at most.
        language: of the brief's own words.
        final: it is refused while a line names a person whom nobody signed for.
    """

    entity: str | None = None
    question: str | None = None
    region: str | None = None
    period: str | None = None
    findings: tuple[str, ...] = ()
    outline: Outline | None = None
    most: int = 40
    final: bool = False
    language: str = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Linted:
    """What a linter read, and what it found."""

    sentences: int
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """What briefs are made from.

    Attributes:
        knowledge: what they may tell.
        whole: all that is held, restricted documents too: what a public brief is linted against.
        questions: gives the questions under competing hypotheses.
        made, cut_off: UTC.
        versions: of the program and of the lists, as (what, version).
        notices: that stand at the head.
        public: nothing in them may rest on a document that is not public.
    """

    knowledge: Knowledge
    whole: Callable[[], Knowledge]
    questions: Callable[[], Deliberation]
    made: datetime
    cut_off: datetime
    versions: tuple[tuple[str, str], ...]
    notices: tuple[str, ...] = field(default=())
    public: bool = False

    def compose(self, ordered: Ordered) -> Brief:
        """Write a brief, without its annexes.

        Raises:
            NotFound: the entity, the question or what the outline names is not known.
            Uncited: a sentence of the outline names nothing that it rests on.
            Unsigned: it is to be final, and lines of it name a person whom nobody signed for.
        """
        knowledge, key = self.knowledge, ordered.question
        wanted = Wanted(
            region=ordered.region,
            period=ordered.period,
            findings=ordered.findings,
            question=None if key is None else self.questions().matrix(key),
            language=ordered.language,
        )
        choice = chosen(knowledge, wanted)
        entity = ordered.entity
        scope = BriefScope(
            entity=None if entity is None else choose.find_entity(knowledge, entity).id,
            max_findings=ordered.most,
            notices=self.notices,
            title=choice.title,
            findings=choice.findings,
            limits=choice.limits,
            outline=ordered.outline,
            language=ordered.language,
        )
        brief = compose(
            knowledge, scope, made=self.made, cut_off=self.cut_off, versions=self.versions
        )
        if ordered.final:
            refuse_unsigned(knowledge, brief)
        return brief

    def annexed(self, brief: Brief) -> Brief:
        """Give a brief with its annexes: places, times, ties, sources, questions, method."""
        return with_annexes(self.knowledge, brief, self.questions().matrices())

    def revised(self, brief: Brief, earlier: str, origin: str) -> Brief:
        """Give a brief that says what changed since an earlier issue, kept as JSON.

        Raises:
            BadInput: no issue can be read from it.
        """
        issue = revision.read_earlier(earlier, origin)
        return revision.revised(self.knowledge, brief, issue)

    def outline_of(self, brief: Brief) -> str:
        """Give the outline of a brief, to be edited."""
        return outlines.write(self.knowledge, brief)

    def outlined(self, brief: Brief) -> Outline:
        """Give the outline of a brief, as it is read from the file."""
        return read_outline(self.outline_of(brief), "the outline")

    def faults_against_final(self, outline: Outline, language: str = "en") -> tuple[Fault, ...]:
        """Give the faults for which no final brief of an outline is made.

        A denial that it lacks is none: the brief sets it beside its allegation anyway.
        """
        found = self.lint(outline, final=False, public=self.public, language=language).faults
        return tuple(fault for fault in found if fault.rule is not Rule.DENIAL)

    def lint(
        self, read_from: Brief | Outline, *, final: bool, public: bool, language: str = "en"
    ) -> Linted:
        """Give the faults of a brief, or of a file that a person edited in some language."""
        knowledge = self.whole()
        if isinstance(read_from, Brief):
            sentences = tuple(of_brief(knowledge, read_from))
        else:
            sentences = tuple(of_outline(knowledge, read_from))
        if isinstance(read_from, Brief):
            language = read_from.language
        faults = lint(knowledge, sentences, final=final, public=public, language=language)
        return Linted(sentences=len(sentences), faults=faults)


def read_outline(text: str, origin: str) -> Outline:
    """Read an outline, or our own Markdown with the ids of its sentences.

    Raises:
        BadInput: it has no section.
    """
    return read.read(text, origin, own_headings())
