"""The chain of evidence of one tie: the exact words, who said them, and who denies them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from sayso.errors import NotFound
from sayso.model.claims import Claim
from sayso.model.findings import Finding, Judgement, Knowledge, Root
from sayso.model.ids import ClaimId, EntityId, FindingId
from sayso.model.vocabulary import FindingStatus, LinkKind
from sayso.views.evidence import Evidence, evidence_of, misquotes
from sayso.views.naming import label, one_line, quote_whole
from sayso.views.phrases import REPLY_WORDS, STATUS_WORDS
from sayso.views.replies.text import hearing_line, hearings_of
from sayso.views.signatures.grades import grade_history, grade_words
from sayso.views.signatures.words import likelihood_words
from sayso.views.tables import directness, finding_sentence

MOST_SUGGESTIONS = 5
_STANCES = {"+": "Says so", "-": "Says that it is not so", "?": "Leaves it open"}
_WITHDRAWN = {
    "+": "Said so, and stands by it no more",
    "-": "Said that it is not so, and stands by it no more",
    "?": "Took it back",
}
_PRECISION = ("Said in particular", "Said in general")


@dataclass(frozen=True, slots=True, kw_only=True)
class RootEvidence:
    """One origin with the words that come from it, the most direct first."""

    root: Root
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What stands in tension with a finding: both can be true."""

    reason: str
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """A finding that says the same in general or in particular; `how` says which."""

    how: str
    finding: FindingId
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """Everything that one finding rests on.

    Attributes:
        parties: with their standing: "Kandor Front (not listed)".
        roots: in the finding's order: affirming, denying, neither.
        replies: of a party concerned to the allegation itself.
        rejections: of a whole document that the finding rests on.
        beside: what leaves it standing: denials of another figure, part or time, other figures.
        related: what says the same in general or in particular; it counts for itself.
        hearings: who was asked, and what came back, one line a party and occasion.
        assessments: what people think of it, oldest first; the last one stands.
    """

    finding: FindingId
    sentence: str
    status: FindingStatus
    explanation: str
    reply: str
    parties: tuple[str, ...]
    roots: tuple[RootEvidence, ...]
    replies: tuple[Evidence, ...]
    rejections: tuple[Evidence, ...]
    beside: tuple[Beside, ...] = ()
    related: tuple[Related, ...] = ()
    hearings: tuple[str, ...] = ()
    assessments: tuple[Judgement, ...] = ()


def explain(knowledge: Knowledge, key: str) -> Why:
    """Gather what a finding rests on.

    Args:
        knowledge: holds it.
        key: the finding's id, a beginning of it that no other has, or the names of its two ends.

    Raises:
        NotFound: no finding fits, or several do; the message names the nearest.
    """
    finding = find(knowledge, key)
    rejecting, otherwise = rejections(knowledge), misquotes(knowledge)
    beside = tuple(_beside(knowledge, finding))
    near = {one.evidence.claim for one in beside}
    ends = (knowledge.entity_behind(end) for end in (finding.subject, finding.object))
    return Why(
        finding=finding.id,
        sentence=finding_sentence(knowledge, finding),
        status=finding.status,
        explanation=finding.explanation or STATUS_WORDS[finding.status],
        reply=REPLY_WORDS[finding.reply],
        parties=tuple(label(end) for end in ends if end is not None),
        roots=tuple(
            RootEvidence(
                root=root,
                evidence=tuple(
                    replace(one, otherwise=otherwise.get(one.claim))
                    for one in _evidence(knowledge, root.claims)
                ),
            )
            for root in finding.roots
        ),
        replies=_evidence(knowledge, [c for c in finding.replies if c not in {*rejecting, *near}]),
        rejections=_evidence(knowledge, [c for c in finding.replies if c in rejecting]),
        beside=beside,
        related=tuple(_related(knowledge, finding)),
        hearings=tuple(hearing_line(knowledge, h) for h in hearings_of(knowledge, finding)),
        assessments=knowledge.judged.assessments.get(finding.id, ()),
    )


def _beside(knowledge: Knowledge, finding: Finding) -> Iterator[Beside]:
    """Give the far ends of the tensions of a finding, each once, with the reason."""
    own, seen = set(finding.claims), set[ClaimId]()
    for link in knowledge.links:
        if link.kind is not LinkKind.TENSION or link.b is None or own.isdisjoint({link.a, link.b}):
            continue
        far = link.b if link.a in own and link.b not in own else link.a
        if far not in seen:
            seen.add(far)
            evidence = evidence_of(knowledge, knowledge.claim(far))
            yield Beside(reason=link.reason, evidence=evidence)


def _related(knowledge: Knowledge, finding: Finding) -> Iterator[Related]:
    """Give what says the same in particular, then in general, each once."""
    own = set(finding.claims)
    links = [x for x in knowledge.links if x.kind is LinkKind.ELABORATES and x.b is not None]
    narrower = [x.a for x in links if x.b in own]
    wider = [x.b for x in links if x.a in own and x.b is not None]
    for how, claims in zip(_PRECISION, (narrower, wider), strict=True):
        found = dict.fromkeys(knowledge.finding_of[c] for c in claims if c in knowledge.finding_of)
        for other in (knowledge.findings[f] for f in found if f != finding.id):
            yield Related(how=how, finding=other.id, sentence=finding_sentence(knowledge, other))


def rejections(knowledge: Knowledge) -> Mapping[ClaimId, EntityId | None]:
    """Give the claims that reject a whole document, each with the document's entity."""
    rejecting = (link for link in knowledge.links if link.kind is LinkKind.REJECTS_DOCUMENT)
    return {link.a: link.document for link in rejecting}


def _evidence(knowledge: Knowledge, claims: Iterable[ClaimId]) -> tuple[Evidence, ...]:
    """Give the words, the shortest chain first; of equally long ones, the earliest: the primary."""

    def order(claim: Claim) -> tuple[int, int, str, float, str]:
        stance, voices, unsure, published, key = directness(knowledge, claim)
        return stance, voices, published, unsure, key

    found = sorted(map(knowledge.claim, claims), key=order)
    return tuple(evidence_of(knowledge, claim) for claim in found)


def find(knowledge: Knowledge, key: str) -> Finding:
    """Give the finding with this id, beginning of an id, or names of its ends.

    Raises:
        NotFound: none fits, or several do.
    """
    exact = knowledge.findings.get(FindingId(key))
    if exact is not None:
        return exact
    found = [f for f in knowledge.findings.values() if key and f.id.startswith(key)]
    found = found or [f for f in knowledge.findings.values() if _is_between(knowledge, f, key)]
    if len(found) == 1:
        return found[0]
    if found:
        nearest = "; ".join(
            f"{f.id} ({finding_sentence(knowledge, f)})" for f in found[:MOST_SUGGESTIONS]
        )
        raise NotFound(f"{len(found)} findings fit {key!r}; name one by its id: {nearest}")
    near = get_close_matches(key, list(knowledge.findings), MOST_SUGGESTIONS, cutoff=0.5)
    hint = f"; near it: {', '.join(near)}" if near else ""
    raise NotFound(f"no finding or tie {key!r}: `sayso findings` lists them{hint}")


def _is_between(knowledge: Knowledge, finding: Finding, key: str) -> bool:
    ends = (finding.subject, finding.object)
    return all(end is not None and _is_named_in(knowledge, end, key) for end in ends)


def _is_named_in(knowledge: Knowledge, end: EntityId, key: str) -> bool:
    entity = knowledge.entities.get(end)
    names = () if entity is None else entity.names
    return any(name.casefold() in key.casefold() for name in names)


def render(why: Why) -> str:
    """Write the chain of evidence for a terminal."""
    lines = [why.sentence, *notices(why), "", f"Status: {why.status.value}. {why.explanation}"]
    lines += [f"Parties: {'; '.join(why.parties)}"] if why.parties else []
    lines += assessed(why.assessments)
    for item in why.roots:
        lines += ["", _root_line(item.root), *_cited(item.evidence)]
        lines += [f"    counted so because {reason}" for reason in item.root.reasons]
    if why.replies:
        lines += ["", "Replies of the party concerned", *_cited(why.replies)]
    if why.rejections:
        lines += ["", "Rejections of the document as a whole", *_cited(why.rejections)]
    for one in why.beside:
        lines += ["", f"Beside it, both can be true: {one.reason}", *_cited([one.evidence])]
    if not why.replies and not why.rejections:
        lines += ["", f"Reply: {why.reply}."]
    if why.hearings:
        lines += ["", "Right of reply", *(f"  {line}" for line in why.hearings)]
    for how in dict.fromkeys(one.how for one in why.related):
        lines += ["", f"{how}, and counted for itself"]
        lines += [f"  {one.finding}  {one.sentence}" for one in why.related if one.how == how]
    return "\n".join(lines) + "\n"


def notices(why: Why) -> tuple[str, ...]:
    """Give what must be said of the documents quoted, each once, in order of appearance."""
    evidence = [e for root in why.roots for e in root.evidence] + [*why.replies, *why.rejections]
    evidence += [one.evidence for one in why.beside]
    return tuple(dict.fromkeys(e.notice for e in evidence if e.notice is not None))


def assessed(assessments: Sequence[Judgement]) -> list[str]:
    """Write what people think, the judgement that stands first; its two axes stand apart."""
    lines: list[str] = []
    for judgement in reversed(assessments):
        likelihood, confidence = likelihood_words(judgement)
        earlier = "Before: " if lines else "Our assessment: "
        lines.append(
            f"{earlier}{likelihood}. Confidence: {confidence}. "
            f"By {judgement.by} on {judgement.at.date()}: {judgement.reason}"
        )
    return lines or ["Our assessment: none"]


def _root_line(root: Root) -> str:
    concerned = ", the party concerned" if root.concerned else ""
    if root.misquoted:
        return f"Only ascribed to {root.name}{concerned}, whose own text says otherwise"
    counted = "" if root.independent else " (not named, so not counted as a source)"
    times = f", {root.statements} statements" if root.statements > 1 else ""
    how = _WITHDRAWN[root.stance] if root.withdrawn else _STANCES[root.stance]
    return f"{how}: {root.name}{concerned}{counted}{times}"


def _cited(evidence: Sequence[Evidence]) -> list[str]:
    """Write evidence with its places; the same words in several documents stand once."""
    lines: list[str] = []
    same_words: dict[tuple[str, str], list[Evidence]] = {}
    for one in evidence:
        same_words.setdefault((one.chain[-1], one_line(one.words)), []).append(one)
    for (_, words), several in same_words.items():
        lines.append(f"  {quote_whole(words)}")
        for one in several:
            where = filter(None, (one.document, one.publisher, one.published, one.locator))
            graded = ", ".join(grade_words(g) for g in one.grades if g.history) or "not graded"
            lines += [
                f"    {' → '.join(one.chain)}  [{one.factuality}]  {graded}  claim {one.claim}",
                f"      {', '.join(where)}",
                *(f"      {line}" for line in (*one.signed, *grade_history(one.grades))),
            ]
            if one.otherwise is not None:
                said = f"{quote_whole(one.otherwise.words)}  claim {one.otherwise.claim}"
                lines += [f"      ✗ {one.otherwise.reason}", f"        {said}"]
    return lines
