"""The rules that a sentence of a brief must keep, each beside why."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from sayso.model.claims import Claim
from sayso.model.findings import Entity, Finding, Knowledge
from sayso.model.ids import ClaimId, DocumentId
from sayso.model.vocabulary import Factuality, FindingStatus
from sayso.views.brief.sentences import BOUND, HEDGE
from sayso.views.linting import wording
from sayso.views.linting.sentences import Rule, Sentence
from sayso.views.naming import chain_names, content_words, one_line, standing
from sayso.views.wording.texts import Texts

#: Rule and why, for one sentence.
Found = Iterator[tuple[Rule, str]]


@dataclass(frozen=True, kw_only=True)
class Grounds:
    """What sentences are held against.

    Attributes:
        rejecting: claims that reject a document as a whole, whose words are not retold.
        texts: of the language that the sentences are in.
    """

    knowledge: Knowledge
    rejecting: frozenset[ClaimId]
    texts: Texts

    @cached_property
    def words(self) -> wording.Wording:
        """Give what the words of the language say."""
        return wording.wording_of(self.texts.language)


_CERTAIN: Final = frozenset({Factuality.CERTAIN, Factuality.CERTAIN_NOT})
_NEGATIONS: Final = frozenset({"no", "not", "nobody", "none", "never", "without"})
_PARTS: Final = re.compile(r"\s*(?:\[…\]|\[\.\.\.\]|…|\.\.\.)\s*")
_MARKS: Final = str.maketrans("", "", '“”„«»"')
_EDGES: Final = "“”„«»\"' .,;:"


def uncited(_grounds: Grounds, sentence: Sentence) -> Found:
    """Refuse a sentence that rests on nothing, and one that rests on what is no longer held."""
    if sentence.gone:
        names = ", ".join(sentence.gone)
        yield (
            Rule.GONE,
            f"{names} is not held: its document was erased, or a person rejected it: take it out",
        )
    elif not (sentence.claims or sentence.proofs):
        yield Rule.UNCITED, "no claim stands behind it: put the ids of its claims after it"


def mixed(grounds: Grounds, sentence: Sentence) -> Found:
    """Refuse likelihood and confidence in one sentence (ICD 203)."""
    own = wording.own_words(sentence.text)
    likely, sure = grounds.words.likelihood.search(own), grounds.words.confidence.search(own)
    if likely is not None and sure is not None:
        yield (
            Rule.MIXED,
            (
                f"“{likely.group()}” and “{sure.group()}” stand in one sentence: say how likely it "
                "is in one, and how well founded that is in the next"
            ),
        )


def status_agrees(grounds: Grounds, sentence: Sentence) -> Found:
    """Refuse a status that is not the finding's, and words that are surer than it."""
    own, words = _without_names(grounds.knowledge, sentence), grounds.words
    for finding in sentence.findings[:1]:
        now = words.statuses[finding.status.value]
        if sentence.status is not None and sentence.status != now:
            yield Rule.STATUS, f"it says “{sentence.status}”, and the finding is {now}"
        sure = None if sentence.counts else words.sure.search(own)
        if sure is not None and finding.status is not FindingStatus.CORROBORATED:
            yield Rule.STATUS, f"“{sure.group()}” is surer than the finding, which is {now}"
        several = None if sentence.counts else words.several.search(own)
        if several is not None and not _are_several(grounds.knowledge, finding, several.group()):
            yield (
                Rule.STATUS,
                f"“{several.group()}”, and of independent sources that say so one is held at most",
            )
    if not sentence.counts:
        yield from _denials_agree(grounds, sentence, own)


def _are_several(knowledge: Knowledge, finding: Finding, words: str) -> bool:
    """Say whether independent sources affirm a finding, or a source itself speaks of several."""
    affirming = [r for r in finding.roots if r.stance == "+" and r.independent and not r.withdrawn]
    held = (knowledge.claims[claim] for claim in finding.claims if claim in knowledge.claims)
    said = (one_line(c.sentence.of(knowledge.document_of(c).text)).casefold() for c in held)
    return len(affirming) > 1 or any(words.casefold() in sentence for sentence in said)


def _denials_agree(grounds: Grounds, sentence: Sentence, own: str) -> Found:
    """Refuse a denial that nobody made, and one that reads as if it affirmed what it denies."""
    denies = grounds.words.denies.search(own)
    answers = {claim for finding in sentence.findings for claim in finding.replies}
    denying = [c for c in sentence.claims if c.factuality.stance == "-"]
    said_no = denying or any(c.id in answers for c in sentence.claims)
    if denies is not None and sentence.claims and not said_no:
        yield Rule.STATUS, f"“{denies.group()}”, and none of its claims denies anything"
    words = grounds.words
    says_no = words.says_no.search(sentence.text) or words.points.search(sentence.text)
    if denying and len(denying) == len(sentence.claims) and says_no is None:
        said = content_words(grounds.knowledge, denying[0])
        yield Rule.STATUS, f"it reads as if it were so, and its claims deny “{said}”"


def _without_names(knowledge: Knowledge, sentence: Sentence) -> str:
    """Give a sentence's own words without the names in it: a paper may be called "The Denial"."""
    own = wording.own_words(sentence.text)
    names = {name for claim in sentence.claims for name in chain_names(knowledge, claim)}
    names |= {knowledge.document_of(claim).name for claim in sentence.claims}
    names |= {n for entity in _named(knowledge, sentence.claims) for n in entity.names}
    for name in sorted(map(one_line, names), key=len, reverse=True):
        own = own.replace(name, "…")
    return own


def attributed(grounds: Grounds, sentence: Sentence) -> Found:
    """Refuse a sentence that says something in the brief's own voice."""
    if sentence.counts or not sentence.claims or grounds.words.points.search(sentence.text):
        return
    if not grounds.words.attributed.search(wording.own_words(sentence.text)):
        yield Rule.UNATTRIBUTED, "it says so itself: say who said it (“…, according to …”)"


def hedges_kept(grounds: Grounds, sentence: Sentence) -> Found:
    """Refuse a retelling without the bound, the hedge or the figure of what it retells."""
    if sentence.counts or grounds.words.points.search(sentence.text):
        return
    for claim in sentence.claims:
        lost = "" if claim.id in grounds.rejecting else _lost(grounds, claim, sentence.text)
        if lost:
            words = content_words(grounds.knowledge, claim)
            yield Rule.HEDGE, f"“{lost}” of {claim.id} is lost; its words are “{words}”"
            return


def _lost(grounds: Grounds, claim: Claim, text: str) -> str:
    """Give the first caution of a claim that a sentence does not keep; "" for none."""
    content, flat = content_words(grounds.knowledge, claim), one_line(text)
    quoted = any(_bare(piece) in _bare(content) for piece in wording.quoted(text) if piece.strip())
    if _bare(content) in _bare(flat) or _longest_quoted(text, content):
        return ""
    own = wording.own_words(flat)
    is_hedged = grounds.words.hedged.search(own) is not None
    if claim.factuality not in _CERTAIN and not is_hedged:
        return f"{claim.factuality.value}, said with a hedge"
    quantity = claim.proposition.quantity
    cautions: list[str] = [*BOUND.findall(content)]
    cautions += [] if is_hedged else HEDGE.findall(content)
    cautions += [one_line(quantity.text)] if quantity is not None else []
    if claim.factuality.stance == "-" or quoted:
        cautions = [word for word in cautions if word.casefold() not in _NEGATIONS]
    return next((word for word in cautions if not _stands(word, flat)), "")


def _stands(word: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE) is not None


def _longest_quoted(text: str, content: str) -> bool:
    """Say whether a quotation of the sentence holds all that was said, or its beginning."""
    bare = _bare(content)
    pieces = (part for piece in wording.quoted(text) for part in (_bare(piece),) if part)
    return any(bare in piece or (piece.endswith("[…]") and bare[:40] in piece) for piece in pieces)


def _bare(words: str) -> str:
    return one_line(words).strip(_EDGES).casefold()


def references_stand(grounds: Grounds, sentence: Sentence) -> Found:
    """Refuse a standing beside a name that is not the one of the lists held now."""
    own, texts = wording.own_words(sentence.text), grounds.texts
    for entity in _named(grounds.knowledge, sentence.claims):
        now = (standing(entity, texts) or "").replace(": ", " ")
        for name in entity.names:
            found = re.search(re.escape(one_line(name)) + grounds.words.standing, own)
            if found is not None and found[1] != now:
                yield Rule.STALE, f"{name} stands as “{found[1]}”, and is “{now}” now"
                break


def _named(knowledge: Knowledge, claims: Iterable[Claim]) -> Iterator[Entity]:
    members = {
        member: None
        for claim in claims
        for member in (
            *(argument.entity for argument in claim.proposition.arguments),
            *(node.entity for node in claim.voices),
            *(node.speaks_for for node in claim.voices),
        )
    }
    entities = map(knowledge.entity_behind, members)
    yield from {entity.id: entity for entity in entities if entity is not None}.values()


class Quotations:
    """Refuses a quotation whose words are not those of the documents that a sentence rests on."""

    def __init__(self) -> None:
        self._texts: dict[DocumentId, str] = {}

    def kept(self, knowledge: Knowledge, sentence: Sentence) -> Found:
        """Give the quotations that do not stand in the documents of a sentence's claims."""
        pieces = wording.quoted(sentence.text)
        if not pieces or not (sentence.claims or sentence.proofs):
            return
        beside = (knowledge.claims.get(c) for f in sentence.findings for c in f.voices)
        claims = (*sentence.claims, *(claim for claim in beside if claim is not None))
        texts = [self._text(knowledge, key) for key in {c.document_id: None for c in claims}]
        texts += [_unmarked(f"{proof.text}\n{proof.title}") for proof in sentence.proofs]
        for piece in pieces:
            parts = [_unmarked(part) for part in _PARTS.split(one_line(piece))]
            if not all(any(part in text for text in texts) for part in parts):
                yield (
                    Rule.WORDS,
                    (
                        f"“{piece}” does not stand so in the documents of its claims: quote the "
                        "words, or take the quotation marks away"
                    ),
                )

    def _text(self, knowledge: Knowledge, key: DocumentId) -> str:
        """Give all that may be quoted of a document: its text, its name, who published it."""
        if key not in self._texts:
            document = knowledge.records[key].document
            held = (document.text, document.name, document.publisher or "")
            self._texts[key] = _unmarked("\n".join(held))
        return self._texts[key]


def _unmarked(words: str) -> str:
    """Give words on one line without quotation marks: which are left out is no other wording."""
    return one_line(words.translate(_MARKS)).strip(_EDGES)


#: In the order in which a sentence's faults are told.
RULES: Final[Mapping[str, Callable[[Grounds, Sentence], Found]]] = {
    "uncited": uncited,
    "mixed": mixed,
    "status": status_agrees,
    "attributed": attributed,
    "hedges": hedges_kept,
    "references": references_stand,
}
