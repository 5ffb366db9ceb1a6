"""What a piece of evidence rests on, as the records stand now, or why it is gone."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from sayso.model.claims import Claim
from sayso.model.documents import Erasure
from sayso.model.findings import Finding, Judgement, Knowledge, Root
from sayso.model.grades import Verdict
from sayso.model.hypotheses import Grounds, Step
from sayso.model.ids import ClaimId, EntityId, FindingId
from sayso.model.vocabulary import SourceKind


class Ground:
    """Looks evidence up in what is known, in what was rejected and in what was erased."""

    def __init__(self, knowledge: Knowledge, erasures: Sequence[Erasure]) -> None:
        self._knowledge = knowledge
        verdicts = knowledge.judged.claims.items()
        rejected = [(claim, j) for claim, j in verdicts if j.verdict == Verdict.REJECT]
        self._rejections: dict[str, Judgement] = {j.about: j for _, j in rejected}
        self._rejections.update(rejected)
        self._erased = {f"c-{erasure.document_id[7:15]}-": erasure for erasure in erasures}

    @cached_property
    def _root_of(self) -> Mapping[ClaimId, Root]:
        """Give the root of each claim in its finding; made when evidence is first looked up."""
        return {
            claim: root
            for finding in self._knowledge.findings.values()
            for root in finding.roots
            for claim in root.claims
            if self._knowledge.finding_of.get(claim) == finding.id
        }

    def of(self, step: Step) -> Grounds:
        """Give what the evidence of a step rests on.

        An analyst's own words rest on the source that they report, else on the analyst.
        """
        if step.about is None:
            return Grounds(roots=(step.source or f"{step.by} (own words)",))
        return self.under(step.about)

    def under(self, key: str) -> Grounds:
        """Give what a claim or a finding rests on."""
        gone = self._why_gone(key)
        if gone is not None:
            return Grounds(gone=gone)
        finding = self._knowledge.findings.get(FindingId(key))
        if finding is not None:
            return _of_finding(finding)
        return self._of_claim(self._knowledge.claims[ClaimId(key)])

    def _why_gone(self, key: str) -> str | None:
        """Say why a claim or finding no longer counts; None while it is there."""
        judgement = self._rejections.get(key)
        is_here = key in self._knowledge.claims or key in self._knowledge.findings
        if judgement is not None and not is_here:
            return f"rejected by {judgement.by}: {judgement.reason}"
        if is_here:
            return None
        erasure = next((e for begin, e in self._erased.items() if key.startswith(begin)), None)
        if erasure is not None:
            return f"its document was erased by {erasure.by}: {erasure.reason}"
        return "no longer held: what it rested on was rejected or erased, or is read otherwise"

    def _of_claim(self, claim: Claim) -> Grounds:
        root = self._root_of.get(claim.id)
        lapsed = None if root is None else _lapsed(root)
        if lapsed is not None:
            return Grounds(gone=lapsed)
        return Grounds(
            claim=claim.id,
            finding=self._knowledge.finding_of.get(claim.id),
            stance=claim.factuality.stance,
            roots=(self._speaker(claim) if root is None else root.name,),
        )

    def _speaker(self, claim: Claim) -> str:
        """Give whose word a claim is that makes no finding: the innermost source with a name."""
        entities: list[EntityId | None] = []
        for node in reversed(claim.source_chain):
            if node.kind is SourceKind.NARRATOR:
                break
            entities += [node.speaks_for, node.entity]
        found = (self._knowledge.entity_behind(entity) for entity in entities)
        document = self._knowledge.document_of(claim)
        return next((e.name for e in found if e is not None), document.publisher or document.name)


def _of_finding(finding: Finding) -> Grounds:
    """Give what a finding rests on: who affirms it, else who denies it, else who leaves it open."""
    stand = [root for root in finding.roots if _lapsed(root) is None]
    sides = ([root for root in stand if root.stance == stance] for stance in "+-?")
    side = next((own for own in sides if own), [])
    if finding.roots and not side:
        return Grounds(gone=_lapsed(finding.roots[0]))
    named = tuple(dict.fromkeys(root.name for root in side if root.independent))
    return Grounds(
        finding=finding.id,
        stance=side[0].stance if side else "?",
        roots=named or tuple(dict.fromkeys(root.name for root in side)),
    )


def _lapsed(root: Root) -> str | None:
    """Say why nothing rests on a root any more; None while something does."""
    if root.misquoted:
        return f"only ascribed to {root.name}, whose own text says otherwise"
    if not root.withdrawn:
        return None
    why = f" ({root.reasons[-1].rstrip('. ')})" if root.reasons else ""
    return f"{root.name} stands by it no more{why}"
