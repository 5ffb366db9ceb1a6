"""The brief as a whole: which findings stand in it, in which section, and what limits it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sayso.errors import BadInput, NotFound
from sayso.model.briefs import Brief, BriefLine, Paragraph, Party, Section
from sayso.model.findings import Entity, Finding, Knowledge
from sayso.model.ids import EntityId, FindingId
from sayso.model.outlines import Outline
from sayso.model.vocabulary import Category, FindingStatus, Predicate, category_of
from sayso.views.brief.draft import Draft
from sayso.views.brief.limits import Selection, limits_of, notices_of, read_by, sources_of
from sayso.views.brief.outlined import in_own_words, outlined, outlined_findings
from sayso.views.brief.paragraphs import Telling, told_together
from sayso.views.brief.sentences import finished
from sayso.views.evidence import confident_claims, taking_part
from sayso.views.naming import is_named_here, standing
from sayso.views.review.gate import is_reviewed
from sayso.views.tables import lead_claim
from sayso.views.wording.texts import Texts, texts_of

MOST_SUMMARY_FOOTNOTES: Final = 12
_CONTESTED: Final = frozenset(
    {
        FindingStatus.CONTESTED,
        FindingStatus.DISPUTED_BY_THIRD_PARTY,
        FindingStatus.DENIED,
        FindingStatus.PRIMARY_DIFFERS,
    }
)
_WITHDRAWN: Final = frozenset({FindingStatus.RETRACTED, FindingStatus.SUPERSEDED})
_IDENTITY: Final = frozenset(
    {Predicate.ALIAS_OF, Predicate.SPLINTER_OF, Predicate.FRONT_FOR, Predicate.BRANCH_OF}
)
#: Who wrote, published or said what: the frame of what is alleged, told last.
_FRAME: Final = frozenset(
    {
        Predicate.AUTHORED,
        Predicate.DISCLOSURE,
        Predicate.ACCUSATION,
        Predicate.SPOKESPERSON_FOR,
        Predicate.REPORT,
        Predicate.APPROVAL,
    }
)
#: The place of what is said of each party …
_OF_A_PARTY: Final = 1
_OTHERS: Final = "others"
#: … among the others: place in reading order, which heading, test; the first that holds.
_SECTIONS: Final[tuple[tuple[int, str, Callable[[Finding], bool]], ...]] = (
    (4, "frame", lambda f: f.predicate in _FRAME),
    (0, "contested", lambda f: f.status in _CONTESTED),
    (5, "withdrawn", lambda f: f.status in _WITHDRAWN),
    (2, "identity", lambda f: f.predicate in _IDENTITY),
    (3, "events", lambda f: category_of(f.predicate) is not Category.RELATION),
)

#: A section as written: its heading and the lines of each paragraph.
Written = tuple[str, list[tuple[BriefLine, ...]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefScope:
    """What a brief is to be about.

    Attributes:
        entity: only findings that concern it; None for everything that is known.
        max_findings: at most so many, what matters most first; the rest is counted.
        notices: what must also be said at the head.
        title: what it is about, in words; None for the entity's name, or all documents.
        findings: only these; None for all.
        limits: what the choice leaves out, one sentence each.
        outline: a person's order and words; it tells what it names, and nothing else.
        language: of the brief's own words.
    """

    entity: EntityId | None = None
    max_findings: int = 40
    notices: tuple[str, ...] = ()
    title: str | None = None
    findings: frozenset[FindingId] | None = None
    limits: tuple[str, ...] = ()
    outline: Outline | None = None
    language: str = "en"


def compose(
    knowledge: Knowledge,
    scope: BriefScope,
    *,
    made: datetime,
    cut_off: datetime,
    versions: Sequence[tuple[str, str]],
) -> Brief:
    """Write the brief: every line rests on claims, every denial stands beside its allegation.

    Args:
        knowledge: assembled from what was held at the cut-off.
        scope: what it is to be about.
        made: the time that the brief bears, UTC.
        cut_off: nothing added later may stand in it, UTC.
        versions: the program's and the list releases', as (what, version).

    Raises:
        NotFound: the entity of the scope, or what its outline names, is not known.
        Uncited: a sentence of the outline names nothing that it rests on.
        BadInput: a document was added after the cut-off, or there are no words in its language.
    """
    _check(knowledge, scope, cut_off)
    chosen = select(knowledge, scope)
    draft = Draft(knowledge, texts_of(scope.language))
    sections = number(_sections(draft, scope, chosen.shown))
    return Brief(
        title=_title(knowledge, scope, draft.texts),
        made=made,
        cut_off=cut_off,
        sections=sections,
        footnotes=tuple(draft.footnotes),
        parties=_parties(draft),
        sources=sources_of(draft),
        limits=_limits(draft, scope, chosen),
        versions=tuple(versions),
        notices=(*scope.notices, *notices_of(draft)),
        reviewed=is_reviewed(knowledge, sections),
        language=scope.language,
    )


def _limits(draft: Draft, scope: BriefScope, chosen: Selection) -> tuple[str, ...]:
    """Say who read and wrote it, then what it leaves out and what is not known."""
    return (
        *read_by(draft.knowledge, draft),
        *in_own_words(scope.outline, draft.texts),
        *scope.limits,
        *limits_of(draft.knowledge, chosen, draft.texts),
    )


def _check(knowledge: Knowledge, scope: BriefScope, cut_off: datetime) -> None:
    if scope.entity is not None and scope.entity not in knowledge.entities:
        raise NotFound(f"no entity {scope.entity!r}: `sayso entities` lists them")
    late = [r.document for r in knowledge.records.values() if r.document.retrieved > cut_off]
    if late:
        raise BadInput(
            f"{late[0].name} was added after the cut-off {cut_off:%Y-%m-%d %H:%M}: assemble what "
            "was held then, or choose a later cut-off"
        )


def select(knowledge: Knowledge, scope: BriefScope) -> Selection:
    """Choose the findings, what matters most first; what only frames the rest comes last."""
    if scope.outline is not None:
        return Selection(shown=outlined_findings(knowledge, scope.outline), left_out=0, in_review=0)
    entity, chosen = scope.entity, scope.findings
    every = [f for f in knowledge.findings.values() if chosen is None or f.id in chosen]
    wanted = [f for f in every if entity is None or entity in taking_part(knowledge, f)]
    confident = [f for f in wanted if confident_claims(knowledge, f)]
    ordered = sorted(confident, key=lambda f: f.predicate in _FRAME)
    return Selection(
        shown=tuple(ordered[: scope.max_findings]),
        left_out=len(ordered[scope.max_findings :]),
        in_review=len(wanted) - len(confident),
    )


def _title(knowledge: Knowledge, scope: BriefScope, texts: Texts) -> str:
    own = None if scope.outline is None else scope.outline.title
    if own is not None:
        return own
    about = scope.title or texts.say("title.everything")
    if scope.entity is not None:
        about = knowledge.entities[scope.entity].name
    return texts.say("title.brief", about=about)


def _sections(draft: Draft, scope: BriefScope, findings: Sequence[Finding]) -> list[Written]:
    """Write the sections in reading order, empty ones left out.

    The summary is written last, so that footnotes are numbered where they are told.
    """
    if scope.outline is not None:
        written: list[Written] = outlined(draft, scope.outline)
    else:
        written = _by_heading(draft, findings)
    summary = _summary(draft, findings)
    return [(draft.texts.say("sheet.summary"), [summary]), *written] if summary else written


def _by_heading(draft: Draft, findings: Sequence[Finding]) -> list[Written]:
    by_heading: dict[tuple[int, str], list[Finding]] = {}
    for finding in findings:
        by_heading.setdefault(_heading(draft, finding), []).append(finding)
    by_heading = _alone_together(by_heading, draft.texts.say(f"section.{_OTHERS}"))
    written: list[Written] = []
    for (_, heading), found in sorted(by_heading.items(), key=lambda section: section[0][0]):
        groups = told_together(draft.knowledge, found)
        written.append((heading, [Telling(draft, group).tell() for group in groups]))
    return written


def _alone_together(
    by_heading: Mapping[tuple[int, str], list[Finding]], others_heading: str
) -> dict[tuple[int, str], list[Finding]]:
    """Put parties of whom only one thing is said into one section, after the others."""
    kept: dict[tuple[int, str], list[Finding]] = {}
    others: list[Finding] = []
    for (place, heading), found in by_heading.items():
        if place == _OF_A_PARTY and (len(found) == 1 or heading == others_heading):
            others += found
        else:
            kept[place, heading] = found
    return {**kept, (_OF_A_PARTY, others_heading): others} if others else kept


def _heading(draft: Draft, finding: Finding) -> tuple[int, str]:
    """Give the section of a finding: its place in reading order and its heading."""
    texts = draft.texts
    for place, heading, holds in _SECTIONS:
        if holds(finding):
            return place, texts.say(f"section.{heading}")
    subject = _named_subject(draft.knowledge, finding)
    if subject is None:
        return _OF_A_PARTY, texts.say(f"section.{_OTHERS}")
    return _OF_A_PARTY, texts.say("section.of_party", name=draft.prose(subject.name))


def _named_subject(knowledge: Knowledge, finding: Finding) -> Entity | None:
    """Give the subject of a finding when its best claim has a name for it."""
    lead = lead_claim(knowledge, confident_claims(knowledge, finding))
    for argument in lead.proposition.arguments:
        entity = knowledge.entity_behind(argument.entity)
        if entity is None or argument.entity is None or entity.id != finding.subject:
            continue
        return entity if is_named_here(knowledge, lead, argument.entity) else None
    return None


def _summary(draft: Draft, findings: Sequence[Finding]) -> tuple[BriefLine, ...]:
    """Count the findings by status; each figure cites what it counts."""
    lines: list[BriefLine] = []
    texts = draft.texts
    for name in texts.table("status_words"):
        status = FindingStatus(name)
        counted = [f for f in findings if f.status is status]
        if counted:
            words = texts.say(
                "summary.line",
                count=len(counted),
                number=texts.number(len(counted)),
                status=texts.say(f"status_words.{name}"),
            )
            leads = [
                lead_claim(draft.knowledge, confident_claims(draft.knowledge, f) or f.claims)
                for f in counted
            ]
            lines.append(draft.line(finished(words), leads[:MOST_SUMMARY_FOOTNOTES], None))
    return tuple(lines)


def number(sections: Iterable[Written]) -> tuple[Section, ...]:
    """Number the paragraphs through all sections, from 1."""
    numbered: list[Section] = []
    count = 0
    for heading, paragraphs in sections:
        of_section: list[Paragraph] = []
        for lines in paragraphs:
            count += 1
            of_section.append(Paragraph(number=count, lines=lines))
        numbered.append(Section(heading=heading, paragraphs=tuple(of_section)))
    return tuple(numbered)


def _parties(draft: Draft) -> tuple[Party, ...]:
    return tuple(
        Party(
            entity=entity.id,
            name=entity.name,
            standing=standing(entity, draft.texts) or "",
            reasons=() if entity.listing is None else entity.listing.reasons,
        )
        for entity in draft.parties.values()
    )
