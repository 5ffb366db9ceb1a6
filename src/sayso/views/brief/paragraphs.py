"""One paragraph: an allegation with its sources, and at once what was replied to it."""

from collections.abc import Iterable, Sequence
from typing import Final

from sayso.model.briefs import BriefLine
from sayso.model.claims import Claim
from sayso.model.findings import Finding, Knowledge, Root
from sayso.model.ids import ClaimId, DocumentId, Span
from sayso.views.brief.draft import Draft
from sayso.views.brief.sentences import allegation, finished, rejection, reply, told_alike
from sayso.views.evidence import alike, confident_claims
from sayso.views.naming import chain_names, quote
from sayso.views.replies.text import unanswered
from sayso.views.signatures.words import edits_on, likelihood_words
from sayso.views.tables import lead_claim

#: Sources told one by one in a paragraph; the rest are named together.
MOST_SOURCES: Final = 4
MOST_REPLIES: Final = 4
MOST_CARRIERS: Final = 6


def told_together(knowledge: Knowledge, findings: Iterable[Finding]) -> list[list[Finding]]:
    """Group findings that one sentence can tell: "in Ghazni, Logar and Parwan".

    Their best claims are told alike; their status, their sources, the replies to them and how
    people assessed them are the same. In the order of the first of each group.
    """
    groups: dict[tuple[object, ...], list[Finding]] = {}
    for finding in findings:
        sources = tuple((root.name, root.stance) for root in finding.roots)
        best = lead_claim(knowledge, confident_claims(knowledge, finding))
        assessed = knowledge.judged.assessments.get(finding.id, ())
        key = (*told_alike(knowledge, best), finding.status, sources, finding.replies, assessed)
        groups.setdefault(key, []).append(finding)
    return list(groups.values())


class Telling:
    """A paragraph in the making: what has been told of one group of findings."""

    def __init__(self, draft: Draft, group: Sequence[Finding]) -> None:
        self._draft = draft
        self._texts = draft.texts
        self._knowledge = draft.knowledge
        self._group = group
        self._finding = group[0]
        self._rejected = draft.rejected
        weighed = {claim for finding in group for root in finding.roots for claim in root.claims}
        self._beside = {c for f in group for c in f.replies} - weighed - set(draft.rejected)
        self._told: set[ClaimId] = set()
        self.lines: list[BriefLine] = []

    def tell(self) -> tuple[BriefLine, ...]:
        """Write the allegation, what the party concerned replied, and what others say of it."""
        affirming = [root for root in self._finding.roots if root.stance == "+"]
        self._tell_roots(affirming or self._finding.roots)
        if not self.lines:
            claims = confident_claims(self._knowledge, self._finding)
            lead = lead_claim(self._knowledge, claims)
            self._add(allegation(self._draft, [lead]), [lead])
        self._tell_otherwise()
        self._tell_replies()
        self._tell_asked()
        self._tell_roots(self._finding.roots)
        self._tell_assessment()
        return tuple(self.lines)

    def answer(self, lines: Sequence[BriefLine]) -> tuple[BriefLine, ...]:
        """Give lines that a person wrote with what they leave untold of the other side."""
        self.lines = list(lines)
        self._told |= {claim for line in lines for claim in line.claims}
        self._tell_otherwise()
        self._tell_replies()
        self._tell_roots([root for root in self._finding.roots if root.stance == "-"])
        return tuple(self.lines)

    def _add(self, text: str, claims: Sequence[Claim]) -> None:
        opens = not self.lines
        editors = [edit.by for claim in claims for edit in edits_on(self._knowledge, claim)]
        if editors:
            names = self._texts.joined(list(dict.fromkeys(editors)))
            sentence = text.removesuffix(".")
            text = self._texts.say("sentence.edited", sentence=sentence, names=names)
        self._told |= {claim.id for claim in claims}
        self.lines.append(self._draft.line(text, claims, self._finding, opens=opens))

    def _tell_roots(self, roots: Sequence[Root]) -> None:
        """Tell each root in its own words; beyond the first few, name the rest together."""
        distinct = {
            (r.name, r.stance, r.withdrawn): r for r in roots if not _takes_back(r)
        }.values()
        untold = [(root, found) for root in distinct if (found := self._leads(root))]
        for root, leads in untold[:MOST_SOURCES]:
            for together in _in_one_sentence(self._knowledge, leads):
                self._add(allegation(self._draft, together), together)
            self._tell_withdrawn(root, leads)
            self._tell_carriers(root, leads)
        rest = untold[MOST_SOURCES:]
        if rest:
            names = self._texts.joined([root.name for root, _ in rest])
            leads = [lead for _, (lead, *_) in rest]
            self._add(self._texts.say("sentence.also", names=names), leads)

    def _leads(self, root: Root) -> list[Claim]:
        """Give the best claim of a root on each finding of the group; none if told already."""
        of_each = [self._claims(finding, root) for finding in self._group]
        return [
            lead_claim(self._knowledge, claims)
            for claims in of_each
            if claims and self._told.isdisjoint(claims)
        ]

    def _claims(self, finding: Finding, root: Root) -> list[ClaimId]:
        """Give what a root says of a finding; a denial is told however it was read."""
        confident = confident_claims(self._knowledge, finding)
        return [
            claim
            for one in finding.roots
            if (one.name, one.stance, one.withdrawn) == (root.name, root.stance, root.withdrawn)
            for claim in one.claims
            if one.stance == "-" or claim in confident
        ]

    def _tell_withdrawn(self, root: Root, leads: Sequence[Claim]) -> None:
        """Say at once that a source stands by its words no more, and why."""
        if not root.withdrawn:
            return
        why = root.reasons[-1] if root.reasons else self._texts.say("sentence.taken_back")
        name = self._draft.prose(root.name)
        roots = (r for r in self._finding.roots if _takes_back(r) and r.name == root.name)
        taking_back = [c for r in roots for c in self._draft.claims(r.claims)]
        line = self._texts.say("sentence.withdrawn", name=name, why=why.rstrip(". "))
        self._add(finished(line), _one_a_document(taking_back) or leads)

    def _tell_carriers(self, root: Root, leads: Sequence[Claim]) -> None:
        """Say which further documents carry what one root says; they count once."""
        held = {lead.document_id for lead in leads}
        claims = [c for finding in self._group for c in self._claims(finding, root)]
        self._told |= set(claims)
        elsewhere = [c for c in map(self._knowledge.claim, claims) if c.document_id not in held]
        carriers = _one_a_document(elsewhere)
        if carriers:
            outermost = (chain_names(self._knowledge, c)[0] for c in carriers)
            names = self._texts.joined(list(dict.fromkeys(map(self._draft.prose, outermost))))
            self._add(self._texts.say("sentence.carried", names=names), carriers[:MOST_CARRIERS])

    def _tell_otherwise(self) -> None:
        """Say at once what the primary has where a claim that was told misquotes it; each once."""
        said = dict.fromkeys(
            one
            for finding in self._group
            for claim in finding.claims
            if claim in self._told and (one := self._draft.otherwise.get(claim)) is not None
        )
        for one in said:
            otherwise = self._texts.say("sentence.otherwise", reason=one.reason)
            self._add(otherwise, [self._knowledge.claim(one.claim)])

    def _tell_replies(self) -> None:
        """Tell what a party concerned answered; what an earlier paragraph quoted is recalled."""
        untold = [c for c in self._finding.replies if c not in self._told]
        replies = alike(self._knowledge, untold)
        replies.sort(key=lambda same: same[0].id in self._rejected)
        known = [same for same in replies if same[0].id in self._draft.answers]
        fresh = [same for same in replies if same[0].id not in self._draft.answers]
        for same in fresh[:MOST_REPLIES]:
            self._add(self._reply(same[0]), _one_a_document(same)[:MOST_CARRIERS])
        if known:
            self._add(self._recalled([same[0] for same in known]), [same[0] for same in known])
        rest = [same[0] for same in fresh[MOST_REPLIES:]]
        if rest:
            self._add(self._texts.say("sentence.further_replies", count=len(rest)), rest)
        self._told |= set(self._finding.replies)
        self._draft.answers |= {c.id for same in fresh[:MOST_REPLIES] for c in same}

    def _tell_asked(self) -> None:
        """Tell whose answer was sought in vain, in the words of who sought it."""
        for hearing in unanswered(self._knowledge, self._finding):
            put = self._draft.claims(hearing.put)
            if put and hearing.words:
                asker = self._draft.prose(hearing.asked_by or "")
                words = quote(hearing.words, self._texts)
                self._add(
                    self._texts.say("sentence.asked", asker=asker, words=words),
                    _one_a_document(put)[:1],
                )

    def _tell_assessment(self) -> None:
        """Say what people think of it, in their names: how likely, and apart how well founded."""
        cited = self._draft.claims(self.lines[0].claims)
        for judgement in self._knowledge.judged.assessments.get(self._finding.id, ())[-1:]:
            say, (likelihood, confidence) = (
                self._texts.say,
                likelihood_words(judgement, self._texts),
            )
            who = {"by": judgement.by, "day": judgement.at.date()}
            self._add(say("sentence.assessed", **who, likelihood=likelihood), cited)
            self._add(say("sentence.confidence", confidence=confidence), cited)

    def _reply(self, claim: Claim) -> str:
        if claim.id in self._rejected:
            document = self._knowledge.entity_behind(self._rejected[claim.id])
            return rejection(self._draft, claim, document)
        return reply(self._draft, claim, beside=claim.id in self._beside)

    def _recalled(self, claims: Sequence[Claim]) -> str:
        """Say again who denied and who rejected, without the words."""
        names: dict[str, list[str]] = {}
        for claim in claims:
            denies = claim.factuality.stance == "-"
            did = "did_deny" if denies else "did_reply"
            did = "did_deny_beside" if denies and claim.id in self._beside else did
            did = "did_reject" if claim.id in self._rejected else did
            speaker = chain_names(self._knowledge, claim)[-1]
            names.setdefault(did, []).append(self._draft.prose(speaker))
        say, joined = self._texts.say, self._texts.joined
        said = [
            say(f"sentence.{did}", names=joined(list(dict.fromkeys(who))))
            for did, who in names.items()
        ]
        return say("sentence.recalled", said=joined(said))


def _takes_back(root: Root) -> bool:
    """Say whether these are only the words with which a source takes something back."""
    return root.withdrawn and root.stance == "?"


def _in_one_sentence(knowledge: Knowledge, claims: Sequence[Claim]) -> list[list[Claim]]:
    """Group claims that are told alike, each group in the order of the text."""
    groups: dict[tuple[object, ...], list[Claim]] = {}
    for claim in sorted(claims, key=_place_in_text):
        groups.setdefault(told_alike(knowledge, claim), []).append(claim)
    return list(groups.values())


def _place_in_text(claim: Claim) -> tuple[Span, ...]:
    found = claim.proposition
    spans = [a.span for a in found.arguments if a.span is not None]
    return (claim.sentence, *([found.place.span] if found.place is not None else spans))


def _one_a_document(claims: Iterable[Claim]) -> list[Claim]:
    """Give the first claim of each document, in the order given."""
    first: dict[DocumentId, Claim] = {}
    for claim in claims:
        first.setdefault(claim.document_id, claim)
    return list(first.values())
